"""Several chosen points stretched, turned and led by keys, in the real window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpstudio.core.contour import Bend
from kpstudio.core.edits import move_points, set_states
from kpstudio.core.known_shape import shipped_prior
from kpstudio.core.labelset import FaceState
from kpstudio.core.selection import Selection
from kpstudio.ui.main_window import MainWindow
from tests.app.help import SCHEME, faces_folder
from tests.ui.driver import Script, drive

Key, Mod = Qt.Key, Qt.KeyboardModifier
LED = Mod.ControlModifier | Mod.ShiftModifier
EYE = (13, 14, 15, 16, 17, 18, 19, 20)
CHIN, JAW = 6, tuple(range(13))
PRIOR = shipped_prior(SCHEME)


def points(window: MainWindow) -> NDArray[np.float64]:
    face = window.session.current
    assert face is not None
    assert face.landmarks is not None
    return face.landmarks.xy_image


def known(window: MainWindow) -> bool:
    return window.canvas.has_picture and window.shapes.known.prior is not None


@pytest.mark.parametrize(
    ("key", "held", "across", "down"),
    [
        (Key.Key_Plus, Mod.NoModifier, 1.01, 1.01),
        (Key.Key_Plus, Mod.ShiftModifier, 1.01, 1.01),
        (Key.Key_Minus, Mod.NoModifier, 1 / 1.01, 1 / 1.01),
        (Key.Key_Plus, Mod.AltModifier, 1.01, 1.0),
        (Key.Key_Equal, Mod.AltModifier, 1.01, 1.0),
        (Key.Key_Minus, Mod.AltModifier, 1 / 1.01, 1.0),
    ],
)
def test_keys_stretch_the_chosen_points_and_one_undo_takes_all_steps_back(
    tmp_path: Path, key: Key, held: Mod, across: float, down: float
) -> None:
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        before, eye = points(window), list(EYE)
        window.canvas.setFocus()
        window.canvas.choose_points(Selection.of(EYE))
        for _ in range(3):
            QTest.keyClick(window.canvas, key, held)
        about = before[eye].mean(axis=0)
        expected = before.copy()
        expected[eye] = about + (before[eye] - about) * (across**3, down**3)
        np.testing.assert_allclose(points(window), expected, atol=1e-9)
        QTest.keyClick(window.canvas, Key.Key_Z, Mod.ControlModifier)
        np.testing.assert_array_equal(points(window), before)

    assert drive([str(root)], script) == 0


def test_with_ctrl_and_shift_the_neighbours_follow_the_arrow_keys(tmp_path: Path) -> None:
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: known(window)
        canvas, before = window.canvas, points(window)
        canvas.setFocus()
        canvas.choose_points(Selection.only(CHIN))
        expected = before
        for key, step in ((Key.Key_Left, (-1.0, 0.0)), (Key.Key_Down, (0.0, 1.0))):
            QTest.keyClick(canvas, key, LED)
            expected = PRIOR.follow(expected, [CHIN], expected[[CHIN]] + step)
        np.testing.assert_allclose(points(window), expected, atol=1e-9)
        assert np.hypot(*(points(window) - before)[CHIN + 1]) > 0.1
        assert window.session.undo_verb == "move chin with its neighbours"
        assert canvas.selection == Selection.only(CHIN)
        QTest.keyClick(canvas, Key.Key_Z, Mod.ControlModifier)
        np.testing.assert_array_equal(points(window), before)

    assert drive([str(root)], script) == 0


def test_a_line_bends_where_no_shape_is_known(tmp_path: Path) -> None:
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: known(window)
        canvas, before = window.canvas, points(window)
        canvas.set_shape_prior(None)
        canvas.setFocus()
        canvas.choose_points(Selection.only(CHIN))
        QTest.keyClick(canvas, Key.Key_Right, LED)
        alone = points(window)
        assert np.flatnonzero((alone != before).any(axis=1)).tolist() == [CHIN]
        QTest.keyClick(canvas, Key.Key_E, Mod.ShiftModifier)
        QTest.keyClick(canvas, Key.Key_Down, LED)
        bent = Bend(alone, JAW, CHIN)([alone[CHIN] + (0.0, 1.0)])
        np.testing.assert_allclose(points(window), bent, atol=1e-9)

    assert drive([str(root)], script) == 0


def test_points_that_have_no_room_stay_and_that_is_no_edit(tmp_path: Path) -> None:
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: known(window)
        canvas, session = window.canvas, window.session
        face, limits = session.current, canvas.limits_image
        assert face is not None
        low = points(window)[CHIN].copy()
        low[1] = limits.bottom
        assert session.perform(move_points(face, [CHIN], low[None], "move chin"))
        assert session.perform(set_states((session.current,), FaceState.CHECKED))
        canvas.setFocus()
        canvas.choose_points(Selection.only(CHIN))
        there, done = points(window), session.undo_verb
        QTest.keyClick(canvas, Key.Key_Down, LED)
        np.testing.assert_array_equal(points(window), there)
        assert session.undo_verb == done
        assert session.current.state is FaceState.CHECKED
        QTest.keyClick(canvas, Key.Key_Up, LED)
        assert session.undo_verb == "move chin with its neighbours"

    assert drive([str(root)], script) == 0
