"""Opening what a person points at: a folder, a label file, a picture."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.labelset import Face, LabelSet, face_id
from kpstudio.core.progress import Progress
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.core.texts import say
from kpstudio.io.choosing import Candidate, LabelChoice, LabelSource, Settled, settle, source_of
from kpstudio.io.companion import FILE_NAME, is_companion, settled_scheme
from kpstudio.io.formats.base import ReadResult
from kpstudio.io.images import SUFFIXES, read_size
from kpstudio.io.inside import pictures_inside
from kpstudio.io.inspection import is_far_away, points_outside, unreadable
from kpstudio.io.merge import Merged, merge
from kpstudio.io.pictures import Elsewhere, Pictures
from kpstudio.io.registry import Format, format_problems, formats, sniff
from kpstudio.io.scan import Known, pictures_in, scan, why_not
from kpstudio.io.text import reason, visible

PROJECT_FOLDER, DATABASE = ".kpstudio", "project.sqlite"

TELL_S = 0.05
"""How often progress is told: a folder of 100,000 pictures has more to say than anybody hears."""

NO_LABELS = say("no labels")
"""Told of a picture without labels among labelled ones."""


@dataclass(frozen=True)
class Opened:
    """What was opened.

    Attributes:
        labels: Pictures and faces. A picture without labels has one face, as a photo. The scheme
            has no points where nothing is labelled.
        problems: Everything odd, with its file.
        format: Name of the format of (most of) the labels, or "none".
        sources: Every set of labels that was met.
        choice: Which of them count, where a person had to say.
        known: What the scan found, where a folder was opened.
    """

    labels: LabelSet
    problems: tuple[Problem, ...]
    format: str
    sources: tuple[LabelSource, ...] = ()
    choice: LabelChoice | None = None
    known: Known | None = None


def folder_of(path: Path) -> Path:
    """Return the folder that a project stands for: ``.kpstudio``, or the database in it."""
    if path.parent.name == PROJECT_FOLDER and path.name == DATABASE:
        path = path.parent
    return path.parent if path.name == PROJECT_FOLDER else path


def open_path(
    path: Path,
    progress: Progress | None = None,
    choice: LabelChoice | None = None,
    inspect: bool = True,
    known: Known | None = None,
) -> Opened:
    """Open a folder (with all in it), a label file (with the pictures it names) or one picture.

    Pictures are not decoded. Their headers are read once: a picture that cannot be opened is left
    out and listed, as are faces whose picture is not there, or is far from their points.

    Args:
        path: What to open; a project's ``.kpstudio`` folder, or the database in it, stands for the
            folder around it.
        progress: Called with (done, total) pictures; returning False cancels.
        choice: Which labels of a folder count; needed where two sets label the same pictures.
        inspect: Whether to read the headers. Where not, pictures that cannot be opened and points
            far away stay until `kpstudio.io.inspection` finds them.
        known: What the last scan of this folder found, which makes this one quicker.

    Raises:
        InputError: If there is nothing to open.
        LabelChoiceNeeded: If two sets label the same pictures and ``choice`` does not settle it.
        Cancelled: If ``progress`` asked for it.
    """
    # Not resolved: pictures keep the names that a person sees.
    path = Path(os.path.abspath(path))  # noqa: PTH100
    path = folder_of(path)
    if path.is_dir():
        return _open_folder(path, _Meter(progress), choice, inspect, known)
    if not path.exists():
        raise InputError(say("{path}: there is no such file or folder", path=path))
    if not path.is_file():
        raise InputError(say("{path}: neither a folder nor a file", path=path))
    form = None if path.suffix.lower() in SUFFIXES else sniff(path)
    if form is not None:
        return _open_label_file(path, form, _Meter(progress), inspect)
    return _open_picture(path)


def has_labels(folder: Path) -> bool:
    """Return whether a label file that kpstudio knows lies in ``folder``, however deep."""
    return bool(scan(folder, lambda _: None, None).labels)


def read_labels(
    path: Path,
    labels: LabelSet,
    progress: Progress | None = None,
    choice: LabelChoice | None = None,
) -> Opened:
    """Read label files about the pictures of ``labels``, which need not lie beside them.

    Pictures are those beside the files, else those at the same path from the folder of ``labels``,
    else the only ones of their files' names; what is not clear is left out and told. None is opened
    but where a format needs its size.

    Args:
        path: A label file, or a folder with some.
        labels: Gives the pictures.
        progress: Called with (done, total) label files; returning False cancels.
        choice: Which labels count; needed where two sets label the same pictures.

    Raises:
        InputError: If no label file is there.
        LabelChoiceNeeded: If two sets label the same pictures and ``choice`` does not settle it.
        Cancelled: If ``progress`` asked for it.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100
    meter = _Meter(progress)
    companions: list[Path] = []
    problems: list[Problem] = []
    if path.is_dir():
        found = scan(path, meter.scanned, None)
        files, companions, problems = list(found.labels), found.companions, list(found.problems)
    elif (form := sniff(path) if path.is_file() else None) is not None:
        files = [(form, path)]
    else:
        files = []
    if not files:
        raise InputError(say("{path}: there is no label file here that kpstudio knows", path=path))
    asked = partial(meter.read_label, len(files))
    there = Elsewhere(path if path.is_dir() else None)
    pictures = Pictures(labels.root, lambda: labels.pictures, asked=asked, from_elsewhere=there)
    candidates = _candidates(files, pictures, path if path.is_dir() else path.parent)
    merged = merge(settle(labels.root, candidates, choice))
    for candidate in candidates:
        problems += candidate.result.problems
    faces = [face for its_faces in merged.faces.values() for face in its_faces]
    scheme, told = settled_scheme(merged.scheme, companions, faces)
    read = LabelSet(labels.root, scheme, faces, merged.faces)
    return Opened(read, (*problems, *merged.problems, *told), merged.format)


