"""What a training makes small: how far answers lie from targets, as one number.

Every loss is a sum divided by a weight, which are given apart so that several processes can divide
by the weight of all their faces together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from kpstudio.core import extensions
from kpstudio.core.extensions import Kind
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.metrics import normaliser_length
from kpstudio.core.schema import Normaliser
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.failures import foreign

SMOOTH_UNTIL = 1.0
"""Input pixels up to which the smooth L1 loss is a parabola."""

WING_WIDTH, WING_CURVATURE = 10.0, 2.0
"""Input pixels: w and epsilon of Feng et al., their values."""


@dataclass(frozen=True, eq=False)
class Goal:
    """What is wanted of N faces.

    Attributes:
        targets: (N, P, 2) float32 points in the crop frame; NaN where missing.
        weights: (N,) float32, how much each face counts.
        units: (N, 2) float32: a difference of coordinates in the crop frame times these is one
            measured in the length that the face's NME is divided by, alike along both axes.
    """

    targets: Tensor
    weights: Tensor
    units: Tensor

    def of(self, chosen: Tensor) -> Goal:
        """Return what is wanted of the ``chosen`` faces, by their numbers."""
        return Goal(self.targets[chosen], self.weights[chosen], self.units[chosen])

    def enlarged(self, scale: Tensor) -> Goal:
        """Return the same of faces that are (N,) ``scale`` times as large in the crop."""
        return Goal(self.targets, self.weights, self.units / scale[:, None])

    def to(self, device: torch.device) -> Goal:
        """Return the same on ``device``."""
        return Goal(self.targets.to(device), self.weights.to(device), self.units.to(device))


Loss = Callable[[Tensor, Goal], tuple[Tensor, Tensor]]
"""Maps (N, P, 2) answers and what is wanted to (sum, weight), both scalars; the loss is sum over
weight. Missing points count nothing."""


def loss_named(config: TrainConfig) -> Loss:
    """Return the loss that ``config`` asks for.

    "mse" is in the crop frame. "smooth_l1" and "wing" are taken in input pixels and divided by the
    input's mean side, so that the three have gradients of like size. "nme" is the mean over the
    faces of what is measured in the end.

    Raises:
        InputError: If it comes from another package and cannot be loaded; so does the loss where it
            fails at work.
    """
    if extensions.is_foreign(config.loss):
        return _foreign_loss(config.loss)
    makers: Mapping[str, Callable[[float], Callable[[Tensor], Tensor]]] = {
        "mse": lambda _: torch.square,
        "smooth_l1": _smooth_l1,
        "wing": _wing,
    }
    if config.loss == "nme":
        return nme_sum
    element = makers[config.loss](math.sqrt(config.input_width * config.input_height))

    def loss(xy: Tensor, goal: Goal) -> tuple[Tensor, Tensor]:
        return _over_coordinates(xy, goal, element)

    return loss


def _foreign_loss(name: str) -> Loss:
    theirs = extensions.load(Kind.LOSS, name)

    def loss(xy: Tensor, goal: Goal) -> tuple[Tensor, Tensor]:
        with foreign(Kind.LOSS, name):
            total, weight = theirs(xy, goal)
            if total.numel() != 1 or weight.numel() != 1:
                raise ValueError("it returns no two numbers, the sum and the weight")
            return total.reshape(()), weight.reshape(())

    return loss


def _over_coordinates(
    xy: Tensor, goal: Goal, element: Callable[[Tensor], Tensor]
) -> tuple[Tensor, Tensor]:
    present = torch.isfinite(goal.targets)
    offset = torch.where(present, xy - torch.nan_to_num(goal.targets), 0.0)
    weights = goal.weights[:, None, None]
    return (element(offset) * weights).sum(), (present * weights).sum()


def mse_sum(xy: Tensor, goal: Goal) -> tuple[Tensor, Tensor]:
    """Return the squared differences in the crop frame, every face counted alike."""
    return _over_coordinates(
        xy, Goal(goal.targets, torch.ones_like(goal.weights), goal.units), torch.square
    )


def _smooth_l1(side: float) -> Callable[[Tensor], Tensor]:
    """Girshick, "Fast R-CNN" (2015), with the parabola up to `SMOOTH_UNTIL` pixels."""

    def element(offset: Tensor) -> Tensor:
        pixels = (offset * side).abs()
        within = pixels < SMOOTH_UNTIL
        parabola, line = pixels.square() / (2 * SMOOTH_UNTIL), pixels - SMOOTH_UNTIL / 2
        return torch.where(within, parabola, line) / side

    return element


def _wing(side: float) -> Callable[[Tensor], Tensor]:
    """Feng et al., "Wing Loss for Robust Facial Landmark Localisation" (2018), equation 5."""
    width, curvature = WING_WIDTH, WING_CURVATURE
    step = width - width * math.log1p(width / curvature)

    def element(offset: Tensor) -> Tensor:
        pixels = (offset * side).abs()
        curved = width * torch.log1p(pixels / curvature)
        return torch.where(pixels < width, curved, pixels - step) / side

    return element


def nme_sum(xy: Tensor, goal: Goal) -> tuple[Tensor, Tensor]:
    """Return the NME of every face, weighted and summed, and the weight of those that have one."""
    errors, known = nme_each(xy, goal)
    weights = goal.weights * known
    return (errors * weights).sum(), weights.sum()


def nme_each(xy: Tensor, goal: Goal) -> tuple[Tensor, Tensor]:
    """Return (N,) the NME of each face, a fraction, and (N,) bool whether it has a point."""
    present = torch.isfinite(goal.targets).all(dim=2)
    offset = (xy - torch.nan_to_num(goal.targets)) * goal.units[:, None]
    # The root has no slope at zero: there, and where a point is missing, it is not taken.
    square = torch.where(present, offset.square().sum(dim=2), 1.0).clamp_min(1e-12)
    distances = torch.where(present, square.sqrt(), 0.0)
    points = present.sum(dim=1)
    return distances.sum(dim=1) / points.clamp_min(1), points > 0


SHORTEST = 0.1
"""The shortest normaliser that a loss divides by, as a share of what the network sees.

