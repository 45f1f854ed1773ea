"""Opening what a command names, by the options that all such commands share."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from kpstudio.cli import console
from kpstudio.core.errors import InputError
from kpstudio.core.matching import Chosen
from kpstudio.core.query_parser import parse_query
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import Opened
from kpstudio.tasks.choosing import Chooser, chosen_only, require_some
from kpstudio.tasks.opening import open_corrected


@dataclass(frozen=True)
class Given:
    """What a command was given.

    Attributes:
        opened: The faces, those that ``--where`` finds if that was given.
        chooser: Searches among all faces.
        chosen: What ``--where`` found; None where it was not given.
    """

    opened: Opened
    chooser: Chooser
    chosen: Chosen | None = None


def given_choice(arguments: argparse.Namespace) -> LabelChoice | None:
    """Return what ``--labels`` and ``--boxes`` choose, or None.

    Raises:
        InputError: If only boxes were chosen.
    """
    if arguments.labels:
        return LabelChoice(tuple(arguments.labels), tuple(arguments.boxes))
    if arguments.boxes:
        raise InputError("--boxes says whose boxes to take: say with --labels whose points")
    return None


def open_given(path: Path, arguments: argparse.Namespace) -> Opened:
    """Open ``path`` with its corrections, as ``arguments`` say, showing progress.

    Args:
        path: What to open.
        arguments: With ``labels`` and ``boxes`` of `options.labels_option`, ``json``, and what
            `options.where_option` adds, where the command has that.

    Raises:
        InputError: If it cannot be opened, two label sets meet and the options do not choose, or
            the search is wrong or finds no face.
    """
    given = open_chosen(path, arguments)
    if given.chosen is not None:
        require_some(given.chosen, path)
    return given.opened


def open_chosen(path: Path, arguments: argparse.Namespace) -> Given:
    """Do as `open_given`, but take it that a search finds no face.

    Raises:
        InputError: As `open_given`, but for that.
    """
    choice = given_choice(arguments)
    where = getattr(arguments, "where", "").strip()
    if where:
        parse_query(where)  # complains before a large folder has been read
    progress = console.Progress("reading", quiet=arguments.json)
    opened = open_corrected(path, progress, choice)
    progress.close()
    chooser = Chooser(opened, getattr(arguments, "where_run", ""))
    if not where:
        return Given(opened, chooser)
    chosen = chooser.choose(where)
    return Given(chosen_only(opened, chosen), chooser, chosen)
