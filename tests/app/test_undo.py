"""Undo and redo: any way through the history, opening again included, ends where it should."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpstudio.app.undo import Way, go, record, way_back, way_forward, way_to
from kpstudio.core import edits
from kpstudio.core.errors import Cancelled
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.progress import Progress, unwatched
from kpstudio.core.schema import PointSchema
from kpstudio.store.location import DATABASE
from kpstudio.store.project import Project
from kpstudio.tasks.opening import lay_over
from tests.core.strategies import SCHEME, label_sets
from tests.core.test_edits import fitting_edits

MINE = tuple(replace(SCHEME, points=tuple(names)) for names in ("abcd", "wxyz"))


class Opened:
    """A project and the labels of its folder, which can be closed and opened again."""

    def __init__(self, folder: Path, files: LabelSet) -> None:
        self.folder, self.files = folder, files
        self.open()

    def open(self) -> None:
        self.project = Project.open(self.folder)
        files = self.files
        self.labels = LabelSet(files.root, files.scheme, list(files), files.pictures)
        assert lay_over(self.project, self.labels) == []

    def reopen(self) -> None:
        self.project.close()
        self.open()

    def perform(self, edit: edits.Edit, progress: Progress = unwatched) -> None:
        record(self.project, self.labels, edit, "me", progress).edit.apply(self.labels)

    def walk(self, way: Way | None, progress: Progress = unwatched) -> str:
        if way is None:
            return ""
        done = go(self.project, self.labels, way, progress)
        done.edit.apply(self.labels)
        return done.told

    def undo(self) -> str:
        return self.walk(way_back(self.project))

    def redo(self) -> str:
        return self.walk(way_forward(self.project))

    def go_to(self, entry: int) -> str:
        return self.walk(way_to(self.project, entry))

    @property
    def place(self) -> int:
        last = self.project.history.last_done
        return 0 if last is None else last.id

    def state(self) -> tuple[dict[str, Face], PointSchema]:
        return {face.id: face for face in self.labels}, self.labels.scheme

    def on_disk(self) -> list[str]:
        with contextlib.closing(sqlite3.connect(self.project.location / DATABASE)) as database:
            return list(database.iterdump())


def any_edit(data: st.DataObject, labels: LabelSet) -> edits.Edit:
    if not len(labels) or data.draw(st.integers(0, 5)) == 0:
        return edits.set_scheme(labels, data.draw(st.sampled_from([*MINE, SCHEME])))
    return data.draw(fitting_edits(labels))


@settings(max_examples=40)
@given(files=label_sets(), data=st.data())
def test_every_way_through_the_history_ends_where_it_was(
    files: LabelSet, data: st.DataObject
) -> None:
    steps = st.sampled_from(["do", "do", "do", "undo", "undo", "redo", "go", "reopen"])
    with tempfile.TemporaryDirectory() as place, contextlib.ExitStack() as at_the_end:
        opened = Opened(Path(place), files)
        at_the_end.callback(lambda: opened.project.close())  # also where a draw ends the example
        states = {0: opened.state()}
        for step in data.draw(st.lists(steps, max_size=14)):
            match step:
                case "do":
                    opened.perform(any_edit(data, opened.labels))
                    states[opened.place] = opened.state()
                case "undo":
                    assert opened.undo() == ""
                case "redo":
                    assert opened.redo() == ""
                case "go":
                    known = [entry.id for entry in opened.project.history.entries()]
                    target = data.draw(st.sampled_from([0, *known]))
                    assert opened.go_to(target) == ""
                    assert opened.place == target
                case "reopen":
                    opened.reopen()
            assert opened.state() == states[opened.place]
        opened.go_to(0)
        opened.reopen()
        assert opened.state() == states[0]


@pytest.fixture
def opened(tmp_path: Path):
    points = Landmarks.of([[0, 0], [1, 0], [1, 1], [0, 1]])
    files = [Face(f"{n}.png#0", f"{n}.png", points, state=FaceState.LABELLED) for n in "ab"]
    made = Opened(tmp_path, LabelSet(tmp_path, SCHEME, files))
    yield made
    made.project.close()


def move(opened: Opened, name: str, x: float) -> None:
    face = opened.labels[f"{name}.png#0"]
    opened.perform(edits.move_points(face, [0], [[x, x]], f"corner {x:.0f}"))


def test_neighbouring_nudges_are_one_step(opened: Opened) -> None:
    before = opened.state()
    for x in (1, 2, 3):
        face = opened.labels["a.png#0"]
        opened.perform(edits.move_points(face, [0], [[x, x]], "corner", "nudge 0"))
    opened.undo()
    assert opened.state() == before


def test_at_the_ends_there_is_nothing_to_do(opened: Opened) -> None:
    assert way_back(opened.project) is None
    assert way_forward(opened.project) is None
    move(opened, "a", 5)
    assert way_to(opened.project, opened.place) is None


def changed_file(opened: Opened, name: str) -> None:
    face = opened.files[f"{name}.png#0"]
    opened.files.put(replace(face, landmarks=Landmarks.of([[7, 7], [1, 0], [1, 1], [0, 1]])))
    opened.project.close()
    opened.project = Project.open(opened.folder)
    files = opened.files
    opened.labels = LabelSet(files.root, files.scheme, list(files), files.pictures)
    lay_over(opened.project, opened.labels)


def test_what_the_files_no_longer_say_is_told_and_passed_over(opened: Opened) -> None:
    move(opened, "b", 4)
    move(opened, "a", 5)
    move(opened, "a", 6)
    changed_file(opened, "a")
    assert opened.undo() == ""
    shown = opened.labels["a.png#0"]
    told = opened.undo()
    assert told.startswith("Cannot undo “move corner 5”: a.png has been changed since")
    assert opened.labels["a.png#0"] == shown, "nothing older than the label file is put back"
    assert opened.undo() == ""
    assert opened.labels["b.png#0"] == opened.files["b.png#0"]
    assert opened.redo() == ""
    assert "Cannot redo" in opened.redo()
    state = opened.state()
    changed_file(opened, "a")
    assert opened.state() == state, "what was seen is what is on disk"


def test_a_correction_that_is_not_there_cannot_be_redone_on_other_points(opened: Opened) -> None:
    move(opened, "a", 5)
    opened.undo()
    changed_file(opened, "a")
    assert "Cannot redo “move corner 5”: a.png" in opened.redo()
    assert opened.labels["a.png#0"] == opened.files["a.png#0"]


def test_several_that_do_not_fit_are_one_sentence(opened: Opened) -> None:
    for x in (4, 5, 6):
        move(opened, "a", x)
    move(opened, "b", 5)
    for _ in range(4):
        opened.undo()
    changed_file(opened, "a")
    last = opened.project.history.entries()[-1].id
    told = opened.go_to(last)
    assert "Cannot redo “move corner 4”: a.png" in told
    assert "and 2 other changes likewise" in told
    assert opened.labels["b.png#0"].state is FaceState.CORRECTED


@settings(max_examples=40)
@given(files=label_sets(), data=st.data())
def test_what_is_stopped_leaves_all_as_it_was_and_can_be_done_again(
    files: LabelSet, data: st.DataObject
) -> None:
    with (
        patch("kpstudio.app.undo._AT_A_TIME", 1),
        tempfile.TemporaryDirectory() as place,
        contextlib.ExitStack() as at_the_end,
    ):
        opened = Opened(Path(place), files)
        at_the_end.callback(lambda: opened.project.close())
        for _ in range(data.draw(st.integers(0, 4))):
            opened.perform(any_edit(data, opened.labels))
        for _ in range(data.draw(st.integers(0, 2))):
            opened.undo()
        if data.draw(st.booleans()):
            opened.reopen()
        act = any_act(data, opened)
        before, on_disk, told = opened.state(), opened.on_disk(), []

        def progress(done: int, total: int) -> bool:
            assert told == sorted(told)
            assert done < total
            told.append(done)
            return len(told) <= lasts

        lasts = data.draw(st.integers(0, 6))
        try:
            act(progress)
        except Cancelled:
            assert len(told) == lasts + 1
            assert (opened.state(), opened.on_disk()) == (before, on_disk)
            act(unwatched)
        done = opened.state()
        opened.reopen()
        assert opened.state() == done


def any_act(data: st.DataObject, opened: Opened) -> Callable[[Progress], object]:
    """Return an edit, or a way through the history, to be done now."""
    entries = [0, *(entry.id for entry in opened.project.history.entries())]
    ways = (
        way_back,
        way_forward,
        lambda project: way_to(project, data.draw(st.sampled_from(entries))),
    )
    if data.draw(st.booleans()):
        edit = any_edit(data, opened.labels)
        return lambda progress: opened.perform(edit, progress)
    way = data.draw(st.sampled_from(ways))(opened.project)
    return lambda progress: opened.walk(way, progress)


def test_what_was_stopped_is_not_joined_with_what_comes_next(opened: Opened) -> None:
    def nudge(x: int) -> edits.Edit:
        return edits.move_points(opened.labels["a.png#0"], [0], [[x, x]], "corner", "nudge 0")

    before = opened.state()
    opened.perform(nudge(1))
    with pytest.raises(Cancelled):
        opened.perform(nudge(2), lambda _done, _total: False)
    opened.perform(nudge(3))
    assert len(opened.project.history.entries()) == 1
    opened.undo()
    assert opened.state() == before


def test_the_faces_on_a_way_are_counted(opened: Opened) -> None:
    opened.perform(edits.set_states(list(opened.labels), FaceState.CHECKED))
    move(opened, "a", 5)
    assert way_back(opened.project).faces == 1
    assert way_to(opened.project, 0).faces == 1 + len(opened.labels)


def test_a_face_comes_back_with_the_landmarks_that_it_has(opened: Opened) -> None:
    before = opened.labels["a.png#0"]
    opened.perform(edits.set_states([before], FaceState.CHECKED))
    opened.undo()
    assert opened.labels["a.png#0"] == before
    assert opened.labels["a.png#0"].landmarks is before.landmarks
