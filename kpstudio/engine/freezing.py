"""Training the head of a network alone."""

from __future__ import annotations

from torch import nn

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig

_HEADS = {"smallnet": ("fc1", "fc2"), "bignet": ("fc1", "fc2"), "resnet18": ("fc",)}


def freeze_backbone(model: nn.Module, config: TrainConfig) -> None:
    """Keep what sees as it is: only the head's weights ask for gradients afterwards.

    The backbone is a keypointnet's ``backbone``, the convolutions of SmallNet and BigNet, and all
    of ResNet18 but its last layer.

    Raises:
        InputError: If a network of another package has no ``backbone``.
    """
    for part in _backbone(model, config):
        for parameter in part.parameters():
            parameter.requires_grad_(False)


def _backbone(model: nn.Module, config: TrainConfig) -> list[nn.Module]:
    backbone = getattr(model, "backbone", None)
    if isinstance(backbone, nn.Module):
        return [backbone]
    heads = _HEADS.get(config.network)
    if heads is None:
        raise InputError(
            say(
                "the network {network} does not tell its backbone from its head: train all of it",
                network=config.network,
            )
        )
    return [part for name, part in model.named_children() if name not in heads]


def set_training(model: nn.Module) -> None:
    """Let ``model`` train, but for frozen norms and what lies in frozen parts.

    The norms of a frozen part keep the statistics they have, and nothing is dropped out in it.
    """
    model.train()
    for part in model.modules():
        parameters = list(part.parameters())
        if parameters and not any(p.requires_grad for p in parameters):
            part.eval()
