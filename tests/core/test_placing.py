from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from kpstudio.core.geometry import Affine2D
from kpstudio.core.placing import filled, laid_over

NAN = np.nan
OWN = np.array([[1.0, 2.0], [NAN, NAN], [NAN, NAN]])


def test_what_is_missing_comes_from_the_first_guess_that_has_it() -> None:
    first = np.array([[9.0, 9.0], [3.0, 4.0], [NAN, NAN]])
    second = np.array([[8.0, 8.0], [8.0, 8.0], [5.0, 6.0]])
    assert filled(OWN, [first, second]).tolist() == [[1, 2], [3, 4], [5, 6]]
    assert np.isnan(OWN[1:]).all(), "the points themselves stay as they are"
    np.testing.assert_array_equal(filled(OWN, []), OWN)


def test_no_guess_is_made_that_is_not_needed() -> None:
    def guesses() -> Iterator[np.ndarray]:
        yield np.zeros((3, 2))
        raise AssertionError("nothing is missing any more")

    assert filled(OWN, guesses())[1].tolist() == [0, 0]


def test_a_shape_is_laid_over_the_points_that_are_placed() -> None:
    shape = np.array([[0.0, 0.0], [10.0, 0.0], [4.0, 7.0]])
    turn = Affine2D.rotation(0.4, (3.0, 1.0)).then(Affine2D.scaling(2.5, 2.5, (0.0, 0.0)))
    placed = turn(shape)
    placed[2] = NAN
    np.testing.assert_allclose(laid_over(shape, placed), turn(shape))
    assert np.isnan(laid_over(shape, OWN)).all(), "one point tells neither turn nor size"
