"""What the figures of a run say, in sentences."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator

import numpy as np

from kpstudio.core.analysis import by_jaw, by_point, parts_of
from kpstudio.core.breakdown import By, Slice
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.metrics import NmeSummary, mean_known, summarise
from kpstudio.report.measured import Measured

FEWEST = 3
"""Faces below which a mean says nothing of their kind."""

MUCH = 1.25
"""Times the mean of all, from which a kind of faces is named as one that fails."""

_MOST = 6
_BIASED = 0.5
"""Share of a point's error that one shift would take away, from which it is named."""
_TWICE = 2.0
"""Times the median error of a point, from which its mean is that of few faces."""
_ENOUGH = 8
"""Faces from which on it is told that few of them are far off."""

_POSE = {By.YAW: "turned", By.PITCH: "nodding", By.ROLL: "leaning"}
_WAY = {By.YAW: "to picture right", By.PITCH: "up", By.ROLL: "clockwise"}
_SIDE = ("to picture right", "to picture left"), ("towards the chin", "towards the brow")


def verdict(run: Measured) -> str:
    """Return in a sentence or two how well the run does."""
    summary = run.summary()
    length = run.yardstick.normaliser.in_words
    seen = "it has not seen" if run.held_out else "it was trained on, for none was held out"
    told = (
        f"On the {count(summary.count, 'face')} that {seen}, its points lie on average "
        f"{percent(summary.mean)} of the {length} off (half of the faces below "
        f"{percent(summary.median)}); {failing(summary)}: {_lie(summary)}."
    )
    training = run.summary(~run.judged)
    if run.held_out and training.count and summary.mean > 0:
        ratio = summary.mean / training.mean
        told += (
            f" On the {count(training.count, 'face')} it learnt from it is {percent(training.mean)}"
        )
        told += (
            f": {ratio:.1f} times less, so that more or more various faces would help."
            if ratio >= 2.0
            else ", not much less: a larger network or a longer training may still gain."
            if ratio <= 1.2
            else "."
        )
    return told


def people(run: Measured) -> str:
    """Return in a sentence how closely two people agree, and what that means for the run."""
    apart, error = summarise(run.people, run.threshold), run.summary().mean
    told = (
        f"Two people's labels of {count(apart.count, 'face')} lie {percent(apart.mean)} apart on "
        "average, the noise floor: "
    )
    if not (error > apart.mean > 0.0):
        if not apart.mean:
            return told + "they are the very same, so that they tell nothing."
        return told + "the run is as close to the labels as people are to each other."
    return told + f"the run's error is {error / apart.mean:.1f} times that."


def failing(summary: NmeSummary) -> str:
    """Return such as "2 of 48 fail (4.2 %)"."""
    failures = round(summary.failure_rate * summary.count) if summary.count else 0
    if not failures:
        return "none fails"
    verb = "fails" if failures == 1 else "fail"
    return f"{failures} of {summary.count} {verb} ({percent(summary.failure_rate, 1)})"


def _lie(summary: NmeSummary) -> str:
    """Return what it means that a face fails."""
    return f"a face fails where its mean error is above {100 * summary.threshold:g} %"


def failures(run: Measured) -> list[str]:
    """Return sentences on where the run fails: kinds of faces first, then parts and points."""
    return [*_kinds(run), *_parts(run), *_points(run)]


def _kinds(run: Measured) -> Iterator[str]:
    whole = run.summary().mean
    told: list[tuple[float, str]] = []
    for one in run.slices:
        figures = one.every
        if one.by in (By.PART, By.SPLIT) or one.name in ("none", "unknown"):
            continue
        if figures.count >= FEWEST and figures.mean >= MUCH * whole:
            told.append((figures.mean / whole, _of_kind(one, figures, figures.mean / whole)))
    told.sort(reverse=True)
    yield from (sentence for _, sentence in told[:_MOST])
    if not told and math.isfinite(whole):
        yield (
            f"No pose, tag or person with {FEWEST} faces or more is {100 * (MUCH - 1):.0f} % worse "
            "than the mean of all."
        )


