"""Several runs beside the one in use: what they predict, and what they have yet to predict."""

from __future__ import annotations

import math

import pytest

from kpstudio.app.other_runs import OtherRuns
from kpstudio.core.edits import move_points
from kpstudio.core.errors import InputError
from kpstudio.core.schema import generic_scheme
from kpstudio.tasks import predicting
from tests.app.help import Desk, predicted, stored_run
from tests.app.test_old_run import FIRST, SECOND, THIRD, asked, give_weights, root

__all__ = ["asked", "root"]  # pytest finds fixtures here


@pytest.fixture
def others(desk: Desk) -> OtherRuns:
    made = OtherRuns(desk.session, desk.runs)
    made.failed.connect(desk.said.append)
    return made


def names(others: OtherRuns) -> list[str]:
    return [answers.name for answers in others.chosen]


def settled(desk: Desk, others: OtherRuns) -> None:
    desk.wait(lambda: not others.predicting and not desk.runs.predicting)


def test_any_but_the_run_in_use_can_be_chosen(desk, others, root, asked):
    desk.open(root)
    desk.runs.use(THIRD)
    assert [run.name for run in others.choices()] == [SECOND, FIRST]
    others.choose([FIRST, SECOND])
    assert names(others) == [SECOND, FIRST]  # newest first
    desk.runs.use(FIRST)
    assert names(others) == [SECOND]
    settled(desk, others)
    desk.runs.delete([SECOND])
    assert names(others) == []
    others.choose([THIRD])
    desk.open(root)
    assert names(others) == []


def test_errors_follow_the_points(desk, others, root, asked):
    desk.open(root)
    desk.runs.use(THIRD)
    others.choose([FIRST])
    (answers,) = others.chosen
    face = desk.session.labels["f0.png#0"]
    first = answers.error(face)
    assert first > 0.0
    assert answers.error(face) == first
    assert answers.trained_on == {"f0.png#0", "f1.png#0", "f2.png#0"}
    there = predicted(0, 2.0, FIRST).xy_image  # where it has them
    assert desk.session.perform(move_points(face, range(58), there, "all"))
    assert answers.error(desk.session.labels["f0.png#0"]) == pytest.approx(0.0, abs=1e-6)


def test_what_is_missing_is_predicted_one_run_after_another(desk, others, root, asked):
    desk.open(root)
    desk.runs.use(THIRD)
    desk.session.project.delete_predictions(FIRST)
    others.choose([FIRST, SECOND])
    faces = list(desk.session.labels)
    assert math.isnan(others.chosen[1].error(faces[0]))
    others.predict_missing(faces)
    settled(desk, others)
    assert [len(ids) for ids in asked] == [4, 1, 5]  # those of the newer run, then the face in view
    assert all(math.isfinite(a.error(face)) for a in others.chosen for face in faces)
    others.cancel()
    assert desk.said == []


def test_a_run_of_other_points_says_why_it_is_left_out(desk, others, root, asked):
    other = "0004-bignet"
    stored_run(root, {}, other, scheme=generic_scheme(7))
    give_weights(root, other)
    desk.open(root)
    desk.runs.use(THIRD)
    others.choose([other, FIRST])
    assert names(others) == [FIRST]
    assert other in desk.said[0]


@pytest.mark.parametrize(("run", "stays"), [(SECOND, True), (FIRST, False)])
def test_a_run_that_fails_to_predict_says_so_once(desk, others, root, monkeypatch, run, stays):
    def fail(*_, **__):
        raise InputError("its weights are damaged: train it again")

    monkeypatch.setattr(predicting, "predict_faces", fail)
    desk.open(root)
    desk.runs.use(THIRD)
    desk.session.project.delete_predictions(FIRST)
    others.choose([run])
    others.predict_missing(list(desk.session.labels))
    settled(desk, others)
    told = f"{run} cannot predict more faces: its weights are damaged: train it again"
    assert desk.said.count(told) == 1
    assert names(others) == [run] * stays
    others.predict_missing(list(desk.session.labels))
    settled(desk, others)
    assert desk.said.count(told) == 1
