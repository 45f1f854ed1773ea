from __future__ import annotations

import torch

from kpstudio.engine.config import TrainConfig
from kpstudio.engine.data import network_grey
from kpstudio.engine.models import network_text
from kpstudio.engine.network import Network
from kpstudio.engine.norms import settle_norms
from tests.engine.conftest import SCHEME

CPU = torch.device("cpu")
CONFIG = TrainConfig("resnet18", (0,), 64, 64, "face", 1e-3, 4, 1)


def test_statistics_become_those_of_the_batches() -> None:
    network = Network.new(CONFIG, SCHEME, CPU)
    text = network_text(network.model)
    random = torch.Generator().manual_seed(0)
    grey = torch.randint(0, 256, (8, 1, 64, 64), generator=random, dtype=torch.uint8)
    weights = network.model.get_parameter("conv1.weight").clone()
    settle_norms(network, [grey[:4], grey[4:]])
    with torch.no_grad():
        seen = torch.nn.functional.conv2d(
            network_grey(grey, standardise=True), weights, stride=2, padding=3
        ).transpose(0, 1)
    mean = network.model.get_buffer("bn1.running_mean")
    variance = network.model.get_buffer("bn1.running_var")
    assert torch.allclose(mean, seen.flatten(1).mean(dim=1), atol=1e-3)
    assert torch.allclose(variance, seen.flatten(1).var(dim=1), rtol=0.01)
    assert torch.equal(network.model.get_parameter("conv1.weight"), weights)
    assert network_text(network.model) == text


def test_networks_without_norms_are_left_alone() -> None:
    config = TrainConfig("smallnet", (0,), 60, 80, "picture", 1e-3, 4, 1)
    network = Network.new(config, SCHEME, CPU)

    def never() -> torch.Tensor:
        raise AssertionError("no picture is needed")

    settle_norms(network, (never() for _ in range(3)))
