"""The run that is compared with: which one it is by itself, and what it has yet to predict."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import numpy as np
import pytest

from kpstudio.app import prediction_queue
from kpstudio.app.old_run import OldRun
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.progress import unwatched
from kpstudio.core.schema import generic_scheme
from kpstudio.engine.config import TrainConfig
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder
from kpstudio.tasks import predicting
from tests.app.help import Desk, faces_folder, predicted, stored_run

FIRST, SECOND, THIRD = "0001-bignet", "0002-bignet", "0003-bignet"


def start_from(root: Path, run: str, before: str) -> None:
    """Let a stored run say that it was started from another."""
    with Project.open(root) as project:
        folder = RunFolder.open(project.runs_folder / run)
        config = TrainConfig.from_json(folder.config).to_json()
        folder._write("config.json", config | {"start": str(project.runs_folder / before)})


def give_weights(root: Path, *runs: str) -> None:
    """Let stored runs look as if they had weights."""
    with Project.open(root) as project:
        for run in runs:
            (project.runs_folder / run / "best.safetensors").write_bytes(b"")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Six faces that the first and third run know, of which the second knows but two."""
    folder = faces_folder(tmp_path / "faces", 6)
    stored_run(folder, dict.fromkeys(range(6), 2.0), FIRST)
    stored_run(folder, {0: 1.0, 1: 1.0}, SECOND)
    stored_run(folder, {n: float(n) for n in range(6)}, THIRD)
    give_weights(folder, FIRST, SECOND, THIRD)
    start_from(folder, THIRD, FIRST)
    return folder


@pytest.fixture
def asked(monkeypatch) -> list[list[str]]:
    """Stand in for the network: everybody is four pixels off; returns who was asked for."""
    calls: list[list[str]] = []

    def predict(folder, faces, _root, progress, **_):
        calls.append([face.id for face in faces])
        found = {}
        for done, face in enumerate(faces, start=1):
            found[face.id] = predicted(int(face.id[1]), 4.0, folder.name)
            if not progress(done, len(faces)):
                raise Cancelled
        return found, []

    monkeypatch.setattr(predicting, "predict_faces", predict)
    return calls


@pytest.fixture
def old(desk: Desk) -> OldRun:
    made = OldRun(desk.session, desk.runs)
    made.failed.connect(desk.said.append)
    return made


def settled(desk: Desk, old: OldRun) -> None:
    desk.wait(lambda: not old.predicting and not desk.runs.predicting)


def test_a_run_is_compared_with_the_one_it_was_started_from(desk, old, root, asked):
    desk.open(root)
    desk.runs.use(THIRD)
    assert old.name == FIRST
    assert [run.name for run in old.choices()] == [SECOND, FIRST]
    faces = list(desk.session.labels)
    found = old.comparing(faces)(unwatched)
    moved = [found.faces[face.id].moved for face in faces]
    assert np.allclose(np.array(moved) / moved[0], [1.0, 0.5, 0.0, 0.5, 1.0, 1.5], atol=0.02)
    assert old.missing(faces) == []
    assert asked == []


def test_nothing_is_held_of_a_run_that_is_compared_no_more(desk, old, root, asked):
    desk.open(root)
    desk.runs.use(THIRD)
    before = old._answers
    assert before.predictions
    assert math.isfinite(before.error(next(iter(desk.session.labels))))
    old.choose(SECOND)
    assert (before.predictions, before._errors._known) == ({}, {})


def test_what_a_person_chose_stays_where_nothing_else_is_known(desk, old, root, asked):
    desk.open(root)
    desk.runs.use(THIRD)
    old.choose(SECOND)
    assert old.name == SECOND
    desk.runs.use(FIRST)
    assert old.name == SECOND
    settled(desk, old)
    desk.runs.use(SECOND)
    assert old.name == ""  # it cannot be compared with itself
    desk.runs.use(THIRD)
    assert old.name == FIRST
    settled(desk, old)


def test_reopening_forgets_the_choice_and_finds_the_start_again(desk, old, root, asked):
    desk.open(root)
    desk.runs.use(THIRD)
    old.choose(SECOND)
    desk.open(root)
    assert desk.runs.run == THIRD
    assert old.name == FIRST


