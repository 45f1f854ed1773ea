from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.schema import generic_scheme
from tests.core.strategies import SCHEME, label_sets

POINTS = Landmarks.of([[0, 0], [1, 0], [1, 1], [0, 1]])


def face(picture: str, number: int = 0) -> Face:
    return Face(face_id(picture, number), picture, POINTS, state=FaceState.LABELLED)


def test_faces_are_found_by_id_and_by_picture() -> None:
    members = [face("b.jpg"), face("a.jpg"), face("b.jpg", 1)]
    labels = LabelSet(Path("root"), SCHEME, members, ["c.jpg"])
    assert list(labels) == members
    assert len(labels) == 3
    assert labels.pictures == ("c.jpg", "b.jpg", "a.jpg")
    assert labels.faces_of("b.jpg") == (members[0], members[2])
    assert labels.faces_of("c.jpg") == labels.faces_of("nowhere.jpg") == ()
    assert labels["a.jpg#0"] == labels.get("a.jpg#0") == members[1]
    assert labels.get("x") is None
    assert "a.jpg#0" in labels
    assert "x" not in labels


def test_a_face_is_labelled_where_somebody_placed_a_point() -> None:
    one = face("a.jpg")
    nowhere = Landmarks.of([[float("nan")] * 2] * 4)
    assert one.labelled
    assert not replace(one, landmarks=None).labelled
    assert not replace(one, landmarks=nowhere).labelled
    assert not replace(one, state=FaceState.PREDICTED).labelled


def test_paths_are_relative_to_the_root_unless_absolute(tmp_path: Path) -> None:
    labels = LabelSet(Path("root"), SCHEME)
    assert labels.picture_path("sub/a.jpg") == Path("root/sub/a.jpg")
    assert labels.picture_path(tmp_path.as_posix()) == tmp_path


@settings(max_examples=40)
@given(label_sets(), st.data())
def test_a_face_taken_out_and_put_back_has_its_place_again(
    labels: LabelSet, data: st.DataObject
) -> None:
    assume(len(labels))
    members = list(labels)
    gone = data.draw(st.lists(st.sampled_from(members), min_size=1, unique_by=id))
    pictures = labels.pictures
    for one in gone:
        labels.remove(one.id)
        assert one.id not in labels
        assert labels.get(one.id) is None
        with pytest.raises(KeyError):
            labels[one.id]
        with pytest.raises(KeyError):
            labels.remove(one.id)
    assert list(labels) == [one for one in members if one.id in labels]
    assert len(labels) == len(members) - len(gone)
    assert labels.pictures == pictures
    for one in data.draw(st.permutations(gone)):
        labels.put(one)
    assert list(labels) == members
    for picture in pictures:
        assert labels.faces_of(picture) == tuple(m for m in members if m.picture == picture)


def test_two_faces_of_one_id_are_refused() -> None:
    with pytest.raises(InputError, match="two faces share the id"):
        LabelSet(Path(), SCHEME, [face("a.jpg"), face("a.jpg")])


def test_points_that_do_not_fit_the_scheme_are_refused_and_change_nothing() -> None:
    labels = LabelSet(Path(), SCHEME, [face("a.jpg")])
    odd = replace(face("a.jpg"), landmarks=Landmarks.of([[1, 2]]))
    with pytest.raises(InputError, match=r"a\.jpg: 1 points where the scheme points4 has 4"):
        labels.put(odd)
    assert list(labels) == [face("a.jpg")]


@pytest.mark.parametrize(
    ("state", "source", "labelled", "changed"),
    [
        (FaceState.LABELLED, Source.FILE, True, False),
        (FaceState.PREDICTED, Source.PREDICTION, False, True),
        (FaceState.REJECTED, Source.PREDICTION, False, True),
        (FaceState.CORRECTED, Source.PERSON, True, True),
        (FaceState.CHECKED, Source.PREDICTION, True, True),
        (FaceState.CHECKED, Source.FILE, True, True),
    ],
)
def test_who_vouches_for_a_face(
    state: FaceState, source: Source, labelled: bool, changed: bool
) -> None:
    one = replace(face("a.jpg"), state=state, landmarks=Landmarks.of([[1, 2]], source))
    assert (one.labelled, one.changed) == (labelled, changed)


def test_a_photo_without_points_is_neither_labelled_nor_changed() -> None:
    photo = Face("a.jpg#0", "a.jpg", photo=True)
    assert (photo.labelled, photo.changed) == (False, False)


def test_ids_are_those_of_the_faces_that_are_there() -> None:
    labels = LabelSet(Path(), SCHEME, [face(f"{n}.png") for n in range(3)])
    assert labels.ids == ("0.png#0", "1.png#0", "2.png#0")
    labels.remove("1.png#0")
    assert labels.ids == ("0.png#0", "2.png#0")


def test_a_person_vouches_for_what_they_placed_or_found_right() -> None:
    drawn = replace(face("a.jpg"), landmarks=Landmarks.of([[1, 2]], Source.PERSON))
    assert drawn.by_person
    assert not replace(face("b.jpg"), landmarks=POINTS).by_person
    assert not Face("c.jpg#0", "c.jpg").by_person
    for state in (FaceState.CORRECTED, FaceState.CHECKED):
        assert replace(face("d.jpg"), state=state).by_person


def test_labelled_faces_are_counted_as_they_come_and_go() -> None:
    labelled = replace(face("a.jpg"), landmarks=POINTS, state=FaceState.LABELLED)
    labels = LabelSet(Path(), SCHEME, [labelled, Face("b.jpg#0", "b.jpg")])
    assert labels.labelled_count == 1
    labels.put(Face("b.jpg#0", "b.jpg", POINTS, state=FaceState.CORRECTED))
    assert labels.labelled_count == 2
    labels.remove("a.jpg#0")
    assert labels.labelled_count == 1


def test_points_can_be_seen_as_another_scheme_of_as_many() -> None:
    labels = LabelSet(Path(), generic_scheme(3), [Face("a#0", "a", Landmarks.of(np.ones((3, 2))))])
    named = replace(generic_scheme(3), name="mine")
    labels.see_as(named)
    assert labels.scheme is named
    with pytest.raises(InputError):
        labels.see_as(generic_scheme(4))
    assert labels.scheme is named
