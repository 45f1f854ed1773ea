"""The commands with their options, and the help."""

from __future__ import annotations

import argparse
from importlib.metadata import version
from pathlib import Path

from kpstudio.cli.doctor_options import doctor_parser, suspect_parser
from kpstudio.cli.options import (
    Commands,
    command,
    json_option,
    label_sets_option,
    labels_option,
    overwrite_option,
    path_option,
    positive,
    to_option,
    where_option,
    whole_from_one,
)
from kpstudio.cli.parser import Parser
from kpstudio.cli.training_options import training_options
from kpstudio.core.metrics import FAILURE_THRESHOLD
from kpstudio.core.rankings import rankings
from kpstudio.core.schema import shipped_schemes
from kpstudio.io.sharing import Sharing
from kpstudio.tasks.export_model import TARGETS

_EPILOGUE = """\
PATH is a folder of pictures, an annotation file, or a folder with a kpstudio project in it, whose
corrections then count.

examples:
  kpstudio                                 open the window
  kpstudio faces/                          open the window on a folder
  kpstudio demo                            the whole job once on made-up faces
  kpstudio info faces/                     what is in a folder
  kpstudio train faces/ --out runs/first
  kpstudio evaluate runs/first faces/
  kpstudio predict runs/first photos/ --to pts --out predicted/
"""


