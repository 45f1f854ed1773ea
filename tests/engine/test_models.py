from __future__ import annotations

import builtins
from typing import Any

import pytest
import torch

from kpstudio.core.errors import InputError
from kpstudio.engine.adam import Adam
from kpstudio.engine.config import BACKBONES, HEADS, TrainConfig
from kpstudio.engine.device import choose_device, use_threads
from kpstudio.engine.models import (
    BigNet,
    KeypointNet,
    SmallNet,
    build,
    last_layer,
    network_text,
    resnet18,
)

POOL = "(pool): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False) )"

SMALLNET = (
    "SmallNet( (conv1): Conv2d(1, 16, kernel_size=(3, 3), stride=(1, 1)) "
    "(conv2): Conv2d(16, 32, kernel_size=(5, 5), stride=(1, 1)) "
    "(conv3): Conv2d(32, 16, kernel_size=(3, 3), stride=(1, 1)) "
    "(fc1): Linear(in_features=560, out_features=100, bias=True) "
    "(fc2): Linear(in_features=100, out_features=2, bias=True) " + POOL
)
BIGNET = (
    "BigNet( (conv1): Conv2d(1, 16, kernel_size=(3, 3), stride=(1, 1)) "
    "(conv2): Conv2d(16, 28, kernel_size=(3, 3), stride=(1, 1)) "
    "(conv3): Conv2d(28, 32, kernel_size=(3, 3), stride=(1, 1)) "
    "(conv4): Conv2d(32, 24, kernel_size=(3, 3), stride=(1, 1)) "
    "(conv5): Conv2d(24, 12, kernel_size=(3, 3), stride=(1, 1)) "
    "(fc1): Linear(in_features=2448, out_features=580, bias=True) "
    "(fc2): Linear(in_features=580, out_features=116, bias=True) " + POOL
)


def _conv(name: str, wide: tuple[int, int], kernel: int, stride: int) -> str:
    padding = f", padding=({kernel // 2}, {kernel // 2})" if kernel > 1 else ""
    return (
        f"({name}): Conv2d({wide[0]}, {wide[1]}, kernel_size=({kernel}, {kernel}), "
        f"stride=({stride}, {stride}){padding}, bias=False) "
    )


def _norm(name: str, channels: int) -> str:
    settings = "eps=1e-05, momentum=0.1, affine=True, track_running_stats=True"
    return f"({name}): BatchNorm2d({channels}, {settings}) "


def _block(number: int, fan_in: int, fan_out: int, stride: int) -> str:
    text = f"({number}): BasicBlock( " + _conv("conv1", (fan_in, fan_out), 3, stride)
    text += _norm("bn1", fan_out) + "(relu): ReLU(inplace=True) "
    text += _conv("conv2", (fan_out, fan_out), 3, 1) + _norm("bn2", fan_out)
    if stride > 1:
        text += "(downsample): Sequential( " + _conv("0", (fan_in, fan_out), 1, stride)
        text += _norm("1", fan_out) + ") "
    return text + ") "


def resnet_text(outputs: int) -> str:
    text = "ResNet( " + _conv("conv1", (1, 64), 7, 2) + _norm("bn1", 64)
    text += "(relu): ReLU(inplace=True) (maxpool): MaxPool2d(kernel_size=3, stride=2, padding=1, "
    text += "dilation=1, ceil_mode=False) "
    for layer, (fan_in, fan_out) in enumerate([(64, 64), (64, 128), (128, 256), (256, 512)], 1):
        stride = 1 if layer == 1 else 2
        text += f"(layer{layer}): Sequential( " + _block(0, fan_in, fan_out, stride)
        text += _block(1, fan_out, fan_out, 1) + ") "
    text += "(avgpool): AdaptiveAvgPool2d(output_size=(1, 1)) "
    return text + f"(fc): Linear(in_features=512, out_features={outputs}, bias=True) )"


def test_networks_print_as_published() -> None:
    assert network_text(SmallNet()) == SMALLNET
    assert network_text(BigNet()) == BIGNET
    assert network_text(resnet18(68)) == resnet_text(136)


def test_published_texts_are_those_of_the_class_page(shared_data: Any) -> None:
    page = " ".join(
        " ".join(path.read_text().split())
        for path in sorted(shared_data("").parent.joinpath("seeds").glob("*.txt"))
    )
    for text in (SMALLNET, BIGNET, resnet_text(136)):
        assert text in page


