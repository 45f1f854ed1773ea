from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kpstudio.core import edits
from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks, Source, Visibility
from kpstudio.core.review import Review, Verdict
from kpstudio.core.schema import generic_scheme
from tests.core.strategies import SCHEME, boxes, faces, label_sets, landmarks, pixels

FACE = Face("a.jpg#0", "a.jpg", Landmarks.of([[0, 0], [1, 0], [1, 1], [0, 1]]))


def contents(labels: LabelSet) -> tuple[list[Face], dict[str, tuple[Face, ...]]]:
    """Everything a label set says, orders included."""
    return list(labels), {picture: labels.faces_of(picture) for picture in labels.pictures}


@st.composite
def fitting_edits(draw: st.DrawFn, labels: LabelSet) -> edits.Edit:
    """An edit of every kind that ``labels`` can take."""
    chosen = draw(st.lists(st.sampled_from(list(labels)), min_size=1, unique_by=id))
    kind = draw(
        st.sampled_from(["remove", "state", "box", "start", "move", "tags", "reject", "place"])
    )
    face = chosen[0]
    if kind == "remove":
        return edits.add_faces(chosen, "delete").inverse()
    if kind == "state":
        return edits.set_state(face, draw(st.sampled_from(FaceState)))
    if kind == "reject":
        return edits.reject(face)
    if kind == "tags":
        words = st.sets(st.sampled_from(["glasses", "far", *face.tags]))
        return edits.set_tags(chosen, draw(words), draw(words))
    if kind == "place":
        return edits.place_points(face, draw(landmarks()), "place the points")
    if kind == "box":
        return edits.set_box(face, draw(st.none() | boxes))
    if kind == "move" and face.landmarks is not None:
        xy = draw(st.tuples(pixels, pixels))
        return edits.move_points(face, [draw(st.integers(0, 3))], [xy], "a point", "nudge")
    return edits.start_from(face, draw(landmarks()))


@settings(max_examples=40)
@given(st.data())
def test_the_inverse_restores_the_label_set_exactly(data: st.DataObject) -> None:
    labels = data.draw(label_sets())
    assume(len(labels))
    edit = data.draw(fitting_edits(labels))
    before = contents(labels)
    inverse = edit.apply(labels)
    after = contents(labels)
    assert inverse.inverse() == edit
    redo = inverse.apply(labels)
    assert contents(labels) == before
    redo.apply(labels)
    assert contents(labels) == after


@settings(max_examples=40)
@given(st.data())
def test_any_history_can_be_undone_and_redone(data: st.DataObject) -> None:
    labels = data.draw(label_sets())
    states, undo = [contents(labels)], []
    while len(labels) and len(undo) < 5:
        undo.append(data.draw(fitting_edits(labels)).apply(labels))
        states.append(contents(labels))
    redo = []
    for inverse, state in zip(reversed(undo), reversed(states[:-1]), strict=True):
        redo.append(inverse.apply(labels))
        assert contents(labels) == state
    for edit, state in zip(reversed(redo), states[1:], strict=True):
        edit.apply(labels)
        assert contents(labels) == state


@given(st.data())
def test_a_merged_edit_is_both_one_after_the_other(data: st.DataObject) -> None:
    one_by_one, at_once = (LabelSet(Path(), SCHEME, [FACE]) for _ in range(2))
    steps = data.draw(st.lists(st.tuples(pixels, pixels), min_size=2, max_size=5))
    merged: edits.Edit | None = None
    for xy in steps:
        edit = edits.move_points(one_by_one[FACE.id], [2], [xy], "point 2", "nudge")
        edit.apply(one_by_one)
        merged = edit if merged is None else merged.merged(edit)
        assert merged is not None
    assert merged is not None
    inverse = merged.apply(at_once)
    assert contents(at_once) == contents(one_by_one)
    inverse.apply(at_once)
    assert list(at_once) == [FACE]


def nudge(face: Face, key: str, x: float = 9.0) -> edits.Edit:
    return edits.move_points(face, [0], [[x, x]], "point 0", key)


def test_only_neighbours_of_the_same_key_merge() -> None:
    first = nudge(FACE, "nudge 0")
    moved = first.changes[0].after
    assert moved is not None
    further = replace(nudge(moved, "nudge 0", 10), verb="move on")
    after = further.changes[0].after
    assert first.merged(further) == edits.Edit(
        "move on", (edits.FaceChange(FACE, after),), "nudge 0"
    )
    assert first.merged(nudge(moved, "nudge 1", 10)) is None
    assert nudge(FACE, "").merged(nudge(moved, "", 10)) is None
    assert first.merged(nudge(FACE, "nudge 0", 10)) is None, "it does not start where this ends"
    assert first.merged(edits.Edit("none", (), "nudge 0")) is None


