"""What the canvas draws, counted in pixels of its own picture."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import Landmarks, Visibility
from kpstudio.core.selection import Selection
from kpstudio.ui import theme
from kpstudio.ui.canvas import Canvas, FaceView
from tests.ui import canvas_help as hand

GREEN, RED = theme.DATA.ground_truth, theme.DATA.prediction
YELLOW = theme.DATA.offset


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    theme.bus.theme = theme.DARK
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(*hand.VIEW)
    made.show()
    made.set_scheme(hand.SCHEME)
    made.set_picture(hand.picture(), hand.WIDTH, hand.HEIGHT)
    made.set_faces([hand.face()], 0)
    return made


def count(canvas: Canvas, colour: str) -> int:
    return int(hand.coloured(hand.shot(canvas), colour).sum())


def middle(found: NDArray[np.bool_]) -> tuple[float, float]:
    """(x, y) of the centre of mass in continuous view coordinates."""
    rows, columns = np.nonzero(found)
    return float(columns.mean() + 0.5), float(rows.mean() + 0.5)


@pytest.mark.parametrize(("colour", "layer"), [(GREEN, "ground_truth"), (RED, "prediction")])
@pytest.mark.parametrize("zoom", [1.0, 8.0])
def test_a_marker_is_centred_on_its_pixel(
    canvas: Canvas, colour: str, layer: str, zoom: float
) -> None:
    one = np.full((4, 2), np.nan)
    one[0] = 10.0, 20.0
    canvas.set_faces([hand.face(one, one)], 0)
    hand.layers(canvas, layer)
    canvas.zoom_to(zoom)
    corner = canvas.view_from_image((-0.5, -0.5))
    canvas._camera.pan(5 - corner.x(), 7 - corner.y())
    found = hand.coloured(hand.shot(canvas), colour, 60)
    x, y = middle(found)
    assert x == pytest.approx(5 + 10.5 * zoom, abs=0.3)
    assert y == pytest.approx(7 + 20.5 * zoom, abs=0.3)
    assert abs(np.ptp(np.nonzero(found)[0]) - 8) <= 2  # of the same size at every zoom


def test_each_layer_has_its_switch(canvas: Canvas) -> None:
    canvas.set_faces([hand.face(box_image=Box(20, 20, 180, 130))], 0)
    hand.layers(canvas)
    assert not (hand.shot(canvas) - hand.GREY).any()
    for layer, colour, least in (
        ("ground_truth", GREEN, 3 * 40),
        ("prediction", RED, 3 * 15),
        ("offsets", YELLOW, 10),
        ("box", theme.DARK.accent, 1500),
    ):
        hand.layers(canvas, layer)
        assert count(canvas, colour) >= least
        others = {GREEN, RED, YELLOW, theme.DARK.accent} - {colour}
        assert [count(canvas, other) for other in others] == [0, 0, 0]
    hand.layers(canvas, "ground_truth")
    without = hand.shot(canvas)
    for layer in ("edges", "numbers"):
        hand.layers(canvas, "ground_truth", layer)
        assert (hand.shot(canvas) != without).any()


def test_the_boxes_of_other_faces_stand_out_from_a_picture(canvas: Canvas) -> None:
    here, there = (hand.face(box_image=Box(x, 20, x + 60, 130)) for x in (20, 110))
    canvas.set_faces([here], 0)
    hand.layers(canvas, "box")
    alone = hand.shot(canvas)
    canvas.set_faces([here, there], 0)
    both = hand.shot(canvas)
    drawn = (both != alone).any(axis=-1)
    assert both[drawn].mean(axis=-1).max() > hand.GREY + 60


def test_the_offset_leads_from_truth_to_prediction(canvas: Canvas) -> None:
    hand.layers(canvas, "offsets")
    pixels = hand.shot(canvas)
    for part in (0.1, 0.5, 0.9):
        xy = hand.TRUTH[1] + part * (hand.PREDICTION[1] - hand.TRUTH[1])
        at = hand.place(canvas, xy)
        assert hand.coloured(pixels, YELLOW, 90)[at.y() - 1 : at.y() + 2, at.x()].any()


def test_missing_points_are_not_drawn(canvas: Canvas) -> None:
    nothing = np.full((4, 2), np.nan)
    canvas.set_faces([hand.face(nothing, nothing)], 0)
    canvas.set_layers(True, True, True, True, True, True)
    canvas.choose_points(Selection.only(2))
    assert not (hand.shot(canvas) - hand.GREY).any()


def test_a_missing_point_has_neither_offset_nor_edge(canvas: Canvas) -> None:
    truth = hand.TRUTH.copy()
    truth[2] = np.nan
    canvas.set_faces([hand.face(truth, hand.PREDICTION)], 0)
    hand.layers(canvas, "edges", "ground_truth", "offsets")
    found = hand.coloured(hand.shot(canvas), YELLOW)
    at = hand.place(canvas, (hand.TRUTH[2] + hand.PREDICTION[2]) / 2)
    assert not found[at.y() - 5 : at.y() + 5, at.x() - 5 : at.x() + 5].any()


def test_an_occluded_point_is_hollow(canvas: Canvas) -> None:
    visibility = np.array([Visibility.OCCLUDED, 2, 2, 0], np.uint8)
    points = Landmarks(hand.TRUTH, visibility)
    canvas.set_faces([FaceView("a#0", points, None, None)], 0)
    hand.layers(canvas, "ground_truth")
    found = hand.coloured(hand.shot(canvas), GREEN)
    hollow, full = (hand.place(canvas, hand.TRUTH[k]) for k in (0, 1))
    assert not found[hollow.y(), hollow.x()]
    assert found[hollow.y() - 5 : hollow.y() + 5, hollow.x() - 5 : hollow.x() + 5].any()
    assert found[full.y(), full.x()]


def test_without_ground_truth_the_prediction_stands_alone(canvas: Canvas) -> None:
    canvas.set_faces([hand.face(truth=None)], 0)
    canvas.set_layers(True, True, True, True, False, True)
    assert count(canvas, GREEN) == 0
    assert count(canvas, YELLOW) == 0
    assert count(canvas, RED) > 40


def test_other_faces_are_dimmed(canvas: Canvas) -> None:
    hand.layers(canvas, "ground_truth")
    other = hand.face(hand.TRUTH + np.array([0.0, 60.0]), None, "a#1")
    canvas.set_faces([hand.face(prediction=None), other], 0)
    found = hand.coloured(hand.shot(canvas), GREEN)
    mine, others = (hand.place(canvas, hand.TRUTH[0] + (0.0, dy)) for dy in (0.0, 60.0))
    assert found[mine.y(), mine.x()]
    assert not found[others.y(), others.x()]
    red, green, _ = hand.shot(canvas)[others.y(), others.x()]
    assert green - red > 30


def test_the_chosen_point_has_a_white_ring(canvas: Canvas) -> None:
    hand.layers(canvas, "ground_truth")
    assert count(canvas, "#ffffff") == 0
    canvas.choose_points(Selection.only(1))
    x, y = middle(hand.coloured(hand.shot(canvas), "#ffffff"))
    at = canvas.view_from_image(hand.TRUTH[1].tolist())
    assert (x, y) == pytest.approx((at.x(), at.y()), abs=0.5)


def test_hovering_enlarges_the_marker_and_names_it(canvas: Canvas) -> None:
    hand.layers(canvas, "ground_truth", "prediction")
    before = count(canvas, GREEN)
    QTest.mouseMove(canvas, hand.place(canvas, hand.TRUTH[0]))
    assert count(canvas, GREEN) > before + 40
    assert count(canvas, theme.DARK.text) > 20
    assert canvas._content.describe(0) == "left eye outer · 5.0 px off"


def test_a_theme_change_shows_at_once(canvas: Canvas) -> None:
    canvas.set_picture(None, 0, 0)
    for look in (theme.LIGHT, theme.DARK):
        theme.bus.theme = look
        theme.bus.changed.emit(look)
        assert canvas.grab().toImage().pixelColor(3, 3) == QColor(look.background)


def test_before_it_is_decoded_a_picture_has_its_place(canvas: Canvas) -> None:
    canvas.set_picture(None, 100, 150)
    pixels = hand.shot(canvas)
    assert QColor(*pixels[300, 400].tolist()).name() == theme.DARK.pane
    assert QColor(*pixels[300, 100].tolist()).name() == theme.DARK.background


def test_the_same_picture_again_keeps_the_view(canvas: Canvas) -> None:
    canvas.zoom_to(9.0)
    canvas.set_picture(hand.picture(4), hand.WIDTH, hand.HEIGHT, keep_view=True)
    assert canvas.zoom == 9.0
    canvas.set_picture(hand.picture(), hand.WIDTH, hand.HEIGHT)
    assert canvas.zoom == 4.0
    canvas.zoom_to(9.0)
    canvas.set_picture(hand.picture(), hand.WIDTH, 100, keep_view=True)
    assert canvas.zoom == 4.0


def test_the_empty_page_says_what_helps(canvas: Canvas, qtbot: QtBot) -> None:
    asked: list[str] = []
    callback: Callable[[], object] = lambda: asked.append("open")  # noqa: E731
    canvas.show_message("No faces yet", "Open a folder of faces.", ("Open folder…", callback))
    assert count(canvas, GREEN) == 0
    button = canvas.findChild(QPushButton)
    assert button is not None and button.isVisible() and button.text() == "Open folder…"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["open"]
    canvas.show_message("No faces match", "Clear the filter to see all of them.")
    assert not button.isVisible()
    canvas.set_picture(hand.picture(), hand.WIDTH, hand.HEIGHT)
    assert not canvas._message.isVisible()


def test_it_has_a_name_for_those_who_cannot_see_it(canvas: Canvas) -> None:
    assert canvas.accessibleName() == "Picture with landmarks"
    assert canvas.focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("held", [(2,), (0, 2)])
def test_a_drag_draws_the_face_as_it_will_be(canvas: Canvas, held: tuple[int, ...]) -> None:
    truth = hand.TRUTH.copy()
    truth[3] = 100.0, 120.0
    canvas.set_faces([hand.face(truth), hand.face(truth + 12.0, None, "b#0")], 0)
    canvas.set_layers(True, True, True, False, True, True)  # edges may cross what stays
    canvas.show_loupe(False)
    canvas.choose_points(Selection.of(held, 2))
    start = hand.place(canvas, truth[2])
    hand.press(canvas, start)
    for by in (QPoint(12, 20), QPoint(20, 28)):
        hand.move(canvas, start + by)
        hand.shot(canvas)  # the second time, what stays is not drawn again
    during = hand.shot(canvas)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    hand.release(canvas, start)
    truth[list(held)] += np.array([20, 28]) / canvas.zoom
    canvas.set_faces([hand.face(truth), canvas._content.faces[1]], 0)
    canvas.choose_points(Selection())
    hand.move(canvas, QPoint(5, 5))
    differs = (abs(hand.shot(canvas) - during) > 6).any(axis=2)
    at = hand.place(canvas, truth[2])  # the name of what is dragged, and the ring around it
    differs[at.y() - 40 : at.y() + 14, at.x() - 14 : at.x() + 260] = False
    assert np.argwhere(differs).tolist() == []
    assert hand.coloured(during, GREEN)[at.y(), at.x()]


def test_edges_follow_a_dragged_point(canvas: Canvas) -> None:
    hand.layers(canvas, "ground_truth", "edges")
    canvas.show_loupe(False)
    before = hand.shot(canvas)
    start = hand.place(canvas, hand.TRUTH[2])
    hand.press(canvas, start)
    hand.move(canvas, start + QPoint(0, 160))
    during = hand.shot(canvas)
    for xy_image, pixels in (
        (hand.TRUTH[2], before),
        (hand.TRUTH[2] + np.array([0.0, 40.0]), during),
    ):
        at = hand.place(canvas, (hand.TRUTH[0] + xy_image) / 2)
        for other in (before, during):
            near = other[at.y() - 3 : at.y() + 4, at.x() - 3 : at.x() + 4]
            assert (near != hand.GREY).any() == (other is pixels)


def test_markers_are_smaller_where_the_face_is_small(canvas: Canvas) -> None:
    hand.layers(canvas, "ground_truth")
    canvas.zoom_to(0.5)
    small = count(canvas, GREEN)
    canvas.zoom_to(2.0)
    large = count(canvas, GREEN)
    canvas.zoom_to(3.0)
    assert 0 < small < 0.6 * large
    assert count(canvas, GREEN) == pytest.approx(large, rel=0.2)


def test_a_caption_wider_than_the_view_takes_several_lines(canvas: Canvas) -> None:
    canvas.resize(200, 150)
    bare = hand.shot(canvas)
    heights = []
    for words in ("run 1", "run 1 and every other run that was ever trained on these faces"):
        canvas.set_caption(words)
        rows, columns = np.nonzero((hand.shot(canvas) != bare).any(axis=-1))
        assert columns.min() > 1
        assert columns.max() < canvas.width() - 1
        heights.append(np.ptp(rows))
    assert heights[1] > 1.5 * heights[0]