def config_of(network: str, points: int, seed: int = 0, **more: str) -> TrainConfig:
    values = {"crop": "face", "lr": 1e-3, "batch_size": 8, "epochs": 1, **more}
    return TrainConfig(network, tuple(range(points)), 64, 64, seed=seed, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("head", HEADS)
def test_every_head_learns(head: str) -> None:
    model = build(config_of("keypointnet", 3, backbone="resnet18_third", head=head))
    assert isinstance(model, KeypointNet)
    start, target = torch.tensor([[[0.3, 0.4], [0.7, 0.4], [0.5, 0.6]], [[0.5, 0.6]] * 3])
    faces = torch.randn(2, 1, 64, 96)
    model.begin_at(start)
    if head == "coordinates":
        assert torch.allclose(model(faces), start.expand(2, 3, 2), atol=0.15)
    optimiser = Adam(model.parameters(), 3e-3)
    errors = []
    for _ in range(15):
        error = (model(faces) - target).abs().mean()
        errors.append(float(error.detach()))
        error.backward()
        optimiser.step()
    assert min(errors) < 0.7 * errors[0]


@pytest.mark.parametrize("backbone", BACKBONES)
def test_every_backbone_gives_four_sizes(backbone: str) -> None:
    model = build(config_of("keypointnet", 3, backbone=backbone, head="neighbours"))
    assert isinstance(model, KeypointNet)
    features = model.backbone(torch.randn(1, 1, 64, 96))
    assert [f.shape[1:] for f in features] == [
        (c, 64 // s, 96 // s) for c, s in zip(model.backbone.channels, (4, 8, 16, 32), strict=True)
    ]
    assert model(torch.randn(2, 1, 64, 96)).shape == (2, 3, 2)


@pytest.mark.parametrize("head", ["heatmap", "neighbours"])
def test_heads_answer_for_points_outside_the_crop(head: str) -> None:
    model = build(config_of("keypointnet", 1, backbone="resnet18_third", head=head))
    optimiser = Adam(model.parameters(), 1e-2)
    faces = torch.randn(4, 1, 64, 64)
    for _ in range(60):
        xy = model(faces)
        (xy - torch.tensor([1.08, 0.5])).abs().mean().backward()
        optimiser.step()
    assert float(xy[:, 0, 0].detach().min()) > 1.02


@pytest.mark.parametrize(
    ("name", "points", "size"),
    [("smallnet", 1, (60, 80)), ("bignet", 58, (120, 160)), ("resnet18", 5, (64, 64))],
)
def test_outputs_are_two_for_each_point(name: str, points: int, size: tuple[int, int]) -> None:
    model = build(config_of(name, points))
    assert model(torch.zeros(2, 1, *size)).shape == (2, 2 * points)
    assert last_layer(model).out_features == 2 * points


def test_weights_come_from_the_seed_and_leave_the_global_state_alone() -> None:
    torch.manual_seed(11)
    expected = torch.rand(1)
    torch.manual_seed(11)
    first, again, other = (build(config_of("smallnet", 1, seed)) for seed in (3, 3, 4))
    assert torch.equal(torch.rand(1), expected)
    assert torch.equal(last_layer(first).weight, last_layer(again).weight)
    assert not torch.equal(last_layer(first).weight, last_layer(other).weight)


def test_unknown_networks_devices_and_thread_counts_are_refused() -> None:
    with pytest.raises(InputError, match="'vgg'"):
        build(config_of("vgg", 1))
    with pytest.raises(InputError, match="'tpu'"):
        choose_device("tpu")
    with pytest.raises(InputError, match="0 threads"):
        use_threads(0)


def test_auto_takes_a_device_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert choose_device("auto").type == "cpu"
    with pytest.raises(InputError, match="device cuda is not available"):
        choose_device("cuda")


def test_a_broken_torchvision_is_reported_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    real_import = builtins.__import__

    def failing_import(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("torchvision"):
            raise RuntimeError("operator torchvision::nms does not exist")
        return real_import(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", failing_import)
    with pytest.raises(InputError, match=r"nms does not exist.*install both together"):
        resnet18(5)
