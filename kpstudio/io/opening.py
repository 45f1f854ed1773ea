"""Opening what a person points at: a folder, a label file, a picture."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, LabelSet, face_id
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.io.choosing import Candidate, LabelChoice, LabelSource, Settled, settle, source_of
from kpstudio.io.companion import FILE_NAME, is_companion, scheme_beside
from kpstudio.io.images import SUFFIXES, read_size
from kpstudio.io.merge import Merged, merge
from kpstudio.io.pictures import Pictures
from kpstudio.io.registry import Format, format_problems, formats, sniff
from kpstudio.io.scan import pictures_in, scan, why_not
from kpstudio.io.text import reason, visible

PROJECT_FOLDER = ".kpstudio"

FAR = 3.0
"""A face with a point more than so many picture sizes outside its picture is left out."""

Progress = Callable[[int, int], bool]


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
    """

    labels: LabelSet
    problems: tuple[Problem, ...]
    format: str
    sources: tuple[LabelSource, ...] = ()
    choice: LabelChoice | None = None


def open_path(
    path: Path, progress: Progress | None = None, choice: LabelChoice | None = None
) -> Opened:
    """Open a folder (with all in it), a label file (with the pictures it names) or one picture.

    Pictures are not decoded; their headers are read once. A picture that cannot be opened, or faces
    whose picture is not there, are left out and listed.

    Args:
        path: What to open; a project's ``.kpstudio`` folder stands for the folder around it.
        progress: Called with (done, total) pictures; returning False cancels.
        choice: Which labels of a folder count; needed where two sets label the same pictures.

    Raises:
        InputError: If there is nothing to open.
        LabelChoiceNeeded: If two sets label the same pictures and ``choice`` does not settle it.
        Cancelled: If ``progress`` asked for it.
    """
    # Not resolved: pictures keep the names that a person sees.
    path = Path(os.path.abspath(path))  # noqa: PTH100
    if path.name == PROJECT_FOLDER:
        path = path.parent
    if path.is_dir():
        return _open_folder(path, _Meter(progress), choice)
    if not path.exists():
        raise InputError(f"{path}: there is no such file or folder")
    if not path.is_file():
        raise InputError(f"{path}: neither a folder nor a file")
    form = None if path.suffix.lower() in SUFFIXES else sniff(path)
    if form is not None:
        return _open_label_file(path, form, _Meter(progress))
    return _open_picture(path)


def as_photos(
    paths: Sequence[Path],
    scheme: PointSchema,  # noqa: ARG001 - part of the agreed call; photos have no points yet
) -> tuple[list[Face], list[Problem]]:
    """Return a face for each picture, without points; a folder stands for all pictures in it.

    Args:
        paths: Pictures and folders.
        scheme: The points that the faces are meant to get.

    Returns:
        The faces, with absolute paths, each picture once; and what could not be opened.
    """
    problems: list[Problem] = []
    names: list[str] = []
    for given in paths:
        path = Path(os.path.abspath(given))  # noqa: PTH100
        if path.is_dir():
            found = pictures_in(path)
            names += [(path / picture).as_posix() for picture in found]
            if not found:
                problems.append(Problem(visible(str(given)), "no pictures are in this folder"))
        else:
            names.append(path.as_posix())
    faces = []
    for name in dict.fromkeys(names):
        try:
            if visible(name) != name:
                raise InputError("its name is not valid Unicode: rename the file to use it")
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
        self.total = 0

    def scanned(self, files: int) -> None:
        self._tell(0, files)

    def met(self) -> None:
        self._done += 1
        if self._done % 20 == 0 or self._done >= self.total:
            self._tell(self._done, max(self.total, self._done))

    def _tell(self, done: int, total: int) -> None:
        if self._progress is not None and not self._progress(done, total):
            raise Cancelled("opening was cancelled")


