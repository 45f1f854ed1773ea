"""The command line that trains with some settings: what a run tells of how to repeat it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path

from kpstudio.core.errors import InputError
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split
from kpstudio.core.ticks import Rate
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import PRESETS, preset, with_network

HELD_OUT_FILE = "held-out.txt"
"""What the command calls the list of the faces held out, where no fraction tells them."""

_ELSEWHERE = (
    *("network", "preset", "points", "input_height", "input_width", "augmentation"),
    *("val_fraction", "standardise", "bias_at_mean", "start"),
)
"""Settings that have no option of their name."""
_SHIFTS = ("shift_left", "shift_right", "shift_up", "shift_down")


def train_command(
    config: TrainConfig, scheme: PointSchema, split: Split, data: str, out: str
) -> str:
    """Return the ``kpstudio train`` that trains with ``config``, options quoted where needed.

    It names the preset nearest to the settings, and what differs from it.

    Args:
        config: The settings.
        scheme: Of the faces.
        split: Which faces were held out, and by which search all were chosen.
        data: What to call the folder of the faces.
        out: What to call the run's folder.
    """
    name = _nearest_preset(config)
    words = ["kpstudio", "train", data, "--preset", name, "--out", out]
    base = preset(name, scheme, config.points)
    if config.points != _own_points(name, scheme):
        words += ["--points", _ranges(config.points)]
    if split.where:
        words.append(f"--where={split.where}" if split.where[0] == "-" else "--where")
        words += [] if split.where[0] == "-" else [split.where]
    if split.by in ("list", "filter"):
        words += ["--val-list", HELD_OUT_FILE]
    elif config.val_fraction != base.val_fraction:
        words += ["--val-fraction", str(config.val_fraction)]
    if config.network != base.network:
        words += ["--network", config.network]
        base = with_network(base, config.network)
    words += _changed(config, base)
    return shlex.join(words)


def _nearest_preset(config: TrainConfig) -> str:
    def distance(name: str) -> int:
        values = asdict(replace(config, augmentation=Augmentation())) | {"augmentation": None}
        own = {**asdict(TrainConfig(points=config.points, **PRESETS[name])), "augmentation": None}
        return sum(values[key] != own[key] for key in values)

    of_network = [name for name in PRESETS if PRESETS[name]["network"] == config.network]
    of_network = of_network or list(PRESETS)  # another package's network has none
    if config.preset in of_network:
        return config.preset
    return min(of_network, key=distance)


def _own_points(name: str, scheme: PointSchema) -> tuple[int, ...]:
    try:
        return preset(name, scheme).points
    except InputError:  # it has none for this scheme
        return ()


def _ranges(points: Sequence[int]) -> str:
    """Return ascending numbers as text that `PointSchema.choose` reads: "0-12,30"."""
    parts: list[list[int]] = []
    for point in points:
        if parts and parts[-1][1] == point - 1:
            parts[-1][1] = point
        else:
            parts.append([point, point])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


def _changed(config: TrainConfig, base: TrainConfig) -> Iterator[str]:
    """Yield the options that make ``config`` of ``base``."""
    size, own = ((each.input_height, each.input_width) for each in (config, base))
    if size != own:
        yield from ("--input-size", f"{size[0]}x{size[1]}")
    if config.start:
        yield from ("--start", Path(config.start).name)  # where it lies is nobody's business
    for part in fields(TrainConfig):
        if part.name not in _ELSEWHERE:
            yield from _option(part.name, getattr(config, part.name), getattr(base, part.name))
    moves, own_moves = config.augmentation, base.augmentation
    shifts, own_shifts = ([getattr(each, side) for side in _SHIFTS] for each in (moves, own_moves))
    if shifts != own_shifts:
        yield from ("--shift", ",".join(map(str, shifts)))
    for part in fields(Augmentation):
        if part.name not in _SHIFTS:
            called = "rotation" if part.name == "rotation_degrees" else part.name
            yield from _option(called, getattr(moves, part.name), getattr(own_moves, part.name))


def _option(name: str, value: object, own: object) -> Sequence[str]:
    option = name.replace("_", "-")
    if value == own:
        return ()
    if isinstance(value, bool):
        return (f"--{option}" if value else f"--no-{option}",)
    if isinstance(value, float) and float(short := f"{Rate(value)}") == value:
        return (f"--{option}", short)
    return (f"--{option}", str(value))
