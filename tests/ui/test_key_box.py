"""A box drawn by keys alone: begun, moved, resized, taken or given up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from kpstudio.core.geometry import Box
from kpstudio.ui.canvas import Canvas, key_box
from kpstudio.ui.canvas.boxes import SMALLEST_BOX
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui import canvas_help as hand
from tests.ui.driver import Script, drive

Key, Mod = Qt.Key, Qt.KeyboardModifier
LIMITS = Box(-0.5, -0.5, 199.5, 149.5)
PLACES = st.tuples(st.floats(-0.5, 190.0), st.floats(-0.5, 140.0))


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return hand.shown(qtbot)


@pytest.fixture
def boxes(canvas: Canvas) -> list[Box]:
    """Those that were drawn."""
    found: list[Box] = []
    canvas.box_drawn.connect(found.append)
    return found


def press(canvas: Canvas, *keys: Key, held: Mod = Mod.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(canvas, key, held)


def test_the_face_s_own_box_is_moved_and_taken(canvas: Canvas, boxes: list[Box]) -> None:
    canvas.set_faces([hand.face(box_image=Box(50, 40, 150, 100))], 0)
    canvas.start_box()
    press(canvas, Key.Key_Return)
    assert canvas._banner().startswith("Arrow keys move the box")
    press(canvas, Key.Key_Right, Key.Key_Right, Key.Key_Up)
    press(canvas, Key.Key_Down, held=Mod.ShiftModifier)
    assert boxes == []
    press(canvas, Key.Key_Enter)
    assert boxes == [Box(52, 49, 152, 109)]
    assert not canvas.asking
    assert canvas._content.rubber is None


def test_without_one_a_square_in_the_middle_is_resized(canvas: Canvas, boxes: list[Box]) -> None:
    canvas.start_box()
    press(canvas, Key.Key_Return, Key.Key_Plus, Key.Key_Minus, Key.Key_Return)
    ((left, top, right, bottom),) = [(b.left, b.top, b.right, b.bottom) for b in boxes]
    assert (left, top, right, bottom) == pytest.approx((49.5, 24.5, 149.5, 124.5))


def test_with_ctrl_an_edge_moves(canvas: Canvas, boxes: list[Box]) -> None:
    canvas.set_faces([hand.face(box_image=Box(50, 40, 150, 100))], 0)
    canvas.start_box()
    press(canvas, Key.Key_Return)
    press(canvas, Key.Key_Right, Key.Key_Up, Key.Key_Up, held=Mod.ControlModifier)
    press(canvas, Key.Key_Left, held=Mod.ControlModifier | Mod.ShiftModifier)
    press(canvas, Key.Key_Return)
    assert boxes == [Box(50, 40, 141, 98)]


def test_a_new_face_gets_a_box_of_its_own(canvas: Canvas, boxes: list[Box]) -> None:
    canvas.set_faces([hand.face(box_image=Box(5, 4, 15, 10))], 0)
    new = QSignalSpy(canvas.new_box_drawn)
    canvas.start_new_box()
    press(canvas, Key.Key_Return, Key.Key_Return)
    assert (boxes, new.count()) == ([], 1)
    assert new.at(0)[0].width == pytest.approx(100.0), "not that of the face in view"


def test_escape_gives_it_up_and_the_mouse_takes_over(canvas: Canvas, boxes: list[Box]) -> None:
    canvas.start_box()
    press(canvas, Key.Key_Return, Key.Key_Escape)
    assert (canvas.asking, canvas._content.rubber) == (False, None)
    canvas.start_box()
    press(canvas, Key.Key_Return)
    hand.drag(canvas, QPoint(400, 320), QPoint(-200, -120))
    assert boxes == [Box(49.5, 49.5, 99.5, 79.5)]


@given(PLACES, st.floats(2.5, 300), st.floats(-500, 500), st.floats(-500, 500), st.floats(0.01, 9))
def test_a_box_stays_in_the_picture_and_a_box(
    at: tuple[float, float], side: float, dx: float, dy: float, scale: float
) -> None:
    left, top = at
    right, bottom = min(left + side, LIMITS.right), min(top + side, LIMITS.bottom)
    box = Box(left, top, right, bottom)
    there = key_box.moved(box, dx, dy, LIMITS)
    assert (there.width, there.height) == pytest.approx((box.width, box.height))
    wide = key_box.stretched(box, dx, dy, LIMITS)
    assert (wide.left, wide.top) == (box.left, box.top), "the other edges stay"
    for one in (there, wide, key_box.resized(box, scale, LIMITS)):
        assert LIMITS.left - 1e-9 <= one.left
        assert one.right <= LIMITS.right + 1e-9
        assert LIMITS.top - 1e-9 <= one.top
        assert one.bottom <= LIMITS.bottom + 1e-9
        assert min(one.width, one.height) >= min(SMALLEST_BOX, box.width, box.height) / 2


def test_a_face_is_added_and_labelled_by_keys_alone(tmp_path: Path) -> None:
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        session, canvas = window.session, window.canvas
        yield lambda: canvas.has_picture
        before = len(session.labels)
        canvas.setFocus()
        QTest.keyClick(canvas, Key.Key_N, Mod.ControlModifier)
        yield lambda: canvas.asking
        press(canvas, Key.Key_Return, Key.Key_Left, Key.Key_Minus, Key.Key_Return)
        yield lambda: len(session.labels) == before + 1
        assert session.current.box is not None
        assert session.current.landmarks is None
        press(canvas, Key.Key_I, Key.Key_Return)
        yield lambda: session.current.landmarks is not None
        assert session.current.landmarks.placed == 58

    assert drive([str(root)], script) == 0
