"""Two runs' predictions of the same faces, face by face and point by point."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.metrics import (
    FAILURE_THRESHOLD,
    Yardstick,
    mean_known,
    normaliser_lengths,
    point_errors,
)
from kpstudio.core.schema import BOX_SIZE, Normaliser, PointSchema

_BY_BOX = Yardstick(BOX_SIZE)
_ENOUGH = 20
"""With fewer faces the normal approximation of an interval says too much."""
_NORMAL_95 = 1.96
_PORTION = 4000
"""Faces compared in one go: enough to be quick, few enough to fit in the cache."""


class Outcome(StrEnum):
    """What became of a face from the old run to the new one."""

    FIXED = "fixed"
    BROKEN = "broken"
    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Shift:
    """How two predictions of one face, or of one point, differ.

    All are fractions of the face's normaliser, NaN where unknown.

    Attributes:
        before: Error of the old run: of a face its NME, of a point the mean over the faces.
        after: The same of the new run.
        moved: Mean distance between both predictions.
        threshold: NME above which a face counts as failed.
    """

    before: float
    after: float
    moved: float
    threshold: float = FAILURE_THRESHOLD

    @property
    def change(self) -> float:
        """How much the error has grown; negative where it has become less, NaN if unknown."""
        return self.after - self.before

    @cached_property
    def outcome(self) -> Outcome:
        """Whether it fails no more, fails now, or has become better or worse without that."""
        if not math.isfinite(self.change):
            return Outcome.UNKNOWN
        failed, fails = self.before > self.threshold, self.after > self.threshold
        if failed != fails:
            return Outcome.FIXED if failed else Outcome.BROKEN
        if self.change == 0.0:
            return Outcome.SAME
        return Outcome.BETTER if self.change < 0.0 else Outcome.WORSE


@dataclass(frozen=True)
class Comparison:
    """What changed from one run to another.

    Attributes:
        faces: By id, those that both have predicted, in the order given.
        points: One for each point of the scheme.
        yardstick: What errors are divided by, and above what a face has failed.
    """

    faces: Mapping[str, Shift]
    points: tuple[Shift, ...]
    yardstick: Yardstick = _BY_BOX

    def count(self, outcome: Outcome) -> int:
        """Return how many faces came out so."""
        return self._outcomes[outcome]

    @cached_property
    def means(self) -> tuple[float, float]:
        """Mean NME before and after, over the faces whose errors are known; NaN without any."""
        if not self._known:
            return math.nan, math.nan
        return (
            float(np.mean([face.before for face in self._known])),
            float(np.mean([face.after for face in self._known])),
        )

    @cached_property
    def uncertainty(self) -> float:
        """Half the 95 % confidence interval of the mean change: 1.96 standard errors of the pairs.

        NaN for fewer than 20 faces.
        """
        if len(self._known) < _ENOUGH:
            return math.nan
        changes = [face.change for face in self._known]
        return _NORMAL_95 * float(np.std(changes, ddof=1)) / math.sqrt(len(changes))

    @cached_property
    def _outcomes(self) -> Counter[Outcome]:
        return Counter(face.outcome for face in self.faces.values())

    @cached_property
    def _known(self) -> list[Shift]:
        return [face for face in self.faces.values() if math.isfinite(face.change)]


def compare(
    faces: Sequence[Face],
    old: Mapping[str, Landmarks],
    new: Mapping[str, Landmarks],
    scheme: PointSchema,
    yardstick: Yardstick | None = None,
    passed: Callable[[int], object] = lambda _: None,
) -> Comparison:
    """Compare two predictions of each of ``faces``.

    Only points that both runs predict are compared, so that a run of few points does not gain by
    that. Errors are divided by the normaliser of the labelled points, as everywhere; how far an
    unlabelled face's points moved, by that of the old prediction.

    Args:
        faces: Those of interest; faces that either run has not predicted are left out.
        old: By face id, the points of the run to compare with, over the scheme.
        new: The same of the run in use.
        scheme: Of all of them.
        yardstick: What errors are measured by; the scheme's normaliser and the usual threshold by
            default.
        passed: Called with how many faces are done; what it raises stops the comparing.
    """
    by = yardstick or Yardstick(scheme.normaliser)
    both = [face for face in faces if face.id in old and face.id in new]
    found = [np.empty((0, 3, scheme.count))]
    for start in range(0, len(both), _PORTION):
        portion = both[start : start + _PORTION]
        was, now = ([run[face.id] for face in portion] for run in (old, new))
        found.append(_measured(portion, was, now, scheme, by.normaliser))
        passed(start + len(portion))
    measured = np.concatenate(found)
    by_face, by_point = mean_known(measured, 2).tolist(), mean_known(measured, 0).T.tolist()
    shifts, points = (
        tuple(Shift(before, after, moved, by.threshold) for before, after, moved in rows)
        for rows in (by_face, by_point)
    )
    return Comparison(dict(zip([face.id for face in both], shifts, strict=True)), points, by)


def _measured(
    faces: Sequence[Face],
    old: Sequence[Landmarks],
    new: Sequence[Landmarks],
    scheme: PointSchema,
    normaliser: Normaliser,
) -> FloatArray:
    """Return (N, 3, K): error before, error after and distance moved, over the normalisers."""
    shape = (len(faces), scheme.count, 2)
    unknown = np.full((scheme.count, 2), np.nan)
    truths = [_labelled(face) for face in faces]
    truth, was, now = (
        np.reshape(points, shape)
        for points in (
            [unknown if known is None else known.xy_image for known in truths],
            [points.xy_image for points in old],
            [points.xy_image for points in new],
        )
    )
    moved = point_errors(now, was)
    both = np.where(np.isfinite(moved), 0.0, np.nan)
    errors = [point_errors(was, truth) + both, point_errors(now, truth) + both, moved]
    labelled = np.array([known is not None for known in truths], dtype=bool)
    lengths = normaliser_lengths(np.where(labelled[:, None, None], truth, was), normaliser)
    return np.asarray(np.stack(errors, axis=1) / lengths[:, None, None])


def _labelled(face: Face) -> Landmarks | None:
    return face.landmarks if face.labelled else None
