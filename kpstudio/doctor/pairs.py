"""Single mirror pairs whose two points have changed places: the mouth's corners, say."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.landmarks import FloatArray
from kpstudio.doctor.shape import laid_on

_APART = 2.0
"""Pairs must stand so many times farther apart than their points scatter."""
_BACK = -0.5
_FEW = 0.25
_BETTER = 0.3


def swapped_pairs(
    xy: FloatArray, own: FloatArray, mirror: NDArray[np.intp]
) -> Mapping[int, tuple[tuple[int, int], ...]]:
    """Return the pairs of each face whose points stand in each other's place.

    A pair counts if it points the other way than the shape's by half its length or more, and each
    point stands much nearer to where its partner belongs. Turned heads draw a pair together, but do
    not turn it round. A face of which a quarter of the pairs or more look so is another matter.

    Args:
        xy: (N, K, 2) faces.
        own: (K, 2) their median shape.
        mirror: (K,) mirror partners.

    Returns:
        Face number -> pairs (left, right) of point numbers.
    """
    left = np.flatnonzero(np.arange(len(mirror)) < mirror)
    right = mirror[left]
    laid = laid_on(xy, own)
    with np.errstate(all="ignore"):
        away = np.hypot(*np.moveaxis(laid - own, -1, 0))
        usual = _middle(away)
        across = own[right] - own[left]
        length = np.hypot(across[:, 0], across[:, 1])
        clear = length > _APART * np.maximum(usual[left], usual[right])
        along = ((laid[:, right] - laid[:, left]) * across).sum(axis=2) / length**2
        as_is = away[:, left] ** 2 + away[:, right] ** 2
        swapped = ((laid[:, right] - own[left]) ** 2).sum(axis=2)
        swapped += ((laid[:, left] - own[right]) ** 2).sum(axis=2)
        wrong = clear & (along < _BACK) & (swapped < _BETTER**2 * as_is)
    few = wrong.sum(axis=1) <= _FEW * len(left)
    return {
        int(n): tuple((int(left[k]), int(right[k])) for k in np.flatnonzero(wrong[n]))
        for n in np.flatnonzero(wrong.any(axis=1) & few)
    }


def _middle(away: FloatArray) -> FloatArray:
    """Return the (K,) median of (N, K); infinite for points that no face has."""
    known = np.isfinite(away).any(axis=0)
    return np.where(known, np.nanmedian(np.where(known, away, 0.0), axis=0), np.inf)
