from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.recognise import recognise
from kpstudio.core.schema import scheme_named
from kpstudio.core.scheme_map import scheme_map
from kpstudio.core.shapemodel import shipped_shape_model


def mean_face():
    model = shipped_shape_model("ibug68")
    assert model is not None
    return model.mean


def made_of_68(name):
    """The mean face of 300-W in another scheme, as far as 68 points tell it."""
    to_other = scheme_map(scheme_named("ibug68"), scheme_named(name))
    assert to_other is not None
    return to_other.points(mean_face())


@pytest.mark.parametrize("name", ["five5", "cofw29", "kaggle15", "muct76", "wflw98"])
def test_a_face_is_recognised_by_its_shape(name):
    scheme = scheme_named(name)
    mean = made_of_68(name)
    five = scheme_map(scheme, scheme_named("five5"))
    assert five is not None
    for part, place in zip(five.parts, made_of_68("five5"), strict=True):
        mean[[k for k in part if np.isnan(mean[k]).any()]] = place
    assert recognise(scheme.count, mean) is scheme
    assert recognise(scheme.count, mean * 120 + 500) is scheme
    assert recognise(scheme.count, mean[::-1]) is None
    assert recognise(scheme.count, mean * [1, -1]) is None


@given(st.integers(0, 2**32 - 1), st.sampled_from([5, 15, 29, 76, 98, 194]))
def test_points_scattered_anyhow_are_no_face(seed, count):
    mean = np.random.default_rng(seed).normal(size=(count, 2))
    assert recognise(count, mean) is None


@pytest.mark.parametrize("count", [5, 15, 29, 76, 98, 194])
def test_points_that_lie_nowhere_or_all_at_one_place_are_no_face(count):
    assert recognise(count, np.full((count, 2), np.nan)) is None
    assert recognise(count, np.zeros((count, 2))) is None


def test_the_five_points_of_another_detector_are_something_else():
    corners = mean_face()[[45, 42, 36, 39, 33]]  # both corners of each eye, and under the nose
    assert recognise(5, corners) is None


def test_a_count_that_no_scheme_has_is_not_recognised():
    assert recognise(12, np.zeros((12, 2))) is None


def ring(x, y, width, height, count):
    angle = np.arange(count) * (2 * np.pi / count)
    return np.column_stack([x + width * np.cos(angle), y + height * np.sin(angle)])


def helen_like():
    """A face drawn with the parts of Helen, in its order."""
    sides = np.array([-1, 1])
    jaw = np.linspace(0, np.pi, 41)
    nose = np.linspace(-1, 1, 17)
    lip = np.linspace(-1, 1, 14)
    return np.vstack(
        [
            np.column_stack([-np.cos(jaw) * 1.2, 0.2 + np.sin(jaw) * 1.4]),
            np.column_stack([0.25 * np.sin(nose * np.pi / 2), 0.6 - 0.5 * np.abs(nose)]),
            *(
                np.column_stack([0.45 * lip, 1.0 + height * (1 - lip**2)])
                for height in (-0.15, 0.2, -0.03, 0.05)
            ),
            *(ring(0.5 * side, 0.0, 0.2, 0.08, 20) * [1, 1] for side in sides),
            *(ring(0.5 * side, -0.35, 0.3, 0.05, 20) for side in sides),
        ]
    )


def test_helen_is_recognised_by_the_order_of_its_parts():
    mean = helen_like()
    assert mean.shape == (194, 2)
    assert recognise(194, mean) is scheme_named("helen194")
    assert recognise(194, mean[::-1]) is None
    assert recognise(194, mean * [1, -1]) is None
