"""Which files and folders lie under a folder, and how to tell that one has not changed since."""

# Paths are handled as strings on purpose: pathlib is several times slower, which counts where a
# folder holds 100,000 names.
# ruff: noqa: PTH110, PTH116, PTH118, PTH120

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kpstudio.core.order import natural_key
from kpstudio.core.texts import say

SETTLED_NS = 2_000_000_000
"""A folder changed more recently may change again within the same tick of its clock (FAT: 2 s)."""

_MEET_EVERY = 1000

Stamp = tuple[int, int, int]
Met = Callable[[int], None]


@dataclass(slots=True)
class Folder:
    """What one folder holds; names that begin with a dot are passed over.

    Attributes:
        stamp: As long as the folder has this stamp it holds the same; None where that cannot be
            told.
        files: Names in the order in which people count.
        folders: Names, links to folders included, in that order.
        odd: (name, what is wrong with it) of what is neither.
        links: Those of ``files`` that are links; a folder with links has no stamp.
        trouble: Why the folder cannot be read, or "".
    """

    stamp: Stamp | None = None
    files: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    odd: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    trouble: str = ""


def list_folders(
    root: str, known: Mapping[str, Folder] | None = None, met: Met | None = None
) -> dict[str, Folder]:
    """Return every folder under ``root`` by its path from there with a "/" behind; the root is "".

    A folder that a link leads back to is listed once; one around the root is not looked through.
    Files of a folder come before its folders.

    Args:
        root: A folder, by its absolute path.
        known: What was returned the last time: folders that have not changed are not read again.
        met: Called now and then with the number of files met so far.
    """
    meter = _Meter(met)
    found: dict[str, Folder] = {}
    seen: set[tuple[int, int]] = set()
    around = _around(root)
    waiting = [""]
    while waiting:
        name = waiting.pop()
        path = os.path.join(root, name) if name else root
        try:
            status = os.stat(path)
            place = (status.st_dev, status.st_ino)
            if place in seen:
                continue
            seen.add(place)
            if name and place in around:
                raise OSError(say("it is a link to a folder that contains the opened one"))
            folder = _listed(path, status, known.get(name) if known else None, meter)
        except OSError as error:
            why = error.strerror or error
            folder = Folder(trouble=say("the folder cannot be read: {error}", error=why))
        found[name] = folder
        waiting += [f"{name}{inside}/" for inside in reversed(folder.folders)]
    return found


def _around(root: str) -> set[tuple[int, int]]:
    """Return where the folders lie that ``root`` is in, by either of its paths."""
    found = set()
    for path in {root, os.path.realpath(root)}:
        while (above := os.path.dirname(path)) != path:
            path = above
            with contextlib.suppress(OSError):
                status = os.stat(path)
                found.add((status.st_dev, status.st_ino))
    return found


class _Meter:
    def __init__(self, met: Met | None) -> None:
        self._met = met
        self._count = 0

    def add(self, files: int) -> None:
        self._count += files
        if self._met is not None:
            self._met(self._count)


def _listed(path: str, status: os.stat_result, known: Folder | None, meter: _Meter) -> Folder:
    stamp = (status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    if known is not None and known.stamp == stamp:
        meter.add(len(known.files))
        return known
    now = time.time_ns()
    folder = _read(path, meter)
    if folder.stamp is not None and now - status.st_mtime_ns > SETTLED_NS:
        folder.stamp = stamp
    else:
        folder.stamp = None
    for names in (folder.files, folder.folders):
        names.sort()
        names.sort(key=natural_key)
    folder.odd.sort()
    folder.links.sort()
    return folder


def _read(path: str, meter: _Meter) -> Folder:
    """List a folder; the stamp is None where what it holds may change unnoticed by it."""
    folder = Folder(stamp=(0, 0, 0))
    meter.add(0)
    told = 0
    with os.scandir(path) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            try:
                if entry.is_symlink():
                    folder.stamp = None
                if entry.is_dir():
                    folder.folders.append(name)
                elif entry.is_file():
                    folder.files.append(name)
                    if entry.is_symlink():
                        folder.links.append(name)
                elif entry.is_symlink() and not os.path.exists(entry.path):
                    folder.odd.append((name, say("is a link to something that does not exist")))
                else:
                    folder.odd.append((name, say("is not a file")))
            except OSError as error:
                folder.stamp = None
                folder.odd.append(
                    (name, say("cannot be read: {error}", error=error.strerror or error))
                )
            if len(folder.files) - told >= _MEET_EVERY:
                meter.add(_MEET_EVERY)
                told += _MEET_EVERY
    meter.add(len(folder.files) - told)
    return folder
