"""From a network's name to its module."""

from __future__ import annotations

import torch
from torch import nn

from kpstudio.core.errors import InputError
from kpstudio.engine.models.resnet import resnet18
from kpstudio.engine.models.small import BigNet, SmallNet


def build(network: str, points: int, seed: int = 0) -> nn.Module:
    """Return the untrained network, its weights drawn from ``seed``.

    torch's global random state is left as it was.

    Args:
        network: "smallnet", "bignet" or "resnet18".
        points: How many points it predicts.
        seed: Of the initial weights.

    Raises:
        InputError: If there is no such network, or torchvision is broken.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        if network == "smallnet":
            return SmallNet(2 * points)
        if network == "bignet":
            return BigNet(2 * points)
        if network == "resnet18":
            return resnet18(points)
    raise InputError(f"network {network!r} is unknown: use smallnet, bignet or resnet18")


def last_layer(model: nn.Module) -> nn.Linear:
    """Return the layer whose outputs are the coordinates."""
    layer = getattr(model, "fc2", None) or getattr(model, "fc", None)
    assert isinstance(layer, nn.Linear)
    return layer


def network_text(model: nn.Module) -> str:
    """Return the network's layers as they print, on one line."""
    return " ".join(str(model).split())
