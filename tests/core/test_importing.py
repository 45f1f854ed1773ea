"""What importing labels from elsewhere would change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.geometry import Box
from kpstudio.core.importing import Difference, Fate, Precision, difference
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks, Source, Visibility
from kpstudio.core.schema import generic_scheme
from tests.core import strategies

SCHEME = generic_scheme(3)
TRIANGLE = np.array([[0.0, 0.0], [30.0, 0.0], [15.0, 30.0]])
GONE = np.array([np.nan, np.nan])


def face(
    picture: str, at: float = 0.0, number: int = 0, state: FaceState = FaceState.LABELLED,
    missing: tuple[int, ...] = (),
) -> Face:  # fmt: skip
    xy = TRIANGLE + np.array([at, 0.0])
    xy[list(missing)] = GONE
    return Face(f"{picture}#{number}", picture, Landmarks.of(xy), state=state)


def here(*faces: Face) -> LabelSet:
    return LabelSet(Path("/faces"), SCHEME, faces)


def fates(found: Difference) -> dict[str, Fate]:
    return {one.face.id: one.fate for one in found.incoming}


def imported(labels: LabelSet, found: Difference) -> None:
    found.edit(found.incoming, "theirs.csv").apply(labels)


def test_a_face_without_labels_gets_them_and_keeps_its_box() -> None:
    box = Box(0.0, 0.0, 40.0, 40.0)
    labels = here(Face("a.jpg#0", "a.jpg", box=box, photo=True))
    found = difference(labels, [replace(face("sub/a.jpg"), tags=frozenset({"glasses"}))])
    assert fates(found) == {"a.jpg#0": Fate.NEW}
    imported(labels, found)
    after = labels["a.jpg#0"]
    assert (after.box, after.photo, after.tags) == (box, True, frozenset({"glasses"}))
    assert after.state is FaceState.CORRECTED
    np.testing.assert_array_equal(after.landmarks.xy_image, TRIANGLE)


def test_a_prediction_is_not_a_label_and_gives_way() -> None:
    labels = here(face("a.jpg", 5.0, state=FaceState.PREDICTED))
    found = difference(labels, [face("a.jpg", missing=(1,))])
    assert fates(found) == {"a.jpg#0": Fate.NEW}
    assert found.incoming[0].words == "2 added, 1 predicted removed"
    imported(labels, found)
    assert labels["a.jpg#0"].landmarks.present.tolist() == [True, False, True]


def test_labels_of_a_rejected_face_are_joined() -> None:
    labels = here(face("a.jpg", state=FaceState.REJECTED))
    found = difference(labels, [face("a.jpg", missing=(1,))])
    (one,) = found.incoming
    assert (one.fate, one.words) == (Fate.DISPUTED, "1 kept from here")
    imported(labels, found)
    assert labels["a.jpg#0"].landmarks.present.all()


def test_a_rejected_prediction_goes() -> None:
    points = Landmarks.of(TRIANGLE, Source.PREDICTION)
    labels = here(Face("a.jpg#0", "a.jpg", points, state=FaceState.REJECTED))
    (one,) = difference(labels, [face("a.jpg", missing=(1,))]).incoming
    assert (one.fate, one.gone) == (Fate.DISPUTED, 1)


def test_part_of_the_points_of_several_faces_is_no_new_face() -> None:
    labels = here(face("a.jpg"), face("a.jpg", 400.0, 1))
    found = difference(
        labels, [face("a.jpg", 401.0, missing=(2,)), face("a.jpg", 1.0, 1, missing=(2,))]
    )
    assert fates(found) == {"a.jpg#0": Fate.MOVED, "a.jpg#1": Fate.MOVED}


def test_a_format_without_visibility_leaves_it_alone() -> None:
    ours = face("a.jpg")
    labels = here(replace(ours, landmarks=ours.landmarks.seen_as([0], Visibility.OCCLUDED)))
    blind = Precision(visibility=False)
    assert difference(labels, [face("a.jpg")], precision=blind).same == 1
    imported(labels, difference(labels, [face("a.jpg", 3.0)], precision=blind))
    assert labels["a.jpg#0"].landmarks.visibility.tolist() == [1, 2, 2]
    seen = replace(ours, landmarks=ours.landmarks.seen_as([1], Visibility.OCCLUDED))
    (one,) = difference(here(ours), [seen], precision=blind).incoming
    assert one.moved == 1, "a person said so"


def test_a_face_that_was_taken_out_is_not_put_back_unasked() -> None:
    labels = here(face("a.jpg"))
    labels.remove("a.jpg#0")
    found = difference(labels.copy(), [face("a.jpg", 2.0)])
    assert fates(found) == {"a.jpg#1": Fate.DISPUTED}


def test_faces_that_were_added_and_undone_come_again() -> None:
    labels = here(face("a.jpg"))
    theirs = [face("a.jpg"), face("a.jpg", 400.0, 1)]
    edit = difference(labels, theirs).edit(difference(labels, theirs).incoming, "theirs.csv")
    edit.apply(labels).apply(labels)
    (one,) = difference(labels.copy(), theirs).incoming
    assert (one.change.before, one.fate) == (None, Fate.NEW)
    labels.remove("a.jpg#0")
    assert {one.fate for one in difference(labels, theirs).incoming} == {Fate.DISPUTED}


def test_the_same_changes_nothing() -> None:
    labels = here(face("a.jpg"), face("b.jpg"))
    found = difference(labels, [face("a.jpg", 0.004)])
    assert (found.incoming, found.same, found.unmentioned) == ((), 1, 1)
    assert found.edit((), "theirs.csv").empty


def test_moved_points_are_counted_and_measured() -> None:
    labels = here(face("a.jpg"))
    other = face("a.jpg")
    other = replace(other, landmarks=other.landmarks.moved([1], [[30.0, 4.0]]))
    found = difference(labels, [other])
    (one,) = found.incoming
    assert (one.fate, one.moved, one.filled, one.kept) == (Fate.MOVED, 1, 0, 0)
    assert one.largest_px == pytest.approx(4.0)
    assert one.words == "1 moved"


@pytest.mark.parametrize("state", [FaceState.CORRECTED, FaceState.CHECKED])
def test_what_a_person_did_here_is_disputed(state: FaceState) -> None:
    assert fates(difference(here(face("a.jpg", state=state)), [face("a.jpg", 3.0)])) == {
        "a.jpg#0": Fate.DISPUTED
    }


def test_a_rejected_prediction_is_a_persons_word() -> None:
    labels = here(Face("a.jpg#0", "a.jpg", state=FaceState.REJECTED))
    assert fates(difference(labels, [face("a.jpg")])) == {"a.jpg#0": Fate.DISPUTED}


def test_missing_points_are_filled_and_none_is_taken_away() -> None:
    labels = here(face("a.jpg", missing=(0,)))
    found = difference(labels, [face("a.jpg", missing=(2,), state=FaceState.CHECKED)])
    (one,) = found.incoming
    assert (one.fate, one.words) == (Fate.FILLED, "1 added, 1 kept from here")
    imported(labels, found)
    after = labels["a.jpg#0"]
    np.testing.assert_array_equal(after.landmarks.xy_image, TRIANGLE)
    assert after.state is FaceState.CORRECTED  # nobody has checked the whole of it


def test_a_checked_face_stays_checked_where_it_is_taken_whole() -> None:
    labels = here(face("a.jpg"))
    imported(labels, difference(labels, [face("a.jpg", 2.0, state=FaceState.CHECKED)]))
    assert labels["a.jpg#0"].state is FaceState.CHECKED


def test_seen_otherwise_is_a_change() -> None:
    other = face("a.jpg")
    other = replace(other, landmarks=other.landmarks.seen_as([0], Visibility.OCCLUDED))
    (one,) = difference(here(face("a.jpg")), [other]).incoming
    assert (one.fate, one.moved, one.largest_px) == (Fate.MOVED, 1, 0.0)


def test_only_a_tag_comes() -> None:
    labels = here(face("a.jpg", state=FaceState.CHECKED))
    found = difference(labels, [replace(face("a.jpg"), tags=frozenset({"hat"}))])
    (one,) = found.incoming
    assert (one.fate, one.words) == (Fate.FILLED, "tags added")
    imported(labels, found)
    assert labels["a.jpg#0"].state is FaceState.CHECKED


def test_another_face_of_the_picture_is_added_beside() -> None:
    labels = here(face("a.jpg"))
    found = difference(labels, [face("a.jpg", 500.0), face("a.jpg", 0.0, 1)])
    assert fates(found) == {"a.jpg#1": Fate.NEW}
    assert found.same == 1
    imported(labels, found)
    assert labels["a.jpg#1"].landmarks.xy_image[0, 0] == 500.0


def test_a_lone_face_that_lies_elsewhere_is_another_face() -> None:
    found = difference(here(face("a.jpg")), [face("a.jpg", 500.0)])
    assert fates(found) == {"a.jpg#1": Fate.NEW}
    assert found.unmentioned == 1


def test_a_new_face_takes_no_id_that_is_taken() -> None:
    odd = replace(face("a.jpg"), id="a.jpg#1")
    found = difference(here(odd), [face("a.jpg", 500.0)])
    assert fates(found) == {"a.jpg#2": Fate.NEW}


def test_pictures_that_are_not_here_are_named() -> None:
    found = difference(here(face("a.jpg")), [face("z.jpg"), face("a.jpg")])
    assert (found.elsewhere, found.same) == (("z.jpg",), 1)


def test_faces_of_no_scheme_so_far_get_one_and_lose_it_by_undo() -> None:
    labels = LabelSet(Path("/faces"), generic_scheme(0), [Face("a.jpg#0", "a.jpg", photo=True)])
    edit = difference(labels, [face("a.jpg")], SCHEME).edit(
        difference(labels, [face("a.jpg")], SCHEME).incoming, "theirs.csv"
    )
    inverse = edit.apply(labels)
    assert labels.scheme == SCHEME
    inverse.apply(labels)
    assert (labels.scheme.count, labels["a.jpg#0"].landmarks) == (0, None)


@given(st.data())
def test_importing_twice_is_importing_once_and_no_point_goes(data: st.DataObject) -> None:
    """After an import the same labels change nothing more, and all points of before are there."""
    ours = [data.draw(strategies.faces(f"{k}.jpg")) for k in range(3)]
    theirs = [data.draw(strategies.faces(f"{k}.jpg")) for k in range(4)]
    labels = LabelSet(Path("/faces"), strategies.SCHEME, ours)
    present = {
        one.id: one.landmarks.present for one in ours if one.labelled and one.landmarks is not None
    }
    edit = difference(labels, theirs).edit(difference(labels, theirs).incoming, "theirs")
    inverse = edit.apply(labels)
    for face_id, before in present.items():
        assert (labels[face_id].landmarks.present | ~before).all()
    again = difference(labels, theirs)
    assert not [one for one in again.incoming if one.moved or one.filled]
    inverse.apply(labels)
    assert [labels[one.id] for one in ours] == ours


def test_the_faces_of_a_fate() -> None:
    labels = here(face("a.jpg"), face("b.jpg", state=FaceState.CHECKED))
    found = difference(labels, [face("a.jpg", 2.0), face("b.jpg", 2.0)])
    assert [one.face.id for one in found.of(Fate.DISPUTED)] == ["b.jpg#0"]
    assert found.of(Fate.NEW) == ()
