"""The history: what was changed, by whom, what of it is undone, and how far back it reaches."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core import edits
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme
from kpstudio.store import history as history_module
from kpstudio.store.project import Project

FACE = Face("a.jpg#0", "a.jpg", Landmarks.of([[0, 0], [9, 9]]), state=FaceState.LABELLED)
OTHER = replace(FACE, id="b.jpg#0", picture="b.jpg")


def nudged(face: Face, x: float, key: str = "") -> edits.Edit:
    return edits.move_points(face, [1], [[x, 9]], "point 1", key)


def after(edit: edits.Edit) -> Face:
    face = edit.changes[0].after
    assert face is not None
    return face


def verbs(project: Project) -> list[tuple[str, bool]]:
    return [(entry.verb, entry.undone) for entry in project.history.entries()]


def undo(project: Project) -> None:
    last = project.history.last_done
    assert last is not None
    project.step(project.history.edit(last.id).inverse(), [last.id], undone=True)


def test_every_edit_comes_back_exactly(project: Project) -> None:
    labels = LabelSet(project.folder, generic_scheme(2), [FACE])
    before = datetime.now(UTC)
    made = [
        nudged(FACE, 1),
        edits.set_states([after(nudged(FACE, 1)), OTHER], FaceState.CHECKED),
        edits.set_scheme(labels, replace(generic_scheme(2), points=("left", "right"))),
        edits.add_faces([replace(OTHER, id="\udce9.jpg#0", picture="\udce9.jpg")], "add \udce9"),
    ]
    for edit in made:
        project.record(edit)
    entries = project.history.entries()
    assert [project.history.edit(entry.id) for entry in entries] == made
    with Project.peek(project.folder) as other:  # which has none of them at hand
        assert [other.history.edit(entry.id) for entry in entries] == made
    assert [(e.face_id, e.faces) for e in entries] == [
        ("a.jpg#0", 1),
        ("a.jpg#0", 2),
        ("", 0),
        ("\udce9.jpg#0", 1),
    ]
    assert before <= entries[0].time <= entries[-1].time <= datetime.now(UTC)
    assert project.history.last_done == entries[-1]
    assert project.history.face_ids == {"a.jpg#0", "b.jpg#0", "\udce9.jpg#0"}
    with pytest.raises(KeyError):
        project.history.edit(99)


def test_a_new_edit_forgets_what_was_undone(project: Project) -> None:
    first = nudged(FACE, 1)
    second = nudged(after(first), 2)
    project.record(first)
    project.record(second)
    undo(project)
    assert verbs(project) == [("move point 1", False), ("move point 1", True)]
    undone = project.history.first_undone
    assert undone is not None
    project.record(edits.set_state(after(first), FaceState.CHECKED))
    assert verbs(project) == [("move point 1", False), ("mark as checked", False)]
    assert project.history.first_undone is None
    rows = project._tables.read("SELECT count(*) FROM changes WHERE edit = ?", (undone.id,))
    assert rows == [(0,)]


def test_nudges_of_one_opening_are_one_entry(folder: Path) -> None:
    first = nudged(FACE, 1, "nudge 1")
    second = nudged(after(first), 2, "nudge 1")
    third = nudged(after(second), 3, "nudge 1")
    with Project.open(folder) as project:
        project.record(first)
        project.record(second)
        (entry,) = project.history.entries()
        assert project.history.edit(entry.id).changes == (edits.FaceChange(FACE, after(second)),)
    with Project.open(folder) as project:
        project.record(third)
        assert len(project.history.entries()) == 2


def test_nudges_of_two_authors_stay_apart(project: Project) -> None:
    first = nudged(FACE, 1, "nudge 1")
    project.record(first, "Änne")
    project.record(nudged(after(first), 2, "nudge 1"), "Bo")
    assert [entry.author for entry in project.history.entries()] == ["Änne", "Bo"]


def test_nudges_around_an_undo_stay_apart(project: Project) -> None:
    first = nudged(FACE, 1, "nudge 1")
    project.record(first)
    undo(project)
    project.record(nudged(FACE, 2, "nudge 1"))
    assert len(project.history.entries()) == 1
    last = project.history.last_done
    assert last is not None
    assert project.history.edit(last.id).changes[0].before == FACE


def test_what_was_done_to_a_face_is_found_without_what_was_undone(project: Project) -> None:
    first = nudged(FACE, 1)
    both = edits.set_states([after(first), OTHER], FaceState.CHECKED)
    for edit in (first, nudged(OTHER, 5), both.inverse().inverse()):
        project.record(edit)
    found = project.history.of_face(FACE.id)
    assert [one.entry.verb for one in found] == ["move point 1", "mark 2 faces as checked"]
    assert [one.change for one in found] == [first.changes[0], both.changes[0]]
    undo(project)
    assert [one.entry.verb for one in project.history.of_face(FACE.id)] == ["move point 1"]
    assert project.history.of_face("nobody") == []


def test_the_oldest_edits_are_forgotten(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "MOST_EDITS", 3)
    monkeypatch.setattr(history_module, "FEWEST_EDITS", 1)
    monkeypatch.setattr(history_module, "PRUNE_EVERY", 1)
    face = FACE
    for x in range(1, 6):
        edit = nudged(face, x)
        project.record(edit)
        face = after(edit)
    entries = project.history.entries()
    assert len(entries) == 3
    assert project.history.edit(entries[0].id).changes[0].after == after(nudged(FACE, 3))
    assert project._tables.read("SELECT count(*) FROM changes") == [(3,)]
    assert project.stored_faces() == {FACE.id: face}, "what is forgotten stays done"


def test_a_long_history_stays_bounded(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "MOST_EDITS", 10)
    for _ in range(2 * history_module.PRUNE_EVERY):
        project.record(edits.Edit("nothing", ()))
    assert len(project.history.entries()) == 10


@given(st.lists(st.integers(1, 4), max_size=12), st.data())
def test_how_much_an_edit_lets_be_forgotten_is_known_before(counts, data) -> None:
    crowd = [replace(FACE, id=f"{k}.jpg#0", picture=f"{k}.jpg") for k in range(4)]
    bounds = {"MOST_FACES": 6, "MOST_EDITS": 5, "FEWEST_EDITS": 2, "PRUNE_EVERY": 3}
    with (
        tempfile.TemporaryDirectory() as root,
        mock.patch.multiple(history_module, **bounds),
        Project.open(Path(root)) as project,
    ):
        for count in counts:
            edit = edits.add_faces(crowd[:count], "add")
            before = project.history.entries()
            told = project.history.forgotten_by(edit)
            project.record(edit)
            after = {entry.id for entry in project.history.entries()}
            assert told == sum(entry.faces for entry in before if entry.id not in after)
            if data.draw(st.booleans()):
                undo(project)


def test_edits_of_many_faces_make_the_history_shorter(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_module, "MOST_FACES", 4)
    monkeypatch.setattr(history_module, "FEWEST_EDITS", 2)
    monkeypatch.setattr(history_module, "PRUNE_EVERY", 1)
    crowd = [replace(FACE, id=f"{k}.jpg#0", picture=f"{k}.jpg") for k in range(6)]
    project.record(nudged(FACE, 1))
    project.record(edits.add_faces(crowd[:3], "add 3"))
    assert len(project.history.entries()) == 2
    project.record(edits.set_states(crowd[:1], FaceState.CHECKED))
    assert verbs(project) == [("add 3", False), ("mark as checked", False)]
    project.record(edits.set_states(crowd, FaceState.CORRECTED))
    assert verbs(project) == [("mark as checked", False), ("mark 6 faces as corrected", False)], (
        "the last two are kept however many faces they touch"
    )


def test_what_was_touched_since_a_moment_is_told_without_what_was_undone(project: Project) -> None:
    before = datetime.now(UTC)
    project.record(nudged(FACE, 1))
    between = datetime.now(UTC)
    project.record(edits.set_state(OTHER, FaceState.CHECKED))
    assert project.history.touched_since(before) == {FACE.id, OTHER.id}
    assert project.history.touched_since(between) == {OTHER.id}
    undo(project)
    assert project.history.touched_since(between) == frozenset()
