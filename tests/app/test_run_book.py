"""Runs in the window: whose predictions are shown, how far off they are, and what is predicted."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import numpy as np
import pytest

from kpstudio.app import prediction_errors, prediction_queue
from kpstudio.core.edits import move_points, place_points
from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.facts import FaceError, face_error, face_errors
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.metrics import normaliser_length
from kpstudio.core.schema import generic_scheme, scheme_for_count
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder
from kpstudio.tasks import predicting
from tests.app.help import (
    PATIENCE_MS,
    SCHEME,
    face_xy,
    faces_folder,
    picture,
    predicted,
    stored_run,
)

RUN = "0001-bignet"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Six faces; a run knows all but the last two and the picture without labels."""
    folder = faces_folder(tmp_path / "faces", 6, unlabelled=1)
    stored_run(folder, {n: float(n + 1) for n in range(4)})
    return folder


@pytest.fixture
def asked(monkeypatch) -> list[list[str]]:
    """Stand in for the network: everybody is one pixel off; returns who was asked for."""
    calls: list[list[str]] = []

    def predict(_folder, faces, _root, progress, **_):
        calls.append([face.id for face in faces])
        found = {}
        for done, face in enumerate(faces, start=1):
            found[face.id] = predicted(0, 1.0, RUN)
            if not progress(done, len(faces)):
                raise Cancelled
        return found, []

    monkeypatch.setattr(predicting, "predict_faces", predict)
    return calls


def settled(desk) -> None:
    desk.wait(lambda: not desk.runs.predicting)


def test_using_a_run_shows_what_it_said_and_predicts_the_rest(desk, root, asked, qtbot):
    desk.open(root)
    assert (desk.runs.run, desk.runs.prediction("f0.png#0")) == ("", None)
    progress = []
    desk.runs.predicting_progressed.connect(lambda *figures: progress.append(figures))
    with qtbot.waitSignals(
        [desk.runs.run_changed, desk.runs.predictions_changed], timeout=PATIENCE_MS
    ):
        desk.runs.use(RUN)
    settled(desk)
    assert asked == [["f4.png#0", "f5.png#0", "plain0.png#0"]]
    assert progress[-2:] == [(3, 3), (0, 0)]
    assert desk.runs.prediction("plain0.png#0") == predicted(0, 1.0, RUN)
    assert desk.session.project.predictions(RUN).keys() == {f.id for f in desk.session.labels}
    parts = [desk.runs.split_of(face.id) for face in desk.session.labels]
    assert parts == ["train"] * 2 + ["val"] * 2 + [""] * 3


def test_reopening_uses_the_run_again_and_predicts_nobody_twice(desk, root, asked):
    desk.open(root)
    desk.runs.use(RUN)
    settled(desk)
    desk.open(root)
    assert desk.runs.run == RUN
    assert desk.runs.prediction("f1.png#0") == predicted(1, 2.0, RUN)
    settled(desk)
    assert len(asked) == 1


def test_pictures_that_have_come_are_predicted_after_rescanning(desk, root, asked, qtbot):
    desk.open(root)
    desk.runs.use(RUN)
    settled(desk)
    asked.clear()
    picture(root / "new.png")
    with qtbot.waitSignal(desk.session.reread, timeout=PATIENCE_MS):
        desk.session.rescan()
    settled(desk)
    assert asked == [["new.png#0"]]
    assert desk.runs.prediction("new.png#0") is not None


def test_errors_follow_the_points(desk, root, asked):
    desk.open(root)
    desk.runs.use(RUN)
    error = desk.runs.error("f2.png#0")
    length = normaliser_length(face_xy(2), SCHEME.normaliser)
    assert error.pixels == pytest.approx(3.0, abs=0.01)
    assert error.nme == pytest.approx(3.0 / length, rel=0.01)
    face = desk.session.labels["f2.png#0"]
    every, there = list(range(58)), desk.runs.prediction(face.id).xy_image
    desk.session.perform(move_points(face, every, there, "all"))
    assert desk.runs.error("f2.png#0") == FaceError(0.0, 0.0)
    desk.session.undo()
    assert desk.runs.error("f2.png#0") == error
    assert desk.runs.error("plain0.png#0") is None  # it has no points of its own
    assert desk.runs.error("nobody") is None


