"""Choosing points in the picture, and moving what is chosen, by real mouse and key events."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from kpstudio.core.schema import PointSchema
from kpstudio.core.selection import Selection
from kpstudio.ui.canvas import Canvas
from tests.ui import canvas_help as hand

Key, Mod = Qt.Key, Qt.KeyboardModifier
SHIFT = Mod.ShiftModifier
SCHEME = PointSchema(
    "six",
    tuple("abcdef"),
    tuple(range(6)),
    groups={"pair": (0, 1), "triangle": (2, 3, 4), "first": (0,)},
)
TRUTH = np.array(
    [[40.0, 30.0], [60.0, 30.0], [100.0, 80.0], [120.0, 100.0], [100.0, 110.0], [np.nan, np.nan]]
)


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = hand.shown(qtbot)
    made.set_scheme(SCHEME)
    made.set_faces([hand.face(TRUTH, None)], 0)
    return made


def click(canvas: Canvas, point: int, keys: Mod = Mod.NoModifier) -> None:
    QTest.mouseClick(canvas, hand.LEFT, keys, hand.place(canvas, TRUTH[point]))


def double_click(canvas: Canvas, point: int) -> None:
    hand.double_click(canvas, hand.place(canvas, TRUTH[point]))


def heard(canvas: Canvas) -> list[Selection]:
    told: list[Selection] = []
    canvas.points_chosen.connect(told.append)
    return told


def band(canvas: Canvas, xy_from: tuple[float, float], xy_to: tuple[float, float]) -> QPoint:
    """Drag a band over the picture without letting go; return where the pointer is."""
    start, end = (hand.place(canvas, np.array(xy)) for xy in (xy_from, xy_to))
    hand.press(canvas, start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(canvas, start + (end - start) * part)
    return end


# --- choosing


def test_shift_clicks_take_in_and_leave_out(canvas: Canvas) -> None:
    told = heard(canvas)
    click(canvas, 0)
    click(canvas, 2, SHIFT)
    click(canvas, 4, SHIFT)
    click(canvas, 2, SHIFT)
    assert [selection.points for selection in told] == [(0,), (0, 2), (0, 2, 4), (0, 4)]
    assert canvas.selection == Selection.of((0, 4), 4)
    QTest.mouseClick(canvas, hand.LEFT, SHIFT, QPoint(20, 20))
    assert canvas.selection.points == (0, 4), "a click beside the mark while taking in is harmless"
    click(canvas, 4)
    assert canvas.selection == Selection.only(4), "a plain click on a chosen point is that alone"


def test_a_band_chooses_what_is_in_it_and_tells_at_its_end(canvas: Canvas) -> None:
    told = heard(canvas)
    end = band(canvas, (130.0, 120.0), (90.0, 70.0))  # against the grain
    assert canvas.selection.points == (2, 3, 4)
    assert told == []
    hand.release(canvas, end)
    assert told == [Selection.of((2, 3, 4))]
    assert canvas._content.rubber is None
    hand.release(canvas, band(canvas, (5.0, 5.0), (15.0, 15.0)))
    assert canvas.selection == Selection()


def test_a_band_with_shift_keeps_what_was_chosen(canvas: Canvas) -> None:
    click(canvas, 0)
    start, end = (hand.place(canvas, np.array(xy)) for xy in ((90.0, 70.0), (110.0, 90.0)))
    hand.press(canvas, start, keys=SHIFT)
    QTest.mouseMove(canvas, end)
    hand.release(canvas, end)
    assert canvas.selection == Selection.of((0, 2), 0)


def test_escape_takes_a_band_back_and_then_lets_go(canvas: Canvas) -> None:
    click(canvas, 0)
    told = heard(canvas)
    end = band(canvas, (90.0, 70.0), (130.0, 120.0))
    QTest.keyClick(canvas, Key.Key_Escape)
    hand.release(canvas, end)
    assert (told, canvas.selection) == ([], Selection.only(0))
    QTest.keyClick(canvas, Key.Key_Escape)
    assert (told, canvas.selection) == ([Selection()], Selection())


def test_a_double_click_chooses_the_group_and_another_the_face(canvas: Canvas) -> None:
    double_click(canvas, 3)
    assert canvas.selection == Selection.of((2, 3, 4), 3)
    double_click(canvas, 3)
    assert canvas.selection == Selection.of(range(6), 3)
    double_click(canvas, 0)
    assert canvas.selection == Selection.of((0, 1), 0), "a group of one is passed over"


def test_everything_can_be_chosen_at_once(canvas: Canvas) -> None:
    told = heard(canvas)
    canvas.choose_all()
    assert told == [Selection.of(range(6))]
    canvas.set_faces([], -1)
    canvas.choose_points(Selection())
    canvas.choose_all()
    assert canvas.selection == Selection()


def test_a_smaller_scheme_leaves_no_point_chosen_that_is_not_there(canvas: Canvas) -> None:
    canvas.choose_points(Selection.of((0, 5), 5))
    canvas.set_scheme(hand.SCHEME)
    assert canvas.selection == Selection.only(0)


def test_crosses_are_chosen_by_a_band_where_they_stand_alone(canvas: Canvas) -> None:
    canvas.set_faces([hand.face(None, TRUTH)], 0)
    hand.release(canvas, band(canvas, (90.0, 70.0), (130.0, 120.0)))
    assert canvas.selection.points == (2, 3, 4)
    moved = hand.moves(canvas)
    hand.drag(canvas, hand.place(canvas, TRUTH[3]), QPoint(30, 10))
    assert moved == []


# --- moving


@pytest.mark.parametrize("zoom", [2.0, 6.5])
@pytest.mark.parametrize("by", [QPoint(37, -22), QPoint(-11, 5)])
def test_all_that_is_chosen_moves_together(canvas: Canvas, zoom: float, by: QPoint) -> None:
    canvas.zoom_to(zoom)
    canvas.choose_points(Selection.of((2, 3, 4, 5), 2))
    moved = hand.moves(canvas)
    hand.drag(canvas, hand.place(canvas, TRUTH[3]), by)
    assert len(moved) == 1
    indices, xy_image = moved[0]
    assert indices == (2, 3, 4), "what is missing stays missing"
    expected = TRUTH[2:5] + np.array([by.x(), by.y()]) / zoom
    np.testing.assert_allclose(xy_image, expected, atol=0.01)
    assert canvas.selection == Selection.of((2, 3, 4, 5), 3), "what was dragged leads"


def test_a_selection_keeps_its_shape_at_the_edge(canvas: Canvas) -> None:
    canvas.choose_points(Selection.of((0, 1)))
    moved = hand.moves(canvas)
    hand.drag(canvas, hand.place(canvas, TRUTH[0]), QPoint(-2000, -2000))
    np.testing.assert_allclose(moved[0][1], [[-0.5, -0.5], [19.5, -0.5]])


@pytest.mark.parametrize("zoom", [2.0, 4.0])
def test_a_double_click_that_drags_moves_the_group(canvas: Canvas, zoom: float) -> None:
    canvas.zoom_to(zoom)
    moved = hand.moves(canvas)
    at = hand.place(canvas, TRUTH[2])
    click(canvas, 2)
    hand.double_press(canvas, at)
    hand.move(canvas, at + QPoint(40, 20))
    hand.release(canvas, at + QPoint(40, 20))
    assert [indices for indices, _ in moved] == [(2, 3, 4)]
    expected = TRUTH[2:5] + np.array([40.0, 20.0]) / zoom
    np.testing.assert_allclose(moved[0][1], expected, atol=0.01)


def test_escape_puts_everything_back_exactly(canvas: Canvas) -> None:
    canvas.choose_points(Selection.of((2, 3, 4)))
    moved = hand.moves(canvas)
    start = hand.place(canvas, TRUTH[3])
    hand.press(canvas, start)
    QTest.mouseMove(canvas, start + QPoint(50, 30))
    shown = canvas._content.truth_xy()
    assert shown is not None
    np.testing.assert_allclose(shown[2:5], TRUTH[2:5] + np.array([12.5, 7.5]), atol=0.01)
    QTest.keyClick(canvas, Key.Key_Escape)
    np.testing.assert_array_equal(canvas._content.truth_xy(), TRUTH)
    hand.release(canvas, start + QPoint(50, 30))
    assert moved == []
    assert canvas.selection == Selection.of((2, 3, 4), 3)


@pytest.mark.parametrize(
    ("keys", "length"), [(Mod.NoModifier, 1.0), (SHIFT, 10.0), (Mod.AltModifier, 0.1)]
)
def test_arrows_nudge_all_that_is_chosen(canvas: Canvas, keys: Mod, length: float) -> None:
    nudged = QSignalSpy(canvas.points_nudged)
    canvas.choose_points(Selection.of((0, 3, 5)))
    QTest.keyClick(canvas, Key.Key_Left, keys)
    QTest.keyClick(canvas, Key.Key_Down, keys)
    assert [nudged.at(n) for n in range(nudged.count())] == [
        [(0, 3), -length, 0.0],
        [(0, 3), 0.0, length],
    ]


def test_hidden_points_are_neither_seen_nor_taken(canvas: Canvas) -> None:
    moved, nudged = hand.moves(canvas), QSignalSpy(canvas.points_nudged)
    canvas.choose_points(Selection.only(3))
    canvas.hide_points(True)
    assert not (hand.shot(canvas) - hand.GREY).any()
    hand.drag(canvas, hand.place(canvas, TRUTH[3]), QPoint(30, 10))
    QTest.keyClick(canvas, Key.Key_Left)
    assert (moved, nudged.count()) == ([], 0)
    canvas.hide_points(False)
    assert (hand.shot(canvas) - hand.GREY).any()
