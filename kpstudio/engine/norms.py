"""Statistics of batch normalisation for networks that trained for a short while."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor

from kpstudio.engine.freezing import set_training
from kpstudio.engine.network import Network


@torch.no_grad()
def settle_norms(network: Network, batches: Iterable[Tensor]) -> None:
    """Measure anew the means and variances that batch normalisation uses when predicting.

    While training they are running averages over many past steps, of weights that have changed
    since: after a few dozen steps they describe no network that ever was, and predictions are far
    off though the weights are good. Here they become plain averages over ``batches``.

    Args:
        network: Its norm layers' statistics are replaced; nothing happens where it has none.
        batches: (N, 1, height, width) uint8 each; consumed only if there are norm layers.
    """
    norms = [m for m in network.model.modules() if isinstance(m, torch.nn.BatchNorm2d)]
    norms = [norm for norm in norms if norm.weight.requires_grad]  # not those that are frozen
    if not norms:
        return
    kept = [norm.momentum for norm in norms]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None  # torch's sign for a plain average
    set_training(network.model)
    for batch in batches:
        network(batch)
    for norm, momentum in zip(norms, kept, strict=True):
        norm.momentum = momentum