def test_a_network_of_the_nose_alone_is_measured_there(desk, tmp_path, asked):
    root = faces_folder(tmp_path / "nose", 1)
    stored_run(root, {0: 2.0}, points=[52])
    desk.open(root)
    desk.runs.use(RUN)
    error = desk.runs.error("f0.png#0")
    assert error.pixels == pytest.approx(2.0, abs=0.01)
    assert np.isfinite(desk.runs.prediction("f0.png#0").xy_image).all(axis=1).sum() == 1


def test_faces_are_measured_in_one_go_and_a_changed_one_by_itself(desk, root, asked, monkeypatch):
    measured: list[int] = []

    def counted(pairs, normaliser):
        measured.append(len(pairs))
        return face_errors(pairs, normaliser)

    monkeypatch.setattr(prediction_errors, "face_errors", counted)
    desk.open(root)
    desk.runs.use(RUN)
    known = [face for face in desk.session.labels if desk.runs.prediction(face.id) is not None]
    assert None not in desk.runs.errors.of_all([face.id for face in known])
    assert measured == [len(known)]
    for face in known:
        desk.runs.error(face.id)
    assert measured == [len(known)]
    face = known[1]
    before = desk.runs.error(face.id)
    desk.session.perform(move_points(face, [0], face.landmarks.xy_image[:1] + 9, "a point"))
    assert desk.runs.error(face.id) != before
    assert measured[1:] == [1]


def test_who_asks_for_one_error_waits_for_no_other(desk, root, asked, monkeypatch):
    measured: list[int] = []

    def counted(pairs, normaliser):
        measured.append(len(pairs))
        return face_errors(pairs, normaliser)

    monkeypatch.setattr(prediction_errors, "face_errors", counted)
    desk.open(root)
    desk.runs.use(RUN)
    known = [face.id for face in desk.session.labels if desk.runs.prediction(face.id) is not None]
    errors = [desk.runs.error(face_id) for face_id in known]
    assert [error.pixels for error in errors] == pytest.approx([1.0, 2.0, 3.0, 4.0], abs=0.01)
    assert desk.runs.errors.of_all(known) == errors
    assert measured == [1] * len(known)


def test_predictions_go_with_the_points_that_they_tell_of(desk, tmp_path, asked):
    root = faces_folder(tmp_path / "plain", 0, unlabelled=2)
    stored_run(root, {})
    desk.open(root)
    desk.session.set_scheme(SCHEME)
    desk.runs.use(RUN)
    settled(desk)
    assert desk.runs.prediction("plain0.png#0").count == 58
    desk.session.set_scheme(generic_scheme(12))
    assert desk.runs.run == ""
    assert desk.said[-1].startswith(f"{RUN} predicts 58 points (imm58), this folder has 12 points")
    face = desk.session.labels["plain0.png#0"]
    desk.session.perform(place_points(face, Landmarks.of(np.eye(12, 2)), "place"))
    assert [desk.runs.prediction(face.id) for face in desk.session.labels] == [None, None]
    assert [desk.runs.error(face.id) for face in desk.session.labels] == [None, None]


def test_where_nothing_can_be_compared_there_is_no_error(desk, root, asked):
    desk.open(root)
    desk.runs.use(RUN)
    everything = np.full((58, 2), np.nan)
    face = Face("f0.png#0", "f0.png", Landmarks.of(everything))
    prediction, normaliser = desk.runs.prediction("f0.png#0"), SCHEME.normaliser
    assert face_error(face, prediction, normaliser) is None
    everything[52] = (10, 10)  # one point has neither eyes nor a box to divide by
    face = Face("f0.png#0", "f0.png", Landmarks.of(everything), state="labelled")
    lone = face_error(face, prediction, normaliser)
    assert lone.pixels > 0
    assert math.isnan(lone.nme)


def test_a_run_of_points_that_tell_nothing_is_refused_and_the_run_in_use_stays(desk, root, asked):
    stored_run(root, {}, name="0002-other", scheme=generic_scheme(12))
    desk.open(root)
    desk.runs.use(RUN)
    desk.runs.use("0002-other")
    assert desk.runs.run == RUN
    assert desk.said == [
        "0002-other predicts 12 points, this folder has 58 points (imm58), and there is no "
        "known conversion: use a run that was trained on these points"
    ]


def test_a_run_of_another_scheme_of_faces_tells_what_it_can(desk, root, asked):
    stored_run(root, {}, name="0002-other", scheme=scheme_for_count(68))
    notes = []
    desk.runs.noted.connect(notes.append)
    desk.open(root)
    desk.runs.use("0002-other")
    assert (desk.runs.run, desk.said) == ("0002-other", [])
    assert notes == ["0002-other was trained on ibug68: it predicts 20 of this folder's 58 points"]


