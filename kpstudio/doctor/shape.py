"""Comparing many faces with a shape at once: how alike, how far turned, mirrored or not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.landmarks import FloatArray

Complex = NDArray[np.complex128]
_ROUNDS = 4
_FEWEST = 3
_AT_ONCE = 4096


@dataclass(frozen=True)
class Fit:
    """How N faces lie on a shape after the best shift, rotation and scale.

    Attributes:
        residual: (N,) root-mean-square distance left, in units of the shape's own radius: 0 is the
            same shape, 1 nothing alike; NaN for faces of fewer than three points.
        angle: (N,) degrees that the face is turned against the shape, clockwise on the screen.
        scale: (N,) pixels to one unit of the shape.
    """

    residual: FloatArray
    angle: FloatArray
    scale: FloatArray


def as_complex(xy: FloatArray) -> Complex:
    """Return (..., K) complex numbers x + iy of (..., K, 2) points."""
    return np.asarray(xy[..., 0] + 1j * xy[..., 1])


def fit(xy: FloatArray, shape: FloatArray) -> Fit:
    """Fit (N, K, 2) faces to a (K, 2) shape; missing points do not count."""
    if len(xy) > _AT_ONCE:
        parts = [fit(xy[k : k + _AT_ONCE], shape) for k in range(0, len(xy), _AT_ONCE)]
        return Fit(
            np.concatenate([part.residual for part in parts]),
            np.concatenate([part.angle for part in parts]),
            np.concatenate([part.scale for part in parts]),
        )
    z, turn, there = _aligned(as_complex(xy), as_complex(shape))
    n = there.sum(axis=1)
    with np.errstate(all="ignore"):
        power = (np.abs(z) ** 2).sum(axis=1)
        own = (np.abs(_centred(np.where(there, as_complex(shape), np.nan))) ** 2).sum(axis=1)
        alike = np.abs(turn) ** 2 * power / own
        residual = np.sqrt(np.clip(1.0 - alike, 0.0, 1.0))
        residual = np.where((n >= _FEWEST) & np.isfinite(residual), residual, np.nan)
        return Fit(residual, -np.degrees(np.angle(turn)), 1.0 / np.abs(turn))


def laid_on(xy: FloatArray, shape: FloatArray) -> FloatArray:
    """Return (N, K, 2) faces as they lie on a (K, 2) shape, in its units; NaN where missing."""
    z, target = as_complex(xy), as_complex(shape)
    faces, turn, there = _aligned(z, target)
    with np.errstate(all="ignore"):
        counted = np.where(there, target, 0.0).sum(axis=1) / there.sum(axis=1)
        laid = np.where(there, faces * turn[:, None] + counted[:, None], np.nan)
    return np.stack([laid.real, laid.imag], axis=-1)


def mean_of(xy: FloatArray) -> FloatArray:
    """Return the (K, 2) median shape of (N, K, 2) faces, turned as most of them are.

    Centred and of root-mean-square radius 1; a minority of faces in another order or frame hardly
    moves it. NaN for points that no face has.
    """
    z = as_complex(xy)
    z = z[np.isfinite(z).sum(axis=1) >= _FEWEST]
    if len(z) == 0:
        return np.full(xy.shape[1:], np.nan)
    mean = _typical(z)
    with np.errstate(all="ignore"):
        for _ in range(_ROUNDS):
            aligned, turn, there = _aligned(z, mean)
            laid = np.where(there, aligned * turn[:, None], np.nan)
            mean = _unit(_median(laid))
        angle = np.angle(_median(turn / np.abs(turn)))
    mean = mean * np.exp(-1j * angle)
    return np.stack([mean.real, mean.imag], axis=-1)


def _typical(z: Complex) -> Complex:
    """Return the face that is most like most others, among some."""
    chosen = z[np.unique(np.linspace(0, len(z) - 1, 60).astype(int))]
    complete = np.isfinite(chosen).sum(axis=1)
    chosen = chosen[complete == complete.max()]
    xy = np.stack([chosen.real, chosen.imag], axis=-1)
    # What cannot be compared (all points in one place) is like nothing.
    away = [np.median(np.nan_to_num(fit(xy, one).residual, nan=1.0)) for one in xy]
    return _unit(chosen[int(np.argmin(away))])


def _aligned(z: Complex, shape: Complex) -> tuple[Complex, Complex, NDArray[np.bool_]]:
    """Return centred faces (0 where missing), the factor to lay each on the shape, what counts."""
    there = np.isfinite(z) & np.isfinite(shape)
    faces = _centred(np.where(there, z, np.nan))
    target = _centred(np.where(there, shape, np.nan))
    power = (np.abs(faces) ** 2).sum(axis=1)
    with np.errstate(all="ignore"):
        turn = (np.conj(faces) * target).sum(axis=1) / power
    return faces, np.asarray(turn), there


def _centred(z: Complex) -> Complex:
    """Return the rows of (N, K) about their own centre, with 0 for NaN."""
    there = np.isfinite(z)
    filled = np.where(there, z, 0.0)
    centre = filled.sum(axis=1) / np.maximum(there.sum(axis=1), 1)
    return np.asarray(np.where(there, filled - centre[:, None], 0.0))


def _unit(z: Complex) -> Complex:
    there = np.isfinite(z)
    if not there.any():
        return z
    z = z - z[there].mean()
    size = np.sqrt((np.abs(z[there]) ** 2).mean())
    return np.asarray(z / size if size > 0 else z)


def _median(z: Complex) -> Complex:
    with np.errstate(all="ignore"):
        empty = ~np.isfinite(z).any(axis=0)
        filled = np.where(empty, 0.0, z)
        middle = np.nanmedian(filled.real, axis=0) + 1j * np.nanmedian(filled.imag, axis=0)
    return np.asarray(np.where(empty, np.nan, middle))