def as_photos(
    paths: Sequence[Path],
    scheme: PointSchema,  # noqa: ARG001 - part of the agreed call; photos have no points yet
    progress: Progress | None = None,
) -> tuple[list[Face], list[Problem]]:
    """Return a face for each picture, without points; a folder, or a table, stands for all in it.

    Args:
        paths: Pictures, folders, and tables with pictures inside.
        scheme: The points that the faces are meant to get.
        progress: Called with (done, total) pictures; returning False cancels.

    Returns:
        The faces, with absolute paths, each picture once; and what could not be opened.

    Raises:
        Cancelled: If ``progress`` asked for it.
    """
    meter = _Meter(progress)
    problems: list[Problem] = []
    names: list[str] = []
    for given in paths:
        path = Path(os.path.abspath(given))  # noqa: PTH100
        if path.is_dir():
            found = pictures_in(path, meter.scanned)
            names += [(path / picture).as_posix() for picture in found]
            if not found:
                problems.append(
                    Problem(visible(str(given)), say("there are no pictures in this folder"))
                )
        else:
            inside = [picture.as_posix() for picture in pictures_inside(path)]
            names += inside or [path.as_posix()]
    faces = []
    unique = dict.fromkeys(names)
    meter.total = len(unique)
    for name in unique:
        meter.met()
        try:
            if visible(name) != name:
                raise InputError(say("its name is not valid Unicode: rename the file to use it"))
            read_size(Path(name))
            faces.append(Face(face_id(name), name, photo=True))
        except InputError as error:
            problems.append(Problem(visible(name), reason(Path(name), error)))
    return faces, problems