def test_a_run_stays_usable_when_the_points_have_been_renamed_since(desk, root, asked):
    renamed = generic_scheme(58, tuple(f"spot {k}" for k in range(58)))
    stored_run(root, {}, name="0002-before", scheme=renamed)
    desk.open(root)
    desk.runs.use("0002-before")
    assert (desk.runs.run, desk.said) == ("0002-before", [])


def test_predictions_of_another_number_of_points_are_not_shown(desk, root, asked):
    stored_run(root, {0: 1.0}, name="0002-other")
    with Project.open(root) as project:
        five = Landmarks.of(np.ones((5, 2)))
        project.save_predictions("0002-other", {"f1.png#0": five})
    desk.open(root)
    desk.runs.use("0002-other")
    assert desk.runs.prediction("f0.png#0") is not None
    assert desk.runs.prediction("f1.png#0") is None


def test_what_is_no_run_is_refused(desk, root, asked):
    desk.open(root)
    desk.runs.use("0009-nothing")
    assert (desk.runs.run, len(desk.said)) == ("", 1)
    assert "no longer there" in desk.said[0]


def test_a_run_without_weights_says_so_and_shows_what_it_has(desk, root):
    desk.open(root)
    desk.runs.use(RUN)
    settled(desk)
    assert len(desk.said) == 1
    assert "best.safetensors" in desk.said[0]
    assert desk.runs.prediction("f0.png#0") is not None


def test_renaming_and_its_refusal(desk, root, qtbot):
    desk.open(root)
    with qtbot.waitSignal(desk.runs.runs_changed, timeout=PATIENCE_MS):
        desk.runs.rename(RUN, "größer <b>")
    assert [run.label for run in desk.runs.summaries()] == ["größer <b>"]
    desk.runs.rename("0009-nothing", "x")
    assert len(desk.said) == 1


def test_deleting_the_run_in_view_takes_its_points_away(desk, root, asked):
    desk.open(root)
    desk.runs.use(RUN)
    desk.runs.delete([RUN, "0009-nothing"])
    assert desk.runs.run == ""
    assert desk.runs.prediction("f0.png#0") is None
    assert desk.runs.summaries() == []
    assert desk.session.project.predictions(RUN) == {}
    assert desk.said == []  # one that is not there is as good as deleted
    desk.qtbot.wait(100)
    assert desk.session.project.predictions(RUN) == {}  # those under way came too late
    desk.open(root)
    assert desk.runs.run == ""


def test_what_cannot_be_deleted_stays_as_it_was(desk, root, asked, monkeypatch):
    def refuse(self):
        raise InputError("the disk is write-protected")

    monkeypatch.setattr(RunFolder, "delete", refuse)
    desk.open(root)
    desk.runs.use(RUN)
    settled(desk)
    before = desk.session.project.predictions(RUN)
    desk.runs.delete([RUN])
    assert desk.said == ["the disk is write-protected"]
    assert desk.runs.run == RUN
    assert desk.session.project.predictions(RUN) == before


def test_a_run_deleted_behind_our_back_is_one_sentence(desk, root):
    desk.open(root)
    desk.runs.use(RUN)
    settled(desk)
    desk.said.clear()
    shutil.rmtree(desk.runs.folder(RUN))
    desk.runs.predict([desk.session.labels["f5.png#0"]])
    settled(desk)
    assert len(desk.said) == 1
    desk.runs.use(RUN)
    assert "no longer there" in desk.said[1]


def test_the_newest_wish_comes_first_and_none_is_lost(desk, root, asked, monkeypatch):
    monkeypatch.setattr(prediction_queue, "PORTION", 2)
    desk.open(root)
    desk.runs.use(RUN)
    desk.runs.predict([desk.session.labels["f0.png#0"]])  # say, a box was drawn
    desk.runs.predict_missing()
    settled(desk)
    assert asked == [["f4.png#0", "f5.png#0"], ["f0.png#0"], ["plain0.png#0"]]
    assert desk.runs.prediction("f0.png#0") == predicted(0, 1.0, RUN)


def test_predictions_never_reach_another_project(desk, root, asked, tmp_path):
    other = faces_folder(tmp_path / "other", 6)
    stored_run(other, {0: 5.0})
    desk.open(root)
    desk.runs.use(RUN)
    desk.open(other)  # a run of the same name lies there
    settled(desk)
    desk.qtbot.wait(100)
    assert desk.session.project.predictions(RUN).keys() == {"f0.png#0"}


