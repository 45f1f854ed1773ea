from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from kpstudio.core.errors import InputError
from kpstudio.engine import checkpoint
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.models import network_text
from kpstudio.engine.network import Network
from tests.engine.conftest import SCHEME

CPU = torch.device("cpu")
CONFIG = TrainConfig("smallnet", (0, 2), 60, 80, "picture", 1e-3, 4, 1, seed=7)


@pytest.fixture
def network() -> Network:
    return Network.new(CONFIG, SCHEME, CPU)


@pytest.fixture
def saved(network: Network, tmp_path: Path) -> Path:
    path = tmp_path / "run" / "best.safetensors"
    checkpoint.save(network, path, epoch=3)
    return path


def changed(path: Path, **about: Any) -> None:
    """Write the file anew with other metadata; None takes an entry out."""
    with safe_open(path, framework="pt") as file:
        words = dict(file.metadata())
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    for key, value in about.items():
        words[key.replace("_", " ")] = json.dumps(value)
    save_file(tensors, path, {k: v for k, v in words.items() if v != "null"})


def test_a_network_that_was_trained_with_mirrored_pictures_of_unpaired_points_can_be_used(
    tmp_path: Path,
) -> None:
    """It was trained wrongly, which is no reason not to look at what it says."""
    unpaired = replace(SCHEME, mirror=(0, 1, 2))
    config = replace(CONFIG, augmentation=Augmentation(flip=True))
    path = tmp_path / "best.safetensors"
    checkpoint.save(Network.new(config, unpaired, CPU), path)
    assert checkpoint.load(path, CPU).config == config


def test_a_network_that_also_predicts_mirrored_pictures_can_be_used(tmp_path: Path) -> None:
    points = tuple(range(SCHEME.count))
    config = replace(CONFIG, points=points, augmentation=Augmentation(flip=True), test_flip=True)
    path = tmp_path / "best.safetensors"
    checkpoint.save(Network.new(config, SCHEME, CPU), path)
    assert checkpoint.load(path, CPU).config == config


def test_a_network_read_back_answers_the_same(network: Network, saved: Path) -> None:
    again = checkpoint.load(saved, CPU)
    grey = torch.randint(0, 256, (3, 1, 60, 80), dtype=torch.uint8)
    assert torch.equal(again.predict(grey), network.predict(grey))
    assert (again.config, again.scheme) == (CONFIG, SCHEME)


def test_the_file_says_what_it_holds(network: Network, saved: Path) -> None:
    with safe_open(saved, framework="pt") as file:
        about = {key: json.loads(text) for key, text in file.metadata().items()}
    assert about["architecture"] == network_text(network.model)
    assert about["input size"] == [60, 80]
    assert about["points"] == ["left dot", "nose tip"]
    assert set(about) >= {"format", "version", "config", "scheme", "standardisation"}


def test_the_file_may_be_read_by_whoever_may_read_its_neighbours(saved: Path) -> None:
    beside = saved.with_name("beside")
    beside.touch()
    assert stat.S_IMODE(saved.stat().st_mode) == stat.S_IMODE(beside.stat().st_mode)


def test_saving_again_replaces_the_file_and_leaves_nothing_else(
    network: Network, saved: Path
) -> None:
    checkpoint.save(network, saved, epoch=4)
    with safe_open(saved, framework="pt") as file:
        assert json.loads(file.metadata()["facts"]) == {"epoch": 4}
    assert list(saved.parent.iterdir()) == [saved]


def test_a_truncated_file_is_refused(saved: Path) -> None:
    saved.write_bytes(saved.read_bytes()[:-100])
    with pytest.raises(InputError, match="the weights file is incomplete or damaged"):
        checkpoint.load(saved, CPU)


@pytest.mark.parametrize("content", [b"", b"hello", b"\xff" * 64])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "best.safetensors"
    path.write_bytes(content)
    with pytest.raises(InputError, match="the weights file is incomplete or damaged"):
        checkpoint.load(path, CPU)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such weights file"):
        checkpoint.load(tmp_path / "best.safetensors", CPU)


def test_weights_of_other_programs_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "best.safetensors"
    save_file({"w": torch.zeros(2)}, path, {"format": "pt"})
    with pytest.raises(InputError, match="incomplete or damaged"):
        checkpoint.load(path, CPU)
    save_file({"w": torch.zeros(2)}, path)
    with pytest.raises(InputError, match="not saved by kpstudio"):
        checkpoint.load(path, CPU)


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({"format": "kpstudio network 9"}, "not saved by kpstudio"),
        ({"architecture": "OtherNet()"}, "its network differs from this version's smallnet"),
        ({"input_size": [61, 80]}, "two input sizes"),
        ({"points": ["left dot"]}, "not those of its scheme"),
        ({"config": None}, "its description of itself is damaged"),
        ({"config": {"lr": 1}}, "its description of itself is damaged"),
        ({"standardisation": [0.1, 0.3]}, "its network differs from this version's smallnet"),
        ({"standardisation": None}, "its description of itself is damaged"),
        ({"scheme": {"name": "x"}}, "its description of itself is damaged"),
        (
            {"config": replace(CONFIG, points=(0, 9)).to_json()},
            "its settings contradict each other",
        ),
        (
            {
                "config": replace(CONFIG, points=(0,)).to_json(),
                "points": ["left dot"],
                "architecture": network_text(
                    Network.new(replace(CONFIG, points=(0,)), SCHEME, CPU).model
                ),
            },
            r"fc2.weight has the shape \(4, 100\) where smallnet with 1 points needs \(2, 100\)",
        ),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(
    saved: Path, about: dict[str, Any], said: str
) -> None:
    changed(saved, **about)
    with pytest.raises(InputError, match=said):
        checkpoint.load(saved, CPU)


def test_missing_weights_are_named(network: Network, saved: Path) -> None:
    del network.model.fc2
    checkpoint.save(network, saved)
    changed(saved, architecture=network_text(Network.new(CONFIG, SCHEME, CPU).model))
    with pytest.raises(InputError, match=r"fc2\.weight are missing"):
        checkpoint.load(saved, CPU)


def test_a_folder_that_cannot_be_written_is_named(network: Network, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(InputError, match=r"taken.*cannot be written"):
        checkpoint.save(network, tmp_path / "taken" / "best.safetensors")
