"""The commands and options: what may be given, and the help."""

from __future__ import annotations

import argparse
import difflib
import math
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from kpstudio.core.errors import InputError
from kpstudio.engine.config import DEVICES, PRESETS
from kpstudio.io.registry import FORMATS

HEADLESS = ("sample", "demo", "info", "convert", "train", "evaluate", "predict")

_EPILOGUE = """\
PATH is a folder of pictures, an annotation file, or a folder with a kpstudio project in it, whose
corrections then count.

examples:
  kpstudio                                 open the window
  kpstudio faces/                          open the window on a folder
  kpstudio demo                            the whole job once on made-up faces
  kpstudio info faces/                     what is in a folder
  kpstudio train faces/ --preset bignet --out runs/first
  kpstudio evaluate runs/first faces/
  kpstudio predict runs/first photos/ --to pts --out predicted/
"""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line; the usage is a `--help` away."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"kpstudio: {message} (see {self.prog} --help)\n")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments; ``command`` is one of `HEADLESS` or "window".

    Raises:
        SystemExit: 2 for wrong usage, 0 after the help or the version.
        InputError: If ``argv`` is neither a command nor an existing path.
    """
    if argv and argv[0] not in HEADLESS and not argv[0].startswith("-"):
        return _parse_window(argv)
    arguments = _main_parser().parse_args(argv)
    if arguments.command is None:
        arguments.command, arguments.path = "window", None
    return arguments


def _parse_window(argv: Sequence[str]) -> argparse.Namespace:
    if not Path(argv[0]).exists():
        near = difflib.get_close_matches(argv[0], HEADLESS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"commands are {', '.join(HEADLESS)}"
        raise InputError(f"{argv[0]} is no folder or file here, and no command: {hint}")
    parser = _Parser(prog="kpstudio", allow_abbrev=False)
    parser.add_argument("path", type=Path, metavar="PATH")
    arguments = parser.parse_args(argv)
    arguments.command = "window"
    return arguments


def _main_parser() -> _Parser:
    parser = _Parser(
        prog="kpstudio",
        usage="kpstudio [PATH]\n       kpstudio COMMAND ...",
        description="Train facial-keypoint networks, see where they fail, correct landmarks and "
        "export them. Without a command the window opens.",
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"kpstudio {version('kpstudio')}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for add in (_sample, _demo, _info, _convert, _train, _evaluate, _predict):
        add(commands)
    return parser


_Commands = argparse._SubParsersAction


def _command(commands: _Commands[_Parser], name: str, does: str, example: str) -> _Parser:
    return commands.add_parser(
        name,
        prog=f"kpstudio {name}",
        help=does[0].lower() + does[1:].partition(".")[0],
        description=does,
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _sample(commands: _Commands[_Parser]) -> None:
    does = "Write the made-up sample faces: synthetic pictures with exact points."
    parser = _command(commands, "sample", does, "kpstudio sample faces/")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")


def _demo(commands: _Commands[_Parser]) -> None:
    does = (
        "Do the main job on the sample faces. With a screen the window opens and trains before "
        "your eyes; without one, or with --out, BigNet is trained and evaluated here, landmark "
        "files are exported, and a contact sheet of the worst and best faces is drawn."
    )
    parser = _command(commands, "demo", does, "kpstudio demo --out /tmp/demo")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where everything goes")


def _info(commands: _Commands[_Parser]) -> None:
    does = "Say what PATH holds, with everything odd about it."
    parser = _command(commands, "info", does, "kpstudio info faces/ --json")
    _path(parser)
    _json(parser)


def _convert(commands: _Commands[_Parser]) -> None:
    does = "Write the landmarks of SRC in another format, read them back and say what got lost."
    parser = _command(commands, "convert", does, "kpstudio convert faces/ converted/ --to dlib")
    parser.add_argument("source", type=Path, metavar="SRC", help="folder, annotations or project")
    parser.add_argument(
        "target", type=Path, metavar="DST", help="folder, or a file for formats of one file"
    )
    _to(parser)
    _overwrite(parser)
    _json(parser)


def _train(commands: _Commands[_Parser]) -> None:
    does = "Train a network on the labelled faces of PATH. Ctrl-C stops it and keeps what it has."
    example = "kpstudio train faces/ --preset smallnet --out runs/nose --epochs 40"
    parser = _command(commands, "train", does, example)
    _path(parser)
    parser.add_argument(
        "--preset", required=True, metavar="NAME", help=f"one of {', '.join(PRESETS)}"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="RUN", help="new folder")
    parser.add_argument("--lr", type=_positive, help="learning rate")
    parser.add_argument("--batch-size", type=_whole_from_one, metavar="N", help="faces in a step")
    parser.add_argument("--epochs", type=_whole_from_one, metavar="N", help="times through")
    parser.add_argument(
        "--points", metavar="LIST", help='"all", groups, names, numbers or ranges: "mouth,0-12"'
    )
    parser.add_argument(
        "--seed",
        type=_whole_from_zero,
        metavar="N",
        help="of weights, order and augmentation; the split stays the same",
    )
    held_out = parser.add_mutually_exclusive_group()
    held_out.add_argument(
        "--val-fraction", type=_fraction, metavar="F", help="share held out for validation"
    )
    held_out.add_argument(
        "--val-list", type=Path, metavar="FILE", help="pictures held out, one file name a line"
    )
    parser.add_argument("--device", choices=DEVICES, help="where to compute")
    _json(parser, "print every event as one JSON line")


def _evaluate(commands: _Commands[_Parser]) -> None:
    does = "Measure how far the predictions of RUN lie from the labelled points of PATH."
    parser = _command(
        commands, "evaluate", does, "kpstudio evaluate runs/first faces/ --list validation.txt"
    )
    parser.add_argument("run", type=Path, metavar="RUN", help="folder of a trained run")
    _path(parser)
    parser.add_argument(
        "--list", type=Path, metavar="FILE", help="only these pictures, one file name a line"
    )
    _json(parser)


def _predict(commands: _Commands[_Parser]) -> None:
    does = "Predict the points of pictures that have none, and write landmark files."
    example = "kpstudio predict runs/first photos/ --to pts --out predicted/"
    parser = _command(commands, "predict", does, example)
    parser.add_argument("run", type=Path, metavar="RUN", help="folder of a trained run")
    parser.add_argument(
        "pictures", type=Path, nargs="+", metavar="PICTURES", help="pictures, or folders of them"
    )
    _to(parser)
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where files go")
    _overwrite(parser)
    _json(parser)


def _path(parser: _Parser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help="folder, annotations or project")


def _json(parser: _Parser, does: str = "print one JSON object and nothing else") -> None:
    parser.add_argument("--json", action="store_true", help=does)


def _to(parser: _Parser) -> None:
    names = ", ".join(known.name for known in FORMATS)
    parser.add_argument("--to", required=True, metavar="FORMAT", help=f"one of {names}")


def _overwrite(parser: _Parser) -> None:
    parser.add_argument("--overwrite", action="store_true", help="replace files that exist")


def _positive(text: str) -> float:
    value = _number(text)
    if not value > 0.0:
        raise argparse.ArgumentTypeError(f"{text} is not above 0")
    return value


def _fraction(text: str) -> float:
    value = _number(text)
    if not 0.0 <= value < 1.0:
        raise argparse.ArgumentTypeError(f"{text} is not a fraction from 0 to below 1: try 0.2")
    return value


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    return value


def _whole_from_zero(text: str, least: int = 0) -> int:
    try:
        value = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None
    if value < least:
        raise argparse.ArgumentTypeError(f"{text} is too small: use {least} or more")
    return value


def _whole_from_one(text: str) -> int:
    return _whole_from_zero(text, least=1)
