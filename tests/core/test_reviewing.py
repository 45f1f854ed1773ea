"""A second person's word: given, void, answered and undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kpstudio.core import edits
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.review import Review, Verdict
from kpstudio.core.reviewing import approve, give_back, returnable, unchecked_state
from tests.core.strategies import SCHEME

POINTS = Landmarks.of([[0, 0], [1, 0], [1, 1], [0, 1]])
CHECKED = Face("a.jpg#0", "a.jpg", POINTS, state=FaceState.CHECKED)
LABELLED = Face("b.jpg#0", "b.jpg", POINTS, state=FaceState.LABELLED)


def after(edit: edits.Edit) -> Face:
    (change,) = edit.changes
    assert change.after is not None
    return change.after


def test_only_checked_faces_are_approved_and_only_once() -> None:
    edit = approve([CHECKED, LABELLED], "Änne")
    face = after(edit)
    assert (face.review, face.verdict) == (Review(Verdict.APPROVED, "Änne"), Verdict.APPROVED)
    assert edit.verb == "approve the face"
    assert approve([face, LABELLED], "Bo").changes == ()
    both = [CHECKED, replace(CHECKED, id="c.jpg#0")]
    assert approve(both, "Änne").verb == "approve 2 faces"


def test_a_returned_face_is_no_longer_checked_and_says_why() -> None:
    edit = give_back([CHECKED], "Bo", "  the chin \n is too low ")
    face = after(edit)
    assert face.state is FaceState.LABELLED
    assert face.review == Review(Verdict.RETURNED, "Bo", "the chin is too low")
    assert face.verdict is Verdict.RETURNED
    assert edit.verb == "return the face"
    assert give_back([face], "Bo", "the chin is too low").changes == ()
    assert after(give_back([LABELLED], "Bo", "")).state is FaceState.LABELLED


def test_moving_a_point_makes_approval_void_and_keeps_what_is_asked_for() -> None:
    approved = after(approve([CHECKED], "Änne"))
    moved = after(edits.move_points(approved, [0], [[5, 5]], "point 0"))
    assert moved.verdict is None
    again = after(edits.set_state(moved, FaceState.CHECKED))
    assert again.review is None, "points that nobody else has seen are not approved"
    returned = after(give_back([CHECKED], "Bo", "the chin"))
    moved = after(edits.move_points(returned, [0], [[5, 5]], "point 0"))
    assert moved.verdict is Verdict.RETURNED


@pytest.mark.parametrize("state", FaceState)
def test_checking_or_rejecting_a_returned_face_answers_it(state: FaceState) -> None:
    returned = after(give_back([CHECKED], "Bo", "the chin"))
    for edit in (edits.set_state(returned, state), edits.set_states([returned], state)):
        if not edit.changes:
            continue
        answered = state in (FaceState.CHECKED, FaceState.REJECTED)
        assert (after(edit).review is None) is answered


def test_a_rejected_face_answers_what_was_asked_and_can_be_returned() -> None:
    asked = after(give_back([replace(LABELLED, state=FaceState.PREDICTED)], "Bo", "a hand"))
    rejected = after(edits.reject(asked))
    assert (rejected.state, rejected.review) == (FaceState.REJECTED, None)
    again = after(give_back([rejected], "Bo", "a face after all"))
    assert (again.state, again.verdict) == (FaceState.UNLABELLED, Verdict.RETURNED)
    assert returnable(asked)
    assert returnable(rejected)
    assert not returnable(again), "there is nothing in it"


def test_taking_the_check_back_takes_the_approval_too() -> None:
    approved = after(approve([CHECKED], "Änne"))
    assert after(edits.set_state(approved, FaceState.LABELLED)).review is None
    assert after(edits.set_state(approved, FaceState.CHECKED)) == approved


def test_a_review_is_undone_as_any_change() -> None:
    labels = LabelSet(Path(), SCHEME, [CHECKED])
    for edit in (approve([CHECKED], "Änne"), give_back([CHECKED], "Bo", "why not")):
        edit.apply(labels).apply(labels)
        assert list(labels) == [CHECKED]


@pytest.mark.parametrize(
    ("source", "state"),
    [
        (Source.FILE, FaceState.LABELLED),
        (Source.PREDICTION, FaceState.PREDICTED),
        (Source.PERSON, FaceState.CORRECTED),
    ],
)
def test_without_a_check_the_state_is_that_of_the_points(source: Source, state: FaceState) -> None:
    points = Landmarks.of(POINTS.xy_image, source)
    assert unchecked_state(replace(CHECKED, landmarks=points)) is state
    assert unchecked_state(replace(CHECKED, landmarks=None)) is FaceState.UNLABELLED
