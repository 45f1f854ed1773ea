"""Spacing points evenly along the smooth curve through them."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import PointSchema

_STEPS = 64


def run_of(scheme: PointSchema, points: Collection[int]) -> tuple[int, ...]:
    """Return chosen points in the order in which edges join them, from one end to the other.

    Points that no edges join in one open line come in the order of their numbers.
    """
    chosen = set(points)
    joined: dict[int, set[int]] = {point: set() for point in chosen}
    for a, b in scheme.edges:
        if a in chosen and b in chosen:
            joined[a].add(b)
            joined[b].add(a)
    ends = sorted(point for point, others in joined.items() if len(others) == 1)
    if len(ends) == 2 and all(len(others) <= 2 for others in joined.values()):
        line = [ends[0]]
        while following := joined[line[-1]] - set(line[-2:-1]):
            line.append(following.pop())
        if len(line) == len(chosen):
            return tuple(line)
    return tuple(sorted(chosen))


def spaced_evenly(xy: FloatArray, fixed: Sequence[int] = ()) -> FloatArray:
    """Return (N, 2) points at equal distances along the smooth curve through (N, 2) ``xy``.

    The curve is a cubic spline over the length of the chords between the points (de Boor, "A
    Practical Guide to Splines", 1978). The ends stay, and so do the ``fixed`` rows, between which
    points are spaced each for themselves.
    """
    if len(xy) < 3:
        return xy.copy()
    curve, knots = _curve(xy)
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(curve, axis=0).T))])
    result = xy.copy()
    stops = sorted({0, len(xy) - 1, *fixed})
    for start, end in itertools.pairwise(stops):
        wanted = np.linspace(lengths[knots[start]], lengths[knots[end]], end - start + 1)[1:-1]
        for axis in (0, 1):
            result[start + 1 : end, axis] = np.interp(wanted, lengths, curve[:, axis])
    return result


def _curve(xy: FloatArray) -> tuple[FloatArray, NDArray[np.intp]]:
    """Return many points of the curve, and which of them are the given ones."""
    from scipy.interpolate import CubicSpline

    chords = np.hypot(*np.diff(xy, axis=0).T)
    apart = np.concatenate([[True], chords > 0])  # two points in one place are one of the curve
    at = np.concatenate([[0.0], np.cumsum(chords)])
    number = np.cumsum(apart) - 1
    if number[-1] < 2:
        return xy[[0, -1]], np.minimum(number, 1)
    spline = CubicSpline(at[apart], xy[apart])
    steps = np.arange(number[-1] * _STEPS + 1) / _STEPS
    dense = np.interp(steps, np.arange(number[-1] + 1), at[apart])
    return np.asarray(spline(dense)), number * _STEPS
