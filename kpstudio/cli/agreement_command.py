"""The command ``agreement``."""

from __future__ import annotations

import argparse

from kpstudio.cli import console
from kpstudio.cli.opening import open_given
from kpstudio.core.metrics import Yardstick
from kpstudio.core.normalisers import normaliser_named
from kpstudio.io.choosing import LabelChoice
from kpstudio.tasks.second_labels import agreement as measured
from kpstudio.tasks.second_labels import read_second


def agreement(arguments: argparse.Namespace) -> int:
    """Say how far two people's labels of the same faces lie apart."""
    labels = open_given(arguments.path, arguments).labels
    yardstick = Yardstick(
        normaliser_named(labels.scheme, arguments.normaliser), arguments.threshold
    )
    names = tuple(arguments.other_labels)
    progress = console.Progress("reading", quiet=arguments.json)
    second = read_second(labels, arguments.other, LabelChoice(names) if names else None, progress)
    progress.close()
    found = measured(labels, second, yardstick)
    if arguments.json:
        console.say_json(found.to_json())
        return 0
    console.say(found.sentences())
    console.say()
    console.say(console.table(found.details()))
    return 0
