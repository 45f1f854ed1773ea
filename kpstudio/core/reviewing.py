"""Edits of a second person: approving checked faces, and returning faces with a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kpstudio.core.edits import Edit, FaceChange
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Source
from kpstudio.core.review import Review, Verdict

_UNCHECKED = {
    Source.FILE: FaceState.LABELLED,
    Source.PREDICTION: FaceState.PREDICTED,
    Source.PERSON: FaceState.CORRECTED,
}


def unchecked_state(face: Face) -> FaceState:
    """Return the state that ``face`` has where nobody has checked it."""
    if face.landmarks is None:
        return FaceState.UNLABELLED
    return _UNCHECKED[face.landmarks.source]


def approve(faces: Iterable[Face], by: str) -> Edit:
    """Agree with those of ``faces`` that are checked; the others are not in the edit."""
    review = Review(Verdict.APPROVED, by)
    wanted = [
        face
        for face in faces
        if face.state is FaceState.CHECKED and face.verdict is not Verdict.APPROVED
    ]
    changes = tuple(FaceChange(face, replace(face, review=review)) for face in wanted)
    return Edit(_verb("approve", len(changes)), changes)


def give_back(faces: Iterable[Face], by: str, note: str) -> Edit:
    """Return ``faces`` with a note; they are then neither checked nor rejected."""
    review = Review(Verdict.RETURNED, by, " ".join(note.split()))
    pairs = ((f, replace(f, review=review, state=_returned_state(f))) for f in faces)
    changes = tuple(FaceChange(before, after) for before, after in pairs if before != after)
    return Edit(_verb("return", len(changes)), changes)


def returnable(face: Face) -> bool:
    """Return whether there is anything in ``face`` to disagree with: points, or a rejection."""
    return face.landmarks is not None or face.finished


def _returned_state(face: Face) -> FaceState:
    return unchecked_state(face) if face.finished else face.state


def _verb(verb: str, count: int) -> str:
    return f"{verb} the face" if count == 1 else f"{verb} {count} faces"
