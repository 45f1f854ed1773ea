"Starting from what was pretrained on drawn faces: what is taken over, and what it is worth."

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

from kpstudio import resources
from kpstudio.core.geometry import Box
from kpstudio.core.metrics import nme
from kpstudio.core.schema import PointSchema, scheme_named
from kpstudio.engine import checkpoint
from kpstudio.engine.config import DRAWN_BACKBONES, TrainConfig
from kpstudio.engine.crops import Crop
from kpstudio.engine.network import Network
from kpstudio.engine.presets import PRESETS, preset
from kpstudio.engine.starting import fill_from_drawn
from kpstudio.sample.faces import make_face
from tests.engine.conftest import SCHEME

CPU = torch.device("cpu")
OF_BACKBONE = {str(PRESETS[name]["backbone"]): name for name in ("best", "fast")}
IMM = scheme_named("imm58")


def settings(backbone: str, scheme: PointSchema = IMM) -> TrainConfig:
    return preset(OF_BACKBONE[backbone], scheme)


def filled(config: TrainConfig, scheme: PointSchema = IMM) -> tuple[Network, dict[str, bool]]:
    """Return a network that begins so, and which of its weights came from the file."""
    network = Network.new(config, scheme, CPU)
    before = {name: tensor.clone() for name, tensor in network.model.state_dict().items()}
    assert "drew" in fill_from_drawn(network)
    after = network.model.state_dict()
    return network, {name: not torch.equal(before[name], after[name]) for name in before}


def test_presets_start_from_what_is_there() -> None:
    assert set(OF_BACKBONE) == set(DRAWN_BACKBONES)
    for backbone in DRAWN_BACKBONES:
        assert settings(backbone).starts_drawn


@pytest.mark.parametrize("backbone", DRAWN_BACKBONES)
def test_unseen_drawn_faces_are_predicted_without_any_training(backbone: str) -> None:
    network, _ = filled(settings(backbone))
    config, errors = network.config, []
    for person, view in ((3, 1), (17, 3), (31, 6)):  # the weights' persons begin at 100
        face = make_face(person, view)
        box = Box.around(face.xy_image).square(config.box_scale)
        size = (config.input_width, config.input_height)
        grey = Image.fromarray(face.pixels).convert("L")
        edges = (box.left + 0.5, box.top + 0.5, box.right + 0.5, box.bottom + 0.5)
        pixels = np.asarray(grey.resize(size, Image.Resampling.BILINEAR, box=edges))
        (found,) = network.landmarks([Crop(pixels, box)])
        errors.append(nme(found.xy_image, face.xy_image, IMM.normaliser))
    assert max(errors) < 0.06
    mean_shape = 0.2  # about what is off where a network knows nothing but where faces lie
    assert np.mean(errors) < mean_shape / 5


@pytest.mark.parametrize("backbone", DRAWN_BACKBONES)
def test_the_file_fits_all_of_the_preset_s_network(backbone: str) -> None:
    names, config, weights = checkpoint.read_weights(
        resources.path(f"weights/{backbone}.safetensors")
    )
    assert names == list(IMM.points)
    assert not config.start
    state = Network.new(settings(backbone), IMM, CPU).model.state_dict()
    assert {name: w.shape for name, w in weights.items()} == {n: w.shape for n, w in state.items()}


def test_another_head_takes_over_the_backbone_alone() -> None:
    config = replace(settings("resnet18_third"), head="heatmap")
    _, taken = filled(config)
    came = {name.split(".")[0] for name, new in taken.items() if new}
    assert came == {"backbone"}


def test_points_of_other_names_start_anew() -> None:
    config = replace(
        settings("resnet18_third"), points=(0, 1, 2), augmentation=SMALL, test_flip=False
    )
    _, taken = filled(config, SCHEME)
    assert taken["head.pyramid.last.0.weight"]
    assert not taken["head.vote.weight"]


SMALL = replace(settings("resnet18_third").augmentation, flip=False)
