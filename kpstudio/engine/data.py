"""The training pictures: decoded once, kept as bytes, with their targets."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import adaptive_avg_pool2d

from kpstudio.core.errors import Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.crops import Framing
from kpstudio.engine.decode import decode
from kpstudio.engine.events import Event, Notice, Preparing
from kpstudio.engine.pace import Pace
from kpstudio.engine.picture_store import PictureStore

LOWEST_CONTRAST = 2.0
"""Deviation, of grey 0..255, below which pictures are not stretched any more."""


@dataclass(frozen=True, eq=False)
class FaceTensors:
    """N faces as the network sees them.

    Attributes:
        faces: The N faces.
        pixels: (N, 1, height + 2 margin, width + 2 margin) uint8 grey.
        targets: (N, P, 2) float32, the points to predict in the crop frame; NaN where missing.
        margin: Pixels around the input on each side.
        framing: How the pictures frame the faces; None where no face tells its size.
        boxes_image: For each face the input without margin, by its edges in the image frame.
    """

    faces: tuple[Face, ...]
    pixels: Tensor
    targets: Tensor
    margin: int = 0
    framing: Framing | None = None
    boxes_image: tuple[Box, ...] = ()

    def __len__(self) -> int:
        return len(self.faces)

    @property
    def inputs(self) -> Tensor:
        """(N, 1, height, width) uint8, without the margin; a view."""
        if self.margin == 0:
            return self.pixels
        inside = slice(self.margin, -self.margin)
        return self.pixels[:, :, inside, inside]

    def coarse(self) -> Tensor:
        """Return (N, 16) float32, the mean grey of 4 x 4 patches, to tell pictures apart by."""
        parts = [adaptive_avg_pool2d(part.float(), 4) for part in torch.split(self.pixels, 64)]
        return torch.cat(parts).flatten(1)


def network_grey(grey: Tensor, standardise: bool) -> Tensor:
    """Map (N, 1, height, width) grey values 0..255 to float32 inputs of a network.

    Grey becomes [-0.5, 0.5]; standardised, each picture is then shifted and scaled to mean 0 and
    deviation 1, so that dark and flat pictures look like the others. Nearly uniform pictures are
    shifted, but not blown up.
    """
    if not standardise:
        return grey.float() / 255.0 - 0.5
    std, mean = torch.std_mean(grey.float(), dim=(1, 2, 3), keepdim=True)
    return (grey - mean).div_(std.clamp_min(LOWEST_CONTRAST))


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

    Raises:
        InputError: If they are too many for the memory, and the disk has no room for them either.
    """
    height, width = config.input_height + 2 * margin, config.input_width + 2 * margin
    targets = np.empty((len(faces), len(config.points), 2), dtype=np.float32)
    kept: list[Face] = []
    boxes: list[Box] = []
    pace = Pace()
    with PictureStore.opened(len(faces), height, width) as store:
        for number, (face, crop) in enumerate(decode(faces, root, config, margin), counted[0] + 1):
            if not control.wait():
                return None
            if isinstance(crop, Problem):
                yield Notice(say("{crop}; left out of the training", crop=crop))
            else:
                assert face.landmarks is not None
                store.add(crop.pixels)
                targets[len(kept)] = crop.to_crop(face.landmarks.xy_image[list(config.points)])
                kept.append(face)
                boxes.append(crop.box_image)
            if pace.due() or number == counted[1]:
                yield Preparing(number, counted[1])
        pixels = store.tensor()
    framing = Framing.of(kept, boxes)
    targets_kept = torch.from_numpy(targets[: len(kept)])
    return FaceTensors(tuple(kept), pixels, targets_kept, margin, framing, tuple(boxes))


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
