"""What the epochs so far tell: overfitting, collapse, and how the last one went, in words.

Imports no torch.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.texts import joined, say, say_count
from kpstudio.engine.events import EpochEnd

SMOOTHED = 5
"""Epochs that each smoothed error is the mean of."""

BACK = 6
"""So many epochs ago, at least, the lowest smoothed validation error must lie."""

RISEN = math.log(1.05)
"""How far, as a logarithm, the smoothed validation error must have risen since."""

FALLEN = math.log(1.02)
"""How far, as a logarithm, the smoothed training error must have fallen meanwhile."""

SURE = 8.0
"""So many standard errors of a smoothed error a change must be larger than.

The lowest of many noisy values lies three of them or more below their mean, and the rule is asked
after each of hundreds of epochs.
"""


def overfitting_since(training: Sequence[float], validation: Sequence[float | None]) -> int | None:
    """Return the epoch since which the validation error rises while the training error falls.

    Both errors are smoothed over `SMOOTHED` epochs, as logarithms. The answer is where the smoothed
    validation error is lowest, if that lies at least `BACK` epochs ago, if it has risen by more
    than 5 % and the training error has fallen by more than 2 % since, and if the rise is more than
    the scatter of the epochs explains. The scatter is estimated by the median of absolute second
    differences, which no smooth course of a curve enlarges by much.

    Args:
        training: (E,) training error of each epoch so far.
        validation: (E,) validation error of each epoch so far; None where it is not known.

    Returns:
        An epoch, counted from 1; None while there is no such sign.
    """
    if len(training) != len(validation):
        raise ValueError(f"{len(training)} training errors, {len(validation)} validation errors")
    if len(training) < SMOOTHED + BACK:
        return None
    errors = [math.nan if error is None else error for error in validation]
    seen, held_out = _logs(training), _logs(errors)
    if not (np.isfinite(seen).all() and np.isfinite(held_out).all()):
        return None
    smooth = _smoothed(held_out)
    lowest = int(smooth.argmin())
    rise = float(smooth[-1] - smooth[lowest])
    seen_smooth = _smoothed(seen)
    fall = float(seen_smooth[lowest] - seen_smooth[-1])
    enough = rise > RISEN and fall > FALLEN and len(smooth) - 1 - lowest >= BACK
    if not enough or rise < SURE * _scatter(held_out) / math.sqrt(SMOOTHED):
        return None
    return lowest + SMOOTHED // 2 + 1


def _logs(errors: Sequence[float]) -> NDArray[np.float64]:
    values = np.asarray(errors, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(values)


def _smoothed(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.convolve(values, np.full(SMOOTHED, 1.0 / SMOOTHED), mode="valid")


def _scatter(values: NDArray[np.float64]) -> float:
    """Return the standard deviation of the noise on a smooth curve."""
    bends = np.abs(values[2:] - 2.0 * values[1:-1] + values[:-2])
    # 0.6745 makes a median absolute deviation a standard deviation, of a sum with 1 + 4 + 1 shares.
    return float(np.median(bends)) / (0.6745 * math.sqrt(6.0))


def collapsed_since(collapsed: Sequence[bool]) -> int | None:
    """Return the first epoch, from 1, of those up to the last that all answer one shape, or None.

    Args:
        collapsed: (E,) whether the network answered one shape for all faces after each epoch.
    """
    since = None
    for epoch in range(len(collapsed), 0, -1):
        if not collapsed[epoch - 1]:
            break
        since = epoch
    return since


def summary_in_words(epochs: Sequence[EpochEnd]) -> str:
    """Return one sentence on how the last of ``epochs`` went, held against those before it.

    The NME is told where it is known, else the validation MSE, else the training MSE.

    Args:
        epochs: Every epoch so far, at least one.
    """
    last = epochs[-1]
    error = _error_in_words(epochs)
    parts: list[str] = [say("Epoch {epoch}: {error}", epoch=last.epoch, error=error)]
    if last.collapsed:
        parts.append(say("it predicts roughly the mean shape for every face"))
    if last.overfitting_since is not None:
        parts.append(say("overfitting since epoch {epoch}", epoch=last.overfitting_since))
    return joined(parts, "; ")


def _error_in_words(epochs: Sequence[EpochEnd]) -> str:
    last = epochs[-1]
    if last.val_nme is not None:
        progress = _progress([e.val_nme for e in epochs], points=True)
        return say(
            "validation NME {nme:.1f} %{progress}", nme=100 * last.val_nme, progress=progress
        )
    if last.val_mse is not None:
        progress = _progress([e.val_mse for e in epochs])
        return say("validation MSE {mse:.5f}{progress}", mse=last.val_mse, progress=progress)
    progress = _progress([e.train_mse for e in epochs])
    return say("training MSE {mse:.5f}{progress}", mse=last.train_mse, progress=progress)


def _progress(errors: Sequence[float | None], points: bool = False) -> str:
    """Return how the last error compares with the best before: ", better by 0.3 points than …"."""
    known = [math.inf if error is None or math.isnan(error) else error for error in errors]
    last, before = known[-1], known[:-1]
    best = min(before, default=math.inf)
    if not math.isfinite(best) or not math.isfinite(last):
        return ""
    if last < best:
        gain = 100 * (best - last) if points else 100 * (best - last) / best
        least = 0.05  # of what is written with one decimal
        if gain < least:
            return say(", slightly better than the best before")
        if not points:
            return say(", {gain:.1f} % better than the best before", gain=gain)
        if f"{gain:.1f}" == "1.0":
            return say(", 1.0 point better than the best before")
        return say(", {gain:.1f} points better than the best before", gain=gain)
    since = len(known) - 1 - before.index(best)
    return say_count(", not better than the epoch before", ", not better for {count} epochs", since)