def main_parser() -> Parser:
    """Return the parser of all commands."""
    parser = Parser(
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
    for add in (
        _sample,
        _demo,
        _info,
        _convert,
        _import,
        _train,
        _find_lr,
        _evaluate,
        _agreement,
        _report,
        _predict,
        _next,
        _export_model,
        _get,
        _menu_entry,
        _doctor,
        doctor_parser,
        suspect_parser,
    ):
        add(commands)
    return parser


def _sample(commands: Commands[Parser]) -> None:
    does = "Write the made-up sample faces: synthetic pictures with exact points."
    parser = command(commands, "sample", does, "kpstudio sample faces/")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")


def _demo(commands: Commands[Parser]) -> None:
    does = (
        "Do the main job on the sample faces. With a screen the window opens and trains before "
        "your eyes; without one, or with --out, BigNet is trained and evaluated here, landmark "
        "files are exported, and a contact sheet of the worst and best faces is drawn."
    )
    parser = command(commands, "demo", does, "kpstudio demo --out /tmp/demo")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where everything goes")


def _info(commands: Commands[Parser]) -> None:
    does = "Say what PATH holds, with everything odd about it."
    parser = command(commands, "info", does, "kpstudio info faces/ --json")
    path_option(parser)
    labels_option(parser)
    where_option(parser)
    json_option(parser)


def _convert(commands: Commands[Parser]) -> None:
    does = "Write the landmarks of SRC in another format, read them back and say what got lost."
    parser = command(commands, "convert", does, "kpstudio convert faces/ converted/ --to dlib")
    parser.add_argument("source", type=Path, metavar="SRC", help="folder, annotations or project")
    parser.add_argument(
        "target", type=Path, metavar="DST", help="folder, or a file for formats of one file"
    )
    labels_option(parser)
    where_option(parser)
    to_option(parser)
    overwrite_option(parser)
    parser.add_argument(
        "--pictures",
        choices=[str(sharing) for sharing in Sharing],
        default=str(Sharing.REFER),
        help="refer to them where they are (default); copy them along without metadata; or none: "
        "landmarks only, with nothing but the pictures' names",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be lost, and write nothing"
    )
    json_option(parser)


def _import(commands: Commands[Parser]) -> None:
    does = (
        "Take labels of the pictures of PATH from elsewhere into its project, and say what that "
        "changes. Faces that a person worked on there stay; no labelled point is taken away."
    )
    parser = command(commands, "import", does, "kpstudio import faces/ labels.csv --dry-run")
    path_option(parser)
    parser.add_argument(
        "other", type=Path, metavar="FROM", help="a label file, or a folder with labels"
    )
    labels_option(parser)
    label_sets_option(parser, "--other-labels", "which label set of FROM counts")
    parser.add_argument(
        "--disputed", action="store_true", help="also change faces that a person worked on"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would change, and change nothing"
    )
    json_option(parser)


def _train(commands: Commands[Parser]) -> None:
    does = "Train a network on the labelled faces of PATH. Ctrl-C stops it and keeps what it has."
    example = "kpstudio train faces/ --preset fast --out runs/first --batch-size 8"
    parser = command(commands, "train", does, example)
    parser.usage = (  # the help tells the options in groups
        "kpstudio train PATH --out RUN [OPTION ...]\n       kpstudio train --resume RUN"
    )
    training_options(parser, path_optional=True)
    parser.add_argument("--out", type=Path, metavar="RUN", help="new folder")
    parser.add_argument(
        "--resume",
        type=Path,
        metavar="RUN",
        help="go on with a run that was stopped or interrupted, with its own settings; name PATH "
        "only where its faces have moved",
    )
    parser.add_argument(
        "--sweep",
        nargs="+",
        action="extend",
        default=[],
        metavar="OPTION=VALUES",
        help="train each combination of values into a run folder inside --out, one after another: "
        "--sweep lr=1e-3,1e-4 batch-size=8,32",
    )
    json_option(parser, "print every event as one JSON line")


def _find_lr(commands: Commands[Parser]) -> None:
    does = (
        "Find a learning rate: train for a hundred steps at most while the rate grows, and say "
        "where the error falls best. Nothing is kept."
    )
    parser = command(commands, "find-lr", does, "kpstudio find-lr faces/ --preset smallnet")
    parser.usage = "kpstudio find-lr PATH [OPTION ...]"
    training_options(parser)
    json_option(parser, "print every step and the suggestion as one JSON line each")


def _measured_by(parser: Parser) -> None:
    parser.add_argument(
        "--normaliser",
        default="",
        metavar="NAME",
        help="what errors are divided by: inter-ocular, inter-pupil, box size or box diagonal, as "
        "far as the points allow; the scheme's own by default",
    )
    parser.add_argument(
        "--threshold",
        type=positive,
        default=FAILURE_THRESHOLD,
        metavar="FRACTION",
        help=f"NME above which a face counts as failed ({FAILURE_THRESHOLD:g} by default; 0.10 "
        "is usual, too)",
    )


def _evaluate(commands: Commands[Parser]) -> None:
    does = "Measure how far the predictions of RUN lie from the labelled points of PATH."
    parser = command(
        commands, "evaluate", does, "kpstudio evaluate runs/first faces/ --list validation.txt"
    )
    parser.add_argument("run", type=Path, metavar="RUN", help="folder of a trained run")
    path_option(parser)
    labels_option(parser)
    where_option(parser, run=False)
    parser.add_argument(
        "--list", type=Path, metavar="FILE", help="only these pictures, one file name a line"
    )
    _measured_by(parser)
    json_option(parser)


def _agreement(commands: Commands[Parser]) -> None:
    does = (
        "Say how far two people's labels of the same faces lie apart: no network can be judged "
        "more closely than that."
    )
    parser = command(commands, "agreement", does, "kpstudio agreement faces/ faces-of-a-colleague/")
    path_option(parser)
    parser.add_argument(
        "other", type=Path, metavar="OTHER",
        help="another person's labels of the same pictures: a folder or an annotation file",
    )  # fmt: skip
    labels_option(parser)
    label_sets_option(
        parser, "--other-labels", "which label set of OTHER counts; OTHER may be PATH itself"
    )
    _measured_by(parser)
    json_option(parser)


def _report(commands: Commands[Parser]) -> None:
    does = "Write one HTML page: how well RUN does, where it fails and why, to look at or hand in."
    example = "kpstudio report runs/first --compare runs/second --out report.html"
    parser = command(commands, "report", does, example)
    parser.add_argument("run", type=Path, metavar="RUN", help="folder of a trained run")
    parser.add_argument(
        "path", type=Path, nargs="?", metavar="PATH",
        help="labelled faces; those that it was trained on by default",
    )  # fmt: skip
    parser.add_argument(
        "--compare", type=Path, metavar="RUN2", help="another run, to tell what has changed since"
    )
    parser.add_argument(
        "--second-labels", type=Path, metavar="OTHER",
        help="another person's labels of the same pictures, to tell how closely people agree",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the page's file")
    labels_option(parser)
    _measured_by(parser)


def _predict(commands: Commands[Parser]) -> None:
    does = "Predict the points of pictures that have none, and write landmark files."
    example = "kpstudio predict runs/first photos/ --to pts --out predicted/"
    parser = command(commands, "predict", does, example)
    parser.add_argument("run", type=Path, metavar="RUN", help="folder of a trained run")
    parser.add_argument(
        "pictures", type=Path, nargs="+", metavar="PICTURES", help="pictures, or folders of them"
    )
    where_option(parser)
    labels_option(parser)
    to_option(parser)
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where files go")
    parser.add_argument(
        "--scheme", choices=[s.name for s in shipped_schemes()], help="write these points instead"
    )
    overwrite_option(parser)
    json_option(parser)


def _next(commands: Commands[Parser]) -> None:
    does = (
        "Say which faces of PATH without labels to label next, and why. First come those that RUN "
        "is unsure of or that turn as few labelled ones do, as far as they are unlike anything "
        "labelled. docs/RESULTS.md has what that gained over labelling at random."
    )
    parser = command(commands, "next", does, "kpstudio next faces/ --run runs/first --count 50")
    path_option(parser)
    ranked = parser.add_mutually_exclusive_group(required=True)
    ranked.add_argument(
        "--run", type=Path, metavar="RUN", help="folder of a trained run: what it learns most from"
    )
    ranked.add_argument(
        "--by",
        metavar="RANKING",
        help="sort the faces not yet finished as another package does (docs/EXTENDING.md): "
        + (", ".join(rankings()) or "none is installed"),
    )
    parser.add_argument(
        "--count", type=whole_from_one, default=100, metavar="N", help="how many (100 by default)"
    )
    labels_option(parser)
    json_option(parser)


def _export_model(commands: Commands[Parser]) -> None:
    does = "Write the network of RUN as a file that other programs run (docs/MODELS.md)."
    example = "kpstudio export-model runs/first --to onnx --out first.onnx"
    parser = command(commands, "export-model", does, example)
    parser.add_argument("run", type=Path, metavar="RUN", help="folder of a trained run")
    parser.add_argument("--to", required=True, choices=TARGETS, help="the kind of file")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="what to write")
    overwrite_option(parser)
    json_option(parser)


def _menu_entry(commands: Commands[Parser]) -> None:
    does = "Put kpstudio into the menu of a Linux desktop, with its icon and its kind of file."
    parser = command(commands, "menu-entry", does, "kpstudio menu-entry")
    parser.add_argument("--remove", action="store_true", help="take it out again")


def _doctor(commands: Commands[Parser]) -> None:
    does = (
        "Look over this machine: versions, GPU, what Qt lacks and which package brings it, whether "
        "torch and torchvision fit, where can be written. The exit code is 3 where one is bad."
    )
    json_option(command(commands, "doctor", does, "kpstudio doctor"))


def _get(commands: Commands[Parser]) -> None:
    does = (
        "Get a public set of faces with landmarks. Without NAME the sets are listed, without --to "
        "you are told what the set holds and on which terms."
    )
    parser = command(commands, "get", does, "kpstudio get imm --to faces/imm")
    parser.add_argument("name", nargs="?", metavar="NAME", help="a set of the list")
    parser.add_argument("--to", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument(
        "--accept-terms", action="store_true", help="you have read and accept them: do not ask"
    )
    parser.add_argument(
        "--file",
        dest="files",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a file of the set that only a browser can fetch; once for each",
    )
    json_option(parser)
