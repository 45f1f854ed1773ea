"""Keep the gradients of a training in float16 within what that can hold."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor

START, LARGEST = 2.0**14, 2.0**24
GROWTH_STEPS = 200
"""Good steps after which a larger factor is tried."""


class LossScale:
    """Makes the loss larger, so that small gradients do not vanish.

    Micikevicius et al., "Mixed Precision Training" (2018): where gradients overflow the step is
    left out and the factor halved; after many good steps it is doubled.

    Attributes:
        factor: To multiply the loss with.
        good: Steps since the factor changed.
    """

    def __init__(self) -> None:
        self.factor, self.good = START, 0

    def scaled(self, loss: Tensor) -> Tensor:
        """Return what to take the gradients of."""
        return loss * self.factor

    @torch.no_grad()
    def unscale(self, parameters: Iterable[Tensor]) -> bool:
        """Divide the gradients again; return whether all are finite, else drop them."""
        parameters = [one for one in parameters if one.grad is not None]
        finite = True
        for one in parameters:
            assert one.grad is not None
            one.grad.div_(self.factor)
            finite = finite and bool(torch.isfinite(one.grad).all())
        if not finite:
            self.factor, self.good = max(self.factor / 2, 1.0), 0
            for one in parameters:
                one.grad = None
            return False
        self.good += 1
        if self.good == GROWTH_STEPS:
            self.factor, self.good = min(self.factor * 2, LARGEST), 0
        return True
