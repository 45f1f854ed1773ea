"""The errors of a run by part, point and kind of face, as JSON and as a few lines for a person."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from kpstudio.core.analysis import Offsets, by_jaw, by_point
from kpstudio.core.breakdown import By, Slice
from kpstudio.core.metrics import NmeSummary

_NAMED = 5
_WORST_FIRST = (By.TAG, By.PERSON)


def breakdown_json(offsets: Offsets, slices: Sequence[Slice]) -> dict[str, Any]:
    """Return the parts "groups", "points", "jaw" and "slices" of ``evaluate --json``.

    Args:
        offsets: Of the faces.
        slices: Of the same faces, and of their parts.
    """
    names, points, jaw = offsets.scheme.points, by_point(offsets), by_jaw(offsets)
    return {
        "groups": {one.name: _figures(one) for one in slices if one.by is By.PART},
        "points": [
            {
                "name": name,
                "faces": int(points.count[k]),
                "mean": float(points.mean[k]),
                "bias": points.bias[k].tolist(),
                "covariance": points.covariance[k].tolist(),
            }
            for k, name in enumerate(names)
        ],
        "jaw": jaw
        and {
            "points": [names[k] for k in jaw.points],
            "along": jaw.along.tolist(),
            "across": jaw.across.tolist(),
            "outward": jaw.outward.tolist(),
        },
        "slices": [
            {
                "by": str(one.by),
                "name": one.name,
                "where": str(one.where),
                **_figures(one),
            }
            for one in slices
            if one.by is not By.PART
        ],
    }


def _figures(one: Slice) -> dict[str, Any]:
    of_split = {"training": _sums(one.training), "validation": _sums(one.validation)}
    return {**_sums(one.every), **of_split}


def _sums(summary: NmeSummary) -> dict[str, Any]:
    return {
        "faces": summary.count,
        "mean": summary.mean,
        "median": summary.median,
        "failure_rate": summary.failure_rate,
        "auc": summary.auc,
    }


def breakdown_lines(offsets: Offsets, slices: Sequence[Slice]) -> list[tuple[str, str]]:
    """Return a heading and a line of mean errors for each part that tells something."""
    parts = [one for one in slices if one.by is By.PART]
    others = [one for one in slices if one.by is not By.PART]
    return [*_slice_lines(parts), *_point_lines(offsets), *_slice_lines(others)]


def _point_lines(offsets: Offsets) -> Iterator[tuple[str, str]]:
    means = by_point(offsets).mean
    order = sorted(np.flatnonzero(np.isfinite(means)), key=lambda k: -means[k])
    if order:
        names = offsets.scheme.points
        yield "worst points", ", ".join(f"{names[k]} {means[k]:.2%}" for k in order[:_NAMED])


def _slice_lines(slices: Sequence[Slice]) -> Iterator[tuple[str, str]]:
    for by, group in itertools.groupby(slices, key=lambda one: one.by):
        of_kind = [one for one in group if math.isfinite(one.every.mean)]
        if len(of_kind) < 2:
            continue  # it would say what the sum above says
        shown = of_kind
        if by in _WORST_FIRST:
            shown = sorted(of_kind, key=lambda one: -one.every.mean)[:_NAMED]
        words = [f"{one.name} {one.every.mean:.2%}{_faces(one)}" for one in shown]
        title = f"by {by}" if len(shown) == len(of_kind) else f"worst {by}s"
        yield title, ", ".join(words)


def _faces(one: Slice) -> str:
    return "" if one.by is By.PART else f" ({one.every.count})"
