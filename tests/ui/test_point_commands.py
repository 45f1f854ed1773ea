"""Points of the face in view by the keys: stepping, choosing, and how far they can be seen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpstudio.core.edits import set_visibility
from kpstudio.core.labelset import FaceState
from kpstudio.core.landmarks import Visibility
from kpstudio.core.selection import Selection
from kpstudio.ui.held_switch import HELD_MS
from tests.app.help import SCHEME, face_xy, predicted
from tests.ui.test_actions import opened, window

__all__ = ["opened", "window"]  # pytest finds fixtures here

Key = Qt.Key


def seen(window, point: int) -> Visibility:
    return Visibility(window.session.current.landmarks.visibility[point])


def rows(window) -> list[int]:
    return sorted(index.row() for index in window.points.table.selectionModel().selectedRows())


def start(window, *points: int) -> None:
    window.session.choose("f0.png#0")
    window.canvas.setFocus()
    window.canvas.choose_points(Selection.of(points))


def test_v_goes_round_and_a_point_comes_back_where_it_was(opened):
    start(opened, 7)
    before = opened.session.current.landmarks
    steps = [seen(opened, 7)]
    for _ in range(3):
        QTest.keyClick(opened.canvas, Key.Key_V)
        steps.append(seen(opened, 7))
        missing = np.isnan(opened.session.current.landmarks.xy_image[7]).all()
        assert missing == (steps[-1] is Visibility.MISSING)
        said = opened.status.message.text()
        assert ("V brings missing points back" in said) == missing
    assert steps == [
        Visibility.VISIBLE,
        Visibility.OCCLUDED,
        Visibility.MISSING,
        Visibility.VISIBLE,
    ]
    after = opened.session.current
    assert after.state is FaceState.CORRECTED
    np.testing.assert_array_equal(after.landmarks.xy_image, before.xy_image)
    for _ in range(3):
        opened.actions_by_key["undo"].trigger()
    assert opened.session.current.landmarks == before


def test_all_that_is_chosen_follows_the_leading_point(opened):
    start(opened, 3, 7, 9)
    opened.canvas.choose_points(Selection.only(7))
    QTest.keyClick(opened.canvas, Key.Key_V)
    opened.canvas.choose_points(Selection.of((3, 7, 9), 3))
    QTest.keyClick(opened.canvas, Key.Key_V)
    assert [seen(opened, point) for point in (3, 7, 9, 10)] == [Visibility.OCCLUDED] * 3 + [
        Visibility.VISIBLE
    ]
    assert opened.actions_by_key["undo"].text() == "Undo mark 3 points as occluded"


def take_away(window, point: int) -> None:
    """Take a point away as if the file had never had it."""
    face = window.session.current
    window.session.perform(set_visibility(face, [point], Visibility.MISSING, "it"))


def test_a_point_that_was_never_there_comes_from_the_prediction(opened, monkeypatch):
    start(opened, 7)
    guess = predicted(0, 5.0, "run")
    monkeypatch.setattr(opened.runs, "prediction", lambda _: guess)
    take_away(opened, 7)
    QTest.keyClick(opened.canvas, Key.Key_V)
    assert opened.session.current.landmarks.xy_image[7].tolist() == guess.xy_image[7].tolist()


def test_without_a_prediction_the_other_faces_tell_where_a_point_belongs(opened):
    start(opened, 7)
    take_away(opened, 7)
    QTest.keyClick(opened.canvas, Key.Key_V)
    back = opened.session.current.landmarks.xy_image[7]
    np.testing.assert_allclose(back, face_xy(0)[7], atol=0.1)


def test_v_without_points_says_what_to_do(opened):
    start(opened)
    QTest.keyClick(opened.canvas, Key.Key_V)
    assert opened.status.message.text() == "Select points of a labelled face first."
    assert not opened.actions_by_key["undo"].isEnabled()


def test_w_and_s_step_and_bring_the_point_into_view(opened):
    start(opened)
    canvas = opened.canvas
    canvas.zoom_to(40.0)
    for key, point in ((Key.Key_S, 0), (Key.Key_S, 1), (Key.Key_W, 0), (Key.Key_W, 57)):
        QTest.keyClick(canvas, key)
        assert canvas.selection == Selection.only(point)
        assert rows(opened) == [point]
        xy_image = opened.session.current.landmarks.xy_image[point]
        assert canvas.rect().contains(canvas.view_from_image(xy_image.tolist()).toPoint())
    assert canvas.zoom == 40.0


def test_picture_and_table_have_the_same_points_chosen(opened):
    start(opened)
    QTest.keyClick(opened.canvas, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert rows(opened) == list(range(SCHEME.count))
    QTest.keyClick(opened.canvas, Key.Key_Escape)
    assert rows(opened) == []
    opened.points.table.setFocus()
    opened.points.table.selectRow(4)
    QTest.keyClick(opened.points.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert opened.canvas.selection == Selection.of((4, 5), 5)


def test_nudges_of_the_same_points_are_undone_together(opened):
    start(opened, 4, 5)
    before = opened.session.current.landmarks
    for _ in range(3):
        QTest.keyClick(opened.canvas, Key.Key_Right)
    moved = opened.session.current.landmarks.xy_image
    expected = before.xy_image.copy()
    expected[[4, 5]] += (3.0, 0.0)
    np.testing.assert_allclose(moved, expected)
    assert opened.actions_by_key["undo"].text() == "Undo move 2 points"
    opened.actions_by_key["undo"].trigger()
    assert opened.session.current.landmarks == before


def test_h_switches_when_tapped_and_hides_while_held(opened, qtbot):
    start(opened)
    canvas, action = opened.canvas, opened.actions_by_key["hide_points"]
    QTest.keyClick(canvas, Key.Key_H)
    assert action.isChecked() and canvas._content.hidden
    QTest.keyClick(canvas, Key.Key_H)
    assert not action.isChecked() and not canvas._content.hidden
    QTest.keyPress(canvas, Key.Key_H)
    assert canvas._content.hidden
    qtbot.wait(HELD_MS + 50)
    QTest.keyRelease(canvas, Key.Key_H)
    assert not action.isChecked() and not canvas._content.hidden


def test_points_chosen_elsewhere_are_chosen_in_the_table_too(opened):
    for chooses, point in (
        (opened.review_summary.plots.point_chosen, 7),
        (opened.what_moved.point_chosen, 9),
    ):
        chooses.emit(point)
        assert opened.canvas.selection.points == (point,)
        assert opened.points.table.currentIndex().row() == point
