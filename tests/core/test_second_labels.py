"""Which of two people's faces are the same."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.second_labels import copied, same_faces

TRIANGLE = np.array([[0.0, 0.0], [30.0, 0.0], [15.0, 30.0]])


def face(picture: str, at: float = 0.0, number: int = 0, labelled: bool = True) -> Face:
    state = FaceState.LABELLED if labelled else FaceState.PREDICTED
    points = Landmarks.of(TRIANGLE + np.array([at, 0.0]))
    return Face(f"{picture}#{number}", picture, points, state=state)


def ids(first: list[Face], second: list[Face]) -> dict[str, str]:
    return {face_id: other.id for face_id, other in same_faces(first, second).items()}


def test_pictures_are_told_by_name_then_by_the_files_name() -> None:
    first = [face("a/x.jpg"), face("a/y.jpg"), face("b/y.jpg"), face("z.jpg")]
    second = [face("x.jpg"), face("y.jpg"), face("z.jpg")]
    # Two pictures are called y.jpg: which one is meant cannot be told.
    assert ids(first, second) == {"a/x.jpg#0": "x.jpg#0", "z.jpg#0": "z.jpg#0"}


def test_who_is_not_labelled_is_passed_over() -> None:
    assert ids([face("a.jpg", labelled=False)], [face("a.jpg")]) == {}
    assert ids([face("a.jpg")], [face("a.jpg", labelled=False)]) == {}


def test_one_face_each_is_the_same_wherever_it_lies() -> None:
    assert ids([face("a.jpg")], [face("a.jpg", at=500.0)]) == {"a.jpg#0": "a.jpg#0"}


def test_of_several_those_that_overlap_are_the_same() -> None:
    first = [face("a.jpg", 0.0, 0), face("a.jpg", 100.0, 1), face("a.jpg", 200.0, 2)]
    second = [face("a.jpg", 98.0, 0), face("a.jpg", 3.0, 1)]
    assert ids(first, second) == {"a.jpg#0": "a.jpg#1", "a.jpg#1": "a.jpg#0"}


@given(st.permutations(range(5)), st.floats(-8, 8))
def test_the_order_of_faces_does_not_matter(order: list[int], off: float) -> None:
    first = [face("a.jpg", 60.0 * k, k) for k in range(5)]
    second = [face("a.jpg", 60.0 * k + off, n) for n, k in enumerate(order)]
    expected = {f"a.jpg#{k}": f"a.jpg#{n}" for n, k in enumerate(order)}
    assert ids(first, second) == expected


def test_copies_differ_nowhere() -> None:
    one = Landmarks.of(TRIANGLE)
    assert copied(one, Landmarks.of(TRIANGLE + 1e-9))
    moved = TRIANGLE.copy()
    moved[1, 0] += 0.25
    assert not copied(one, Landmarks.of(moved))
    gone = TRIANGLE.copy()
    gone[:] = np.nan
    assert not copied(one, Landmarks.of(gone))
