"""What is known of a folder from the last time: its listing, its label files, its headers.

An index only saves time: each entry says by which times and sizes it can be told to be still true,
and a file that is damaged, of another version or gone is passed over. It lies in the user's cache,
which is kept under a cap, and is written line by line, so that reading it never takes long at a
stretch.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kpstudio.core.errors import InputError
from kpstudio.core.texts import kept, recalled
from kpstudio.io.atomic import replacing
from kpstudio.io.listing import Folder
from kpstudio.io.registry import formats
from kpstudio.io.scan import Known, Recognised
from kpstudio.store.location import index_place

VERSION = 3
"""Another one whenever the texts change that say why a picture has no size: they are kept here."""
CAP_BYTES = 200_000_000
"""What all indexes together may take: some 20 folders of 100,000 pictures."""

_LISTING = "listing.jsonl"
_HEADERS = "headers.jsonl"
_CHUNK = 500

Header = tuple[int, int, tuple[int, int] | str]
"""(time of change in ns, bytes, (width, height) of the oriented picture or why it has none)."""


def read_known(folder: Path) -> Known | None:
    """Return what the last scan of ``folder`` found, or None."""
    folders: dict[str, Folder] = {}
    recognised: dict[str, Recognised] = {}
    try:
        for kind, name, *rest in _rows(index_place(folder) / _LISTING, folder):
            if kind == "folder":
                stamp, files, inside = rest
                folders[name] = Folder(_stamp(stamp), _split(files), _split(inside))
            else:
                time, size, what = rest
                recognised[name] = (int(time), int(size), str(what))
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return Known(folders, recognised)


def write_known(folder: Path, known: Known) -> None:
    """Keep what a scan of ``folder`` found; where that fails, the next scan is slower."""
    rows: list[list[Any]] = [
        ["folder", name, listed.stamp, "/".join(listed.files), "/".join(listed.folders)]
        for name, listed in known.folders.items()
        if listed.stamp is not None
    ]
    rows += (["label", name, *entry] for name, entry in known.recognised.items())
    _write(folder, _LISTING, rows)


def read_headers(folder: Path) -> dict[str, Header]:
    """Return what the headers of pictures said, by the pictures' names; empty where unknown."""
    found: dict[str, Header] = {}
    try:
        for row in _rows(index_place(folder) / _HEADERS, folder):
            for name, time, size, *said in row:
                width, height = said if len(said) == 2 else (0, 0)
                what = (int(width), int(height)) if len(said) == 2 else _told(said[0])
                found[str(name)] = (int(time), int(size), what)
    except (OSError, ValueError, TypeError, IndexError, RecursionError):
        return {}
    return found


def write_headers(folder: Path, headers: Mapping[str, Header]) -> None:
    """Keep what the headers of pictures said."""
    entries = [
        [name, time, size, *([kept(said)] if isinstance(said, str) else said)]
        for name, (time, size, said) in headers.items()
    ]
    _write(folder, _HEADERS, (entries[k : k + _CHUNK] for k in range(0, len(entries), _CHUNK)))


def _told(said: Any) -> str:
    return recalled(said) or str(said)


def _head(folder: Path) -> list[Any]:
    # Another format in the program may recognise what none did before.
    return [VERSION, str(folder.resolve()), sorted(form.name for form in formats())]


def _rows(path: Path, folder: Path) -> Iterator[list[Any]]:
    """Yield the rows of an index file.

    Raises:
        OSError: If it cannot be read.
        ValueError: If it is damaged, cut off, or of another version or folder.
    """
    with path.open(encoding="ascii") as file:
        if json.loads(next(file, "null")) != _head(folder):
            raise ValueError("another index")
        row: Any = None
        for line in file:
            row = json.loads(line)
            if row == "end":
                break
            if not isinstance(row, list):
                raise ValueError("no row")
            yield row
        if row != "end":
            raise ValueError("cut off")


def _write(folder: Path, name: str, rows: Iterable[list[Any]]) -> None:
    place = index_place(folder)
    lines = (json.dumps(row, separators=(",", ":")) for row in (_head(folder), *rows, "end"))
    with (
        contextlib.suppress(InputError, OSError),
        replacing(place / name) as temporary,
        temporary.open("w", encoding="ascii") as file,
    ):
        file.writelines(f"{line}\n" for line in lines)
    with contextlib.suppress(OSError):
        _keep_under_cap(place)


def _keep_under_cap(place: Path) -> None:
    """Take out the indexes that were written longest ago, but not ``place``."""
    sizes = {}
    for other in place.parent.iterdir():
        files = [file.stat() for file in os.scandir(other)]
        sizes[other] = (
            max((status.st_mtime for status in files), default=0.0),
            sum(status.st_size for status in files),
        )
    total = sum(size for _, size in sizes.values())
    for other in sorted(sizes, key=lambda other: sizes[other]):
        if total <= CAP_BYTES:
            return
        if other != place:
            shutil.rmtree(other, ignore_errors=True)
            total -= sizes[other][1]


def _stamp(stamp: Any) -> tuple[int, int, int]:
    changed, status_changed, inode = stamp
    return int(changed), int(status_changed), int(inode)


def _split(names: str) -> list[str]:
    return names.split("/") if names else []
