"""Points at equal distances along a curve."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from kpstudio.core.contour import Bend, line_of, run_of, spaced_evenly
from kpstudio.core.schema import generic_scheme, scheme_named
from tests.core.test_shapemodel import similarities

lines = hnp.arrays(
    np.float64, st.tuples(st.integers(3, 12), st.just(2)), elements=st.integers(-99, 99).map(float)
)


def gaps(xy: np.ndarray) -> np.ndarray:
    return np.hypot(*np.diff(xy, axis=0).T)


@given(lines)
def test_the_ends_stay(xy):
    after = spaced_evenly(xy)
    assert np.isfinite(after).all()
    np.testing.assert_array_equal(after[[0, -1]], xy[[0, -1]])


@given(lines, similarities())
def test_spacing_does_not_depend_on_place_size_and_tilt(xy, placed):
    here = placed(spaced_evenly(xy))
    np.testing.assert_allclose(spaced_evenly(placed(xy)), here, atol=1e-5 * (1 + abs(here).max()))


@given(lines)
def test_it_does_not_matter_at_which_end_one_begins(xy):
    here = spaced_evenly(xy)
    atol = 1e-3 * (1 + abs(here).max())
    np.testing.assert_allclose(spaced_evenly(xy[::-1])[::-1], here, atol=atol)


def test_points_of_an_arc_stay_on_it_and_stand_evenly():
    angles = np.pi * np.array([0.0, 0.05, 0.15, 0.4, 0.45, 0.6, 0.85, 0.9, 1.0])
    xy = 100 * np.column_stack([np.cos(angles), np.sin(angles)])
    after = spaced_evenly(xy)
    np.testing.assert_allclose(np.hypot(*after.T), 100, atol=1.5)
    np.testing.assert_allclose(gaps(after), gaps(after).mean(), rtol=0.02)
    np.testing.assert_allclose(spaced_evenly(after), after, atol=0.5)


def test_fixed_points_stay_and_share_out_what_is_between():
    xy = np.column_stack([[0.0, 1.0, 2.0, 30.0, 31.0, 60.0], np.zeros(6)])
    after = spaced_evenly(xy, fixed=[3])
    np.testing.assert_allclose(after[:, 0], [0, 10, 20, 30, 45, 60], atol=0.1)


def test_two_points_are_spaced_already():
    xy = np.array([[0.0, 0.0], [5.0, 5.0]])
    np.testing.assert_array_equal(spaced_evenly(xy), xy)


def test_a_run_follows_the_edges():
    imm = scheme_named("imm58")
    assert run_of(imm, {4, 2, 3}) == (2, 3, 4)
    assert run_of(imm, set(range(13))) == tuple(range(13))
    ibug = scheme_named("ibug68")
    lip = (60, 48, 49, 50, 51, 52, 53, 54)
    chosen = [k for k in lip if k != 60]
    assert run_of(ibug, chosen) == tuple(chosen)
    assert run_of(ibug, [47, 42, 43]) in ((43, 42, 47), (47, 42, 43))
    assert run_of(imm, {0, 5, 9}) == (0, 5, 9)
    assert run_of(generic_scheme(6), {5, 1, 3}) == (1, 3, 5)


def test_a_line_is_the_open_one_of_the_points_group():
    imm, ibug = scheme_named("imm58"), scheme_named("ibug68")
    everything = range(68)
    assert line_of(imm, 6, range(58)) == tuple(range(13))
    assert line_of(ibug, 19, everything) == (17, 18, 19, 20, 21)
    assert line_of(ibug, 37, everything) == ()  # around an eye there are no ends
    assert line_of(ibug, 19, {17, 18, 19, 40}) == (17, 18, 19)
    assert line_of(ibug, 19, {18, 19}) == ()
    assert line_of(generic_scheme(6), 1, range(6)) == ()


shifts = st.tuples(st.integers(-20, 20), st.integers(-20, 20)).map(np.array)


@given(lines, st.data(), shifts)
def test_a_bent_line_holds_what_stays_and_follows_the_hand(xy, data, shift):
    rows = range(len(xy))
    place = data.draw(st.sampled_from(rows))
    stays = data.draw(st.sets(st.sampled_from(rows)))
    bend = Bend(xy, tuple(rows), place, tuple(stays - {place}))
    after = bend([xy[place] + shift])
    assert np.isfinite(after).all()
    np.testing.assert_allclose(after[place], xy[place] + shift)
    still = [row for row in rows if row != place and row not in bend.followers]
    np.testing.assert_array_equal(after[still], xy[still])
    assert {0, len(xy) - 1, *stays} - {place} <= set(still)


def arc() -> np.ndarray:
    angles = np.linspace(0.0, np.pi, 9)
    return 100 * np.column_stack([np.cos(angles), np.sin(angles)])


def test_what_bends_stays_evenly_spaced_on_both_sides_of_the_hand():
    after = Bend(arc(), tuple(range(9)), 4)([[0.0, 130.0]])
    np.testing.assert_allclose(gaps(after[:5]), gaps(after[:5]).mean(), rtol=0.05)
    np.testing.assert_allclose(after[::-1] * [-1, 1], after, atol=1e-6)
    assert (np.diff(after[:5, 1]) > 0).all()


def test_a_dragged_end_stretches_the_line_to_the_next_point_that_stays():
    xy = np.column_stack([10.0 * np.arange(6), np.zeros(6)])
    bend = Bend(xy, (5, 4, 3, 2, 1, 0), 5, (2,))
    assert sorted(bend.followers) == [1, 2]
    after = bend([[-15.0, 0.0]])
    np.testing.assert_allclose(after[:, 0], [-15.0, 0.0, 15.0, 30.0, 40.0, 50.0], atol=1e-9)


def test_a_line_beside_a_ring_is_no_line():
    plain = generic_scheme(6)
    both = replace(plain, edges=((0, 1), (1, 2), (3, 4), (4, 5), (5, 3)), groups={"all": range(6)})
    assert line_of(both, 0, range(6)) == ()
    fork = replace(both, edges=((0, 1), (1, 2), (1, 3), (3, 4), (4, 5)))
    assert line_of(fork, 0, range(6)) == ()
