"""Photos of faces that do not stand upright: seen turned where the network is in doubt.

Networks learn upright faces. What one answers for a face that lies on a side scatters so much more
that the scatter tells how the picture is to be turned, whatever the faces of the run look like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from kpstudio.core.errors import Problem
from kpstudio.core.facts import doubt
from kpstudio.core.geometry import Affine2D
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import BOX_DIAGONAL
from kpstudio.engine.crops import face_box
from kpstudio.io.images import read_size

DOUBTFUL = 0.02
"""Points of an upright face rarely scatter by more, as a share of the diagonal of their box."""

LESS = 0.3
"""A turn is taken only if they then scatter less than that, and by less than this share of what
they do without: a wrong turn is worse than none, and where no face is it is a half at times."""

Answer = tuple[Face, Landmarks | Problem]

Seen = Callable[[Sequence[Face], int], Iterable[Answer]]
"""Predicts faces in pictures turned by so many quarter turns, all in the turned image frame."""


def upright(answers: Sequence[Answer], root: Path, seen: Seen) -> list[Answer]:
    """Return ``answers``, those of doubtful photos by the turn in which they scatter least.

    Args:
        answers: Faces with the points predicted in pictures as they are.
        root: Folder that relative picture paths start from.
        seen: Predicts faces anew.
    """
    best = {face.id: found for face, found in answers if _doubtful(face, found)}
    least = {face_id: min(DOUBTFUL, LESS * _scatter(found)) for face_id, found in best.items()}
    lying = [face for face, _ in answers if face.id in best]
    for turns in (1, 2, 3) if lying else ():
        ways = [Affine2D.quarter_turns(turns, *read_size(root / face.picture)) for face in lying]
        shown = [_moved(face, way) for face, way in zip(lying, ways, strict=True)]
        for (face, found), way in zip(seen(shown, turns), ways, strict=True):
            scatter = _scatter(found)
            if isinstance(found, Landmarks) and scatter < least[face.id]:
                best[face.id], least[face.id] = moved_points(found, way.inverse()), scatter
    return [(face, best.get(face.id, found)) for face, found in answers]


def moved_points(points: Landmarks, to: Affine2D) -> Landmarks:
    """Return predicted points, and their spread, in another frame."""
    spread = points.spread
    if spread is not None:
        linear = to.matrix[:, :2]
        moved = linear @ spread[:, [[0, 1], [1, 2]]] @ linear.T
        spread = np.stack([moved[:, 0, 0], moved[:, 0, 1], moved[:, 1, 1]], axis=1)
    return replace(points, xy_image=to(points.xy_image), spread=spread)


def _doubtful(face: Face, found: Landmarks | Problem) -> bool:
    return face.photo and _scatter(found) > DOUBTFUL


def _scatter(found: Landmarks | Problem) -> float:
    """Return NaN, which is neither more nor less than anything, where that was not measured."""
    return doubt(found, BOX_DIAGONAL) if isinstance(found, Landmarks) else np.nan


def _moved(face: Face, way: Affine2D) -> Face:
    box = face_box(face)
    return replace(face, landmarks=None, box=None if box is None else box.mapped(way))
