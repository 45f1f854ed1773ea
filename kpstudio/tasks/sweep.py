"""Training every combination of some settings, one run after another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.splits import Split
from kpstudio.engine.control import Control
from kpstudio.engine.events import Event
from kpstudio.store.runs import RunFolder
from kpstudio.store.summary import RunSummary
from kpstudio.tasks.grid import Trial
from kpstudio.tasks.training import DataSource, train_run

_KIND = ("network", "backbone", "head", "input_height", "input_width")
"""Settings that tell networks apart that take different times."""


@dataclass(frozen=True)
class TrialBegan:
    """A run of the sweep begins.

    Attributes:
        trial: Which.
        number: Its place, from 1.
        total: How many there are.
    """

    trial: Trial
    number: int
    total: int

    def to_json(self) -> dict[str, Any]:
        """Return a JSON-ready dict."""
        run = {"run": self.trial.name, "number": self.number, "total": self.total}
        return {"event": "run_began", **run}


@dataclass(frozen=True)
class TrialEvent:
    """Something that the trainer said in a run of the sweep.

    Attributes:
        trial: In which.
        event: What.
    """

    trial: Trial
    event: Event

    def to_json(self) -> dict[str, Any]:
        """Return the event's JSON-ready dict with the run's name."""
        return {**self.event.to_json(), "run": self.trial.name}


@dataclass(frozen=True)
class TrialFailed:
    """A run of the sweep ended by an error; the others go on.

    Attributes:
        trial: Which.
        message: Why, in one sentence.
    """

    trial: Trial
    message: str

    def to_json(self) -> dict[str, Any]:
        """Return a JSON-ready dict."""
        return {"event": "run_failed", "run": self.trial.name, "message": self.message}


SweepEvent = TrialBegan | TrialEvent | TrialFailed


def sweep(
    labels: LabelSet,
    trials: Sequence[Trial],
    split: Split,
    folder: Path,
    control: Control,
    source: DataSource | None = None,
) -> Iterator[SweepEvent]:
    """Train each trial into a run folder of its name in ``folder``, one after another.

    A trial that cannot go on, such as one that diverges, does not end the others. Stopping by
    ``control`` ends the run being trained and all that would follow.

    Args:
        labels: The faces; must not change meanwhile.
        trials: What to train.
        split: Which faces are trained on and which held out, the same for all.
        folder: Made where it is missing.
        control: Pauses, resumes and stops from another thread.
        source: Where ``labels`` come from, for resuming; by default their folder.

    Yields:
        `TrialBegan`, then the run's events as `TrialEvent`, and `TrialFailed` where it fails.
    """
    for number, trial in enumerate(trials, start=1):
        if control.stopped:
            return
        yield TrialBegan(trial, number, len(trials))
        try:
            run = folder / trial.name
            for event in train_run(labels, trial.config, split, run, control, None, source):
                yield TrialEvent(trial, event)
        except InputError as error:
            yield TrialFailed(trial, str(error))


def ranked(folders: Sequence[Path]) -> list[tuple[RunSummary, float | None]]:
    """Return the runs in ``folders``, best first, each with its best validation NME or None.

    The NME orders them where all that finished an epoch know it, for it compares inputs of any size
    and crop; else the validation MSE does. Runs without either come last.
    """
    runs = []
    for folder in folders:
        try:
            run = RunFolder.open(folder)
        except InputError:
            continue  # it failed before it was a run
        summary = run.summary()
        runs.append((summary, _best_nme(run) if summary.best_val_mse is not None else None))
    judged = [nme for summary, nme in runs if summary.best_val_mse is not None]
    by_nme = bool(judged) and all(nme is not None for nme in judged)

    def key(row: tuple[RunSummary, float | None]) -> float:
        error = row[1] if by_nme else row[0].best_val_mse
        return math.inf if error is None else error

    return sorted(runs, key=key)


def _best_nme(run: RunFolder) -> float | None:
    """Return the NME of a run's best weights so far; None where it is not known."""
    told: float | None = None
    for event in run.events():
        if event.get("event") == "done" and event.get("best_val_nme") is not None:
            return float(event["best_val_nme"])
        if event.get("event") == "epoch" and event.get("best"):
            told = event.get("val_nme")
    return told if told is None else float(told)


def estimate(
    trials: Sequence[Trial], faces: int, runs: Sequence[RunFolder]
) -> tuple[float, RunFolder] | None:
    """Return about how many seconds ``trials`` take, and the run that this was judged by.

    It is the last run of a network of the same kind and input, as long as each trial has epochs and
    faces. None where there is none such for one of the trials.

    Args:
        trials: Those to be trained.
        faces: How many faces they are trained on.
        runs: The project's, oldest first.
    """
    total, judged_by = 0.0, None
    pace: dict[tuple[Any, ...], tuple[float, RunFolder]] = {}
    for run in runs:
        summary = run.summary()
        seen = summary.epochs_done * len(run.split.training)
        if summary.seconds and seen:
            kind = tuple(run.config.get(name, "") for name in _KIND)  # old runs lack some
            pace[kind] = (summary.seconds / seen, run)
    for trial in trials:
        known = pace.get(tuple(getattr(trial.config, name) for name in _KIND))
        if known is None:
            return None
        total += known[0] * trial.config.epochs * faces
        judged_by = known[1]
    return None if judged_by is None else (total, judged_by)
