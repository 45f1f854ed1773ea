"""The mean shape put onto a face by eyes or by a box."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.dropping import Dropping, dropped_in_box, dropped_on_eyes, eyes_of
from kpstudio.core.geometry import Affine2D, Box
from kpstudio.core.known_shape import shipped_prior
from kpstudio.core.schema import generic_scheme, scheme_named, shipped_schemes

SCHEME = scheme_named("imm58")
EYES = eyes_of(SCHEME)
places = st.tuples(st.floats(0, 500), st.floats(0, 500))


def mean() -> np.ndarray:
    found = shipped_prior(SCHEME)
    assert found is not None
    return found.mean


def test_every_shipped_scheme_has_two_eyes():
    for scheme in shipped_schemes():
        eyes = eyes_of(scheme)
        assert eyes is not None, scheme.name
        assert set(eyes[0]).isdisjoint(eyes[1])
        assert not any("brow" in scheme.points[k] for eye in eyes for k in eye)
    assert eyes_of(generic_scheme(9)) is None
    assert eyes_of(generic_scheme(3, ("Left eye", "right_eye", "left eyebrow"))) == ((0,), (1,))


@given(places, places)
def test_the_eyes_lie_where_they_were_clicked_and_the_face_stands_upright(first, second):
    if math.dist(first, second) < 1:
        return
    assert EYES is not None
    xy = dropped_on_eyes(mean(), EYES, [first, second])
    middles = np.array([xy[list(eye)].mean(axis=0) for eye in EYES])
    wanted = np.array([first, second])
    orders = (wanted, wanted[::-1])
    assert min(np.abs(middles - order).max() for order in orders) < 1e-6
    chin, brow = xy[6], middles.mean(axis=0)
    across = abs(second[0] - first[0]) / math.dist(first, second)
    if across > 0.2:
        assert chin[1] > brow[1]


def test_the_order_of_the_clicks_does_not_matter():
    assert EYES is not None
    one = dropped_on_eyes(mean(), EYES, [(100, 80), (160, 90)])
    other = dropped_on_eyes(mean(), EYES, [(160, 90), (100, 80)])
    np.testing.assert_allclose(one, other)
    with pytest.raises(ValueError, match="two places"):
        dropped_on_eyes(mean(), EYES, [(5, 5), (5, 5)])


def test_a_shape_is_dropped_in_a_box_as_its_mean_is():
    box = Box(10.0, 20.0, 110.0, 140.0)
    np.testing.assert_array_equal(Dropping(mean(), EYES).in_box(box), dropped_in_box(mean(), box))


def test_a_box_of_the_shapes_proportions_is_just_around_it():
    own = mean()
    placed = Affine2D(np.array([[40.0, 0.0, 200.0], [0.0, 40.0, 150.0]]))(own)
    np.testing.assert_allclose(dropped_in_box(own, Box.around(placed)), placed, atol=1e-9)
    wide = Box.around(dropped_in_box(own, Box(0, 0, 300, 100)))
    assert wide.centre == pytest.approx((150, 50))


def test_what_tells_nothing_gives_no_shape():
    assert Dropping(mean(), EYES).on_eyes([(5, 5), (5, 5)]) is None
    assert Dropping(mean(), None).on_eyes([(5, 5), (9, 5)]) is None
    found = Dropping(mean(), EYES).on_eyes([(5, 5), (9, 5)])
    assert found is not None and found.shape == mean().shape
