"""Show a training on the command line from its first event to its last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kpstudio.cli import console
from kpstudio.cli.interrupts import stopping
from kpstudio.cli.training_view import TrainingView
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Done, Event


def follow(
    events: Iterator[Event], config: TrainConfig, run: Path, stop: Callable[[], None], as_json: bool
) -> int:
    """Show the events of a training to its end; return the exit code.

    Args:
        events: The training.
        config: Its settings.
        run: Its folder.
        stop: Called when a person interrupts.
        as_json: Print each event as a line of JSON.
    """
    view = TrainingView(config, quiet=as_json)
    with stopping(stop) as interruption:
        for event in events:
            if as_json:
                console.say_json(event.to_json())
            else:
                view.show(event)
            if isinstance(event, Done) and not as_json:
                console.say(f"the run is in {run}")
    return interruption.exit_code
