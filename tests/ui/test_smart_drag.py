"""Neighbours that follow, locks, the meter and fitting, in the real window by mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kpstudio.core.known_shape import shipped_prior
from kpstudio.core.labelset import FaceState
from kpstudio.core.selection import Selection
from kpstudio.store.project import Project
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.shape_words import Oddness, oddness_of
from tests.app.help import SCHEME, faces_folder
from tests.ui import canvas_help as hand
from tests.ui.driver import Script, drive

Key, Mod = Qt.Key, Qt.KeyboardModifier
CHIN, NEXT, EYE = 6, 7, 21
PRIOR = shipped_prior(SCHEME)


def known(window: MainWindow) -> bool:
    return window.canvas.has_picture and window.shapes.known.prior is not None


def points(window: MainWindow) -> np.ndarray:
    return window.session.current.landmarks.xy_image


def shown(window: MainWindow) -> np.ndarray:
    return window.canvas._content.truth_xy()


def place(window: MainWindow, point: int) -> QPoint:
    return hand.place(window.canvas, points(window)[point])


def smart_drag(window: MainWindow, point: int, by: QPoint, let_go: bool = True) -> np.ndarray:
    """Drag a point with Ctrl held; return where it must be then."""
    canvas = window.canvas
    canvas.setFocus()
    start = place(window, point)
    expected = points(window)[point] + np.array([by.x(), by.y()]) / canvas.zoom
    QTest.mousePress(canvas, hand.LEFT, Mod.ControlModifier, start)
    for part in (0.4, 1.0):
        hand.move(canvas, start + by * part, Mod.ControlModifier)
    if let_go:
        QTest.mouseRelease(canvas, hand.LEFT, Mod.ControlModifier, start + by)
    return expected


@pytest.mark.parametrize("zoom", [1.0, 1.7])
def test_with_ctrl_the_neighbours_follow_as_one_edit(tmp_path, zoom):
    root = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: known(window)
        window.canvas.zoom_to(window.canvas.zoom * zoom)
        before = points(window)
        expected = smart_drag(window, CHIN, QPoint(-30, 24))
        after = points(window)
        np.testing.assert_allclose(after[CHIN], expected, atol=0.1)
        wanted = PRIOR.follow(before, [CHIN], after[[CHIN]])
        np.testing.assert_allclose(after, wanted, atol=1e-9)
        assert np.hypot(*(after - before)[NEXT]) > 0.5
        np.testing.assert_array_equal(after[EYE], before[EYE])
        assert window.session.current.state is FaceState.CORRECTED
        assert window.session.undo_verb == "move chin with its neighbours"
        assert window.canvas.selection == Selection.only(CHIN)
        window.actions_by_key["undo"].trigger()
        np.testing.assert_array_equal(points(window), before)
        window.actions_by_key["redo"].trigger()
        np.testing.assert_array_equal(points(window), after)

    assert drive([str(root)], script) == 0
    with Project.open(root) as project:
        assert project.stored_faces()["f0.png#0"].state is FaceState.CORRECTED


def test_they_follow_live_while_the_key_is_held_and_snap_back_by_escape(tmp_path):
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: known(window)
        canvas, before = window.canvas, points(window)
        smart_drag(window, CHIN, QPoint(-30, 24), let_go=False)
        assert "points follow" in canvas._content.note
        followed = shown(window)
        assert (followed[NEXT] != before[NEXT]).any()
        QTest.keyRelease(canvas, Key.Key_Control)
        alone = shown(window)
        np.testing.assert_array_equal(alone[NEXT], before[NEXT])
        np.testing.assert_array_equal(alone[CHIN], followed[CHIN])
        QTest.keyPress(canvas, Key.Key_Control)
        np.testing.assert_array_equal(shown(window), followed)
        np.testing.assert_array_equal(points(window), before)
        QTest.keyClick(canvas, Key.Key_Escape, Mod.ControlModifier)
        np.testing.assert_array_equal(shown(window), before)
        QTest.mouseRelease(canvas, hand.LEFT, Mod.ControlModifier, place(window, CHIN))
        QTest.keyRelease(canvas, Key.Key_Control)
        np.testing.assert_array_equal(points(window), before)
        assert window.session.undo_verb == ""

    assert drive([str(root)], script) == 0


def test_a_plain_drag_moves_one_point_and_tells_of_the_key(tmp_path):
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: known(window)
        before = points(window)
        start = place(window, CHIN)
        QTest.mousePress(window.canvas, hand.LEFT, Mod.NoModifier, start)
        hand.move(window.canvas, start + QPoint(20, 10))
        hint = "Hold Ctrl while dragging to let the neighbours follow."
        assert window.status.message.text() == hint
        QTest.mouseRelease(window.canvas, hand.LEFT, Mod.NoModifier, start + QPoint(20, 10))
        moved = (points(window) != before).any(axis=1)
        assert np.flatnonzero(moved).tolist() == [CHIN]

    assert drive([str(root)], script) == 0


def test_locked_points_stay_whatever_the_hand_does(tmp_path):
    root = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: known(window)
        canvas, before = window.canvas, points(window)
        canvas.setFocus()
        canvas.choose_points(Selection.of((CHIN, NEXT)))
        QTest.keyClick(canvas, Key.Key_K)
        assert "Locked 2 points" in window.status.message.text()
        hand.drag(canvas, place(window, CHIN), QPoint(25, 25))
        np.testing.assert_array_equal(points(window), before)  # the hand finds nothing to hold
        canvas.choose_points(Selection.of((5, CHIN, NEXT, 8)))
        QTest.keyClick(canvas, Key.Key_Right)
        expected = before.copy()
        expected[[5, 8], 0] += 1.0
        np.testing.assert_allclose(points(window), expected)
        canvas.choose_points(Selection())
        smart_drag(window, 5, QPoint(-20, 15))
        np.testing.assert_array_equal(points(window)[[CHIN, NEXT]], before[[CHIN, NEXT]])
        assert (points(window)[4] != expected[4]).any()

        window.session.choose("f1.png#0")  # locks are those of a face
        assert canvas._content.locked == frozenset()
        window.session.choose("f0.png#0")
        yield lambda: canvas.has_picture
        assert canvas._content.locked == {CHIN, NEXT}
        assert "locked" in canvas._content.describe(CHIN)
        canvas.choose_points(Selection.only(CHIN))
        QTest.keyClick(canvas, Key.Key_K)
        assert canvas._content.locked == {NEXT}
        hand.drag(canvas, place(window, CHIN), QPoint(25, 25))
        assert (points(window)[CHIN] != before[CHIN]).all()

    assert drive([str(root)], script) == 0


def test_a_lock_is_drawn(tmp_path):
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: known(window)
        canvas = window.canvas
        window.actions_by_key["edges"].setChecked(False)
        canvas.choose_points(Selection.only(CHIN))
        plain = hand.shot(canvas)
        window.actions_by_key["lock"].trigger()
        canvas.choose_points(Selection())
        locked = hand.shot(canvas)
        canvas.choose_points(Selection.only(CHIN))
        window.actions_by_key["lock"].trigger()
        canvas.choose_points(Selection())
        free = hand.shot(canvas)
        at = place(window, CHIN)
        ratio = canvas.devicePixelRatioF()
        row, column = round(at.y() * ratio), round((at.x() - 6) * ratio)
        around = np.s_[row - 2 : row + 3, column - 2 : column + 3]
        # White, or nearly so where it lies between pixels.
        assert locked[around].max() > 200 and (locked[around] != free[around]).any()
        assert (plain != free).any()

    assert drive([str(root)], script) == 0


def test_the_meter_is_quiet_until_a_drag_leaves_what_faces_do(tmp_path):
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: known(window)
        canvas, meter = window.canvas, window.points.meter
        assert meter.isVisible() and meter.words.text() == "Normal shape"
        assert "240 faces of IMM" in meter.toolTip()
        start = place(window, EYE)
        QTest.mousePress(canvas, hand.LEFT, Mod.NoModifier, start)
        hand.move(canvas, start + QPoint(90, 110))
        assert oddness_of(canvas._content.usual) is Oddness.UNLIKE
        assert meter.words.text() == "Shape unlike the others · right eye outer stands out"
        assert hand.shot(canvas).shape  # with the words at its bottom
        QTest.keyClick(canvas, Key.Key_Escape)
        assert meter.words.text() == "Normal shape"
        QTest.mouseRelease(canvas, hand.LEFT, Mod.NoModifier, start)

    assert drive([str(root)], script) == 0


def test_the_shape_is_fitted_to_the_chosen_points(tmp_path):
    root = faces_folder(tmp_path / "faces", 1)
    chosen = (0, CHIN, 12, 13, 21, 39, 43)

    def script(window: MainWindow) -> Script:
        yield lambda: known(window)
        canvas, before = window.canvas, points(window)
        canvas.setFocus()
        QTest.keyClick(canvas, Key.Key_F, Mod.ShiftModifier)
        assert window.status.message.text().startswith("Select at least 3 points")
        rng = np.random.default_rng(0)
        rest = [k for k in range(58) if k not in chosen and k != 30]
        canvas.points_moved.emit(tuple(rest), before[rest] + rng.uniform(-5, 5, (len(rest), 2)))
        canvas.choose_points(Selection.only(30))
        QTest.keyClick(canvas, Key.Key_K)
        canvas.choose_points(Selection.of(chosen))
        QTest.keyClick(canvas, Key.Key_F, Mod.ShiftModifier)
        after = points(window)
        np.testing.assert_array_equal(after[[*chosen, 30]], before[[*chosen, 30]])
        assert np.hypot(*(after - before).T).max() < 1.0  # the face is a mean shape
        assert window.session.undo_verb == "move 50 points to the shape"
        QTest.keyClick(canvas, Key.Key_Z, Mod.ControlModifier)
        assert np.hypot(*(points(window) - before).T).max() > 3.0

    assert drive([str(root)], script) == 0


def test_without_a_model_it_is_said_why(tmp_path):
    root = faces_folder(tmp_path / "faces", 3)
    for path in root.glob("*.pts"):  # eleven points that nobody knows
        lines = path.read_text().splitlines()
        path.write_text("\n".join([lines[0], "n_points: 11", *lines[2:14], "}"]) + "\n")

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        yield lambda: "learnt from 40" in window.shapes.known.words
        assert not window.points.meter.isVisible()
        before = points(window)
        smart_drag(window, 5, QPoint(20, 10), let_go=False)
        assert window.canvas._content.note.endswith("no shape model yet")
        QTest.mouseRelease(
            window.canvas, hand.LEFT, Mod.ControlModifier, place(window, 5) + QPoint(20, 10)
        )
        moved = (points(window) != before).any(axis=1)
        assert np.flatnonzero(moved).tolist() == [5]
        window.canvas.choose_points(Selection.of((1, 2, 3)))
        window.actions_by_key["fit_shape"].trigger()
        assert window.status.message.text() == (
            "No shape model yet: it is learnt from 40 labelled faces, and this folder has 3."
        )

    assert drive([str(root)], script) == 0
