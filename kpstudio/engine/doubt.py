"""How far a network's answers scatter when it looks at a face a little differently each time.

A network that knows where a point is says so of every look; one that guesses says something else
each time. It needs no labels.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from kpstudio.core.landmarks import FloatArray
from kpstudio.engine.augment import Moves, mirror_of, move_pixels
from kpstudio.engine.crops import Crop
from kpstudio.engine.network import BATCH, Network

LOOKS = (
    (0.0, 0.0, 1.0, False),
    (0.0, 0.0, 1.0, True),
    (0.03, 0.02, 0.97, False),
    (-0.03, -0.02, 1.03, False),
    (0.02, -0.03, 1.03, True),
    (-0.02, 0.03, 0.97, True),
)
"""Shift to the right and down in inputs, scale, and whether it is mirrored, of each look."""


def spreads(network: Network, crops: Sequence[Crop]) -> list[FloatArray]:
    """Return how far each point of each face scatters.

    A network that was not trained on mirrored faces is shown none.

    Args:
        network: Its answers are looked at.
        crops: Faces, cut out without margin.

    Returns:
        For each crop (K, 3) float64 over the full scheme: the variance along x, the covariance and
        the variance along y, in squared pixels of the image frame; NaN for points that the network
        does not predict or gave no finite number for.
    """
    result: list[FloatArray] = []
    for start in range(0, len(crops), BATCH):
        part = crops[start : start + BATCH]
        grey = torch.from_numpy(np.stack([crop.pixels for crop in part])[:, None])
        seen = np.stack([_look(network, grey, *look) for look in _looks(network)])
        result += [_spread(network, crop, seen[:, k]) for k, crop in enumerate(part)]
    return result


def _looks(network: Network) -> list[tuple[float, float, float, bool]]:
    mirrors = network.config.test_flip or network.config.augmentation.flip
    return [look for look in LOOKS if mirrors or not look[3]]


@torch.inference_mode()
def _look(
    network: Network, grey: torch.Tensor, x: float, y: float, scale: float, mirrored: bool
) -> FloatArray:
    """Return (N, P, 2) answers to one look, back in the crop frame of the plain one."""
    count, config = len(grey), network.config
    sign = -1.0 if mirrored else 1.0
    moves = Moves(
        torch.diag(torch.tensor([sign, 1.0])).expand(count, 2, 2),
        torch.tensor([x * config.input_width, y * config.input_height]).expand(count, 2),
        torch.full((count,), mirrored),
        torch.full((count,), scale),
    )
    network.model.eval()
    answers = network(move_pixels(grey, moves, config)).cpu().numpy().astype(np.float64)
    if mirrored:
        answers = answers[:, mirror_of(config, network.scheme).numpy()]
    back = (answers - 0.5 - np.array([x, y])) / scale * np.array([sign, 1.0])
    return np.asarray(back + 0.5)


def _spread(network: Network, crop: Crop, xy_crop: FloatArray) -> FloatArray:
    """Return (K, 3) as `spreads` does, given the (L, P, 2) answers to L looks at one face."""
    xy_image = crop.to_image(xy_crop)
    off = xy_image - xy_image.mean(axis=0)
    x, y = off[..., 0], off[..., 1]
    count = max(len(off) - 1, 1)
    told = np.stack([(x * x).sum(axis=0), (x * y).sum(axis=0), (y * y).sum(axis=0)], axis=1) / count
    full: FloatArray = np.full((network.scheme.count, 3), np.nan)
    told[~np.isfinite(told).all(axis=1)] = np.nan
    full[list(network.config.points)] = told
    return full
