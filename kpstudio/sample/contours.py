"""The outlines of lids, lips and brows as curves through the landmarks, in frontal coordinates."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from kpstudio.sample.numerics import F32, F64, Ints, pchip

_TABLE = 257


@dataclass(frozen=True)
class Band:
    """The region between two curves over one x range, tabulated for quick look-up.

    Attributes:
        x0: Left end in head units.
        x1: Right end.
        upper: (257,) ordinates of the upper curve over even steps of x.
        lower: (257,) ordinates of the lower curve.
    """

    x0: float
    x1: float
    upper: F64
    lower: F64
    _flat: tuple[F32, F32] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Tabulate the cosines of the curves' slopes."""
        step = (self.x1 - self.x0) / (_TABLE - 1)
        slopes = (np.gradient(curve, step) for curve in (self.upper, self.lower))
        up, low = ((1 / np.sqrt(1 + s * s)).astype(np.float32) for s in slopes)
        object.__setattr__(self, "_flat", (up, low))

    def edges(self, x: F32) -> tuple[F32, F32]:
        """Return the upper and lower ordinates at ``x``, held constant outside the ends."""
        i, t = self._place(x)
        found = []
        for curve in (self.upper, self.lower):
            start, rise = curve[:-1].astype(np.float32), np.diff(curve).astype(np.float32)
            found.append(start.take(i) + rise.take(i) * t)
        return found[0], found[1]

    def _place(self, x: F32) -> tuple[Ints, F32]:
        at = np.clip((x - np.float32(self.x0)) * np.float32(1 / (self.x1 - self.x0)), 0, 1)
        at *= np.float32(_TABLE - 1)
        i = np.minimum(at.astype(np.intp), _TABLE - 2)
        return i, (at - i).astype(np.float32)

    def inside(self, x: F32, y: F32, blur: float) -> F32:
        """Return the smooth coverage (0..1) of points; 0.5 on the edge, ``blur`` wide."""
        up, low = self.edges(x)
        i, _ = self._place(x)
        # A vertical gap overstates the distance to a steep edge.
        gap = np.minimum((y - up) * self._flat[0].take(i), (low - y) * self._flat[1].take(i))
        gap = np.minimum(gap, np.minimum(x - np.float32(self.x0), np.float32(self.x1) - x))
        return np.asarray(np.clip(gap / np.float32(blur) + 0.5, 0, 1), dtype=np.float32)


def _curve(points: F64, x: F64) -> F64:
    order = np.argsort(points[:, 0])
    return pchip(points[order, 0], points[order, 1], x)


def band(upper: F64, lower: F64) -> Band:
    """Build a band from two polylines (n, 2) that share their end points."""
    x0, x1 = float(upper[:, 0].min()), float(upper[:, 0].max())
    x = np.linspace(x0, x1, _TABLE)
    return Band(x0, x1, _curve(upper, x), _curve(lower, x))


def eye(xy: F64, first: int) -> Band:
    """Return the eye opening whose eight points start at row ``first`` (13 or 21)."""
    rows = xy[first : first + 8]
    return band(rows[[0, 1, 2, 3, 4]], rows[[4, 5, 6, 7, 0]])


@dataclass(frozen=True)
class Mouth:
    """The lips and the opening between them, as three bands that share the corners."""

    outer: Band
    opening: Band
    gap: float


def mouth(xy: F64, gap: float) -> Mouth:
    """Return lips and opening; ``gap`` is the opening's height at the middle in head units."""
    upper, lower = xy[[39, 40, 41, 42, 43]], xy[[43, 44, 45, 46, 39]]
    outer = band(upper, lower)
    height = float(lower[2, 1] - upper[2, 1])
    gap = min(gap, 0.7 * height)
    share = 0.44 * (height - gap) / height
    thick = outer.lower - outer.upper
    t = np.linspace(-1, 1, _TABLE)
    # The lips meet a little before the corners, where the opening closes.
    wide = np.clip(1 - np.abs(t / 0.93) ** 3, 0, 1)
    top = outer.upper + thick * share + thick * (gap / height) * 0.5 * (1 - wide)
    low = top + thick * (gap / height) * wide
    return Mouth(outer, Band(outer.x0, outer.x1, top, low), gap)


def brow(xy: F64, first: int, thickness: float) -> Band:
    """Return the brow of rows ``first`` to ``first + 4``, running from the nose outwards.

    The points are its upper edge and its two ends; ``thickness`` (head units) hangs below.
    """
    rows = xy[first : first + 5]
    upper = rows.copy()
    # The end by the nose is blunt; its point is the lower corner.
    upper[0, 1] += 0.75 * (rows[1, 1] - rows[0, 1])
    lower = rows + np.outer(np.array([0.0, 0.95, 0.95, 0.62, 0.12]) * thickness, [0.0, 1.0])
    x0, x1 = float(rows[:, 0].min()), float(rows[:, 0].max())
    x = np.linspace(x0, x1, _TABLE)
    return Band(x0, x1, _curve(upper, x), _curve(lower, x))
