"""From a training's settings to its network."""

from __future__ import annotations

import torch
from torch import nn

from kpstudio.core import extensions
from kpstudio.core.errors import InputError
from kpstudio.core.extensions import Kind
from kpstudio.core.texts import say
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
        if extensions.is_foreign(config.network):
            return _foreign(config)
    raise InputError(
        say(
            "network {network!r} is unknown: use {names}",
            network=config.network,
            names=", ".join(NETWORKS),
        )
    )


def _foreign(config: TrainConfig) -> nn.Module:
    """Return the network of another package, once it has answered as it must."""
    make = extensions.load(Kind.NETWORK, config.network)
    with extensions.held_off(Kind.NETWORK, config.network), torch.no_grad():
        model = make(config)
        if not isinstance(model, nn.Module):
            raise TypeError("it is no torch.nn.Module")
        answer = model.eval()(torch.zeros(2, 1, config.input_height, config.input_width))
        if answer.numel() != 2 * config.outputs:
            raise ValueError(
                f"it answers two faces with {tuple(answer.shape)} numbers, which are not "
                f"{config.outputs} for each, x and y of every point"
            )
    return model


def full_layers(model: nn.Module) -> list[nn.Linear]:
    """Return the full layers of a network, the last last: its outputs are the coordinates."""
    return [part for part in model.modules() if isinstance(part, nn.Linear)]


def last_layer(model: nn.Module) -> nn.Linear:
    """Return the last full layer of a network that has some."""
    return full_layers(model)[-1]


def network_text(model: nn.Module) -> str:
    """Return the network's layers as they print, on one line."""
    return " ".join(str(model).split())
