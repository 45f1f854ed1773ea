"""Which faces to label next: those that a network is unsure of, has seen no like of, or that turn
as few labelled ones do.

Novelty is the distance to the nearest face that is labelled or chosen already, measured anew after
each choice, so that what is chosen spreads out (greedy k-center: Sener and Savarese 2018, "Active
Learning for Convolutional Neural Networks: A Core-Set Approach"). It multiplies the rest: nothing
gains by being labelled twice, however unsure the network is of it.
"""  # noqa: D205

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kpstudio.core.breakdown import POSE_EDGES, By, bin_name
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.texts import joined, say, say_count

ANGLES = (By.YAW, By.PITCH, By.ROLL)

_TOP = 0.8
"""Share of all faces above which a figure is named as a reason."""

_DIGITS = 9
"""Figures that differ after these are equal: their sums round as the order of the faces has it."""

_PORTION = 256
"""Labelled faces compared with all others in one go."""

_WORDS = {
    By.YAW: (say("turned to picture left"), say("facing ahead"), say("turned to picture right")),
    By.PITCH: (say("looking down"), say("looking ahead"), say("looking up")),
    By.ROLL: (say("leaning to picture left"), say("upright"), say("leaning to picture right")),
}
_STRAIGHT = {kind: len(edges) // 2 for kind, edges in POSE_EDGES.items()}


@dataclass(frozen=True, eq=False)
class Candidates:
    """What is known of N faces that may be labelled, and of M that are.

    Attributes:
        ids: (N,) theirs.
        doubt: (N,) how unsure the network is of each; NaN where that was not measured.
        features: (N, C) what the network makes of each.
        poses: (N, 3) yaw, pitch and roll in degrees, NaN where unknown.
        known_features: (M, C) of the labelled faces.
        known_poses: (M, 3) of the labelled faces.
    """

    ids: Sequence[str]
    doubt: FloatArray
    features: NDArray[np.floating]
    poses: FloatArray
    known_features: NDArray[np.floating]
    known_poses: FloatArray


@dataclass(frozen=True)
class Pick:
    """A face to label.

    Attributes:
        id: The face.
        why: In words, such as "unsure; unlike anything labelled".
        doubt: From 0 to 1, of which share of all the faces the network is surer.
        novelty: Which share lay nearer to something labelled before the first pick.
        coverage: Which share turns as more of the labelled did before the first pick.
    """

    id: str
    why: str
    doubt: float
    novelty: float
    coverage: float


def label_next(known: Candidates, count: int) -> Iterator[Pick]:
    """Yield ``count`` faces to label, or all where there are fewer, the most useful first.

    The same for the faces in any order. After some it is as good as if they were labelled.
    """
    order = np.argsort(np.asarray(known.ids))
    towards = unit_directions(np.concatenate([known.features, known.known_features]))
    candidates, labelled = np.split(towards, [len(order)])
    nearest = np.full(len(order), np.inf)
    for part in np.split(labelled, range(_PORTION, len(labelled), _PORTION)):
        nearest = np.minimum(nearest, squared_distances(candidates, part).min(1, initial=np.inf))
    bins = _bins(known.poses)
    counts = [
        np.bincount(of[of >= 0], minlength=len(POSE_EDGES[kind]) + 1)
        for kind, of in zip(ANGLES, _bins(known.known_poses).T, strict=True)
    ]
    at_first = known.doubt, nearest, -_fewest(bins, counts)[0]
    left = order
    for _ in range(min(count, len(order))):
        fewest, angle = _fewest(bins[left], counts)
        ranks = [ranked(figure) for figure in (known.doubt[left], nearest[left], -fewest)]
        doubt, novelty, coverage = ranks
        at = int(np.argmax(np.round(novelty * (doubt + coverage), _DIGITS)))
        face = left[at]
        figures = (known.doubt[face], nearest[face], -fewest[at])
        told = [share_below(*pair) for pair in zip(figures, at_first, strict=True)]
        rare = _turned(ANGLES[angle[at]], bins[face, angle[at]], fewest[at])
        yield Pick(known.ids[face], _why(told, rare), *told)
        nearest = np.minimum(nearest, squared_distances(candidates, candidates[[face]])[:, 0])
        for kind, of in enumerate(bins[face]):
            if of >= 0:
                counts[kind][of] += 1
        left = np.delete(left, at)


def unit_directions(features: ArrayLike) -> FloatArray:
    """Return (N, C) features as directions from their mean, of length 1, or 0 for the mean itself.

    All features of a network that ends in ReLUs point the same way; where they differ tells more.
    """
    of = np.asarray(features, dtype=np.float64)
    if not len(of):
        return of
    of = of - of.mean(axis=0)
    length = np.sqrt((of * of).sum(axis=1, keepdims=True))
    return np.where(length > 1e-9, of / np.maximum(length, 1e-9), 0.0)


def squared_distances(from_features: FloatArray, to_features: FloatArray) -> FloatArray:
    """Return (N, M) squared distances of (N, C) features to (M, C) others."""
    lengths = [(of * of).sum(axis=1) for of in (from_features, to_features)]
    told = lengths[0][:, None] + lengths[1] - 2.0 * from_features @ to_features.T
    rounded: FloatArray = np.round(np.maximum(told, 0.0), _DIGITS)
    return rounded


def ranked(figures: ArrayLike) -> FloatArray:
    """Return for (N,) figures which share of them lies below each, half of its equals included.

    What is NaN is neither high nor low: 0.5.
    """
    of = np.asarray(figures, dtype=np.float64)
    told = np.full(len(of), 0.5)
    known = ~np.isnan(of)
    if known.any():
        _, which, count = np.unique(of[known], return_inverse=True, return_counts=True)
        told[known] = ((np.cumsum(count) - count / 2) / known.sum())[which]
    return told


def share_below(figure: float, others: FloatArray) -> float:
    """Return which share of (N,) figures lies below one, half of its equals included.

    0.5 for NaN; others that are NaN do not count.
    """
    of = others[~np.isnan(others)]
    if math.isnan(figure) or not len(of):
        return 0.5
    return float(((of < figure).sum() + 0.5 * (of == figure).sum()) / len(of))


def _bins(poses: FloatArray) -> NDArray[np.intp]:
    """Return (N, 3) numbers of the bins of (N, 3) angles; -1 where one is unknown."""
    of = [np.digitize(poses[:, k], POSE_EDGES[kind]) for k, kind in enumerate(ANGLES)]
    return np.where(np.isfinite(poses), np.stack(of, axis=1), -1)


def _fewest(
    bins: NDArray[np.intp], counts: Sequence[NDArray[np.intp]]
) -> tuple[FloatArray, NDArray[np.intp]]:
    """Return of (N, 3) bins how many faces the emptiest of each row has, and which angle it is.

    The number is NaN where no angle is known.
    """
    have = np.stack([count[of] for count, of in zip(counts, bins.T, strict=True)], axis=1)
    have = np.where(bins >= 0, have, np.inf)
    least = have.min(axis=1)
    return np.where(np.isfinite(least), least, np.nan), have.argmin(axis=1)


def _turned(kind: By, number: int, count: float) -> str:
    """Return such as "turned to picture left (+30° to +45°), of which there are 3"; "" if unknown.

    Yaw is positive where the subject looks to its left, which is picture right.
    """
    if math.isnan(count):
        return ""
    side = int(np.sign(number - _STRAIGHT[kind])) + 1
    edges = list(itertools.pairwise((-math.inf, *POSE_EDGES[kind], math.inf)))
    turned = say("{turned} ({angles})", turned=_WORDS[kind][side], angles=bin_name(*edges[number]))
    if not count:
        return say("{turned}, with none labelled", turned=turned)
    return say_count(
        "{turned}, with 1 labelled",
        "{turned}, with {count} labelled",
        int(count),
        turned=turned,
    )


def _why(told: Sequence[float], rare: str) -> str:
    reasons = (say("unsure"), say("unlike anything labelled"), rare)
    shown = [word for word, rank in zip(reasons, told, strict=True) if word and rank >= _TOP]
    return joined(shown, "; ") if shown else say("nothing stands out")
