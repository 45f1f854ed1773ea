from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.landmarks import Landmarks, Source, Visibility
from tests.core.strategies import POINTS, landmarks, pixels

NAN = math.nan


@given(landmarks())
def test_missing_is_nan_in_both_coordinates_and_nothing_else_is(points: Landmarks) -> None:
    finite = np.isfinite(points.xy_image)
    assert np.array_equal(points.present, finite.all(axis=1))
    assert np.array_equal(points.present, finite.any(axis=1))
    assert not np.isinf(points.xy_image).any()
    assert points.count == POINTS == len(points.present)


@given(landmarks())
def test_nothing_in_it_can_be_written(points: Landmarks) -> None:
    arrays = [points.xy_image, points.visibility]
    for array in arrays if points.score is None else [*arrays, points.score]:
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0
    with pytest.raises(AttributeError):
        points.run = "other"  # type: ignore[misc]


def test_the_callers_array_stays_the_callers() -> None:
    xy = np.zeros((2, 2))
    points = Landmarks.of(xy)
    xy[0] = 7.0
    assert np.array_equal(points.xy_image, np.zeros((2, 2)))


@pytest.mark.parametrize("row", [[NAN, 1], [1, NAN], [math.inf, 1], [1, -math.inf]])
def test_a_point_without_a_place_is_missing(row: list[float]) -> None:
    points = Landmarks.of([[1, 2], row])
    assert points.visibility.tolist() == [Visibility.VISIBLE, Visibility.MISSING]
    assert np.isnan(points.xy_image[1]).all()


def test_a_point_said_to_be_missing_loses_its_place() -> None:
    points = Landmarks(np.ones((2, 2)), np.array([0, 1], dtype=np.uint8))
    assert np.isnan(points.xy_image[0]).all()
    assert points.present.tolist() == [False, True]


@given(landmarks(), st.sets(st.integers(0, POINTS - 1), min_size=1), st.data())
def test_moving_places_the_chosen_points_alone(
    points: Landmarks, chosen: set[int], data: st.DataObject
) -> None:
    indices = sorted(chosen)
    xy = np.array([data.draw(st.tuples(pixels, pixels)) for _ in indices])
    moved = points.moved(indices, xy)
    others = [k for k in range(POINTS) if k not in chosen]
    assert np.array_equal(moved.xy_image[indices], xy)
    assert np.array_equal(moved.xy_image[others], points.xy_image[others], equal_nan=True)
    assert np.array_equal(moved.visibility[others], points.visibility[others])
    for k in indices:
        was = points.visibility[k]
        assert moved.visibility[k] == (Visibility.VISIBLE if was == Visibility.MISSING else was)
    assert (moved.source, moved.run, moved.score) == (Source.PERSON, "", None)


@given(landmarks())
def test_equal_landmarks_hash_alike(points: Landmarks) -> None:
    twin = Landmarks(
        np.where(points.xy_image == 0, -points.xy_image, points.xy_image),
        points.visibility,
        points.score,
        points.source,
        points.run,
    )
    assert twin == points
    assert hash(twin) == hash(points)


def test_what_makes_landmarks_differ() -> None:
    one = Landmarks.of([[1, 2], [NAN, NAN]])
    assert one == Landmarks.of([[1, 2], [NAN, NAN]])
    others = [
        Landmarks.of([[1, 2.5], [NAN, NAN]]),
        Landmarks.of([[1, 2], [3, 4]]),
        Landmarks.of([[1, 2]]),
        Landmarks.of([[1, 2], [NAN, NAN]], Source.PERSON),
        Landmarks.of([[1, 2], [NAN, NAN]], run="0001"),
        Landmarks(one.xy_image, np.array([1, 0], dtype=np.uint8)),
        Landmarks(one.xy_image, one.visibility, np.zeros(2)),
    ]
    assert all(one != other for other in others)
    assert one != "something else"


@pytest.mark.parametrize(
    ("xy", "visibility", "score"),
    [
        (np.zeros(4), np.zeros(4), None),
        (np.zeros((2, 3)), np.zeros(2), None),
        (np.zeros((2, 2)), np.zeros(3), None),
        (np.zeros((2, 2)), np.zeros(2), np.zeros(3)),
    ],
)
def test_shapes_that_do_not_fit_are_refused(xy, visibility, score) -> None:
    with pytest.raises(ValueError, match="landmarks need"):
        Landmarks(xy, visibility, score)


def test_the_spread_is_part_of_them_until_a_person_moves_a_point() -> None:
    xy = np.zeros((2, 2))
    plain = Landmarks.of(xy)
    spread = Landmarks(xy, plain.visibility, spread=np.ones((2, 3)))
    assert spread != plain
    assert spread == Landmarks(xy, plain.visibility, spread=np.ones((2, 3)))
    assert spread.moved([0], [[1.0, 1.0]]).spread is None
    with pytest.raises(ValueError, match="landmarks need a spread"):
        Landmarks(xy, plain.visibility, spread=np.ones((2, 2)))