@settings(max_examples=40)
@given(st.data())
def test_a_stale_edit_is_refused_and_nothing_of_it_is_done(data: st.DataObject) -> None:
    labels = data.draw(label_sets())
    assume(len(labels) >= 2)
    edit = edits.add_faces(list(labels), "delete all").inverse()
    stale = data.draw(st.sampled_from(list(labels)))
    changed = replace(stale, photo=not stale.photo)
    labels.put(changed)
    before = contents(labels)
    with pytest.raises(edits.StaleEditError, match="has changed since “delete all”"):
        edit.apply(labels)
    assert contents(labels) == before


def test_adding_what_is_there_or_removing_what_is_not_is_stale() -> None:
    labels = LabelSet(Path(), SCHEME, [FACE])
    with pytest.raises(edits.StaleEditError):
        edits.add_faces([FACE], "add").apply(labels)
    removal = edits.add_faces([FACE], "add").inverse()
    removal.apply(labels)
    with pytest.raises(edits.StaleEditError):
        removal.apply(labels)


def test_an_edit_that_fits_the_scheme_in_part_is_refused_whole() -> None:
    labels = LabelSet(Path(), SCHEME, [FACE])
    other = Face("b.jpg#0", "b.jpg", Landmarks.of([[1, 2]]))
    both = edits.Edit(
        "two", (*edits.set_box(FACE, Box(1, 2, 3, 4)).changes, edits.FaceChange(None, other))
    )
    with pytest.raises(InputError, match="1 points where the scheme"):
        both.apply(labels)
    assert list(labels) == [FACE]


@given(faces())
def test_every_builder_touches_what_it_names_alone(face: Face) -> None:
    box, points = Box(1, 2, 3, 4), Landmarks.of([[1, 2]] * 4, Source.PREDICTION)
    same = face.state is FaceState.CHECKED
    checked = replace(face, state=FaceState.CHECKED, review=face.review if same else None)
    expected = {
        edits.set_state(face, FaceState.CHECKED): checked,
        edits.set_box(face, box): replace(face, box=box),
        edits.start_from(face, points): replace(face, landmarks=points, state=FaceState.PREDICTED),
    }
    for edit, after in expected.items():
        assert edit.changes == (edits.FaceChange(face, after),)
        assert edit.face_ids == (face.id,)
        assert edit.verb in ("mark as checked", "draw the box", "start from the prediction")
    assert edits.add_faces([face], "add").changes == (edits.FaceChange(None, face),)


def test_moving_points_makes_a_correction_by_a_person() -> None:
    (change,) = edits.move_points(FACE, [1, 3], [[5, 6], [7, 8]], "2 points").changes
    after = change.after
    assert after is not None
    assert after.landmarks is not None
    assert after.state is FaceState.CORRECTED
    assert after.landmarks.source is Source.PERSON
    assert np.array_equal(after.landmarks.xy_image, [[0, 0], [5, 6], [1, 1], [7, 8]])
    assert after.landmarks.visibility.tolist() == [Visibility.VISIBLE] * 4


def test_without_a_key_edits_stay_two() -> None:
    assert FACE.landmarks is not None
    for edit in (
        edits.move_points(FACE, [0], [[1, 1]], "it"),
        edits.place_points(FACE, FACE.landmarks.moved([0], [[2, 2]]), "place"),
        edits.set_box(FACE, Box(0, 0, 1, 1)),
    ):
        assert edit.merge_key == ""