def _of_kind(one: Slice, figures: NmeSummary, ratio: float) -> str:
    named = {By.TAG: f"Faces tagged {one.name}", By.PERSON: f"Person {one.name}"}
    who = named.get(one.by) or f"Heads {_POSE[one.by]} by {one.name} (positive is {_WAY[one.by]})"
    return (
        f"{who}: {percent(figures.mean)}, {ratio:.1f} times the mean of all, over "
        f"{count(figures.count, 'face')}; {failing(figures)}."
    )


def _parts(run: Measured) -> Iterator[str]:
    whole = parts_of(run.offsets.scheme)  # not the jaw along and across its contour
    parts = [(one.name, one.every.mean) for one in run.slices if one.by is By.PART]
    parts = [(name, mean) for name, mean in parts if name in whole]
    known = sorted(((mean, name) for name, mean in parts if math.isfinite(mean)), reverse=True)
    if len(known) > 1:
        (most, worst), (least, best) = known[0], known[-1]
        yield (
            f"Worst part of the face: the {worst} ({percent(most)}); "
            f"best: the {best} ({percent(least)})."
        )
    jaw = by_jaw(run.offsets.only(run.judged))
    if jaw is not None and np.isfinite(jaw.across).any():
        along, across = float(np.nanmean(jaw.along)), float(np.nanmean(jaw.across))
        outward = float(np.nanmean(jaw.outward))
        side = "outside" if outward > 0 else "inside"
        yield (
            f"At the jaw the points are {percent(across)} off across the contour and "
            f"{percent(along)} along it, where their place is hardly defined; on the whole they "
            f"lie {percent(abs(outward))} {side} it."
        )


def _points(run: Measured) -> Iterator[str]:
    yield from _habits(run)
    yield from _few_faces(run)


def _habits(run: Measured) -> Iterator[str]:
    """Name the points that lie off to one side, on average and in most of the faces."""
    offsets = run.offsets.only(run.judged)
    points = by_point(offsets)
    bias = np.hypot(*points.bias.T)
    middle = _median(offsets.upright_offset)
    with np.errstate(invalid="ignore"):
        usual = np.einsum("kc,kc->k", middle, points.bias) >= _BIASED * bias**2
        biased = np.flatnonzero((bias >= _BIASED * points.mean) & usual)
    for k in sorted(biased, key=lambda k: -bias[k])[:3]:
        way = int(np.argmax(np.abs(points.bias[k])))
        side = _SIDE[way][int(points.bias[k, way] < 0)]
        yield (
            f"{run.offsets.scheme.points[k].capitalize()} lies on average "
            f"{percent(float(bias[k]), 1)} {side}, which is most of its mean error of "
            f"{percent(float(points.mean[k]), 1)}: a habit of labels or network, not chance."
        )


def _few_faces(run: Measured) -> Iterator[str]:
    """Name the faces that alone make points look bad."""
    offsets = run.offsets.only(run.judged)
    if len(offsets.ids) < _ENOUGH:
        return
    errors = offsets.errors
    mean, median = mean_known(errors, axis=0), _median(errors)
    with np.errstate(invalid="ignore"):
        few = np.flatnonzero((mean >= _TWICE * median) & (mean > run.threshold / 2))
    if not len(few):
        return
    few = few[np.argsort(-mean[few])]
    worst = np.argsort(-np.nan_to_num(errors[:, few]).max(axis=1))[:3]
    points = [offsets.scheme.points[k] for k in few[:2]]
    more = f" and {count(len(few) - 2, 'more point')}" if len(few) > 2 else ""
    faces = ", ".join(run.names.get(offsets.ids[k], offsets.ids[k]) for k in worst)
    yield (
        f"At {', '.join(points)}{more} the mean error is at least twice the median: few faces are "
        f"far off there, most of all {faces}. Look at their labels."
    )


def _median(values: FloatArray) -> FloatArray:
    """Return the median over the faces, NaN where no face has the value."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # all of a column are NaN
        return np.asarray(np.nanmedian(values, axis=0))


def percent(share: float, digits: int = 2) -> str:
    """Return such as "3.98 %"; "–" for NaN."""
    return f"{100 * share:.{digits}f} %" if math.isfinite(share) else "–"


def count(number: int, word: str) -> str:
    """Return such as "1 face" or "1,200 faces"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
