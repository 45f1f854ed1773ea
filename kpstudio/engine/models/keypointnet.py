"""The network for landmarks: a backbone and a head."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.engine.config import HEADS
from kpstudio.engine.models.backbones import backbone
from kpstudio.engine.models.heads import Coordinates, Heatmap, Neighbours

_HEADS = {"coordinates": Coordinates, "heatmap": Heatmap, "neighbours": Neighbours}


class KeypointNet(nn.Module):
    """Grey crops in, points out.

    Attributes:
        backbone: Gives features of several sizes.
        head: Makes points of them.
    """

    def __init__(self, backbone_name: str, head_name: str, points: int) -> None:
        """Make the layers.

        Args:
            backbone_name: One of `BACKBONES`.
            head_name: One of `HEADS`.
            points: How many points to predict.

        Raises:
            InputError: If a name is unknown, or torchvision is broken.
        """
        super().__init__()
        if head_name not in _HEADS:
            raise InputError(
                say(
                    "head {head_name!r} is unknown: use {names}",
                    head_name=head_name,
                    names=", ".join(HEADS),
                )
            )
        self.backbone = backbone(backbone_name)
        self.head = _HEADS[head_name](self.backbone.channels, points)

    @torch.no_grad()
    def begin_at(self, mean_shape: Tensor) -> None:
        """Let the untrained head answer ``mean_shape``, (P, 2) in the crop frame, where it can."""
        if isinstance(self.head, Coordinates):
            self.head.mean.copy_(2 * mean_shape - 1)

    def forward(self, pixels: Tensor) -> Tensor:
        """Map (N, 1, height, width) standardised pictures to (N, P, 2) in the crop frame."""
        xy: Tensor = self.head(self.backbone(pixels))
        return (xy + 1) / 2
