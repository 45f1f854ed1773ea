"""Turning and stretching some points by hand, as far as the picture reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.geometry import Affine2D, Box
from kpstudio.core.landmarks import FloatArray

SMALLEST_FACTOR = 0.05
"""No stretch turns points inside out or lays them on one another."""

_HALVINGS = 40


@dataclass(frozen=True)
class Reshape:
    """A stretch along the axes, then a turn, both about one place.

    Attributes:
        about: (x, y) of what stays in place.
        factor_x: What widths are multiplied by.
        factor_y: What heights are multiplied by.
        radians: From x towards y: clockwise to see.
    """

    about: tuple[float, float]
    factor_x: float = 1.0
    factor_y: float = 1.0
    radians: float = 0.0

    @property
    def affine(self) -> Affine2D:
        """The map of the plane."""
        stretch = Affine2D.scaling(self.factor_x, self.factor_y, self.about)
        return stretch.then(Affine2D.rotation(self.radians, self.about))

    def part(self, share: float) -> Reshape:
        """Return this reshaping carried out by a share: 0 for nothing, 1 for all of it."""
        factor_x = 1.0 + (self.factor_x - 1.0) * share
        factor_y = 1.0 + (self.factor_y - 1.0) * share
        return Reshape(self.about, factor_x, factor_y, self.radians * share)

    def within(self, limits: Box, xy: ArrayLike) -> Reshape:
        """Return as much of this reshaping as keeps (K, 2) present points inside ``limits``.

        Points that are outside before get no farther out than the box around them all.
        """
        points = np.asarray(xy)
        limits = limits.joined(Box.around(points))
        if _fits(self, limits, points):
            return self
        low, high = 0.0, 1.0
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (
                (middle, high) if _fits(self.part(middle), limits, points) else (low, middle)
            )
        return self.part(low)


def drag_of_corner(
    box: Box, side: Sequence[int], shift: Sequence[float], centred: bool, even: bool
) -> Reshape:
    """Return the stretch that lets a side or corner of ``box`` follow a shift of it.

    Args:
        box: Around what is stretched; with an extent along each axis that ``side`` names.
        side: (x, y) of the side or corner that is held, each -1, 0 or 1.
        shift: (x, y) by which it has moved, in pixels of the box's frame.
        centred: Whether the middle stays in place, instead of the side across.
        even: Whether widths and heights keep their proportion.
    """
    sides = np.asarray(side)
    extent = np.array([box.width, box.height])
    reach = sides * extent * (0.5 if centred else 1.0)  # from what stays in place to what is held
    factors = np.ones(2)
    if even:
        factors[:] += np.dot(shift, reach) / np.dot(reach, reach)
    else:
        held = sides != 0
        factors[held] += np.asarray(shift)[held] / reach[held]
    factors = np.maximum(factors, SMALLEST_FACTOR)
    about = np.asarray(box.centre) - (0.0 if centred else 0.5) * sides * extent
    return Reshape((float(about[0]), float(about[1])), float(factors[0]), float(factors[1]))


def _fits(reshape: Reshape, limits: Box, points: FloatArray) -> bool:
    # The rounding of the map itself must not forbid what touches the edge.
    slack = 1e-9 * max(1.0, float(np.abs(points).max()))
    moved = reshape.affine(points)
    wide = Box(limits.left - slack, limits.top - slack, limits.right + slack, limits.bottom + slack)
    return bool(wide.contains(moved).all())
