"""The options of the commands that examine labels; every command reads them, none their work."""

from __future__ import annotations

from pathlib import Path

from kpstudio.cli.options import (
    Commands,
    command,
    json_option,
    labels_option,
    path_option,
    whole_from_one,
)
from kpstudio.cli.parser import Parser
from kpstudio.engine.presets import PRESETS
from kpstudio.tasks.suspecting import FOLDS, PRESET

OPEN = 3
"""Exit code where something is left to decide."""


def doctor_parser(commands: Commands[Parser]) -> None:
    """Add ``kpstudio doctor-labels``."""
    does = (
        "Look for wrong conventions in the labels of PATH. These are pixels counted from 1, half "
        "pixels, y up, x and y swapped, fractions or percent, crop frames, EXIF, orders, left and "
        "right, copies, persons torn by the split. Nothing is changed unless --apply says so. The "
        f"exit code is 0 where nothing is left to decide, {OPEN} where something is; notes do not "
        "count."
    )
    example = (
        "kpstudio doctor-labels faces/ --proof proof/\n"
        "  kpstudio doctor-labels faces/ --apply y-up\n"
        "  kpstudio doctor-labels faces/ --undo y-up\n"
        "  kpstudio doctor-labels faces/ --dismiss copies,outside"
    )
    parser = command(commands, "doctor-labels", does, example)
    path_option(parser)
    labels_option(parser)
    parser.add_argument("--quick", action="store_true", help="do not look at pixels")
    parser.add_argument("--proof", type=Path, metavar="DIR", help="write pictures that show it")
    parser.add_argument(
        "--apply", default="", metavar="KEY[,KEY]", help="put these right, in the project of PATH"
    )
    parser.add_argument(
        "--dismiss", default="", metavar="KEY[,KEY]", help="these are right: say no more of them"
    )
    parser.add_argument(
        "--undo", default="", metavar="KEY[,KEY]", help="take back what --apply did for these"
    )
    json_option(parser)


def suspect_parser(commands: Commands[Parser]) -> None:
    """Add ``kpstudio suspect-labels``."""
    does = (
        "List faces whose labels are probably wrong, worst first, with the likely reason. Some "
        "networks are trained, each without a part of the faces, and asked about that part: left "
        "and right swapped, another order, the labels of another face, single points that are off. "
        "What they say is kept in the project of PATH, so that the next call trains nothing. The "
        f"exit code is 0 where no face is suspicious, {OPEN} where one is."
    )
    example = (
        "kpstudio suspect-labels faces/\n"
        "  kpstudio suspect-labels faces/ --folds 3 --set epochs=20\n"
        "  kpstudio suspect-labels faces/ --kept --limit 20"
    )
    parser = command(commands, "suspect-labels", does, example)
    path_option(parser)
    labels_option(parser)
    parser.add_argument(
        "--folds", type=whole_from_one, default=FOLDS, metavar="N",
        help=f"so many networks, each trained without one part of so many; default: {FOLDS}",
    )  # fmt: skip
    parser.add_argument(
        "--preset", default=PRESET, metavar="NAME",
        help=f"what is trained, one of {', '.join(PRESETS)}; default: {PRESET}",
    )  # fmt: skip
    parser.add_argument(
        "--set", nargs="+", default=[], metavar="KEY=VALUE",
        help="change settings of it, called as by train --sweep: epochs=20 seed=1",
    )  # fmt: skip
    parser.add_argument(
        "--kept", action="store_true", help="train nothing: judge by what was answered before"
    )
    parser.add_argument(
        "--limit", type=whole_from_one, metavar="N", help="list so many; default: all"
    )
    json_option(parser, "print JSON objects and nothing else, the list of faces last")
