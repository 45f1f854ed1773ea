"""Which part of a picture the prediction of a face's points depends on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.metrics import mean_known


@dataclass(frozen=True, eq=False)
class Dependence:
    """How far the points of a face move when a part of what the network sees is covered.

    Attributes:
        box_image: What it sees, by its edges in the image frame.
        moved: (R, C, K) image pixels that each point moves when the part around the cell in that
            row and column of the box is covered; NaN for points that are not predicted.
    """

    box_image: Box
    moved: FloatArray

    @classmethod
    def of(cls, box_image: Box, plain_image: FloatArray, covered_image: FloatArray) -> Dependence:
        """Compare (R, C, K, 2) points of the covered picture with (K, 2) of the picture itself."""
        return cls(box_image, np.hypot(*np.moveaxis(covered_image - plain_image, -1, 0)))

    def map(self, points: Sequence[int] = ()) -> FloatArray:
        """Return the (R, C) mean way of some points, of all by default; NaN if none is known."""
        return mean_known(self.moved[..., list(points)] if points else self.moved, axis=2)
