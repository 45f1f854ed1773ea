"""What the network is really fed: training pictures as the trainer cuts and moves them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.splits import Split
from kpstudio.core.texts import joined, say
from kpstudio.engine.config import TrainConfig
from kpstudio.tasks.training import choose_split


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
    labels: LabelSet,
    config: TrainConfig,
    validation: float | Sequence[str] | Split,
    count: int,
    seed: int,
) -> list[TrainingPicture]:
    """Return ``count`` pictures as a training with ``config`` would show them to its network.

    Faces are drawn from those to train on, without repeating until all have been shown.

    Args:
        labels: Faces to draw from.
        config: Says what is cut out, and how it is moved.
        validation: The fraction of the faces to hold out, the names of the pictures, or a split.
        count: How many pictures.
        seed: Of the choice of faces and of their moves.

    Raises:
        InputError: If the settings do not fit, no face is left to train on or has the points to
            predict, or none of the chosen pictures can be read.
    """
    from kpstudio.engine.data import trainable
    from kpstudio.engine.preview import show

    config.validate(labels.scheme)
    training = [labels[face_id] for face_id in choose_split(labels, validation).training]
    faces = _drawn(trainable(training, config), count, seed)
    shown = show(faces, labels.root, config, labels.scheme, seed)
    if not shown.faces:
        raise InputError(shown.notices[0])
    moves = zip(shown.faces, shown.degrees, shown.mirrored, strict=True)
    captions = [_caption(face, round(degrees), bool(flip)) for face, degrees, flip in moves]
    samples = zip(shown.pixels, shown.xy_crop, captions, strict=True)
    return [TrainingPicture(*sample) for sample in samples]


def _drawn(faces: list[Face], count: int, seed: int) -> list[Face]:
    if not faces:
        raise InputError(say("no labelled face has the points to predict: choose other points"))
    random = np.random.default_rng(seed)
    rounds = [random.permutation(len(faces)) for _ in range(-(-count // len(faces)))]
    return [faces[k] for k in np.concatenate(rounds)[:count]]


def _caption(face: Face, degrees: int, mirrored: bool) -> str:
    parts: list[str] = [PurePosixPath(face.picture).name]
    if degrees:
        parts.append(say("{degrees:+d}°", degrees=degrees))
    if mirrored:
        parts.append(say("mirrored"))
    return joined(parts, ", ")
