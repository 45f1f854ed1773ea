"""Going through edits: as one, and past what no longer fits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kpstudio.core import edits
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme
from kpstudio.core.walking import LeftOut, Walk, walk
from tests.core.strategies import SCHEME, label_sets
from tests.core.test_edits import contents, fitting_edits

SQUARE = Landmarks.of([[0, 0], [1, 0], [1, 1], [0, 1]])
A, B = (Face(f"{name}.jpg#0", f"{name}.jpg", SQUARE, state=FaceState.LABELLED) for name in "ab")
CHANGED = "a.jpg has been changed since, here or in its label file"
SCHEME_CHANGED = "the scheme has been changed since"
MINE = replace(SCHEME, points=tuple("abcd"))


def labels_of(*faces: Face) -> LabelSet:
    return LabelSet(Path(), SCHEME, faces)


def moved(face: Face, x: float) -> edits.Edit:
    return edits.move_points(face, [1], [[x, x]], "point 1")


def after(edit: edits.Edit) -> Face:
    face = edit.changes[0].after
    assert face is not None
    return face


@settings(max_examples=40)
@given(st.data())
def test_one_walk_does_what_its_edits_do_one_by_one(data: st.DataObject) -> None:
    labels, there, back = data.draw(label_sets()), [], []
    again = LabelSet(labels.root, labels.scheme, list(labels), labels.pictures)
    start = contents(labels)
    while len(labels) and len(there) < 5:
        there.append(data.draw(fitting_edits(labels)))
        back.append(there[-1].apply(labels))
    way = walk(again, there)
    assert contents(again) == start, "walking itself changes nothing"
    assert way.left_out == ()
    way.edit.apply(again)
    assert contents(again) == contents(labels)
    walk(again, reversed(back)).edit.apply(again)
    assert contents(again) == start


def test_what_does_not_fit_is_passed_over_and_all_else_done() -> None:
    first, second = moved(A, 5), edits.set_state(B, FaceState.CHECKED)
    labels = labels_of(replace(A, photo=True), B)
    way = walk(labels, [first, second])
    assert way.left_out == (LeftOut("move point 1", CHANGED),)
    assert way.edit == second


def test_what_is_gone_is_named_by_its_picture() -> None:
    edit = edits.add_faces([A], "add a face").inverse()
    assert walk(labels_of(B), [edit]).left_out == (
        LeftOut("add a face", "the face in a.jpg is no longer there"),
    )
    assert walk(labels_of(A), [edit.inverse()]).left_out == (LeftOut("add a face", CHANGED),)


def test_landmarks_that_are_the_same_are_held_once() -> None:
    def reread(face: Face) -> Face:
        assert face.landmarks is not None
        return replace(face, landmarks=replace(face.landmarks))

    checked = edits.set_state(reread(A), FaceState.CHECKED)
    (change,) = walk(labels_of(A), [checked]).edit.changes
    assert change.after is not None
    assert change.after.landmarks is SQUARE
    first = moved(A, 5)
    second = edits.set_state(reread(after(first)), FaceState.CHECKED)
    (change,) = walk(labels_of(A), [first, second]).edit.changes
    assert change.after is not None
    assert change.after.landmarks is after(first).landmarks


def test_there_and_back_comes_to_nothing() -> None:
    labels = labels_of(A)
    edit, scheme = moved(A, 5), edits.set_scheme(labels, MINE)
    way = walk(labels, [edit, scheme, scheme.inverse(), edit.inverse()])
    assert (way.edit, way.left_out) == (edits.Edit("move point 1", ()), ())
    assert walk(labels, []).edit == edits.Edit("", ())


def test_schemes_are_walked_through_and_must_fit() -> None:
    labels = labels_of(A)
    there = edits.set_scheme(labels, MINE)
    assert walk(labels, [there]).edit.scheme == edits.SchemeChange(None, MINE)
    assert walk(labels, [there.inverse()]).left_out == (LeftOut("edit the scheme", SCHEME_CHANGED),)
    there.apply(labels)
    yours = replace(SCHEME, points=tuple("wxyz"))
    on = edits.set_scheme(labels, yours)
    assert walk(labels, [on]).edit.scheme == edits.SchemeChange(MINE, yours)
    assert walk(labels, [on, there]).left_out == (LeftOut("edit the scheme", SCHEME_CHANGED),)
    there.inverse().apply(labels)
    five = edits.Edit("five", (), scheme=edits.SchemeChange(None, generic_scheme(5)))
    assert walk(labels, [five]).left_out == (LeftOut("five", SCHEME_CHANGED),)


def test_points_of_other_labels_do_not_fit() -> None:
    bare = replace(A, landmarks=None)
    edit = edits.start_from(bare, Landmarks.of([[1, 2]]))
    way = walk(labels_of(bare), [edit])
    assert way.left_out == (LeftOut("start from the prediction", CHANGED),)


def test_what_a_label_file_no_longer_says_is_not_brought_back() -> None:
    first = moved(A, 5)
    second = moved(after(first), 6)
    labels = labels_of(after(second))
    labels.outdated[A.id] = A
    way = walk(labels, [second.inverse(), first.inverse()])
    assert way.left_out == (LeftOut("move point 1", CHANGED),)
    assert way.edit.changes == (edits.FaceChange(after(second), after(first)),)


def test_points_that_come_with_their_scheme_fit_a_set_without_any() -> None:
    bare = replace(A, landmarks=None, state=FaceState.UNLABELLED)
    labels = LabelSet(Path(), generic_scheme(0), [bare])
    change, scheme = edits.FaceChange(bare, A), edits.SchemeChange(None, SCHEME)
    arriving = edits.Edit("import", (change,), scheme=scheme)
    assert walk(labels, [arriving]) == Walk(arriving, ())
    alone = edits.Edit("import", (change,))
    assert [one.verb for one in walk(labels, [alone]).left_out] == ["import"]


def test_a_scheme_is_not_taken_from_points_that_stay() -> None:
    bare = replace(A, landmarks=None, state=FaceState.UNLABELLED)
    labels = LabelSet(Path(), generic_scheme(0), [bare, Face("c.jpg#0", "c.jpg")])
    chosen = edits.set_scheme(labels, SCHEME)
    placed = edits.Edit("place", (edits.FaceChange(bare, A),))
    other = edits.set_scheme(labels, generic_scheme(5))
    five = replace(other, scheme=edits.SchemeChange(SCHEME, generic_scheme(5)))
    misfit = "a.jpg has points that would not fit"
    assert walk(labels, [chosen, placed, five]).left_out == (LeftOut("edit the scheme", misfit),)
    assert walk(labels, [chosen, five]).left_out == ()
    for edit in (chosen, placed):
        edit.apply(labels)
    assert walk(labels, [chosen.inverse()]).left_out == (LeftOut("edit the scheme", misfit),)
    assert walk(labels, [placed.inverse(), chosen.inverse()]).left_out == ()
    labels.kept[A.id] = "why"
    assert walk(labels, [placed.inverse()]).left_out == (LeftOut("place", "why"),)
