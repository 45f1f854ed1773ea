"""What takes a while has a Cancel button, and what was cancelled is said and left whole."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QPushButton

from kpstudio.app import measuring_ahead
from kpstudio.app.face_list import Scope
from kpstudio.core.errors import Cancelled
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.driver import Script, drive, press


def cancels(window: MainWindow) -> bool:
    """Press Cancel, once it is there."""
    if window.status.cancel.isHidden():
        return False
    window.status.cancel.click()
    return True


def held(monkeypatch, where: str) -> None:
    """Let a function that tells its progress last until it is cancelled."""

    def last(*given, **_):
        progress = next(one for one in given if callable(one))
        wait = threading.Event()
        while progress(1, 10) is not False:  # a cancelled one returns so, or raises
            wait.wait(0.01)
        raise Cancelled("cancelled")

    monkeypatch.setattr(where, last)


def test_drawing_the_sample_can_be_cancelled(monkeypatch):
    held(monkeypatch, "kpstudio.tasks.demo.sample_folder")

    def script(window: MainWindow) -> Script:
        press(window.welcome, "Open sample faces")
        yield lambda: "Drawing faces 1 of 10" in window.status.message.text()
        assert cancels(window)
        yield lambda: not window.status.progress.isVisible()
        assert window.status.message.text().startswith("Drawing was cancelled")
        assert not window.session.is_open
        assert window.pages.currentWidget() is window.welcome

    assert drive([], script) == 0


def test_the_sample_can_be_asked_for_again_before_the_cancel_is_seen(monkeypatch, sample_faces):
    begun = []

    def draw(progress):
        begun.append(progress)
        while len(begun) == 1:  # until it is cancelled
            progress(1, 10)
            threading.Event().wait(0.01)
        return sample_faces

    monkeypatch.setattr("kpstudio.tasks.demo.sample_folder", draw)

    def script(window: MainWindow) -> Script:
        window.files.open_sample()
        yield lambda: "Drawing faces 1 of 10" in window.status.message.text()
        assert cancels(window)
        window.files.open_sample()
        yield lambda: window.session.path == sample_faces
        assert len(begun) == 2

    assert drive([], script) == 0


def test_opening_can_be_cancelled_from_its_first_moment(tmp_path, monkeypatch):
    root, other = faces_folder(tmp_path / "faces", 1), faces_folder(tmp_path / "other", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        held(monkeypatch, "kpstudio.app.reading.open_path")
        window.files.open(other)
        assert window.status.message.text() == "Opening…"
        assert cancels(window)
        yield lambda: not window.session.opening
        assert not window.status.progress.isVisible()
        assert window.status.message.text() == "Nothing was opened."
        assert window.session.path == root

    assert drive([str(root)], script) == 0


def test_predicting_can_be_cancelled(tmp_path, monkeypatch):
    root = faces_folder(tmp_path / "faces", 3)
    run = stored_run(root, {0: 1.0})
    held(monkeypatch, "kpstudio.tasks.predicting.predict_faces")

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.runs.use(run)
        yield lambda: "Predicting 1 of 2" in window.status.message.text()
        assert cancels(window)
        yield lambda: not window.runs.predicting
        assert not window.status.progress.isVisible()
        assert "2 faces are left" in window.status.message.text()
        assert window.runs.prediction("f0.png#0") is not None
        assert window.runs.prediction("f1.png#0") is None
        window.runs.use(run)
        yield lambda: cancels(window)  # the rest was asked for again

    assert drive([str(root)], script) == 0


def test_tab_part_and_search_stay_with_the_list_that_was_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(measuring_ahead, "FEW", 0)
    monkeypatch.setattr("kpstudio.app.undo.MANY_FACES", 1)
    root = faces_folder(tmp_path / "faces", 4)
    run = stored_run(root, dict.fromkeys(range(4), 1.0))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        model, faces, wait = window.faces_model, window.faces, window.session.wait
        window.runs.predict_missing = lambda: None  # type: ignore[method-assign]  # no weights
        window.runs.use(run)
        yield lambda: window.runs.run

        def impatiently(*_):
            raise Cancelled("cancelled")

        def unmeasured(act) -> None:
            window.runs.errors.forget()
            window.session.wait = impatiently
            act()
            window.session.wait = wait

        tabs = window.actions_by_key
        unmeasured(tabs["show_review"].trigger)
        assert (window.workspace, model.scope) == (Workspace.LABEL, Scope.ALL)
        assert tabs["show_label"].isChecked() and not tabs["show_review"].isChecked()
        assert not faces._parts.isVisible() and not window.side.isTabVisible(1)
        unmeasured(lambda: faces.search.setText("error>3"))
        assert faces.search.text() == model.text == ""
        tabs["show_review"].trigger()
        assert (window.workspace, model.scope) == (Workspace.REVIEW, Scope.REVIEWED)
        part = {one.text(): one for one in faces._parts.findChildren(QPushButton)}
        unmeasured(part["Both"].click)
        assert faces.part == model.split == "val"
        assert part["Validation"].isChecked() and not part["Both"].isChecked()
        part["Training"].click()
        assert faces.part == model.split == "train"
        assert part["Training"].isChecked()

    assert drive([str(root)], script) == 0


def test_saving_a_copy_can_be_cancelled(tmp_path, monkeypatch):
    held(monkeypatch, "kpstudio.ui.commands.copies.save_copy")
    root = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.actions_by_key["save_copy"].trigger()
        yield lambda: window.status.message.text() == "Saving a copy: 10 %"
        assert cancels(window)
        yield lambda: not window.status.progress.isVisible()
        assert not window.status.message.text().startswith("Saving")

    assert drive([str(root)], script) == 0
