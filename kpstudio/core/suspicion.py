"""Faces whose labels are probably wrong, and the likely reason, from networks that never saw them.

A reason is a hypothesis that was tried: do the labels fit once left and right are exchanged, or the
points are given other numbers? Do they fit nowhere? Else, which single points are off?
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.disagreement import Disagreement, Scatter
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.metrics import normaliser_length
from kpstudio.core.schema import PointSchema
from kpstudio.core.schemes.names import in_words
from kpstudio.core.texts import joined, say

Order = NDArray[np.intp]

LISTED = 3.0
"""Faces of this suspicion and more are listed."""

_FACE = 3.0
"""Labels so many times farther off than usual, in most points, belong to another face."""
_POINT = 4.8
"""A point is off that stands so many times farther than usual from where all else wants it."""
_SINGLE = 3.0
"""Single points make no face more suspicious than so many times what is listed."""
_MISNUMBERED = 3.0
"""Points are renumbered only if they stand so many times farther off than usual."""
_LEFT_OVER = 0.35
"""Renumbered, they must stand off by no more than this share of what they did."""
_NAMED = 4
_CAP = 8.0
"""No point counts as farther off: what is beyond says no more about an order."""


class Reason(StrEnum):
    """Why labels are suspicious."""

    SIDES = "sides"
    ORDER = "order"
    FACE = "face"
    POINT = "point"


@dataclass(frozen=True)
class Suspicion:
    """What is suspicious about one face.

    Attributes:
        score: How suspicious; see `LISTED`.
        reason: What is likely wrong.
        words: The same in words, to follow the face's name and a colon.
        points: The points concerned, the farthest first.
        order: (K,) what would put it right: point k is what stands at ``order[k]``; None where
            other numbers do not.
    """

    score: float
    reason: Reason
    words: str
    points: tuple[int, ...]
    order: tuple[int, ...] | None = None


def suspect(
    xy_labels: FloatArray,
    xy_looks: FloatArray,
    scheme: PointSchema,
    scatter: Scatter | None = None,
) -> list[Suspicion | None]:
    """Return what is most suspicious about each face; None where nothing can be compared.

    Args:
        xy_labels: (N, K, 2) image frame, NaN where missing.
        xy_looks: (N, L, K, 2) answers of networks that never saw the face to L looks at it, image
            frame, NaN for points that were not predicted.
        scheme: The points.
        scatter: What is usual; learnt from these faces by default.
    """
    if not len(xy_labels):
        return []
    scatter = scatter or Scatter.learn(xy_labels, xy_looks)
    found = scatter.measure(xy_labels, xy_looks)
    return [_judged(n, xy_labels[n], found, scheme) for n in range(len(xy_labels))]


def _judged(n: int, xy: FloatArray, found: Disagreement, scheme: PointSchema) -> Suspicion | None:
    far, alone = found.far[n], found.alone[n]
    if not np.isfinite(far).any() or not np.isfinite(alone).any():
        return None
    if (far > _MISNUMBERED).sum() > 1 and (other := _renumbered(n, xy, found, scheme)) is not None:
        return other
    worst = [int(k) for k in np.argsort(-np.nan_to_num(alone, nan=-1.0))]
    level, top = float(found.level[n]), float(np.nanmax(alone))
    length = normaliser_length(found.expected[n], scheme.normaliser)  # a slip would change it
    percent = 100.0 * far * found.unit[n] / length
    if level / _FACE > top / _POINT:
        middle = float(np.nanmedian(percent))
        words: str = say(
            "half of the points are off by {middle:.0f} % or more: labels of another face?",
            middle=middle,
        )
        everywhere = tuple(int(k) for k in np.flatnonzero(np.isfinite(far)))
        return Suspicion(LISTED * level / _FACE, Reason.FACE, words, everywhere)
    wrong = [k for k in worst if alone[k] >= max(_POINT, top / 3)] or worst[:1]
    words = _points_off([(scheme.called(k), percent[k]) for k in wrong])
    return Suspicion(LISTED * min(top / _POINT, _SINGLE), Reason.POINT, words, tuple(wrong))


def _points_off(points: Sequence[tuple[str, float]]) -> str:
    told: list[str] = [
        say("{name} is off by {percent:.0f} %", name=name, percent=percent)
        for name, percent in points[:3]
    ]
    first = joined(told, ", ")
    if len(points) <= 3:
        return first
    return say("{first} and {count} more", first=first, count=len(points) - 3)


# ---- other numbers


def _renumbered(
    n: int, xy: FloatArray, found: Disagreement, scheme: PointSchema
) -> Suspicion | None:
    """Return what other numbers of the points explain, or None where they explain too little."""
    there = np.flatnonzero(np.isfinite(xy).all(axis=1) & np.isfinite(found.far[n]))
    apart = found.expected[n, there, None] - xy[None, there]
    cost = np.hypot(apart[..., 0], apart[..., 1]) / found.unit[n, there, None]
    cost = np.minimum(cost, _CAP)
    partner = _within(np.asarray(scheme.mirror, dtype=np.intp), there)
    sides = partner is not None and _explained(cost, partner)
    order = partner if sides else _assigned(cost)
    assert order is not None
    changed = np.flatnonzero(order != np.arange(len(order)))
    if len(changed) < 2 or not (sides or _explained(cost, order)):
        return None
    whole = np.arange(len(xy))
    whole[there] = there[order]
    points = tuple(int(there[k]) for k in changed)
    off = np.minimum(found.far[n, list(points)], _CAP * _CAP)
    score = LISTED * float(np.median(off)) / _MISNUMBERED
    mirror = np.asarray(scheme.mirror)
    swapped = bool((whole[list(points)] == mirror[list(points)]).mean() >= 0.8)
    reason = Reason.SIDES if swapped else Reason.ORDER
    numbers = tuple(int(k) for k in whole)
    return Suspicion(
        score, reason, _renumbering(swapped, points, len(there), scheme), points, numbers
    )


def _within(order: Order, there: NDArray[np.intp]) -> Order | None:
    """Return ``order`` among the points ``there``; None where it changes none or leaves them."""
    place = {int(k): p for p, k in enumerate(there)}
    if (order == np.arange(len(order))).all() or any(int(order[k]) not in place for k in there):
        return None
    return np.array([place[int(order[k])] for k in there], dtype=np.intp)


def _assigned(cost: FloatArray) -> Order:
    """Return the order with the least total squared distance."""
    from scipy.optimize import linear_sum_assignment  # late: it is slow to load

    return np.asarray(linear_sum_assignment(cost**2)[1], dtype=np.intp)


def _explained(cost: FloatArray, order: Order) -> bool:
    """Whether points that get other numbers were far off, and are not any more."""
    k = np.flatnonzero(order != np.arange(len(order)))
    before, after = (float(np.sqrt((cost[k, of] ** 2).mean())) for of in (k, order[k]))
    return before > _MISNUMBERED and after < _LEFT_OVER * before


def _renumbering(swapped: bool, points: Sequence[int], present: int, scheme: PointSchema) -> str:
    if len(points) > present / 2:
        return (
            say("left and right are swapped") if swapped else say("the points are in another order")
        )
    names = [scheme.called(k) for k in points]
    part = next((name for name, of in scheme.groups.items() if set(points) <= set(of)), "")
    if len(points) <= _NAMED:
        which = say("{before} and {last}", before=joined(names[:-1], ", "), last=names[-1])
    elif part:
        which = say("{count} points of {part}", count=len(points), part=in_words(part))
    else:
        which = say("{count} points ({name}, …)", count=len(points), name=names[0])
    if swapped or len(points) == 2:
        return say("{which} are swapped", which=which)
    return say("{which} changed places", which=which)
