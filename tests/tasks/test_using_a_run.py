"""Predicting and evaluating with one small trained run."""

from __future__ import annotations

import json
import math
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.cli.console import json_ready
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.metrics import nme
from kpstudio.core.schema import PointSchema, generic_scheme, scheme_named
from kpstudio.core.scheme_map import scheme_map
from kpstudio.engine.events import Done
from kpstudio.engine.presets import preset
from kpstudio.io.choosing import LabelChoice, LabelChoiceNeeded
from kpstudio.io.exporting import export
from kpstudio.io.opening import open_path
from kpstudio.tasks.evaluating import evaluate_run
from kpstudio.tasks.predicting import predict_faces, predict_photos
from kpstudio.tasks.training import choose_split, train_run
from tests.small_faces import HEIGHT, WIDTH, draw_picture, face_points, write_faces

HELD_OUT = ("01-1m.png", "01-2m.png")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, LabelSet, Done]:
    """A network for face crops, its faces, and how its training ended."""
    folder = tmp_path_factory.mktemp("trained")
    labels = open_path(write_faces(folder / "faces", persons=4)).labels
    config = replace(
        preset("smallnet", labels.scheme, points=tuple(range(13, 29))),
        crop="face",
        epochs=2,
        device="cpu",
    )
    split = choose_split(labels, HELD_OUT)
    *_, done = train_run(labels, config, split, folder / "run")
    assert isinstance(done, Done)
    return folder / "run", labels, done


Trained = tuple[Path, LabelSet, Done]


def test_predictions_cover_the_scheme_and_name_their_run(trained: Trained) -> None:
    run, labels, _ = trained
    seen: list[tuple[int, int]] = []
    found, problems = predict_faces(
        run, list(labels), labels.root, lambda *at: seen.append(at) or True
    )
    assert problems == []
    assert seen[-1] == (8, 8)
    assert set(found) == {face.id for face in labels}
    for landmarks in found.values():
        assert landmarks.count == 58
        assert np.flatnonzero(landmarks.present).tolist() == list(range(13, 29))
        assert (landmarks.source, landmarks.run) == (Source.PREDICTION, "run")


def test_a_broken_picture_is_a_problem_and_the_rest_is_predicted(
    trained: Trained, tmp_path: Path
) -> None:
    run, _, _ = trained
    labels = open_path(write_faces(tmp_path / "faces", persons=1)).labels
    (tmp_path / "faces" / "01-1m.png").write_bytes(b"broken")
    found, problems = predict_faces(run, list(labels), labels.root)
    assert list(found) == ["01-2m.png#0"]
    assert [problem.where for problem in problems] == ["01-1m.png"]


def test_predicting_can_be_cancelled(trained: Trained) -> None:
    run, labels, _ = trained
    with pytest.raises(Cancelled):
        predict_faces(run, list(labels), labels.root, lambda done, total: False)


def test_photos_are_predicted_whole_or_by_the_boxes_of_their_folder(
    trained: Trained, tmp_path: Path
) -> None:
    run, _, _ = trained
    (tmp_path / "in").mkdir()
    draw_picture(tmp_path / "in" / "a.png", 1)
    draw_picture(tmp_path / "in" / "b.png", 2)
    boxed = [
        replace(face, box=Box(10 + shift, 9.5, 60 + shift, 69.5), landmarks=None)
        for face in open_path(tmp_path / "in").labels
        if face.picture == "a.png"
        for shift in (0.5, 30.5)
    ]
    boxed[1] = replace(boxed[1], id="a.png#1")
    labels = LabelSet(tmp_path / "in", generic_scheme(0), boxed)
    export(labels, boxed, "dlib", tmp_path / "in")
    found, problems = predict_photos(run, [tmp_path / "in"])
    a, b = ((tmp_path / "in" / name).as_posix() for name in ("a.png", "b.png"))
    assert problems == []
    assert [face.box for face in found.faces_of(a)] == [face.box for face in boxed]
    assert [face.box for face in found.faces_of(b)] == [None]
    assert {face.state for face in found} == {FaceState.PREDICTED}
    first, second = (face.landmarks for face in found.faces_of(a))
    assert first is not None
    assert second is not None
    assert not np.allclose(first.xy_image[13:29], second.xy_image[13:29])
    export(labels, boxed[:1], "labelme", tmp_path / "in")  # a second set of the same pictures
    with pytest.raises(LabelChoiceNeeded):
        predict_photos(run, [tmp_path / "in"])
    found, _ = predict_photos(run, [tmp_path / "in"], choice=LabelChoice(("dlib",), ()))
    assert [face.box for face in found.faces_of(a)] == [face.box for face in boxed]


