"""`kpstudio train --resume`: go on with a run."""

from __future__ import annotations

import argparse

from kpstudio.cli import console
from kpstudio.cli.following import follow
from kpstudio.cli.opening import open_given
from kpstudio.core.errors import InputError
from kpstudio.engine.config import TrainConfig
from kpstudio.store.runs import RunFolder

_FITTING = frozenset(("command", "resume", "path", "labels", "boxes", "json"))


def resume(arguments: argparse.Namespace) -> int:
    """Go on with a run that was stopped or interrupted."""
    _refuse_settings(arguments)
    run = RunFolder.open(arguments.resume)
    run.require_resumable()  # before a large folder has been read
    labels = None
    if arguments.path is not None:
        labels = open_given(arguments.path, arguments).labels

    from kpstudio.engine.control import Control
    from kpstudio.tasks.training import resume_run

    control = Control()
    progress = console.Progress("reading", quiet=arguments.json)
    events = resume_run(run.path, control, None, labels, progress)
    config = TrainConfig.from_json(run.config)
    return follow(events, config, run.path, control.stop, arguments.json)


def _refuse_settings(arguments: argparse.Namespace) -> None:
    given = [
        name
        for name, value in vars(arguments).items()
        if name not in _FITTING and value is not None and value != [] and value != ""
    ]
    if given:
        raise InputError(
            f"--{given[0].replace('_', '-')} does not go with --resume: a run keeps its settings; "
            "to train with others, start a new one from its weights (--start RUN)"
        )
