"""`kpstudio train --sweep`: every combination of some settings, and a table at the end."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from kpstudio.cli import console
from kpstudio.cli.interrupts import stopping
from kpstudio.cli.opening import given_choice
from kpstudio.cli.training_view import TrainingView
from kpstudio.core.labelset import LabelSet
from kpstudio.core.splits import Split
from kpstudio.engine.control import Control
from kpstudio.tasks.grid import Trial
from kpstudio.tasks.sweep import SweepEvent, TrialBegan, TrialEvent, TrialFailed, ranked, sweep
from kpstudio.tasks.training import DataSource

ALL_FAILED = 2


def train_all(
    arguments: argparse.Namespace, labels: LabelSet, trials: Sequence[Trial], split: Split
) -> int:
    """Train each trial into a run folder inside --out; return the exit code."""
    control, failed = Control(), 0
    view = _View(quiet=arguments.json)
    source = DataSource(arguments.path, given_choice(arguments))
    with stopping(control.stop) as interruption:
        for event in sweep(labels, trials, split, arguments.out, control, source):
            failed += isinstance(event, TrialFailed)
            if arguments.json:
                console.say_json(event.to_json())
            else:
                view.show(event)
    if arguments.json:
        console.say_json({"event": "sweep_done", "runs": _rows(arguments.out, trials)})
    else:
        console.say(_table(arguments.out, trials))
        console.say(f"the runs are in {arguments.out}")
    return interruption.exit_code or (ALL_FAILED if failed == len(trials) else 0)


class _View:
    """Shows a sweep on stderr: a heading for each run, and the run as `TrainingView` does."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._view: TrainingView | None = None

    def show(self, event: SweepEvent) -> None:
        match event:
            case TrialBegan(trial, number, total):
                if not self._quiet:
                    console.complain(f"run {number} of {total}: {trial.name}")
                self._view = TrainingView(trial.config, self._quiet)
            case TrialEvent(_, said):
                assert self._view is not None
                self._view.show(said)
            case TrialFailed(trial, message):
                console.complain(f"{trial.name} failed: {message}")


def _rows(folder: Path, trials: Sequence[Trial]) -> list[dict[str, object]]:
    """Return what became of each run that began, best first."""
    return [
        {
            "run": run.name,
            "best_val_nme": nme,
            "best_val_mse": run.best_val_mse,
            "epochs": run.epochs_done,
            "seconds": run.seconds,
            "state": run.state,
        }
        for run, nme in ranked([folder / trial.name for trial in trials])
    ]


def _table(folder: Path, trials: Sequence[Trial]) -> str:
    """Return the runs as lines of text, best first."""
    heading = ("run", "NME", "MSE", "epochs", "time", "state")
    lines = [heading]
    for run, nme in ranked([folder / trial.name for trial in trials]):
        lines.append(
            (
                run.name,
                "-" if nme is None else f"{100 * nme:.2f} %",
                "-" if run.best_val_mse is None else f"{run.best_val_mse:.5f}",
                str(run.epochs_done),
                "-" if run.seconds is None else console.clock(run.seconds),
                run.state,
            )
        )
    widths = [max(len(line[column]) for line in lines) for column in range(len(heading))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, len(heading) - 1) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
