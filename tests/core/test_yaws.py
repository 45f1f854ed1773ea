"""Many heads measured at once turn as they do one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.shapemodel import shipped_shape_model

MODEL = shipped_shape_model("ibug68")


@given(st.integers(0, 2**32 - 1), st.integers(0, 6))
def test_many_faces_turn_as_each_alone(seed, count):
    assert MODEL is not None
    random = np.random.default_rng(seed)
    faces = MODEL.mean * random.uniform(1, 300) + random.normal(0, 9, (count, 68, 2))
    faces[random.random(count) < 0.2, 5] = np.nan  # a point is missing
    faces[random.random(count) < 0.2] = 7.0  # all points in one place
    alone = np.array([MODEL.yaw(face) for face in faces])
    assert np.allclose(MODEL.yaws(faces), alone, rtol=1e-9, atol=1e-9, equal_nan=True)
