"""What the network is really fed: training pictures as the trainer cuts and moves them."""

from __future__ import annotations

import math
from collections.abc import Generator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Event, Notice

if TYPE_CHECKING:
    from torch import Tensor

    from kpstudio.engine.data import FaceTensors


class TrainingPicture(NamedTuple):
    """One picture as the network gets it.

    Attributes:
        pixels: (H, W) uint8 grey.
        xy_crop: (P, 2) float64, the points to predict in the pixels of the input, centres of pixels
            at whole numbers; NaN where missing.
        caption: The picture's name and how it was moved.
    """

    pixels: NDArray[np.uint8]
    xy_crop: FloatArray
    caption: str


def augmented_samples(
    labels: LabelSet, config: TrainConfig, count: int, seed: int
) -> list[TrainingPicture]:
    """Return ``count`` pictures as a training with ``config`` would show them to its network.

    Faces are drawn without repeating until all have been shown.

    Args:
        labels: Faces to draw from.
        config: Says what is cut out, and how it is moved.
        count: How many pictures.
        seed: Of the choice of faces and of their moves.

    Raises:
        InputError: If the settings do not fit, or no face has the points to predict, or none of
            the chosen pictures can be read.
    """
    from kpstudio.engine import augment, data
    from kpstudio.engine.control import Control

    config.validate(labels.scheme)
    faces = _drawn(data.trainable(list(labels), config), count, seed)
    margin = augment.margin_for(config)
    notices, loaded = _drained(
        data.load(faces, labels.root, config, margin, Control(), (0, len(faces)))
    )
    if loaded is None or len(loaded) == 0:
        raise InputError(notices[0] if notices else "no training picture could be read")
    pixels, xy, captions = loaded.inputs.float(), loaded.targets, [_name(f) for f in loaded.faces]
    if config.augmentation.moves:
        import torch

        random = torch.Generator().manual_seed(seed)
        moves = augment.draw(config.augmentation, len(loaded), config, random)
        mirror = augment.mirror_of(config, labels.scheme)
        pixels = augment.move_pixels(loaded.pixels, moves, config)
        xy = augment.move_points(xy, moves, mirror, config)
        told = zip(captions, moves.linear, moves.flipped, strict=True)
        captions = [f"{name}{_move(linear, bool(flipped))}" for name, linear, flipped in told]
    grey = pixels[:, 0].round().clamp(0, 255).byte().numpy()
    size = np.array([config.input_width, config.input_height])
    xy_crop = xy.double().numpy() * size - 0.5
    return [TrainingPicture(*sample) for sample in zip(grey, xy_crop, captions, strict=True)]


def _drawn(faces: list[Face], count: int, seed: int) -> list[Face]:
    if not faces:
        raise InputError("no labelled face has the points to predict: choose other points")
    random = np.random.default_rng(seed)
    rounds = [random.permutation(len(faces)) for _ in range(-(-count // len(faces)))]
    return [faces[k] for k in np.concatenate(rounds)[:count]]


def _drained(
    events: Generator[Event, None, FaceTensors | None],
) -> tuple[list[str], FaceTensors | None]:
    """Run a generator to its end; return what it noticed and its value."""
    notices: list[str] = []
    while True:
        try:
            event = next(events)
        except StopIteration as stop:
            return notices, stop.value
        if isinstance(event, Notice):
            notices.append(event.message)


def _name(face: Face) -> str:
    return PurePosixPath(face.picture).name


def _move(linear: Tensor, flipped: bool) -> str:
    angle = round(math.degrees(math.atan2(-float(linear[0, 1]), float(linear[1, 1]))))
    turned = f", {angle:+}°" if angle else ""
    return f"{turned}{', mirrored' if flipped else ''}"
