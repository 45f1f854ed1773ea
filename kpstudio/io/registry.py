"""The landmark file formats that kpstudio reads and writes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kpstudio.core import extensions
from kpstudio.core.errors import InputError, Problem
from kpstudio.core.texts import say
from kpstudio.io import plugin
from kpstudio.io.formats.asf import Asf
from kpstudio.io.formats.base import Format, Holds, ReadResult
from kpstudio.io.formats.coco import Coco
from kpstudio.io.formats.csv import Csv
from kpstudio.io.formats.cvat import Cvat
from kpstudio.io.formats.deeplabcut import DeepLabCut
from kpstudio.io.formats.dlib import Dlib
from kpstudio.io.formats.json import Json
from kpstudio.io.formats.kaggle import Kaggle
from kpstudio.io.formats.labelme import LabelMe
from kpstudio.io.formats.labelstudio import LabelStudio
from kpstudio.io.formats.ljson import Ljson
from kpstudio.io.formats.pts import Pts
from kpstudio.io.formats.tps import Tps
from kpstudio.io.formats.wflw import Wflw
from kpstudio.io.text import HEAD_BYTES, of_file, open_file

__all__ = ["Format", "Holds", "ReadResult", "format_named", "format_problems", "formats", "sniff"]

_BUILT_IN: tuple[Format, ...] = (
    Asf(),
    Pts(),
    Dlib(),
    Csv(),
    Json(),
    Coco(),
    LabelMe(),
    Cvat(),
    LabelStudio(),
    Ljson(),
    Kaggle(),
    Wflw(),
    Tps(),
    DeepLabCut(),
)


def formats() -> tuple[Format, ...]:
    """Return every format; files are recognised by content, so the order does not matter."""
    return _with_plugins()[0]


def format_problems() -> tuple[Problem, ...]:
    """Return why formats of other packages cannot be used."""
    return _with_plugins()[1]


@cache
def _with_plugins() -> tuple[tuple[Format, ...], tuple[Problem, ...]]:
    found, problems = list(_BUILT_IN), []
    for entry in extensions.entries(extensions.Kind.FORMAT):
        try:
            found.append(plugin.load(entry, {form.name for form in found}))
        except Exception as error:  # another package's code: whatever it raises, ours goes on
            message = say("this format cannot be used: {error}", error=extensions.why(error))
            problems.append(Problem(say("{name} (plug-in)", name=entry.value), message))
    return tuple(found), tuple(problems)


def format_named(name: str) -> Format:
    """Return the format called ``name``.

    Raises:
        InputError: If there is none.
    """
    for form in formats():
        if form.name == name.lower().removeprefix("."):
            return form
    names = ", ".join(form.name for form in formats())
    raise InputError(
        say("there is no format called {name!r}: use one of {names}", name=name, names=names)
    )


def sniff(path: Path) -> Format | None:
    """Return the format of the file at ``path``, told by its content, or None.

    Raises:
        InputError: If the file cannot be read.
    """
    try:
        with open_file(path) as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise of_file(
            path, say("cannot be read: {error}", error=error.strerror or error)
        ) from error
    suffix = path.suffix.lower()
    # No content is of two formats: beginning with the likely one only saves time.
    likely_first = sorted(formats(), key=lambda form: suffix not in form.suffixes)
    return next((form for form in likely_first if form.sniff(path, head)), None)
