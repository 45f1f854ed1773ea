from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.mean_shape import mean_shape, shapes_of
from kpstudio.core.shapemodel import shipped_shape_model


def model_mean():
    model = shipped_shape_model("imm58")
    assert model is not None
    return model.mean


def normed(xy):
    centred = xy - xy.mean(axis=0)
    return centred / np.sqrt(np.mean(np.sum(centred**2, axis=1)))


@st.composite
def placed(draw, xy, most_degrees=40.0):
    """The shape somewhere in a picture, turned and of another size."""
    angle = np.radians(draw(st.floats(-most_degrees, most_degrees)))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    shift = draw(st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000)))
    return xy @ turn.T * draw(st.floats(5, 500)) + shift


@given(st.data(), st.integers(1, 6))
def test_the_mean_of_one_shape_in_many_places_is_that_shape(data, count):
    mean = model_mean()
    shapes = np.array([data.draw(placed(mean)) for _ in range(count)])
    found = mean_shape(shapes)
    turn = np.vdot(found @ [1, 1j], normed(mean) @ [1, 1j])
    assert abs(turn) / len(mean) == pytest.approx(1.0, abs=1e-9)
    assert abs(np.degrees(np.angle(turn))) <= 40.001
    assert np.sqrt(np.mean(np.sum(found**2, axis=1))) == pytest.approx(1.0)


def test_points_that_are_missing_here_and_there_do_not_bend_the_mean():
    mean = model_mean()
    rng = np.random.default_rng(3)
    shapes = np.repeat(mean[None] * 120 + 300, 40, axis=0)
    shapes[rng.random(shapes.shape[:2]) < 0.3] = np.nan
    assert mean_shape(shapes) == pytest.approx(normed(mean), abs=0.05)


@pytest.mark.parametrize(
    "shapes",
    [
        np.empty((0, 4, 2)),
        np.full((3, 4, 2), np.nan),
        np.zeros((3, 4, 2)),
        np.array([[[1.0, 2.0], [np.nan, np.nan]]]),
    ],
)
def test_shapes_without_extent_have_no_mean(shapes):
    assert np.isnan(mean_shape(shapes)).all()


def test_a_point_that_no_shape_has_stays_unknown():
    xy = np.array([[0.0, 0.0], [4.0, 0.0], [np.nan, np.nan], [0.0, 3.0]])
    found = mean_shape(np.array([xy, xy + 7]))
    assert np.isnan(found[2]).all()
    assert np.isfinite(found[[0, 1, 3]]).all()


def face(name, xy, state=FaceState.LABELLED):
    return Face(f"{name}#0", name, Landmarks.of(np.asarray(xy, dtype=float)), state=state)


def test_shapes_are_those_of_labelled_faces_spread_over_the_set():
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=float)
    faces = [face(f"{n}.jpg", square + n) for n in range(10)]
    faces.append(face("guess.jpg", square, FaceState.PREDICTED))
    faces.append(Face("none.jpg#0", "none.jpg"))
    assert shapes_of(faces, 4, most=5)[:, 0, 0].tolist() == [0, 2, 4, 6, 8]
    assert len(shapes_of(faces, 4)) == 10
    assert shapes_of([], 4).shape == (0, 4, 2)


def test_coordinates_that_no_picture_has_count_as_missing():
    wild = np.array([[1e300, 5.0], [1.0, 2.0], [3.0, 4.0]])
    shapes = shapes_of([face("a.jpg", wild)], 3)
    assert np.isnan(shapes[0, 0]).any()
    assert np.isfinite(mean_shape(shapes)[1:]).all()


def test_a_shape_that_tells_nothing_of_the_others_is_left_out():
    square = np.array([[0.0, 0], [10, 0], [10, 10], [0, 10]])
    apart = square.copy()
    apart[1:] = np.nan  # one point is no shape
    alone = mean_shape(np.stack([square, square]))
    np.testing.assert_allclose(mean_shape(np.stack([square, apart, square])), alone, atol=1e-9)
    lacking = square.copy()
    lacking[3] = np.nan
    folded = np.array([[5.0, 5], [5, 5], [np.nan, np.nan], [9, 9]])  # of what both have, one place
    for shapes in ([lacking, folded], [lacking, np.where([[0], [0], [1], [1]], square, np.nan)]):
        found = mean_shape(np.stack(shapes))[:3]
        sides = np.hypot(*(found - np.roll(found, 1, axis=0)).T)
        assert sides / sides[0] == pytest.approx([1.0, 2**-0.5, 2**-0.5])
