"""What a network makes of a face before it answers: faces that it sees alike lie close together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face
from kpstudio.core.texts import say
from kpstudio.engine.crops import Crop
from kpstudio.engine.models import KeypointNet, full_layers
from kpstudio.engine.network import BATCH, CPU_BATCH, Network

Features = NDArray[np.float32]

Told = Features | Problem
"""Of a face: its features, or what is wrong with its picture."""


def face_features(
    network: Network, crops: Iterable[tuple[Face, Crop | Problem]]
) -> Iterator[tuple[Face, Told]]:
    """Yield every face with its features.

    Args:
        network: It looks at each face once.
        crops: What it is shown of each face, without margin.

    Yields:
        (C,) float32 of length 1 (of length 0 where nothing in the network answers), C the same for
        all faces of a network; or the problem that came instead of the crop.
    """
    size = CPU_BATCH if network.device.type == "cpu" else BATCH
    coming = iter(crops)
    while batch := list(islice(coming, size)):
        cut = [crop.pixels for _, crop in batch if isinstance(crop, Crop)]
        rows = iter(_features(network, np.stack(cut)) if cut else ())
        for face, crop in batch:
            yield face, next(rows) if isinstance(crop, Crop) else crop


@torch.inference_mode()
def _features(network: Network, pixels: NDArray[np.uint8]) -> Features:
    """Return (N, C) of (N, height, width) grey."""
    network.model.eval()
    pooled = _before_head(network.model, network.inputs(torch.from_numpy(pixels[:, None])))
    unit: Features = nn.functional.normalize(pooled.float(), dim=1).cpu().numpy()
    return unit


def _before_head(model: nn.Module, inputs: Tensor) -> Tensor:
    """Return (N, C): the mean over the smallest maps, or what the last full layer is given."""
    if isinstance(model, KeypointNet):
        smallest: Tensor = model.backbone(inputs)[-1]
        return smallest.mean(dim=(2, 3))
    layers = full_layers(model)
    if not layers:
        raise InputError(say("a network without a full layer cannot tell which faces are alike"))
    given: list[Tensor] = []
    hook = layers[-1].register_forward_pre_hook(lambda _, args: given.append(args[0]))
    try:
        model(inputs)
    finally:
        hook.remove()
    return given[0].flatten(1)
