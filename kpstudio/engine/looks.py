"""Looking at a face several times, a little differently each time.

The mean of the answers is a little nearer to the truth than one answer, and how far they scatter
tells, without labels, where the network is sure: one that knows where a point is says so of every
look; one that guesses says something else each time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch

from kpstudio.core.landmarks import FloatArray
from kpstudio.engine.augment import Moves, mirror_of, move_pixels
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import Crop
from kpstudio.engine.network import BATCH, Network

SHIFT = 0.03
"""Of the input, by which a look is shifted whose answer counts in the mean."""


@dataclass(frozen=True)
class Look:
    """How a face is shown.

    Attributes:
        x: Shift to the right, in inputs.
        y: Shift down, in inputs.
        scale: How much larger.
        mirrored: Whether left and right change sides.
    """

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    mirrored: bool = False


DOUBTING = (
    Look(),
    Look(mirrored=True),
    Look(0.03, 0.02, 0.97),
    Look(-0.03, -0.02, 1.03),
    Look(0.02, -0.03, 1.03, mirrored=True),
    Look(-0.02, 0.03, 0.97, mirrored=True),
)
"""What a network is shown to see how far its answers scatter."""

SHIFTED = (
    Look(),
    Look(mirrored=True),
    Look(SHIFT, 0.0),
    Look(-SHIFT, 0.0, mirrored=True),
    Look(0.0, SHIFT, mirrored=True),
    Look(0.0, -SHIFT),
)
"""What one is shown whose answer is the mean over shifted looks."""


def looks_for(config: TrainConfig) -> tuple[Look, ...]:
    """Return the looks at a face of a network with these settings.

    One that was not trained on mirrored faces is shown none, nor one whose mean is to have none.
    """
    looks = SHIFTED if config.test_shift else DOUBTING
    if config.test_flip or (config.augmentation.flip and not config.test_shift):
        return looks
    return tuple(dict.fromkeys(replace(look, mirrored=False) for look in looks))


def looked(network: Network, crops: Sequence[Crop]) -> list[FloatArray]:
    """Look several times at each face.

    Args:
        network: Its answers are wanted.
        crops: Faces, cut out without margin.

    Returns:
        For each crop (L, P, 2) float64 answers to L looks, in the image frame.
    """
    result: list[FloatArray] = []
    for start in range(0, len(crops), BATCH):
        part = crops[start : start + BATCH]
        grey = torch.from_numpy(np.stack([crop.pixels for crop in part])[:, None])
        seen = np.stack([_answers(network, grey, look) for look in looks_for(network.config)])
        result += [crop.to_image(seen[:, k]) for k, crop in enumerate(part)]
    return result


def _answers(network: Network, grey: torch.Tensor, look: Look) -> FloatArray:
    """Return (N, P, 2) answers to one look, back in the crop frame of the plain one."""
    count, config = len(grey), network.config
    sign = -1.0 if look.mirrored else 1.0
    moves = Moves(
        torch.diag(torch.tensor([sign, 1.0])).expand(count, 2, 2),
        torch.tensor([look.x * config.input_width, look.y * config.input_height]).expand(count, 2),
        torch.full((count,), look.mirrored),
        torch.full((count,), look.scale),
    )
    answers = network.once(move_pixels(grey, moves, config)).numpy().astype(np.float64)
    if look.mirrored:
        answers = answers[:, mirror_of(config, network.scheme).numpy()]
    back = (answers - 0.5 - np.array([look.x, look.y])) / look.scale * np.array([sign, 1.0])
    return np.asarray(back + 0.5)


def over_scheme(network: Network, xy_image: FloatArray) -> FloatArray:
    """Return (L, P, 2) answers as (L, K, 2) over the full scheme, NaN for points not predicted."""
    full: FloatArray = np.full((len(xy_image), network.scheme.count, 2), np.nan)
    full[:, list(network.config.points)] = xy_image
    return full


def spread_of(network: Network, xy_image: FloatArray) -> FloatArray:
    """Tell how far the points of a face scatter.

    Args:
        network: Whose answers they are.
        xy_image: (L, P, 2) what `looked` returned for the face.

    Returns:
        (K, 3) float64 over the full scheme: the variance along x, the covariance and the variance
        along y, in squared pixels of the image frame; NaN for points that the network does not
        predict or gave no finite number for.
    """
    off = xy_image - xy_image.mean(axis=0)
    x, y = off[..., 0], off[..., 1]
    count = max(len(off) - 1, 1)
    told = np.stack([(x * x).sum(axis=0), (x * y).sum(axis=0), (y * y).sum(axis=0)], axis=1) / count
    full: FloatArray = np.full((network.scheme.count, 3), np.nan)
    told[~np.isfinite(told).all(axis=1)] = np.nan
    full[list(network.config.points)] = told
    return full
