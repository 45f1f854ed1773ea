"""Stretching and turning several points by the handles around them, by real mouse events."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpstudio.core.schema import generic_scheme
from kpstudio.core.selection import Selection
from kpstudio.ui import theme
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.canvas.handles import HandleFrame
from tests.ui import canvas_help as hand

Key, Mod = Qt.Key, Qt.KeyboardModifier
SHIFT, CTRL, PLAIN = Mod.ShiftModifier, Mod.ControlModifier, Mod.NoModifier
TRUTH = np.array([[80.0, 60.0], [120.0, 60.0], [120.0, 90.0], [20.0, 140.0]])
CORNERS = (0, 1, 2)  # they span the box from (80, 60) to (120, 90)
CENTRE = np.array([100.0, 75.0])


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = hand.shown(qtbot)
    made.set_scheme(generic_scheme(4))
    made.set_faces([hand.face(TRUTH, None)], 0)
    made.choose_points(Selection.of(CORNERS))
    return made


def frame(canvas: Canvas) -> HandleFrame:
    found = canvas._frame_of_chosen()
    assert found is not None
    return found


def place_of(canvas: Canvas, side: tuple[int, int]) -> QPoint:
    """Where a handle can be taken; (0, 0) turns."""
    (view,) = (handle.view for handle in frame(canvas).handles if handle.side == side)
    return QPoint(round(view[0]), round(view[1]))


def pull(
    canvas: Canvas, start: QPoint, end: QPoint, keys: Mod = PLAIN, let_go: bool = True
) -> None:
    QTest.mouseMove(canvas, start)
    hand.press(canvas, start, keys=keys)
    for part in (0.4, 1.0):
        hand.move(canvas, start + (end - start) * part, keys)
    if let_go:
        hand.release(canvas, end)


def scaled(factor_x: float, factor_y: float, about: tuple[float, float]) -> np.ndarray:
    return (TRUTH[:3] - about) * (factor_x, factor_y) + about


@pytest.mark.parametrize("zoom", [2.0, 6.0])
@pytest.mark.parametrize(
    ("side", "keys", "expected"),
    [  # the hand goes by (+20, +15) pixels of the picture: half of the box's sides
        ((1, 1), PLAIN, scaled(1.5, 1.5, (80, 60))),
        ((1, 0), PLAIN, scaled(1.5, 1.0, (80, 60))),
        ((0, 1), PLAIN, scaled(1.0, 1.5, (80, 60))),
        ((-1, -1), PLAIN, scaled(0.5, 0.5, (120, 90))),
        ((-1, 1), PLAIN, scaled(0.5, 1.5, (120, 60))),
        ((1, 0), CTRL, scaled(2.0, 1.0, (100, 75))),
        ((1, 0), SHIFT, scaled(1.5, 1.5, (80, 75))),
        ((1, 1), SHIFT | CTRL, scaled(2.0, 2.0, (100, 75))),
    ],
)
def test_handles_stretch(
    canvas: Canvas, zoom: float, side: tuple[int, int], keys: Mod, expected: np.ndarray
) -> None:
    canvas.zoom_to(zoom)
    moved = hand.moves(canvas)
    start = place_of(canvas, side)
    pull(canvas, start, start + QPoint(round(20 * zoom), round(15 * zoom)), keys)
    assert [indices for indices, _ in moved] == [CORNERS]
    np.testing.assert_allclose(moved[0][1], expected, atol=0.1)


@pytest.mark.parametrize("zoom", [2.0, 6.0])
@pytest.mark.parametrize(("keys", "turned"), [(PLAIN, 40.0), (SHIFT, 45.0)])
def test_the_upper_handle_turns(canvas: Canvas, zoom: float, keys: Mod, turned: float) -> None:
    canvas.zoom_to(zoom)
    moved = hand.moves(canvas)
    start, middle = place_of(canvas, (0, 0)), canvas.view_from_image(CENTRE.tolist())
    away, radians = 230.0, math.radians(40.0 - 90.0)
    end = middle + QPoint(round(away * math.cos(radians)), round(away * math.sin(radians)))
    pull(canvas, start, end.toPoint(), keys)
    radians = math.radians(turned)
    turn = np.array(
        [[math.cos(radians), -math.sin(radians)], [math.sin(radians), math.cos(radians)]]
    )
    assert [indices for indices, _ in moved] == [CORNERS]
    np.testing.assert_allclose(moved[0][1], (TRUTH[:3] - CENTRE) @ turn.T + CENTRE, atol=0.15)


def test_keys_pressed_in_the_middle_of_a_pull_count_at_once(canvas: Canvas) -> None:
    moved = hand.moves(canvas)
    start = place_of(canvas, (1, 0))
    pull(canvas, start, start + QPoint(80, 0), let_go=False)
    QTest.keyPress(canvas, Key.Key_Shift)
    assert canvas._content.note == "150.0 %"
    QTest.keyRelease(canvas, Key.Key_Shift)
    QTest.keyPress(canvas, Key.Key_Control)
    hand.release(canvas, start + QPoint(80, 0))
    np.testing.assert_allclose(moved[0][1], scaled(2.0, 1.0, (100, 75)), atol=0.1)


def test_escape_puts_everything_back_exactly(canvas: Canvas) -> None:
    moved = hand.moves(canvas)
    for side in ((1, 1), (0, 0)):
        start = place_of(canvas, side)
        pull(canvas, start, start + QPoint(60, 30), let_go=False)
        shown = canvas._content.truth_xy()
        assert shown is not None and (shown[:3] != TRUTH[:3]).any()
        QTest.keyClick(canvas, Key.Key_Escape)
        np.testing.assert_array_equal(canvas._content.truth_xy(), TRUTH)
        hand.release(canvas, start + QPoint(60, 30))
    assert moved == []
    assert canvas.selection.points == CORNERS
    assert canvas._content.outline is None


def test_a_click_on_a_handle_and_a_way_back_move_nothing(canvas: Canvas) -> None:
    moved = hand.moves(canvas)
    start = place_of(canvas, (1, 1))
    pull(canvas, start, start)
    pull(canvas, start, start + QPoint(40, 40), let_go=False)
    hand.move(canvas, start)
    hand.release(canvas, start)
    assert moved == []
    assert canvas.selection.points == CORNERS


def test_nothing_is_stretched_or_turned_out_of_the_picture(canvas: Canvas) -> None:
    moved = hand.moves(canvas)
    start = place_of(canvas, (1, 1))
    pull(canvas, start, start + QPoint(3000, 0))
    np.testing.assert_allclose(moved[0][1][:, 0].max(), hand.WIDTH - 0.5, atol=1e-5)


def test_a_stretch_never_turns_points_inside_out(canvas: Canvas) -> None:
    moved = hand.moves(canvas)
    start = place_of(canvas, (1, 0))
    pull(canvas, start, start - QPoint(700, 0))
    np.testing.assert_allclose(moved[0][1], scaled(0.05, 1.0, (80, 60)), atol=1e-6)


@pytest.mark.parametrize(
    ("points", "sides"),
    [
        ((0,), None),
        ((0, 1), {(-1, 0), (1, 0), (0, 0)}),
        ((1, 2), {(0, -1), (0, 1), (0, 0)}),
        ((0, 2), {(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)}),
    ],
)
def test_there_are_the_handles_that_make_sense(
    canvas: Canvas, points: tuple[int, ...], sides: set[tuple[int, int]] | None
) -> None:
    canvas.choose_points(Selection.of(points))
    found = canvas._frame_of_chosen()
    assert (found and {handle.side for handle in found.handles}) == sides


def test_what_cannot_be_moved_has_no_frame(canvas: Canvas) -> None:
    assert (hand.coloured(hand.shot(canvas), theme.DARK.accent)).any()
    for hide in (
        lambda: canvas.set_editable(False),
        lambda: canvas.hide_points(True),
        lambda: hand.layers(canvas, "prediction"),
        lambda: canvas.set_faces([hand.face(None, TRUTH)], 0),
    ):
        hide()
        assert canvas._frame_of_chosen() is None
        canvas.set_editable(True)
        canvas.hide_points(False)
        canvas.set_layers(True, True, True, True, True, True)
        canvas.set_faces([hand.face(TRUTH, None)], 0)
        frame(canvas)


def test_handles_of_a_large_frame_stay_in_the_view(canvas: Canvas) -> None:
    canvas.zoom_to(30.0)
    for handle in frame(canvas).handles:
        x, y = handle.view
        assert 0 < x < canvas.width() and 0 < y < canvas.height()
    canvas.zoom_to(60.0)
    canvas._camera.pan(-1e6, 0)
    assert canvas._frame_of_chosen() is None


def test_the_pointer_tells_what_a_handle_does(canvas: Canvas) -> None:
    for side, shape in (
        ((1, 1), Qt.CursorShape.SizeFDiagCursor),
        ((1, -1), Qt.CursorShape.SizeBDiagCursor),
        ((1, 0), Qt.CursorShape.SizeHorCursor),
        ((0, 1), Qt.CursorShape.SizeVerCursor),
        ((0, 0), Qt.CursorShape.PointingHandCursor),
    ):
        QTest.mouseMove(canvas, place_of(canvas, side))
        assert canvas.cursor().shape() == shape
