"""Making one set of faces of the label sets that count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kpstudio.core.errors import Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.core.texts import say_count
from kpstudio.io.choosing import Candidate, Settled


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


def merge(settled: Settled) -> Merged:
    """Put the sets that count together.

    The scheme with most faces counts; sets of other points are left out and named.
    """
    if not settled.used:
        return Merged(generic_scheme(0))
    merged = Merged(_common_scheme(settled.used))
    for candidate in settled.used:
        if candidate.labelled and candidate.result.scheme.points != merged.scheme.points:
            merged.problems += _misfits(candidate, merged.scheme)
            continue
        if merged.format == "none":
            merged.format = candidate.form.name
        merged.faces |= {
            picture: faces
            for picture, faces in candidate.by_picture().items()
            if picture not in merged.faces
        }
    for candidate in settled.boxes:
        _take_boxes(merged, candidate)
    return merged


def _misfits(candidate: Candidate, scheme: PointSchema) -> list[Problem]:
    """Name what is left out of a candidate of other points: by file, where it has several."""
    own = candidate.result.scheme.count
    why = say_count(
        "1 point is not the {most} that most faces here have",
        "{count} points are not the {most} that most faces here have",
        own,
        most=scheme.count,
    )
    files = candidate.result.files
    if files:
        return [
            Problem(
                files[face.picture],
                say_count(
                    "1 face left out: its {why}", "{count} faces left out: their {why}", 1, why=why
                ),
            )
            for face in candidate.result.faces
        ]
    count = len(candidate.result.faces)
    told = say_count(
        "1 face left out: its {why}", "{count} faces left out: their {why}", count, why=why
    )
    return [Problem(candidate.where, told)]


def _common_scheme(candidates: Sequence[Candidate]) -> PointSchema:
    counts: Counter[tuple[str, ...]] = Counter()
    schemes: dict[tuple[str, ...], PointSchema] = {}
    for candidate in candidates:
        scheme = candidate.result.scheme
        # A scheme of our own JSON may know mirror pairs that others of the same points do not.
        if scheme.points not in schemes or scheme.edges:
            schemes[scheme.points] = scheme
        counts[scheme.points] += sum(f.landmarks is not None for f in candidate.result.faces)
    return schemes[counts.most_common(1)[0][0]]


def _take_boxes(merged: Merged, candidate: Candidate) -> None:
    """Give faces the boxes of ``candidate`` that fit them best."""
    left = 0
    for picture, others in candidate.by_picture().items():
        boxes = [face.box for face in others if face.box is not None]
        faces = merged.faces.get(picture, [])
        pairs = sorted(
            ((_overlap(face, box), k, n) for k, face in enumerate(faces)
             for n, box in enumerate(boxes)),
            reverse=True,
        )  # fmt: skip
        given: dict[int, int] = {}
        for overlap, k, n in pairs:
            if overlap > 0 and k not in given and n not in given.values():
                given[k] = n
        merged.faces[picture] = [
            replace(face, box=boxes[given[k]]) if k in given else face
            for k, face in enumerate(faces)
        ]
        left += len(boxes) - len(given)
    if left:
        told = say_count(
            "1 box matches no face and was not used",
            "{count} boxes match no face and were not used",
            left,
        )
        merged.problems.append(Problem(candidate.where, told))


def _overlap(face: Face, box: Box) -> float:
    """Return the intersection over union of a face's extent and a box."""
    if face.landmarks is not None and face.landmarks.present.any():
        own = Box.around(face.landmarks.xy_image)
    elif face.box is not None:
        own = face.box
    else:
        return 0.0
    return own.overlap(box)
