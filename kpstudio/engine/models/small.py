"""The two small networks of the class project.

The project's page gives the layers but not where the one pooling layer is applied; what is chosen
here is the placement whose numbers fit the first fully connected layer.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional


class SmallNet(nn.Module):
    """Three convolutions, each followed by ReLU and pooling, then two full layers.

    At 60 x 80 (height x width) the pooled sizes are 29 x 39, 12 x 17 and 5 x 7, and 16 channels of
    5 x 7 are the 560 inputs of ``fc1``.
    """

    def __init__(self, outputs: int = 2) -> None:
        """Make the layers; ``outputs`` is two for each point."""
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3)
        self.conv2 = nn.Conv2d(16, 32, 5)
        self.conv3 = nn.Conv2d(32, 16, 3)
        self.fc1 = nn.Linear(560, 100)
        self.fc2 = nn.Linear(100, outputs)
        self.pool = nn.MaxPool2d(2, 2)

    def forward(self, pixels: Tensor) -> Tensor:
        """Map (N, 1, 60, 80) pictures to (N, outputs) numbers."""
        x = functional.relu(self.pool(self.conv1(pixels)))
        x = functional.relu(self.pool(self.conv2(x)))
        x = functional.relu(self.pool(self.conv3(x)))
        x = functional.relu(self.fc1(torch.flatten(x, 1)))
        return _tensor(self.fc2(x))


class BigNet(nn.Module):
    """Five convolutions with ReLU, pooled after the second, third and fifth, then two full layers.

    At 120 x 160 (height x width) the pooled sizes are 58 x 78, 28 x 38 and 12 x 17, and 12 channels
    of 12 x 17 are the 2448 inputs of ``fc1``. Other placements of three pools fit that number too;
    this one reached the lowest validation error.
    """

    def __init__(self, outputs: int = 116) -> None:
        """Make the layers; ``outputs`` is two for each point."""
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3)
        self.conv2 = nn.Conv2d(16, 28, 3)
        self.conv3 = nn.Conv2d(28, 32, 3)
        self.conv4 = nn.Conv2d(32, 24, 3)
        self.conv5 = nn.Conv2d(24, 12, 3)
        self.fc1 = nn.Linear(2448, 580)
        self.fc2 = nn.Linear(580, outputs)
        self.pool = nn.MaxPool2d(2, 2)

    def forward(self, pixels: Tensor) -> Tensor:
        """Map (N, 1, 120, 160) pictures to (N, outputs) numbers."""
        x = functional.relu(self.conv1(pixels))
        x = functional.relu(self.pool(self.conv2(x)))
        x = functional.relu(self.pool(self.conv3(x)))
        x = functional.relu(self.conv4(x))
        x = functional.relu(self.pool(self.conv5(x)))
        x = functional.relu(self.fc1(torch.flatten(x, 1)))
        return _tensor(self.fc2(x))


def _tensor(value: object) -> Tensor:
    """Narrow what a module call gives, which torch leaves untyped."""
    assert isinstance(value, Tensor)
    return value
