"""Spacing points along a curve, in the real window."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpstudio.core.contour import spaced_evenly
from kpstudio.core.selection import Selection
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, drive

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
        assert window.status.message.text().startswith("Choose 3 points or more")
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
