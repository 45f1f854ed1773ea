"""Slips of single faces' labels, and how the benchmark of suspicious labels plants them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.metrics import normaliser_length

POINT, SIDES, ORDER, OTHER = "one point moved", "sides swapped", "wrong order", "another face's"
KINDS = (POINT, SIDES, ORDER, OTHER)


@dataclass(frozen=True)
class Slip:
    """What was planted in a face.

    Attributes:
        kind: One of `KINDS`.
        point: The number of the moved point, where one was.
    """

    kind: str
    point: int = -1


def plant(
    labels: LabelSet, share: float, far: float, seed: int
) -> tuple[LabelSet, dict[str, Slip]]:
    """Return the set with slips of each kind in ``share`` of its faces, no face with two.

    A moved point goes ``far`` normaliser lengths (a distance between the eyes) in a random
    direction. A wrong order is any permutation of all points. Faces with another's points exchange
    them in a ring, so that no two faces have the same labels.

    Args:
        labels: As they are.
        share: Of the faces, for each kind.
        far: See above.
        seed: Of every choice.
    """
    random = np.random.default_rng(seed)
    ids = sorted(face.id for face in labels)
    count = max(2, round(share * len(ids)))
    chosen = random.choice(len(ids), count * len(KINDS), replace=False).reshape(len(KINDS), count)
    slips: dict[str, Slip] = {}
    places: dict[str, FloatArray] = {}
    for kind, numbers in zip(KINDS, chosen, strict=True):
        faces = [labels[ids[n]] for n in numbers]
        for face, after in zip(faces, [*faces[1:], faces[0]], strict=True):
            xy, point = _points(face).copy(), -1
            if kind == POINT:
                point = int(random.choice(np.flatnonzero(np.isfinite(xy).all(axis=1))))
                xy[point] += far * normaliser_length(xy, labels.scheme.normaliser) * _way(random)
            elif kind == SIDES:
                xy = xy[np.array(labels.scheme.mirror, dtype=np.intp)]
            elif kind == ORDER:
                xy = random.permutation(xy)
            else:
                xy = _points(after)
            places[face.id], slips[face.id] = xy, Slip(kind, point)
    planted = [
        replace(face, landmarks=Landmarks.of(places[face.id])) if face.id in places else face
        for face in labels
    ]
    return LabelSet(labels.root, labels.scheme, planted), slips


def _points(face: Face) -> FloatArray:
    assert face.landmarks is not None
    return face.landmarks.xy_image


def _way(random: np.random.Generator) -> NDArray[np.float64]:
    angle = random.uniform(0, 2 * np.pi)
    return np.array([np.cos(angle), np.sin(angle)])
