from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
import torch
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.engine import checkpoint, face_detector, placing
from kpstudio.engine.box_relation import BoxRelation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import Framing
from kpstudio.engine.face_detector import faces_in
from kpstudio.engine.finder import FOLDER, finder_scheme
from kpstudio.engine.models import last_layer
from kpstudio.engine.network import Network
from kpstudio.engine.placing import (
    REFINED,
    Detecting,
    Placer,
    finish,
    load_placer,
    try_detector,
)
from kpstudio.engine.predict import Predictor, predict_faces
from kpstudio.sample.faces import make_face
from tests.engine.conftest import SCHEME

MakeFaces = Callable[[int], list[Face]]
CUT = TrainConfig("smallnet", (0, 1, 2), 60, 80, "face", 1e-3, 4, 1, find_face=True)


def answering(config: TrainConfig, scheme: object, xy_crop: list[float]) -> Network:
    network = Network.new(config, scheme, torch.device("cpu"))  # type: ignore[arg-type]
    with torch.no_grad():
        last_layer(network.model).weight.zero_()
        last_layer(network.model).bias.copy_(torch.tensor(xy_crop))
    return network


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
    assert load_placer(run, network) is None  # not done yet
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
    network = answering(CUT, SCHEME, [0.5] * 6)
    assert load_placer(tmp_path, network) is None
    (tmp_path / FOLDER).mkdir()
    for text in ("{", "3", '{"x": 0, "detector": {}}'):
        (tmp_path / FOLDER / "box.json").write_text(text)
        with pytest.raises(InputError, match=r"box\.json"):
            load_placer(tmp_path, network)


@pytest.fixture(scope="module")
def portraits(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Face]]:
    """Return a folder with three drawn portraits, and their faces with three points each."""
    folder = tmp_path_factory.mktemp("portraits")
    faces = []
    for person in (1, 2, 3):
        drawn = make_face(person, 1)
        Image.fromarray(drawn.pixels).save(folder / drawn.name)
        around = Box.around(drawn.xy_image)
        xy = np.array(
            [[around.left, around.top], [around.right, around.top], [around.left, around.bottom]]
        )
        faces.append(Face(drawn.name, drawn.name, Landmarks.of(xy), state=FaceState.LABELLED))
    return folder, faces


def test_the_detector_serves_where_it_finds_the_labelled_faces(
    portraits: tuple[Path, list[Face]],
) -> None:
    folder, faces = portraits
    detecting = try_detector(faces, folder)
    assert (detecting.tried, detecting.agreed, detecting.serves) == (3, 3, True)
    lost = [replace(face, landmarks=None) for face in faces]
    found = detecting.found(lost, folder)
    for face in faces:
        assert face.landmarks is not None
        labelled = Box.around(face.landmarks.xy_image).square()
        assert found[face.id].centre == pytest.approx(labelled.centre, abs=0.1 * labelled.width)
        assert found[face.id].width == pytest.approx(labelled.width, rel=0.15)


def test_faces_that_it_does_not_know_or_finds_elsewhere_are_left_to_the_finder(
    portraits: tuple[Path, list[Face]], make_faces: MakeFaces, tmp_path: Path
) -> None:
    dots = try_detector(make_faces(12), tmp_path)
    assert (dots.tried, dots.agreed, dots.serves) == (placing.FIRST, 0, False)
    folder, faces = portraits
    corner = Landmarks.of([[0, 0], [9, 0], [0, 9]])
    assert try_detector([replace(face, landmarks=corner) for face in faces], folder).agreed == 0
    gone = [replace(faces[0], picture="gone.png")]
    assert not try_detector(gone, folder).serves
    assert try_detector([], folder) == Detecting(0, 0, BoxRelation())


def test_what_the_detector_is_to_a_run_is_read_as_it_was_written(
    portraits: tuple[Path, list[Face]], tmp_path: Path
) -> None:
    folder, faces = portraits
    network = answering(CUT, SCHEME, [0.25, 0.25, 0.75, 0.75, 0.5, 0.5])
    finish(faces, (0, 1, 2), tmp_path / FOLDER, try_detector(faces, folder))
    placer = load_placer(tmp_path, network)
    assert placer is not None
    assert placer.finding is not None
    lost = replace(faces[0], landmarks=None)
    nowhere = replace(lost, id="gone", picture="gone.png")
    assert placer.finding([lost, nowhere], folder).keys() == {lost.id}
    _, unfound = placer.placed([lost, nowhere], folder, network)
    assert unfound == nowhere


def test_a_detector_that_fails_does_not_stop_predicting(
    portraits: tuple[Path, list[Face]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> NoReturn:
        raise FileNotFoundError("faces.safetensors")

    folder, faces = portraits
    lost = replace(faces[0], landmarks=None)
    network = answering(CUT, SCHEME, [0.25, 0.25, 0.75, 0.75, 0.5, 0.5])
    monkeypatch.setattr(face_detector, "face_net", fail)
    detecting = Detecting(1, 1, BoxRelation())
    ((_, by_whole),) = predict_faces(network, [lost], folder, "run")
    placer = Placer(BoxRelation(), detecting.found)
    ((_, found),) = predict_faces(network, [lost], folder, "run", placer=placer)
    assert isinstance(found, Landmarks)
    assert found == by_whole
    assert not try_detector(faces, folder).serves


def test_a_photos_box_is_refined_unless_another_face_is_met(
    make_faces: MakeFaces, tmp_path
) -> None:
    (face,) = make_faces(1)
    photo = replace(face, landmarks=None, photo=True, box=Box(30, 20, 50, 40))
    inner = answering(CUT, SCHEME, [0.3, 0.3, 0.7, 0.7, 0.5, 0.5])
    relation = BoxRelation(side=1.4)
    (placed,) = Placer(relation, None).placed([photo], tmp_path, inner)
    assert placed.box is not None
    assert placed.box != photo.box
    assert placed.box.centre == pytest.approx(photo.box.centre, abs=0.1)  # type: ignore[union-attr]
    beside = answering(CUT, SCHEME, [2.3, 0.3, 2.7, 0.7, 2.5, 0.5])
    assert list(Placer(relation, None).placed([photo], tmp_path, beside)) == [photo]
    labelled = replace(photo, photo=False)
    assert list(Placer(relation, None).placed([labelled], tmp_path, inner)) == [labelled]


def test_whole_picture_networks_refine_photos_boxes_where_they_know_their_framing() -> None:
    whole = replace(CUT, crop="picture", find_face=False)
    network = Network.new(whole, SCHEME, torch.device("cpu"))
    assert load_placer(Path("nowhere"), network) is None
    framing = Framing(Box(0.2, 0.2, 0.8, 0.8), 4 / 3)
    framed = load_placer(Path("nowhere"), replace(network, framing=framing))
    assert framed is not None
    assert framed.finding is None


def test_the_main_face_of_a_picture_is_predicted(portraits: tuple[Path, list[Face]]) -> None:
    folder, faces = portraits
    (found,) = faces_in(folder / faces[0].picture)
    detecting = Detecting(1, 1, BoxRelation())
    (box,) = detecting.found([faces[0]], folder).values()
    assert box == BoxRelation().about(found.box)
