from __future__ import annotations

import math
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpstudio.core import edits
from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.schema import generic_scheme
from kpstudio.store.author import system_author
from kpstudio.store.project import Project
from tests.core.strategies import SCHEME, label_sets, landmarks

SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10]]


def a_face(picture: str = "a.jpg", points: bool = True) -> Face:
    state = FaceState.LABELLED if points else FaceState.UNLABELLED
    found = Landmarks.of(SQUARE) if points else None
    return Face(f"{picture}#0", picture, found, state=state, photo=not points)


def labels_of(folder: Path, *faces: Face) -> LabelSet:
    return LabelSet(folder, SCHEME, faces)


def test_a_correction_is_there_after_reopening(folder: Path) -> None:
    face = a_face()
    edit = edits.move_points(face, [1], [[12.345678901234567, -1 / 3]], "point 1")
    with Project.open(folder) as project:
        project.record(edit)
    labels = labels_of(folder, face)
    with Project.open(folder) as project:
        assert project.overlay(labels) == []
    assert labels[face.id] == edit.changes[0].after
    assert labels[face.id].state is FaceState.CORRECTED


def test_the_project_lies_inside_the_folder_and_touches_nothing_else(folder: Path) -> None:
    (folder / "a.pts").write_text("the labels")
    with Project.open(folder) as project:
        project.record(edits.set_state(a_face(), FaceState.CHECKED))
        assert project.location == folder / ".kpstudio"
        assert project.note == ""
        assert project.folder == folder
    assert sorted(path.name for path in folder.iterdir()) == [".kpstudio", "a.pts"]
    assert (folder / "a.pts").read_text() == "the labels"


def test_undoing_is_kept_too_and_leaves_the_face_as_the_files_have_it(project: Project) -> None:
    face = a_face()
    edit = edits.move_points(face, [0], [[5, 5]], "point 0")
    project.record(edit)
    project.record(edit.inverse())
    assert project.stored_faces() == {}
    assert [entry.verb for entry in project.history.entries()] == ["move point 0"] * 2


def test_a_face_taken_out_stays_out_and_one_added_stays_in(project: Project) -> None:
    gone, kept, new = a_face("a.jpg"), a_face("b.jpg"), replace(a_face("b.jpg"), id="b.jpg#1")
    project.record(edits.add_faces([gone], "add a face").inverse())
    project.record(edits.add_faces([new], "add a face"))
    assert project.stored_faces() == {"a.jpg#0": None, "b.jpg#1": new}
    labels = labels_of(project.folder, gone, kept)
    assert project.overlay(labels) == []
    assert [face.id for face in labels] == ["b.jpg#0", "b.jpg#1"]
    assert labels.pictures == ("a.jpg", "b.jpg")


def test_a_face_added_and_taken_out_again_is_forgotten(project: Project) -> None:
    added = edits.add_faces([a_face()], "add a face")
    project.record(added)
    project.record(added.inverse())
    assert project.stored_faces() == {}


def an_edit(data: st.DataObject, face: Face) -> edits.Edit:
    return data.draw(
        st.sampled_from(
            [
                edits.add_faces([face], "add a face").inverse(),
                edits.set_state(face, FaceState.CHECKED),
                edits.set_box(face, Box(1, 2, 3, 4.5)),
                edits.start_from(face, data.draw(landmarks())),
            ]
        )
    )


@settings(deadline=None, max_examples=15)
@given(labels=label_sets(), data=st.data())
def test_the_stored_faces_over_the_files_are_what_the_person_saw(
    labels: LabelSet, data: st.DataObject
) -> None:
    from_files = LabelSet(labels.root, labels.scheme, list(labels), labels.pictures)
    with tempfile.TemporaryDirectory() as place, Project.open(Path(place)) as project:
        for _ in range(data.draw(st.integers(0, 6)) if len(labels) else 0):
            edit = an_edit(data, data.draw(st.sampled_from(list(labels))))
            inverse = edit.apply(labels)
            project.record(edit)
            if data.draw(st.booleans()) or not len(labels):
                inverse.apply(labels)
                project.record(inverse)
        project.overlay(from_files)
    assert {face.id: face for face in from_files} == {face.id: face for face in labels}


