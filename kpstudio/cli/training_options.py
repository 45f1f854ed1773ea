"""The options of `kpstudio train` that set how a network is trained."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from kpstudio.cli.options import (
    fraction,
    labels_option,
    path_option,
    positive,
    share,
    where_option,
    whole_from_one,
    whole_from_zero,
)
from kpstudio.cli.parser import Parser
from kpstudio.engine.config import (
    BACKBONES,
    CROPS,
    DEVICES,
    HEADS,
    JUDGES,
    OPTIMISERS,
    PRECISIONS,
    SCHEDULES,
    TrainConfig,
    detectors,
    losses,
    networks,
)
from kpstudio.engine.presets import DEFAULT_PRESET, PRESETS, with_network

_SIDES = ("left", "right", "up", "down")
_SETTINGS = (
    "lr", "batch_size", "epochs", "val_fraction", "backbone", "head", "crop", "box_scale",
    "find_face", "detector", "test_flip", "test_shift", "pretrained", "drawn_start", "start",
    "freeze_backbone", "seed", "loss", "optimiser", "weight_decay", "schedule", "ema", "patience",
    "judge", "turned_weight", "corrected_weight", "device", "precision",
)  # fmt: skip
"""Options that are called as the setting is."""
_MOVES = ("rotation_degrees", "scale", "flip", "light", "blur", "noise", "occlusion")


def training_options(parser: Parser, path_optional: bool = False) -> None:
    """Add what is trained on, and every setting of a training."""
    path_option(parser, path_optional)
    labels_option(parser)
    where_option(parser)
    _first(parser)
    _held_out(parser)
    _network(parser)
    _start(parser)
    _learning(parser)
    _sampling(parser)
    _augmentation(parser)
    _computing(parser)


def _first(parser: Parser) -> None:
    parser.add_argument(
        "--preset",
        metavar="NAME",
        help=f"one of {', '.join(PRESETS)}; {DEFAULT_PRESET} where none is named. It sets all that "
        "follows; what is given besides changes it",
    )
    parser.add_argument(
        "--points", metavar="LIST", help='"all", groups, names, numbers or ranges: "mouth,0-12"'
    )
    parser.add_argument("--lr", type=positive, help="learning rate")
    parser.add_argument("--batch-size", type=whole_from_one, metavar="N", help="faces in a step")
    parser.add_argument("--epochs", type=whole_from_one, metavar="N", help="times through")


def _held_out(parser: Parser) -> None:
    group = parser.add_argument_group("faces held out for validation")
    one = group.add_mutually_exclusive_group()
    one.add_argument("--val-fraction", type=fraction, metavar="F", help="a share of the faces")
    one.add_argument(
        "--val-list", type=Path, metavar="FILE", help="these pictures, one file name a line"
    )
    one.add_argument("--val-where", metavar="QUERY", help="those that a search among them finds")


def _network(parser: Parser) -> None:
    group = parser.add_argument_group("the network and what it sees")
    group.add_argument(
        "--network",
        choices=networks(),
        help="the preset's by default; one with layers of its own takes no backbone and head",
    )
    group.add_argument("--backbone", choices=BACKBONES, help="what a keypointnet sees with")
    group.add_argument("--head", choices=HEADS, help="how a keypointnet answers")
    group.add_argument("--input-size", type=_size, metavar="N", help="pixels: 128, or 96x128 (HxW)")
    group.add_argument("--crop", choices=CROPS, help="whole pictures, or a crop of each face")
    group.add_argument(
        "--box-scale", type=positive, metavar="F", help="times the face's box that a crop covers"
    )
    _switch(group, "--find-face", "learn where the face is, too, for pictures without boxes")
    group.add_argument(
        "--detector", choices=detectors(), help="what finds it, where it knows faces such as these"
    )
    _switch(group, "--test-flip", "predict each face mirrored as well, and take the mean")
    _switch(group, "--test-shift", "predict each face a little shifted as well, and take the mean")


def _start(parser: Parser) -> None:
    group = parser.add_argument_group("where training starts")
    _switch(group, "--pretrained", "from ImageNet weights, where they can be had")
    _switch(group, "--drawn-start", "from what kpstudio learnt on faces that it drew")
    group.add_argument("--start", metavar="RUN", help="from the weights of a run, or of a file")
    _switch(group, "--freeze-backbone", "train the head only")
    group.add_argument(
        "--seed",
        type=whole_from_zero,
        metavar="N",
        help="of weights, order and augmentation; the split stays the same",
    )


def _learning(parser: Parser) -> None:
    group = parser.add_argument_group("learning")
    group.add_argument("--loss", choices=losses())
    group.add_argument("--optimiser", choices=OPTIMISERS)
    group.add_argument("--weight-decay", type=share, metavar="F", help="adamw's, such as 0.01")
    group.add_argument("--schedule", choices=SCHEDULES, help="how the learning rate goes")
    group.add_argument(
        "--ema", type=fraction, metavar="F", help="moving average of the weights, such as 0.99"
    )
    group.add_argument(
        "--patience",
        type=whole_from_zero,
        metavar="N",
        help="end after N epochs without a better one; 0 for never",
    )
    group.add_argument("--judge", choices=JUDGES, help="error that the best weights are chosen by")


def _sampling(parser: Parser) -> None:
    group = parser.add_argument_group("faces that count more")
    group.add_argument(
        "--turned-weight",
        type=_amount,
        metavar="F",
        help="show turned faces oftener: 1 for about twice as often",
    )
    group.add_argument(
        "--corrected-weight",
        type=positive,
        metavar="F",
        help="weight of corrected faces in the loss",
    )


def _augmentation(parser: Parser) -> None:
    group = parser.add_argument_group("augmentation: changes of the training pictures")
    group.add_argument(
        "--rotation",
        dest="rotation_degrees",
        type=_amount,
        metavar="DEG",
        help="turned by up to this, either way",
    )
    group.add_argument("--scale", type=share, metavar="F", help="larger or smaller: 0.2 up to 1.2")
    group.add_argument(
        "--shift",
        type=_shifts,
        metavar="F",
        help="moved up to this fraction: 0.1, or 0.1,0.1,0.1,0 for left, right, up, down",
    )
    _switch(group, "--flip", "mirrored half of the time")
    group.add_argument("--light", type=share, metavar="F", help="how much the light varies, 0 to 1")
    group.add_argument("--blur", type=share, metavar="F", help="share of blurred pictures")
    group.add_argument("--noise", type=share, metavar="F", help="grain, a fraction of white")
    group.add_argument("--occlusion", type=share, metavar="F", help="share of part-covered faces")


def _computing(parser: Parser) -> None:
    group = parser.add_argument_group("computing")
    group.add_argument("--device", choices=DEVICES, help="where to compute")
    group.add_argument(
        "--precision", choices=PRECISIONS, help="auto times a few steps and takes the fastest"
    )


def with_given(config: TrainConfig, arguments: argparse.Namespace) -> TrainConfig:
    """Return ``config`` with the settings that were given as options.

    What would no longer fit and was not asked for goes along: predicting mirrored pictures with
    --no-flip, finding the face with --crop picture, layers that another network does not have.
    """
    given = {name: getattr(arguments, name) for name in _SETTINGS}
    if arguments.start is not None:
        given["start"] = str(Path(arguments.start).resolve())  # resumed from anywhere
    if arguments.input_size is not None:
        given["input_height"], given["input_width"] = arguments.input_size
    moves = {name: getattr(arguments, name) for name in _MOVES}
    if arguments.shift is not None:
        moves |= {
            f"shift_{side}": shift for side, shift in zip(_SIDES, arguments.shift, strict=True)
        }
    moves = {name: value for name, value in moves.items() if value is not None}
    if arguments.network is not None:
        config = with_network(config, arguments.network)
    given["augmentation"] = augmentation = replace(config.augmentation, **moves)
    if not augmentation.flip and given["test_flip"] is None:
        given["test_flip"] = False
    if given["crop"] == "picture" and given["find_face"] is None:
        given["find_face"] = False
    return replace(config, **{name: value for name, value in given.items() if value is not None})


def _switch(group: argparse._ActionsContainer, option: str, does: str) -> None:
    group.add_argument(option, action=argparse.BooleanOptionalAction, default=None, help=does)


def _amount(text: str) -> float:
    return share(text, most=180.0)


def _size(text: str) -> tuple[int, int]:
    """Return (height, width) of "128" or "96x128"."""
    sides = [whole_from_one(side) for side in text.lower().split("x")]
    if len(sides) > 2:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size: try 128 or 96x128")
    return sides[0], sides[-1]


def _shifts(text: str) -> tuple[float, ...]:
    """Return the shifts to the left, right, up and down of "0.1" or "0.1,0.1,0.1,0"."""
    shifts = tuple(fraction(part) for part in text.split(","))
    if len(shifts) not in (1, len(_SIDES)):
        raise argparse.ArgumentTypeError(
            f"{text!r} is neither one shift nor four: try 0.1, or 0.1,0.1,0.1,0"
        )
    return shifts * (len(_SIDES) // len(shifts))
