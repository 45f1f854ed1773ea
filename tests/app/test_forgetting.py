"""What a run has predicted is deleted, a little at once and much behind the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpstudio.app import forgetting
from kpstudio.app.forgetting import Forgetting
from kpstudio.core.errors import InputError
from kpstudio.store import predictions
from kpstudio.store.project import Project
from tests.app.help import Desk, faces_folder, stored_run


@pytest.fixture
def known(desk: Desk, tmp_path: Path, monkeypatch) -> Project:
    """An open project with six predictions of two runs, of which two are deleted in one go."""
    monkeypatch.setattr(predictions, "FORGOTTEN_AT_ONCE", 2)
    root = faces_folder(tmp_path / "faces", 6)
    for name in ("0001-bignet", "0002-best"):
        stored_run(root, dict.fromkeys(range(6), 1.0), name)
    desk.open(root)
    project = desk.session.project
    assert project is not None
    return project


@pytest.mark.parametrize("few", [3, 100], ids=["behind the window", "at once"])
def test_a_run_forgets_what_it_predicted_and_another_does_not(desk, known, monkeypatch, few):
    monkeypatch.setattr(forgetting, "FEW", few)
    left: list[int] = []
    Forgetting(desk.session, desk.session).forget(
        "0001-bignet", desk.said.append, lambda: left.append(len(known.predictions("0001-bignet")))
    )
    assert bool(left) == (few > 6)
    desk.wait(lambda: bool(left))
    assert left == [0]
    assert len(known.predictions("0002-best")) == 6
    assert desk.said == []


@pytest.mark.parametrize("few", [3, 100], ids=["behind the window", "at once"])
def test_what_cannot_be_deleted_is_told_once_and_what_follows_is_done(
    desk, known, monkeypatch, few
):
    def refuse(*_):
        raise InputError("the disk is write-protected")

    monkeypatch.setattr(forgetting, "FEW", few)
    monkeypatch.setattr(forgetting, "forget_predictions", refuse)
    monkeypatch.setattr(Project, "delete_predictions", refuse)
    done: list[str] = []
    forgets = Forgetting(desk.session, desk.session)
    forgets.forget("0001-bignet", desk.said.append, lambda: done.append("then"))
    desk.wait(lambda: bool(done))
    assert (desk.said, done) == (["the disk is write-protected"], ["then"])
    assert len(known.predictions("0001-bignet")) == 6


def test_in_another_folder_nothing_follows(desk, known, monkeypatch, tmp_path):
    monkeypatch.setattr(forgetting, "FEW", 3)
    done: list[str] = []
    forgets = Forgetting(desk.session, desk.session)
    forgets.forget("0001-bignet", desk.said.append, lambda: done.append("then"))
    desk.open(faces_folder(tmp_path / "other", 1))
    desk.qtbot.wait(200)
    assert (done, desk.said) == ([], [])


def test_a_run_that_was_trained_on_is_used_once_what_is_out_of_date_is_gone(
    desk, known, monkeypatch
):
    monkeypatch.setattr(forgetting, "FEW", 3)
    (desk.runs.folder("0001-bignet") / "best.safetensors").write_bytes(b"")
    used: list[int] = []
    monkeypatch.setattr(desk.runs, "use", lambda name: used.append(len(known.predictions(name))))
    desk.runs.begin_live("0001-bignet", {})
    desk.runs.end_live()
    assert used == []
    desk.wait(lambda: bool(used))
    assert used == [0]
