from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.features import Features
from kpstudio.engine.network import CPU_BATCH, Network
from kpstudio.engine.predict import Predictor
from tests.engine.conftest import SCHEME

MakeFaces = Callable[[int], list[Face]]
SMALL = TrainConfig("smallnet", (0, 1, 2), 60, 80, "face", 1e-3, 4, 1)
LANDMARKS = replace(
    SMALL, network="keypointnet", backbone="resnet18_third", input_height=32, input_width=32
)
NETWORKS = {
    "smallnet": (SMALL, 100),
    "bignet": (replace(SMALL, network="bignet", input_height=120, input_width=160), 580),
    "resnet18": (replace(SMALL, network="resnet18", input_height=32, input_width=32), 512),
    "coordinates": (replace(LANDMARKS, head="coordinates"), 192),
    "heatmap": (replace(LANDMARKS, head="heatmap"), 192),
    "neighbours": (replace(LANDMARKS, head="neighbours"), 192),
}


def predictor(config: TrainConfig) -> Predictor:
    return Predictor(Network.new(config, SCHEME, torch.device("cpu")), "run")


def seen(asked: Predictor, faces: list[Face], root: Path) -> list[Features]:
    """Return the features of faces whose pictures can all be read, in order."""
    told = list(asked.features(faces, root))
    assert [face for face, _ in told] == faces
    return [of for _, of in told if not isinstance(of, Problem)]


@pytest.mark.parametrize("name", NETWORKS)
def test_every_network_tells_features_of_length_one(
    name: str, make_faces: MakeFaces, tmp_path: Path
) -> None:
    config, count = NETWORKS[name]
    told = seen(predictor(config), make_faces(2), tmp_path)
    assert len(told) == 2
    for of in told:
        assert of.shape == (count,)
        assert of.dtype == np.float32
        assert np.linalg.norm(of) == pytest.approx(1.0, abs=1e-4)


def test_a_face_has_the_same_features_among_any_others(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    faces = make_faces(3)
    many = faces * CPU_BATCH  # several batches
    asked = predictor(SMALL)
    alone = dict(zip(faces, seen(asked, faces, tmp_path), strict=True))
    for face, of in zip(many, seen(asked, many, tmp_path), strict=True):
        assert np.allclose(of, alone[face], atol=1e-5)
    assert not np.allclose(alone[faces[0]], alone[faces[1]], atol=1e-5)


def test_a_broken_picture_does_not_stop_the_others(make_faces: MakeFaces, tmp_path: Path) -> None:
    faces = make_faces(3)
    (tmp_path / faces[1].picture).write_bytes(b"no picture")
    told = [of for _, of in predictor(SMALL).features(faces, tmp_path)]
    assert [isinstance(of, Problem) for of in told] == [False, True, False]
