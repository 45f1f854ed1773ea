"""The laws of moving, fitting and judging by a Gaussian over shapes."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.geometry import Affine2D
from kpstudio.core.known_shape import shipped_prior
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import scheme_named
from kpstudio.core.shape_prior import ShapePrior
from tests.core.test_shapemodel import similarities

SCHEME = scheme_named("imm58")
K = SCHEME.count
CHIN, EYES, JAW = 6, tuple(range(13, 29)), tuple(range(13))


def prior() -> ShapePrior:
    found = shipped_prior(SCHEME)
    assert found is not None
    return found


@st.composite
def shapes(draw: st.DrawFn, most: float = 1.5) -> FloatArray:
    """Shapes of the model, in its own frame: everyday ones, no single point off."""
    weights = st.lists(st.floats(-most, most), min_size=15, max_size=15)
    model = prior()
    return model.mean + np.einsum("m,mkd->kd", np.array(draw(weights)) * model.std, model.modes)


numbers = st.lists(st.integers(0, K - 1), min_size=1, max_size=6, unique=True)
steps = st.floats(-0.5, 0.5)


@st.composite
def hands(draw: st.DrawFn) -> tuple[list[int], list[int], FloatArray]:
    """Points to move, points to lock, and how far the moved ones go."""
    moved = draw(numbers)
    locked = [k for k in draw(numbers) if k not in moved]
    return moved, locked, np.array([[draw(steps), draw(steps)] for _ in moved])


# --- following


@given(shapes(), hands(), similarities())
def test_moving_by_nothing_changes_nothing(shape, hand, placed):
    moved, locked, _ = hand
    xy = placed(shape)
    np.testing.assert_array_equal(prior().follow(xy, moved, xy[moved], locked), xy)


@given(shapes(), hands())
def test_moved_points_land_exactly_and_locked_ones_never_move(shape, hand):
    moved, locked, step = hand
    after = prior().follow(shape, moved, shape[moved] + step, locked)
    np.testing.assert_array_equal(after[moved], shape[moved] + step)
    np.testing.assert_array_equal(after[locked], shape[locked])


@given(shapes(), hands(), similarities())
def test_following_does_not_depend_on_place_size_and_tilt(shape, hand, placed):
    moved, locked, step = hand
    there = prior().follow(placed(shape), moved, placed(shape[moved] + step), locked)
    here = placed(prior().follow(shape, moved, shape[moved] + step, locked))
    size = np.abs(np.diff(placed([[0, 0], [1, 0]]), axis=0)).max()
    np.testing.assert_allclose(there, here, atol=1e-6 * (1 + size + np.abs(here).max()))


@given(shapes(), hands(), st.floats(0, 1))
def test_half_the_way_takes_the_others_half_the_way(shape, hand, share):
    moved, locked, step = hand
    follower = prior().follower(shape, moved, locked)
    whole, part = follower(shape[moved] + step), follower(shape[moved] + share * step)
    np.testing.assert_allclose(part - shape, share * (whole - shape), atol=1e-9)


def test_near_points_follow_more_than_far_ones_and_the_farthest_not_at_all():
    model = prior()
    xy = 100 * model.mean
    after = model.follow(xy, [CHIN], xy[[CHIN]] + (0.0, 10.0))
    gone = np.hypot(*(after - xy).T)
    along = gone[list(JAW)]
    assert (np.diff(along[: CHIN + 1]) >= 0).all() and (np.diff(along[CHIN:]) <= 0).all()
    assert 3 < gone[CHIN - 1] < 10 and 3 < gone[CHIN + 1] < 10
    assert gone[list(EYES)].max() == 0
    assert set(model.follower(xy, [CHIN]).followers).isdisjoint(EYES)


def test_the_mirror_image_of_a_move_is_the_mirror_image_of_what_follows():
    model, pairs = prior(), list(SCHEME.mirror)
    mean = (model.mean + model.mean[pairs] * (-1, 1)) / 2
    left = model.follow(mean, [13], mean[[13]] + (0.1, -0.1))
    right = model.follow(mean, [pairs[13]], mean[[pairs[13]]] + (-0.1, -0.1))
    np.testing.assert_allclose(right, left[pairs] * (-1, 1), atol=0.02)


def test_a_lock_holds_its_neighbourhood():
    model = prior()
    xy = 100 * model.mean
    free = model.follow(xy, [CHIN], xy[[CHIN]] + (0.0, 10.0))
    held = model.follow(xy, [CHIN], xy[[CHIN]] + (0.0, 10.0), [CHIN - 2])
    gone = [np.hypot(*(after - xy)[CHIN - 1]) for after in (free, held)]
    assert gone[1] < gone[0]


def test_missing_points_stay_missing_and_say_nothing():
    xy = 100 * prior().mean
    xy[[0, 5, 30]] = math.nan
    after = prior().follow(xy, [CHIN], xy[[CHIN]] + (0.0, 10.0))
    np.testing.assert_array_equal(np.isnan(after), np.isnan(xy))
    assert np.hypot(*(after - xy)[CHIN + 1]) > 3
    with pytest.raises(ValueError, match="must be moved"):
        prior().follower(xy, [5])
    with pytest.raises(ValueError, match="must be moved"):
        prior().follower(xy, [])


def test_where_nothing_is_left_to_follow_points_move_alone():
    shape = prior().mean.copy()
    every = prior().follower(shape, range(K))
    np.testing.assert_array_equal(every(shape + 3), shape + 3)


@pytest.mark.parametrize("degrees", range(0, 90, 15))
def test_a_shape_turned_inside_out_follows_nobody(degrees):
    """Whatever rounding leaves of a likeness that is none: it differs by processor."""
    corners = np.array([[1.0, 1], [-1, 1], [-1, -1], [1, -1]]) / np.sqrt(2)
    square = ShapePrior(corners, np.zeros((0, 4, 2)), np.zeros(0), 0.1)
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    flipped = corners * (1, -1) @ turn.T  # no turn brings it nearer to the mean
    moved = square.follower(flipped, [0])([[9.0, 9.0]])
    np.testing.assert_array_equal(moved, [[9.0, 9.0], *flipped[1:].tolist()])


def test_points_that_coincide_in_the_mean_tell_no_way() -> None:
    mean = np.array([[1.0, 0], [0, 1], [-1, 0], [1, 0]])
    closed = ShapePrior(mean, np.zeros((0, 4, 2)), np.zeros(0), 0.1)
    shape = np.array([[5.0, 5], [np.nan, np.nan], [np.nan, np.nan], [8, 9]])
    moved = closed.follow(shape, [0], [(6.0, 7.0)])
    np.testing.assert_array_equal(moved[[0, 3]], [[6.0, 7.0], [8.0, 9.0]])


def test_points_in_one_place_move_as_a_hand_moves_them():
    xy = np.full((K, 2), 7.0)
    after = prior().follow(xy, [CHIN], [(8.0, 9.0)])
    assert after[CHIN].tolist() == [8.0, 9.0]
    assert np.isfinite(after).all()


# --- fitting


@given(shapes(), similarities())
def test_fitting_to_every_point_of_a_shape_returns_it(shape, placed):
    xy = placed(shape)
    np.testing.assert_array_equal(prior().fit_to(range(K), xy), xy)


@given(shapes(), similarities(), st.integers(0, 2))
def test_a_third_of_the_points_tells_the_others(shape, placed, first):
    xy, known = placed(shape), list(range(first, K, 3))
    fitted = prior().fit_to(known, xy[known])
    np.testing.assert_array_equal(fitted[known], xy[known])
    scale = math.sqrt(abs(np.linalg.det(placed.matrix[:, :2])))
    assert np.hypot(*(fitted - xy).T).max() < 0.12 * scale


@given(shapes(), similarities(), st.lists(st.integers(0, K - 1), min_size=3, unique=True))
def test_fitting_does_not_depend_on_place_size_and_tilt(shape, placed, known):
    try:
        here = placed(prior().fit_to(known, shape[known]))
        there = prior().fit_to(known, placed(shape[known]))
    except ValueError as error:
        assert "no shape" in str(error)
        return
    np.testing.assert_allclose(there, here, atol=1e-5 * (1 + np.abs(here).max()))


def test_three_points_of_the_mean_give_the_mean():
    mean = prior().mean
    placed = Affine2D(np.array([[30.0, -20.0, 100.0], [20.0, 30.0, 50.0]]))
    corners = [13, 21, CHIN]
    np.testing.assert_allclose(
        prior().fit_to(corners, placed(mean[corners])), placed(mean), atol=1e-6
    )


def test_what_cannot_be_fitted_says_so():
    mean = prior().mean
    with pytest.raises(ValueError, match="needs 3 points"):
        prior().fit_to([1, 2], mean[[1, 2]])
    with pytest.raises(ValueError, match="all in one place"):
        prior().fit_to([1, 2, 3], np.ones((3, 2)))
    mirrored = mean[[13, 21, CHIN, 0, 12]] * (-1, 1)
    with pytest.raises(ValueError, match="in no shape"):
        prior().fit_to([13, 21, CHIN, 0, 12], mirrored)


# --- judging


@given(shapes(), similarities())
def test_how_usual_a_shape_is_does_not_depend_on_place_size_and_tilt(shape, placed):
    here, there = prior().usual(shape), prior().usual(placed(shape))
    assert here is not None and there is not None
    assert there.excess == pytest.approx(here.excess, rel=1e-4, abs=1e-6)
    assert there.percent == pytest.approx(here.percent, abs=1e-2)


def test_the_mean_is_the_most_usual_and_a_point_far_off_is_named():
    model = prior()
    found = model.usual(50 * model.mean + 20)
    assert found is not None and found.percent < 1 and found.excess < 1e-9
    before = 0.0
    for off in (0.05, 0.1, 0.2, 0.4, 0.8):
        odd = model.mean.copy()
        odd[CHIN] += (off, -off)
        found = model.usual(odd)
        assert found is not None and found.worst == CHIN
        assert found.excess > before
        before = found.excess
    assert found.percent > 99.9


def test_fewer_points_are_judged_among_themselves():
    model = prior()
    part = model.mean.copy()
    part[20:] = math.nan
    found = model.usual(part)
    assert found is not None and found.percent < 1
    part[10, 0] += 0.5
    found = model.usual(part)
    assert found is not None and found.percent > 99 and found.worst == 10
    part[2:] = math.nan
    assert model.usual(part) is None
    assert math.isnan(model.distance(part))


def test_the_gaussian_itself_is_spread_as_a_chi_square():
    mean = np.random.default_rng(0).normal(size=(9, 2))
    mean -= mean.mean(axis=0)
    mean /= np.sqrt((mean**2).sum(axis=1).mean())
    model = ShapePrior(mean, np.zeros((0, 9, 2)), np.zeros(0), 0.01)
    drawn = mean + np.random.default_rng(1).normal(scale=0.01, size=(2000, 9, 2))
    found = [model.usual(shape) for shape in drawn]
    shares = np.sort([one.percent for one in found if one is not None]) / 100
    assert len(shares) == 2000
    assert np.abs(shares - np.linspace(0, 1, 2000)).max() < 0.05
