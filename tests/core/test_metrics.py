from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from kpstudio.core import metrics
from kpstudio.core.schema import BOX_DIAGONAL, BOX_SIZE, Normaliser

EYES = Normaliser("inter-ocular", (0,), (1,))
SQUARE = np.array([[0.0, 0], [10, 0], [10, 40], [0, 40]])
NAN = math.nan

shapes = hnp.arrays(np.float64, (4, 2), elements=st.floats(-100, 100))
errors = st.lists(st.floats(0, 2) | st.just(NAN), max_size=20)


def test_known_distances() -> None:
    offset = [[3, 4], [0, 0], [NAN, NAN], [-5, 12]]
    found = metrics.point_errors(SQUARE + offset, SQUARE)
    assert np.array_equal(found, [5, 0, NAN, 13], equal_nan=True)
    assert metrics.mse(SQUARE + offset, SQUARE) == pytest.approx((9 + 16 + 25 + 144) / 6)
    assert metrics.nme(SQUARE + offset, SQUARE, EYES) == pytest.approx((5 + 0 + 13) / 3 / 10)
    assert metrics.nme(SQUARE + offset, SQUARE, BOX_SIZE) == pytest.approx(6 / 20)


def test_a_batch_gives_a_row_of_distances_a_face() -> None:
    batch = np.stack([SQUARE, SQUARE + np.array([0, 2])])
    assert metrics.point_errors(batch, SQUARE).tolist() == [[0] * 4, [2] * 4]


def test_ends_of_a_normaliser_are_means_of_points() -> None:
    between_sides = Normaliser("inter-pupil", (0, 3), (1, 2))
    assert metrics.normaliser_length(SQUARE, between_sides) == 10


def test_the_box_has_a_size_and_a_diagonal() -> None:
    oblong = SQUARE * [3, 1]  # 30 by 40
    assert metrics.normaliser_length(oblong, BOX_SIZE) == pytest.approx(math.sqrt(30 * 40))
    assert metrics.normaliser_length(oblong, BOX_DIAGONAL) == pytest.approx(50)
    seen = oblong.copy()
    seen[0] = NAN
    assert metrics.normaliser_length(seen, BOX_DIAGONAL) == pytest.approx(50)
    line = np.array([[0.0, 0], [3, 0]])
    assert math.isnan(metrics.normaliser_length(line, BOX_SIZE))
    assert metrics.normaliser_length(line, BOX_DIAGONAL) == 3


@given(st.lists(shapes, max_size=4), st.sampled_from([EYES, BOX_SIZE, BOX_DIAGONAL]))
def test_many_lengths_are_those_of_each_face(faces: list[np.ndarray], by: Normaliser) -> None:
    many = metrics.normaliser_lengths(np.reshape(faces, (-1, 4, 2)), by)
    alone = [metrics.normaliser_length(face, by) for face in faces]
    assert np.array_equal(many, alone, equal_nan=True)


@given(hnp.arrays(np.float64, (3, 4), elements=st.floats(-9, 9) | st.just(NAN)))
def test_a_mean_is_over_what_is_known(values: np.ndarray) -> None:
    found = metrics.mean_known(values, axis=0)
    for mean, column in zip(found, values.T, strict=True):
        known = column[np.isfinite(column)]
        assert mean == pytest.approx(known.mean()) if len(known) else math.isnan(mean)


@pytest.mark.parametrize("end", [[NAN, NAN], SQUARE[1].tolist()], ids=["missing", "no distance"])
def test_without_its_normaliser_a_face_is_measured_by_its_box(end: list[float]) -> None:
    xy = np.vstack([SQUARE, SQUARE[3]])
    xy[0] = end
    present = xy[np.isfinite(xy).all(axis=1)]
    sides = np.ptp(present, axis=0)
    assert metrics.normaliser_length(xy, EYES) == pytest.approx(math.sqrt(sides[0] * sides[1]))


@pytest.mark.parametrize(
    "xy", [np.full((4, 2), NAN), np.zeros((4, 2)), [[1, 2], [NAN, NAN], [NAN, NAN], [NAN, NAN]]]
)
def test_a_face_without_extent_has_no_nme(xy: np.ndarray) -> None:
    assert math.isnan(metrics.normaliser_length(xy, EYES))
    assert math.isnan(metrics.nme(np.asarray(xy) + 1, xy, EYES))


@pytest.mark.parametrize("by", [BOX_SIZE, BOX_DIAGONAL])
def test_neither_a_speck_nor_no_points_at_all_break_the_box(by: Normaliser) -> None:
    assert metrics.normaliser_length(SQUARE / 1e6, by) == pytest.approx(
        metrics.normaliser_length(SQUARE, by) / 1e6
    )
    assert math.isnan(metrics.normaliser_length(np.empty((0, 2)), by))


