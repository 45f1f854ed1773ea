"""Whose predictions the picture shows."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from kpstudio.app.old_run import OldRun
from kpstudio.app.two_runs import TwoRuns
from kpstudio.store.project import Project
from kpstudio.tasks import predicting
from tests.app.help import Desk, faces_folder, predicted, stored_run

FIRST, SECOND = "0001-bignet", "0002-bignet"
FACE = "f0.png#0"


@pytest.fixture
def two(desk: Desk, tmp_path: Path) -> TwoRuns:
    """Two runs of which the second is in use; the first lacks the last face."""
    root = faces_folder(tmp_path / "faces", 4)
    stored_run(root, dict.fromkeys(range(3), 2.0), FIRST)
    stored_run(root, dict.fromkeys(range(4), 1.0), SECOND)
    with Project.open(root) as project:
        for run in (FIRST, SECOND):
            (project.runs_folder / run / "best.safetensors").write_bytes(b"")
    old = OldRun(desk.session, desk.runs)
    desk.open(root)
    desk.runs.use(SECOND)
    return TwoRuns(desk.runs, old)


def runs_shown(two: TwoRuns, desk: Desk, face_id: str = FACE) -> list[str]:
    return [p.run if p is not None else "" for p in two.of(desk.session.labels[face_id])]


def test_the_run_in_use_is_shown_alone_until_asked(two, desk):
    assert runs_shown(two, desk) == [SECOND, ""]
    two.swap(True)
    assert runs_shown(two, desk) == [SECOND, ""]  # there is none to swap with
    assert not two.comparing
    two.old.choose(FIRST)
    assert runs_shown(two, desk) == [FIRST, ""]
    two.show_both(True)
    assert runs_shown(two, desk) == [FIRST, SECOND]
    two.swap(False)
    assert runs_shown(two, desk) == [SECOND, FIRST]
    two.show_both(False)
    assert runs_shown(two, desk) == [SECOND, ""]


def test_errors_of_both_are_told(two, desk):
    face = desk.session.labels[FACE]
    used, other = two.errors(face)
    assert used > 0.0
    assert math.isnan(other)
    two.old.choose(FIRST)
    assert two.errors(face) == pytest.approx((used, 2 * used))


def test_what_is_in_sight_is_predicted(two, desk, monkeypatch, qtbot):
    asked: list[str] = []

    def predict(folder, faces, *_, **__):
        asked.extend(face.id for face in faces)
        return {face.id: predicted(3, 4.0, folder.name) for face in faces}, []

    monkeypatch.setattr(predicting, "predict_faces", predict)
    two.old.choose(FIRST)
    face = desk.session.labels["f3.png#0"]
    two.ask_for(face)
    assert not two.old.predicting  # out of sight
    two.swap(True)
    two.ask_for(face)
    with qtbot.waitSignal(two.changed):
        pass
    qtbot.waitUntil(lambda: not two.old.predicting)
    assert asked == ["f3.png#0"]
    assert runs_shown(two, desk, "f3.png#0") == [FIRST, ""]