def test_points_are_marked_taken_away_and_brought_back() -> None:
    occluded = edits.set_visibility(FACE, [0, 2], Visibility.OCCLUDED, "2 points")
    assert occluded.verb == "mark 2 points as occluded"
    assert occluded.changes[0].before == FACE
    after = occluded.changes[0].after
    assert after is not None and after.landmarks is not None and FACE.landmarks is not None
    assert after.state is FaceState.CORRECTED and after.landmarks.source is Source.PERSON
    assert after.landmarks.visibility.tolist() == [1, 2, 1, 2]
    assert np.array_equal(after.landmarks.xy_image, FACE.landmarks.xy_image)
    gone = edits.set_visibility(FACE, [0], Visibility.MISSING, "it").changes[0].after
    assert gone is not None and gone.landmarks is not None
    assert np.isnan(gone.landmarks.xy_image[0]).all()
    stays = edits.set_visibility(gone, [0], Visibility.VISIBLE, "it").changes[0].after
    assert stays is not None and stays.landmarks is not None
    assert stays.landmarks.visibility.tolist() == [0, 2, 2, 2], "nobody said where it is"
    places = [[7, 7], [8, 8]]
    back = edits.set_visibility(gone, [1, 0], Visibility.OCCLUDED, "2", places).changes[0].after
    assert back is not None and back.landmarks is not None
    assert back.landmarks.xy_image[:2].tolist() == [[8, 8], [1, 0]], (
        "only what is missing is placed"
    )
    assert back.landmarks.visibility.tolist() == [1, 1, 2, 2]
    with pytest.raises(ValueError, match="no points to mark"):
        edits.set_visibility(replace(FACE, landmarks=None), [1], Visibility.VISIBLE, "it")


def test_a_face_without_points_has_none_to_move() -> None:
    with pytest.raises(ValueError, match="no points to move"):
        edits.move_points(replace(FACE, landmarks=None), [0], [[1, 1]], "point 0")


def test_tags_are_put_on_and_taken_off_in_one_edit_of_the_faces_that_change() -> None:
    plain, glasses = FACE, Face("b.jpg#0", "b.jpg", tags=frozenset({"glasses"}))
    both = edits.set_tags([plain, glasses], add=["glasses"])
    assert both.verb == "tag as glasses"
    assert both.changes == (edits.FaceChange(plain, replace(plain, tags=frozenset({"glasses"}))),)
    swap = edits.set_tags([glasses], add=["far"], remove=["glasses", "never there"])
    assert swap.verb == "tag as far and take off glasses, never there"
    assert swap.changes[0].after == replace(glasses, tags=frozenset({"far"}))
    assert edits.set_tags([plain], add=["x"], remove=["x"]).changes[0].after is not None
    assert edits.set_tags([glasses], remove=["far"]).changes == ()
    assert edits.set_tags([glasses], remove=["glasses"]).verb == "take off glasses"
    assert edits.set_tags([plain], add=["near", "far"]).verb == "tag as far, near"


def test_marking_many_faces_is_one_edit_of_those_that_change() -> None:
    faces = [FACE, Face("b.jpg#0", "b.jpg", state=FaceState.CHECKED), Face("c.jpg#0", "c.jpg")]
    edit = edits.set_states(faces, FaceState.CHECKED)
    assert edit.verb == "mark 2 faces as checked"
    assert edit.face_ids == ("a.jpg#0", "c.jpg#0")
    assert [change.before for change in edit.changes] == faces[::2]
    assert all(c.after is not None and c.after.state is FaceState.CHECKED for c in edit.changes)
    assert edits.set_states(faces[:1], FaceState.CHECKED).verb == "mark as checked"


def test_what_a_second_person_returned_waits_until_the_face_is_finished() -> None:
    returned, approved = Review(Verdict.RETURNED, "Ada", "the chin"), Review(Verdict.APPROVED)
    face = replace(FACE, state=FaceState.CORRECTED, review=returned)
    for state, review in ((FaceState.PREDICTED, returned), (FaceState.CHECKED, None)):
        assert edits.set_state(face, state).changes[0].after == replace(
            face, state=state, review=review
        )
    seen = replace(FACE, state=FaceState.CHECKED, review=approved)
    again = edits.set_state(seen, FaceState.PREDICTED).changes[0].after
    assert again == replace(seen, state=FaceState.PREDICTED, review=None)


def test_faces_go_back_to_what_the_files_say() -> None:
    other = Face("b.jpg#0", "b.jpg", FACE.landmarks)
    moved = [replace(face, state=FaceState.CORRECTED) for face in (FACE, other)]
    files = {FACE.id: FACE, other.id: other}
    both = edits.bring_back([*moved, Face("new.jpg#0", "new.jpg")], files)
    assert both.verb == "go back to the file's labels of 2 faces"
    assert both.changes == tuple(
        edits.FaceChange(a, b) for a, b in zip(moved, files.values(), strict=True)
    )
    one = edits.bring_back([moved[0], other], files)
    assert one.verb == "go back to the file's labels"
    assert one.face_ids == (FACE.id,)


