"""Looking through a folder for pictures and label files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.texts import say
from kpstudio.io.companion import is_companion
from kpstudio.io.images import SUFFIXES
from kpstudio.io.listing import Folder, Met, list_folders
from kpstudio.io.registry import Format, formats, sniff
from kpstudio.io.text import reason, visible

_OTHER_LABELS = frozenset({".mat", ".cvat", ".h5"})
_OTHER_PICTURES = frozenset(
    {".heic", ".heif", ".avif", ".jp2", ".psd", ".dng", ".cr2", ".nef"} - SUFFIXES
)
_QUIET = frozenset({".txt"})
"""Suffixes of label files that are more often those of something else."""

COMPANION = "points"

Recognised = tuple[int, int, str]
"""(time of change in ns, bytes, format name or `COMPANION`) of a text file."""


@dataclass(frozen=True)
class Known:
    """What a scan found, by which the next one is quicker.

    Attributes:
        folders: What was listed.
        recognised: What each label file was recognised as, by its name.
        pictures: What it found; the next scan does not rest on it.
    """

    folders: Mapping[str, Folder] = field(default_factory=dict)
    recognised: Mapping[str, Recognised] = field(default_factory=dict)
    pictures: Sequence[str] = ()


@dataclass
class Scan:
    """What a folder holds.

    Attributes:
        pictures: Names as in `Face.picture`, folder by folder, numbers in names in their order.
        labels: Label files with their formats.
        companions: Tables that name the points.
        problems: Files that look as if they mattered and cannot be used.
        folders: What was listed.
        recognised: What each label file was recognised as, by its name.
    """

    pictures: list[str] = field(default_factory=list)
    labels: list[tuple[Format, Path]] = field(default_factory=list)
    companions: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    folders: dict[str, Folder] = field(default_factory=dict)
    recognised: dict[str, Recognised] = field(default_factory=dict)

    @property
    def known(self) -> Known:
        """What makes the next scan quicker."""
        return Known(self.folders, self.recognised, self.pictures)


def scan(root: Path, met: Met | None = None, known: Known | None = None) -> Scan:
    """Look through ``root`` and its folders; names that begin with a dot are passed over.

    Args:
        root: A folder, by its absolute path.
        met: Called now and then with the number of files met so far.
        known: What an earlier scan found: only what has changed is read again.
    """
    known = known or Known()
    found = Scan(folders=list_folders(str(root), known.folders, met))
    others = []
    for prefix, folder in found.folders.items():
        if folder.trouble:
            found.problems.append(Problem(visible(prefix.rstrip("/") or str(root)), folder.trouble))
        odd = [(name, why) for name, why in folder.odd if _matters(name)]
        found.problems += [Problem(visible(prefix + name), why) for name, why in odd]
        others += list(_take_pictures(found, prefix, folder.files))
    links = [prefix + name for prefix, folder in found.folders.items() for name in folder.links]
    if links:
        found.problems += _twice(root, links, set(found.pictures))
    for name in others:
        if met is not None:
            met(len(found.pictures) + len(found.recognised))
        _sort_in_text(found, root, name, known.recognised.get(name))
    return found


def _twice(root: Path, links: Sequence[str], pictures: set[str]) -> Iterator[Problem]:
    """Yield a problem for each picture that is a link to one that is met already."""
    real_root = root.resolve()
    met: dict[Path, str] = {}
    for name in links:
        if name not in pictures:
            continue
        real = (root / name).resolve()
        inside = real.relative_to(real_root).as_posix() if real.is_relative_to(real_root) else ""
        same = inside if inside in pictures else met.setdefault(real, name)
        if same != name:
            yield Problem(name, say("is the same file as {same}", same=same))


def pictures_in(root: Path, met: Met | None = None) -> list[str]:
    """Return the pictures in ``root`` and its folders, without looking at other files.

    Args:
        root: A folder, by its absolute path.
        met: Called now and then with the number of files met so far.
    """
    found = Scan()
    for prefix, folder in list_folders(str(root), met=met).items():
        for _ in _take_pictures(found, prefix, folder.files):
            pass
    return found.pictures


def _take_pictures(found: Scan, prefix: str, files: list[str]) -> Iterator[str]:
    """Add the pictures among ``files``; yield what may be a label file."""
    pictures = found.pictures
    for file in files:
        name = prefix + file
        suffix = _suffix(file)
        if not name.isascii() and visible(name) != name:
            if _matters(file):
                message = say("its name is not valid Unicode: rename the file to use it")
                found.problems.append(Problem(visible(name), message))
        elif suffix in SUFFIXES:
            pictures.append(name)
        elif suffix in _OTHER_PICTURES:
            message = say("kpstudio cannot open this kind of picture: save it as JPEG or PNG")
            found.problems.append(Problem(name, message))
        elif suffix in _label_suffixes() or suffix in _OTHER_LABELS:
            yield name


def _sort_in_text(found: Scan, root: Path, name: str, known: Recognised | None) -> None:
    path = root / name
    try:
        status = path.stat()
        if known is not None and known[:2] == (status.st_mtime_ns, status.st_size):
            kind = known[2]
        else:
            kind = _recognise(path)
    except (OSError, InputError) as error:
        why = reason(path, error) if isinstance(error, InputError) else _unreadable(error)
        found.problems.append(Problem(name, why))
        return
    form = next((form for form in formats() if form.name == kind), None)
    if form is not None:
        found.labels.append((form, path))
    elif kind == COMPANION:
        found.companions.append(path)
    else:
        _explain(found, path, name)
        return
    found.recognised[name] = (status.st_mtime_ns, status.st_size, kind)


def _unreadable(error: OSError) -> str:
    return say("cannot be read: {error}", error=error.strerror or error)


def _recognise(path: Path) -> str:
    form = sniff(path)
    if form is not None:
        return form.name
    return COMPANION if path.suffix.lower() == ".csv" and is_companion(path) else ""


def _explain(found: Scan, path: Path, name: str) -> None:
    """List a file that is no label file, where its suffix said that it is one."""
    suffix = path.suffix.lower()
    if suffix in _label_suffixes():
        if suffix not in _QUIET:
            found.problems.append(Problem(name, why_not(path)))
    elif suffix == ".h5":
        # Networks' weights have this suffix, too.
        if path.name.startswith("CollectedData") and not path.with_suffix(".csv").exists():
            message = say(
                "kpstudio does not read DeepLabCut's .h5 files: put the .csv file that DeepLabCut "
                "writes with it beside it"
            )
            found.problems.append(Problem(name, message))
    else:
        message = say("kpstudio does not read this landmark format")
        found.problems.append(Problem(name, message))


def why_not(path: Path) -> str:
    """Return why a file of a label format's suffix is not one of that format."""
    suffix = path.suffix.lower()
    form = None if suffix in _QUIET else _label_suffixes().get(suffix)
    if path.stat().st_size == 0:
        return say("is empty")
    problems = form.read([path], path.parent).problems if form is not None else ()
    return problems[0].message if problems else say("is not a landmark file that kpstudio knows")


@cache
def _label_suffixes() -> dict[str, Format]:
    """Return the format that each suffix most likely means: the first that has it."""
    return {suffix: form for form in reversed(formats()) for suffix in form.suffixes}


def _matters(name: str) -> bool:
    suffix = _suffix(name)
    known = (SUFFIXES, _label_suffixes(), _OTHER_LABELS, _OTHER_PICTURES)
    return any(suffix in suffixes for suffixes in known)


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""
