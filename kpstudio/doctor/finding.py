"""What the doctor says: findings, how they would be repaired, and what shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

import numpy as np

from kpstudio.core.edits import Edit, FaceChange
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import FloatArray, Landmarks, Source

Mend = Callable[[Face], Face | None]
"""Returns a face as it would be; None takes it out, the face itself leaves it alone."""


class Severity(StrEnum):
    """How much a finding matters."""

    FAULT = "fault"
    """The labels are wrong as they are: what is trained on them is wrong, too."""
    DOUBT = "doubt"
    """Probably wrong; a person has to look."""
    NOTE = "note"
    """Measured and worth knowing; it may well be meant."""


@dataclass(frozen=True)
class Repair:
    """What would put a finding right.

    Attributes:
        verb: What the edit does, as the Edit menu shows it.
        mend: A face as it would be.
        setting: A setting of the project that would be made instead, or besides.
    """

    verb: str
    mend: Mend = field(default=lambda face: face, compare=False)
    setting: tuple[str, Any] | None = None

    def edit(self, faces: Iterable[Face]) -> Edit:
        """Return the edit that mends ``faces``; those that stay as they are are not in it."""
        pairs = [(face, self.mend(face)) for face in faces]
        return Edit(self.verb, tuple(FaceChange(a, b) for a, b in pairs if a is not b))


@dataclass(frozen=True)
class Finding:
    """One thing that is odd about the labels.

    Attributes:
        key: What it is called on the command line and remembered by, the same at every run.
        severity: How much it matters.
        sentence: What is odd, and where.
        remedy: What would be done about it, or what to do.
        faces: Ids of the faces concerned.
        figures: What it was concluded from.
        repair: What puts it right, if the program can.
        shown: Some of the faces, the clearest first, to be drawn as proof.
        scale: How many times the proof should be magnified for the difference to be seen.
    """

    key: str
    severity: Severity
    sentence: str
    remedy: str
    faces: tuple[str, ...]
    figures: Mapping[str, float] = field(default_factory=dict)
    repair: Repair | None = None
    shown: tuple[str, ...] = ()
    scale: int = 1

    def __post_init__(self) -> None:
        plain = {name: float(value) for name, value in self.figures.items()}
        object.__setattr__(self, "figures", plain)

    @property
    def open(self) -> bool:
        """Whether it asks for a decision; a note does not."""
        return self.severity is not Severity.NOTE

    def without(self, face_ids: frozenset[str]) -> Finding | None:
        """Return it for the other faces alone; None where none is left."""
        left = tuple(face_id for face_id in self.faces if face_id not in face_ids)
        shown = tuple(face_id for face_id in self.shown if face_id not in face_ids)
        return replace(self, faces=left, shown=shown or left[:1]) if left else None


def moved(face: Face, xy_image: FloatArray) -> Face:
    """Return ``face`` corrected to (K, 2) points; missing ones stay missing."""
    assert face.landmarks is not None
    was = face.landmarks
    if np.array_equal(was.xy_image, xy_image, equal_nan=True):
        return face
    now = Landmarks(xy_image, was.visibility, was.score, Source.PERSON)
    state = FaceState.CHECKED if face.state is FaceState.CHECKED else FaceState.CORRECTED
    return replace(face, landmarks=now, state=state)


def reordered(face: Face, order: FloatArray | tuple[int, ...]) -> Face:
    """Return ``face`` with its points in another order: point k becomes what ``order[k]`` was."""
    assert face.landmarks is not None
    was, chosen = face.landmarks, np.asarray(order, dtype=np.intp)
    score = None if was.score is None else was.score[chosen]
    now = Landmarks(was.xy_image[chosen], was.visibility[chosen], score, Source.PERSON)
    state = FaceState.CHECKED if face.state is FaceState.CHECKED else FaceState.CORRECTED
    return replace(face, landmarks=now, state=state)


def reordering(orders: Mapping[str, tuple[Face, tuple[int, ...]]]) -> Mend:
    """Return what puts the points of single faces in order.

    A face is left alone if its points have moved against each other since its order was found: a
    person may have put it right meanwhile.

    Args:
        orders: By face id, the face as it was examined, and its order as in `reordered`.
    """

    def mend(face: Face) -> Face:
        seen, order = orders.get(face.id, (None, ()))
        return reordered(face, order) if seen is not None and _only_shifted(seen, face) else face

    return mend


def _only_shifted(before: Face, now: Face) -> bool:
    """Whether all points of a face have moved alike, as a shift of all labels moves them."""
    if before.landmarks is None or now.landmarks is None:
        return False
    was, xy = before.landmarks.xy_image, now.landmarks.xy_image
    by = (xy - was)[np.isfinite(was).all(axis=1)]
    present = np.array_equal(before.landmarks.present, now.landmarks.present)
    return present and bool(np.allclose(by, by[:1], rtol=0, atol=1e-6))
