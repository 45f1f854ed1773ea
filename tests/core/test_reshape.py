"""The laws of turning and stretching, and that nothing is pushed out of the picture."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpstudio.core.geometry import Affine2D, Box
from kpstudio.core.reshape import SMALLEST_FACTOR, Reshape, drag_of_corner

pixels = st.floats(-1e3, 1e3)
places = st.tuples(pixels, pixels)
factors = st.floats(0.1, 10.0)
angles = st.floats(-math.pi, math.pi)
points = st.lists(places, min_size=1, max_size=8).map(np.array)
boxes = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h), pixels, pixels, st.floats(1, 500), st.floats(1, 500)
)
sides = st.sampled_from([(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0)])


@given(angles, places, points)
def test_turning_there_and_back_changes_nothing(
    radians: float, about: tuple[float, float], xy: np.ndarray
) -> None:
    there = Reshape(about, radians=radians).affine
    back = Reshape(about, radians=-radians).affine
    np.testing.assert_allclose(back(there(xy)), xy, atol=1e-8)
    np.testing.assert_allclose(there.inverse()(there(xy)), xy, atol=1e-8)


@given(factors, factors, places, points)
def test_stretching_and_its_inverse_change_nothing(
    factor_x: float, factor_y: float, about: tuple[float, float], xy: np.ndarray
) -> None:
    there = Reshape(about, factor_x, factor_y).affine
    back = Reshape(about, 1 / factor_x, 1 / factor_y).affine
    np.testing.assert_allclose(back(there(xy)), xy, atol=1e-6)


@given(angles, angles, places, points)
def test_turns_add_up(a: float, b: float, about: tuple[float, float], xy: np.ndarray) -> None:
    both = Affine2D.rotation(a, about).then(Affine2D.rotation(b, about))
    np.testing.assert_allclose(both(xy), Affine2D.rotation(a + b, about)(xy), atol=1e-8)


@given(factors, angles, places, points)
def test_even_stretches_and_turns_keep_the_shape(
    factor: float, radians: float, about: tuple[float, float], xy: np.ndarray
) -> None:
    moved = Reshape(about, factor, factor, radians).affine(xy)
    apart = np.linalg.norm(xy[:, None] - xy, axis=-1)
    np.testing.assert_allclose(
        np.linalg.norm(moved[:, None] - moved, axis=-1), factor * apart, atol=1e-7
    )
    fixed = Reshape(about, factor, factor, radians).affine(about)
    np.testing.assert_allclose(fixed, about, atol=1e-8)


def test_a_positive_turn_is_clockwise_to_see() -> None:
    turn = Affine2D.rotation(math.pi / 2, (10.0, 10.0))
    np.testing.assert_allclose(turn((15.0, 10.0)), (10.0, 15.0))


@given(boxes, sides, places, st.booleans())
def test_a_held_side_follows_the_hand(
    box: Box, side: tuple[int, int], shift: tuple[float, float], centred: bool
) -> None:
    reshape = drag_of_corner(box, side, shift, centred, even=False)
    corner = np.array(box.centre) + np.array(side) * (box.width, box.height) / 2
    across = np.array(box.centre) if centred else 2 * np.array(box.centre) - corner
    assume(min(reshape.factor_x, reshape.factor_y) > SMALLEST_FACTOR)
    moved = reshape.affine(np.array([corner, across]))
    np.testing.assert_allclose(moved[0], corner + shift * np.abs(side), atol=1e-6)
    np.testing.assert_allclose(moved[1], across, atol=1e-6)


@given(boxes, sides, places, st.booleans())
def test_an_even_stretch_keeps_the_proportions(
    box: Box, side: tuple[int, int], shift: tuple[float, float], centred: bool
) -> None:
    reshape = drag_of_corner(box, side, shift, centred, even=True)
    assert reshape.factor_x == reshape.factor_y >= SMALLEST_FACTOR


@given(boxes, sides)
def test_a_side_back_where_it_was_stretches_nothing(box: Box, side: tuple[int, int]) -> None:
    for centred in (False, True):
        for even in (False, True):
            made = drag_of_corner(box, side, (0.0, 0.0), centred, even)
            assert (made.factor_x, made.factor_y) == (1.0, 1.0)


@given(points, places, factors, factors, angles)
def test_no_point_is_pushed_out(
    xy: np.ndarray, about: tuple[float, float], factor_x: float, factor_y: float, radians: float
) -> None:
    limits = Box(-1000.0, -1000.0, 1000.0, 1000.0)
    asked = Reshape(about, factor_x, factor_y, radians)
    got = asked.within(limits, xy)
    moved = got.affine(xy)
    assert (np.abs(moved) <= 1000 + 1e-5).all()
    if (np.abs(asked.affine(xy)) < 999).all():
        assert got == asked


def test_as_much_as_fits_is_done() -> None:
    limits = Box(0.0, 0.0, 100.0, 100.0)
    xy = np.array([[10.0, 10.0], [50.0, 10.0]])
    got = Reshape((10.0, 10.0), 4.0, 1.0).within(limits, xy)
    np.testing.assert_allclose(got.affine(xy), [[10.0, 10.0], [100.0, 10.0]], atol=1e-6)
    outside = np.array([[-5.0, 10.0], [50.0, 10.0]])
    got = Reshape((50.0, 10.0), 2.0, 1.0).within(limits, outside)
    assert got.factor_x == pytest.approx(1.0), "what is outside gets no farther out"


def test_half_of_a_reshaping_goes_half_the_way() -> None:
    half = Reshape((1.0, 2.0), 3.0, 0.5, 1.0).part(0.5)
    assert half == Reshape((1.0, 2.0), 2.0, 0.75, 0.5)


def test_a_corner_pulled_along_the_diagonal_stretches_as_far() -> None:
    box = Box(0.0, 0.0, 10.0, 20.0)
    pulled = drag_of_corner(box, (1, 1), (5.0, 10.0), centred=False, even=True)
    assert (pulled.about, pulled.factor_x, pulled.factor_y) == ((0.0, 0.0), 1.5, 1.5)
    pushed = drag_of_corner(box, (-1, -1), (1.0, 2.0), centred=True, even=True)
    assert (pushed.about, pushed.factor_x) == ((5.0, 10.0), pytest.approx(0.8))


def test_what_lies_on_the_edge_may_turn_about_itself() -> None:
    limits = Box(0.1, 0.3, 100.7, 50.9)
    for corner in ((0.1, 0.3), (100.7, 0.3), (100.7, 50.9), (0.1, 50.9)):
        for radians in (0.4, 1.1, 2.9):
            asked = Reshape(corner, radians=radians)
            assert asked.within(limits, [corner]) == asked


def test_the_rounding_of_large_pictures_forbids_nothing() -> None:
    asked = Reshape((0.0, 0.0), radians=2 * math.pi)
    assert asked.within(Box(0.0, 0.0, 1e6, 1e6), [[1e6, 1e6], [0.0, 1e6], [1e6, 0.0]]) == asked
