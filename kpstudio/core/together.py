"""How the points of faces move together, and what is left of each once the others are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from kpstudio.core.landmarks import FloatArray

RAYLEIGH, RAYLEIGH_90 = 1.1774, 2.1460
"""Length that half, and nine tenths, of vectors in the plane stay below whose parts have standard
deviation 1."""

HAND = 0.004
"""Of the radius of a face: a hand does not place points more exactly, even where labels agree."""

_CLIP = 3.0
"""What stands farther off says where a slip is, and not how points move together."""
_FACES_A_MODE = 10
_LEAST_NOISE = 0.1
"""Of a point's variance, which is its own whatever the others do."""


@dataclass(frozen=True, eq=False)
class Together:
    """A Gaussian over offsets of K points: a few modes, and noise of each point's own.

    Offsets are in units of the radius of a face.

    Attributes:
        centre: (K, 2) median offset.
        usual: (K,) standard deviation of each coordinate about it, by the median.
        covariance: (2 K, 2 K) in units of ``usual``.
    """

    centre: FloatArray
    usual: FloatArray
    covariance: FloatArray

    @classmethod
    def learn(cls, off: FloatArray, most: float, modes: int) -> Self:
        """Learn it from (N, K, 2) offsets, NaN where missing, of which most are in order.

        Args:
            off: The offsets.
            most: Faces whose median offset is more than so many times usual do not tell how points
                move together.
            modes: So many at most.
        """
        centre = quantile(off, 0.5)
        usual = np.fmax(quantile(size(off - centre), 0.5) / RAYLEIGH, HAND)
        scaled = (off - centre) / usual[:, None]
        return cls(centre, usual, _covariance(scaled[level(scaled) <= most], modes))

    def scaled(self, off: FloatArray) -> FloatArray:
        """Return (N, K, 2) offsets about the centre, in units of what is usual."""
        return np.asarray((off - self.centre) / self.usual[:, None])

    def left(self, off: FloatArray) -> FloatArray:
        """Return (N, K, 2) what is left of each offset, given those of all other points.

        It is the distance from the conditional mean. Offsets are clipped before they tell where
        other points belong, so that one slip does not throw suspicion on its neighbours.
        """
        scaled = self.scaled(off)
        there = np.asarray(np.isfinite(scaled).all(axis=2))
        filled, clipped = np.where(there[..., None], scaled, 0.0), _clipped(scaled)
        found: FloatArray = np.full(scaled.shape, np.nan)
        patterns, of = np.unique(there, axis=0, return_inverse=True)
        for number, pattern in enumerate(patterns):
            rows, points = np.flatnonzero(of.ravel() == number), np.flatnonzero(pattern)
            if len(points) == 0:
                continue
            both = (2 * points[:, None] + np.array([0, 1])).ravel()
            precise = np.linalg.inv(self.covariance[np.ix_(both, both)])
            count, k = len(points), np.arange(len(points))
            own = precise.reshape(count, 2, count, 2)[k, :, k]  # of a point, given the rest
            given = clipped[np.ix_(rows, points)].reshape(len(rows), -1) @ precise
            rest = np.linalg.solve(own[None], given.reshape(len(rows), count, 2, 1))[..., 0]
            found[np.ix_(rows, points)] = rest + (filled - clipped)[np.ix_(rows, points)]
        return np.asarray(found * self.usual[:, None])


def level(scaled: FloatArray) -> FloatArray:
    """Return (N,) how far points of (N, K, 2) faces are off in the middle; 1 is usual."""
    return np.asarray(quantile(size(scaled).T, 0.5) / RAYLEIGH)


def size(off: FloatArray) -> FloatArray:
    """Return the (...,) lengths of (..., 2) vectors."""
    return np.asarray(np.hypot(off[..., 0], off[..., 1]))


def quantile(values: FloatArray, share: float) -> FloatArray:
    """Return the quantile over the first axis of what is there; NaN, unwarned, where nothing is."""
    if not len(values):
        return np.full(values.shape[1:], np.nan)
    empty = ~np.isfinite(values).any(axis=0)
    filled = np.where(empty, 0.0, values)
    return np.asarray(np.where(empty, np.nan, np.nanquantile(filled, share, axis=0)))


def _covariance(scaled: FloatArray, most: int) -> FloatArray:
    rows = (len(scaled), 2 * scaled.shape[1])
    there = np.isfinite(scaled).reshape(rows).astype(np.float64)
    flat = _clipped(scaled).reshape(rows)
    whole = flat.T @ flat / np.maximum(there.T @ there, 1.0)
    variance = np.maximum(np.diag(whole), 0.05)
    modes = min(most, len(flat) // _FACES_A_MODE)
    values, ways = np.linalg.eigh(whole)
    values, ways = np.clip(values[::-1][:modes], 0.0, None), ways[:, ::-1][:, :modes]
    core = (ways * values) @ ways.T
    noise = np.maximum(variance - np.diag(core), _LEAST_NOISE * variance)
    return np.asarray(core + np.diag(noise))


def _clipped(scaled: FloatArray) -> FloatArray:
    """Return offsets no longer than `_CLIP`, and 0 where there is none."""
    shorter = scaled * np.minimum(1.0, _CLIP / np.maximum(size(scaled), 1e-12))[..., None]
    return np.asarray(np.where(np.isfinite(scaled), shorter, 0.0))