def test_a_rejected_face_has_no_points_and_is_finished() -> None:
    labels = LabelSet(Path(), SCHEME, [replace(FACE, state=FaceState.PREDICTED)])
    edit = edits.reject(labels[FACE.id])
    back = edit.apply(labels)
    face = labels[FACE.id]
    assert (face.state, face.landmarks) == (FaceState.REJECTED, None)
    assert face.finished
    assert face.changed
    assert edit.verb == "reject the prediction"
    back.apply(labels)
    assert labels[FACE.id] == replace(FACE, state=FaceState.PREDICTED)
    assert not labels[FACE.id].finished


def test_faces_are_put_back_where_their_pictures_are_still_there() -> None:
    other = Face("b.jpg#0", "b.jpg", FACE.landmarks, state=FaceState.CHECKED)
    labels = LabelSet(Path(), SCHEME, [FACE, other], pictures=["c.jpg"])
    was = replace(FACE, state=FaceState.CHECKED)
    gone, again = Face("gone.jpg#0", "gone.jpg"), Face("c.jpg#0", "c.jpg")
    photo = Face("/home/me.jpg#0", "/home/me.jpg", photo=True)
    then = {face.id: face for face in (was, gone, again, photo)} | {other.id: None}
    edit = edits.put_back(labels, then, "go back")
    assert edit.verb == "go back"
    back = edit.apply(labels)
    assert {face.id: face for face in labels} == {f.id: f for f in (was, again, photo)}
    assert not edits.put_back(labels, then, "go back").changes
    back.apply(labels)
    assert {face.id for face in labels} == {FACE.id, other.id}


def test_placing_points_corrects_a_face_and_taking_the_last_away_unlabels_it():
    face = replace(FACE, landmarks=None, state=FaceState.UNLABELLED)
    labels = LabelSet(Path(), SCHEME, [face])
    empty = Landmarks.of(np.full((4, 2), np.nan), Source.PERSON)
    first = edits.place_points(face, empty.moved([1], [(2.0, 3.0)]), "place", "walk")
    first.apply(labels)
    one = labels[face.id]
    assert one.state is FaceState.CORRECTED and one.landmarks is not None
    assert one.landmarks.present.tolist() == [False, True, False, False]
    second = edits.place_points(one, empty, "take away", "walk")
    assert (first.verb, second.verb) == ("place", "take away")
    second.apply(labels)
    assert labels[face.id] == face
    both = first.merged(second)
    assert both is not None and both.changes[0].before == both.changes[0].after == face


MINE = replace(SCHEME, points=tuple("abcd"))


def test_a_scheme_is_changed_and_undone_as_faces_are() -> None:
    labels = LabelSet(Path(), SCHEME, [FACE])
    edit = edits.set_scheme(labels, MINE)
    assert edit.scheme == edits.SchemeChange(None, MINE)
    inverse = edit.apply(labels)
    assert (labels.scheme, labels.own_scheme) == (MINE, SCHEME)
    assert edits.set_scheme(labels, SCHEME).scheme == edits.SchemeChange(MINE, None)
    on = edits.set_scheme(labels, replace(SCHEME, points=tuple("wxyz")))
    on.apply(labels).apply(labels)
    assert labels.scheme == MINE
    inverse.apply(labels)
    assert labels.scheme == SCHEME


def test_a_stale_or_unfitting_scheme_is_refused_and_the_faces_stay() -> None:
    labels = LabelSet(Path(), SCHEME, [FACE])
    changes = edits.set_state(FACE, FaceState.CHECKED).changes
    stale = edits.Edit("both", changes, scheme=edits.SchemeChange(MINE, None))
    with pytest.raises(edits.StaleEditError, match="the scheme has changed since “both”"):
        stale.apply(labels)
    five = edits.Edit("five", changes, scheme=edits.SchemeChange(None, generic_scheme(5)))
    with pytest.raises(InputError, match="5 points does not fit faces of 4"):
        five.apply(labels)
    assert (list(labels), labels.scheme) == ([FACE], SCHEME)


def test_an_edit_that_changes_nothing_says_so() -> None:
    labels = LabelSet(Path(), SCHEME, [FACE])
    assert edits.Edit("nothing", ()).empty
    assert edits.set_state(FACE, FACE.state).empty
    assert edits.set_scheme(labels, SCHEME).empty
    assert not edits.set_scheme(labels, MINE).empty
    assert not edits.set_states([FACE], FaceState.CHECKED).empty