class _Meter:
    """Counts headers read and tells ``progress``, which may cancel."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._done = 0
        self._labels = 0
        self._told = -math.inf
        self.total = 0

    def scanned(self, files: int) -> None:
        self._tell(0, files)

    def read_label(self, files: int) -> None:
        self._labels += 1
        self._tell(self._labels, max(files, self._labels))

    def met(self) -> None:
        self._done += 1
        self._tell(self._done, max(self.total, self._done))

    def _tell(self, done: int, total: int) -> None:
        if self._progress is None:
            return
        now = time.monotonic()
        if done == self.total or now - self._told > TELL_S:
            self._told = now
            if not self._progress(done, total):
                raise Cancelled("opening was cancelled")


def _open_folder(
    root: Path, meter: _Meter, choice: LabelChoice | None, inspect: bool, known: Known | None
) -> Opened:
    found = scan(root, meter.scanned, known)
    if not (found.pictures or found.labels or found.problems or (root / PROJECT_FOLDER).is_dir()):
        raise InputError(
            say("{root}: there are no pictures or label files in this folder", root=root)
        )
    meter.total = len(found.pictures)
    asked = partial(meter.read_label, len(found.labels))
    pictures = Pictures(root, lambda: found.pictures, met=meter.met, asked=asked)
    candidates = _candidates(found.labels, pictures, root)
    settled = settle(root, candidates, choice)
    problems = [*format_problems(), *found.problems]
    for candidate in candidates:
        problems += candidate.result.problems
    merged = merge(settled)
    mentioned = [name for candidate in candidates for name in candidate.result.pictures]
    names = dict.fromkeys((*found.pictures, *mentioned))
    opened = _finish(root, merged, names, problems, pictures, found.companions, inspect)
    sources = tuple(source_of(candidate) for candidate in candidates if candidate.result.faces)
    return replace(opened, sources=sources, choice=settled.choice, known=found.known)


def _candidates(
    labels: Sequence[tuple[Format, Path]], pictures: Pictures, base: Path
) -> list[Candidate]:
    """Read label files: all of a format that has one a picture are one set, else each is one.

    Sets are called by their files as seen from ``base``.
    """
    candidates = []
    for form in formats():
        paths = [path for kind, path in labels if kind is form]
        groups = ([paths] if paths else []) if form.per_picture else [[path] for path in paths]
        for group in groups:
            alone = visible(group[0].relative_to(base).as_posix())
            where = alone if len(group) == 1 else f"*{form.suffixes[0]}"
            candidates.append(Candidate(where, form, _read(form, group, pictures)))
    return candidates


def _read(form: Format, paths: Sequence[Path], pictures: Pictures) -> ReadResult:
    """Read files, and say which of their pictures were not where they say."""
    result = form.read(paths, pictures.root, pictures)
    unclear = pictures.unclear()
    faces = result.faces
    if unclear:
        faces = tuple(face for face in faces if face.picture not in unclear)
    problems = (*result.problems, *pictures.told(), *unclear.values())
    return replace(result, faces=faces, problems=problems)


def _open_label_file(path: Path, form: Format, meter: _Meter, inspect: bool) -> Opened:
    root = path.parent
    # A file may name its pictures without the folder they are in.
    pictures = Pictures(root, lambda: pictures_in(root, meter.scanned), met=meter.met)
    result = _read(form, [path], pictures)
    if not result.pictures:
        message = (
            result.problems[0].message
            if result.problems
            else say("there are no faces in this file")
        )
        raise InputError(say("{path}: {message}", path=path, message=message))
    meter.total = len(result.pictures)
    merged = merge(Settled((Candidate(path.name, form, result),)))
    companion = root / FILE_NAME
    companions = [companion] if is_companion(companion) else []
    names = dict.fromkeys(result.pictures)
    opened = _finish(root, merged, names, list(result.problems), pictures, companions, inspect)
    return Opened(opened.labels, opened.problems, form.name)


def _open_picture(path: Path) -> Opened:
    try:
        read_size(path)
    except InputError as error:
        if path.suffix.lower() in SUFFIXES:
            raise
        raise InputError(
            say(
                "{path}: neither a picture nor a label file; it {why}",
                path=path,
                why=why_not(path),
            )
        ) from error
    root = path.parent
    face = Face(face_id(path.name), path.name, photo=True)
    return Opened(LabelSet(root, generic_scheme(0), [face], [path.name]), (), "none")


def _finish(
    root: Path,
    merged: Merged,
    names: Iterable[str],
    problems: list[Problem],
    pictures: Pictures,
    companions: list[Path],
    inspect: bool,
) -> Opened:
    """Put pictures and faces together, having checked every picture's header where asked to."""
    problems += merged.problems
    labelled = [face for its_faces in merged.faces.values() for face in its_faces]
    scheme, told = settled_scheme(merged.scheme, companions, labelled)
    problems += told
    opened: list[str] = []
    faces: list[Face] = []
    for name in names:
        its_faces = merged.faces.get(name, [])
        try:
            size = pictures.size(name) if inspect else None
        except InputError as error:
            message = reason(pictures.path(name), error)
            problems.append(unreadable(name, message, its_faces))
            continue
        if size is not None:
            problems += points_outside(its_faces, size)
            its_faces = [face for face in its_faces if not is_far_away(face, size)]
        opened.append(name)
        faces += its_faces or [Face(face_id(name), name, photo=True)]
        if merged.faces and name not in merged.faces:
            problems.append(Problem(name, NO_LABELS))
    labels = LabelSet(root, scheme, faces, opened)
    return Opened(labels, tuple(problems), merged.format)
