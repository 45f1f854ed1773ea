"""How a keypoint network answers: from features of several sizes to points.

All coordinates here run from -1 to 1 between the edges of the crop.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

SHARPNESS = 8.0
"""Scores are multiplied by this before the softmax, so that they can be learnt by small weights."""


def conv_norm(channels_in: int, channels: int) -> nn.Sequential:
    """Return a 3 x 3 convolution, its norm and ReLU."""
    return nn.Sequential(
        nn.Conv2d(channels_in, channels, 3, 1, 1, bias=False),
        nn.BatchNorm2d(channels),
        nn.ReLU(inplace=True),
    )


def cells(height: int, width: int, like: Tensor) -> Tensor:
    """Return the (2, height * width) x and y of the middles of a grid's cells."""
    y, x = (
        (torch.arange(n, device=like.device, dtype=torch.float32) + 0.5) * (2.0 / n) - 1.0
        for n in (height, width)
    )
    return torch.stack([x.expand(height, width), y[:, None].expand(height, width)]).flatten(1)


class Pyramid(nn.Module):
    """Features of several sizes, added up from small to large (Lin et al. 2017)."""

    def __init__(self, channels_in: Sequence[int], channels: int) -> None:
        """Make the layers for features of ``channels_in``, large ones first."""
        super().__init__()
        self.across = nn.ModuleList(nn.Conv2d(count, channels, 1) for count in channels_in)
        self.smooth = nn.ModuleList(conv_norm(channels, channels) for _ in channels_in[1:])
        self.last = conv_norm(channels, channels)

    def forward(self, features: Sequence[Tensor]) -> Tensor:
        """Return (N, channels, h, w), as large as the first of ``features``."""
        y: Tensor = self.across[-1](features[-1])
        for k in range(len(features) - 2, -1, -1):
            y = functional.interpolate(y, size=features[k].shape[2:], mode="nearest")
            y = self.smooth[k](y + self.across[k](features[k]))
        out: Tensor = self.last(y)
        return out


class Coordinates(nn.Module):
    """The mean over the picture, then one full layer: offsets from the mean shape."""

    def __init__(self, channels: Sequence[int], points: int) -> None:
        """Make the layer for features of ``channels``."""
        super().__init__()
        self.full = nn.Linear(channels[-1], 2 * points)
        nn.init.normal_(self.full.weight, std=0.01)
        nn.init.zeros_(self.full.bias)
        self.mean: Tensor
        self.register_buffer("mean", torch.zeros(points, 2))

    def forward(self, features: Sequence[Tensor]) -> Tensor:
        """Return (N, P, 2)."""
        pooled = features[-1].float().mean(dim=(2, 3))
        offset: Tensor = self.full(pooled)
        return self.mean + offset.float().view(-1, *self.mean.shape)


class Heatmap(nn.Module):
    """A heat map for each point at 1/4 of the input's size, and its centre of mass.

    Soft-argmax (Sun et al. 2018, "Integral Human Pose Regression"). The map's cells are spread over
    1.25 of the crop, so that points outside of it can be answered.
    """

    REACH, CHANNELS = 1.25, 32

    def __init__(self, channels: Sequence[int], points: int) -> None:
        """Make the layers for features of ``channels``."""
        super().__init__()
        self.pyramid = Pyramid(channels, self.CHANNELS)
        self.score = nn.Conv2d(self.CHANNELS, points, 1)
        nn.init.normal_(self.score.weight, std=0.01)

    def forward(self, features: Sequence[Tensor]) -> Tensor:
        """Return (N, P, 2)."""
        score = self.score(self.pyramid(features)).float()
        weight = functional.softmax(score.flatten(2) * SHARPNESS, dim=2)
        grid = cells(score.shape[2], score.shape[3], score) * self.REACH
        return weight @ grid.T


class Neighbours(nn.Module):
    """Every cell of a coarse map votes for where each point is, near or far.

    After pixel-in-pixel regression (Jin et al. 2021, "Pixel-in-Pixel Net"), where the best cell
    answers by its offset. Here all cells do, weighted by a softmax over their scores, so that the
    answer is smooth in all of them, is trained by the very error that counts, and the neighbours of
    the best cell are asked as well. Offsets may lead outside the crop.
    """

    CHANNELS, LEVELS, FARTHEST = 64, 3, 8.0

    def __init__(self, channels: Sequence[int], points: int) -> None:
        """Make the layers for features of ``channels``."""
        super().__init__()
        self.pyramid = Pyramid(channels[-self.LEVELS :], self.CHANNELS)
        self.vote = nn.Conv2d(self.CHANNELS, 3 * points, 1)
        nn.init.normal_(self.vote.weight, std=0.01)

    def forward(self, features: Sequence[Tensor]) -> Tensor:
        """Return (N, P, 2)."""
        vote = self.vote(self.pyramid(features[-self.LEVELS :])).float()
        count, _, height, width = vote.shape
        score, offset = vote.view(count, -1, 3, height * width).split((1, 2), dim=2)
        weight = functional.softmax(score * SHARPNESS, dim=3)
        reach = self.FARTHEST / max(height, width)
        at = cells(height, width, vote) + offset * reach
        xy: Tensor = (weight * at).sum(dim=3)
        return xy
