"""How far predictions lie from the ground truth.

NME follows Sagonas et al., "300 Faces In-The-Wild Challenge" (2016): the mean point-to-point
distance divided by a length of the ground-truth face. CED, AUC and failure rate follow the same
source: the cumulative distribution of per-face NME up to a threshold, the area under it divided by
the threshold, and the share of faces above it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import Normaliser

FAILURE_THRESHOLD = 0.08
"""NME above which a face counts as failed, as in the 300-W and WFLW literature (8 to 10 %)."""


def point_errors(xy_predicted: ArrayLike, xy_truth: ArrayLike) -> FloatArray:
    """Return (..., K) distances in the points' unit; NaN where either point is missing."""
    offset = np.asarray(xy_predicted, dtype=np.float64) - np.asarray(xy_truth, dtype=np.float64)
    return np.asarray(np.hypot(offset[..., 0], offset[..., 1]))


def normaliser_length(xy_truth: ArrayLike, normaliser: Normaliser) -> float:
    """Return the length that errors of the (K, 2) face are divided by.

    Where the normaliser's points are missing, or it names none, this is the geometric mean of the
    sides of the box around the present points. NaN if that is zero.
    """
    xy = np.asarray(xy_truth, dtype=np.float64)
    length = 0.0
    if normaliser.a:
        a = xy[list(normaliser.a)].mean(axis=0)
        b = xy[list(normaliser.b)].mean(axis=0)
        length = float(np.hypot(*(a - b)))
    if not length > 0.0:
        present = xy[np.isfinite(xy).all(axis=1)]
        sides = np.ptp(present, axis=0) if len(present) else np.zeros(2)
        length = float(np.sqrt(sides[0] * sides[1]))
    return length if length > 0.0 else float("nan")


def nme(xy_predicted: ArrayLike, xy_truth: ArrayLike, normaliser: Normaliser) -> float:
    """Return the normalised mean error of one face as a fraction; NaN if no point is in both."""
    errors = point_errors(xy_predicted, xy_truth)
    if not np.isfinite(errors).any():
        return float("nan")
    return float(np.nanmean(errors)) / normaliser_length(xy_truth, normaliser)


def mse(xy_predicted: ArrayLike, xy_truth: ArrayLike) -> float:
    """Return the mean squared difference over all present coordinates; NaN if there is none."""
    offset = np.asarray(xy_predicted, dtype=np.float64) - np.asarray(xy_truth, dtype=np.float64)
    return float(np.nanmean(offset**2)) if np.isfinite(offset).any() else float("nan")


@dataclass(frozen=True)
class NmeSummary:
    """Per-face NME of a set, summed up; all are fractions, NaN for an empty set.

    Attributes:
        mean: Mean over the faces.
        median: Median over the faces.
        failure_rate: Share of faces whose NME is above the threshold.
        auc: Area under the CED up to the threshold, divided by the threshold.
    """

    mean: float
    median: float
    failure_rate: float
    auc: float


def summarise(per_face: ArrayLike, threshold: float = FAILURE_THRESHOLD) -> NmeSummary:
    """Sum up (N,) per-face NME; faces without one (NaN) are left out."""
    values = np.asarray(per_face, dtype=np.float64)
    values = values[np.isfinite(values)]
    if len(values) == 0:
        nan = float("nan")
        return NmeSummary(nan, nan, nan, nan)
    # The CED is a step function: each face adds the stretch from its error up to the threshold.
    area = float(np.clip(threshold - values, 0.0, None).mean()) / threshold
    failed = float((values > threshold).mean())
    return NmeSummary(float(values.mean()), float(np.median(values)), failed, area)


def ced(per_face: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return the cumulative error distribution of (N,) per-face NME.

    Returns:
        (M,) ascending errors and (M,) the share of faces at or below each.
    """
    values = np.asarray(per_face, dtype=np.float64)
    values = np.sort(values[np.isfinite(values)])
    return values, np.arange(1, len(values) + 1) / max(len(values), 1)
