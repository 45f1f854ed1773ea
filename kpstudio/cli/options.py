"""What the options of the commands have in common: the parser, shared options, checked values."""

from __future__ import annotations

import argparse
import math
from pathlib import Path

from kpstudio.cli.parser import Parser
from kpstudio.io.registry import formats

Commands = argparse._SubParsersAction
"""What a command adds its parser to."""


def command(commands: Commands[Parser], name: str, does: str, example: str) -> Parser:
    """Add the parser of one command."""
    return commands.add_parser(
        name,
        prog=f"kpstudio {name}",
        help=does[0].lower() + does[1:].partition(". ")[0].rstrip("."),
        description=does,
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def path_option(parser: Parser, optional: bool = False) -> None:
    """Add PATH: what to open."""
    count = "?" if optional else None
    does = "folder, annotations or project"
    parser.add_argument("path", type=Path, metavar="PATH", nargs=count, help=does)


def labels_option(parser: Parser) -> None:
    """Add --labels and --boxes: which labels count where two sets name the same pictures."""
    for option, does in (
        ("--labels", "which label set counts, where several name the same pictures: a file name "
         "or a format; the first given wins"),
        ("--boxes", "with --labels: a label set to take the boxes from"),
    ):  # fmt: skip
        label_sets_option(parser, option, does)


def label_sets_option(parser: Parser, option: str, does: str) -> None:
    """Add an option that names label sets, separated by commas."""
    parser.add_argument(
        option,
        action="extend",
        type=lambda text: [name for name in text.split(",") if name],
        default=[],
        metavar="SET[,SET]",
        help=does,
    )


def where_option(parser: Parser, run: bool = True) -> None:
    """Add --where: which faces count; with ``run`` also --run, whose errors the search compares."""
    parser.add_argument(
        "--where",
        default="",
        metavar="QUERY",
        help='only the faces that a search finds: "state:checked -tag:glasses" (docs/SEARCH.md)',
    )
    if run:
        parser.add_argument(
            "--run",
            dest="where_run",
            default="",
            metavar="NAME",
            help="the project's run whose predictions the search compares; the newest by default",
        )


def json_option(parser: Parser, does: str = "print one JSON object and nothing else") -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help=does)


def to_option(parser: Parser) -> None:
    """Add --to: the format to write."""
    names = ", ".join(known.name for known in formats())
    parser.add_argument("--to", required=True, metavar="FORMAT", help=f"one of {names}")


def overwrite_option(parser: Parser) -> None:
    """Add --overwrite."""
    parser.add_argument("--overwrite", action="store_true", help="replace files that exist")


def positive(text: str) -> float:
    """Return a number above 0."""
    value = _number(text)
    if not value > 0.0:
        raise argparse.ArgumentTypeError(f"{text} is not above 0")
    return value


def fraction(text: str) -> float:
    """Return a number from 0 to below 1."""
    value = _number(text)
    if not 0.0 <= value < 1.0:
        raise argparse.ArgumentTypeError(f"{text} is not a fraction from 0 to below 1: try 0.2")
    return value


def share(text: str, most: float = 1.0) -> float:
    """Return a number from 0 to ``most``."""
    value = _number(text)
    if not 0.0 <= value <= most:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and {most:g}")
    return value


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    return value


def whole_from_zero(text: str, least: int = 0) -> int:
    """Return a whole number of at least ``least``."""
    try:
        value = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None
    if value < least:
        raise argparse.ArgumentTypeError(f"{text} is too small: use {least} or more")
    return value


def whole_from_one(text: str) -> int:
    """Return a whole number of at least 1."""
    return whole_from_zero(text, least=1)
