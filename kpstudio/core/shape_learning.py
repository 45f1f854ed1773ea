"""Learning what shapes are like from labelled faces, whichever points they have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.mean_shape import Complex
from kpstudio.core.shape_prior import FEWEST, ShapePrior
from kpstudio.core.shapemodel import as_points

ENOUGH = 40
"""So many shapes have modes of their own; those of fewer would be single faces."""

_ROUNDS = 5
_EXPLAINED = 0.97
_MOST_MODES = 30
_SHAPES_A_MODE = 4
_LEAST_NOISE = 0.004
"""Of the radius: a hand does not place points more exactly."""
_ODD = 4.0
"""Shapes so many times farther from the mean than most are slips of the labels."""


def learn_prior(shapes: FloatArray, mirror: Sequence[int], origin: str = "") -> ShapePrior | None:
    """Learn a Gaussian over shapes, or return None where there are too few.

    Mirror images count as shapes, too, where the scheme knows the pairs. Each half of the shapes
    tells how unusual the other half is.

    Args:
        shapes: (N, K, 2) image frame; NaN where a point is missing.
        mirror: (K,) partner of each point.
        origin: What the shapes are, in words.
    """
    z = shapes[..., 0] + 1j * shapes[..., 1]
    z = z[np.isfinite(z).sum(axis=1) >= FEWEST]
    if len(z) < ENOUGH:
        return None
    aligned, mean = _mean(z)
    away = np.sqrt(_averaged(np.abs(aligned - mean) ** 2, axis=1).real)
    z = z[away <= _ODD * np.nanmedian(away)]
    if len(z) < ENOUGH:
        return None
    first, second = z[: len(z) // 2], z[len(z) // 2 :]
    distances = [
        *_distances(_fitted(first, mirror), second),
        *_distances(_fitted(second, mirror), first),
    ]
    found = _fitted(z, mirror)
    free = found.directions(int(found.known.sum()))  # shapes all alike are as noise has them
    spread = max(float(np.mean(distances)), free), max(float(np.var(distances)), 2.0 * free)
    return replace(found, spread=spread, origin=origin)


def _distances(prior: ShapePrior, z: Complex) -> list[float]:
    """Return the squared Mahalanobis distance of each shape, as if it had all points."""
    found = [(prior.distance(as_points(one)), int(np.isfinite(one).sum())) for one in z]
    whole = prior.directions(z.shape[1])
    return [d * whole / prior.directions(points) for d, points in found if np.isfinite(d)]


def _fitted(z: Complex, mirror: Sequence[int]) -> ShapePrior:
    """Return the Gaussian of (N, K) shapes and their mirror images."""
    pairs = np.asarray(mirror, dtype=np.intp)
    both = z
    if (pairs != np.arange(len(pairs))).any():
        both = np.concatenate([z, -np.conj(z[:, pairs])])
    aligned, mean = _mean(both)
    off = as_points(aligned - mean).reshape(len(both), -1)
    placed = np.isfinite(off)
    off = np.where(placed, off, 0.0)
    most = max(1, min(_MOST_MODES, len(z) // _SHAPES_A_MODE))
    ways, std, noise = _modes(off, most)
    if not placed.all():
        for _ in range(_ROUNDS):  # what is missing lies where the modes want it
            off = np.where(placed, off, off @ ways.T @ ways)
            ways, std, noise = _modes(off, most)
    return ShapePrior(as_points(mean), ways.reshape(len(std), -1, 2), std, noise)


def _modes(off: FloatArray, most: int) -> tuple[FloatArray, FloatArray, float]:
    """Return (M, 2 K) modes of (N, 2 K) offsets, (M,) their deviations, and that of the rest."""
    _, singular, ways = np.linalg.svd(off / np.sqrt(len(off)), full_matrices=False)
    variance = singular**2
    total = float(variance.sum())
    enough = int(np.searchsorted(np.cumsum(variance), _EXPLAINED * total)) + 1
    count = min(enough, most, len(variance))
    varying = int((off != 0).any(axis=0).sum())
    rest = float(variance[count:].sum()) / max(varying - 4 - count, 1)
    std = np.maximum(singular[:count], _LEAST_NOISE)
    return ways[:count], std, max(float(np.sqrt(rest)), _LEAST_NOISE)


def _mean(z: Complex) -> tuple[Complex, Complex]:
    """Return (N, K) shapes laid onto their mean, and that (K,) mean (Gower 1975).

    The mean is centred, of root-mean-square radius 1, and upright as the shapes are on average.
    """
    mean = _unit(z[int(np.isfinite(z).sum(axis=1).argmax())])
    for _ in range(_ROUNDS):
        mean = _unit(_averaged(_laid(z, mean)))
    sizes = np.sqrt(_averaged(np.abs(z - _averaged(z, axis=1)[:, None]) ** 2, axis=1).real)
    sizes = np.where(sizes > 0, sizes, np.nan)
    upright = _averaged((z - _averaged(z, axis=1)[:, None]) / sizes[:, None])
    turn = np.nansum(np.conj(mean) * upright)
    mean = mean * (turn / abs(turn) if abs(turn) > 0 else 1.0)
    return _laid(z, mean), mean


def _laid(z: Complex, mean: Complex) -> Complex:
    """Return (N, K) shapes shifted, turned and sized to lie on (K,) ``mean``, by least squares."""
    there = np.isfinite(z) & np.isfinite(mean)
    faces, target = np.where(there, z, np.nan), np.where(there, mean, np.nan)
    faces = faces - _averaged(faces, axis=1)[:, None]
    middle = _averaged(target, axis=1)[:, None]
    target = target - middle
    power = np.nansum(np.abs(faces) ** 2, axis=1)
    turn = np.nansum(np.conj(faces) * target, axis=1) / np.where(power > 0, power, np.nan)
    return np.asarray(faces * turn[:, None] + middle)


def _averaged(z: Complex | FloatArray, axis: int = 0) -> Complex:
    """Return the mean of what is there; NaN where nothing is."""
    there = np.isfinite(z)
    count = there.sum(axis=axis)
    total = np.where(there, z, 0.0).sum(axis=axis)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan).astype(np.complex128)


def _unit(z: Complex) -> Complex:
    z = z - _averaged(z, axis=0)
    size = float(np.sqrt(np.nanmean(np.abs(z) ** 2)))
    return np.asarray(z / size if size > 0 else z)
