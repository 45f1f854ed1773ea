"""The training pictures in memory: decoded once, kept as bytes, with their targets."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from kpstudio.core.errors import Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.crops import Framing
from kpstudio.engine.decode import decode
from kpstudio.engine.events import Event, Notice, Preparing
from kpstudio.engine.pace import Pace


@dataclass(frozen=True, eq=False)
class FaceTensors:
    """N faces as the network sees them.

    Attributes:
        faces: The N faces.
        pixels: (N, 1, height + 2 margin, width + 2 margin) uint8 grey.
        targets: (N, P, 2) float32, the points to predict in the crop frame; NaN where missing.
        margin: Pixels around the input on each side.
        framing: How the pictures frame the faces; None where no face tells its size.
    """

    faces: tuple[Face, ...]
    pixels: Tensor
    targets: Tensor
    margin: int = 0
    framing: Framing | None = None

    def __len__(self) -> int:
        return len(self.faces)

    @property
    def inputs(self) -> Tensor:
        """(N, 1, height, width) uint8, without the margin; a view."""
        if self.margin == 0:
            return self.pixels
        inside = slice(self.margin, -self.margin)
        return self.pixels[:, :, inside, inside]


@dataclass(frozen=True)
class Standardisation:
    """What grey in [-0.5, 0.5] is shifted and divided by: training pixels get mean 0, std 1.

    Attributes:
        mean: Mean of the training pixels, in [-0.5, 0.5].
        std: Their standard deviation.
    """

    mean: float = 0.0
    std: float = 1.0

    @classmethod
    def of(cls, faces: FaceTensors) -> Standardisation:
        """Measure the inputs of ``faces``."""
        counts = np.zeros(256, dtype=np.int64)
        for pixels in faces.inputs:
            counts += np.bincount(pixels.numpy().ravel(), minlength=256)
        grey = np.arange(256) / 255 - 0.5
        mean = float(np.average(grey, weights=counts))
        std = float(np.sqrt(np.average((grey - mean) ** 2, weights=counts)))
        return cls(mean, std if std > 1e-3 else 1.0)

    def __call__(self, pixels: Tensor) -> Tensor:
        """Map grey values from 0 to 255 to float32 inputs of the network."""
        scale = 1.0 / (255.0 * self.std)
        return pixels.float().mul_(scale).sub_((0.5 + self.mean) / self.std)


def trainable(faces: Sequence[Face], config: TrainConfig) -> list[Face]:
    """Return the faces whose labels hold at least one of the points to predict."""
    chosen = list(config.points)
    return [
        face
        for face in faces
        if face.labelled and face.landmarks is not None and face.landmarks.present[chosen].any()
    ]


def load(
    faces: Sequence[Face],
    root: Path,
    config: TrainConfig,
    margin: int,
    control: Control,
    counted: tuple[int, int],
) -> Generator[Event, None, FaceTensors | None]:
    """Decode labelled ``faces``; return them, or None when stopped meanwhile.

    A face whose picture cannot be read is left out with a notice.

    Args:
        faces: Faces with landmarks.
        root: Folder that relative picture paths start from.
        config: Says what is cut out, the input's size and the points.
        margin: Input pixels to keep around the input.
        control: Pauses or stops between two faces.
        counted: (faces done before, faces in all), for the progress.

    Yields:
        `Preparing` and `Notice` events.
    """
    height, width = config.input_height + 2 * margin, config.input_width + 2 * margin
    pixels = torch.empty((len(faces), 1, height, width), dtype=torch.uint8)
    targets = np.empty((len(faces), len(config.points), 2), dtype=np.float32)
    kept: list[Face] = []
    boxes: list[Box] = []
    pace = Pace()
    for number, (face, crop) in enumerate(decode(faces, root, config, margin), counted[0] + 1):
        if not control.wait():
            return None
        if isinstance(crop, Problem):
            yield Notice(f"{crop}; left out of the training")
        else:
            assert face.landmarks is not None
            pixels[len(kept), 0] = torch.from_numpy(crop.pixels)
            targets[len(kept)] = crop.to_crop(face.landmarks.xy_image[list(config.points)])
            kept.append(face)
            boxes.append(crop.box_image)
        if pace.due() or number == counted[1]:
            yield Preparing(number, counted[1])
    count = len(kept)
    framing = Framing.of(kept, boxes)
    targets_kept = torch.from_numpy(targets[:count])
    return FaceTensors(tuple(kept), pixels[:count], targets_kept, margin, framing)


def mean_shape(targets: Tensor) -> Tensor:
    """Return the (P, 2) mean of (N, P, 2) targets; the middle for a point that no face has."""
    return torch.nan_to_num(torch.nanmean(targets, dim=0), nan=0.5)


def masked_mse(xy: Tensor, targets: Tensor) -> Tensor:
    """Return the mean squared difference over the coordinates that ``targets`` has.

    Args:
        xy: (..., P, 2) predictions.
        targets: The same shape (or one that broadcasts), NaN where missing.
    """
    present = torch.isfinite(targets)
    offset = torch.where(present, xy - torch.nan_to_num(targets), 0.0)
    return offset.square().sum() / present.sum()
