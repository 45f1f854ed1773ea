"""Opening what a command names, by the options that all such commands share."""

from __future__ import annotations

import argparse
from pathlib import Path

from kpstudio.cli import console
from kpstudio.core.errors import InputError
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import Opened
from kpstudio.tasks.opening import open_corrected


def open_given(path: Path, arguments: argparse.Namespace) -> Opened:
    """Open ``path`` with its corrections, as ``arguments`` say, showing progress.

    Args:
        path: What to open.
        arguments: With ``labels`` and ``boxes`` of `options.labels_option`, and ``json``.

    Raises:
        InputError: If it cannot be opened, or two label sets meet and the options do not choose.
    """
    choice = None
    if arguments.labels:
        choice = LabelChoice(tuple(arguments.labels), tuple(arguments.boxes))
    elif arguments.boxes:
        raise InputError("--boxes says whose boxes to take: say with --labels whose points")
    progress = console.Progress("reading", quiet=arguments.json)
    opened = open_corrected(path, progress, choice)
    progress.close()
    return opened
