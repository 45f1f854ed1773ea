"""Saving a copy by its key and going back to it, in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpstudio.core.labelset import FaceState
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, drive

CTRL = Qt.KeyboardModifier.ControlModifier


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
        (copy,) = window.copies.menu.actions()
        assert copy.text() in said.text()
        copy.trigger()
        assert said.text() == f"Nothing has changed since {copy.text()}."

        hit(window, Qt.Key.Key_Return, Qt.Key.Key_Return)
        assert states(window) == [FaceState.CHECKED] * 3
        copy.trigger()
        assert said.text() == "2 faces are as then."
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
        assert not window.copies.menu.isEnabled()
        window.actions_by_key["save_copy"].trigger()
        yield lambda: window.status.message.text().startswith("Saved a copy")
        window.menus["File"].aboutToShow.emit()
        for path in (window.session.project.location / "copies").iterdir():
            path.unlink()
        window.copies.menu.actions()[0].trigger()
        assert window.status.message.text().endswith("is no longer there: choose another one")

    assert drive([str(root)], script) == 0
