"""Making one set of faces of all the label files in a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.io.formats.base import Format, ReadResult

# Where two sets label as many pictures: one file a picture first, then the more exact format.
_RANK = ("asf", "pts", "json", "csv", "dlib")


@dataclass(frozen=True)
class Candidate:
    """One set of labels: a file, or all files of a format that has one a picture.

    Attributes:
        where: What to call it in a problem.
        form: Its format.
        result: What was read.
    """

    where: str
    form: Format
    result: ReadResult

    @property
    def labelled(self) -> int:
        """How many pictures have a face with points."""
        return len({face.picture for face in self.result.faces if face.landmarks is not None})

    @property
    def _order(self) -> tuple[int, int]:
        name = self.form.name
        return -self.labelled, _RANK.index(name) if name in _RANK else len(_RANK)


@dataclass
class Merged:
    """One set of faces.

    Attributes:
        scheme: The points of all faces.
        faces: Picture -> its faces, all from one candidate.
        problems: What was not used, and why.
        format: The name of the format that most comes from, or "none".
    """

    scheme: PointSchema
    faces: dict[str, list[Face]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    format: str = "none"


def merge(candidates: Sequence[Candidate]) -> Merged:
    """Choose among candidates.

    The scheme with most faces counts. Of the sets that have it, the one that labels most pictures
    is taken, then the pictures that others label besides; a box that only another set has is
    adopted where both have just one face in the picture.
    """
    filled = [c for c in candidates if c.result.faces]
    if not filled:
        return Merged(generic_scheme(0))
    scheme = _common_scheme(filled)
    merged = Merged(scheme)
    fitting = []
    for candidate in sorted(filled, key=lambda c: c._order):
        if candidate.labelled and candidate.result.scheme.points != scheme.points:
            merged.problems += _misfits(candidate, scheme)
        else:
            fitting.append(candidate)
    merged.format = fitting[0].form.name
    origin: dict[str, str] = {}
    for candidate in fitting:
        _add(merged, candidate, origin)
    return merged


def _misfits(candidate: Candidate, scheme: PointSchema) -> list[Problem]:
    """Name what is left out of a candidate of other points: by file, where it has several."""
    own = candidate.result.scheme.count
    points = "1 point is" if own == 1 else f"{own} points are"
    why = f"{points} not the {scheme.count} that most faces here have"
    files = candidate.result.files
    if files:
        return [
            Problem(files[face.picture], f"1 face left out: its {why}")
            for face in candidate.result.faces
        ]
    count = len(candidate.result.faces)
    faces = "1 face left out: its" if count == 1 else f"{count} faces left out: their"
    return [Problem(candidate.where, f"{faces} {why}")]


def _common_scheme(candidates: Sequence[Candidate]) -> PointSchema:
    counts: Counter[tuple[str, ...]] = Counter()
    schemes: dict[tuple[str, ...], PointSchema] = {}
    for candidate in sorted(candidates, key=lambda c: c._order):
        scheme = candidate.result.scheme
        # A scheme of our own JSON may know mirror pairs that others of the same points do not.
        if scheme.points not in schemes or scheme.edges:
            schemes[scheme.points] = scheme
        counts[scheme.points] += sum(f.landmarks is not None for f in candidate.result.faces)
    return schemes[counts.most_common(1)[0][0]]


def _add(merged: Merged, candidate: Candidate, origin: dict[str, str]) -> None:
    """Add what ``candidate`` knows of pictures that have no faces yet."""
    by_picture: dict[str, list[Face]] = {}
    for face in candidate.result.faces:
        by_picture.setdefault(face.picture, []).append(face)
    rivals: Counter[str] = Counter()
    adopted = 0
    for picture, faces in by_picture.items():
        kept = merged.faces.get(picture)
        if kept is None:
            merged.faces[picture] = faces
            origin[picture] = candidate.where
            continue
        rivals[origin[picture]] += 1
        if len(kept) == len(faces) == 1 and kept[0].box is None and faces[0].box is not None:
            merged.faces[picture] = [replace(kept[0], box=faces[0].box)]
            adopted += 1
    for where, count in rivals.items():
        pictures = "picture" if count == 1 else "pictures"
        message = f"not used for {count} {pictures} that {where} labels"
        if adopted:
            message += f", but {adopted} boxes were taken from it"
        merged.problems.append(Problem(candidate.where, message))
