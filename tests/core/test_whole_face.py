from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import FloatArray, Landmarks, Source, Visibility
from kpstudio.core.schema import PointSchema
from kpstudio.core.whole_face import add_face, delete_faces, mirror_face, place_like, swap_sides
from tests.core.strategies import SCHEME, pixels

PAIRED = PointSchema("paired", ("left", "right", "nose", "chin"), (1, 0, 2, 3))
FACE = Face("a.jpg#0", "a.jpg", Landmarks.of([[10, 5], [30, 6], [22, 20], [20, 40]]))
PICTURE = Box.whole(100, 80)
NAN = [np.nan, np.nan]


@st.composite
def placed_faces(draw: st.DrawFn) -> Face:
    """A face whose points lie anywhere, some occluded, some missing, but not all."""
    xy = draw(hnp.arrays(np.float64, (4, 2), elements=pixels))
    kinds = st.sampled_from([int(kind) for kind in Visibility])
    landmarks = Landmarks(xy, draw(hnp.arrays(np.uint8, 4, elements=kinds)))
    assume(landmarks.present.any())
    return replace(FACE, landmarks=landmarks)


def after(edit) -> Face:
    (change,) = edit.changes
    assert change.after is not None
    return change.after


def points(edit) -> FloatArray:
    return after(edit).landmarks.xy_image


@given(placed_faces())
def test_swapping_sides_twice_is_the_identity(face: Face) -> None:
    once = after(swap_sides(face, PAIRED))
    twice = after(swap_sides(once, PAIRED)).landmarks
    np.testing.assert_array_equal(twice.xy_image, face.landmarks.xy_image)
    np.testing.assert_array_equal(twice.visibility, face.landmarks.visibility)
    assert (once.state, once.landmarks.source) == (FaceState.CORRECTED, Source.PERSON)


@given(placed_faces())
def test_mirroring_twice_is_the_identity_and_stays_in_place(face: Face) -> None:
    once = after(mirror_face(face, PAIRED))
    twice = after(mirror_face(once, PAIRED)).landmarks
    np.testing.assert_allclose(twice.xy_image, face.landmarks.xy_image, atol=1e-9)
    np.testing.assert_array_equal(twice.visibility, face.landmarks.visibility)
    was, now = Box.around(face.landmarks.xy_image), Box.around(once.landmarks.xy_image)
    sides = ("left", "top", "right", "bottom")
    assert [getattr(now, s) for s in sides] == pytest.approx(
        [getattr(was, s) for s in sides], abs=1e-9
    )


def test_partners_change_places_and_the_others_stay() -> None:
    seen = [Visibility.OCCLUDED, Visibility.VISIBLE, Visibility.MISSING, Visibility.VISIBLE]
    face = replace(FACE, landmarks=Landmarks(FACE.landmarks.xy_image, np.array(seen)))
    edit = swap_sides(face, PAIRED)
    np.testing.assert_array_equal(points(edit), [[30, 6], [10, 5], NAN, [20, 40]])
    assert after(edit).landmarks.visibility.tolist() == [2, 1, 0, 2]
    assert edit.verb == "swap left and right"


def test_a_mirrored_face_looks_the_other_way_and_keeps_its_left() -> None:
    edit = mirror_face(FACE, PAIRED)
    np.testing.assert_array_equal(points(edit), [[10, 6], [30, 5], [18, 20], [20, 40]])
    assert edit.verb == "mirror the face"


def test_a_face_without_points_has_nothing_to_mirror() -> None:
    with pytest.raises(ValueError, match="has no points"):
        swap_sides(Face("a.jpg#0", "a.jpg"), PAIRED)
    missing = replace(FACE, landmarks=Landmarks.of([NAN] * 4))
    with pytest.raises(ValueError, match="no present point"):
        mirror_face(missing, PAIRED)