def test_figures_do_not_depend_on_the_kind_of_the_numbers() -> None:
    truth, found = np.random.default_rng(1).uniform(0, 99, (2, 3, 4, 2)).astype(np.float32)
    pixels, others = np.array([[[3, 200]]], np.uint8), np.array([[[5, 199]]], np.uint8)

    def figures(a: np.ndarray, b: np.ndarray) -> list[np.ndarray]:
        errors = metrics.point_errors(a, b)
        lengths = metrics.normaliser_lengths(b, Normaliser("from corners", (0,), (-1, 0)))
        nme = metrics.nme(a[0], b[0], BOX_DIAGONAL)
        return [errors, lengths, np.array(metrics.mse(a, b)), np.array(nme)]

    for a, b in ((found, truth), (others, pixels)):
        exact = figures(a.astype(float), b.astype(float))
        for figure, expected in zip(figures(a, b), exact, strict=True):
            assert np.array_equal(figure, expected, equal_nan=True)
    errors = np.array([0.1, 0.2, 0.7], np.float32)
    assert metrics.summarise(errors) == metrics.summarise(errors.astype(float))
    assert metrics.mean_known(errors, 0) == metrics.mean_known(errors.astype(float), 0)
    assert metrics.ced(errors)[0].dtype == np.float64


def test_faces_without_a_common_point_have_no_error() -> None:
    left, right = SQUARE.copy(), SQUARE.copy()
    left[:2], right[2:] = NAN, NAN
    assert math.isnan(metrics.nme(left, right, EYES))
    assert math.isnan(metrics.mse(left, right))


@given(shapes, shapes, st.floats(0.01, 100), st.tuples(*[st.floats(-1e3, 1e3)] * 2))
def test_nme_does_not_depend_on_where_and_how_large_the_face_is(
    predicted: np.ndarray, truth: np.ndarray, scale: float, shift: tuple[float, float]
) -> None:
    assume(metrics.normaliser_length(truth, EYES) > 1)
    before = metrics.nme(predicted, truth, EYES)
    after = metrics.nme(predicted * scale + shift, truth * scale + shift, EYES)
    assert after == pytest.approx(before, rel=1e-6, abs=1e-9)


@given(shapes)
def test_the_truth_itself_has_no_error(truth: np.ndarray) -> None:
    assume(metrics.normaliser_length(truth, EYES) > 0)
    assert metrics.nme(truth, truth, EYES) == 0
    assert metrics.mse(truth, truth) == 0


def test_known_sums() -> None:
    found = metrics.summarise([0.02, 0.04, NAN, 0.12, 0.3], threshold=0.08)
    assert found.mean == pytest.approx(0.12)
    assert found.median == pytest.approx(0.08)
    assert found.failure_rate == pytest.approx(0.5)
    assert found.auc == pytest.approx((0.06 + 0.04) / 4 / 0.08)
    assert (found.count, found.threshold) == (4, 0.08)
    wider = metrics.summarise([0.02, 0.04, NAN, 0.12, 0.3], threshold=0.2)
    assert (wider.failure_rate, wider.threshold) == (0.25, 0.2)
    assert wider.auc == pytest.approx((0.18 + 0.16 + 0.08) / 4 / 0.2)


def test_a_face_on_the_threshold_has_not_failed() -> None:
    assert metrics.summarise([0.08], threshold=0.08).failure_rate == 0
    assert metrics.FAILURE_THRESHOLD == 0.08


@given(errors)
def test_sums_stay_in_their_bounds(per_face: list[float]) -> None:
    found = metrics.summarise(per_face)
    measured = [value for value in per_face if not math.isnan(value)]
    if not measured:
        assert (found.count, found.threshold) == (0, metrics.FAILURE_THRESHOLD)
        figures = (found.mean, found.median, found.failure_rate, found.auc)
        assert all(math.isnan(figure) for figure in figures)
        return
    assert 0 <= found.auc <= 1
    assert 0 <= found.failure_rate <= 1
    slack = 1e-12
    assert min(measured) - slack <= found.mean <= max(measured) + slack
    assert min(measured) <= found.median <= max(measured)
    assert metrics.summarise([0.0] * 3).auc == 1
    assert found.auc <= 1 - found.failure_rate + slack


@given(errors)
def test_the_auc_is_the_area_under_the_ced(per_face: list[float]) -> None:
    values, shares = metrics.ced(per_face)
    assert len(values) == len(shares) == sum(not math.isnan(value) for value in per_face)
    assume(len(values))
    assert (np.diff(values) >= 0).all()
    assert shares[-1] == 1
    threshold = metrics.FAILURE_THRESHOLD
    edges = np.concatenate([[0.0], np.clip(values, 0, threshold), [threshold]])
    area = float(np.sum(np.diff(edges) * np.concatenate([[0.0], shares])))
    assert metrics.summarise(per_face).auc == pytest.approx(area / threshold)


def test_an_empty_ced_is_empty() -> None:
    values, shares = metrics.ced([NAN])
    assert len(values) == len(shares) == 0
