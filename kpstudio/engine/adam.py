"""The Adam optimiser."""

from __future__ import annotations

import math
from collections.abc import Iterable

import torch
from torch import Tensor

MEAN_KEPT, SQUARE_KEPT, FLOOR = 0.9, 0.999, 1e-8


class Adam:
    """Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), with its defaults.

    Takes the same steps as `torch.optim.Adam`, whose first use imports torch's compiler: several
    seconds, longer than SmallNet trains.
    """

    def __init__(self, parameters: Iterable[Tensor], lr: float) -> None:
        """Get ready to change ``parameters``.

        Args:
            parameters: Tensors that ask for gradients.
            lr: Learning rate.
        """
        self._parameters = list(parameters)
        self._means = [torch.zeros_like(p) for p in self._parameters]
        self._squares = [torch.zeros_like(p) for p in self._parameters]
        self._lr = lr
        self._steps = 0

    @torch.no_grad()
    def step(self) -> None:
        """Change every parameter that has a gradient, then drop the gradients."""
        self._steps += 1
        # Both averages start at zero; these make up for it.
        mean_share = 1 - MEAN_KEPT**self._steps
        square_root_share = math.sqrt(1 - SQUARE_KEPT**self._steps)
        for parameter, mean, square in zip(
            self._parameters, self._means, self._squares, strict=True
        ):
            gradient = parameter.grad
            if gradient is None:
                continue
            mean.lerp_(gradient, 1 - MEAN_KEPT)
            square.mul_(SQUARE_KEPT).addcmul_(gradient, gradient, value=1 - SQUARE_KEPT)
            deviation = square.sqrt().div_(square_root_share).add_(FLOOR)
            parameter.addcdiv_(mean, deviation, value=-self._lr / mean_share)
            parameter.grad = None