def test_a_failed_portion_ends_it_with_one_sentence(desk, root, monkeypatch):
    monkeypatch.setattr(prediction_queue, "PORTION", 1)

    def refuse(*_, **__):
        raise InputError("no memory is left")

    monkeypatch.setattr(predicting, "predict_faces", refuse)
    desk.open(root)
    desk.runs.use(RUN)
    settled(desk)
    assert desk.said == ["no memory is left"]


def test_broken_pictures_are_told_together(desk, root, monkeypatch):
    def broken(_folder, faces, _root, progress, **_):
        progress(len(faces), len(faces))
        return {}, [Problem(face.picture, "is broken") for face in faces]

    monkeypatch.setattr(predicting, "predict_faces", broken)
    desk.open(root)
    desk.runs.use(RUN)
    settled(desk)
    assert desk.said == ["f4.png: is broken (and 2 more)"]


def test_a_broken_picture_is_told_once_unless_it_is_asked_for(desk, root, monkeypatch):
    def broken(_folder, faces, _root, progress, **_):
        progress(len(faces), len(faces))
        return {}, [Problem(face.picture, "is broken") for face in faces]

    monkeypatch.setattr(predicting, "predict_faces", broken)
    desk.open(root)
    for _ in range(2):
        desk.runs.use(RUN)
        settled(desk)
    assert len(desk.said) == 1
    desk.runs.predict([desk.session.labels["f4.png#0"]])
    settled(desk)
    assert desk.said[1:] == ["f4.png: is broken"]


def test_the_face_in_view_is_predicted_first_and_alone(desk, root, asked):
    desk.open(root)
    desk.session.choose("f5.png#0")
    desk.runs.use(RUN)
    settled(desk)
    assert asked == [["f5.png#0"], ["f4.png#0", "plain0.png#0"]]


def test_what_a_training_showed_stays_until_it_is_replaced_and_is_not_kept(desk, root, asked):
    desk.open(root)
    desk.runs.begin_live(RUN, {})
    live = predicted(1, 9.0, RUN)
    desk.runs.show_live({"f1.png#0": live})
    (desk.runs.folder(RUN) / "best.safetensors").touch()
    seen = []
    desk.runs.predictions_changed.connect(lambda _: seen.append(desk.runs.prediction("f1.png#0")))
    desk.runs.end_live()
    assert desk.runs.prediction("f1.png#0") == live
    assert desk.runs.error("f1.png#0").pixels == pytest.approx(9.0, abs=0.01)
    assert desk.session.project.predictions(RUN) == {}
    settled(desk)
    final = predicted(0, 1.0, RUN)
    assert (None in seen, desk.runs.prediction("f1.png#0")) == (False, final)
    assert desk.session.project.predictions(RUN)["f1.png#0"] == final
    desk.runs.use("")
    assert desk.runs.prediction("f1.png#0") is None


def test_predictions_that_cannot_be_kept_are_shown_all_the_same(desk, root, asked, monkeypatch):
    desk.open(root)

    def refuse(*_):
        raise InputError("the disk is full")

    monkeypatch.setattr(Project, "keep_predictions", refuse)
    desk.runs.use(RUN)
    settled(desk)
    assert desk.said == ["the disk is full"]
    assert desk.runs.prediction("f5.png#0") is not None


def test_closing_while_predicting_is_quiet(desk, root, asked):
    desk.open(root)
    desk.runs.use(RUN)
    desk.jobs.shutdown()
    desk.session.close()
    desk.qtbot.wait(100)
    assert desk.said == []


def test_without_a_folder_nothing_happens(desk):
    desk.runs.use("0001-bignet")
    desk.runs.predict([])
    assert desk.runs.summaries() == []
    assert desk.said == []


def test_what_was_cancelled_is_not_begun_again_unasked(desk, root, asked, qtbot):
    desk.open(root)
    desk.runs.use(RUN)
    desk.runs.cancel_predicting()
    picture(root / "new.png")
    with qtbot.waitSignal(desk.session.reread, timeout=PATIENCE_MS):
        desk.session.rescan()
    settled(desk)
    assert asked[-1] == ["new.png#0"]
    desk.runs.use(RUN)
    settled(desk)
    assert asked[-1] == ["f4.png#0", "f5.png#0", "plain0.png#0"]
