"""`kpstudio find-lr`: a table of learning rates with their errors, and the one to take."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from kpstudio.cli import console
from kpstudio.cli.interrupts import stopping
from kpstudio.cli.network_commands import prepared
from kpstudio.core.ticks import Rate
from kpstudio.engine.control import Control
from kpstudio.engine.events import Notice, Preparing
from kpstudio.engine.rates import FIRST_RATE, LAST_RATE, RateTried, smooth, suggest
from kpstudio.tasks.lr_finder import find_rate, in_words

_LINES = 25
_BAR = 30


def find_lr(arguments: argparse.Namespace) -> int:
    """Look for a learning rate, and print what was tried."""
    labels, config, split = prepared(arguments)
    control, tried = Control(), []
    reading = console.Progress("getting ready", quiet=arguments.json)
    trying = console.Progress("trying rates", quiet=arguments.json)
    with stopping(control.stop) as interruption:
        for event in find_rate(labels, config, split, control):
            if isinstance(event, RateTried):
                reading.close()
                tried.append(event)
                trying.show(event.step, 100, f"{Rate.rounded(event.lr)}: {event.smoothed:.3f}")
            elif isinstance(event, Preparing):
                reading.show(event.done, event.total)
            elif isinstance(event, Notice):
                trying.line(f"  {event.message}")
            if arguments.json:
                console.say_json(event.to_json())
    trying.close()
    if interruption.exit_code:
        return interruption.exit_code
    found = suggest(tried)
    if arguments.json:
        console.say_json(found.to_json() if found else {"event": "suggestion", "lr": None})
        return 0
    console.say(_table(tried))
    console.say(in_words(found))
    return 0


def _table(tried: Sequence[RateTried]) -> str:
    """Return rates with their errors as lines of text, and bars of them."""
    errors = smooth([step.error for step in tried])
    every = -(-len(tried) // _LINES)
    lines = [
        "error as a share of the mean shape's, at rates from "
        f"{Rate(FIRST_RATE)} to {Rate(LAST_RATE)}:"
    ]
    for step, error in list(zip(tried, errors, strict=True))[::every]:
        bar = "#" * min(round(_BAR * error), 2 * _BAR)
        lines.append(f"  {Rate.rounded(step.lr):>7}  {error:7.3f}  {bar}")
    return "\n".join(lines)
