"""What a training is made of: network, points, input, optimiser settings. Imports no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from kpstudio.core.errors import InputError
from kpstudio.core.schema import PointSchema

NETWORKS = ("smallnet", "bignet", "resnet18")
CROPS = ("picture", "face")
DEVICES = ("auto", "cpu", "cuda", "mps")

FIXED_INPUT = {"smallnet": (60, 80), "bignet": (120, 160)}
"""(height, width) that the first fully connected layer of a network demands."""

SMALLEST_INPUT, LARGEST_INPUT = 60, 1024


@dataclass(frozen=True)
class Augmentation:
    """Random moves of each training picture, drawn anew whenever it is shown.

    Attributes:
        rotation_degrees: Turned by up to this much either way, about the input's middle.
        shift_left: Moved left by up to this fraction of the input's width.
        shift_right: Moved right by up to this fraction of the input's width.
        shift_up: Moved up by up to this fraction of the input's height.
        shift_down: Moved down by up to this fraction of the input's height.
        flip: Mirrored half of the time, mirror pairs of points swapped.
    """

    rotation_degrees: float = 0.0
    shift_left: float = 0.0
    shift_right: float = 0.0
    shift_up: float = 0.0
    shift_down: float = 0.0
    flip: bool = False

    @property
    def moves(self) -> bool:
        """Whether anything is ever changed."""
        return any(getattr(self, part.name) for part in fields(self))

    def validate(self) -> None:
        """Check the ranges.

        Raises:
            InputError: If the rotation is not in [0, 180] or a shift not in [0, 1).
        """
        if not 0.0 <= self.rotation_degrees <= 180.0:
            raise InputError(f"rotation {self.rotation_degrees}° is not between 0 and 180: try 10")
        for side in ("left", "right", "up", "down"):
            shift = getattr(self, f"shift_{side}")
            if not 0.0 <= shift < 1.0:
                raise InputError(f"shift {side} {shift} is not a fraction from 0 to 1: try 0.1")


SEED_AUGMENTATION = Augmentation(10.0, shift_left=0.1, shift_right=0.1, shift_up=0.1)
"""The class project's: ±10°, up to a tenth in every direction but down."""


