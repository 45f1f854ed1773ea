from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kpstudio.core.edits import FaceChange, move_points, set_state
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.moves import moves

NAN = (np.nan, np.nan)
NAMES = ("chin", "nose tip", "left eye", "right eye")
FACE = Face("a.jpg#0", "a.jpg", Landmarks.of([[0, 0], [10, 0], [10, 10], NAN]))


def shifted(*shifts: tuple[int, float, float]) -> FaceChange:
    assert FACE.landmarks is not None
    points = [point for point, *_ in shifts]
    to = [FACE.landmarks.xy_image[point] + (dx, dy) for point, dx, dy in shifts]
    (change,) = move_points(FACE, points, to, "points").changes
    return change


def test_the_moved_points_and_their_distances() -> None:
    found = moves(shifted((0, 3, 4), (2, 0, -1.5)))
    assert found.points == (0, 2)
    assert found.distances.tolist() == [5.0, 1.5]
    assert found.before_image.tolist() == [[0, 0], [10, 10]]
    assert found.after_image.tolist() == [[3, 4], [10, 8.5]]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (shifted((1, 3, 4)), "nose tip by 5.0 px"),
        (shifted((0, 3, 4), (1, 1, 0)), "2 points by 3.0 px, at most 5.0 px (chin)"),
        (shifted((0, 3, 4), (1, 3, 4)), "2 points by 5.0 px"),
        (set_state(FACE, FaceState.CHECKED).changes[0], ""),
        (FaceChange(replace(FACE, landmarks=None), FACE), "3 points placed"),
        (FaceChange(FACE, None), "3 points removed"),
        (FaceChange(None, replace(FACE, landmarks=None)), ""),
    ],
)
def test_what_was_moved_in_words(change: FaceChange, words: str) -> None:
    assert moves(change).sentence(NAMES) == words


def test_a_point_that_the_scheme_does_not_have_is_named_by_its_number() -> None:
    assert moves(shifted((1, 3, 4))).sentence(("chin",)) == "point 1 by 5.0 px"


def test_a_point_placed_for_the_first_time_is_no_move() -> None:
    placed = moves(move_and_place())
    assert placed.sentence(NAMES) == "chin by 5.0 px; 1 point placed"
    assert placed.points == (0, 3)
    assert np.isnan(placed.distances).tolist() == [False, True]


def move_and_place() -> FaceChange:
    (change,) = move_points(FACE, [0, 3], [[3, 4], [7, 7]], "points").changes
    return change