def test_what_is_missing_is_predicted_and_kept(desk, old, root, asked, monkeypatch):
    monkeypatch.setattr(prediction_queue, "PORTION", 3)
    desk.open(root)
    desk.runs.use(THIRD)
    old.choose(SECOND)
    faces = list(desk.session.labels)
    assert len(old.comparing(faces)(unwatched).faces) == 2
    figures = []
    old.predicting_progressed.connect(lambda *pair: figures.append(pair))
    old.predict_missing(faces)
    old.predict_missing(faces)  # asked for already
    settled(desk, old)
    assert asked == [["f2.png#0", "f3.png#0", "f4.png#0"], ["f5.png#0"]]
    assert figures[-2:] == [(4, 4), (0, 0)]
    assert len(old.comparing(faces)(unwatched).faces) == 6
    assert len(desk.session.project.predictions(SECOND)) == 6
    assert desk.said == []


def test_it_waits_until_the_run_in_use_has_predicted(desk, old, root, asked):
    desk.open(root)
    desk.runs.use(SECOND)
    old.choose(THIRD)
    desk.session.project.delete_predictions(THIRD)
    old.choose(THIRD)
    old.predict_missing(list(desk.session.labels))
    settled(desk, old)
    assert [len(faces) for faces in asked] == [4, 1, 5]  # the face in view first


def test_what_was_cancelled_is_asked_for_no_more(desk, old, root, asked):
    desk.open(root)
    desk.runs.use(THIRD)
    old.choose(SECOND)
    faces = list(desk.session.labels)
    old.predict_missing(faces)
    old.cancel()
    assert not old.predicting
    old.predict_missing(faces)
    assert not old.predicting
    old.choose(SECOND)
    old.predict_missing(faces)
    settled(desk, old)
    assert len(old.comparing(faces)(unwatched).faces) == 6


def test_a_face_that_cannot_be_predicted_is_tried_once(desk, old, root, monkeypatch):
    calls = []

    def predict(_folder, faces, _root, _progress, **_):
        calls.append(len(faces))
        return {}, []

    desk.open(root)
    desk.runs.use(THIRD)
    monkeypatch.setattr(predicting, "predict_faces", predict)
    old.choose(SECOND)
    faces = list(desk.session.labels)
    for _ in range(2):
        old.predict_missing(faces)
        settled(desk, old)
    assert calls == [4]


def test_a_run_that_fails_to_predict_says_why(desk, old, root, monkeypatch):
    def fail(*_, **__):
        raise InputError("its weights are damaged")

    desk.open(root)
    desk.runs.use(THIRD)
    monkeypatch.setattr(predicting, "predict_faces", fail)
    old.choose(SECOND)
    old.predict_missing(list(desk.session.labels))
    settled(desk, old)
    assert old.why_not == "its weights are damaged"
    assert old.missing(list(desk.session.labels)) == []


def test_a_run_of_other_points_says_why_it_cannot_be_compared(desk, old, root, asked):
    other = "0004-bignet"
    stored_run(root, {}, other, scheme=generic_scheme(7))
    give_weights(root, other)
    desk.open(root)
    desk.runs.use(THIRD)
    old.choose(other)
    assert other in old.why_not
    assert old.comparing(list(desk.session.labels))(unwatched).faces == {}


def test_a_deleted_run_is_let_go_of(desk, old, root, asked):
    desk.open(root)
    desk.runs.use(THIRD)
    old.choose(SECOND)
    desk.runs.delete([SECOND])
    assert old.name == ""
    shutil.rmtree(desk.runs.folder(FIRST))
    assert old.choices() == []


def test_predictions_shown_of_the_run_before_are_not_compared(desk, old, root, asked):
    desk.open(root)
    desk.runs.use(FIRST)
    desk.runs.begin_live("0005-bignet", {}, as_in_use=True)
    assert desk.runs.prediction("f0.png#0") == predicted(0, 2.0, FIRST)
    old.choose(SECOND)
    assert old.comparing(list(desk.session.labels))(unwatched).faces == {}
    live = predicted(0, 0.0, "0005-bignet")
    desk.runs.show_live({"f0.png#0": live})
    assert old.comparing(list(desk.session.labels))(unwatched).faces.keys() == {"f0.png#0"}
    assert np.isfinite(old.comparing(list(desk.session.labels))(unwatched).points[0].moved)
    desk.runs.folder("0005-bignet").mkdir()
    desk.runs.end_live()
    assert desk.runs.run == FIRST
