"""ResNet18 (He et al. 2016), the only place that imports torchvision."""

from __future__ import annotations

from typing import Any

from torch import nn

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say


class BatchNorm2d(nn.BatchNorm2d):
    """torch's own, printed as torch printed it when the network was published.

    torch 2.15 added ``bias`` to the text, which nothing here ever changes.
    """

    def extra_repr(self) -> str:
        """Return the settings as text."""
        return (
            f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, "
            f"affine={self.affine}, track_running_stats={self.track_running_stats}"
        )


def torchvision_models() -> Any:
    """Return the module ``torchvision.models``, which is typed as nothing in particular.

    Raises:
        InputError: If torchvision is missing or does not fit the installed torch.
    """
    try:
        from torchvision import models
    except (ImportError, RuntimeError, AttributeError, OSError) as error:
        # A torchvision built for another torch fails while it registers its operators.
        raise InputError(
            say(
                "torchvision does not work with the installed torch ({error}): install "
                "both together, for example: pip install --upgrade torch torchvision",
                error=error,
            )
        ) from error
    return models


def resnet18(points: int) -> nn.Module:
    """Return an untrained ResNet18 for one-channel pictures, with two outputs for each point.

    Raises:
        InputError: If torchvision is missing or does not fit the installed torch.
    """
    model: nn.Module = torchvision_models().resnet18(
        weights=None, num_classes=2 * points, norm_layer=BatchNorm2d
    )
    first = nn.Conv2d(1, 64, kernel_size=7, stride=2, padding=3, bias=False)
    nn.init.kaiming_normal_(first.weight, mode="fan_out", nonlinearity="relu")
    model.conv1 = first
    return model
