"""Which settings a sweep varies, and the trainings that their combinations make."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from kpstudio.core.errors import InputError
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import Text, say
from kpstudio.core.ticks import Rate
from kpstudio.engine import config as known
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig

MOST_RUNS = 200

_SIDES = ("shift_left", "shift_right", "shift_up", "shift_down")
_YES, _NO = ("on", "yes", "true", "1"), ("off", "no", "false", "0")


@dataclass(frozen=True)
class Setting:
    """A setting that can be varied.

    Attributes:
        option: What the command line calls it, without the dashes before.
        words: What it is called in the window.
        parse: Gives a text's value, or raises InputError.
        parts: Fields of `TrainConfig` or of `Augmentation` that take the value.
    """

    option: str
    words: Text
    parse: Callable[[str], Any]
    parts: tuple[str, ...]

    def of(self, config: TrainConfig) -> Any:
        """Return the value that ``config`` has."""
        values = [getattr(_holder(config, part), part) for part in self.parts]
        return tuple(values) if self.option == "input-size" else values[0]

    def put(self, config: TrainConfig, value: Any) -> TrainConfig:
        """Return ``config`` with ``value``."""
        each = value if isinstance(value, tuple) else (value,) * len(self.parts)
        changes = dict(zip(self.parts, each, strict=True))
        if self.parts[0] in _AUGMENTATION:
            return replace(config, augmentation=replace(config.augmentation, **changes))
        return replace(config, **changes)


@dataclass(frozen=True)
class Varied:
    """One setting with the values to try.

    Attributes:
        setting: Which.
        values: Different values, in the order given.
    """

    setting: Setting
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Trial:
    """One training of a sweep.

    Attributes:
        name: The varied settings and their values, such as "lr=1e-3,batch-size=8".
        config: All of its settings.
    """

    name: str
    config: TrainConfig


def parse_grid(words: Sequence[str]) -> tuple[Varied, ...]:
    """Read settings to vary, such as ["lr=1e-3,1e-4", "batch-size=8,32"].

    Raises:
        InputError: If a word is no such list, or names an unknown setting or a wrong value.
    """
    grid: list[Varied] = []
    for word in words:
        option, equals, values = word.partition("=")
        option = option.strip().lstrip("-")
        if not equals or not values.strip(" ,"):
            raise InputError(say("{word!r} names no values to try: write lr=1e-3,1e-4", word=word))
        grid.append(varied(option, values))
    options = [each.setting.option for each in grid]
    if len(set(options)) < len(options):
        twice = next(option for option in options if options.count(option) > 1)
        raise InputError(
            say("{twice} is varied twice: give all of its values at once", twice=twice)
        )
    return tuple(grid)


def varied(option: str, values: str) -> Varied:
    """Read one setting's values, which commas part.

    Raises:
        InputError: If the setting is unknown, or a value is wrong or there twice.
    """
    setting = SETTINGS.get(option)
    if setting is None:
        raise InputError(_unknown(option))
    found: list[Any] = []
    for text in values.split(","):
        if not text.strip():
            continue
        try:
            value = setting.parse(text.strip())
        except InputError as error:
            raise InputError(say("{option}: {error}", option=option, error=error)) from None
        if value in found:
            raise InputError(
                say(
                    "{option}: {text} is listed twice: leave one out",
                    option=option,
                    text=text.strip(),
                )
            )
        found.append(value)
    if not found:
        raise InputError(say("{option}: name at least one value to try", option=option))
    return Varied(setting, tuple(found))


def _unknown(option: str) -> str:
    if option in ("val-fraction", "val-list", "val-where", "points", "preset", "network"):
        return say(
            "{option} must stay the same in a sweep, so that its runs can be compared",
            option=option,
        )
    return say("{option!r} cannot be varied: use {names}", option=option, names=", ".join(SETTINGS))


def combine(
    config: TrainConfig, grid: Sequence[Varied], scheme: PointSchema | None = None
) -> tuple[Trial, ...]:
    """Return one trial for each combination of values, the last setting varying fastest.

    Args:
        config: The settings that stay.
        grid: What is varied; different settings.
        scheme: What the points are checked against.

    Raises:
        InputError: If there are too many, or one cannot be trained; the message names it.
    """
    count = math.prod(len(each.values) for each in grid)
    if count > MOST_RUNS:
        raise InputError(
            say(
                "that makes {count} runs, and {most_runs} is the limit: try fewer values",
                count=count,
                most_runs=MOST_RUNS,
            )
        )
    trials = []
    for values in itertools.product(*(each.values for each in grid)):
        chosen = config
        for each, value in zip(grid, values, strict=True):
            chosen = each.setting.put(chosen, value)
        pairs = zip(grid, values, strict=True)
        name = ",".join(f"{each.setting.option}={written(value)}" for each, value in pairs)
        try:
            chosen.validate(scheme)
        except InputError as error:
            raise InputError(say("{name}: {error}", name=name, error=error)) from None
        trials.append(Trial(name, chosen))
    return tuple(trials)


def written(value: Any) -> str:
    """Return a value as `parse_grid` reads it."""
    if isinstance(value, bool):
        return _YES[0] if value else _NO[0]
    if isinstance(value, tuple):
        return "x".join(str(side) for side in value)
    return f"{Rate(value)}" if isinstance(value, float) else str(value)


def suggested(setting: Setting, config: TrainConfig) -> str:
    """Return values around what ``config`` has, as a person would try them first.

    The learning rate and weight decay go a factor of ten either way, sizes half and double, choices
    and switches over all there is.
    """
    now = setting.of(config)
    choices = _CHOICES.get(setting.option)
    if choices is not None:
        around: list[Any] = [now, *(value for value in choices if value not in (now, "auto"))]
    elif isinstance(now, bool):
        around = [now, not now]
    elif setting.option == "seed":
        around = [now, now + 1, now + 2]
    elif setting.option == "input-size":
        around = [now, tuple(min(max(side * 3 // 2, 60), 1024) for side in now)]
    elif setting.option in _FIRST_TRIES:
        around = [now, *(value for value in _FIRST_TRIES[setting.option] if value != now)]
    elif setting.option == "lr":
        around = [now / 10, now, min(now * 10, 10.0)]
    elif isinstance(now, int):
        around = [max(now // 2, 1), now, now * 2]
    else:
        around = [now / 2, now, now * 2] if now else [0.0, 0.1, 0.3]
    return ", ".join(dict.fromkeys(written(value) for value in around))


# ---- what can be varied


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise InputError(say("{text!r} is not a number", text=text))
    return value


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise InputError(say("{text!r} is not a whole number", text=text)) from None


def _switch(text: str) -> bool:
    if text.lower() not in (*_YES, *_NO):
        raise InputError(say("{text!r} is neither on nor off", text=text))
    return text.lower() in _YES


def _size(text: str) -> tuple[int, int]:
    sides = text.lower().split("x")
    if len(sides) > 2:
        raise InputError(say("{text!r} is not a size: try 128 or 96x128", text=text))
    return _whole(sides[0]), _whole(sides[-1])


def _one_of(allowed: Sequence[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in allowed:
            raise InputError(
                say("{text!r} is unknown: use {names}", text=text, names=", ".join(allowed))
            )
        return text

    return parse


_AUGMENTATION = frozenset(part.name for part in fields(Augmentation))

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "backbone": known.BACKBONES,
    "head": known.HEADS,
    "crop": known.CROPS,
    "loss": known.losses(),
    "optimiser": known.OPTIMISERS,
    "schedule": known.SCHEDULES,
    "judge": known.JUDGES,
    "device": known.DEVICES,
    "precision": known.PRECISIONS,
}

_FIRST_TRIES: Mapping[str, tuple[float, ...]] = {
    "ema": (0.0, 0.99, 0.999),
    "weight-decay": (0.0, 0.01, 0.1),
    "patience": (0, 10, 20),
    "rotation": (0.0, 10.0, 30.0),
    "turned-weight": (0.0, 1.0),
    "corrected-weight": (1.0, 3.0),
    "box-scale": (1.15, 1.3, 1.5),
}


def _holder(config: TrainConfig, part: str) -> TrainConfig | Augmentation:
    return config.augmentation if part in _AUGMENTATION else config


def _settings() -> dict[str, Setting]:
    table: list[Setting] = []

    def add(option: str, words: Text, parse: Callable[[str], Any], *parts: str) -> None:
        table.append(Setting(option, words, parse, parts or (option.replace("-", "_"),)))

    add("lr", say("Learning rate"), _number)
    add("batch-size", say("Batch size"), _whole)
    add("epochs", say("Epochs"), _whole)
    add("seed", say("Seed"), _whole)
    for option, words in (
        ("backbone", say("Backbone")),
        ("head", say("Head")),
        ("crop", say("Crop")),
    ):
        add(option, words, _one_of(_CHOICES[option]))
    add("input-size", say("Input size"), _size, "input_height", "input_width")
    add("box-scale", say("Box scale"), _number)
    for option, words in (
        ("loss", say("Loss")),
        ("optimiser", say("Optimiser")),
        ("schedule", say("Schedule")),
    ):
        add(option, words, _one_of(_CHOICES[option]))
    add("weight-decay", say("Weight decay"), _number)
    add("ema", say("Moving average"), _number)
    add("patience", say("Patience"), _whole)
    add("judge", say("Judged by"), _one_of(_CHOICES["judge"]))
    for option, words in (
        ("pretrained", say("ImageNet weights")),
        ("drawn-start", say("Pretrained on drawn faces")),
        ("freeze-backbone", say("Backbone frozen")),
        ("test-flip", say("Also predict mirrored")),
        ("find-face", say("Find the face")),
    ):
        add(option, words, _switch)
    add("turned-weight", say("Turned faces more often"), _number)
    add("corrected-weight", say("Weight of corrected faces"), _number)
    add("rotation", say("Rotation"), _number, "rotation_degrees")
    add("shift", say("Shift"), _number, *_SIDES)
    add("flip", say("Mirrored pictures"), _switch)
    for option, words in (
        ("scale", say("Scale")),
        ("light", say("Light")),
        ("blur", say("Blur")),
        ("noise", say("Noise")),
        ("occlusion", say("Occlusion")),
    ):
        add(option, words, _number)
    add("precision", say("Precision"), _one_of(_CHOICES["precision"]))
    add("device", say("Device"), _one_of(_CHOICES["device"]))
    return {setting.option: setting for setting in table}


SETTINGS: Mapping[str, Setting] = _settings()
"""Everything that a sweep can vary, by what the command line calls it."""
