from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpstudio.core.geometry import Affine2D, Box

metres = st.floats(-1e3, 1e3)
sides = st.floats(0.5, 1e3)
points = st.lists(st.tuples(metres, metres), min_size=1, max_size=6).map(np.array)
solid_boxes = st.builds(
    lambda x, y, width, height: Box(x, y, x + width, y + height), metres, metres, sides, sides
)


@st.composite
def affines(draw: st.DrawFn) -> Affine2D:
    """Maps that are not nearly flat."""
    a, b, c, d = (draw(st.floats(-5, 5)) for _ in range(4))
    assume(abs(a * d - b * c) > 0.1)
    linear = np.array([[a, b], [c, d]])
    return Affine2D(np.column_stack([linear, [draw(metres), draw(metres)]]))


def close(a: object, b: object) -> bool:
    return np.allclose(a, b, rtol=1e-7, atol=1e-6)


@given(affines(), points)
def test_the_inverse_undoes_either_way(affine: Affine2D, xy: np.ndarray) -> None:
    assert close(affine.inverse()(affine(xy)), xy)
    assert close(affine(affine.inverse()(xy)), xy)


@given(affines(), affines(), points)
def test_then_is_one_map_after_the_other(a: Affine2D, b: Affine2D, xy: np.ndarray) -> None:
    assert close(a.then(b)(xy), b(a(xy)))


@given(affines(), points)
def test_the_identity_changes_nothing(affine: Affine2D, xy: np.ndarray) -> None:
    identity = Affine2D.identity()
    assert np.array_equal(identity(xy), xy)
    assert close(identity.then(affine).matrix, affine.matrix)
    assert close(affine.then(identity).matrix, affine.matrix)


@given(solid_boxes, solid_boxes)
def test_a_box_lands_on_the_other_corner_by_corner(a: Box, b: Box) -> None:
    there = Affine2D.between_boxes(a, b)
    corners = [[a.left, a.top], [a.right, a.top], [a.right, a.bottom], [a.left, a.bottom]]
    wanted = [[b.left, b.top], [b.right, b.top], [b.right, b.bottom], [b.left, b.bottom]]
    assert close(there(corners), wanted)
    assert close(there(a.centre), b.centre)


def test_pixel_centres_keep_their_place_when_a_picture_is_halved() -> None:
    there = Affine2D.between_boxes(Box.whole(640, 480), Box.whole(320, 240))
    # The first small pixel covers the first two of the large picture, whose middle is at 0.5.
    assert close(there([[0.5, 0.5], [638.5, 478.5]]), [[0, 0], [319, 239]])


@given(st.integers(-4, 7), st.integers(1, 9), st.integers(1, 9))
def test_quarter_turns_take_each_pixel_where_turning_the_picture_does(
    turns: int, width: int, height: int
) -> None:
    picture = np.arange(width * height).reshape(height, width)
    turned = np.rot90(picture, turns)
    rows, columns = np.indices(picture.shape)
    there = Affine2D.quarter_turns(turns, width, height)
    xy = there(np.stack([columns, rows], axis=-1)).astype(int)
    assert np.array_equal(turned[xy[..., 1], xy[..., 0]], picture)
    whole = Box.whole(width, height).mapped(there)
    assert whole == Box.whole(turned.shape[1], turned.shape[0])
    back = Affine2D.quarter_turns(-turns, turned.shape[1], turned.shape[0])
    assert np.array_equal(there.then(back).matrix, np.eye(2, 3))


@given(affines(), solid_boxes)
def test_a_box_in_another_frame_holds_its_corners(to: Affine2D, box: Box) -> None:
    upright = Affine2D(to.matrix * [[1, 0, 1], [0, 1, 1]])
    corners = upright([[box.left, box.top], [box.right, box.bottom]])
    mapped = box.mapped(upright)
    assert close([mapped.left, mapped.top], corners.min(axis=0))
    assert close([mapped.right, mapped.bottom], corners.max(axis=0))


def test_a_map_from_a_box_without_area_is_refused() -> None:
    with pytest.raises(ValueError, match="without area"):
        Affine2D.between_boxes(Box(3, 3, 3, 8), Box.whole(10, 10))


def test_a_missing_point_stays_missing_and_its_neighbours_do_not_mind() -> None:
    affine = Affine2D(np.array([[2.0, 0, 1], [0, 3, 2]]))
    mapped = affine([[1, 1], [math.nan, math.nan]])
    assert mapped[0].tolist() == [3, 5]
    assert np.isnan(mapped[1]).all()


def test_batches_of_any_shape_are_mapped() -> None:
    affine = Affine2D(np.array([[0.0, -1, 0], [1, 0, 0]]))
    assert affine(np.ones((3, 4, 2))).shape == (3, 4, 2)
    assert affine([1, 0]).tolist() == [0, 1]


