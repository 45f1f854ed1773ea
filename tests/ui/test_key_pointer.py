"""A crosshair led by keys: what it clicks, where it begins, and when it goes away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpstudio.app.pictures import levels_of
from kpstudio.core.dropping import Dropping
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import FaceState
from kpstudio.core.selection import Selection
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.canvas.content import Guide
from kpstudio.ui.canvas.loupe import place_beside
from kpstudio.ui.main_window import MainWindow
from tests.app.help import SCHEME, face_xy, faces_folder
from tests.ui import canvas_help as hand
from tests.ui.driver import Script, drive

Key, Mod = Qt.Key, Qt.KeyboardModifier
STEPS = ((10.0, Mod.ShiftModifier), (1.0, Mod.NoModifier), (0.1, Mod.AltModifier))
PLAIN = "plain0.png#0"


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return hand.shown(qtbot)


@pytest.fixture
def placed(canvas: Canvas) -> list[list[float]]:
    """Where points were put."""
    found: list[list[float]] = []
    canvas.point_placed.connect(lambda xy: found.append(xy.tolist()))
    return found


def press(canvas: Canvas, *keys: Key, held: Mod = Mod.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(canvas, key, held)


def lead(canvas: Canvas, xy_image: Sequence[float]) -> None:
    """Lead the crosshair to a place by arrow keys: no tenth of a pixel beside it."""
    if canvas._content.crosshair is None:
        press(canvas, Key.Key_Left)
    for axis, (back, on) in enumerate(((Key.Key_Left, Key.Key_Right), (Key.Key_Up, Key.Key_Down))):
        for step, held in STEPS:
            here = canvas._content.crosshair
            assert here is not None
            way = xy_image[axis] - here[axis]
            press(canvas, *[on if way > 0 else back] * round(abs(way) / step - 0.25), held=held)


def drawn_at(canvas: Canvas) -> NDArray[np.float64]:
    """Find the crosshair among the canvas's pixels: (x, y) of its middle, view frame."""
    with_it = hand.shot(canvas)
    canvas.clearFocus()
    without = hand.shot(canvas)
    canvas.setFocus()
    differs = abs(with_it - without).max(axis=2)
    assert differs.max() > 90, "it stands out from the picture"
    rows, columns = np.nonzero(differs)
    return np.array([columns.min() + columns.max() + 1, rows.min() + rows.max() + 1]) / 2


@pytest.mark.parametrize("zoom", [1.0, 3.0, 0.5])
@pytest.mark.parametrize("grey", [0, 128, 255])
def test_what_is_clicked_is_where_it_is_drawn(
    canvas: Canvas, placed: list[list[float]], zoom: float, grey: int
) -> None:
    pixels = np.full((hand.HEIGHT, hand.WIDTH, 3), grey, np.uint8)
    canvas.set_picture(levels_of(pixels), hand.WIDTH, hand.HEIGHT)
    canvas.show_loupe(False)
    canvas.zoom_to(canvas.zoom * zoom)
    canvas.ask_for(Guide(0))
    for way in (Key.Key_Right, Key.Key_Down, Key.Key_Left):
        press(canvas, *[way] * 9, held=Mod.ShiftModifier)
        press(canvas, *[way] * 3)
        seen = canvas.image_from_view(QPointF(*drawn_at(canvas).tolist()))
        press(canvas, Key.Key_Return)
        assert placed[-1] == pytest.approx(seen, abs=0.75 / canvas.zoom)
        assert canvas.rect().contains(canvas.view_from_image(placed[-1]).toPoint())


def test_steps_are_those_of_points_and_stay_in_the_picture(
    canvas: Canvas, placed: list[list[float]]
) -> None:
    canvas.ask_for(Guide(0, expected=np.array([60.0, 50.0])))
    press(canvas, Key.Key_Up)
    press(canvas, Key.Key_Enter)
    press(canvas, Key.Key_Right, Key.Key_Up)
    press(canvas, Key.Key_Right, held=Mod.ShiftModifier)
    press(canvas, Key.Key_Down, held=Mod.AltModifier)
    press(canvas, Key.Key_Enter)
    press(canvas, *[Key.Key_Left] * 30, held=Mod.ShiftModifier)
    press(canvas, Key.Key_Enter)
    assert placed == [[60.0, 50.0], pytest.approx([71.0, 49.1]), pytest.approx([-0.5, 49.1])]


