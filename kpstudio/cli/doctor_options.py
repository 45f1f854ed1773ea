"""The options of ``kpstudio doctor-labels``, apart from its work: every command reads them."""

from __future__ import annotations

from pathlib import Path

from kpstudio.cli.options import (
    Commands,
    Parser,
    command,
    json_option,
    labels_option,
    path_option,
)

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
