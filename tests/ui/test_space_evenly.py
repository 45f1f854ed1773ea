"""Spacing points along a line and bending it, in the real window."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kpstudio.core.contour import Bend, spaced_evenly
from kpstudio.core.selection import Selection
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, drag, drive

JAW = tuple(range(13))
Key = Qt.Key


def test_the_jaw_is_spaced_evenly_as_one_edit(tmp_path):
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        canvas, session = window.canvas, window.session
        canvas.setFocus()
        before = session.current.landmarks.xy_image
        QTest.keyClick(canvas, Key.Key_E)
        assert window.status.message.text().startswith("Select at least 3 points")
        canvas.choose_points(Selection.only(6))
        QTest.keyClick(canvas, Key.Key_K)
        canvas.choose_points(Selection.of(JAW))
        QTest.keyClick(canvas, Key.Key_E)
        after = session.current.landmarks.xy_image
        np.testing.assert_allclose(after[list(JAW)], spaced_evenly(before[list(JAW)], [6]))
        np.testing.assert_array_equal(after[[0, 6, 12]], before[[0, 6, 12]])
        np.testing.assert_array_equal(after[13:], before[13:])
        gaps = np.hypot(*np.diff(after[:7], axis=0).T)
        np.testing.assert_allclose(gaps, gaps.mean(), rtol=0.05)
        assert window.status.message.text() == "Spaced 13 points evenly from jaw 1 to jaw 13."
        QTest.keyClick(canvas, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        np.testing.assert_array_equal(session.current.landmarks.xy_image, before)

    assert drive([str(root)], script) == 0


@pytest.mark.parametrize("zoom", [6.0, 9.0])
def test_a_dragged_point_bends_the_jaw_while_that_is_switched_on(tmp_path, zoom):
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        window.resize(1280, 684)
        yield lambda: window.canvas.has_picture
        canvas, session = window.canvas, window.session
        canvas.setFocus()
        before = session.current.landmarks.xy_image
        canvas.zoom_at(6, 1.0)
        canvas.zoom_to(zoom)
        by = QPoint(24, 18)

        def pull() -> np.ndarray:
            start = canvas.view_from_image(before[6].tolist()).toPoint()
            drag(canvas, start, start + by)
            return session.current.landmarks.xy_image

        QTest.keyClick(canvas, Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
        assert window.status.message.text().startswith("Drag a point of the jaw or a brow to bend")
        bent = pull()
        there = before[6] + np.array([by.x(), by.y()]) / zoom
        np.testing.assert_allclose(bent, Bend(before, JAW, 6)([there]), atol=0.1)
        assert session.undo_verb == "move chin with its neighbours"
        QTest.keyClick(canvas, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(canvas, Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
        alone = pull()
        np.testing.assert_allclose(alone[6], there, atol=0.1)
        np.testing.assert_array_equal(np.delete(alone, 6, 0), np.delete(before, 6, 0))

    assert drive([str(root)], script) == 0
