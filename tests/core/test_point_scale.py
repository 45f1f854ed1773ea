"""How large errors are drawn: as large as leaves them apart."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.point_scale import readable_scale, scale_in_words

ROW = np.column_stack([np.arange(5.0) * 10, np.zeros(5)])


@pytest.mark.parametrize(
    ("error", "scale"), [(7.5, 1.0), (2.0, 3.0), (0.1, 50.0), (0.001, 50.0), (20.0, 1 / 3)]
)
def test_circles_grow_until_they_meet(error: float, scale: float) -> None:
    assert readable_scale(ROW, np.full(5, error)) == scale


@given(st.floats(1e-3, 1e3), st.floats(0.1, 100))
def test_neither_the_size_nor_the_place_of_a_face_matters(error: float, size: float) -> None:
    here = readable_scale(ROW, np.full(5, error))
    there = readable_scale(ROW * size + 300, np.full(5, error * size))
    assert here == pytest.approx(there, rel=4)  # a rounding may take it to the next scale


def test_points_in_one_place_are_drawn_as_small_as_can_be() -> None:
    assert readable_scale(np.zeros((3, 2)), np.ones(3)) == 0.1


def test_errors_of_one_point_or_none_are_true_to_scale() -> None:
    nothing = np.full(5, np.nan)
    assert readable_scale(ROW, nothing) == 1.0
    assert readable_scale(ROW, np.array([3.0, 0.0, 0.0, np.nan, 0.0])) == 1.0


@pytest.mark.parametrize(
    ("scale", "words"),
    [
        (1.0, "true to scale"),
        (0.1, "drawn at a tenth of their size"),
        (1 / 3, "drawn at a third of their size"),
        (20.0, "drawn 20 times larger"),
    ],
)
def test_a_scale_goes_on_after_errors_are(scale: float, words: str) -> None:
    assert scale_in_words(scale) == words
