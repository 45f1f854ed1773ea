from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.schema import scheme_for_count
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.doctor.orders import best_order, known_orders
from kpstudio.doctor.shape import fit, mean_of

MEAN = shipped_shape_model("imm58").mean
SCHEME = scheme_for_count(58)


@given(st.permutations(range(58)), st.floats(-3.1, 3.1), st.floats(0.1, 500))
def test_any_order_of_a_shape_is_found_again(order, turn: float, size: float) -> None:
    rotation = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    xy = (MEAN * size) @ rotation + 100
    found = best_order(xy[list(order)], MEAN, upright=False)
    assert np.array_equal(xy[list(order)][found], xy)


def test_missing_points_have_no_order() -> None:
    xy = MEAN.copy()
    xy[3] = np.nan
    assert best_order(xy, MEAN, upright=True) is None


def test_known_orders_are_permutations_and_none_is_the_schemes_own() -> None:
    orders = list(known_orders(SCHEME, np.array(SCHEME.mirror)))
    assert {known.key for known in orders} == {"left-right", "order"}
    for known in orders:
        assert sorted(known.order) == list(range(58))
        assert known.order.tolist() != list(range(58))


def test_sorted_as_text_is_undone() -> None:
    as_text = sorted(range(58), key=str)
    xy = MEAN[as_text]
    undone = [xy[known.order] for known in known_orders(SCHEME, None)]
    assert any(np.array_equal(one, MEAN) for one in undone)


@given(st.floats(-170, 170), st.floats(0.1, 100), st.booleans())
def test_a_fit_tells_angle_size_and_reflection(angle: float, size: float, flipped: bool) -> None:
    radians = np.radians(angle)
    clockwise = np.array([[np.cos(radians), np.sin(radians)], [-np.sin(radians), np.cos(radians)]])
    shape = MEAN * [1, -1] if flipped else MEAN
    fitted = fit((shape * size @ clockwise + 7)[None], MEAN)
    if flipped:
        assert fitted.residual[0] > 0.5
    else:
        assert fitted.residual[0] < 1e-6
        assert abs(fitted.angle[0] - angle) < 1e-6
        assert abs(fitted.scale[0] - size) < 1e-6 * size


def test_the_mean_is_not_moved_by_a_few_wrong_faces_or_missing_points() -> None:
    random = np.random.default_rng(0)
    faces = np.array([MEAN * random.uniform(20, 60) + random.normal(0, 40, 2) for _ in range(40)])
    faces[:4] = faces[:4][:, ::-1]
    faces[6, 10:20] = np.nan
    assert fit(mean_of(faces)[None], MEAN).residual[0] < 1e-6
    assert abs(fit(mean_of(faces)[None], MEAN).angle[0]) < 1e-6


def test_faces_of_two_points_and_of_none_have_no_likeness() -> None:
    faces = np.stack([MEAN, MEAN, MEAN])
    faces[1, 2:] = np.nan
    faces[2] = np.nan
    assert np.isfinite(fit(faces, MEAN).residual).tolist() == [True, False, False]
    assert np.isnan(mean_of(faces[1:])).all()
