"""Putting the mean shape onto a face: by its two eyes, or by a box around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.geometry import Affine2D, Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import PointSchema
from kpstudio.core.shapemodel import similarity

_BETWEEN_EYES = ("inter-ocular", "inter-pupil")
_EYE = re.compile(r"(left|right)[ _]eye(?![ _]?brow)", re.IGNORECASE)


def eyes_of(scheme: PointSchema) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the points of the left and of the right eye, the subject's; None if not to be told.

    They are the groups of these names, else the points of such names, else the two ends of a length
    between the eyes, of which nobody says which is which.
    """
    found: dict[str, tuple[int, ...]] = {}
    for side in ("left", "right"):
        named = ((k, _EYE.search(name)) for k, name in enumerate(scheme.points))
        members = tuple(k for k, match in named if match and match[1].lower() == side)
        found[side] = tuple(scheme.groups.get(f"{side} eye", members))
    if all(found.values()):
        return found["left"], found["right"]
    between = scheme.normaliser
    return (between.a, between.b) if between.name in _BETWEEN_EYES and between.a else None


@dataclass(frozen=True, eq=False)
class Dropping:
    """A mean shape that is to be put onto a face.

    Attributes:
        mean: (K, 2) upright, y down; NaN where a point is not known.
        eyes: The points of the two eyes, as `eyes_of` tells them.
    """

    mean: FloatArray
    eyes: tuple[tuple[int, ...], tuple[int, ...]] | None

    def on_eyes(self, places: ArrayLike) -> FloatArray | None:
        """Return (K, 2) the shape with its eyes at (2, 2) places; None where that tells nothing."""
        try:
            return dropped_on_eyes(self.mean, self.eyes, places) if self.eyes is not None else None
        except ValueError:
            return None

    def in_box(self, box: Box) -> FloatArray:
        """Return (K, 2) the shape in a box."""
        return dropped_in_box(self.mean, box)


def dropped_on_eyes(
    mean: FloatArray, eyes: tuple[Sequence[int], Sequence[int]], places: ArrayLike
) -> FloatArray:
    """Return (K, 2) the mean shape with its eyes at two places, upright as far as these allow.

    Args:
        mean: (K, 2) upright mean shape, y down; NaN where a point is not known.
        eyes: Point numbers of the left and of the right eye.
        places: (2, 2) middles of the eyes in the image frame, in any order.

    Raises:
        ValueError: If the places are one, or the mean shape has no two eyes.
    """
    middles = np.array([np.nanmean(mean[list(eye)], axis=0) for eye in eyes])
    ends = np.asarray(places, dtype=np.float64)
    if not np.isfinite(middles).all() or np.array_equal(*middles) or np.array_equal(*ends):
        raise ValueError("two eyes in two places tell where a face is")
    pose = similarity(middles, ends)
    if pose.matrix[0, 0] < 0:  # it would stand on its head
        pose = similarity(middles, ends[::-1])
    return pose(mean)


def dropped_in_box(mean: FloatArray, box: Box) -> FloatArray:
    """Return (K, 2) the mean shape, upright, so large and placed that ``box`` is around it.

    The shape keeps its proportions: where the box has others, it is as good a fit as there is.
    """
    own = Box.around(mean)
    wide = own.width * box.width + own.height * box.height
    size = wide / (own.width**2 + own.height**2)
    shift = np.array(box.centre) - size * np.array(own.centre)
    return Affine2D(np.array([[size, 0.0, shift[0]], [0.0, size, shift[1]]]))(mean)
