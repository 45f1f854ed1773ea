"""Importing labels from elsewhere into an open folder: what they would change, told beforehand."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.importing import Difference, Fate, Precision, difference
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.pairing import same_pictures
from kpstudio.core.progress import Progress
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.core.scheme_map import scheme_map
from kpstudio.core.texts import Text, joined, say, say_count
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.images import read_size
from kpstudio.io.opening import Opened, folder_of, has_labels, read_labels
from kpstudio.io.registry import format_named
from kpstudio.store.project import Project
from kpstudio.tasks.opening import lay_over, remembered_choice

IN_WORDS: Mapping[Fate, Text] = {
    Fate.NEW: say("without labels here"),
    Fate.FILLED: say("with something missing here"),
    Fate.MOVED: say("whose points would move"),
    Fate.DISPUTED: say("edited or removed here"),
}
"""What the faces of a fate are called."""


@dataclass(frozen=True)
class Import:
    """Labels from elsewhere, ready to be imported.

    Attributes:
        path: Where they are from.
        difference: What they would change.
        problems: What was odd about them.
    """

    path: Path
    difference: Difference
    problems: tuple[Problem, ...]

    @property
    def rest(self) -> str:
        """What importing leaves as it is, in a sentence; "" where that is nothing."""
        found = self.difference
        same = say_count(
            "1 labelled face is the same on both sides.",
            "{count} labelled faces are the same on both sides.",
            found.same,
        )
        unmentioned = say_count(
            "1 labelled face here is not in it and stays.",
            "{count} labelled faces here are not in it and stay.",
            found.unmentioned,
        )
        elsewhere = say_count(
            "1 of its pictures is not here: {name}.",
            "{count} of its pictures are not here, such as {name}.",
            len(found.elsewhere),
            name="".join(found.elsewhere[:1]),
        )
        told = (same, found.same), (unmentioned, found.unmentioned), (elsewhere, found.elsewhere)
        lines = [line for line, count in told if count]
        return joined(lines, " ") if lines else ""


def read_import(
    labels: LabelSet,
    path: Path,
    choice: LabelChoice | None = None,
    progress: Progress | None = None,
) -> Import:
    """Read labels from elsewhere and tell what they would change in ``labels``.

    Args:
        labels: The faces here; nothing is changed.
        path: A label file or a folder with some, or a folder that was worked on with kpstudio (or
            the ``.kpstudio`` in it), whose corrections then count. No picture is needed.
        choice: Which labels of the folder count.
        progress: Called with (done, total); False cancels.

    Raises:
        InputError: If nothing can be read there, the points are others, or no face of it is here.
        LabelChoiceNeeded: If two label sets name the same pictures and nobody chose.
        Cancelled: If ``progress`` asked for it.
    """
    path = folder_of(path.absolute())
    folder = path if path.is_dir() else None
    opened = _read(labels, path, choice, progress)
    theirs = opened.labels
    if not theirs.labelled_count:
        told = joined(("", str(opened.problems[0])), ": ") if opened.problems else ""
        raise InputError(
            say("{path} has no labelled faces for these pictures{told}", path=path, told=told)
        )
    pairs = same_pictures(labels.pictures, theirs.pictures, folder)
    resized = _resized(labels, theirs, pairs)
    fitting = [face for face in theirs if face.picture not in resized]
    precision = _precision(opened.format)
    found, stuck = _changeable(labels, _difference(labels, fitting, theirs.scheme, path, precision))
    if not (found.incoming or found.same):
        odd = (*stuck, *resized.values(), *_unclear(labels, found.elsewhere), *opened.problems)
        why = odd[0] if odd else say("choose labels for pictures of the same names")
        raise InputError(say("{path} labels none of these pictures: {why}", path=path, why=why))
    away = [name for name in found.elsewhere if name not in resized]
    problems = (*stuck, *opened.problems, *resized.values(), *_unclear(labels, away))
    return Import(path, found, problems)


def _difference(
    labels: LabelSet, others: Sequence[Face], scheme: PointSchema, path: Path, precision: Precision
) -> Difference:
    """Tell what faces from ``path`` would change, with the points that faces have here.

    Raises:
        InputError: If nothing tells how to make those of theirs.
    """
    folder = path if path.is_dir() else None
    if not labels.scheme.count:
        return difference(labels, others, scheme, precision, folder)
    to = scheme_map(scheme, labels.scheme)
    if to is None:
        raise InputError(
            say(
                "{path} has faces with {count} points, the open folder {here}, and there is no "
                "known conversion",
                path=path,
                count=scheme.count,
                here=labels.scheme.count,
            )
        )
    faces = (
        replace(face, landmarks=to.landmarks(face.landmarks))
        for face in others
        if face.landmarks is not None
    )
    return difference(labels, faces, None, precision, folder)


def _changeable(labels: LabelSet, found: Difference) -> tuple[Difference, list[Problem]]:
    """Leave out faces that must stay as they are, and tell why."""
    kept = labels.kept
    free = tuple(one for one in found.incoming if one.face.id not in kept)
    stuck = [one.face for one in found.incoming if one.face.id in kept]
    return replace(found, incoming=free), [Problem(face.picture, kept[face.id]) for face in stuck]


def _precision(format_name: str) -> Precision:
    """Return what a format can tell: some hold whole pixels alone, many no visibility."""
    if format_name == "none":
        return Precision()
    holds = format_named(format_name).holds
    return Precision(0.01 if holds.subpixel else math.sqrt(0.5) + 1e-9, holds.visibility)


def _resized(labels: LabelSet, theirs: LabelSet, pairs: Mapping[str, str]) -> dict[str, Problem]:
    """Return their pictures that are here in another size, where both can be read."""
    found = {}
    for ours, other in pairs.items():
        here, there = labels.picture_path(ours), theirs.picture_path(other)
        if here == there or not there.is_file():
            continue
        try:
            (width, height), (wide, high) = read_size(here), read_size(there)
        except InputError:
            continue  # one that is broken tells nothing
        if (width, height) != (wide, high):
            message = say(
                "{wide} x {high} pixels, but {width} x {height} here: its faces are left out",
                wide=wide,
                high=high,
                width=width,
                height=height,
            )
            found[other] = Problem(str(there), message)
    return found


def _unclear(labels: LabelSet, away: Iterable[str]) -> list[Problem]:
    """Tell which of their pictures have a name that pictures here have: which is meant is open."""
    names = {PurePath(picture).name for picture in labels.pictures}
    message = say("there is a picture of this name here, but it may be a different one: left out")
    return [Problem(picture, message) for picture in away if PurePath(picture).name in names]


def _read(
    labels: LabelSet,
    path: Path,
    choice: LabelChoice | None,
    progress: Progress | None,
) -> Opened:
    elsewhere = path.is_dir() and path.resolve() != labels.root.resolve()
    project = Project.peek(path) if elsewhere else None
    if project is None:
        return read_labels(path, labels, progress, choice)
    with project:
        rows = project.stored_faces()
        if has_labels(path):
            opened = read_labels(path, labels, progress, choice or remembered_choice(path))
        else:
            opened = Opened(LabelSet(path, generic_scheme(0)), (), "none")
        theirs = _as_in_project(opened.labels, path, rows, labels.scheme)
        told = lay_over(project, theirs)
        return replace(opened, labels=theirs, problems=(*opened.problems, *project.problems, *told))


def _as_in_project(
    read: LabelSet, folder: Path, rows: Mapping[str, Face | None], ours: PointSchema
) -> LabelSet:
    """Return the faces of label files by the names that the project of ``folder`` has for them."""
    stored = dict.fromkeys(face_id.rpartition("#")[0] for face_id in rows)
    names = {there: here for here, there in same_pictures(stored, read.pictures, folder).items()}
    faces = []
    for face in read:
        picture = names.get(face.picture, face.picture)
        number = face.id.removeprefix(face.picture)
        faces.append(replace(face, id=picture + number, picture=picture))
    scheme = read.scheme
    placed = (face.landmarks for face in rows.values() if face is not None)
    count = next((points.count for points in placed if points is not None), 0)
    if not scheme.count:
        scheme = ours if ours.count == count else generic_scheme(count)
    return LabelSet(
        folder, scheme, faces, [*dict.fromkeys(face.picture for face in faces), *stored]
    )