def test_it_begins_where_the_next_point_is_likely(canvas: Canvas) -> None:
    def begins(guide: Guide) -> list[float]:
        canvas.stop_asking()
        canvas.ask_for(guide)
        press(canvas, Key.Key_Return)
        assert canvas._content.crosshair is not None
        return canvas._content.crosshair.tolist()

    assert begins(Guide(3, expected=np.array([30.0, 40.0]))) == [30.0, 40.0]
    assert begins(Guide(3)) == hand.TRUTH[2].tolist(), "beside the point before"
    canvas.set_faces([hand.face(None, None, box_image=Box(50, 40, 150, 100))], 0)
    assert begins(Guide(0)) == [100.0, 70.0], "in the face's box"
    canvas.set_faces([hand.face(None, None)], 0)
    assert begins(Guide(0)) == [99.5, 74.5], "in the middle of the picture"


def test_it_goes_on_to_the_next_point_and_away_with_the_mouse(canvas: Canvas) -> None:
    canvas.ask_for(Guide(0))
    QTest.mouseMove(canvas, QPoint(300, 300))
    press(canvas, Key.Key_Up)
    assert canvas._banner().startswith("Enter places left eye outer")
    canvas.ask_for(Guide(1, expected=np.array([20.0, 30.0])))
    assert canvas._content.crosshair is not None
    assert canvas._content.crosshair.tolist() == [20.0, 30.0]
    hand.move(canvas, QPoint(300, 300))  # what Qt sends though nothing has moved
    assert canvas._content.crosshair is not None
    hand.move(canvas, QPoint(302, 300))
    assert canvas._content.crosshair is None
    assert canvas._banner().startswith("Click right eye outer")
    press(canvas, Key.Key_Up, Key.Key_Escape)
    assert canvas._content.crosshair is not None, "who asks ends it"
    canvas.stop_asking()
    assert canvas._content.crosshair is None


@pytest.mark.parametrize("size", [hand.VIEW, (340, 240)])
def test_the_drawing_does_not_cover_it_nor_the_loupe_where_there_is_room(
    canvas: Canvas, size: tuple[int, int]
) -> None:
    canvas.resize(*size)
    for x in range(5, 200, 15):
        canvas.ask_for(Guide(0, expected=np.array([float(x), 30.0])))
        press(canvas, Key.Key_Up)
        at = canvas.view_from_image([float(x), 30.0])
        drawing = canvas._guide_rect()
        assert not drawing.contains(at)
        beside = place_beside((at.x(), at.y()), *size)
        assert size != hand.VIEW or not drawing.intersects(beside)


