"""The moving average of a network's weights, which predicts better than the last step's."""

from __future__ import annotations

import copy
from dataclasses import replace

import torch

from kpstudio.engine.network import Network


class MovingAverage:
    """Follows a network that is being trained (Polyak and Juditsky, 1992, with a fading memory).

    Attributes:
        network: The one with the averaged weights.
    """

    def __init__(self, network: Network, kept: float) -> None:
        """Begin at the weights of ``network``.

        Args:
            network: The one to follow.
            kept: Share of the old that a step keeps.
        """
        self._followed = network.model
        self._kept = kept
        model = copy.deepcopy(network.model)
        for parameter in model.parameters():
            parameter.requires_grad_(False)
        model.eval()
        self.network = replace(network, model=model)

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Take in the weights after ``step`` steps, and the statistics of norms.

        Less is kept in the beginning, when the weights still come from far away.
        """
        kept = min(self._kept, (1 + step) / (10 + step))
        ours, theirs = self.network.model.state_dict(), self._followed.state_dict()
        for name, tensor in ours.items():
            if tensor.is_floating_point():
                tensor.lerp_(theirs[name], 1 - kept)
            else:
                tensor.copy_(theirs[name])
