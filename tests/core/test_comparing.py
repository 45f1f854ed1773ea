from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from kpstudio.core.comparing import Comparison, Outcome, Shift, compare
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.metrics import FAILURE_THRESHOLD, nme, normaliser_length
from kpstudio.core.schema import generic_scheme

SCHEME = generic_scheme(4)
SQUARE = np.array([[0.0, 0], [100, 0], [100, 100], [0, 100]])
NAN = math.nan

answers = hnp.arrays(np.float64, (4, 2), elements=st.floats(-300, 300) | st.just(NAN))
runs = st.dictionaries(st.sampled_from("abcd"), answers.map(lambda xy: at(xy)))


def at(xy: np.ndarray) -> Landmarks:
    return Landmarks.of(xy, Source.PREDICTION, "run")


def face(face_id: str, labelled: bool = True) -> Face:
    state = FaceState.LABELLED if labelled else FaceState.UNLABELLED
    return Face(face_id, face_id, Landmarks.of(SQUARE) if labelled else None, state=state)


FACES = [face("a"), face("b"), face("c"), face("d", labelled=False)]


def off(*pixels: float) -> Landmarks:
    """An answer whose points lie so far to the right of their places."""
    return at(SQUARE + np.stack([np.broadcast_to(pixels, 4), np.zeros(4)], axis=1))


def test_known_moves() -> None:
    old = {"a": off(10), "b": off(2), "c": off(4), "d": off(0)}
    new = {"a": off(4), "b": off(-9), "c": off(4), "d": off(3)}
    found = compare(FACES, old, new, SCHEME)
    shifts = {"a": (0.1, 0.04, 0.06), "b": (0.02, 0.09, 0.11), "c": (0.04, 0.04, 0.0)}
    for face_id, expected in shifts.items():
        shift = found.faces[face_id]
        assert (shift.before, shift.after, shift.moved) == pytest.approx(expected)
    assert [f.outcome for f in found.faces.values()] == ["fixed", "broken", "same", "unknown"]
    assert found.faces["d"].moved == pytest.approx(0.03)
    assert found.means == pytest.approx((0.16 / 3, 0.17 / 3))
    assert found.points[0].before == pytest.approx(0.16 / 3)
    assert found.points[3].moved == pytest.approx((0.06 + 0.11 + 0.0 + 0.03) / 4)


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        (0.09, 0.08, Outcome.FIXED),
        (0.08, 0.09, Outcome.BROKEN),
        (0.05, 0.04, Outcome.BETTER),
        (0.2, 0.1, Outcome.BETTER),
        (0.1, 0.2, Outcome.WORSE),
        (0.1, 0.1, Outcome.SAME),
        (NAN, 0.1, Outcome.UNKNOWN),
    ],
)
def test_fixed_and_broken_are_about_the_line_of_failure(
    before: float, after: float, outcome: Outcome
) -> None:
    assert FAILURE_THRESHOLD == 0.08
    assert Shift(before, after, 0.0).outcome is outcome


@given(runs)
def test_comparing_a_run_with_itself_moves_nothing(run: Mapping[str, Landmarks]) -> None:
    found = compare(FACES, run, run, SCHEME)
    assert found.faces.keys() == run.keys()
    for shift in (*found.faces.values(), *found.points):
        assert shift.moved == 0.0 or math.isnan(shift.moved)
        assert shift.outcome in (Outcome.SAME, Outcome.UNKNOWN)


@given(runs, runs)
def test_swapping_the_runs_swaps_fixed_and_broken(
    old: Mapping[str, Landmarks], new: Mapping[str, Landmarks]
) -> None:
    there, back = compare(FACES, old, new, SCHEME), compare(FACES, new, old, SCHEME)
    swapped = {
        Outcome.FIXED: Outcome.BROKEN,
        Outcome.BROKEN: Outcome.FIXED,
        Outcome.BETTER: Outcome.WORSE,
        Outcome.WORSE: Outcome.BETTER,
    }
    for face_id, shift in there.faces.items():
        other = back.faces[face_id]
        assert other.outcome is swapped.get(shift.outcome, shift.outcome)
        same = [shift.before, shift.after], [other.after, other.before]
        assert np.array_equal(*same, equal_nan=True)
    assert np.array_equal(there.means, back.means[::-1], equal_nan=True)


@given(runs, runs, st.integers(0, 3))
def test_a_point_that_one_run_alone_predicts_does_not_count(
    old: Mapping[str, Landmarks], new: Mapping[str, Landmarks], point: int
) -> None:
    def without(run: Mapping[str, Landmarks]) -> dict[str, Landmarks]:
        xy = {i: p.xy_image.copy() for i, p in run.items()}
        for one in xy.values():
            one[point] = NAN
        return {i: at(one) for i, one in xy.items()}

    labelled = FACES[:3]
    both = figures(compare(labelled, without(old), without(new), SCHEME))
    assert figures(compare(labelled, old, without(new), SCHEME)) == both
    assert figures(compare(labelled, without(old), new, SCHEME)) == both


def figures(comparison: Comparison) -> str:
    """All that was found, as text: there NaN equals NaN."""
    return repr((dict(comparison.faces), comparison.points))


def test_errors_are_those_of_the_metrics() -> None:
    xy = SQUARE + np.array([[1, 2], [3, 4], [NAN, NAN], [5, 6]])
    found = compare(FACES[:1], {"a": at(xy)}, {"a": off(7)}, SCHEME).faces["a"]
    assert found.before == pytest.approx(nme(xy, SQUARE, SCHEME.normaliser))
    assert found.after == pytest.approx(7 / normaliser_length(SQUARE, SCHEME.normaliser))


def test_without_a_face_or_a_point_in_common_nothing_is_known() -> None:
    for found in (
        compare(FACES, {"a": off(1)}, {"b": off(1)}, SCHEME),
        compare(FACES, {}, {}, SCHEME),
    ):
        assert not found.faces
        assert all(math.isnan(point.moved) for point in found.points)
        assert all(map(math.isnan, found.means))
    first, second = SQUARE.copy(), SQUARE.copy()
    first[:2], second[2:] = NAN, NAN
    apart = compare(FACES, {"a": at(first)}, {"a": at(second)}, SCHEME)
    assert apart.count(Outcome.UNKNOWN) == 1


def test_the_mean_change_is_certain_to_its_standard_errors() -> None:
    changes = np.random.default_rng(3).normal(-0.01, 0.02, 25)
    shifts = {str(n): Shift(0.1, 0.1 + change, 0.0) for n, change in enumerate(changes)}
    half = 1.96 * math.sqrt(sum((changes - changes.mean()) ** 2) / 24 / 25)
    unknown = {"x": Shift(NAN, NAN, 0.1)}
    assert Comparison({**shifts, **unknown}, ()).uncertainty == pytest.approx(half)
    few = dict(list(shifts.items())[:19])
    assert math.isnan(Comparison(few, ()).uncertainty)