def test_only_what_has_the_keys_shows_it(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.ask_for(Guide(0))
    press(canvas, Key.Key_Up)
    with_it = hand.shot(canvas)
    canvas.clearFocus()
    assert (hand.shot(canvas) != with_it).any()
    canvas.setFocus()
    assert (hand.shot(canvas) == with_it).all()


def test_a_key_that_is_held_places_one_point(canvas: Canvas, placed: list[list[float]]) -> None:
    canvas.ask_for(Guide(0))
    press(canvas, Key.Key_Up)
    QTest.keyPress(canvas, Key.Key_Return)
    QTest.simulateEvent(canvas, True, Key.Key_Return, Mod.NoModifier, "\r", True)
    assert len(placed) == 1


def test_two_eyes_are_taken_by_keys(canvas: Canvas) -> None:
    found: list[NDArray[np.float64]] = []
    canvas.shape_dropped.connect(found.append)
    dropping = Dropping(hand.PREDICTION[:3], ((0,), (1,)))
    canvas.start_shape(dropping)
    for eye in ([60.0, 50.0], [140.0, 60.0]):
        lead(canvas, eye)
        assert (canvas._content.ghost is None) == (eye[0] == 60.0), "tried at the second"
        press(canvas, Key.Key_Return)
    np.testing.assert_allclose(found[0][:2], [[60.0, 50.0], [140.0, 60.0]], atol=1e-6)
    canvas.start_shape(dropping)
    press(canvas, Key.Key_Return)  # without a crosshair: into the middle
    assert len(found) == 2 and not canvas.asking


def test_several_points_are_stretched_and_turned_and_come_back(tmp_path: Path) -> None:
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        canvas, session = window.canvas, window.session
        yield lambda: canvas.has_picture
        before = session.current.landmarks.xy_image
        canvas.setFocus()
        canvas.choose_points(Selection.of([1, 2, 3], 1))
        press(canvas, Key.Key_Plus, Key.Key_Equal)
        wide = session.current.landmarks.xy_image
        np.testing.assert_allclose(np.ptp(wide[1:4], axis=0), np.ptp(before[1:4], axis=0) * 1.0201)
        press(canvas, Key.Key_Minus, Key.Key_Minus, Key.Key_Comma, Key.Key_Comma)
        (x, y), (x1, y1) = before[1:4].mean(axis=0), session.current.landmarks.xy_image[1]
        turned = np.arctan2(y1 - y, x1 - x) - np.arctan2(*(before[1] - (x, y))[::-1])
        assert np.degrees(turned) == pytest.approx(-2.0), "against the clock, to see"
        press(canvas, Key.Key_Period, Key.Key_Period)
        np.testing.assert_allclose(session.current.landmarks.xy_image, before, atol=1e-9)
        QTest.keyClick(canvas, Key.Key_Z, Mod.ControlModifier)
        assert session.undo_verb == "", "one edit together"
        canvas.choose_points(Selection.only(1))
        press(canvas, Key.Key_Plus)
        assert session.undo_verb == "", "a single point has no extent"

    assert drive([str(root)], script) == 0


def test_points_here_and_there_are_chosen_in_the_table(tmp_path: Path) -> None:
    root = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        table, first = window.points.table, window.session.current
        yield lambda: window.canvas.has_picture
        table.setFocus()
        table.selectRow(2)
        for key, held in (
            (Key.Key_Down, Mod.ShiftModifier),
            (Key.Key_Down, Mod.ControlModifier),
            (Key.Key_Down, Mod.ControlModifier),
            (Key.Key_Space, Mod.ControlModifier),
        ):
            QTest.keyClick(table, key, held)
        assert window.canvas.selection.points == (2, 3, 5)
        assert window.session.current is first

    assert drive([str(root)], script) == 0


def test_a_whole_face_is_labelled_by_keys_alone(tmp_path: Path) -> None:
    root, xy = faces_folder(tmp_path / "faces", 1, unlabelled=1), face_xy(0)

    def script(window: MainWindow) -> Script:
        canvas, session = window.canvas, window.session
        session.choose(PLAIN)
        yield lambda: canvas.has_picture and window.shapes.known.prior is not None
        canvas.setFocus()
        press(canvas, Key.Key_I, held=Mod.ShiftModifier)
        assert "press Enter" in window.status.message.text()
        for point in range(SCHEME.count):
            assert canvas._content.guide is not None
            lead(canvas, xy[point])
            assert window.status._figures["cursor"].text()
            press(canvas, Key.Key_Return)
            if point == 4:
                press(canvas, Key.Key_Backspace)  # and once more
                assert not session.current.landmarks.present[4]
                lead(canvas, xy[point])
                press(canvas, Key.Key_Return)
        np.testing.assert_allclose(session.current.landmarks.xy_image, xy, atol=0.1)
        assert not canvas.asking and canvas._content.crosshair is None
        assert not window.status._figures["cursor"].text()
        press(canvas, Key.Key_Return)
        assert session.labels.get(PLAIN).state is FaceState.CHECKED, "it means that again"

    assert drive([str(root)], script) == 0