def test_a_change_of_the_scheme_merges_with_nothing() -> None:
    labels = LabelSet(Path(), SCHEME, [FACE])
    edit = replace(edits.set_scheme(labels, MINE), merge_key="nudge 0")
    assert edit.merged(edits.Edit("none", (), "nudge 0")) is None
    assert edits.Edit("none", (), "nudge 0").merged(edit) is None


def test_points_come_with_the_scheme_that_makes_them_fit() -> None:
    bare = replace(FACE, landmarks=None, state=FaceState.UNLABELLED)
    labels = LabelSet(Path(), generic_scheme(0), [bare])
    change = edits.FaceChange(bare, FACE)
    edit = edits.Edit("import", (change,), scheme=edits.SchemeChange(None, SCHEME))
    back = edit.apply(labels)
    assert (labels.scheme, list(labels)) == (SCHEME, [FACE])
    back.apply(labels)
    assert (labels.scheme.count, list(labels)) == (0, [bare])


def test_a_folder_without_points_never_has_faces_of_other_counts_than_the_scheme() -> None:
    bare = replace(FACE, landmarks=None, state=FaceState.UNLABELLED)
    labels = LabelSet(Path(), generic_scheme(0), [bare])
    chosen = edits.set_scheme(labels, SCHEME).apply(labels)
    edits.set_scheme(labels, generic_scheme(5)).apply(labels).apply(labels)
    assert labels.scheme_is_open
    placed = edits.Edit("place", (edits.FaceChange(bare, FACE),)).apply(labels)
    assert not labels.scheme_is_open
    for refused in (edits.set_scheme(labels, generic_scheme(5)), chosen):
        with pytest.raises(InputError, match=r"does not fit a\.jpg, which has 4: choose one"):
            refused.apply(labels)
    assert (labels.scheme, list(labels)) == (SCHEME, [FACE])
    edits.set_scheme(labels, MINE).apply(labels).apply(labels)
    both = replace(placed, scheme=chosen.scheme)
    back = both.apply(labels)
    assert (labels.scheme.count, list(labels)) == (0, [bare])
    back.apply(labels)
    assert (labels.scheme, list(labels)) == (SCHEME, [FACE])


def test_the_scheme_is_put_back_with_the_faces_where_the_files_have_no_points() -> None:
    bare = replace(FACE, landmarks=None, state=FaceState.UNLABELLED)
    labels = LabelSet(Path(), generic_scheme(0), [bare])
    edits.set_scheme(labels, generic_scheme(5)).apply(labels)
    back = edits.put_back(labels, {FACE.id: FACE}, "go back", SCHEME).apply(labels)
    assert (labels.scheme, list(labels)) == (SCHEME, [FACE])
    assert edits.put_back(labels, {FACE.id: FACE}, "go back", SCHEME).empty
    edits.put_back(labels, {FACE.id: bare}, "go back", None).apply(labels).apply(labels)
    back.apply(labels)
    assert (labels.scheme.count, list(labels)) == (5, [bare])
    own = LabelSet(Path(), SCHEME, [FACE])
    assert edits.put_back(own, {FACE.id: FACE}, "go back", MINE).empty


def test_of_many_faces_those_that_must_stay_are_left_out() -> None:
    kept, misfit, gone, free = (Face(f"{n}.jpg#0", f"{n}.jpg", FACE.landmarks) for n in "abcd")
    labels = LabelSet(Path(), SCHEME, [kept, misfit, gone, free])
    labels.kept[kept.id] = "a.jpg cannot be changed"
    then = {face.id: replace(face, state=FaceState.CHECKED) for face in (kept, misfit, free)}
    then[misfit.id] = replace(misfit, landmarks=Landmarks.of([[1.0, 2.0]]))
    whole = edits.put_back(labels, then | {gone.id: None}, "go back")
    edit, why = whole.fitting(labels)
    assert (edit.verb, edit.face_ids) == ("go back", (free.id, gone.id))
    assert why[0] == "a.jpg cannot be changed"
    assert why[1].startswith("b.jpg: 1 points where the scheme")
    edit.apply(labels)
    assert [face.id for face in labels] == [kept.id, misfit.id, free.id]


def test_a_face_that_must_stay_is_not_changed() -> None:
    labels = LabelSet(Path(), SCHEME, [FACE])
    labels.kept[FACE.id] = "a.jpg cannot be changed"
    with pytest.raises(InputError, match=r"a\.jpg cannot be changed"):
        edits.set_state(FACE, FaceState.CHECKED).apply(labels)
    assert list(labels) == [FACE]