def test_undoing_and_redoing_are_kept_with_their_place(folder: Path) -> None:
    face = a_face()
    edit = edits.move_points(face, [0], [[5, 5]], "point 0")
    with Project.open(folder) as project:
        project.record(edit)
        (entry,) = project.history.entries()
        project.step(edit.inverse(), [entry.id], undone=True)
        assert project.stored_faces() == {}
    with Project.open(folder) as project:
        assert project.history.last_done is None
        again = project.history.first_undone
        assert again is not None
        project.step(project.history.edit(again.id), [again.id], undone=False)
        assert project.stored_faces() == {face.id: edit.changes[0].after}
        assert project.history.first_undone is None


def test_an_edited_scheme_is_a_setting_until_it_is_that_of_the_files_again(folder: Path) -> None:
    labels = labels_of(folder, a_face())
    mine = replace(SCHEME, points=("a", "b", "c", "d"))
    with Project.open(folder) as project:
        project.set_setting("scheme", {"9": {}})
        for scheme in (mine, labels.own_scheme):
            edit = edits.set_scheme(labels, scheme)
            edit.apply(labels)
            project.record(edit)
            stored = {} if scheme == labels.own_scheme else {"4": scheme.to_json()}
            assert project.setting("scheme") == {"9": {}} | stored
        edit = edits.set_scheme(labels, mine)
        project.set_setting("scheme", "odd")
        project.record(edit)
        assert project.setting("scheme") == {"4": mine.to_json()}


def test_a_change_has_its_author(project: Project) -> None:
    edit = edits.set_state(a_face(), FaceState.CHECKED)
    project.record(edit, "Änne & Co")
    project.record(edit.inverse())
    authors = [entry.author for entry in project.history.entries()]
    assert authors == ["Änne & Co", system_author()]


def test_predictions_come_back_by_run(project: Project) -> None:
    missing = Landmarks.of([[1, 2], [math.nan, math.nan]], Source.PREDICTION, "0001-bignet")
    other = Landmarks.of([[3, 4], [5, 6]], Source.PREDICTION, "0002-bignet")
    project.save_predictions("0001-bignet", {"a.jpg#0": missing, "b.jpg#0": missing})
    project.save_predictions("0002-bignet", {"a.jpg#0": other})
    project.save_predictions("0001-bignet", {"b.jpg#0": other})
    assert project.predictions("0001-bignet") == {"a.jpg#0": missing, "b.jpg#0": other}
    project.delete_predictions("0001-bignet")
    assert project.predictions("0001-bignet") == {}
    assert project.predictions("0002-bignet") == {"a.jpg#0": other}


def test_settings_are_json_values(project: Project) -> None:
    assert project.setting("current") is None
    assert project.setting("current", "none") == "none"
    project.set_setting("layers", {"truth": True, "width": 1.5})
    project.set_setting("layers", {"truth": False})
    assert project.setting("layers") == {"truth": False}
    with pytest.raises(ValueError, match="JSON"):
        project.set_setting("x", math.nan)


def test_names_that_are_not_unicode_are_kept(project: Project) -> None:
    face = a_face("caf\udce9.jpg")
    project.record(edits.set_state(face, FaceState.CHECKED))
    project.save_predictions("r", {face.id: Landmarks.of(SQUARE)})
    assert list(project.stored_faces()) == [face.id]
    assert list(project.predictions("r")) == [face.id]


def test_a_failed_change_leaves_nothing_of_itself(project: Project) -> None:
    whole = edits.set_state(a_face(), FaceState.CHECKED).changes[0]
    odd = replace(a_face("b.jpg"), extras={"x": object()})
    with pytest.raises(TypeError):
        project.record(edits.Edit("both", (whole, edits.FaceChange(None, odd))))
    assert project.stored_faces() == {}
    assert project.history.entries() == []


def test_a_full_disk_is_an_input_error_and_the_last_good_state_stays(project: Project) -> None:
    project.record(edits.set_state(a_face(), FaceState.CHECKED))
    pages = project._tables.connection.execute("PRAGMA page_count").fetchone()[0]
    project._tables.connection.execute(f"PRAGMA max_page_count = {pages}")
    photos = [a_face(f"{k}.jpg") for k in range(300)]
    with pytest.raises(InputError, match=r"the change cannot be saved to .*full"):
        project.record(edits.add_faces(photos, "add 300 photos"))
    assert list(project.stored_faces()) == ["a.jpg#0"]
    project._tables.connection.execute("PRAGMA max_page_count = 1000000")
    project.record(edits.add_faces(photos, "add 300 photos"))
    assert len(project.stored_faces()) == 301


