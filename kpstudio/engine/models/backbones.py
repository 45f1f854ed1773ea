"""What a keypoint network sees with: grey pictures in, features of several sizes out."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.engine.config import BACKBONES
from kpstudio.engine.models.efficientnet import EfficientNetLite0
from kpstudio.engine.models.resnet import torchvision_models

RESNET_WIDTHS = {"resnet18": 64, "resnet18_half": 32, "resnet18_third": 24}
"""Channels of the first stage of each ResNet18 here; each later stage has twice as many."""


class Residual(nn.Module):
    """Two convolutions and a short cut (He et al. 2016), the second norm starting at 0."""

    def __init__(self, channels_in: int, channels: int, stride: int) -> None:
        """Make the layers."""
        super().__init__()
        self.conv1 = nn.Conv2d(channels_in, channels, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)
        nn.init.zeros_(self.norm2.weight)
        self.short: nn.Module = nn.Identity()
        if stride > 1 or channels_in != channels:
            self.short = nn.Sequential(
                nn.Conv2d(channels_in, channels, 1, stride, bias=False), nn.BatchNorm2d(channels)
            )

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels_in, h, w) to (N, channels, h / stride, w / stride)."""
        within = functional.relu(self.norm1(self.conv1(x)))
        out: Tensor = functional.relu(self.short(x) + self.norm2(self.conv2(within)))
        return out


class ResNet18(nn.Module):
    """ResNet18 of any width for one-channel pictures.

    Attributes:
        channels: Of the features at 1/4, 1/8, 1/16 and 1/32 of the input's size.
    """

    def __init__(self, width: int) -> None:
        """Make the layers; ``width`` is the channels of the first stage."""
        super().__init__()
        self.channels = (width, 2 * width, 4 * width, 8 * width)
        self.stem = nn.Sequential(
            nn.Conv2d(1, width, 7, 2, 3, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(3, 2, 1),
        )
        before = (width, *self.channels[:-1])
        self.stages = nn.ModuleList(
            nn.Sequential(Residual(came, goes, 1 if k == 0 else 2), Residual(goes, goes, 1))
            for k, (came, goes) in enumerate(zip(before, self.channels, strict=True))
        )

    def forward(self, x: Tensor) -> list[Tensor]:
        """Map (N, 1, height, width) to the features of four sizes, large ones first."""
        x = self.stem(x)
        features = []
        for stage in self.stages:
            x = stage(x)
            features.append(x)
        return features


class MobileNetV3Small(nn.Module):
    """torchvision's MobileNetV3-small (Howard et al. 2019) for one-channel pictures.

    Attributes:
        channels: Of the features at 1/4, 1/8, 1/16 and 1/32 of the input's size.
    """

    TAKEN = (1, 3, 8, 12)

    def __init__(self) -> None:
        """Make the layers.

        Raises:
            InputError: If torchvision does not work.
        """
        super().__init__()
        layers = torchvision_models().mobilenet_v3_small(weights=None).features
        layers[0][0] = nn.Conv2d(1, 16, 3, 2, 1, bias=False)
        self.channels = (16, 24, 48, 576)
        self.layers = layers

    def forward(self, x: Tensor) -> list[Tensor]:
        """Map (N, 1, height, width) to the features of four sizes, large ones first."""
        features = []
        for k, layer in enumerate(self.layers):
            x = layer(x)
            if k in self.TAKEN:
                features.append(x)
        return features


Backbone = ResNet18 | MobileNetV3Small | EfficientNetLite0


def backbone(name: str) -> Backbone:
    """Return the untrained backbone called ``name``.

    Raises:
        InputError: If there is no such backbone, or torchvision is broken.
    """
    if name in RESNET_WIDTHS:
        return ResNet18(RESNET_WIDTHS[name])
    if name == "mobilenet_v3_small":
        return MobileNetV3Small()
    if name == "efficientnet_lite0":
        return EfficientNetLite0()
    raise InputError(
        say("backbone {name!r} is unknown: use {names}", name=name, names=", ".join(BACKBONES))
    )
