"""How far predictions lie from the ground truth.

NME follows Sagonas et al., "300 Faces In-The-Wild Challenge" (2016): the mean point-to-point
distance divided by a length of the ground-truth face. CED, AUC and failure rate follow the same
source: the cumulative distribution of per-face NME up to a threshold, the area under it divided by
the threshold, and the share of faces above it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import BOX_DIAGONAL, Normaliser

FAILURE_THRESHOLD = 0.08
"""NME above which a face counts as failed, unless another is asked for."""
THRESHOLDS = (FAILURE_THRESHOLD, 0.10)
"""Those in use: 300-W counts failures above 8 % of the inter-ocular distance, WFLW above 10 %."""


@dataclass(frozen=True)
class Yardstick:
    """What errors are measured by.

    Attributes:
        normaliser: The length of the face that they are divided by.
        threshold: NME above which a face counts as failed, as a fraction.
    """

    normaliser: Normaliser
    threshold: float = FAILURE_THRESHOLD


def point_errors(xy_predicted: ArrayLike, xy_truth: ArrayLike) -> FloatArray:
    """Return (..., K) distances in the points' unit; NaN where either point is missing."""
    offset = np.subtract(xy_predicted, xy_truth, dtype=np.float64)
    return np.asarray(np.hypot(offset[..., 0], offset[..., 1]))


def normaliser_lengths(xy_truth: ArrayLike, normaliser: Normaliser) -> FloatArray:
    """Return the (N,) lengths that errors of (N, K, 2) faces are divided by.

    Where the normaliser's points are missing from a face, or lie in one place, its box size is
    taken: the geometric mean of the sides of the box around the present points. NaN where that is
    zero, too.
    """
    xy = np.asarray(xy_truth, dtype=np.float64)
    length = np.zeros(len(xy))
    if normaliser.a:
        between = [xy[:, list(end)].mean(axis=1) for end in (normaliser.a, normaliser.b)]
        length = np.hypot(*np.subtract(*between).T)
    lacking = ~(length > 0.0)
    if lacking.any():
        length[lacking] = _box_lengths(xy[lacking], normaliser == BOX_DIAGONAL)
    return length


def _box_lengths(xy: FloatArray, diagonal: bool) -> FloatArray:
    """Return the (N,) diagonals or sizes of the boxes of (N, K, 2) points; NaN for zero."""
    present = np.where(np.isfinite(xy).all(axis=-1, keepdims=True), xy, np.nan)
    corners = (ends.reduce(present, axis=1, initial=np.nan) for ends in (np.fmax, np.fmin))
    sides = np.subtract(*corners)
    length = np.hypot(*sides.T) if diagonal else np.sqrt(sides.prod(axis=1))
    return np.where(length > 0.0, length, np.nan)


def normaliser_length(xy_truth: ArrayLike, normaliser: Normaliser) -> float:
    """Return what `normaliser_lengths` says of one (K, 2) face."""
    return float(normaliser_lengths(np.asarray(xy_truth)[None], normaliser)[0])


def nme(xy_predicted: ArrayLike, xy_truth: ArrayLike, normaliser: Normaliser) -> float:
    """Return the normalised mean error of one face as a fraction; NaN if no point is in both."""
    errors = point_errors(xy_predicted, xy_truth)
    if not np.isfinite(errors).any():
        return math.nan
    return float(np.nanmean(errors)) / normaliser_length(xy_truth, normaliser)


def mse(xy_predicted: ArrayLike, xy_truth: ArrayLike) -> float:
    """Return the mean squared difference over all present coordinates; NaN if there is none."""
    offset = np.subtract(xy_predicted, xy_truth, dtype=np.float64)
    return float(np.nanmean(offset**2)) if np.isfinite(offset).any() else math.nan


@dataclass(frozen=True)
class NmeSummary:
    """Per-face NME of a set, summed up; all but the count are fractions, NaN for an empty set.

    Attributes:
        count: How many faces have an NME.
        mean: Mean over the faces.
        median: Median over the faces.
        failure_rate: Share of faces whose NME is above the threshold.
        auc: Area under the CED up to the threshold, divided by the threshold.
        threshold: What failure rate and AUC refer to; their number means nothing without it.
    """

    count: int
    mean: float
    median: float
    failure_rate: float
    auc: float
    threshold: float


def summarise(per_face: ArrayLike, threshold: float = FAILURE_THRESHOLD) -> NmeSummary:
    """Sum up (N,) per-face NME; faces without one (NaN) are left out."""
    values = np.asarray(per_face, dtype=np.float64)
    values = values[np.isfinite(values)]
    if len(values) == 0:
        return NmeSummary(0, math.nan, math.nan, math.nan, math.nan, threshold)
    # The CED is a step function: each face adds the stretch from its error up to the threshold.
    area = float(np.clip(threshold - values, 0.0, None).mean()) / threshold
    failed = float((values > threshold).mean())
    mean, median = float(values.mean()), float(np.median(values))
    return NmeSummary(len(values), mean, median, failed, area, threshold)


def mean_known(values: ArrayLike, axis: int) -> FloatArray:
    """Return the mean over what is no NaN; NaN, without a warning, where nothing is."""
    array = np.asarray(values, dtype=np.float64)
    known = np.isfinite(array)
    count = known.sum(axis=axis)
    total = np.where(known, array, 0.0).sum(axis=axis)
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), np.nan))


def ced(per_face: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return the cumulative error distribution of (N,) per-face NME.

    Returns:
        (M,) ascending errors and (M,) the share of faces at or below each.
    """
    values = np.asarray(per_face, dtype=np.float64)
    values = np.sort(values[np.isfinite(values)])
    return values, np.arange(1, len(values) + 1) / max(len(values), 1)
