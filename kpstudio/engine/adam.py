"""The Adam optimiser, and AdamW."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

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
        for decay in {self._decay, 0.0}:
            chosen = [
                k
                for k, parameter in enumerate(self._parameters)
                if parameter.grad is not None
                and (self._decay if parameter.ndim > 1 else 0.0) == decay
            ]
            if chosen:
                self._move(chosen, decay)

    def _move(self, chosen: Sequence[int], decay: float) -> None:
        """Change the ``chosen`` parameters in one pass over each, and drop their gradients."""
        parameters = [self._parameters[k] for k in chosen]
        count = torch.tensor(float(self._steps), device=parameters[0].device)
        torch._fused_adamw_(
            parameters,
            [_laid_out_like(parameter) for parameter in parameters],
            [self._means[k] for k in chosen],
            [self._squares[k] for k in chosen],
            [],
            [count] * len(chosen),
            lr=self.lr,
            beta1=MEAN_KEPT,
            beta2=SQUARE_KEPT,
            weight_decay=decay,
            eps=FLOOR,
            amsgrad=False,
            maximize=False,
        )
        for parameter in parameters:
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


def _laid_out_like(parameter: Tensor) -> Tensor:
    """Return the gradient of ``parameter`` with its strides, as one pass over both asks for."""
    gradient = parameter.grad
    assert gradient is not None
    if gradient.stride() == parameter.stride():
        return gradient
    return torch.empty_like(parameter).copy_(gradient)