@pytest.mark.parametrize(
    "linear",
    [
        [[1, 2], [2, 4]],
        [[0, 0], [0, 0]],
        [[1e-9, 0], [1e-9, 0]],
        [[0, 1], [0, 0]],
        [[0, 0], [1, 0]],
    ],
)
def test_a_flat_map_has_no_way_back(linear: list[list[float]]) -> None:
    with pytest.raises(
        ValueError, match=r"^this affine map flattens the plane: it has no inverse$"
    ):
        Affine2D(np.column_stack([linear, [1, 2]])).inverse()


def test_a_strong_reduction_is_not_flat() -> None:
    affine = Affine2D(np.array([[1e-7, 0, 3], [0, 1e-7, 4]]))
    assert close(affine.inverse()(affine([[5, 6]])), [[5, 6]])


def test_a_map_is_two_by_three_and_cannot_be_written() -> None:
    with pytest.raises(ValueError, match=r"\(2, 3\)"):
        Affine2D(np.eye(3))
    source = np.eye(2, 3)
    affine = Affine2D(source)
    assert Affine2D(source.astype(np.float32)).matrix.dtype == np.float64
    source[0, 0] = 9
    assert affine.matrix[0, 0] == 1
    with pytest.raises(ValueError, match="read-only"):
        affine.matrix[0, 0] = 9


@given(solid_boxes, st.floats(1, 4))
def test_a_square_has_the_centre_and_the_longer_side(box: Box, scale: float) -> None:
    square = box.square(scale)
    assert close(square.centre, box.centre)
    assert close([square.width, square.height], [max(box.width, box.height) * scale] * 2)
    assert box.square() == box.square(1.0)


@given(points)
def test_the_box_around_points_is_tight(xy: np.ndarray) -> None:
    with_missing = np.vstack([xy, [[math.nan, math.nan], [math.nan, 1e9]]])
    box = Box.around(with_missing)
    assert box.contains(xy).all()
    assert not box.contains(with_missing[-2:]).any()
    assert {box.left, box.right} <= set(xy[:, 0])
    assert {box.top, box.bottom} <= set(xy[:, 1])


def test_no_points_have_no_box() -> None:
    with pytest.raises(ValueError, match=r"^no present point to put a box around$"):
        Box.around([[math.nan, math.nan]])


def test_a_whole_picture_reaches_half_a_pixel_beyond_its_centres() -> None:
    box = Box.whole(640, 480)
    assert (box.width, box.height, box.centre) == (640, 480, (319.5, 239.5))
    assert box.contains([[-0.5, 479.5], [-0.6, 0], [0, 479.6]]).tolist() == [True, False, False]
    beyond = np.array([[0.1, 0.0]], np.float32)  # 0.100000001
    assert not Box(0.0, 0.0, 0.1, 0.0).contains(beyond).any()


@given(points, solid_boxes)
def test_what_is_shifted_within_its_room_stays_inside(xy: np.ndarray, box: Box) -> None:
    least, most = box.room(xy)
    assert (least <= 0).all() and (most >= 0).all()
    around = box.joined(Box.around(xy))
    for shift in (least, most):
        held = Box.around(xy + shift)
        assert close(around.joined(held).width, around.width)
        assert close(around.joined(held).height, around.height)


def test_a_missing_point_takes_no_room() -> None:
    least, most = Box(0, 0, 10, 10).room([[2.0, 3.0], [math.nan, math.nan], [4.0, 9.0]])
    assert (least.tolist(), most.tolist()) == ([-2.0, -3.0], [6.0, 1.0])


def test_points_beyond_a_box_are_brought_to_its_edge():
    xy = [[-5.0, 3.0], [50.0, 999.0], [np.nan, np.nan]]
    brought = Box.whole(100, 80).nearest(xy)
    np.testing.assert_array_equal(brought, [[-0.5, 3.0], [50.0, 79.5], [np.nan, np.nan]])


@given(solid_boxes, solid_boxes)
def test_overlap_is_the_same_from_both_sides(a: Box, b: Box) -> None:
    assert a.overlap(b) == pytest.approx(b.overlap(a))
    assert 0.0 <= a.overlap(b) <= 1.0 + 1e-9
    assert a.overlap(a) == pytest.approx(1.0)


def test_overlap_is_the_shared_part_of_what_both_cover() -> None:
    box = Box(0, 0, 10, 10)
    assert box.overlap(Box(5, 0, 15, 10)) == pytest.approx(1 / 3)
    assert box.overlap(Box(10, 0, 20, 10)) == 0.0
    for flat in (Box(3, 3, 3, 9), Box(3, 3, 9, 3)):
        assert flat.overlap(flat) == 0.0
