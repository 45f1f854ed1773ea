"""Saving a copy by its key and going back to it, in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from kpstudio.app import backups
from kpstudio.core.edits import set_states
from kpstudio.core.labelset import FaceState
from kpstudio.store.retention import Retention
from kpstudio.ui.dialogs.preferences import PreferencesDialog
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, dialog, drive

CTRL = Qt.KeyboardModifier.ControlModifier


def listed(window: MainWindow) -> list[QAction]:
    """Return the copies in the menu: what is neither a heading nor the settings."""
    actions = window.copies.menu.actions()
    return [a for a in actions if a.isEnabled() and a.text()[:1].isdigit()]


def test_a_copy_brings_faces_back_and_that_can_be_undone(tmp_path):
    root = faces_folder(tmp_path / "faces", 3)
    ids = [f"f{number}.png#0" for number in range(3)]

    def states(window: MainWindow) -> list[FaceState]:
        return [window.session.labels[face_id].state for face_id in ids]

    def hit(window: MainWindow, *keys: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        window.canvas.setFocus()
        for which in keys:
            QTest.keyClick(window.canvas, which, held)

    def script(window: MainWindow) -> Script:
        said = window.status.message
        yield lambda: window.canvas.has_picture
        hit(window, Qt.Key.Key_Return)
        hit(window, Qt.Key.Key_S, held=CTRL)
        yield lambda: said.text().startswith("Saved a copy of 20")
        window.menus["File"].aboutToShow.emit()
        (copy,) = listed(window)
        assert copy.text() in said.text()
        copy.trigger()
        assert said.text() == f"Nothing has changed since {copy.text()}."

        hit(window, Qt.Key.Key_Return, Qt.Key.Key_Return)
        assert states(window) == [FaceState.CHECKED] * 3
        copy.trigger()
        assert said.text() == "2 faces restored."
        then = [FaceState.CHECKED, FaceState.LABELLED, FaceState.LABELLED]
        assert states(window) == then
        assert window.session.undo_verb == f"go back to the copy of {copy.text()}"
        hit(window, Qt.Key.Key_Z, held=CTRL)
        assert states(window) == [FaceState.CHECKED] * 3
        hit(window, Qt.Key.Key_Y, held=CTRL)
        assert states(window) == then
        assert set(window.session.project.stored_faces()) == {ids[0]}

    assert drive([str(root)], script) == 0


def test_a_copy_that_is_gone_says_so(tmp_path):
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.menus["File"].aboutToShow.emit()
        words = [action.text() for action in window.copies.menu.actions() if action.text()]
        assert words == ["Saved by hand: none yet", "Automatic: none yet", "Automatic copies…"]
        assert listed(window) == []
        window.actions_by_key["save_copy"].trigger()
        yield lambda: window.status.message.text().startswith("Saved a copy")
        window.menus["File"].aboutToShow.emit()
        for path in (window.session.project.location / "copies").iterdir():
            path.unlink()
        listed(window)[0].trigger()
        assert window.status.message.text().endswith("is no longer there: choose another one")

    assert drive([str(root)], script) == 0


def test_a_face_that_must_stay_does_not_hold_up_going_back(tmp_path):
    root = faces_folder(tmp_path / "faces", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.actions_by_key["save_copy"].trigger()
        yield lambda: window.status.message.text().startswith("Saved a copy")
        window.menus["File"].aboutToShow.emit()
        session = window.session
        session.perform(set_states(session.labels, FaceState.CHECKED))
        session.labels.kept["f1.png#0"] = "f1.png cannot be changed"
        listed(window)[0].trigger()
        yield lambda: dialog(QMessageBox)
        told = dialog(QMessageBox)
        assert told.text() == "1 face was left out: f1.png cannot be changed."
        told.reject()
        states = {face.picture: face.state for face in session.labels}
        assert states.pop("f1.png") is FaceState.CHECKED
        assert set(states.values()) == {FaceState.LABELLED}
        assert window.status.message.text() == "2 faces restored."

    assert drive([str(root)], script) == 0


def test_automatic_copies_are_made_listed_and_gone_back_to(tmp_path):
    root = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.canvas.setFocus()
        QTest.keyClick(window.canvas, Qt.Key.Key_Return)
        window.backups.back_up()
        yield lambda: window.backups._job is None
        QTest.keyClick(window.canvas, Qt.Key.Key_Return)
        states = [face.state for face in window.session.labels]
        assert states == [FaceState.CHECKED, FaceState.CHECKED]
        window.menus["File"].aboutToShow.emit()
        (copy,) = listed(window)
        copy.trigger()
        states = [face.state for face in window.session.labels]
        assert states == [FaceState.CHECKED, FaceState.LABELLED]

        window.copies.menu.actions()[-1].trigger()
        yield lambda: dialog(PreferencesDialog) is not None
        page = dialog(PreferencesDialog)
        shown = [key for key, row in page.rows.items() if row.isVisible()]
        assert shown == ["backup_count", "backup_days"]
        page.rows["backup_count"].field.setValue(3)
        page.rows["backup_days"].field.setValue(7)
        assert window.settings.keeping == Retention(3, 7)

    assert drive([str(root)], script) == 0


def test_one_is_made_soon_after_opening(tmp_path, monkeypatch):
    root = faces_folder(tmp_path / "faces", 2)
    monkeypatch.setattr(backups, "SOON_MS", 10)

    def first(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.canvas.setFocus()
        QTest.keyClick(window.canvas, Qt.Key.Key_Return)

    def second(window: MainWindow) -> Script:
        place = root / ".kpstudio" / "backups"
        yield lambda: place.is_dir() and list(place.glob("*.sqlite"))

    assert drive([str(root)], first) == 0
    assert drive([str(root)], second) == 0
