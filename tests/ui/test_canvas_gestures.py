"""Real mouse and key events on the canvas, with the coordinates that come out of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.core.geometry import Box
from kpstudio.core.selection import Selection
from kpstudio.ui.canvas import Canvas
from tests.ui import canvas_help as hand

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return hand.shown(qtbot)


# --- dragging


@pytest.mark.parametrize("zoom", [2.0, 7.5])
@pytest.mark.parametrize("grab", [QPoint(0, 0), QPoint(5, -4)])
def test_a_drag_moves_by_exactly_its_screen_pixels(
    canvas: Canvas, zoom: float, grab: QPoint
) -> None:
    canvas.zoom_to(zoom)
    heard = hand.moves(canvas)
    start = hand.place(canvas, hand.TRUTH[2]) + grab
    hand.drag(canvas, start, QPoint(37, -22))
    assert len(heard) == 1
    indices, xy_image = heard[0]
    assert indices == (2,)
    expected = hand.TRUTH[2] + np.array([37, -22]) / zoom
    np.testing.assert_allclose(xy_image, [expected], atol=0.01)


def test_during_a_drag_only_the_graphic_moves(canvas: Canvas) -> None:
    heard = hand.moves(canvas)
    start = hand.place(canvas, hand.TRUTH[2])
    hand.press(canvas, start)
    QTest.mouseMove(canvas, start + QPoint(40, 40))
    shown = canvas._content.truth_xy()
    assert shown is not None
    np.testing.assert_allclose(shown[2], hand.TRUTH[2] + 10, atol=0.01)
    assert heard == []
    hand.release(canvas, start + QPoint(40, 40))
    assert len(heard) == 1
    # Nobody handed in new points: the canvas owns none, so the old ones are back.
    np.testing.assert_array_equal(canvas._content.truth_xy(), hand.TRUTH)


def test_a_click_or_a_way_back_moves_nothing(canvas: Canvas) -> None:
    heard = hand.moves(canvas)
    start = hand.place(canvas, hand.TRUTH[2])
    hand.drag(canvas, start, QPoint(1, 0))
    hand.press(canvas, start)
    QTest.mouseMove(canvas, start + QPoint(50, 0))
    QTest.mouseMove(canvas, start)
    hand.release(canvas, start)
    assert heard == []


def test_escape_snaps_back_and_emits_nothing(canvas: Canvas) -> None:
    heard = hand.moves(canvas)
    start = hand.place(canvas, hand.TRUTH[2])
    hand.press(canvas, start)
    QTest.mouseMove(canvas, start + QPoint(50, 30))
    QTest.keyClick(canvas, Key.Key_Escape)
    np.testing.assert_array_equal(canvas._content.truth_xy(), hand.TRUTH)
    QTest.mouseMove(canvas, start + QPoint(60, 30))
    hand.release(canvas, start + QPoint(60, 30))
    assert heard == []


def test_a_drag_stays_inside_the_picture(canvas: Canvas) -> None:
    heard = hand.moves(canvas)
    hand.drag(canvas, hand.place(canvas, hand.TRUTH[2]), QPoint(2000, -2000))
    np.testing.assert_allclose(heard[0][1], [[hand.WIDTH - 0.5, -0.5]])


def test_a_point_outside_does_not_jump_when_taken(canvas: Canvas) -> None:
    outside = hand.TRUTH.copy()
    outside[2] = hand.WIDTH + 5.0, 70.0
    canvas.set_faces([hand.face(outside)], 0)
    canvas.zoom_to(2.0)
    heard = hand.moves(canvas)
    hand.drag(canvas, hand.place(canvas, outside[2]), QPoint(0, 20))
    np.testing.assert_allclose(heard[0][1], [[hand.WIDTH + 5.0, 80.0]], atol=0.01)


def test_a_new_prediction_does_not_disturb_a_drag(canvas: Canvas) -> None:
    heard = hand.moves(canvas)
    start = hand.place(canvas, hand.TRUTH[2])
    hand.press(canvas, start)
    QTest.mouseMove(canvas, start + QPoint(20, 0))
    canvas.set_faces([hand.face(prediction=hand.TRUTH + 1)], 0)
    QTest.mouseMove(canvas, start + QPoint(40, 0))
    hand.release(canvas, start + QPoint(40, 0))
    np.testing.assert_allclose(heard[0][1], [hand.TRUTH[2] + np.array([10.0, 0.0])], atol=0.01)


def test_another_face_ends_a_drag_without_a_move(canvas: Canvas) -> None:
    heard = hand.moves(canvas)
    start = hand.place(canvas, hand.TRUTH[2])
    hand.press(canvas, start)
    QTest.mouseMove(canvas, start + QPoint(20, 0))
    canvas.set_faces([hand.face(face_id="b#0")], 0)
    np.testing.assert_array_equal(canvas._content.truth_xy(), hand.TRUTH)
    hand.release(canvas, start + QPoint(20, 0))
    assert heard == []


def test_what_may_not_be_edited_does_not_move(canvas: Canvas) -> None:
    heard = hand.moves(canvas)
    chosen = QSignalSpy(canvas.points_chosen)
    canvas.set_editable(False)
    hand.drag(canvas, hand.place(canvas, hand.TRUTH[2]), QPoint(30, 0))
    canvas.set_editable(True)
    hand.layers(canvas, "prediction", "offsets")  # a hidden point cannot be taken hold of
    hand.drag(canvas, hand.place(canvas, hand.TRUTH[0]), QPoint(30, 0))
    assert heard == []
    assert chosen.count() == 2  # the first drag chose point 2, the second found none to choose


def test_a_cross_cannot_be_dragged_but_chooses(canvas: Canvas) -> None:
    heard = hand.moves(canvas)
    chosen = QSignalSpy(canvas.points_chosen)
    hand.drag(canvas, hand.place(canvas, hand.PREDICTION[1]), QPoint(30, 0))
    assert heard == []
    assert chosen.at(0) == [Selection.only(1)]


# --- choosing and hovering


def test_the_nearest_point_within_ten_pixels_is_hit(canvas: Canvas) -> None:
    hovered = QSignalSpy(canvas.point_hovered)
    at = hand.place(canvas, hand.TRUTH[2])
    for dx, expected in ((9, 2), (12, -1), (-9, 2)):
        QTest.mouseMove(canvas, at + QPoint(dx, 0))
        assert hovered.at(hovered.count() - 1) == [expected]
    near = np.array([[50.0, 50.0], [53.0, 50.0], [80.0, 80.0], [np.nan, np.nan]])
    canvas.set_faces([hand.face(near, None)], 0)
    for x, expected in ((51.0, 0), (52.0, 1)):
        QTest.mouseMove(canvas, hand.place(canvas, np.array([x, 50.0])))
        assert hovered.at(hovered.count() - 1) == [expected]


def test_a_press_chooses_and_empty_ground_lets_go(canvas: Canvas) -> None:
    chosen = QSignalSpy(canvas.points_chosen)
    QTest.mouseClick(canvas, hand.LEFT, hand.NO_KEY, hand.place(canvas, hand.TRUTH[1]))
    assert canvas.selection == Selection.only(1)
    QTest.mouseClick(canvas, hand.LEFT, hand.NO_KEY, QPoint(20, 20))
    assert [chosen.at(i) for i in range(chosen.count())] == [[Selection.only(1)], [Selection()]]


def test_choosing_from_outside_tells_nobody_and_brings_into_sight(canvas: Canvas) -> None:
    chosen = QSignalSpy(canvas.points_chosen)
    canvas.zoom_about(30.0, QPointF(0, 0))
    canvas.choose_points(Selection.only(1))
    assert chosen.count() == 0
    at = hand.place(canvas, hand.TRUTH[1])
    assert canvas.rect().contains(at)
    canvas.choose_points(Selection.only(3))  # missing: nothing to bring into sight
    assert hand.place(canvas, hand.TRUTH[1]) == at


def test_a_click_on_another_face_asks_for_it(canvas: Canvas) -> None:
    other = hand.face(hand.TRUTH + np.array([0.0, 60.0]), None, "a#1")
    canvas.set_faces([hand.face(), other], 0)
    asked = QSignalSpy(canvas.face_chosen)
    at = hand.place(canvas, hand.TRUTH[0] + np.array([0.0, 60.0]))
    QTest.mouseClick(canvas, hand.LEFT, hand.NO_KEY, at)
    assert [asked.at(i) for i in range(asked.count())] == [["a#1"]]


# --- keys


@pytest.mark.parametrize(
    ("modifier", "length"),
    [(Mod.NoModifier, 1.0), (Mod.ShiftModifier, 10.0), (Mod.AltModifier, 0.1)],
)
def test_arrows_nudge_the_chosen_point(
    canvas: Canvas, modifier: Qt.KeyboardModifier, length: float
) -> None:
    nudged = QSignalSpy(canvas.points_nudged)
    canvas.choose_points(Selection.only(2))
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down):
        QTest.keyClick(canvas, key, modifier)
    expected = [[(2,), dx * length, dy * length] for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1))]
    assert [nudged.at(i) for i in range(nudged.count())] == expected


def test_a_nudge_stops_at_the_edge(canvas: Canvas) -> None:
    edge = hand.TRUTH.copy()
    edge[2] = 0.0, 50.0
    canvas.set_faces([hand.face(edge)], 0)
    nudged = QSignalSpy(canvas.points_nudged)
    canvas.choose_points(Selection.only(2))
    QTest.keyClick(canvas, Key.Key_Left, Mod.ShiftModifier)
    assert nudged.at(0) == [(2,), -0.5, 0.0]


def test_arrows_go_on_to_the_window_when_there_is_nothing_to_nudge(
    canvas: Canvas, qtbot: QtBot
) -> None:
    nudged = QSignalSpy(canvas.points_nudged)
    stepped: list[int] = []
    shortcut = QShortcut(QKeySequence(Key.Key_Down), canvas)
    shortcut.activated.connect(lambda: stepped.append(1))
    with qtbot.waitActive(canvas):
        canvas.activateWindow()
    canvas.choose_points(Selection.only(3))  # one that is missing
    QTest.keyClick(canvas, Key.Key_Down)
    assert (len(stepped), nudged.count()) == (1, 0)
    canvas.choose_points(Selection.only(-1))
    faces = QSignalSpy(canvas.stepped)
    for key in (Key.Key_Up, Key.Key_Down, Key.Key_Left):
        QTest.keyClick(canvas, key)
    assert [faces.at(n)[0] for n in range(faces.count())] == [-1, 1]
    assert (len(stepped), nudged.count()) == (1, 0)
    canvas.choose_points(Selection.only(2))
    QTest.keyClick(canvas, Key.Key_Down)
    assert (len(stepped), nudged.count()) == (1, 1)


def test_escape_lets_the_chosen_point_go(canvas: Canvas) -> None:
    chosen = QSignalSpy(canvas.points_chosen)
    canvas.choose_points(Selection.only(2))
    QTest.keyClick(canvas, Key.Key_Escape)
    assert chosen.at(0) == [Selection()]
    assert canvas.selection == Selection()


# --- boxes


@pytest.mark.parametrize("zoom", [2.0, 5.0])
def test_a_box_lies_where_it_was_drawn_at_every_zoom(canvas: Canvas, zoom: float) -> None:
    canvas.zoom_to(zoom)
    boxes: list[Box] = []
    canvas.box_drawn.connect(boxes.append)
    canvas.start_box()
    start, by = hand.place(canvas, np.array([90.0, 60.0])), QPoint(73, 41)
    hand.drag(canvas, start, by)
    corner = canvas.image_from_view(start.toPointF())
    ((left, top, right, bottom),) = [(b.left, b.top, b.right, b.bottom) for b in boxes]
    expected = [*corner, *(np.array(corner) + np.array([73, 41]) / zoom)]
    np.testing.assert_allclose([left, top, right, bottom], expected, atol=0.01)


def test_a_drag_draws_a_box(canvas: Canvas) -> None:
    boxes: list[Box] = []
    canvas.box_drawn.connect(boxes.append)
    canvas.start_box()
    hand.drag(canvas, QPoint(400, 320), QPoint(-200, -120))  # over points, against the grain
    assert boxes == [Box(49.5, 49.5, 99.5, 79.5)]
    hand.drag(canvas, QPoint(20, 20), QPoint(50, 50))  # one box was asked for: now it chooses
    assert len(boxes) == 1


def test_a_box_stays_inside_and_needs_a_size(canvas: Canvas) -> None:
    boxes: list[Box] = []
    canvas.box_drawn.connect(boxes.append)
    canvas.start_box()
    QTest.mouseClick(canvas, hand.LEFT, hand.NO_KEY, QPoint(100, 100))
    assert boxes == []
    hand.drag(canvas, QPoint(400, 200), QPoint(3000, 3000))
    assert boxes == [Box(99.5, 49.5, 199.5, 149.5)]


@pytest.mark.parametrize("zoom", [2.0, 3.5])
@pytest.mark.parametrize(
    ("start", "moves"),
    [((50, 70), (1, 0, 0, 0)), ((90, 100), (0, 0, 0, 1)), ((150, 40), (0, 1, 1, 0))],
)
def test_a_drag_from_an_edge_or_corner_of_the_box_moves_that_alone(
    canvas: Canvas, zoom: float, start: tuple[int, int], moves: tuple[int, int, int, int]
) -> None:
    canvas.zoom_to(zoom)
    canvas.set_faces([hand.face(box_image=Box(50, 40, 150, 100))], 0)
    boxes: list[Box] = []
    canvas.box_drawn.connect(boxes.append)
    canvas.start_box()
    by = np.array([21, 14])
    hand.drag(canvas, hand.place(canvas, np.array(start)), QPoint(*by.tolist()))
    ((left, top, right, bottom),) = [(b.left, b.top, b.right, b.bottom) for b in boxes]
    dx, dy = by / zoom
    ends = np.array([50 + dx, 40 + dy, 150 + dx, 100 + dy])
    expected = np.where(moves, ends, [50, 40, 150, 100])
    np.testing.assert_allclose([left, top, right, bottom], expected, atol=0.5 / zoom + 0.01)


def test_over_an_edge_of_the_box_the_pointer_says_that_it_can_be_dragged(canvas: Canvas) -> None:
    canvas.set_faces([hand.face(box_image=Box(50, 40, 150, 100))], 0)
    canvas.start_box()
    assert canvas._banner().startswith("Drag an edge of the box")
    shapes = []
    for spot in ((50, 70), (90, 40), (50, 40), (150, 40), (100, 70)):
        QTest.mouseMove(canvas, hand.place(canvas, np.array(spot)))
        shapes.append(canvas.cursor().shape())
    assert shapes == [
        Qt.CursorShape.SizeHorCursor, Qt.CursorShape.SizeVerCursor, Qt.CursorShape.SizeFDiagCursor,
        Qt.CursorShape.SizeBDiagCursor, Qt.CursorShape.CrossCursor,
    ]  # fmt: skip


def test_a_box_that_can_be_dragged_has_handles(canvas: Canvas) -> None:
    canvas.set_faces([hand.face(box_image=Box(50, 40, 150, 100))], 0)
    spots = [hand.place(canvas, np.array(at)) for at in ((50, 40), (100, 40), (150, 70))]
    white = QColor("white")

    def seen() -> list[QColor]:
        image = canvas.grab().toImage()
        return [image.pixelColor(at * image.devicePixelRatio()) for at in spots]

    assert white not in seen()
    canvas.start_box()
    assert seen() == [white] * 3
    QTest.keyClick(canvas, Key.Key_Escape)
    assert white not in seen()


def test_escape_gives_up_the_box_step_by_step(canvas: Canvas) -> None:
    boxes = QSignalSpy(canvas.box_drawn)
    canvas.start_box()
    hand.press(canvas, QPoint(100, 100))
    QTest.mouseMove(canvas, QPoint(200, 200))
    QTest.keyClick(canvas, Key.Key_Escape)
    assert canvas._content.rubber is None
    hand.drag(canvas, QPoint(100, 100), QPoint(200, 200))
    assert boxes.count() == 1, "only the drag was given up, and the person tries again"
    canvas.start_box()
    QTest.keyClick(canvas, Key.Key_Escape)
    hand.drag(canvas, QPoint(100, 100), QPoint(200, 200))
    assert boxes.count() == 1


# --- files, and no picture


def test_dropped_files_are_handed_on(canvas: Canvas) -> None:
    dropped: list[list[Path]] = []
    canvas.files_dropped.connect(dropped.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/a b.jpg"), QUrl("https://example.org/c.jpg")])
    actions, no_button = Qt.DropAction.CopyAction, Qt.MouseButton.NoButton
    args = (actions, data, no_button, hand.NO_KEY)
    enter = QDragEnterEvent(QPoint(5, 5), *args)
    QApplication.sendEvent(canvas, enter)
    assert enter.isAccepted()
    assert canvas._banner() == "Drop to open"
    QApplication.sendEvent(canvas, QDropEvent(QPointF(5, 5), *args))
    assert dropped == [[Path("/tmp/a b.jpg")]]
    assert canvas._banner() == ""


def test_words_are_not_files(canvas: Canvas) -> None:
    data = QMimeData()
    data.setText("a.jpg")
    args = (Qt.DropAction.CopyAction, data, Qt.MouseButton.NoButton, hand.NO_KEY)
    enter = QDragEnterEvent(QPoint(5, 5), *args)
    QApplication.sendEvent(canvas, enter)
    assert not enter.isAccepted()


def test_without_a_picture_every_gesture_is_quiet(canvas: Canvas) -> None:
    canvas.show_message("No faces yet", "Open a folder of faces.")
    spies = [
        QSignalSpy(signal)
        for signal in (canvas.points_moved, canvas.points_chosen, canvas.box_drawn)
    ]
    canvas.start_box()
    hand.drag(canvas, QPoint(100, 100), QPoint(50, 50))
    hand.wheel(canvas, QPointF(50, 50), 120)
    QTest.keyClick(canvas, Key.Key_Left)
    QTest.keyClick(canvas, Key.Key_Space)
    QTest.mouseDClick(canvas, hand.LEFT, hand.NO_KEY, QPoint(20, 20))
    assert [spy.count() for spy in spies] == [0, 0, 0]
