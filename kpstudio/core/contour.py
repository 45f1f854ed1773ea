"""Lines of points: spacing them evenly along the smooth curve through them, and bending it."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import PointSchema

_STEPS = 64
_SHORTEST = 3


def run_of(scheme: PointSchema, points: Collection[int]) -> tuple[int, ...]:
    """Return chosen points in the order in which edges join them, from one end to the other.

    Points that no edges join in one open line come in the order of their numbers.
    """
    return _open_line(scheme, points) or tuple(sorted(set(points)))


def line_of(scheme: PointSchema, point: int, points: Collection[int]) -> tuple[int, ...]:
    """Return those ``points`` that edges join with ``point`` in one open line of its group.

    Empty where they join none, as around an eye, or where it is shorter than three points.
    """
    for group in scheme.groups.values():
        if point in group:
            line = _open_line(scheme, set(group) & set(points))
            if len(line) >= _SHORTEST and point in line:
                return line
    return ()


def _open_line(scheme: PointSchema, points: Collection[int]) -> tuple[int, ...]:
    """Return all ``points`` from end to end; none where edges do not join them so."""
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
    return ()


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


@dataclass(frozen=True, eq=False)
class Bend:
    """Where the points of a face go while one point of a line is dragged: the line bends.

    The line is taken along between the nearest points that stay on both sides, its ends if no
    other; less with the distance along it, down to nothing there. An end that is dragged stretches
    the line up to the nearest point that stays. What moves is spaced evenly.

    Attributes:
        xy_image: (K, 2) the face before.
        line: Point numbers from end to end.
        place: Where the dragged point stands in ``line``.
        stays: Places in ``line`` that do not move.
    """

    xy_image: FloatArray
    line: tuple[int, ...]
    place: int
    stays: tuple[int, ...] = ()

    @property
    def _span(self) -> tuple[int, int]:
        """First and last place of what bends."""
        stops = {0, len(self.line) - 1, *self.stays} - {self.place}
        first = max((stop for stop in stops if stop < self.place), default=self.place)
        return first, min((stop for stop in stops if stop > self.place), default=self.place)

    @property
    def followers(self) -> tuple[int, ...]:
        """Numbers of the points that follow the dragged one."""
        first, last = self._span
        between = range(first + 1, last)
        return tuple(self.line[place] for place in between if place != self.place)

    def __call__(self, places: ArrayLike) -> FloatArray:
        """Return (K, 2) the face with the dragged point at (1, 2) ``places``, image frame."""
        first, last = self._span
        numbers = list(self.line[first : last + 1])
        row = self.place - first
        before = self.xy_image[numbers]
        shift = np.reshape(places, 2) - before[row]
        bent = before + _pull(before, row)[:, None] * shift
        result = self.xy_image.copy()
        result[numbers] = spaced_evenly(bent, [row])
        return result


def _pull(xy: FloatArray, row: int) -> FloatArray:
    """Return (N,) how much of the shift of ``row`` each point of a line takes: 1 there, 0 last."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    away = np.abs(along - along[row])
    reach = np.where(np.arange(len(xy)) < row, away[0], away[-1])
    share = np.divide(away, reach, out=np.ones_like(away), where=reach > 0)
    share[row] = 0.0
    if row in (0, len(xy) - 1):
        return np.asarray(1.0 - share)
    return np.asarray((1.0 + np.cos(np.pi * share)) / 2.0)
