"""From a training's settings to its network."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from kpstudio.core.errors import InputError
from kpstudio.engine.config import NETWORKS, TrainConfig
from kpstudio.engine.models.keypointnet import KeypointNet
from kpstudio.engine.models.resnet import resnet18
from kpstudio.engine.models.small import BigNet, SmallNet


def build(config: TrainConfig) -> nn.Module:
    """Return the untrained network that ``config`` asks for, its weights drawn from its seed.

    torch's global random state is left as it was.

    Raises:
        InputError: If there is no such network, or torchvision is broken.
    """
    points = len(config.points)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(config.seed)
        if config.network == "smallnet":
            return SmallNet(2 * points)
        if config.network == "bignet":
            return BigNet(2 * points)
        if config.network == "resnet18":
            return resnet18(points)
        if config.network == "keypointnet":
            return KeypointNet(config.backbone, config.head, points)
    raise InputError(f"network {config.network!r} is unknown: use {', '.join(NETWORKS)}")


@torch.no_grad()
def start_at(model: nn.Module, mean_shape: Tensor) -> None:
    """Let the untrained ``model`` answer about ``mean_shape``, (P, 2) in the crop frame."""
    if isinstance(model, KeypointNet):
        model.begin_at(mean_shape)
    else:
        last_layer(model).bias.copy_(mean_shape.flatten())


def last_layer(model: nn.Module) -> nn.Linear:
    """Return the layer of a class project's network whose outputs are the coordinates."""
    layer = getattr(model, "fc2", None) or getattr(model, "fc", None)
    assert isinstance(layer, nn.Linear)
    return layer


def network_text(model: nn.Module) -> str:
    """Return the network's layers as they print, on one line."""
    return " ".join(str(model).split())
