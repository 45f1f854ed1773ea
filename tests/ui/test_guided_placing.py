"""Placing the points of a face that has none, in the real window by mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kpstudio.core.dropping import dropped_in_box, dropped_on_eyes, eyes_of
from kpstudio.core.edits import set_box
from kpstudio.core.geometry import Box
from kpstudio.core.known_shape import shipped_prior
from kpstudio.core.labelset import FaceState
from kpstudio.core.landmarks import Source
from kpstudio.store.project import Project
from kpstudio.ui.main_window import MainWindow
from tests.app.help import HEIGHT, SCHEME, WIDTH, face_xy, faces_folder
from tests.ui import canvas_help as hand
from tests.ui.driver import Script, drive

Key, Mod = Qt.Key, Qt.KeyboardModifier
MEAN = shipped_prior(SCHEME).mean
EYES = eyes_of(SCHEME)
PLAIN = "plain0.png#0"


def ready(window: MainWindow):
    """Put the face without points in view, and say when it is there."""
    window.session.choose(PLAIN)
    window.resize(1280, 684)  # clicks on a small picture are too coarse
    return lambda: window.canvas.has_picture and window.shapes.known.prior is not None


def key(window: MainWindow, which: Qt.Key, modifier=Mod.NoModifier) -> None:
    QTest.keyClick(window.canvas, which, modifier)


def click(window: MainWindow, xy_image) -> np.ndarray:
    """Click the view pixel nearest to an image point; return where that is."""
    canvas = window.canvas
    at = hand.place(canvas, np.asarray(xy_image, dtype=np.float64))
    QTest.mouseMove(canvas, at)
    QTest.mouseClick(canvas, hand.LEFT, hand.NO_KEY, at)
    return np.array(canvas.image_from_view(at.toPointF()))


def said(window: MainWindow) -> str:
    return window.status.message.text()


@pytest.mark.parametrize("zoom", [1.0, 0.6])
def test_two_clicks_on_the_eyes_drop_the_mean_shape(tmp_path, zoom):
    root = faces_folder(tmp_path / "faces", 1, unlabelled=1)

    def script(window: MainWindow) -> Script:
        yield ready(window)
        canvas = window.canvas
        canvas.zoom_to(canvas.zoom * zoom)
        canvas.setFocus()
        key(window, Key.Key_I)
        assert canvas._banner().startswith("Click the two eyes")
        assert said(window).startswith("Click the middle of each eye")
        first = click(window, (38, 30))
        assert canvas._banner().startswith("Click the other eye")
        QTest.mouseMove(canvas, hand.place(canvas, np.array([55.0, 33.0])))
        tried = canvas._content.ghost
        assert tried is not None and window.session.current.landmarks is None
        assert hand.shot(canvas).shape  # the try is drawn
        second = click(window, (53, 32))
        face = window.session.current
        wanted = dropped_on_eyes(MEAN, EYES, [first, second])
        limits = Box.whole(WIDTH, HEIGHT)
        np.testing.assert_allclose(face.landmarks.xy_image, limits.nearest(wanted), atol=1e-6)
        for middle, eye in zip((second, first), EYES, strict=True):  # the subject's left is right
            np.testing.assert_allclose(
                face.landmarks.xy_image[list(eye)].mean(axis=0), middle, atol=0.1
            )
        assert face.state is FaceState.CORRECTED and face.landmarks.source is Source.PERSON
        assert canvas._banner() == "" and canvas._content.ghost is None
        assert window.session.undo_verb == "place the mean shape"
        assert not window.actions_by_key["drop_shape"].isEnabled()
        key(window, Key.Key_Z, Mod.ControlModifier)
        assert window.session.current.landmarks is None
        assert window.session.current.state is FaceState.UNLABELLED

    assert drive([str(root)], script) == 0


@pytest.mark.parametrize("zoom", [1.0, 0.6])
def test_a_box_drops_the_mean_shape_into_it(tmp_path, zoom):
    root = faces_folder(tmp_path / "faces", 1, unlabelled=1)

    def script(window: MainWindow) -> Script:
        yield ready(window)
        canvas = window.canvas
        canvas.zoom_to(canvas.zoom * zoom)
        window.actions_by_key["drop_shape"].trigger()
        start, end = (hand.place(canvas, np.array(xy)) for xy in ((25.0, 12.0), (65.0, 60.0)))
        hand.drag(canvas, start, end - start)
        corners = [canvas.image_from_view(at.toPointF()) for at in (start, end)]
        wanted = dropped_in_box(MEAN, Box.around(corners))
        np.testing.assert_allclose(window.session.current.landmarks.xy_image, wanted, atol=1e-6)
        window.actions_by_key["undo"].trigger()
        assert window.session.current.landmarks is None

    assert drive([str(root)], script) == 0


def test_enter_puts_the_mean_shape_into_the_box_of_the_face(tmp_path):
    root = faces_folder(tmp_path / "faces", 1, unlabelled=1)

    def script(window: MainWindow) -> Script:
        yield ready(window)
        canvas, session = window.canvas, window.session
        middle = dropped_in_box(MEAN, Box.whole(WIDTH, HEIGHT).square(0.5))
        own = Box(20.0, 12.0, 60.0, 66.0)
        for box, wanted in ((None, middle), (own, dropped_in_box(MEAN, own))):
            session.perform(set_box(session.current, box))
            canvas.setFocus()
            key(window, Key.Key_I)
            key(window, Key.Key_Return)
            points = session.current.landmarks.xy_image
            np.testing.assert_allclose(points, wanted, atol=1e-6)
            assert session.current.state is FaceState.CORRECTED  # and not checked
            key(window, Key.Key_Z, Mod.ControlModifier)
            assert session.current.landmarks is None

    assert drive([str(root)], script) == 0


def test_escape_and_another_face_give_the_shape_up(tmp_path):
    root = faces_folder(tmp_path / "faces", 1, unlabelled=2)

    def script(window: MainWindow) -> Script:
        yield ready(window)
        canvas = window.canvas
        canvas.setFocus()
        key(window, Key.Key_I)
        click(window, (38, 30))
        key(window, Key.Key_Escape)
        assert canvas._banner() == "" and canvas._content.spots is None
        click(window, (50, 30))
        assert window.session.current.landmarks is None
        key(window, Key.Key_I)
        click(window, (38, 30))
        window.session.choose("plain1.png#0")
        yield lambda: canvas.has_picture
        assert canvas._banner() == ""
        click(window, (50, 30))
        assert window.session.current.landmarks is None
        assert window.session.undo_verb == ""

    assert drive([str(root)], script) == 0


@pytest.mark.parametrize("zoom", [1.0, 0.6])
def test_point_after_point_is_one_face_and_one_step_back(tmp_path, zoom):
    root = faces_folder(tmp_path / "faces", 1, unlabelled=1)
    xy = face_xy(0)

    def script(window: MainWindow) -> Script:
        yield ready(window)
        canvas, names = window.canvas, SCHEME.points
        canvas.zoom_to(canvas.zoom * zoom)
        canvas.setFocus()
        key(window, Key.Key_I, Mod.ShiftModifier)
        assert canvas._banner().startswith(f"Click {names[0]} or press an arrow key · ")
        assert said(window).startswith(f"Point 1 of 58: click {names[0]}, or ")
        places = [click(window, xy[point]) for point in range(4)]
        assert canvas._content.guide.point == 4
        assert np.hypot(*(canvas._content.guide.expected - xy[4])) < 3
        assert hand.shot(canvas).shape  # the drawing and the ring of what is expected
        key(window, Key.Key_S)  # skipped: missing
        assert canvas._content.guide.point == 5
        key(window, Key.Key_Backspace)
        key(window, Key.Key_Backspace)
        assert canvas._content.guide.point == 3
        assert np.isnan(window.session.current.landmarks.xy_image[3]).all()
        places[3] = click(window, xy[3] + 1)
        key(window, Key.Key_Delete)
        places += [None, *(click(window, xy[point]) for point in range(5, 58))]
        assert canvas._banner() == ""
        assert (
            said(window)
            == "All points are placed. Correct what is off, then mark the face as checked."
        )
        landmarks = window.session.current.landmarks
        assert landmarks.present.sum() == 57 and not landmarks.present[4]
        for point, place in enumerate(places):
            if place is not None:
                np.testing.assert_allclose(landmarks.xy_image[point], place, atol=0.1)
        assert window.session.undo_verb == "place the points"
        key(window, Key.Key_Z, Mod.ControlModifier)
        assert window.session.current.landmarks is None
        assert window.session.undo_verb == ""
        key(window, Key.Key_Y, Mod.ControlModifier)
        assert window.session.current.landmarks == landmarks

    assert drive([str(root)], script) == 0
    with Project.open(root) as project:
        assert project.stored_faces()[PLAIN].landmarks.present.sum() == 57


def test_escape_leaves_with_what_is_placed_and_it_goes_on_from_there(tmp_path):
    root = faces_folder(tmp_path / "faces", 1, unlabelled=1)

    def script(window: MainWindow) -> Script:
        yield ready(window)
        canvas = window.canvas
        canvas.setFocus()
        key(window, Key.Key_I, Mod.ShiftModifier)
        key(window, Key.Key_Escape)
        assert said(window) == "No point was placed." and canvas._banner() == ""
        assert window.session.current.landmarks is None
        key(window, Key.Key_I, Mod.ShiftModifier)
        click(window, (30, 30))
        click(window, (31, 40))
        key(window, Key.Key_Escape)
        assert said(window).startswith("2 points are placed, 56 are missing.")
        assert window.session.current.landmarks.present.sum() == 2
        assert not window.actions_by_key["drop_shape"].isEnabled()
        key(window, Key.Key_I, Mod.ShiftModifier)
        assert canvas._content.guide.point == 2
        click(window, (32, 50))
        key(window, Key.Key_Z, Mod.ControlModifier)  # the second walk alone
        assert window.session.current.landmarks.present.sum() == 2
        assert canvas._content.guide.point == 2, "it asks again for what was taken back"
        window.session.choose("f0.png#0")
        yield lambda: canvas.has_picture
        assert canvas._banner() == ""
        assert not window.actions_by_key["place_points"].isEnabled()

    assert drive([str(root)], script) == 0


def test_a_press_may_be_dragged_to_its_place_and_taken_back(tmp_path):
    root = faces_folder(tmp_path / "faces", 1, unlabelled=1)

    def script(window: MainWindow) -> Script:
        yield ready(window)
        canvas = window.canvas
        canvas.setFocus()
        window.actions_by_key["place_points"].trigger()
        hand.press(canvas, hand.place(canvas, np.array([20.0, 20.0])))
        key(window, Key.Key_Escape)
        hand.release(canvas, QPoint(5, 5))
        assert window.session.current.landmarks is None
        assert canvas._content.guide.point == 0
        start, end = (hand.place(canvas, np.array(xy)) for xy in ((20.0, 20.0), (30.0, 28.0)))
        hand.drag(canvas, start, end - start)
        placed = window.session.current.landmarks.xy_image[0]
        np.testing.assert_allclose(placed, canvas.image_from_view(end.toPointF()), atol=1e-6)

    assert drive([str(root)], script) == 0


def test_the_drawing_keeps_out_of_the_pointers_way(tmp_path):
    root = faces_folder(tmp_path / "faces", 1, unlabelled=1)

    def script(window: MainWindow) -> Script:
        yield ready(window)
        canvas = window.canvas
        window.resize(1440, 900)
        yield lambda: canvas.width() > 500
        window.actions_by_key["place_points"].trigger()
        QTest.mouseMove(canvas, QPoint(canvas.width() // 2, canvas.height() - 20))
        left = canvas._guide_rect()
        QTest.mouseMove(canvas, left.center().toPoint())
        right = canvas._guide_rect()
        assert right.left() > left.right() and right.right() <= canvas.width()

    assert drive([str(root)], script) == 0


def test_a_face_without_points_offers_both_ways(tmp_path):
    root = faces_folder(tmp_path / "faces", 1, unlabelled=1)

    def script(window: MainWindow) -> Script:
        yield ready(window)
        buttons = {button.text(): button for button in window.points.findChildren(QPushButton)}
        both = [buttons[text] for text in ("Mean shape", "Point by point")]
        assert all(button.isVisible() and button.isEnabled() for button in both)
        assert "(I)" in both[0].toolTip()
        window.session.choose("f0.png#0")
        assert not any(button.isVisible() for button in both)

    assert drive([str(root)], script) == 0
