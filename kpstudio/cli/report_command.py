"""The command ``report``."""

from __future__ import annotations

import argparse

from kpstudio.cli import console
from kpstudio.cli.opening import given_choice
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.choosing import Chooser
from kpstudio.tasks.doctor import case_on_disk
from kpstudio.tasks.opening import open_corrected
from kpstudio.tasks.report import Asked, write_report
from kpstudio.tasks.second_labels import read_second
from kpstudio.tasks.training import opened_again


def report(arguments: argparse.Namespace) -> int:
    """Write what a run does, and where it fails, as one HTML page."""
    run = RunFolder.open(arguments.run)  # complains before a large folder has been read
    if arguments.compare is not None:
        RunFolder.open(arguments.compare)
    reading = console.Progress("reading")
    if arguments.path is None:
        opened = opened_again(run, reading, "kpstudio report RUN PATH --out FILE for")
    else:
        opened = open_corrected(arguments.path, reading, given_choice(arguments))
    second = None
    if arguments.second_labels is not None:
        second = read_second(opened.labels, arguments.second_labels, progress=reading)
    reading.close()
    asked = Asked(
        arguments.run,
        arguments.compare,
        arguments.normaliser,
        arguments.threshold,
        Chooser(opened, "").persons,
        second,
    )
    progress = console.Progress("predicting")
    written = write_report(asked, opened.labels, case_on_disk(opened), arguments.out, progress)
    progress.close()
    console.say(f"wrote {written}")
    return 0
