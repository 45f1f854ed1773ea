"""How the boxes that a run was trained with lie about what tells where a face is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray
from kpstudio.engine.crops import face_box, usable_box


@dataclass(frozen=True)
class BoxRelation:
    """How the boxes of a set of faces lie about others: those of their points, or found ones.

    Attributes:
        x: From the middle of the other box to that of the face's, in sides of the other.
        y: Likewise.
        side: The side of the face's box, in sides of the other; both made square.
    """

    x: float = 0.0
    y: float = 0.0
    side: float = 1.0

    @classmethod
    def between(cls, pairs: Iterable[tuple[Box, Box]]) -> BoxRelation:
        """Return the medians over (other box, face's box); boxes have a size."""
        told = []
        for other, box in pairs:
            square = other.square()
            (x, y), (x_other, y_other), side = box.centre, square.centre, square.width
            told.append(((x - x_other) / side, (y - y_other) / side, box.square().width / side))
        return cls(*np.median(told, axis=0).tolist()) if told else cls()

    @classmethod
    def to_points(cls, faces: Sequence[Face], points: Sequence[int]) -> BoxRelation:
        """Return how the boxes that the crops of ``faces`` were cut by lie about their points.

        Args:
            faces: Those with landmarks and a usable box, or points that tell one, count.
            points: The points that will be found.
        """
        pairs = ((_around(face, points), face_box(face)) for face in faces)
        return cls.between((a, b) for a, b in pairs if a is not None and b is not None)

    def about(self, other: Box) -> Box:
        """Return the face's box, given the other."""
        square = other.square()
        (x, y), side = square.centre, square.width
        half = self.side * side / 2
        x, y = x + self.x * side, y + self.y * side
        return Box(x - half, y - half, x + half, y + half)

    def about_points(self, xy_image: FloatArray) -> Box | None:
        """Return the face's box in the image frame, given (P, 2) points; NaN where missing.

        None where the points are too close together to tell, as a single one is.
        """
        around = usable_box(xy_image)
        return None if around is None else self.about(around)


def _around(face: Face, points: Sequence[int]) -> Box | None:
    return None if face.landmarks is None else usable_box(face.landmarks.xy_image[list(points)])
