"""A network with all that is needed to use it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kpstudio.core.extensions import Kind
from kpstudio.core.landmarks import FloatArray, Landmarks, Source
from kpstudio.core.schema import PointSchema
from kpstudio.engine.augment import mirror_of
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import Crop, Framing
from kpstudio.engine.data import network_grey
from kpstudio.engine.failures import foreign
from kpstudio.engine.models import build

BATCH = 64
"""Faces predicted at once."""

CPU_BATCH = 16
"""Of those, how many a processor computes at once: what lies between the layers of more is too much
for its caches."""


@dataclass(frozen=True, eq=False)
class Network:
    """A network, what it was trained for, and where it computes.

    Attributes:
        model: Maps (N, 1, height, width) inputs to (N, 2 P) or (N, P, 2) numbers.
        config: The settings it was trained with.
        scheme: The scheme its points belong to.
        device: Where its weights are.
        framing: How its training pictures framed their faces; None where that is unknown.
    """

    model: nn.Module
    config: TrainConfig
    scheme: PointSchema
    device: torch.device
    framing: Framing | None = None

    @classmethod
    def new(
        cls,
        config: TrainConfig,
        scheme: PointSchema,
        device: torch.device,
        framing: Framing | None = None,
    ) -> Network:
        """Build the untrained network that ``config`` asks for.

        Raises:
            InputError: If it cannot be built.
        """
        model = build(config)
        # Convolutions over channels that lie side by side are faster on CPUs and GPUs alike.
        model.to(device).to(memory_format=torch.channels_last)
        return cls(model, config, scheme, device, framing)

    def __call__(self, grey: Tensor) -> Tensor:
        """Map (N, 1, height, width) grey 0..255 on any device to (N, P, 2) in the crop frame.

        Raises:
            InputError: If it is a network of another package, and fails.
        """
        with foreign(Kind.NETWORK, self.config.network):
            outputs: Tensor = self.model(self.inputs(grey))
        return outputs.view(-1, len(self.config.points), 2)

    def inputs(self, grey: Tensor) -> Tensor:
        """Return (N, 1, height, width) grey 0..255 on any device as the model takes it."""
        inputs = network_grey(grey.to(self.device), self.config.standardise)
        return inputs.contiguous(memory_format=torch.channels_last)

    @torch.inference_mode()
    def predict(self, grey: Tensor) -> Tensor:
        """Return (N, P, 2) float32 on the CPU, in the crop frame; the model is left evaluating.

        With ``config.test_flip`` it is the mean of what is seen in the picture and in its mirror
        image.

        Args:
            grey: (N, 1, height, width) uint8.
        """
        return self._in_parts(self._both_ways if self.config.test_flip else self, grey)

    @torch.inference_mode()
    def once(self, grey: Tensor) -> Tensor:
        """Return the same of one look, whatever ``config.test_flip`` says.

        Args:
            grey: (N, 1, height, width), 0..255.
        """
        return self._in_parts(self, grey)

    def _in_parts(self, look: Callable[[Tensor], Tensor], grey: Tensor) -> Tensor:
        self.model.eval()
        size = CPU_BATCH if self.device.type == "cpu" else BATCH
        parts = [look(part).cpu() for part in torch.split(grey, size)]
        return torch.cat(parts) if parts else torch.empty((0, len(self.config.points), 2))

    def _both_ways(self, grey: Tensor) -> Tensor:
        mirror = mirror_of(self.config, self.scheme).to(self.device)
        mirrored = self(grey.flip(3))[:, mirror]
        back = torch.stack([1 - mirrored[..., 0], mirrored[..., 1]], dim=2)
        return (self(grey) + back) / 2

    def landmarks(self, crops: Sequence[Crop], run: str = "") -> list[Landmarks]:
        """Predict the points of faces that were cut out without margin.

        Returns:
            For each crop its landmarks in the image frame over the full scheme; NaN for points that
            the network does not predict, or where it gave no finite number.
        """
        if not crops:
            return []
        grey = torch.from_numpy(np.stack([crop.pixels for crop in crops])[:, None])
        xy_crop = self.predict(grey).numpy().astype(np.float64)
        return [self.full(crop.to_image(xy), run) for crop, xy in zip(crops, xy_crop, strict=True)]

    def full(self, xy_image: FloatArray, run: str) -> Landmarks:
        """Return (P, 2) predicted points as landmarks over the full scheme; others are NaN."""
        full: NDArray[np.float64] = np.full((self.scheme.count, 2), np.nan)
        full[list(self.config.points)] = xy_image
        return Landmarks.of(full, Source.PREDICTION, run)