def _open_folder(root: Path, meter: _Meter, choice: LabelChoice | None) -> Opened:
    found = scan(root, meter.scanned)
    if not (found.pictures or found.labels or found.problems or (root / PROJECT_FOLDER).is_dir()):
        raise InputError(f"{root}: no pictures and no label files are in this folder")
    meter.total = len(found.pictures)
    pictures = Pictures(root, lambda: found.pictures, met=meter.met)
    candidates = []
    for form in formats():
        paths = [path for kind, path in found.labels if kind is form]
        groups = ([paths] if paths else []) if form.per_picture else [[path] for path in paths]
        for group in groups:
            where = visible(pictures.name(group[0])) if len(group) == 1 else f"*{form.suffixes[0]}"
            candidates.append(Candidate(where, form, form.read(group, root, pictures)))
    settled = settle(root, candidates, choice)
    problems = [*format_problems(), *found.problems]
    for candidate in candidates:
        problems += candidate.result.problems
    merged = merge(settled)
    mentioned = [name for candidate in candidates for name in candidate.result.pictures]
    names = dict.fromkeys((*found.pictures, *mentioned))
    opened = _finish(root, merged, names, problems, pictures, found.companions)
    sources = tuple(source_of(candidate) for candidate in candidates if candidate.result.faces)
    return replace(opened, sources=sources, choice=settled.choice)


def _open_label_file(path: Path, form: Format, meter: _Meter) -> Opened:
    root = path.parent
    # A file may name its pictures without the folder they are in.
    pictures = Pictures(root, lambda: pictures_in(root, meter.scanned), met=meter.met)
    result = form.read([path], root, pictures)
    if not result.pictures:
        message = result.problems[0].message if result.problems else "no faces are in this file"
        raise InputError(f"{path}: {message}")
    meter.total = len(result.pictures)
    merged = merge(Settled((Candidate(path.name, form, result),)))
    companion = root / FILE_NAME
    companions = [companion] if is_companion(companion) else []
    names = dict.fromkeys(result.pictures)
    opened = _finish(root, merged, names, list(result.problems), pictures, companions)
    return Opened(opened.labels, opened.problems, form.name)


def _open_picture(path: Path) -> Opened:
    try:
        read_size(path)
    except InputError as error:
        if path.suffix.lower() in SUFFIXES:
            raise
        raise InputError(
            f"{path}: neither a picture nor a label file; it {why_not(path)}"
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
) -> Opened:
    """Check every picture's header, then put pictures and faces together."""
    problems += merged.problems
    scheme, trouble = scheme_beside(merged.scheme, companions)
    if trouble is not None:
        problems.append(trouble)
    opened: list[str] = []
    faces: list[Face] = []
    for name in names:
        its_faces = merged.faces.get(name, [])
        try:
            size = pictures.size(name)
        except InputError as error:
            message = reason(pictures.path(name), error)
            more = f"; {len(its_faces)} labelled faces left out with it" if its_faces else ""
            problems.append(Problem(name, message + more))
            continue
        opened.append(name)
        near = [face for face in its_faces if not _is_absurd(face, size)]
        faces += near or [Face(face_id(name), name, photo=True)]
        problems += [p for face in its_faces if (p := _outside(face, size)) is not None]
        if merged.faces and not its_faces:
            problems.append(Problem(name, "no labels"))
    labels = LabelSet(root, scheme, faces, opened)
    return Opened(labels, tuple(problems), merged.format)


def _is_absurd(face: Face, size: tuple[int, int]) -> bool:
    """Whether a point lies where no crop of the picture could ever reach."""
    if face.landmarks is None:
        return False
    width, height = size
    reach = Box(-FAR * width, -FAR * height, (1 + FAR) * width, (1 + FAR) * height)
    return not reach.contains(face.landmarks.xy_image[face.landmarks.present]).all()


def _outside(face: Face, size: tuple[int, int]) -> Problem | None:
    if face.landmarks is None:
        return None
    present = face.landmarks.xy_image[face.landmarks.present]
    count = int((~Box.whole(*size).contains(present)).sum())
    if count == 0:
        return None
    number = face.id.removeprefix(f"{face.picture}#")
    where = face.picture if number == "0" else f"{face.picture}, face {number}"
    points = "1 point lies" if count == 1 else f"{count} points lie"
    far = "far " if _is_absurd(face, size) else ""
    message = f"{points} {far}outside the picture ({size[0]} x {size[1]} pixels)"
    return Problem(where, f"{message}; left out" if far else message)
