"""Where a point that is missing may be."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.shapemodel import similarity


def filled(xy_image: ArrayLike, guesses: Iterable[FloatArray]) -> FloatArray:
    """Return (K, 2) points, each that is missing taken from the first guess that has it.

    Args:
        xy_image: (K, 2) points, NaN where missing.
        guesses: (K, 2) each, in the same frame, the best first; asked for only while some point is
            missing.
    """
    result = np.array(xy_image, dtype=np.float64)
    for guess in guesses:
        missing = np.isnan(result)
        result[missing] = guess[missing]
        if np.isfinite(result).all():
            break
    return result


def laid_over(shape: ArrayLike, xy_image: ArrayLike) -> FloatArray:
    """Return a (K, 2) shape turned, scaled and shifted onto the points that are placed.

    All NaN where fewer than two points are present in both.
    """
    points = np.asarray(xy_image, dtype=np.float64)
    try:
        return similarity(shape, points)(shape)
    except ValueError:
        return np.full_like(points, np.nan)