def test_another_thread_waits_until_what_is_written_is_whole(project: Project) -> None:
    photos = [Face(f"/{n}.png#0", f"/{n}.png", photo=True) for n in range(3)]
    asked, seen = threading.Event(), []

    def look() -> None:
        asked.set()
        seen.append(len(project.stored_faces()))

    def passed(done: int) -> None:
        if done == 1:
            other.start()
            assert asked.wait(10)
            other.join(0.1)
        assert seen == []

    other = threading.Thread(target=look)
    project.record(edits.add_faces(photos, "add 3 photos"), passed=passed)
    other.join(10)
    assert seen == [3]


def test_runs_are_numbered_and_a_number_is_used_once(project: Project) -> None:
    first = project.new_run_folder("bignet")
    assert first == project.runs_folder / "0001-bignet"
    assert first.is_dir()
    second = project.new_run_folder("my net / 2")
    assert second.name == "0002-my-net-2"
    second.rmdir()
    assert project.new_run_folder("smallnet").name == "0003-smallnet"
    (project.runs_folder / "0041-by-hand").mkdir()
    assert project.new_run_folder("../..").name == "0042-run"


def test_a_second_window_is_told_so_and_may_open_it_later(folder: Path) -> None:
    with Project.open(folder), pytest.raises(InputError, match="is open in another window"):
        Project.open(folder)
    with Project.open(folder) as project:
        assert project.problems == ()


def test_what_is_no_folder_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not a folder"):
        Project.open(tmp_path / "nowhere")


def test_peek_reads_beside_a_window_and_writes_nothing(folder: Path) -> None:
    assert Project.peek(folder) is None
    assert list(folder.iterdir()) == []
    with Project.open(folder) as project:
        project.record(edits.set_state(a_face(), FaceState.CHECKED))
        peeked = Project.peek(folder)
        assert peeked is not None
        with peeked:
            assert list(peeked.stored_faces()) == ["a.jpg#0"]
            with pytest.raises(InputError, match="here it is read-only"):
                peeked.set_setting("x", 1)
        project.set_setting("x", 1)


@pytest.mark.parametrize("count", [3, 600])
def test_what_differs_from_the_files_is_told_of_few_and_of_many(
    project: Project, count: int
) -> None:
    face = a_face()
    others = [f"{number}.jpg#0" for number in range(count)]
    assert not project.has_originals([*others, face.id])
    project.record(edits.set_state(face, FaceState.CHECKED))
    assert project.has_originals([*others, face.id])
    assert not project.has_originals(others)


def test_many_predictions_are_told_from_few(project: Project) -> None:
    found = {f"{number}.jpg#0": Landmarks.of(SQUARE) for number in range(3)}
    project.save_predictions("0001-bignet", found)
    assert project.has_more_predictions("0001-bignet", 2)
    assert not project.has_more_predictions("0001-bignet", 3)
    assert not project.has_more_predictions("0002-best", 0)


def test_runs_with_predictions_are_named_oldest_first(project: Project) -> None:
    assert project.predicted_runs() == []
    for run in ("0002-best", "0001-fast", "0002-best"):
        project.save_predictions(run, {"a.jpg#0": Landmarks.of(SQUARE)})
    assert project.predicted_runs() == ["0001-fast", "0002-best"]
    project.delete_predictions("0002-best")
    assert project.predicted_runs() == ["0001-fast"]


def test_a_chosen_scheme_that_is_given_up_leaves_no_trace(folder: Path) -> None:
    labels = LabelSet(folder, generic_scheme(0), [Face("a.jpg#0", "a.jpg")])
    with Project.open(folder) as project:
        assert project.scheme(0) is None
        first = edits.set_scheme(labels, generic_scheme(3))
        first.apply(labels)
        second = edits.set_scheme(labels, SCHEME)
        second.apply(labels)
        for edit in (first, second):
            project.record(edit)
        assert project.scheme(0) == SCHEME
        for edit in (second, first):
            project.record(edit.inverse())
        assert project.scheme(0) is None
