"""The landmark file formats that kpstudio reads and writes."""

from __future__ import annotations

from pathlib import Path

from kpstudio.core.errors import InputError
from kpstudio.io.formats.asf import Asf
from kpstudio.io.formats.base import Format, Holds, ReadResult
from kpstudio.io.formats.csv import Csv
from kpstudio.io.formats.dlib import Dlib
from kpstudio.io.formats.json import Json
from kpstudio.io.formats.pts import Pts
from kpstudio.io.text import HEAD_BYTES

__all__ = ["FORMATS", "Format", "Holds", "ReadResult", "format_named", "sniff"]

FORMATS: tuple[Format, ...] = (Asf(), Pts(), Dlib(), Csv(), Json())
"""Every format; files are recognised by content, so the order does not matter."""


def format_named(name: str) -> Format:
    """Return the format called ``name``.

    Raises:
        InputError: If there is none.
    """
    for form in FORMATS:
        if form.name == name.lower().removeprefix("."):
            return form
    names = ", ".join(form.name for form in FORMATS)
    raise InputError(f"there is no format called {name!r}: use one of {names}")


def sniff(path: Path) -> Format | None:
    """Return the format of the file at ``path``, told by its content, or None.

    Raises:
        InputError: If the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
    suffix = path.suffix.lower()
    # No content is of two formats: beginning with the likely one only saves time.
    likely_first = sorted(FORMATS, key=lambda form: suffix not in form.suffixes)
    return next((form for form in likely_first if form.sniff(path, head)), None)
