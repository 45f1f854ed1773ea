"""The Adam optimiser, and AdamW."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import torch
from torch import Tensor

MEAN_KEPT, SQUARE_KEPT, FLOOR = 0.9, 0.999, 1e-8


class Adam:
    """Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), with its defaults.

    With a weight decay it is AdamW (Loshchilov and Hutter, "Decoupled Weight Decay
    Regularization", 2019): weights shrink by a share of themselves at each step, apart from the
    gradient. Biases and the weights of norms, which have one dimension, do not.

    Takes the same steps as `torch.optim.Adam` and `torch.optim.AdamW`, whose first use imports
    torch's compiler: several seconds, longer than SmallNet trains.

    Attributes:
        lr: The learning rate of the next step.
    """

    def __init__(self, parameters: Iterable[Tensor], lr: float, decay: float = 0.0) -> None:
        """Get ready to change ``parameters``.

        Args:
            parameters: Tensors that ask for gradients.
            lr: Learning rate.
            decay: AdamW's weight decay, for tensors of more than one dimension.
        """
        self.lr = lr
        self._parameters = list(parameters)
        self._means = [torch.zeros_like(p) for p in self._parameters]
        self._squares = [torch.zeros_like(p) for p in self._parameters]
        self._decay = decay
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
            if self._decay and parameter.ndim > 1:
                parameter.mul_(1 - self.lr * self._decay)
            mean.lerp_(gradient, 1 - MEAN_KEPT)
            square.mul_(SQUARE_KEPT).addcmul_(gradient, gradient, value=1 - SQUARE_KEPT)
            deviation = square.sqrt().div_(square_root_share).add_(FLOOR)
            parameter.addcdiv_(mean, deviation, value=-self.lr / mean_share)
            parameter.grad = None

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return self._steps

    def tensors(self) -> dict[str, Tensor]:
        """Return both averages of every parameter, by names that `restore` knows."""
        return {
            f"{name}.{k}": tensor
            for name, tensors in (("mean", self._means), ("square", self._squares))
            for k, tensor in enumerate(tensors)
        }

    @torch.no_grad()
    def restore(self, tensors: Mapping[str, Tensor], steps: int) -> None:
        """Go on after ``steps`` steps that left `tensors`.

        Raises:
            KeyError: If one is missing.
            RuntimeError: If one has another shape.
        """
        self._steps = steps
        for name, tensor in self.tensors().items():
            if tensors[name].shape != tensor.shape:
                raise RuntimeError(f"{name} has the shape {tuple(tensors[name].shape)}")
            tensor.copy_(tensors[name])