@dataclass(frozen=True)
class TrainConfig:
    """Every setting of one training; immutable.

    Attributes:
        network: One of `NETWORKS`.
        points: Numbers of the scheme's points to predict, ascending.
        input_height: Rows that the network sees.
        input_width: Columns that the network sees.
        crop: "picture" stretches whole pictures to the input; "face" cuts out each face, by its box
            or else by its points, in the input's aspect ratio.
        box_scale: How much a face's box is enlarged before cutting out.
        lr: Adam's learning rate.
        batch_size: Faces in one step.
        epochs: How often each face is shown.
        seed: Of the initial weights, the order and the augmentation.
        augmentation: Random moves of the training pictures.
        val_fraction: Share of the faces held out where no list says which.
        device: One of `DEVICES`; "auto" takes an accelerator when there is one.
        standardise: Shift and scale the grey of each picture to mean 0 and deviation 1.
        bias_at_mean: Start the last layer's bias at the mean training target.
    """

    network: str
    points: tuple[int, ...]
    input_height: int
    input_width: int
    crop: str
    lr: float
    batch_size: int
    epochs: int
    box_scale: float = 1.35
    seed: int = 0
    augmentation: Augmentation = field(default_factory=Augmentation)
    val_fraction: float = 0.2
    device: str = "auto"
    standardise: bool = True
    bias_at_mean: bool = True

    @property
    def outputs(self) -> int:
        """Numbers that the network gives for a face: x and y of each point."""
        return 2 * len(self.points)

    def validate(self, scheme: PointSchema | None = None) -> None:
        """Check every value, and the points against ``scheme`` when it is given.

        Raises:
            InputError: If something is out of range; the message names it and a value that works.
        """
        _one_of("network", self.network, NETWORKS)
        _one_of("crop", self.crop, CROPS)
        _one_of("device", self.device, DEVICES)
        self._validate_input()
        self._validate_numbers()
        self.augmentation.validate()
        self._validate_points(scheme)

    def _validate_input(self) -> None:
        size = (self.input_height, self.input_width)
        fixed = FIXED_INPUT.get(self.network, size)
        if size != fixed:
            raise InputError(
                f"{self.network} takes pictures of {fixed[0]} x {fixed[1]} (height x width), "
                f"not {size[0]} x {size[1]}: its first full layer counts on it"
            )
        if not all(SMALLEST_INPUT <= side <= LARGEST_INPUT for side in size):
            raise InputError(
                f"an input of {size[0]} x {size[1]} is not possible: "
                f"each side needs {SMALLEST_INPUT} to {LARGEST_INPUT} pixels"
            )

    def _validate_numbers(self) -> None:
        if not 0.0 < self.lr <= 10.0:
            raise InputError(f"learning rate {self.lr} is not between 0 and 10: try 0.001")
        if self.batch_size < 1:
            raise InputError(f"batch size {self.batch_size} is too small: use 1 or more")
        if self.epochs < 1:
            raise InputError(f"{self.epochs} epochs train nothing: use 1 or more")
        if not 0 <= self.seed < 2**63:
            raise InputError(f"seed {self.seed} is not a whole number from 0 on: try 0")
        if not 0.5 <= self.box_scale <= 5.0:
            raise InputError(f"box scale {self.box_scale} is not between 0.5 and 5: try 1.35")
        if not 0.0 <= self.val_fraction < 1.0:
            raise InputError(
                f"validation fraction {self.val_fraction} is not between 0 and 1: try 0.2"
            )

    def _validate_points(self, scheme: PointSchema | None) -> None:
        if not self.points:
            raise InputError("no points to predict are chosen: choose at least one")
        if list(self.points) != sorted(set(self.points)) or self.points[0] < 0:
            raise InputError("the points to predict must be different numbers in ascending order")
        if scheme is None:
            return
        if self.points[-1] >= scheme.count:
            raise InputError(
                f"point {self.points[-1]} is chosen, but scheme {scheme.name} "
                f"ends at point {scheme.count - 1}"
            )
        if self.augmentation.flip and not scheme.paired:
            raise InputError(
                f"scheme {scheme.name} has no mirror pairs, so mirrored pictures would be wrongly "
                "labelled: set the pairs (Points, Edit the scheme), or do not mirror"
            )
        chosen = set(self.points)
        alone = [k for k in self.points if scheme.mirror[k] not in chosen]
        if self.augmentation.flip and alone:
            raise InputError(
                f"mirrored pictures need both points of a pair, but {scheme.points[alone[0]]} "
                f"is chosen without {scheme.points[scheme.mirror[alone[0]]]}: choose both, "
                "or do not mirror"
            )

    def to_json(self) -> dict[str, Any]:
        """Return a JSON-ready dict that `from_json` reads back."""
        return {**asdict(self), "points": list(self.points)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> TrainConfig:
        """Read what `to_json` wrote; settings that came later take their defaults.

        Raises:
            InputError: If it is not a training configuration, or a value is out of range.
        """
        known = {part.name for part in fields(cls)}
        unknown = sorted(set(data) - known)
        if unknown:
            raise InputError(f"not a training configuration: it has an unknown {unknown[0]!r}")
        try:
            values = dict(data)
            values["points"] = tuple(int(k) for k in data["points"])
            values["augmentation"] = Augmentation(**data.get("augmentation", {}))
            config = cls(**values)
            config.validate()
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"not a training configuration: {error}") from error
        return config


def _one_of(what: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise InputError(f"{what} {value!r} is unknown: use {', '.join(allowed)}")


@dataclass(frozen=True)
class _Preset:
    """The class project's settings of one network; without points, which depend on the scheme."""

    input_height: int
    input_width: int
    crop: str
    lr: float
    batch_size: int
    epochs: int
    augmentation: Augmentation


PRESETS: Mapping[str, _Preset] = {
    "smallnet": _Preset(60, 80, "picture", 1e-4, 8, 25, Augmentation()),
    "bignet": _Preset(120, 160, "picture", 1e-3, 4, 12, SEED_AUGMENTATION),
    "resnet18": _Preset(224, 224, "face", 1e-3, 32, 14, SEED_AUGMENTATION),
}


def preset(name: str, scheme: PointSchema, points: tuple[int, ...] | None = None) -> TrainConfig:
    """Return the settings of the class project's network ``name`` for ``scheme``.

    Args:
        name: A key of `PRESETS`.
        scheme: The scheme of the faces.
        points: The points to predict; by default the nose tip for smallnet, else all.

    Raises:
        InputError: If there is no such preset, or smallnet has no nose tip to predict.
    """
    _one_of("preset", name, tuple(PRESETS))
    chosen = points if points is not None else _default_points(name, scheme)
    config = TrainConfig(network=name, points=chosen, **vars(PRESETS[name]))
    config.validate(scheme)
    return config


def _default_points(name: str, scheme: PointSchema) -> tuple[int, ...]:
    if name != "smallnet":
        return tuple(range(scheme.count))
    if "nose tip" in scheme.groups:
        return tuple(sorted(scheme.groups["nose tip"]))
    if "nose tip" in scheme.points:
        return (scheme.index("nose tip"),)
    raise InputError(
        f"smallnet predicts the nose tip, which scheme {scheme.name} does not name: "
        "choose the points to predict, such as --points 0"
    )
