"""The mean shape of some faces, whichever points they have (Procrustes; Gower 1975)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray

ENOUGH = 200
"""So many faces, spread over the set, tell the mean of any number."""

_ROUNDS = 5
_FAR = 1e7  # pixels: no picture is that large

Complex = NDArray[np.complex128]


def shapes_of(faces: Sequence[Face], count: int, most: int = ENOUGH) -> FloatArray:
    """Return (N, count, 2) points of up to ``most`` labelled faces, spread over ``faces``.

    Image frame; NaN where a point is missing, or too far off to be meant.
    """
    labelled = [face.landmarks for face in faces if face.landmarks is not None and face.labelled]
    step = max(1, len(labelled) // most)
    chosen = [points.xy_image for points in labelled[::step][:most] if points.count == count]
    xy = np.array(chosen, dtype=np.float64).reshape(len(chosen), count, 2)
    return np.where(np.abs(xy) < _FAR, xy, np.nan)


def mean_shape(shapes: FloatArray) -> FloatArray:
    """Return the mean of (N, K, 2) shapes after shift, rotation and scale have been taken out.

    Args:
        shapes: In the image frame; NaN where a point is missing.

    Returns:
        (K, 2), centred, of root-mean-square radius 1 and upright as the shapes are on average; NaN
        for points that no shape has, and everywhere where no shape has two different points.
    """
    z: Complex = np.asarray(shapes[..., 0] + 1j * shapes[..., 1], dtype=np.complex128)
    z = z[np.isfinite(z).sum(axis=1) >= 2]
    if len(z):
        z = np.asarray(z - np.nanmean(z, axis=1, keepdims=True), dtype=np.complex128)
    size = np.sqrt(np.nanmean(np.abs(z) ** 2, axis=1)) if len(z) else np.empty(0)
    z, size = z[size > 0], size[size > 0]
    if len(z) == 0:
        return np.full(shapes.shape[1:], np.nan)
    z /= size[:, None]
    mean = z[int(np.isfinite(z).sum(axis=1).argmax())]
    for _ in range(_ROUNDS):
        mean = _centred(_mean_of([_fitted(one, mean) for one in z]))
    turn = np.nansum(np.conj(mean) * _mean_of(z))
    mean = mean * (turn / abs(turn) if abs(turn) > 0 else 1.0)
    return np.column_stack([mean.real, mean.imag])


def _mean_of(z: Sequence[Complex] | Complex) -> Complex:
    stacked = np.asarray(z)
    present = np.isfinite(stacked)
    count = present.sum(axis=0)
    total = np.where(present, stacked, 0.0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def _fitted(z: Complex, mean: Complex) -> Complex:
    """Return ``z`` moved, turned and scaled to lie on ``mean`` as well as it can."""
    both = np.isfinite(z) & np.isfinite(mean)
    if both.sum() < 2:
        return np.full_like(z, np.nan)
    a, b = z[both] - z[both].mean(), mean[both] - mean[both].mean()
    power = float(np.vdot(a, a).real)
    if not power > 0:
        return np.full_like(z, np.nan)
    return np.asarray((z - z[both].mean()) * (np.vdot(a, b) / power) + mean[both].mean())


def _centred(z: Complex) -> Complex:
    z = z - np.nanmean(z)
    size = float(np.sqrt(np.nanmean(np.abs(z) ** 2)))
    return np.asarray(z / size if size > 0 else z)
