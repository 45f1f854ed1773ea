"""Training further on corrections from the page one is on, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from kpstudio.core.selection import Selection
from kpstudio.ui.commands.retraining import in_words
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.shortcuts import tip_of
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.driver import Script, dialog, drive, later, press

FIRST, SECOND = "0001-smallnet", "0002-smallnet"


@pytest.mark.parametrize(
    ("faces", "corrected", "said"),
    [
        (192, 14, "Continuing run 3 on 192 faces, 14 of them corrected"),
        (1, 0, "Continuing run 3 on 1 face, none of them corrected"),
    ],
)
def test_it_is_said_what_it_trains_on(faces: int, corrected: int, said: str) -> None:
    assert in_words("run 3", faces, corrected).startswith(said)


def first_run(window: MainWindow) -> Script:
    """Train SmallNet for a moment, and wait until it has predicted every face."""
    yield lambda: window.canvas.has_picture
    assert not window.actions_by_key["retrain"].isEnabled()
    window.train_settings.preset.choose("smallnet")
    window.train_settings.epochs.setValue(1)
    window.training.start()
    yield lambda: window.desk.running
    assert not window.actions_by_key["retrain"].isEnabled()
    yield lambda: not window.desk.running and not window.runs.predicting


def test_a_correction_in_review_is_trained_on_and_what_moved_is_shown(sample_faces):
    def script(window: MainWindow) -> Script:
        window.resize(1280, 684)
        yield from first_run(window)
        window.show_workspace(Workspace.REVIEW)
        window.faces.choose_first()
        yield lambda: window.canvas.has_picture
        held_out = window.faces_model.face_ids
        trained = next(i for i in window.session.labels.ids if i not in held_out)
        window.session.choose(trained)
        yield lambda: window.canvas.has_picture
        window.canvas.choose_points(Selection.only(52))
        window.canvas.setFocus()
        QTest.keyClick(window.canvas, Qt.Key.Key_Right)

        press(window.header, "Train on corrections")
        yield lambda: window.desk.running
        said = window.status.message.text()
        assert said.startswith("Continuing run 1 · SmallNet on"), said
        assert "1 of them corrected" in said
        assert window.workspace is Workspace.REVIEW
        assert window.strip.isVisible()
        assert not window.actions_by_key["retrain"].isEnabled()
        assert window.faces_model.rowCount() == len(held_out)  # as the first run had them
        yield lambda: not window.desk.running
        assert window.workspace is Workspace.REVIEW
        assert window.side.currentWidget() is window.what_moved
        table = window.what_moved.faces.rows
        yield lambda: window.runs.run == SECOND and table.rowCount() == len(held_out)
        assert window.old_run.name == FIRST
        assert window.what_moved.choice.currentText() == "run 1 · SmallNet"
        assert window.what_moved.result.text().endswith(f"over {len(held_out)} faces.")
        config = window.runs.open_run(SECOND).config
        assert config["start"] == str(window.runs.folder(FIRST))
        assert config["corrected_weight"] == 3.0
        split = window.runs.open_run(SECOND).split
        assert set(split.validation) == set(held_out)
        assert trained in split.training

    assert drive([str(sample_faces)], script) == 0


def test_the_key_trains_on_from_the_photos_page(sample_faces):
    def script(window: MainWindow) -> Script:
        yield from first_run(window)
        window.show_workspace(Workspace.PHOTOS)
        action = window.actions_by_key["retrain"]
        assert action.isEnabled()
        keys = action.shortcut().toString()
        assert keys == "Ctrl+Shift+C"
        assert keys in tip_of(action)
        later(action.trigger)
        yield lambda: window.desk.running
        assert "none of them corrected" in window.status.message.text()
        yield lambda: not window.desk.running
        assert window.workspace is Workspace.PHOTOS
        assert window.runs.run == SECOND

    assert drive([str(sample_faces)], script) == 0


def test_a_run_without_weights_is_refused_in_a_sentence(tmp_path):
    root = faces_folder(tmp_path / "faces", 4)
    name = stored_run(root, dict.fromkeys(range(4), 1.0))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.runs.use(name)
        later(window.actions_by_key["retrain"].trigger)
        yield lambda: dialog(QMessageBox) is not None
        assert "has no weights to continue from" in dialog(QMessageBox).text()
        dialog(QMessageBox).reject()
        assert not window.desk.running

    assert drive([str(root)], script) == 0
