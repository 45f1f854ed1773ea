"""Zooming and panning the canvas by real mouse, wheel and key events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from kpstudio.core.selection import Selection
from kpstudio.ui.canvas import Canvas
from tests.ui import canvas_help as hand

Key = Qt.Key


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return hand.shown(qtbot)


@pytest.mark.parametrize(("angle", "pixels", "factor"), [(120, 0, 2**0.25), (0, 50, 2**0.25)])
def test_the_wheel_zooms_at_the_pointer(
    canvas: Canvas, angle: int, pixels: int, factor: float
) -> None:
    zoomed = QSignalSpy(canvas.zoom_changed)
    at = QPointF(311, 187)
    under = canvas.image_from_view(at)
    for _ in range(5):
        hand.wheel(canvas, at, angle, pixels)
    assert canvas.zoom == pytest.approx(4.0 * factor**5)
    assert zoomed.at(zoomed.count() - 1) == [canvas.zoom]
    now = canvas.view_from_image(under)
    assert (now.x(), now.y()) == pytest.approx((at.x(), at.y()), abs=0.01)
    for _ in range(5):
        hand.wheel(canvas, at, -angle, -pixels)
    assert canvas.zoom == pytest.approx(4.0)


def test_dragging_with_the_middle_button_pans(canvas: Canvas) -> None:
    before = canvas.view_from_image((0.0, 0.0))
    hand.drag(canvas, QPoint(50, 50), QPoint(33, 21), hand.MIDDLE)
    assert canvas.view_from_image((0.0, 0.0)) - before == QPointF(33, 21)


def test_where_nothing_can_be_chosen_a_plain_drag_pans(canvas: Canvas) -> None:
    before = canvas.view_from_image((0.0, 0.0))
    hand.drag(canvas, QPoint(50, 50), QPoint(33, 21))
    assert canvas.view_from_image((0.0, 0.0)) == before
    canvas.set_faces([hand.face(None, None)], 0)
    hand.drag(canvas, QPoint(50, 50), QPoint(33, 21))
    assert canvas.view_from_image((0.0, 0.0)) - before == QPointF(33, 21)


@pytest.mark.parametrize("keys", [hand.NO_KEY, Qt.KeyboardModifier.ControlModifier])
def test_the_wheel_zooms_with_and_without_ctrl(canvas: Canvas, keys: Qt.KeyboardModifier) -> None:
    at = QPointF(311, 187)
    under = canvas.image_from_view(at)
    hand.wheel(canvas, at, 480, keys=keys)
    assert canvas.zoom == pytest.approx(8.0)
    now = canvas.view_from_image(under)
    assert (now.x(), now.y()) == pytest.approx((at.x(), at.y()), abs=0.01)


def test_space_pans_even_from_a_point(canvas: Canvas) -> None:
    heard = hand.moves(canvas)
    before = canvas.view_from_image((0.0, 0.0))
    QTest.keyPress(canvas, Key.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    hand.drag(canvas, hand.place(canvas, hand.TRUTH[2]), QPoint(33, 21))
    QTest.keyRelease(canvas, Key.Key_Space)
    assert canvas.view_from_image((0.0, 0.0)) - before == QPointF(33, 21)
    assert heard == []
    assert canvas.cursor().shape() != Qt.CursorShape.OpenHandCursor


def test_a_double_click_on_the_ground_fits(canvas: Canvas) -> None:
    canvas.zoom_to(2.0)
    hand.double_click(canvas, hand.place(canvas, hand.TRUTH[2]))
    assert canvas.zoom == 2.0
    hand.double_click(canvas, QPoint(20, 20))
    assert canvas.zoom == 4.0
    canvas.resize(400, 300)
    assert canvas.zoom == 2.0


def test_zoom_steps_and_zooming_at_a_point(canvas: Canvas) -> None:
    canvas.zoom_in()
    canvas.zoom_in()
    assert canvas.zoom == pytest.approx(4 * 1.25**2)
    canvas.zoom_out()
    assert canvas.zoom == pytest.approx(5.0)
    canvas.zoom_at(1, 8.0)
    at = canvas.view_from_image(hand.TRUTH[1].tolist())
    assert (at.x(), at.y(), canvas.zoom) == pytest.approx((400, 300, 8.0))


def test_the_cursor_is_told_in_the_image_frame(canvas: Canvas) -> None:
    heard: list[tuple[float, float] | None] = []
    canvas.cursor_moved.connect(heard.append)
    QTest.mouseMove(canvas, QPoint(42, 82))
    assert heard[-1] == pytest.approx((10.0, 20.0))
    canvas.zoom_to(1.0)
    QTest.mouseMove(canvas, QPoint(10, 10))
    assert heard[-1] is None


@pytest.mark.parametrize("chosen", [(), (0, 1)])
def test_space_and_the_arrow_keys_pan_and_leave_points_and_faces_alone(
    canvas: Canvas, chosen: tuple[int, ...]
) -> None:
    nudged, stepped = QSignalSpy(canvas.points_nudged), QSignalSpy(canvas.stepped)
    canvas.choose_points(Selection.of(chosen))
    before, step = canvas.view_from_image((0.0, 0.0)), 0.1 * min(canvas.width(), canvas.height())
    QTest.keyPress(canvas, Key.Key_Space)
    ways = {Key.Key_Right: (-1, 0), Key.Key_Down: (0, -1), Key.Key_Left: (1, 0), Key.Key_Up: (0, 1)}
    for key, (x, y) in ways.items():
        QTest.keyClick(canvas, key)
        now = canvas.view_from_image((0.0, 0.0))
        assert (now - before).toTuple() == pytest.approx((x * step, y * step))
        before = now
    QTest.keyRelease(canvas, Key.Key_Space)
    assert (nudged.count(), stepped.count()) == (0, 0)
    QTest.keyClick(canvas, Key.Key_Down)
    assert (nudged.count(), stepped.count()) == (int(bool(chosen)), int(not chosen))