def test_points_go_where_the_other_face_has_them() -> None:
    bare = Face("b.jpg#0", "b.jpg", photo=True)
    edit = place_like(bare, FACE, PICTURE)
    np.testing.assert_array_equal(points(edit), FACE.landmarks.xy_image)
    assert after(edit).state is FaceState.CORRECTED
    assert after(edit).photo
    only_here = replace(bare, box=Box(0, 0, 8, 8))
    np.testing.assert_array_equal(
        points(place_like(only_here, FACE, PICTURE)), FACE.landmarks.xy_image
    )


def test_points_go_to_the_same_place_in_the_box() -> None:
    bare = Face("b.jpg#0", "b.jpg", box=Box(50, 10, 70, 30))
    edit = place_like(bare, replace(FACE, box=Box(0, 0, 40, 40)), PICTURE)
    np.testing.assert_allclose(points(edit), [[55, 12.5], [65, 13], [61, 20], [60, 30]])


def test_points_of_a_larger_picture_are_brought_in() -> None:
    bare = Face("b.jpg#0", "b.jpg")
    shifted = points(place_like(bare, FACE, Box.whole(25, 100)))
    np.testing.assert_allclose(shifted, FACE.landmarks.xy_image - (5.5, 0))
    small = Box.whole(11, 11)
    shrunk = points(place_like(bare, FACE, small))
    assert small.contains(shrunk).all()
    was = FACE.landmarks.xy_image
    ratio = np.ptp(shrunk, axis=0) / np.ptp(was, axis=0)
    np.testing.assert_allclose(ratio, 11 / 35)  # in proportion


@given(placed_faces(), st.floats(1, 1e4), st.floats(1, 1e4))
def test_copied_points_lie_in_the_picture(face: Face, width: float, height: float) -> None:
    limits = Box(-0.5, -0.5, width - 0.5, height - 0.5)
    placed = points(place_like(Face("b.jpg#0", "b.jpg"), face, limits))
    grown = Box(limits.left - 1e-6, limits.top - 1e-6, limits.right + 1e-6, limits.bottom + 1e-6)
    present = face.landmarks.present
    assert grown.contains(placed[present]).all()
    assert np.isnan(placed[~present]).all()


def folder() -> LabelSet:
    """Two faces in a.jpg, one in b.jpg, one in a photo from elsewhere."""
    elsewhere = str(Path("/pictures/me.jpg").absolute())
    faces = [
        FACE,
        Face("a.jpg#1", "a.jpg", FACE.landmarks),
        Face("b.jpg#0", "b.jpg", FACE.landmarks, Box(0, 0, 9, 9), tags=frozenset({"far"})),
        Face(f"{elsewhere}#0", elsewhere, photo=True),
    ]
    return LabelSet(Path(), SCHEME, faces)


def test_a_face_is_added_under_an_id_that_was_never_used() -> None:
    labels = folder()
    labels.remove("a.jpg#1")
    box = Box(1, 2, 30, 40)
    edit = add_face(labels, FACE, box)
    assert after(edit) == Face("a.jpg#2", "a.jpg", box=box)
    back = edit.apply(labels)
    assert [face.id for face in labels.faces_of("a.jpg")] == ["a.jpg#0", "a.jpg#2"]
    back.apply(labels)
    assert len(labels) == 3
    labels.put(Face("a.jpg#2", "b.jpg"))  # an id of a file's own making
    assert after(add_face(labels, FACE, box)).id == "a.jpg#3"


def test_deleted_faces_leave_the_folders_pictures_in_sight() -> None:
    labels = folder()
    before = list(labels)
    one = delete_faces(labels, [FACE])
    assert (one.verb, one.changes[0].after) == ("delete the face", None)
    everything = delete_faces(labels, before)
    assert everything.verb == "delete 4 faces"
    back = everything.apply(labels)
    assert list(labels) == [
        Face("a.jpg#0", "a.jpg", photo=True),
        Face("b.jpg#0", "b.jpg", photo=True),
    ]
    assert not delete_faces(labels, list(labels)).changes
    back.apply(labels)
    assert list(labels) == before