Else one face whose eye corners are labelled upon each other would rule the training.
"""


def units_of(
    faces: Sequence[Face],
    boxes_image: Sequence[Box],
    normaliser: Normaliser,
    shortest: float = 0.0,
) -> Tensor:
    """Return the (N, 2) `Goal.units` of ``faces``.

    The length is the normaliser's on all labelled points of the face, predicted or not; where its
    points are missing the box of those that are there, as `kpstudio.core.metrics` has it; where
    that has no size the face's box, else what the network sees of it.

    Args:
        faces: Labelled faces.
        boxes_image: What the network sees of each, in the image frame.
        normaliser: The scheme's.
        shortest: The shortest length to divide by, as a share of what the network sees.
    """
    units = np.empty((len(faces), 2), dtype=np.float32)
    for k, (face, seen) in enumerate(zip(faces, boxes_image, strict=True)):
        assert face.landmarks is not None
        length = normaliser_length(face.landmarks.xy_image, normaliser)
        if not math.isfinite(length):
            box = face.box if face.box is not None and _has_size(face.box) else seen
            length = math.sqrt(box.width * box.height)
        length = max(length, shortest * math.sqrt(seen.width * seen.height))
        units[k] = seen.width / length, seen.height / length
    return torch.from_numpy(units)


def _has_size(box: Box) -> bool:
    return min(box.width, box.height) > 0


def weights_of(faces: Sequence[Face], corrected: float) -> Tensor:
    """Return (N,) how much each face counts: ``corrected`` where a person corrected it, else 1."""
    return torch.tensor([corrected if face.by_person else 1.0 for face in faces])
