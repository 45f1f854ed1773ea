"""The network that finds faces, and its weights, which come with kpstudio.

It is libfacedetection's (Shiqi Yu and others; `resources/detector/LICENSE.txt`): 42 thousand
weights, so that it is quick on any CPU and needs no other package.
"""

from __future__ import annotations

from functools import cache

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from kpstudio import resources

STRIDES = (8, 16, 32)
"""Picture pixels for each cell of the three maps that the network answers with."""

WEIGHTS = "detector/faces.safetensors"


class Unit(nn.Module):
    """A convolution in two steps: across the channels, then within each."""

    def __init__(self, channels_in: int, channels_out: int, rectified: bool = True) -> None:
        super().__init__()
        self.across = nn.Conv2d(channels_in, channels_out, 1)
        self.within = nn.Conv2d(channels_out, channels_out, 3, padding=1, groups=channels_out)
        self.rectified = rectified

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, in, H, W) to (N, out, H, W)."""
        x = self.within(self.across(x))
        return functional.relu(x) if self.rectified else x


class FaceNet(nn.Module):
    """Answers for each cell of three maps whether a face is there, and its box.

    The channels of the maps: two logits whose probabilities' geometric mean is the score; the
    middle of the box from the cell's corner (x, y) and the logarithms of its width and height, in
    strides.
    """

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 16, 3, stride=2, padding=1)
        self.fine = nn.Sequential(
            Unit(16, 16), nn.MaxPool2d(2),
            Unit(16, 16), Unit(16, 32),
            Unit(32, 32), Unit(32, 64), nn.MaxPool2d(2),
        )  # fmt: skip
        self.levels = nn.ModuleList(nn.Sequential(Unit(64, 64), Unit(64, 64)) for _ in STRIDES)
        self.necks = nn.ModuleList(Unit(64, 64) for _ in STRIDES)
        self.heads = nn.ModuleList(Unit(64, 6, rectified=False) for _ in STRIDES)

    def forward(self, rgb: Tensor) -> list[Tensor]:
        """Map (N, 3, H, W) RGB 0..255, sides multiples of 32, to a (N, 6, h, w) map a stride."""
        x = self.fine(functional.relu(self.first(rgb)))
        seen: list[Tensor] = []
        for number, level in enumerate(self.levels):
            x = level(functional.max_pool2d(x, 2) if number else x)
            seen.append(x)
        maps: list[Tensor] = []
        above: Tensor | None = None
        for x, neck, head in zip(
            seen[::-1], reversed(self.necks), reversed(self.heads), strict=True
        ):
            x = neck(x if above is None else x + functional.interpolate(above, scale_factor=2.0))
            maps.append(head(x))
            above = x
        return maps[::-1]


@cache
def face_net() -> FaceNet:
    """Return the network with its weights, on the CPU.

    Raises:
        FileNotFoundError: If the installation lacks the weights.
    """
    net = FaceNet()
    weights = load_file(resources.path(WEIGHTS))
    net.load_state_dict({name: tensor.to(torch.float32) for name, tensor in weights.items()})
    return net.eval().to(memory_format=torch.channels_last)
