from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from torch import nn

from kpstudio.core.errors import Problem
from kpstudio.core.geometry import Affine2D, Box
from kpstudio.core.labelset import Face, FaceState, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.engine.box_relation import BoxRelation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.network import Network
from kpstudio.engine.placing import Placer
from kpstudio.engine.predict import predict_faces
from kpstudio.engine.turning import moved_points
from tests.engine.conftest import SCHEME

WIDTH, HEIGHT = 96, 72
DOT = (50, 33)
BOX = Box(30, 18, 66, 54)
CONFIG = TrainConfig("smallnet", (0, 1, 2), 48, 60, "face", 1e-3, 4, 1, standardise=False)


class Upright(nn.Module):
    """Answers a triangle: about the dot where the light is above, else about no place at all."""

    def __init__(self) -> None:
        super().__init__()
        self.faces = 0

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        self.faces += len(inputs)
        return torch.stack([self._points(picture) for picture in inputs[:, 0]])

    def _points(self, picture: torch.Tensor) -> torch.Tensor:
        height, width = picture.shape
        high, low = picture.max(), picture.min()
        light = (picture - 0.7 * high - 0.3 * low).clamp(min=0)
        x = (light.sum(dim=0) * ((torch.arange(width) + 0.5) / width)).sum() / light.sum()
        y = (light.sum(dim=1) * ((torch.arange(height) + 0.5) / height)).sum() / light.sum()
        down = picture[: height // 2].mean() - picture[height // 2 :].mean()
        across = picture[:, : width // 2].mean() - picture[:, width // 2 :].mean()
        stands = down > across.abs()
        middle = torch.stack([x, y]) if stands else torch.tensor([0.5, 0.5])
        return torch.stack([middle + torch.tensor(off) for off in OFFSETS])


OFFSETS = ((-0.2, -0.2), (0.2, -0.1), (0.0, 0.0))


def pixels() -> np.ndarray:
    """Return a picture that is lighter above, with a dot."""
    picture = np.full((HEIGHT, WIDTH), 40, np.uint8)
    picture[: HEIGHT // 2] = 90
    x, y = DOT
    picture[y - 2 : y + 3, x - 2 : x + 3] = 255
    return picture


def photo(folder: Path, turns: int, box: Box | None = BOX) -> tuple[Face, Affine2D]:
    """Write the picture turned; return its face, and the map from the upright picture."""
    name = f"turned{turns}.png"
    Image.fromarray(np.rot90(pixels(), turns)).save(folder / name)
    way = Affine2D.quarter_turns(turns, WIDTH, HEIGHT)
    return Face(face_id(name), name, box=box and box.mapped(way), photo=True), way


def predicted(
    face: Face, folder: Path, placer: Placer | None = None, model: nn.Module | None = None
) -> Landmarks:
    network = Network(model or Upright(), CONFIG, SCHEME, torch.device("cpu"))
    ((same, found),) = predict_faces(network, [face], folder, "run", placer=placer)
    assert same == face
    assert isinstance(found, Landmarks)
    return found


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize("box", [BOX, None])
def test_a_photo_that_lies_is_predicted_as_if_it_stood(
    tmp_path: Path, turns: int, box: Box | None
) -> None:
    plain = predicted(photo(tmp_path, 0, box)[0], tmp_path)
    assert plain.xy_image[2] == pytest.approx(DOT, abs=0.5)
    face, way = photo(tmp_path, turns, box)
    found = predicted(face, tmp_path)
    assert found.xy_image == pytest.approx(way(plain.xy_image), abs=0.3)
    told = moved_points(plain, way)
    assert found.spread == pytest.approx(told.spread, abs=0.1)


class Knowing:
    """Knows where the face of the upright picture, and of one turned from it, is."""

    def __init__(self, turned: int) -> None:
        self.turned = turned
        self.asked: list[int] = []

    def __call__(self, faces: Sequence[Face], _: Path, turns: int) -> dict[str, Box]:
        self.asked.append(turns)
        way = Affine2D.quarter_turns(self.turned + turns, WIDTH, HEIGHT)
        return {face.id: BOX.mapped(way) for face in faces}


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize("given", [None, Box(36, 28, 76, 68)])
def test_boxes_are_found_anew_and_refined_in_the_turned_picture(
    tmp_path: Path, turns: int, given: Box | None
) -> None:
    relation = BoxRelation(0.1, 0.2, 2.2)
    upright, _ = photo(tmp_path, 0, given and BOX)
    plain = predicted(upright, tmp_path, Placer(relation, Knowing(0)))
    face, way = photo(tmp_path, turns, given)
    knowing = Knowing(turns)
    found = predicted(face, tmp_path, Placer(relation, knowing))
    assert found.xy_image == pytest.approx(way(plain.xy_image), abs=0.3)
    assert knowing.asked == ([1, 2, 3] if given else [0, 1, 2, 3])


def test_what_is_found_of_another_face_does_not_count(tmp_path: Path) -> None:
    face, _ = photo(tmp_path, 1)
    beside = Box(-400, -400, -300, -300)
    network = Network(Nowhere(), CONFIG, SCHEME, torch.device("cpu"))
    relation = BoxRelation(side=2.2)
    with_it, without = (
        list(Placer(relation, finding).placed([face], tmp_path, network, 1))
        for finding in (lambda faces, *_: {face.id: beside for face in faces}, None)
    )
    assert with_it == without


def test_photos_that_the_network_is_sure_of_and_faces_with_labels_are_not_turned(
    tmp_path: Path,
) -> None:
    model = Upright()
    predicted(photo(tmp_path, 0)[0], tmp_path, model=model)
    sure = model.faces
    face, _ = photo(tmp_path, 1)
    predicted(face, tmp_path, model=model)
    assert model.faces > 2 * sure + 1
    model.faces = 0
    predicted(replace(face, photo=False), tmp_path, model=model)
    assert model.faces == sure
    points = Landmarks.of([[30, 30], [40, 30], [35, 40]])
    labelled = replace(face, landmarks=points, state=FaceState.LABELLED)
    model.faces = 0
    predicted(labelled, tmp_path, model=model)
    assert model.faces == 1


def test_a_picture_that_says_nothing_either_way_stays_as_it_is(tmp_path: Path) -> None:
    face, _ = photo(tmp_path, 0)
    Image.new("L", (WIDTH, HEIGHT), 128).save(tmp_path / face.picture)
    ((_, found),) = predict_faces(
        Network(Nowhere(), CONFIG, SCHEME, torch.device("cpu")), [face], tmp_path, "run"
    )
    assert isinstance(found, Landmarks)
    assert found.xy_image[0, 1] < found.xy_image[2, 1]  # as answered for the picture as it is
    gone = replace(face, id="gone", picture="gone.png")
    network = Network(Nowhere(), CONFIG, SCHEME, torch.device("cpu"))
    results = list(predict_faces(network, [face, gone], tmp_path, "run"))
    assert [isinstance(result, Problem) for _, result in results] == [False, True]


class Nowhere(nn.Module):
    """Answers the same triangle whatever it sees."""

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        return torch.tensor(OFFSETS).add(0.5).expand(len(inputs), 3, 2)


@given(st.integers(0, 3), st.integers(0, 2**32 - 1))
def test_spread_moves_with_its_points(turns: int, seed: int) -> None:
    answers = np.random.default_rng(seed).normal(30, 5, (6, 3, 2))
    way = Affine2D.quarter_turns(turns, WIDTH, HEIGHT)

    def told(looks: np.ndarray) -> Landmarks:
        covariance = [np.cov(looks[:, k].T) for k in range(3)]
        spread = np.array([[c[0, 0], c[0, 1], c[1, 1]] for c in covariance])
        return replace(Landmarks.of(looks.mean(axis=0)), spread=spread)

    moved, expected = moved_points(told(answers), way), told(way(answers))
    assert moved.xy_image == pytest.approx(expected.xy_image)
    assert moved.spread == pytest.approx(expected.spread)
    assert moved_points(replace(moved, spread=None), way.inverse()).spread is None
