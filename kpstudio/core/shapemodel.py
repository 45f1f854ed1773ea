"""Point distribution model: the mean face, how faces vary, and a proxy for the head's turn.

Cootes, Taylor, Cooper and Graham, "Active Shape Models" (1995), with Procrustes alignment after
Gower (1975). The shipped statistics were measured on IMM (58 points) and LFPW (68 points).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from kpstudio import resources
from kpstudio.core.geometry import Affine2D
from kpstudio.core.landmarks import FloatArray

DEGREES_PER_STD = 20.0
"""IMM's views turned by about 30° lie 1.5 to 1.6 standard deviations along the first mode."""


def similarity(xy_from: ArrayLike, xy_to: ArrayLike) -> Affine2D:
    """Return the rotation, scale and shift that best moves (K, 2) points onto others.

    Least squares over the points present in both (Umeyama 1991, without reflection).

    Raises:
        ValueError: If fewer than two points are present in both.
    """
    a, b = np.asarray(xy_from, dtype=np.float64), np.asarray(xy_to, dtype=np.float64)
    both = np.isfinite(a).all(axis=1) & np.isfinite(b).all(axis=1)
    if both.sum() < 2:
        raise ValueError("aligning two shapes needs two points that both have")
    a, b = a[both], b[both]
    a_mean, b_mean = a.mean(axis=0), b.mean(axis=0)
    a_complex = (a - a_mean) @ np.array([1, 1j])
    b_complex = (b - b_mean) @ np.array([1, 1j])
    power = np.vdot(a_complex, a_complex).real
    turn = np.vdot(a_complex, b_complex) / power if power > 0 else 1.0
    linear = np.array([[turn.real, -turn.imag], [turn.imag, turn.real]])
    return Affine2D(np.column_stack([linear, b_mean - linear @ a_mean]))


@dataclass(frozen=True, eq=False)
class ShapeModel:
    """Mean shape and modes of variation, in units of the outer-eye-corner distance.

    Attributes:
        mean: (K, 2) float64, centred, x right, y down.
        modes: (M, K, 2) float64 unit vectors.
        std: (M,) float64, standard deviation along each mode.
    """

    mean: FloatArray
    modes: FloatArray
    std: FloatArray

    def coefficients(self, xy_image: ArrayLike) -> FloatArray:
        """Return the (M,) mode weights of a complete (K, 2) face, after aligning it to the mean.

        NaN if any point is missing.
        """
        xy = np.asarray(xy_image, dtype=np.float64)
        if not np.isfinite(xy).all():
            return np.full(len(self.std), np.nan)
        aligned = similarity(xy, self.mean)(xy)
        return np.asarray(np.einsum("mkd,kd->m", self.modes, aligned - self.mean))

    def yaw(self, xy_image: ArrayLike) -> float:
        """Return about how far the head is turned, in degrees; positive to the subject's left.

        A proxy from the first mode, which is the turn of the head. NaN if a point is missing.
        """
        return float(self.coefficients(xy_image)[0] / self.std[0]) * DEGREES_PER_STD

    def unusual(self, xy_image: ArrayLike) -> float:
        """Return how unusual a face is: the root of the mean square of its mode weights, each in
        standard deviations of its mode. About 1 for faces; NaN if a point is missing.
        """  # noqa: D205
        return float(np.sqrt(np.mean((self.coefficients(xy_image) / self.std) ** 2)))

    def yaws(self, xy_image: ArrayLike) -> FloatArray:
        """Return (N,) what `yaw` says of each of (N, K, 2) faces, many times faster."""
        x, y = np.moveaxis(np.asarray(xy_image, dtype=np.float64), -1, 0)
        face, mean = x + 1j * y, self.mean @ np.array([1, 1j])
        face = face - face.mean(axis=1, keepdims=True)
        power = (np.abs(face) ** 2).sum(axis=1, keepdims=True)
        turn = (face.conj() * (mean - mean.mean())).sum(axis=1, keepdims=True)
        with np.errstate(invalid="ignore", divide="ignore"):
            turn = np.where(power == 0, 1.0, turn / power)  # all points in one place
        offset = face * turn + mean.mean() - mean
        weight = offset.real @ self.modes[0, :, 0] + offset.imag @ self.modes[0, :, 1]
        return np.asarray(weight / self.std[0] * DEGREES_PER_STD)


@cache
def shipped_shape_model(scheme_name: str) -> ShapeModel | None:
    """Return the measured model of a shipped scheme ("imm58", "ibug68"), or None."""
    if scheme_name not in ("imm58", "ibug68"):
        return None
    data = resources.read_json(f"shapes/{scheme_name}_shape.json")
    return ShapeModel(
        np.array(data["mean"]), np.array(data["modes"]), np.array(data["std"], dtype=np.float64)
    )
