"""Networks, losses and detectors of other packages, where they are not as they should be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.core.extensions import Kind
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.engine.config import TrainConfig, detectors, losses, networks
from kpstudio.engine.crops import Crop
from kpstudio.engine.face_detector import DetectorError, faces_in_all
from kpstudio.engine.failures import TrainingError
from kpstudio.engine.features import face_features
from kpstudio.engine.freezing import freeze_backbone
from kpstudio.engine.losses import Goal, loss_named
from kpstudio.engine.network import Network
from kpstudio.engine.placing import try_detector
from kpstudio.engine.presets import run_word, with_network
from kpstudio.engine.starting import _begin_at
from tests.engine.conftest import SCHEME
from tests.extending import Bring

CPU = torch.device("cpu")
CONFIG = TrainConfig("keypointnet", (0, 1, 2), 64, 64, "face", 1e-3, 4, 1)
HEAD = "import torch\nfrom torch import nn\n"
PLAIN = "lambda c: nn.Sequential(nn.Flatten(), nn.Linear(64 * 64, 6))"


def foreign(bring: Bring, make: str, name: str = "odd", before: str = "") -> TrainConfig:
    source = f"{HEAD}{before}make = {make}\n"
    name = bring(Kind.NETWORK, f"{name} = brought_{name}:make", source)
    return with_network(CONFIG, name)


def test_a_network_is_built_begins_at_the_mean_and_answers(bring: Bring) -> None:
    config = foreign(bring, PLAIN)
    config.validate(SCHEME)
    assert networks()[-1] == config.network
    assert run_word(config) == "odd"
    network = Network.new(config, SCHEME, CPU)
    again = Network.new(config, SCHEME, CPU)
    assert torch.equal(network.model[1].weight, again.model[1].weight), "drawn from the seed"
    mean = torch.rand(3, 2)
    _begin_at(mean, network)
    assert torch.equal(network.model[1].bias, mean.flatten())
    assert network.once(torch.zeros(2, 1, 64, 64)).shape == (2, 3, 2)


def test_a_network_may_say_itself_where_it_begins_or_not_at_all(bring: Bring) -> None:
    before = (
        "class Own(nn.Module):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.at = nn.Parameter(torch.zeros(6))\n"
        "    def begin_at(self, mean): self.at.copy_(mean.flatten())\n"
        "    def forward(self, x): return self.at.expand(len(x), 6)\n"
    )
    network = Network.new(foreign(bring, "lambda c: Own()", "own", before), SCHEME, CPU)
    mean = torch.rand(3, 2)
    _begin_at(mean, network)
    assert torch.equal(network.model.at, mean.flatten())
    with pytest.raises(InputError, match="without a full layer"):
        next(face_features(network, [(Face("a", "a.png"), _crop())]))
    with pytest.raises(InputError, match="does not tell its backbone from its head"):
        freeze_backbone(network.model, network.config)
    convolving = "lambda c: nn.Sequential(nn.Conv2d(1, 6, 64), nn.Flatten())"
    plain = Network.new(foreign(bring, convolving, "conv"), SCHEME, CPU)
    before_it = plain.model[0].bias.clone()
    _begin_at(mean, plain)
    assert torch.equal(plain.model[0].bias, before_it)


def _crop() -> Crop:
    return Crop(np.zeros((64, 64), np.uint8), Box.whole(64, 64))


@pytest.mark.parametrize(
    ("make", "why"),
    [
        ("lambda c: 3", "it is no torch.nn.Module"),
        ("lambda c: nn.Flatten()", r"answers two faces with \(2, 4096\) numbers, which are not 6"),
        ("lambda c: 1 / 0", "division by zero"),
    ],
)
def test_a_network_that_is_none_is_one_sentence(bring: Bring, make: str, why: str) -> None:
    with pytest.raises(InputError, match=f"the network 'odd' of the package 'of-tests-odd'.*{why}"):
        Network.new(foreign(bring, make), SCHEME, CPU)


def test_a_network_that_fails_at_work_is_one_sentence(bring: Bring) -> None:
    network = Network.new(foreign(bring, PLAIN), SCHEME, CPU)
    with pytest.raises(InputError, match="the network 'odd' of the package"):
        network(torch.zeros(2, 1, 32, 32))
    network.model.forward = lambda _: (_ for _ in ()).throw(RuntimeError("CUDA out of memory"))  # type: ignore[method-assign]
    with pytest.raises(TrainingError, match="not enough memory"):
        network(torch.zeros(2, 1, 64, 64))


@pytest.mark.parametrize(
    ("loss", "why"),
    [("lambda xy, goal: xy.sum()", "iteration over a 0-d tensor"),
     ("lambda xy, goal: (xy, xy)", "no two numbers"),
     ("lambda xy, goal: 1 / 0", "division by zero")],
)  # fmt: skip
def test_a_loss_that_is_none_is_one_sentence(bring: Bring, loss: str, why: str) -> None:
    name = bring(Kind.LOSS, "odd = brought_loss:loss", f"loss = {loss}\n")
    assert losses()[-1] == name
    goal = Goal(torch.zeros(2, 3, 2), torch.ones(2), torch.ones(2, 2))
    with pytest.raises(InputError, match=f"the loss 'odd' of the package .*{why}"):
        loss_named(replace(CONFIG, loss=name))(torch.zeros(2, 3, 2), goal)


@pytest.fixture
def face(tmp_path: Path) -> Face:
    Image.new("RGB", (2000, 1000)).save(tmp_path / "a.png")
    xy = Landmarks.of([[200, 200], [600, 200], [400, 600]])
    return Face("a", "a.png", xy, state=FaceState.LABELLED)


def test_a_detector_is_asked_once_and_its_boxes_are_those_of_the_picture(
    bring: Bring, face: Face, tmp_path: Path
) -> None:
    source = (
        "def find(rgb):\n"
        "    h, w = rgb.shape[:2]\n"
        "    assert max(h, w) == 1600\n"
        "    small, none = (0, 0, w / 10, h / 10, 0.9), (5, 5, 5, 9, 0.9)\n"
        "    large, unsure = (w / 10, h / 5, 0.3 * w, 0.6 * h, 0.8), (0, 0, 9, 9, float('nan'))\n"
        "    return [small, none, large, unsure]\n"
    )
    name = bring(Kind.DETECTOR, "find = brought_find:find", source)
    assert detectors()[-1] == name
    (found,) = faces_in_all([tmp_path / "a.png"], detector=name)
    assert not isinstance(found, InputError)
    assert found[0].box == Box(199.5, 199.5, 599.5, 599.5), "its corner is at (-0.5, -0.5)"
    detecting = try_detector([face], tmp_path, name)
    assert (detecting.tried, detecting.serves, detecting.detector) == (1, True, name)
    assert detecting.found([face], tmp_path).keys() == {"a"}


@pytest.mark.parametrize("answer", ["1 / 0", "[(1, 2, 3)]", "['face']"])
def test_a_detector_that_fails_costs_its_answers(
    bring: Bring, face: Face, tmp_path: Path, answer: str
) -> None:
    name = bring(Kind.DETECTOR, "bad = brought_bad:bad", f"def bad(rgb): return {answer}\n")
    (failed,) = faces_in_all([tmp_path / "a.png"], detector=name)
    assert isinstance(failed, DetectorError)
    detecting = try_detector([face], tmp_path, name)
    assert not detecting.serves
    assert "the face detector 'bad' of the package 'of-tests-bad' failed" in detecting.failure
