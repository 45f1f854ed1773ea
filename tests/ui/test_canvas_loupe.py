"""The loupe stands beside the pointer, and looks change pixels on the screen alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpstudio.app.pictures import levels_of
from kpstudio.core.adjustment import Adjustment
from kpstudio.core.selection import Selection
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.canvas.loupe import SIDE, place_beside
from tests.ui import canvas_help as hand


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = hand.shown(qtbot)
    pixels = np.full((hand.HEIGHT, hand.WIDTH, 3), hand.GREY, np.uint8)
    pixels[81, 101] = 200, 40, 40  # beside the tip of the nose
    made.set_picture(levels_of(pixels), hand.WIDTH, hand.HEIGHT)
    made.set_faces([hand.face(prediction=None)], 0)
    return made


@given(st.integers(240, 3000), st.integers(160, 2000), st.floats(-0.2, 1.2), st.floats(-0.2, 1.2))
def test_it_is_in_the_view_and_never_under_the_pointer(
    width: int, height: int, across: float, down: float
) -> None:
    pointer = across * width, down * height
    rect = place_beside(pointer, width, height)
    assert rect.left() >= 0 and rect.top() >= 0
    assert rect.right() <= width and rect.bottom() <= height
    assert not rect.contains(*pointer)
    assert 60 < rect.width() == rect.height() <= SIDE


def held(canvas: Canvas) -> QPoint:
    """Drag the nose by a pixel of the picture each way, and hold it."""
    start = hand.place(canvas, hand.TRUTH[2])
    hand.press(canvas, start)
    hand.move(canvas, start + QPoint(4, 4))
    return start + QPoint(4, 4)


def test_it_shows_the_pixel_under_the_point_enlarged_only_while_it_is_held(canvas: Canvas) -> None:
    at = held(canvas)
    rect = place_beside((at.x(), at.y()), canvas.width(), canvas.height())
    red = hand.coloured(hand.shot(canvas), "#c82828", 60)
    inside = np.zeros_like(red)
    inside[int(rect.top()) : int(rect.bottom()), int(rect.left()) : int(rect.right())] = True
    # Four times as large again as the picture's four: a square of 16, less the hair's cross.
    rows, columns = np.nonzero(red & inside)
    assert np.ptp(rows) + 1 == pytest.approx(16, abs=1)
    assert np.ptp(columns) + 1 == pytest.approx(16, abs=1)
    assert columns.mean() == pytest.approx(rect.center().x(), abs=1.5)
    assert rows.mean() == pytest.approx(rect.center().y(), abs=1.5)
    canvas.show_loupe(False)
    assert not (hand.coloured(hand.shot(canvas), "#c82828", 60) & inside).any()
    canvas.show_loupe(True)
    hand.release(canvas, at)
    assert not (hand.coloured(hand.shot(canvas), "#c82828", 60) & inside).any()


def test_where_pixels_are_large_already_there_is_no_loupe(canvas: Canvas) -> None:
    canvas.zoom_at(2, 20.0)
    held(canvas)
    with_it = hand.shot(canvas)
    canvas.show_loupe(False)
    assert (hand.shot(canvas) == with_it).all()


def test_it_stays_away_while_several_points_are_turned(canvas: Canvas) -> None:
    canvas.choose_points(Selection.of((0, 1, 2)))
    frame = canvas._frame_of_chosen()
    assert frame is not None
    at = QPoint(*map(round, frame.handles[-1].view))
    QTest.mouseMove(canvas, at)
    hand.press(canvas, at)
    hand.move(canvas, at + QPoint(40, 0))
    assert canvas._content.outline is not None
    assert canvas._content.loupe_beside is None


@pytest.mark.parametrize("zoom", [0.7, 1.0, 5.0])
def test_looks_change_the_picture_and_not_what_is_beside_it(canvas: Canvas, zoom: float) -> None:
    hand.layers(canvas)
    canvas.zoom_to(zoom)
    canvas._camera.pan(200.3, 90.6)
    before = hand.shot(canvas)[:-40]  # the note at the bottom left says that looks are changed
    adjustment = Adjustment(brightness=20, contrast=10, gamma=130)
    canvas.adjust(adjustment)
    after = hand.shot(canvas)[:-40]
    table = np.frombuffer(adjustment.table(), np.uint8).astype(int)
    grey = (before == hand.GREY).all(axis=2)
    assert grey.any() and not grey.all()
    assert (after[grey] == table[hand.GREY]).all()
    ground = (before == before[0, 0]).all(axis=2)
    assert (after[ground] == before[ground]).all()
    canvas.adjust(Adjustment())
    assert (hand.shot(canvas)[:-40] == before).all()
