"""From the words of a command line to its arguments; the window's alone load next to nothing."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Sequence
from pathlib import Path

from kpstudio.cli.parser import Parser
from kpstudio.core.errors import InputError

HEADLESS = (
    "sample",
    "demo",
    "info",
    "convert",
    "import",
    "train",
    "find-lr",
    "evaluate",
    "agreement",
    "report",
    "predict",
    "next",
    "export-model",
    "get",
    "menu-entry",
    "doctor",
    "doctor-labels",
    "suspect-labels",
)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments; ``command`` is one of `HEADLESS` or "window".

    Raises:
        SystemExit: 2 for wrong usage, 0 after the help or the version.
        InputError: If ``argv`` is neither a command nor an existing path.
    """
    if argv and argv[0] not in HEADLESS and not argv[0].startswith("-"):
        return _parse_window(argv)
    if not argv:
        return argparse.Namespace(command="window", path=None)
    from kpstudio.cli.arguments import main_parser

    arguments = main_parser().parse_args(_with_searches(argv))
    if arguments.command is None:
        arguments.command, arguments.path = "window", None
    return arguments


def _parse_window(argv: Sequence[str]) -> argparse.Namespace:
    if not Path(argv[0]).exists():
        near = difflib.get_close_matches(argv[0], HEADLESS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"commands are {', '.join(HEADLESS)}"
        raise InputError(f"{argv[0]} is no folder or file here, and no command: {hint}")
    parser = Parser(prog="kpstudio", allow_abbrev=False)
    parser.add_argument("path", type=Path, metavar="PATH")
    arguments = parser.parse_args(argv)
    arguments.command = "window"
    return arguments


def _with_searches(argv: Sequence[str]) -> list[str]:
    """Return ``argv`` with searches bound to their option, for one may begin with a "-"."""
    bound: list[str] = []
    for word in argv:
        if bound and bound[-1] in ("--where", "--val-where") and not word.startswith("--"):
            bound[-1] += f"={word}"
        else:
            bound.append(word)
    return bound
