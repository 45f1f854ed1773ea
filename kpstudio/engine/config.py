"""What a training is made of: network, points, input, optimiser settings. Imports no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from kpstudio.core import extensions
from kpstudio.core.errors import InputError
from kpstudio.core.extensions import Kind
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.engine.augmentation import Augmentation

NETWORKS = ("smallnet", "bignet", "resnet18", "keypointnet")
BACKBONES = (
    "resnet18",
    "resnet18_half",
    "resnet18_third",
    "mobilenet_v3_small",
    "efficientnet_lite0",
)
IMAGENET_BACKBONES = ("resnet18", "mobilenet_v3_small", "efficientnet_lite0")
"""Those of which weights trained on ImageNet are published."""
DRAWN_BACKBONES = ("resnet18_half", "resnet18_third")
"""Those of which weights learnt on drawn faces come with kpstudio."""
HEADS = ("coordinates", "heatmap", "neighbours")
CROPS = ("picture", "face")
DEVICES = ("auto", "cpu", "cuda", "mps")
PRECISIONS = ("auto", "fp32", "bf16", "fp16")
LOSSES = ("mse", "smooth_l1", "wing", "nme")
DETECTORS = ("kpstudio",)
OPTIMISERS = ("adam", "adamw")
SCHEDULES = ("constant", "one_cycle", "cosine")
JUDGES = ("mse", "nme")

FIXED_INPUT = {"smallnet": (60, 80), "bignet": (120, 160)}
"""(height, width) that the first fully connected layer of a network demands."""

SMALLEST_INPUT, LARGEST_INPUT = 60, 1024


def networks() -> tuple[str, ...]:
    """Return the networks that can be trained: `NETWORKS`, and those of other packages."""
    return (*NETWORKS, *extensions.names(Kind.NETWORK))


def losses() -> tuple[str, ...]:
    """Return the losses to train by: `LOSSES`, and those of other packages."""
    return (*LOSSES, *extensions.names(Kind.LOSS))


def detectors() -> tuple[str, ...]:
    """Return the face detectors: `DETECTORS`, and those of other packages."""
    return (*DETECTORS, *extensions.names(Kind.DETECTOR))


@dataclass(frozen=True)
class TrainConfig:
    """Every setting of one training; immutable.

    Attributes:
        network: One of `networks`.
        points: Numbers of the scheme's points to predict, ascending.
        input_height: Rows that the network sees.
        input_width: Columns that the network sees.
        crop: "picture" stretches whole pictures to the input; "face" cuts out each face, by its box
            or else by its points, in the input's aspect ratio.
        box_scale: How much a face's box is enlarged before cutting out.
        lr: Adam's learning rate.
        batch_size: Faces in one step.
        epochs: How often each face is shown; with a `turned_weight` in the mean over the faces.
        seed: Of the initial weights, the order and the augmentation.
        augmentation: Random moves of the training pictures.
        val_fraction: Share of the faces held out where no list says which.
        device: One of `DEVICES`; "auto" takes an accelerator when there is one.
        standardise: Shift and scale the grey of each picture to mean 0 and deviation 1.
        bias_at_mean: Start the last layer's bias at the mean training target.
        backbone: One of `BACKBONES`: what a keypointnet sees with; else "".
        head: One of `HEADS`: how a keypointnet answers; else "".
        pretrained: Start a keypointnet's backbone from ImageNet weights, where they can be had.
        drawn_start: Start a keypointnet from what kpstudio learnt on faces that it drew, where its
            backbone is one of `DRAWN_BACKBONES`. ImageNet weights and ``start`` go before.
        start: Weights to start from: a run's folder or a file of weights; "" starts anew.
        freeze_backbone: Train the head only.
        loss: One of `losses`.
        optimiser: One of `OPTIMISERS`.
        weight_decay: AdamW's, for weights of convolutions and full layers.
        schedule: One of `SCHEDULES`: how the learning rate goes from step to step.
        ema: Share of the old that the moving average of the weights keeps at each step, which is
            what predicts and is saved; 0 for no average.
        patience: Epochs without a better one after which training ends; 0 for never.
        judge: One of `JUDGES`: which validation error the best weights have the lowest of.
        turned_weight: How much oftener turned faces are shown: 0 as often as others, 1 about twice
            as often where they are turned as much as the average. An epoch stays as long, so that
            others are shown less often than once.
        corrected_weight: How much a face that a person corrected counts in the loss; others 1.
        test_flip: Predict each face mirrored as well, and take the mean.
        test_shift: Predict each face a little shifted to all sides as well, and take the mean; a
            trained run does, its training does not, to be quick.
        find_face: Learn also where the face is in the whole picture, for pictures without boxes.
        detector: One of `detectors`: what finds the face where it knows the faces of the run.
        precision: One of `PRECISIONS`; "auto" times a few steps and takes the fastest.
        preset: The preset that these settings began as, to call a run by; "" for none.
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
    backbone: str = ""
    head: str = ""
    pretrained: bool = False
    drawn_start: bool = False
    start: str = ""
    freeze_backbone: bool = False
    loss: str = "mse"
    optimiser: str = "adam"
    weight_decay: float = 0.0
    schedule: str = "constant"
    ema: float = 0.0
    patience: int = 0
    judge: str = "mse"
    turned_weight: float = 0.0
    corrected_weight: float = 1.0
    test_flip: bool = False
    test_shift: bool = False
    find_face: bool = False
    detector: str = DETECTORS[0]
    precision: str = "auto"
    preset: str = ""

    @property
    def outputs(self) -> int:
        """Numbers that the network gives for a face: x and y of each point."""
        return 2 * len(self.points)

    @property
    def starts_drawn(self) -> bool:
        """Whether it begins with what was learnt on drawn faces."""
        return (
            self.drawn_start
            and self.backbone in DRAWN_BACKBONES
            and not (self.pretrained or self.start)
        )

    def validate(self, scheme: PointSchema | None = None) -> None:
        """Check every value, and the points against ``scheme`` when it is given.

        Raises:
            InputError: If something is out of range; the message names it and a value that works.
        """
        _one_of(Kind.NETWORK, self.network, NETWORKS)
        _one_of(say("crop"), self.crop, CROPS)
        _one_of(say("device"), self.device, DEVICES)
        _one_of(say("precision"), self.precision, PRECISIONS)
        _one_of(Kind.LOSS, self.loss, LOSSES)
        _one_of(Kind.DETECTOR, self.detector, DETECTORS)
        _one_of(say("optimiser"), self.optimiser, OPTIMISERS)
        _one_of(say("schedule"), self.schedule, SCHEDULES)
        _one_of(say("judge"), self.judge, JUDGES)
        self._validate_network()
        self._validate_input()
        self._validate_numbers()
        self.augmentation.validate()
        self._validate_points(scheme)

    def _validate_network(self) -> None:
        if self.network == "keypointnet":
            _one_of(say("backbone"), self.backbone, BACKBONES)
            _one_of(say("head"), self.head, HEADS)
            if self.pretrained and self.backbone not in IMAGENET_BACKBONES:
                raise InputError(
                    say(
                        "there are no public ImageNet weights for the backbone {backbone}: use "
                        "{names}, or start from new weights",
                        backbone=self.backbone,
                        names=", ".join(IMAGENET_BACKBONES),
                    )
                )
        elif self.backbone or self.head or self.pretrained or self.drawn_start:
            raise InputError(
                say(
                    "{network} has layers of its own: only keypointnet takes a backbone, a head "
                    "and pretrained weights",
                    network=self.network,
                )
            )
        if self.freeze_backbone and not (self.start or self.pretrained or self.starts_drawn):
            raise InputError(
                say(
                    "a frozen backbone cannot learn, so it must not start from new weights: start "
                    "from a run, drawn faces or ImageNet weights, or do not freeze it"
                )
            )
        if self.find_face and self.crop != "face":
            raise InputError(
                say("finding the face only applies to networks that see face crops: use crop face")
            )
        if self.test_flip and not self.augmentation.flip:
            raise InputError(
                say(
                    "predicting mirrored pictures requires training on mirrored pictures: switch "
                    "flip on"
                )
            )

    def _validate_input(self) -> None:
        size = (self.input_height, self.input_width)
        fixed = FIXED_INPUT.get(self.network, size)
        if size != fixed:
            raise InputError(
                say(
                    "{network} takes pictures of {height} x {width} (height x width), not {rows} "
                    "x {columns}: its first full layer depends on it",
                    network=self.network,
                    height=fixed[0],
                    width=fixed[1],
                    rows=size[0],
                    columns=size[1],
                )
            )
        if not all(SMALLEST_INPUT <= side <= LARGEST_INPUT for side in size):
            raise InputError(
                say(
                    "an input of {height} x {width} is not possible: each side must have {least} "
                    "to {most} pixels",
                    height=size[0],
                    width=size[1],
                    least=SMALLEST_INPUT,
                    most=LARGEST_INPUT,
                )
            )

    def _validate_numbers(self) -> None:
        fits = (
            (0.0 < self.lr <= 10.0, say("learning rate {lr} is not between 0 and 10: try 1e-3")),
            (self.batch_size >= 1, say("batch size {batch_size} is too small: use 1 or more")),
            (self.epochs >= 1, say("{epochs} epochs are too few: use 1 or more")),
            (0 <= self.seed < 2**63, say("seed {seed} is not a whole number of 0 or more: try 0")),
            (
                0.5 <= self.box_scale <= 5.0,
                say("box scale {box_scale} is not between 0.5 and 5: try 1.35"),
            ),
            (
                0.0 <= self.weight_decay <= 1.0,
                say("weight decay {weight_decay} is not between 0 and 1: try 0.01"),
            ),
            (0.0 <= self.ema < 1.0, say("moving average {ema} is not between 0 and 1: try 0.99")),
            (self.patience >= 0, say("patience {patience} is not a number of epochs: try 0 or 20")),
            (
                0.0 <= self.turned_weight <= 10.0,
                say("turned weight {turned_weight} is not between 0 and 10: try 1"),
            ),
            (
                0.0 < self.corrected_weight <= 100.0,
                say("corrected weight {corrected_weight} is not between 0 and 100: try 3"),
            ),
            (
                0.0 <= self.val_fraction < 1.0,
                say("validation fraction {val_fraction} is not between 0 and 1: try 0.2"),
            ),
        )
        for fine, sentence in fits:
            if not fine:
                raise InputError(say(sentence, **vars(self)))

    def _validate_points(self, scheme: PointSchema | None) -> None:
        if not self.points:
            raise InputError(say("no points to predict are selected: select at least one"))
        if list(self.points) != sorted(set(self.points)) or self.points[0] < 0:
            raise InputError(
                say("the points to predict must be different numbers in ascending order")
            )
        if scheme is None:
            return
        if self.points[-1] >= scheme.count:
            raise InputError(
                say(
                    "point {point} is selected, but scheme {scheme} ends at point {last}",
                    point=self.points[-1],
                    scheme=scheme.name,
                    last=scheme.count - 1,
                )
            )
        if self.augmentation.flip and not scheme.paired:
            raise InputError(
                say(
                    "scheme {scheme} has no mirror pairs, so mirrored pictures would be wrongly "
                    "labelled: set the pairs (Points > Edit scheme), or do not mirror",
                    scheme=scheme.name,
                )
            )
        chosen = set(self.points)
        alone = [k for k in self.points if scheme.mirror[k] not in chosen]
        if self.augmentation.flip and alone:
            raise InputError(
                say(
                    "mirrored pictures need both points of a pair, but {point} is selected "
                    "without {partner}: select both, or do not mirror",
                    point=scheme.points[alone[0]],
                    partner=scheme.points[scheme.mirror[alone[0]]],
                )
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
        if not isinstance(data, Mapping):
            raise InputError(say("not a training configuration: it is not an object"))
        known = {part.name for part in fields(cls)}
        unknown = sorted(set(data) - known)
        if unknown:
            raise InputError(
                say(
                    "not a training configuration: {unknown!r} is unknown",
                    unknown=unknown[0],
                )
            )
        try:
            values = dict(data)
            values["points"] = tuple(int(k) for k in data["points"])
            values["augmentation"] = Augmentation(**data.get("augmentation", {}))
            config = cls(**values)
            config.validate()
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise InputError(say("not a training configuration: {error}", error=error)) from error
        return config


def _one_of(what: str, value: str, allowed: tuple[str, ...]) -> None:
    if isinstance(what, Kind) and extensions.is_foreign(value):
        extensions.require(what, value)
    elif value not in allowed:
        if isinstance(what, Kind):
            allowed += extensions.names(what)
        raise InputError(
            say(
                "{what} {value!r} is unknown: use {names}",
                what=what.said if isinstance(what, Kind) else what,
                value=value,
                names=", ".join(allowed),
            )
        )
