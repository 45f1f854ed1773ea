from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.splits import Split
from kpstudio.engine import checkpoint
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.finder import (
    FOLDER,
    REFINED,
    BoxOfPoints,
    FaceFinder,
    finder_config,
    finder_faces,
    finder_scheme,
    finder_split,
    finish,
)
from kpstudio.engine.models import last_layer
from kpstudio.engine.network import Network
from kpstudio.engine.predict import Predictor
from tests.engine.conftest import SCHEME

MakeFaces = Callable[[int], list[Face]]
CUT = TrainConfig("smallnet", (0, 1, 2), 60, 80, "face", 1e-3, 4, 1, find_face=True)
sides = st.floats(5, 200)


def answering(config: TrainConfig, scheme: object, xy_crop: list[float]) -> Network:
    network = Network.new(config, scheme, torch.device("cpu"))  # type: ignore[arg-type]
    with torch.no_grad():
        last_layer(network.model).weight.zero_()
        last_layer(network.model).bias.copy_(torch.tensor(xy_crop))
    return network


@given(x=st.floats(-0.3, 0.3), y=st.floats(-0.3, 0.3), ratio=st.floats(0.5, 2.0), side=sides)
def test_the_box_comes_back_from_the_points(x: float, y: float, ratio: float, side: float) -> None:
    xy = np.array([[10.0, 20.0], [10 + side, 20.0], [10.0, 20 + side / 2]])
    box = BoxOfPoints(x, y, ratio).box(xy)
    assert box is not None
    assert box.width == pytest.approx(ratio * side)
    assert box.centre[0] == pytest.approx(10 + side / 2 + x * side)
    assert box.centre[1] == pytest.approx(20 + side / 4 + y * side)


def test_the_relation_is_the_median_over_the_usable_boxes(make_faces: MakeFaces) -> None:
    faces = make_faces(6)
    relation = BoxOfPoints(0.1, -0.2, 1.5)
    boxed = [replace(f, box=relation.box(f.landmarks.xy_image)) for f in faces if f.landmarks]
    boxed[4] = replace(boxed[4], box=Box(0, 0, 500, 500))
    boxed[5] = replace(boxed[5], box=None, landmarks=None)
    found = BoxOfPoints.of(boxed, (0, 1, 2))
    assert (found.x, found.y, found.side) == pytest.approx((0.1, -0.2, 1.5))
    flat = [replace(face, box=Box(5, 5, 5, 5)) for face in faces]
    assert BoxOfPoints.of(flat, (0, 1, 2)) == BoxOfPoints()
    assert BoxOfPoints.of(faces, (0, 1, 2)) == BoxOfPoints()


def test_the_relation_is_to_the_points_that_will_be_found(make_faces: MakeFaces) -> None:
    faces = make_faces(4)
    relation = BoxOfPoints.of(faces, (0, 2))
    for face in faces:
        assert face.landmarks is not None
        box = relation.box(face.landmarks.xy_image[[0, 2]])
        whole = Box.around(face.landmarks.xy_image).square()
        assert box is not None
        assert (*box.centre, box.width) == pytest.approx((*whole.centre, whole.width), abs=0.5)
    assert relation.box(faces[0].landmarks.xy_image[:1]) is None  # type: ignore[union-attr]


def test_of_each_picture_the_largest_face_is_learnt_by_its_edges(make_faces: MakeFaces) -> None:
    first, second = make_faces(2)
    large = replace(first, box=Box(0, 10, 40, 30))
    small = replace(first, id="small", box=Box(50, 10, 60, 20))
    found = finder_faces([small, large, second])
    assert [face.id for face in found] == [first.id, second.id]
    assert found[0].landmarks is not None
    assert found[0].landmarks.xy_image[:4].tolist() == [[0, 20], [40, 20], [20, 0], [20, 40]]
    assert first.landmarks is not None
    assert np.array_equal(found[0].landmarks.xy_image[4:], first.landmarks.xy_image)
    split = Split((first.id, "small"), (second.id,), "list")
    assert finder_split(split, found).training == (first.id,)
    assert finder_split(split, found).validation == (second.id,)


def test_the_settings_are_good_and_bounded() -> None:
    for faces in (0, 1, 200, 10**6):
        scheme = finder_scheme(SCHEME)
        config = finder_config(CUT, scheme, faces)
        config.validate(scheme)
        assert 5 <= config.epochs <= 20


def test_a_face_without_box_is_predicted_where_the_finder_says(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    labelled = make_faces(2)
    lost = [replace(face, landmarks=None, box=None) for face in labelled]
    # The finder answers one box for all; the network the corners of a box half its crop's size.
    edges = [0.25, 0.5, 0.75, 0.5, 0.5, 1 / 3, 0.5, 2 / 3, *[0.5] * 6]
    finding = replace(CUT, points=tuple(range(7)), crop="picture", find_face=False)
    run = tmp_path / "run"
    network = answering(CUT, SCHEME, [0.25, 0.25, 0.75, 0.75, 0.5, 0.5])
    checkpoint.save(network, run / "best.safetensors")
    where = run / FOLDER
    checkpoint.save(answering(finding, finder_scheme(SCHEME), edges), where / "best.safetensors")
    assert FaceFinder.load(run, torch.device("cpu")) is None  # not done yet
    finish(labelled, (0, 1, 2), where)
    found = list(Predictor.load(run, device="cpu").predict([lost[0], labelled[1]], tmp_path))
    assert [face for face, _ in found] == [lost[0], labelled[1]]
    landmarks = found[0][1]
    assert isinstance(landmarks, Landmarks)
    width, height = 96, 72  # of the pictures: see make_faces
    first = Box(width / 4 - 0.5, height / 3 - 0.5, width * 3 / 4 - 0.5, height * 2 / 3 - 0.5)
    side = (first.width + first.height) / 2
    for _ in range(REFINED):  # the points span half of the crop, which is wider than high
        side = side * CUT.box_scale * 80 / 60 / 2
    crop = side * CUT.box_scale
    spread = np.ptp(landmarks.xy_image[:2], axis=0)
    assert spread == pytest.approx([crop * 80 / 60 / 2, crop / 2], rel=1e-3)
    assert landmarks.xy_image[2] == pytest.approx(first.centre, abs=1e-3)


def test_a_run_without_a_finder_has_none_and_a_broken_one_is_told(tmp_path: Path) -> None:
    assert FaceFinder.load(tmp_path, torch.device("cpu")) is None
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "best.safetensors").write_bytes(b"x")
    (tmp_path / FOLDER / "box.json").write_text("{")
    with pytest.raises(InputError, match=r"box\.json"):
        FaceFinder.load(tmp_path, torch.device("cpu"))
