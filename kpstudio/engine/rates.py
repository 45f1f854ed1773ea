"""What a search for a learning rate tells. Imports no torch."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FIRST_RATE, LAST_RATE = 1e-6, 1.0
_ROUND = (1.0, 2.0, 3.0, 5.0)
"""What a round rate is, times a power of ten."""

KEPT = 0.9
"""Share of the old that the running mean of the losses keeps."""

WIDTH = 9
"""Steps that the smoothed curve is the mean of."""

FARTHEST = 0.01
"""The steepest descent is looked for from this share of the best rate on."""

FLAT = 1.1
"""Up to this many times the lowest error is as good as it: the bottom is often flat over decades,
and its end is where too much begins."""

LEAST_FALL = 0.05
"""A loss that falls by less than this fraction has not learnt anything."""


@dataclass(frozen=True)
class RateTried:
    """One step of the search.

    Attributes:
        step: Its number, from 1.
        lr: The rate that it was taken with.
        error: The MSE before it, as a share of the mean shape's on the same faces.
        smoothed: The running mean of the errors so far.
    """

    step: int
    lr: float
    error: float
    smoothed: float

    def to_json(self) -> dict[str, Any]:
        """Return a JSON-ready dict."""
        return {"event": "rate", "step": self.step, "lr": self.lr, "error": self.error,
                "smoothed": self.smoothed}  # fmt: skip


@dataclass(frozen=True)
class Suggestion:
    """What the search comes to.

    Attributes:
        lr: The rate to train with, a round number.
        steepest: Where the smoothed error falls most steeply on the way there.
        lowest: Where it is lowest; the end of the bottom, where that is flat.
    """

    lr: float
    steepest: float
    lowest: float

    def to_json(self) -> dict[str, Any]:
        """Return a JSON-ready dict."""
        lowest = {"steepest": self.steepest, "lowest": self.lowest}
        return {"event": "suggestion", "lr": self.lr, **lowest}


def smoothed_so_far(errors: Sequence[float]) -> float:
    """Return the running mean after the last of ``errors``, made up for its start at zero."""
    weights = KEPT ** np.arange(len(errors) - 1, -1, -1)
    return float(np.dot(weights, errors) / weights.sum())


def smooth(errors: Sequence[float]) -> NDArray[np.float64]:
    """Return (N,) errors, each the mean of `WIDTH` around it, fewer towards the ends.

    Unlike a running mean it does not lag behind, so that a place on it is a rate.
    """
    values = np.asarray(errors, dtype=np.float64)
    places = range(len(values))
    reach = [min(WIDTH // 2, k, len(values) - 1 - k) for k in places]
    return np.array([values[k - r : k + r + 1].mean() for k, r in zip(places, reach, strict=True)])


def suggest(tried: Sequence[RateTried]) -> Suggestion | None:
    """Return the rate to train with; None where no rate made the error fall.

    It is a tenth of the rate at which the smoothed error is lowest. The steepest descent is told as
    well, but not relied on: a network that starts far off falls steeply at any rate.

    Args:
        tried: Every step of the search, in order.
    """
    errors = [step.error for step in tried]
    if len(errors) < WIDTH or not np.isfinite(errors).all():
        return None
    curve = smooth(errors)
    lowest = int(np.flatnonzero(curve <= FLAT * curve.min())[-1])
    if lowest < 2 or curve[lowest] > (1.0 - LEAST_FALL) * curve[: WIDTH // 2 + 1].mean():
        return None
    best = tried[lowest].lr
    slope = np.gradient(smooth(curve.tolist())[: lowest + 1])
    near = np.array([step.lr >= best * FARTHEST for step in tried[: lowest + 1]])
    steepest = tried[int(np.where(near, slope, np.inf).argmin())].lr
    return Suggestion(round_rate(best / 10.0), steepest, best)


def next_rate(rate: float, by: int) -> float:
    """Return the next round rate above (``by`` is 1) or below (-1), as `round_rate` rounds."""
    decade = math.floor(math.log10(rate))
    near = (float(f"{k:g}e{d}") for d in range(decade - 1, decade + 2) for k in _ROUND)
    return min((found for found in near if by * (found - rate) > 0), key=lambda found: by * found)


def round_rate(rate: float) -> float:
    """Return the nearest of 1, 2, 3 and 5 times a power of ten, as ratios go."""
    decade = 10.0 ** math.floor(math.log10(rate))
    near = min((*_ROUND, 10.0), key=lambda k: abs(math.log(rate / (k * decade))))
    return float(f"{near * decade:.0e}")
