"""Looking through a folder for pictures and label files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kpstudio.core.errors import InputError, Problem
from kpstudio.io.companion import is_companion
from kpstudio.io.images import SUFFIXES
from kpstudio.io.pictures import Pictures
from kpstudio.io.registry import Format, formats, sniff
from kpstudio.io.text import reason, visible

_LABEL_SUFFIXES = {suffix: form for form in formats() for suffix in form.suffixes}
_OTHER_LABELS = frozenset({".tps", ".ljson", ".mat", ".cvat"})
_OTHER_PICTURES = frozenset({".heic", ".heif", ".avif", ".jp2", ".psd", ".dng", ".cr2", ".nef"})


@dataclass
class Scan:
    """What a folder holds.

    Attributes:
        pictures: Names as in `Face.picture`, folder by folder, numbers in names in their order.
        labels: Label files with their formats.
        companions: Tables that name the points.
        problems: Files that look as if they mattered and cannot be used.
    """

    pictures: list[str] = field(default_factory=list)
    labels: list[tuple[Format, Path]] = field(default_factory=list)
    companions: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def scan(root: Path, met: Callable[[int], None] | None = None) -> Scan:
    """Look through ``root`` and its folders; names that begin with a dot are passed over.

    Args:
        root: A folder, by its absolute path.
        met: Called now and then with the number of files met so far.
    """
    found = Scan()
    names = Pictures(root)
    for count, (path, trouble) in enumerate(_files(root)):
        if met is not None and count % 200 == 0:
            met(count)
        name = names.name(path)
        if trouble:
            found.problems.append(Problem(visible(name), trouble))
        else:
            _sort_in(found, Path(path), name)
    return found


def pictures_in(root: Path, met: Callable[[int], None] | None = None) -> list[str]:
    """Return the pictures in ``root`` and its folders, without looking at other files.

    Args:
        root: A folder, by its absolute path.
        met: Called now and then with the number of files met so far.
    """
    names = Pictures(root)
    found = []
    for count, (path, trouble) in enumerate(_files(root)):
        if met is not None and count % 200 == 0:
            met(count)
        name = names.name(path)
        if not trouble and Path(path).suffix.lower() in SUFFIXES and visible(name) == name:
            found.append(name)
    return found


def _files(root: Path) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong with it or "") of each file, and of each folder in trouble."""
    seen: set[tuple[int, int]] = set()
    waiting = [str(root)]
    while waiting:
        folder = waiting.pop()
        try:
            status = Path(folder).stat()
            if (status.st_dev, status.st_ino) in seen:
                continue  # a link back to a folder around it
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as iterator:
                entries = sorted(iterator, key=lambda entry: natural_key(entry.name))
        except OSError as error:
            yield folder, f"the folder cannot be read: {error.strerror or error}"
            continue
        folders = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            try:
                if entry.is_dir():
                    folders.append(entry.path)
                elif entry.is_file():
                    yield entry.path, ""
                elif entry.is_symlink() and _matters(entry.name):
                    yield entry.path, "is a link to something that is not there"
                elif _matters(entry.name):
                    yield entry.path, "is no file"
            except OSError as error:
                yield entry.path, f"cannot be read: {error.strerror or error}"
        waiting += reversed(folders)


def _sort_in(found: Scan, path: Path, name: str) -> None:
    suffix = path.suffix.lower()
    if visible(name) != name:
        if _matters(path.name):
            message = "its name is not valid Unicode: rename the file to use it"
            found.problems.append(Problem(visible(name), message))
    elif suffix in SUFFIXES:
        found.pictures.append(name)
    elif suffix in _OTHER_PICTURES:
        message = "kpstudio does not open this kind of picture: save it as JPEG or PNG"
        found.problems.append(Problem(name, message))
    else:
        _sort_in_text(found, path, name)


def _sort_in_text(found: Scan, path: Path, name: str) -> None:
    suffix = path.suffix.lower()
    try:
        form = sniff(path)
    except InputError as error:
        if _matters(path.name):
            found.problems.append(Problem(name, reason(path, error)))
        return
    if form is not None:
        found.labels.append((form, path))
    elif suffix == ".csv" and is_companion(path):
        found.companions.append(path)
    elif suffix in _LABEL_SUFFIXES:
        found.problems.append(Problem(name, why_not(path)))
    elif suffix in _OTHER_LABELS:
        message = "kpstudio does not read this landmark format"
        found.problems.append(Problem(name, message))


def why_not(path: Path) -> str:
    """Return why a file of a label format's suffix is not one of that format."""
    form = _LABEL_SUFFIXES.get(path.suffix.lower())
    if path.stat().st_size == 0:
        return "is empty"
    problems = form.read([path], path.parent).problems if form is not None else ()
    return problems[0].message if problems else "is no landmark file that kpstudio knows"


def natural_key(name: str) -> list[tuple[int, str]]:
    """Return a key that sorts "frame9" before "frame10", and never mixes text with numbers."""
    parts = re.split(r"(\d{1,18})", name)
    return [(int(part), "") if k % 2 else (0, part) for k, part in enumerate(parts)]


def _matters(name: str) -> bool:
    suffix = Path(name).suffix.lower()
    known = (SUFFIXES, _LABEL_SUFFIXES, _OTHER_LABELS, _OTHER_PICTURES)
    return any(suffix in suffixes for suffixes in known)
