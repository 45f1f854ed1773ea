"""Copying and pasting in the window: points, the picture as seen, photos stay photos."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kpstudio.core.selection import Selection
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, drive, key

CTRL = Qt.KeyboardModifier.ControlModifier


def test_points_go_from_face_to_face_in_one_step(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 2, unlabelled=1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        session = window.session
        first, second = (session.labels[f"f{n}.png#0"] for n in (0, 1))
        session.choose(first.id)
        yield lambda: window.canvas.has_picture
        window.canvas.choose_points(Selection.of((1, 2)))
        window.canvas.setFocus()
        key(window, Qt.Key.Key_C, CTRL)
        assert QGuiApplication.clipboard().text().count("\n") == 3
        session.choose(second.id)
        yield lambda: window.canvas.has_picture
        window.canvas.setFocus()
        key(window, Qt.Key.Key_V, CTRL)
        after = session.labels[second.id].landmarks.xy_image
        np.testing.assert_array_equal(after[[1, 2]], first.landmarks.xy_image[[1, 2]])
        np.testing.assert_array_equal(after[0], second.landmarks.xy_image[0])
        assert "2 points pasted" in window.status.message.text()
        key(window, Qt.Key.Key_V, CTRL)
        assert "already in place" in window.status.message.text()
        window.actions_by_key["undo"].trigger()
        assert session.labels[second.id] == second

    assert drive([str(folder)], script) == 0


def test_what_does_not_fit_is_told_and_changes_nothing(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        before = window.session.current
        for text, told in (
            ("point\tx\ty\tseen\ntail\t1\t2\tvisible", "has no point “tail”"),
            ("some words", "Nothing to paste"),
        ):
            QGuiApplication.clipboard().setText(text)
            window.actions_by_key["paste"].trigger()
            assert told in window.status.message.text()
        assert window.session.current == before
        assert not window.session.undo_verb
        QGuiApplication.clipboard().clear()

    assert drive([str(folder)], script) == 0


def test_the_picture_is_copied_as_it_is_seen(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.actions_by_key["copy_picture"].trigger()
        copied, canvas = QGuiApplication.clipboard().image(), window.canvas
        assert copied.size() == canvas.size() * canvas.devicePixelRatio()
        assert copied == canvas.grab().toImage().convertToFormat(copied.format())
        QGuiApplication.clipboard().clear()

    assert drive([str(folder)], script) == 0
