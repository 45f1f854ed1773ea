from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.engine import checkpoint
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.models import last_layer
from kpstudio.engine.network import BATCH, Network
from kpstudio.engine.predict import Predictor, predict_faces
from tests.engine.conftest import SCHEME

MakeFaces = Callable[[int], list[Face]]
PICTURE = TrainConfig("smallnet", (0, 2), 60, 80, "picture", 1e-3, 4, 1)
CUT = replace(PICTURE, crop="face", box_scale=1.5)


def always(config: TrainConfig, xy_crop: list[float], folder: Path) -> Predictor:
    """Save and load a network that answers the same points of the crop for every face."""
    network = Network.new(config, SCHEME, torch.device("cpu"))
    with torch.no_grad():
        last_layer(network.model).weight.zero_()
        last_layer(network.model).bias.copy_(torch.tensor(xy_crop))
    checkpoint.save(network, folder / "best.safetensors")
    return Predictor.load(folder, device="cpu")


def test_predictions_come_back_into_the_picture(make_faces: MakeFaces, tmp_path: Path) -> None:
    predictor = always(PICTURE, [0.0, 0.0, 0.5, 1.0], tmp_path / "0007-small")
    ((face, landmarks),) = predictor.predict(make_faces(1), tmp_path)
    assert isinstance(landmarks, Landmarks)
    expected = [[-0.5, -0.5], [np.nan, np.nan], [47.5, 71.5]]
    assert np.allclose(landmarks.xy_image, expected, atol=1e-4, equal_nan=True)
    assert (landmarks.source, landmarks.run) == (Source.PREDICTION, "0007-small")
    assert (predictor.config, predictor.scheme) == (PICTURE, SCHEME)
    assert face.landmarks is not None


def test_predictions_of_a_crop_are_in_its_box(make_faces: MakeFaces, tmp_path: Path) -> None:
    predictor = always(CUT, [0.5, 0.5, 0.0, 1.0], tmp_path / "run")
    face = replace(make_faces(1)[0], box=Box(20, 10, 60, 40))
    ((_, landmarks),) = predictor.predict([face], tmp_path)
    assert isinstance(landmarks, Landmarks)
    # The box made square (40), enlarged (60) and widened to 4:3 (80 x 60) about (40, 25).
    assert np.allclose(landmarks.xy_image[[0, 2]], [[40, 25], [0, 55]], atol=1e-4)


def test_every_face_is_answered_in_order_across_batches(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    predictor = always(PICTURE, [0.1, 0.2, 0.3, 0.4], tmp_path / "run")
    one, two = make_faces(2)
    gone = Face("gone#0", "gone.png")
    faces = [replace(one, id=f"{k}") for k in range(BATCH - 1)] + [gone, two]
    told: list[tuple[int, int]] = []
    results = list(
        predictor.predict(faces, tmp_path, lambda done, total: not told.append((done, total)))
    )
    assert [face for face, _ in results] == faces
    problems = [result for _, result in results if isinstance(result, Problem)]
    assert [problem.where for problem in problems] == ["gone.png"]
    assert told == [(BATCH, BATCH + 1), (BATCH + 1, BATCH + 1)]


def test_progress_can_stop_the_prediction(make_faces: MakeFaces, tmp_path: Path) -> None:
    predictor = always(PICTURE, [0.1, 0.2, 0.3, 0.4], tmp_path / "run")
    faces = make_faces(1) * (BATCH + 5)
    assert len(list(predictor.predict(faces, tmp_path, lambda done, total: False))) == BATCH


def test_nothing_asked_is_nothing_answered(tmp_path: Path) -> None:
    predictor = always(PICTURE, [0.1, 0.2, 0.3, 0.4], tmp_path / "run")
    assert list(predictor.predict([], tmp_path)) == []


def test_a_number_that_is_not_finite_becomes_a_missing_point(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    predictor = always(PICTURE, [float("nan"), 0.5, 0.5, 0.5], tmp_path / "run")
    ((_, landmarks),) = predictor.predict(make_faces(1), tmp_path)
    assert isinstance(landmarks, Landmarks)
    assert landmarks.present.tolist() == [False, False, True]


def test_a_run_without_weights_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such run"):
        Predictor.load(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"best\.safetensors: there is no such weights file"):
        Predictor.load(tmp_path)
    with pytest.raises(InputError, match="use best or last"):
        Predictor.load(tmp_path, "first")


def test_faces_without_labels_are_predicted_with_their_spread(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    first, second = make_faces(2)
    lost = replace(second, landmarks=None, box=Box(20, 10, 70, 60), state=FaceState.UNLABELLED)
    config = TrainConfig("smallnet", (0, 1, 2), 60, 80, "face", 1e-3, 4, 1)
    network = Network.new(config, SCHEME, torch.device("cpu"))
    (_, known), (_, guessed) = predict_faces(network, [first, lost], tmp_path, "run")
    assert isinstance(known, Landmarks)
    assert isinstance(guessed, Landmarks)
    assert known.spread is None
    assert guessed.spread is not None
    assert np.isfinite(guessed.spread).all()
