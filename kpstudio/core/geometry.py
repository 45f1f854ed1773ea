"""Affine maps between the frames (image, crop, heatmap) and axis-aligned boxes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.landmarks import FloatArray


@dataclass(frozen=True, eq=False)
class Affine2D:
    """A map of the plane: ``xy_to = xy_from @ matrix[:, :2].T + matrix[:, 2]``.

    Attributes:
        matrix: (2, 3) float64.
    """

    matrix: FloatArray

    def __post_init__(self) -> None:
        matrix = np.array(self.matrix, dtype=np.float64)
        if matrix.shape != (2, 3):
            raise ValueError(f"an affine map needs shape (2, 3), not {matrix.shape}")
        matrix.setflags(write=False)
        object.__setattr__(self, "matrix", matrix)

    @classmethod
    def identity(cls) -> Affine2D:
        """Return the map that moves nothing."""
        return cls(np.eye(2, 3))

    @classmethod
    def between_boxes(cls, box_from: Box, box_to: Box) -> Affine2D:
        """Return the map that stretches ``box_from`` onto ``box_to``.

        Raises:
            ValueError: If ``box_from`` has no width or no height.
        """
        if not (box_from.width and box_from.height):
            raise ValueError(f"{box_from} is a box without area: nothing can be mapped from it")
        scale_x = box_to.width / box_from.width
        scale_y = box_to.height / box_from.height
        shift_x = box_to.left - scale_x * box_from.left
        shift_y = box_to.top - scale_y * box_from.top
        return cls(np.array([[scale_x, 0.0, shift_x], [0.0, scale_y, shift_y]]))

    @classmethod
    def scaling(cls, factor_x: float, factor_y: float, about: Sequence[float]) -> Affine2D:
        """Return the map that stretches the plane along its axes and leaves ``about`` in place."""
        return cls._about(np.diag([factor_x, factor_y]), about)

    @classmethod
    def rotation(cls, radians: float, about: Sequence[float]) -> Affine2D:
        """Return the map that turns the plane about a point, from x towards y: clockwise to see."""
        cos, sin = math.cos(radians), math.sin(radians)
        return cls._about(np.array([[cos, -sin], [sin, cos]]), about)

    @classmethod
    def quarter_turns(cls, turns: int, width: int, height: int) -> Affine2D:
        """Return the map from a picture's frame to that of the picture turned, as `np.rot90` does.

        Args:
            turns: Quarter turns counter-clockwise to see.
            width: Of the picture before, in pixels.
            height: Likewise.
        """
        ways = (
            [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]],
            [[0.0, 1.0, 0.0], [-1.0, 0.0, width - 1]],
            [[-1.0, 0.0, width - 1], [0.0, -1.0, height - 1]],
            [[0.0, -1.0, height - 1], [1.0, 0.0, 0.0]],
        )
        return cls(np.array(ways[turns % 4]))

    @classmethod
    def _about(cls, linear: FloatArray, about: Sequence[float]) -> Affine2D:
        return cls(np.column_stack([linear, np.subtract(about, linear @ np.asarray(about))]))

    def __call__(self, xy: ArrayLike) -> FloatArray:
        """Map (..., 2) points; NaN stays NaN."""
        return np.asarray(np.asarray(xy) @ self.matrix[:, :2].T + self.matrix[:, 2])

    def then(self, after: Affine2D) -> Affine2D:
        """Return the map that applies this one first and ``after`` second."""
        linear = after.matrix[:, :2] @ self.matrix[:, :2]
        shift = after(self.matrix[:, 2])
        return Affine2D(np.column_stack([linear, shift]))

    def inverse(self) -> Affine2D:
        """Return the map back.

        Raises:
            ValueError: If the map is flat (has no inverse).
        """
        (a, b), (c, d) = self.matrix[:, :2]
        determinant = a * d - b * c
        if not abs(determinant) > 1e-12 * (a * a + b * b + c * c + d * d):
            raise ValueError("this affine map flattens the plane: it has no inverse")
        back = np.array([[d, -b], [-c, a]]) / determinant
        return Affine2D(np.column_stack([back, -back @ self.matrix[:, 2]]))


@dataclass(frozen=True)
class Box:
    """An axis-aligned box by its edges, in pixels of the frame its name gives.

    Edges are continuous coordinates in the frame where pixel centres are whole numbers: a picture
    of width W spans from -0.5 to W - 0.5.
    """

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def whole(cls, width: int, height: int) -> Box:
        """Return the box around a whole picture of ``width`` x ``height`` pixels."""
        return cls(-0.5, -0.5, width - 0.5, height - 0.5)

    @classmethod
    def around(cls, xy: ArrayLike) -> Box:
        """Return the tight box around the present points of (K, 2) ``xy``.

        Raises:
            ValueError: If every point is NaN.
        """
        points = np.asarray(xy)
        points = points[np.isfinite(points).all(axis=1)]
        if len(points) == 0:
            raise ValueError("no present point to put a box around")
        left, top = points.min(axis=0)
        right, bottom = points.max(axis=0)
        return cls(float(left), float(top), float(right), float(bottom))

    @property
    def width(self) -> float:
        """Horizontal extent in pixels."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Vertical extent in pixels."""
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        """(x, y) of the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def mapped(self, to: Affine2D) -> Box:
        """Return the box around this one in another frame; ``to`` keeps or swaps the axes."""
        return Box.around(to([[self.left, self.top], [self.right, self.bottom]]))

    def square(self, scale: float = 1.0) -> Box:
        """Return the square of the longer side, about the same centre, enlarged by ``scale``."""
        x, y = self.centre
        half = max(self.width, self.height) * scale / 2
        return Box(x - half, y - half, x + half, y + half)

    def contains(self, xy: ArrayLike) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Return (...,) True where (..., 2) points lie inside or on the edge; NaN is outside."""
        points = np.asarray(xy, dtype=np.float64)
        x, y = points[..., 0], points[..., 1]
        inside = (x >= self.left) & (x <= self.right) & (y >= self.top) & (y <= self.bottom)
        return np.asarray(inside)

    def nearest(self, xy: ArrayLike) -> FloatArray:
        """Return (..., 2) points brought to the edge where they lie beyond it; NaN stays NaN."""
        return np.asarray(np.clip(xy, (self.left, self.top), (self.right, self.bottom)))

    def joined(self, other: Box) -> Box:
        """Return the smallest box around both."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        return Box(left, top, max(self.right, other.right), max(self.bottom, other.bottom))

    def overlap(self, other: Box) -> float:
        """Return the area that both cover as a share of what either covers, 0 to 1."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        if width <= 0.0 or height <= 0.0:
            return 0.0
        shared = width * height
        return shared / (self.width * self.height + other.width * other.height - shared)

    def room(self, xy: ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Return how far present (K, 2) points can be shifted together and stay inside.

        Points that lie outside need not come in, but get no farther out.

        Returns:
            Least and most shift along x and y, (2,) each.

        Raises:
            ValueError: If every point is NaN.
        """
        held = Box.around(xy)
        least = (self.left - held.left, self.top - held.top)
        most = (self.right - held.right, self.bottom - held.bottom)
        return np.minimum(least, 0.0), np.maximum(most, 0.0)
