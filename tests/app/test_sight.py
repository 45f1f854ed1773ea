"""What the run in use sees of faces, with a network that is not there."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from kpstudio.app import sight
from kpstudio.app.sight import LIVE, NO_RUN, NONE_WAITS, NOT_YET, Sight
from kpstudio.core.dependence import Dependence
from kpstudio.core.edits import move_points
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.geometry import Box
from tests.app.help import Desk, faces_folder, stored_run


@pytest.fixture
def looked_at(monkeypatch) -> list[list[str]]:
    """Return the ids of the faces that the network was shown, call by call."""
    calls: list[list[str]] = []

    def see(run, faces, root, progress):
        calls.append([face.id for face in faces])
        for done in range(len(faces)):
            if not progress(done + 1, len(faces)):
                raise Cancelled("looking was cancelled")
        angle = {face.id: 0.3 * k for k, face in enumerate(faces)}
        told = {i: np.array([np.cos(a), np.sin(a)], np.float32) for i, a in angle.items()}
        told.pop("plain1.png#0", None)  # it cannot be read
        return told, []

    monkeypatch.setattr(sight, "see_faces", see)
    return calls


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    root = faces_folder(tmp_path / "faces", 4, unlabelled=3)
    stored_run(root, dict.fromkeys(range(4), 1.0))
    made = Desk(qtbot)
    made.runs.predict_missing = lambda: None  # the stored run has no weights
    made.sight = Sight(made.session, made.runs)
    made.sight.failed.connect(made.said.append)
    made.ranked, made.compared, made.depended = [], [], []
    made.sight.ranked.connect(lambda picks, waiting: made.ranked.append((picks, waiting)))
    made.sight.compared.connect(lambda _, away: made.compared.append(away))
    made.sight.depended.connect(lambda i, found: made.depended.append((i, found)))
    made.open(root)
    made.name = "0001-bignet"
    yield made
    made.close()


def test_what_is_missing_is_said(desk, looked_at, monkeypatch):
    face = desk.session.labels["f0.png#0"]
    facts = desk.faces.facts
    assert desk.sight.rank(facts) == NO_RUN
    assert desk.sight.compare(face) == NO_RUN
    assert desk.sight.ask_dependence(face) == NO_RUN
    desk.runs.use(desk.name)
    monkeypatch.setattr(type(desk.runs), "predicting", True)
    assert desk.sight.rank(facts) == NOT_YET
    monkeypatch.setattr(type(desk.runs), "predicting", False)
    monkeypatch.setattr(type(desk.runs), "live", True)
    assert desk.sight.compare(face) == LIVE
    monkeypatch.setattr(type(desk.runs), "live", False)
    monkeypatch.setattr(sight.Before, "of", lambda *_: sight.Before((), (), {}, {}))
    assert desk.sight.rank(facts) == NONE_WAITS
    assert looked_at == []


def test_faces_are_looked_at_once_until_they_change(desk, looked_at):
    desk.runs.use(desk.name)
    assert desk.sight.rank(desk.faces.facts) == ""
    desk.wait(lambda: desk.ranked)
    ((picks, waiting),) = desk.ranked
    assert waiting == 3
    assert {pick.id for pick in picks} == {"plain0.png#0", "plain2.png#0"}
    assert len(looked_at.pop()) == 7
    face = desk.session.labels["f1.png#0"]
    desk.session.perform(move_points(face, (3,), face.landmarks.xy_image[[3]] + 1.0, "chin"))
    assert desk.sight.compare(desk.session.labels["f0.png#0"]) == ""
    desk.wait(lambda: desk.compared)
    assert sorted(looked_at.pop()) == ["f1.png#0", "plain1.png#0"]
    assert desk.compared[0]["f0.png#0"] == pytest.approx(0.0)
    assert desk.sight.compare(desk.session.labels["plain1.png#0"]) == ""
    desk.wait(lambda: desk.said)
    assert desk.said == ["plain1.png cannot be read: choose another face"]
    desk.runs.use("")
    desk.runs.use(desk.name)  # another run sees other things
    assert desk.sight.rank(desk.faces.facts) == ""
    desk.wait(lambda: len(desk.ranked) == 2)
    assert len(looked_at.pop()) == 7


def test_what_is_asked_for_last_counts(desk, looked_at, monkeypatch):
    found = Dependence(Box(0.0, 0.0, 9.0, 9.0), np.zeros((2, 2, 58)))
    monkeypatch.setattr(sight, "depends_on", lambda *_: found)
    desk.runs.use(desk.name)
    face = desk.session.labels["f2.png#0"]
    ended = []
    desk.sight.ended.connect(lambda: ended.append(True))
    desk.sight.rank(desk.faces.facts)
    desk.sight.ask_dependence(face)
    desk.wait(lambda: desk.depended)
    desk.wait(lambda: ended)
    assert desk.depended == [(face.id, found)]
    assert desk.ranked == []
    desk.sight.rank(desk.faces.facts)
    desk.sight.cancel()
    assert len(ended) == 2
    desk.qtbot.wait(100)
    assert desk.ranked == []
    assert desk.said == []


def test_what_went_wrong_is_said(desk, monkeypatch):
    def fail(*_):
        raise InputError("this run has no weights: choose another")

    monkeypatch.setattr(sight, "depends_on", fail)
    desk.runs.use(desk.name)
    desk.sight.ask_dependence(desk.session.labels["f2.png#0"])
    desk.wait(lambda: desk.said)
    assert desk.said == ["this run has no weights: choose another"]


def test_pictures_that_were_read_again_are_looked_at_again(desk, looked_at):
    desk.runs.use(desk.name)
    desk.sight.rank(desk.faces.facts)
    desk.wait(lambda: desk.ranked)
    with desk.qtbot.waitSignal(desk.session.reread):
        desk.session.rescan()
    desk.sight.rank(desk.faces.facts)
    desk.wait(lambda: len(desk.ranked) == 2)
    assert [len(ids) for ids in looked_at] == [7, 7]