def test_pictures_that_cannot_be_opened_are_told(trained: Trained, tmp_path: Path) -> None:
    run, _, _ = trained
    draw_picture(tmp_path / "good.png", 1)
    (tmp_path / "bad.png").write_bytes(b"")
    found, problems = predict_photos(run, [tmp_path / "good.png", tmp_path / "bad.png"])
    assert len(found) == 1
    assert len(problems) == 1
    with pytest.raises(InputError, match=r"bad\.png"):
        predict_photos(run, [tmp_path / "bad.png"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="empty"):
        predict_photos(run, [tmp_path / "empty"])


def test_something_else_is_no_run(trained: Trained, tmp_path: Path) -> None:
    _, labels, _ = trained
    for path in (tmp_path, tmp_path / "gone"):
        with pytest.raises(InputError, match="not a run"):
            predict_faces(path, list(labels), labels.root)
        with pytest.raises(InputError, match="not a run"):
            evaluate_run(path, labels)


def test_the_evaluation_of_the_held_out_agrees_with_the_training(trained: Trained) -> None:
    run, labels, done = trained
    result = evaluate_run(run, labels, HELD_OUT)
    assert result.trained_on == 0
    found = result.to_json()
    assert found["faces"] == 2
    assert found["mse"] == pytest.approx(done.best_val_mse, rel=1e-3)
    assert found["nme"]["normaliser"] == "inter-ocular"
    assert [face["image"] for face in found["per_face"]] == list(HELD_OUT)
    assert found["mse"] == pytest.approx(np.mean([face["mse"] for face in found["per_face"]]))


def test_nme_is_taken_over_the_predicted_points(trained: Trained) -> None:
    run, labels, _ = trained
    result = evaluate_run(run, labels, ["01-1m.png"])
    predicted = result.predictions["01-1m.png#0"].xy_image
    expected = nme(predicted, face_points(101), labels.scheme.normaliser)
    assert result.to_json()["per_face"][0]["nme"] == pytest.approx(expected, rel=1e-4)


def test_faces_that_were_trained_on_are_counted(trained: Trained) -> None:
    run, labels, _ = trained
    result = evaluate_run(run, labels)
    assert result.trained_on == 6
    assert "6 of them the run was trained on" in result.sentences()
    assert len(result.sheet_faces()) == 8


def test_a_face_that_has_no_length_is_null_in_json(trained: Trained) -> None:
    # All points on one spot: neither eyes nor box give a length to divide by.
    run, labels, _ = trained
    face = labels["01-1m.png#0"]
    assert face.landmarks is not None
    flat = face.landmarks.moved(range(58), np.full((58, 2), (WIDTH / 2, HEIGHT / 2)))
    one = LabelSet(labels.root, labels.scheme, [replace(face, landmarks=flat)])
    found = evaluate_run(run, one).to_json()
    assert math.isnan(found["per_face"][0]["nme"])
    ready = json.loads(json.dumps(json_ready(found), allow_nan=False))
    assert ready["per_face"][0]["nme"] is None
    assert ready["failure_rate"] is None
    assert ready["auc"] is None


def in_five_points(labels: LabelSet) -> LabelSet:
    """The same faces, labelled with eyes, nose tip and mouth corners only."""
    to_five = scheme_map(labels.scheme, scheme_named("five5"))
    assert to_five is not None
    faces = [
        replace(face, landmarks=to_five.landmarks(face.landmarks))
        for face in labels
        if face.landmarks is not None
    ]
    return LabelSet(labels.root, scheme_named("five5"), faces)


def test_a_run_is_measured_on_a_set_of_another_scheme(trained: Trained) -> None:
    run, labels, _ = trained
    five = in_five_points(labels)
    result = evaluate_run(run, five, HELD_OUT)
    face = five[f"{HELD_OUT[0]}#0"]
    predicted, truth = result.predictions[face.id], face.landmarks
    assert truth is not None
    assert predicted.present.tolist() == [True, True, False, False, False]  # eyes alone
    expected = nme(predicted.xy_image, truth.xy_image, five.scheme.normaliser)
    found = result.to_json()
    assert found["per_face"][0]["nme"] == pytest.approx(expected, rel=1e-4)
    assert found["nme"]["normaliser"] == "inter-pupil"


def test_photos_are_predicted_in_another_scheme(trained: Trained, tmp_path: Path) -> None:
    run, _, _ = trained
    draw_picture(tmp_path / "a.png", 1)
    own, _ = predict_photos(run, [tmp_path / "a.png"])
    five, _ = predict_photos(run, [tmp_path / "a.png"], scheme=scheme_named("five5"))
    assert five.scheme == scheme_named("five5")
    (whole,), (few,) = ([face.landmarks for face in labels] for labels in (own, five))
    assert whole is not None
    assert few is not None
    assert few.xy_image[0] == pytest.approx(whole.xy_image[21:29].mean(axis=0))
    assert few.xy_image[1] == pytest.approx(whole.xy_image[13:21].mean(axis=0))
    with pytest.raises(InputError, match="there is no known conversion"):
        predict_photos(run, [tmp_path / "a.png"], scheme=scheme_named("helen194"))


def test_a_run_stays_good_for_its_own_folder_when_the_points_are_renamed(
    trained: Trained, tmp_path: Path
) -> None:
    run, labels, _ = trained
    renamed = PointSchema("mine", tuple(f"spot {k}" for k in range(58)), tuple(range(58)))
    faces = list(labels)[:1]
    shutil.copytree(run, tmp_path / "runs" / "first")
    shutil.copy(labels.picture_path(faces[0].picture), tmp_path)
    here = LabelSet(tmp_path, renamed, faces)
    assert evaluate_run(tmp_path / "runs" / "first", here).to_json()["faces"] == 1
    with pytest.raises(InputError, match=r"58 points \(mine\)"):
        evaluate_run(run, here)


def test_what_cannot_be_measured_is_bad_input(trained: Trained, tmp_path: Path) -> None:
    run, labels, _ = trained
    with pytest.raises(InputError, match="no labelled faces"):
        evaluate_run(run, LabelSet(labels.root, labels.scheme))
    with pytest.raises(InputError, match="99-9m"):
        evaluate_run(run, labels, ["99-9m.png"])
    other = Face("a#0", "a.png", Landmarks.of(np.ones((5, 2))), state=FaceState.LABELLED)
    with pytest.raises(InputError, match="58 points"):
        evaluate_run(run, LabelSet(tmp_path, generic_scheme(5), [other]))
