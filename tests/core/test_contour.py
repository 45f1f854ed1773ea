"""Points at equal distances along a curve."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from kpstudio.core.contour import run_of, spaced_evenly
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
