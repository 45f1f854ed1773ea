"""Training pictures as the network gets them, in plain arrays for a person to look at."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import PointSchema
from kpstudio.engine import augment, data
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.events import Event, Notice


@dataclass(frozen=True, eq=False)
class Shown:
    """N training pictures, each moved and repainted at random.

    Attributes:
        faces: The N faces; those whose picture cannot be read are not among them.
        pixels: (N, height, width) uint8 grey; what was painted whiter than white is white.
        xy_crop: (N, P, 2) float64, the points to predict in the pixels of the input, centres of
            pixels at whole numbers; NaN where missing.
        degrees: (N,) float64, how far each was turned.
        mirrored: (N,) bool.
        notices: A sentence for each face that was left out.
    """

    faces: tuple[Face, ...]
    pixels: NDArray[np.uint8]
    xy_crop: FloatArray
    degrees: FloatArray
    mirrored: NDArray[np.bool_]
    notices: tuple[str, ...]


def show(
    faces: Sequence[Face], root: Path, config: TrainConfig, scheme: PointSchema, seed: int
) -> Shown:
    """Return labelled ``faces`` as a training with ``config`` would show them to its network.

    Args:
        faces: Faces with landmarks; the same one twice is augmented twice.
        root: Folder that relative picture paths start from.
        config: Says what is cut out, and how it is augmented.
        scheme: Says which points a mirrored picture swaps.
        seed: Of the augmentation.
    """
    margin = augment.margin_for(config)
    notices, loaded = _drained(data.load(faces, root, config, margin, Control(), (0, len(faces))))
    random = torch.Generator().manual_seed(seed)
    mirror = augment.mirror_of(config, scheme)
    grey, xy, moves = augment.augmented(loaded.pixels, loaded.targets, mirror, config, random)
    size = np.array([config.input_width, config.input_height])
    return Shown(
        loaded.faces,
        grey[:, 0].float().round().clamp(0, 255).byte().numpy(),
        xy.double().numpy() * size - 0.5,
        _degrees(moves) if moves else np.zeros(len(loaded)),
        moves.flipped.numpy() if moves else np.zeros(len(loaded), dtype=np.bool_),
        tuple(notices),
    )


def _degrees(moves: augment.Moves) -> FloatArray:
    sines, cosines = -moves.linear[:, 0, 1].double(), moves.linear[:, 1, 1].double()
    return torch.rad2deg(torch.atan2(sines, cosines)).numpy()


def _drained(
    events: Generator[Event, None, data.FaceTensors | None],
) -> tuple[list[str], data.FaceTensors]:
    """Run a loading to its end; return what it noticed and what it loaded."""
    notices: list[str] = []
    while True:
        try:
            event = next(events)
        except StopIteration as stop:
            return notices, stop.value
        if isinstance(event, Notice):
            notices.append(event.message)
