"""`kpstudio train`: a new run, several, or an old one to go on with; in one process or in many."""

from __future__ import annotations

import argparse
from pathlib import Path

from kpstudio.cli.following import follow
from kpstudio.cli.network_commands import prepared
from kpstudio.cli.opening import given_choice
from kpstudio.core.errors import InputError
from kpstudio.engine import launch
from kpstudio.tasks.grid import combine, parse_grid


def train(arguments: argparse.Namespace) -> int:
    """Train a network into a run folder, or each combination of settings into one of its own.

    Where torchrun started several processes they train together: the first does all that is to be
    seen, the others help it.
    """
    if launch.processes() == 1:
        return _train(arguments)
    if arguments.sweep:
        raise InputError("a sweep trains in one process: start it without torchrun")
    from kpstudio.engine.distributed import joined

    with joined() as team:
        return _train(arguments) if team.leads else _help()


def _train(arguments: argparse.Namespace) -> int:
    if arguments.resume is not None:
        from kpstudio.cli.resume_command import resume

        return resume(arguments)
    if arguments.path is None or arguments.out is None:
        raise InputError(
            "name what to train on and a new folder for the run: PATH --out RUN "
            "(see kpstudio train --help)"
        )
    grid = parse_grid(arguments.sweep)
    _require_free(arguments.out)
    labels, config, split = prepared(arguments)
    if grid:
        from kpstudio.cli.sweep_command import train_all

        return train_all(arguments, labels, combine(config, grid, labels.scheme), split)

    from kpstudio.engine.control import Control
    from kpstudio.tasks.training import DataSource, train_run

    control = Control()
    source = DataSource(arguments.path, given_choice(arguments))
    events = train_run(labels, config, split, arguments.out, control, None, source)
    return follow(events, config, arguments.out, control.stop, arguments.json)


def _help() -> int:
    """Train what the leading process trains, without a word."""
    from kpstudio.cli.interrupts import stopping
    from kpstudio.engine.control import Control
    from kpstudio.tasks.together import help_training

    control = Control()
    with stopping(control.stop) as interruption:
        help_training(control)
    return interruption.exit_code


def _require_free(folder: Path) -> None:
    """Check that a run can go to ``folder``, before the time is spent on reading pictures."""
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists():
        raise InputError(f"{folder} already exists: name a new folder for the run (--out)")
