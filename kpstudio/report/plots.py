"""The plots of a report."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.analysis import by_point, ellipses
from kpstudio.core.breakdown import TRAINING
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.metrics import ced
from kpstudio.core.point_scale import readable_scale, scale_in_words
from kpstudio.report.measured import Measured
from kpstudio.report.svg import Plot, svg

_MOST_PERCENT = 40.0
"""Errors beyond it are drawn at the edge: one face that is lost must not flatten the others."""
_FACE_PX, _FACE_MARGIN = 420.0, 40.0


@dataclass(frozen=True, eq=False)
class Curve:
    """How the error fell while a run was trained.

    Attributes:
        training: (x, y) epochs and training MSE.
        validation: (x, y) epochs and validation MSE.
        mean_shape: Error of the mean shape; NaN where unknown.
    """

    training: tuple[ArrayLike, ArrayLike]
    validation: tuple[ArrayLike, ArrayLike]
    mean_shape: float = math.nan


def learning(curve: Curve) -> str:
    """Draw training and validation MSE over the epochs; "" where there is nothing to draw."""
    values = np.concatenate(
        [np.asarray(curve.training[1]), np.asarray(curve.validation[1]), [curve.mean_shape]]
    ).astype(np.float64)
    values = values[np.isfinite(values) & (values > 0)]
    epochs = np.concatenate([np.asarray(curve.training[0]), np.asarray(curve.validation[0])])
    if len(values) < 2 or not len(epochs):
        return ""
    told = "Training and validation error over the epochs"
    ends = 0.9 * float(values.min()), 1.1 * float(values.max())
    plot = Plot((0.0, float(epochs.max())), ends, "epoch", "MSE", told, log=True)
    plot.level(curve.mean_shape, "mean", "mean shape")
    plot.line(*curve.training, "training")
    plot.line(*curve.validation, "validation")
    return plot.svg()


def cumulative(run: Measured, other: Measured | None = None) -> str:
    """Draw which share of the judged faces lies at or below each error."""
    end = _end(run if other is None else other, run)
    told = "Share of the faces at or below each error"
    plot = Plot((0.0, end), (0.0, 100.0), "NME, %", "% of the faces", told)
    plot.upright(100.0 * run.threshold, "limit", f"{100 * run.threshold:g} %")
    drawn = [(run.people, "mean"), (run.nme[run.judged], "training")]
    if other is not None:
        drawn.insert(0, (other.nme[other.judged], "other"))
    for nme, kind in drawn:
        errors, share = ced(nme)
        if len(errors):
            x, y = np.r_[0.0, 100 * errors, end], np.r_[0.0, 100 * share, 100 * share[-1:]]
            plot.line(x, y, kind, steps=True)
    return plot.svg()


def by_turn(run: Measured) -> str:
    """Draw each face's error against the turn of its head; "" where no turn is known."""
    known = np.isfinite(run.yaw) & np.isfinite(run.nme)
    if not known.any():
        return ""
    half = max(20.0, 10.0 * math.ceil(float(np.abs(run.yaw[known]).max()) / 10.0))
    told = "Error of each face by the turn of the head"
    end = min(_MOST_PERCENT, 1.05 * 100 * float(run.nme[known].max()))
    plot = Plot((-half, half), (0.0, end), "turn of the head, °", "NME, %", told, sign=True)
    plot.level(100.0 * run.threshold, "limit", f"{100 * run.threshold:g} %")
    if len(run.people):
        plot.level(100.0 * float(run.people.mean()), "mean", "two people")
    for seen, kind in ((True, "training"), (False, "validation")):
        rows = np.flatnonzero(known & ((run.split == TRAINING) == seen))
        names = [
            f"{run.names.get(run.offsets.ids[k], run.offsets.ids[k])}: {100 * run.nme[k]:.1f} %"
            for k in rows
        ]
        plot.dots(run.yaw[rows], 100 * run.nme[rows], kind, names)
    return plot.svg()


def mean_face(run: Measured) -> tuple[str, str]:
    """Draw the errors of each point on the mean face.

    Returns:
        The drawing, with the mean error as a circle, the bias as a line and the scatter as an
        ellipse about its end; and how large these are beside the face, in words. Both "" where no
        shape is known.
    """
    scheme, points = run.offsets.scheme, by_point(run.offsets.only(run.judged))
    shape = _mean_shape(run)
    if shape is None:
        return "", ""
    known = np.asarray(np.isfinite(shape).all(axis=1))
    low, high = np.nanmin(shape, axis=0), np.nanmax(shape, axis=0)
    scale = _FACE_PX / float((high - low).max())
    place = (shape - low) * scale + _FACE_MARGIN
    width, height = ((high - low) * scale + 2 * _FACE_MARGIN).tolist()
    parts = [
        f'<path class="edge" d="M{place[a, 0]:.1f} {place[a, 1]:.1f}'
        f'L{place[b, 0]:.1f} {place[b, 1]:.1f}"/>'
        for a, b in scheme.edges
        if known[a] and known[b]
    ]
    larger = readable_scale(shape, points.mean)
    unit = larger * scale
    outlines = unit * ellipses(points.covariance, steps=32)
    for k in np.flatnonzero(known & np.isfinite(points.mean)):
        (x, y), (dx, dy) = place[k], points.bias[k] * unit
        name = f"<title>{escape(scheme.points[k])}: {100 * points.mean[k]:.1f} %</title>"
        around = "L".join(f"{a:.1f} {b:.1f}" for a, b in (place[k] + (dx, dy) + outlines[k]))
        parts.append(
            f'<circle class="reach" cx="{x:.1f}" cy="{y:.1f}" r="{points.mean[k] * unit:.1f}">'
            f'{name}</circle><path class="scatter" d="M{around}"/>'
            f'<path class="bias" d="M{x:.1f} {y:.1f}l{dx:.1f} {dy:.1f}"/>'
        )
    told = "Mean error, bias and scatter of each point on the mean face"
    return svg(width, height, parts, told), scale_in_words(larger)


def _mean_shape(run: Measured) -> FloatArray | None:
    """Return the (K, 2) mean face in units of what errors are divided by, or None."""
    shape = run.offsets.upright
    truth = run.offsets.xy_truth / run.offsets.length[:, None, None]
    # The shape is in any unit: the faces tell how large it is against what errors are divided by.
    sizes = np.nanstd(truth - np.nanmean(truth, axis=1, keepdims=True), axis=(1, 2))
    if np.isfinite(shape).all(axis=1).sum() < 2 or not np.isfinite(sizes).any():
        return None
    size = float(np.nanstd(shape - np.nanmean(shape, axis=0)))
    return np.asarray(shape * float(np.nanmedian(sizes)) / size)


def _end(*runs: Measured) -> float:
    largest = max(float(np.nanmax(run.nme[run.judged], initial=run.threshold)) for run in runs)
    return min(100.0 * 1.05 * max(largest, 1.2 * runs[0].threshold), _MOST_PERCENT)
