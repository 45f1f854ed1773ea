"""Projects of version 1: their history becomes one that can be undone, whatever it holds."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

from kpstudio.core import edits
from kpstudio.core.edits import FaceChange
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.store import codec, migrations
from kpstudio.store.keys import as_key
from kpstudio.store.project import Project

FACE = Face("a.jpg#0", "a.jpg", Landmarks.of([[0, 0], [9, 9]]), state=FaceState.LABELLED)


def moved(face: Face, x: float) -> edits.Edit:
    return edits.move_points(face, [1], [[x, 9]], "point 1")


def after(edit: edits.Edit) -> Face:
    face = edit.changes[0].after
    assert face is not None
    return face


def old_changes(changes: tuple[FaceChange, ...]) -> str:
    return json.dumps([json.loads(codec.change_to_text(change)) for change in changes])


def old_project(folder: Path, made: list[edits.Edit], more: tuple[str, ...] = ()) -> Path:
    """Write a project as version 1 did after ``made``, and after rows with the texts ``more``."""
    path = folder / ".kpstudio" / "project.sqlite"
    path.parent.mkdir()
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in migrations.MIGRATIONS[0]:
            assert isinstance(statement, str)
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        rows = [(as_key(edit.verb), old_changes(edit.changes)) for edit in made]
        for minute, (verb, text) in enumerate([*rows, *(("odd", text) for text in more)]):
            connection.execute(
                "INSERT INTO history (time, verb, changes) VALUES (?, ?, ?)",
                (f"2026-05-01T10:{minute:02}:00+00:00", verb, text),
            )
        for face_id, face in {c.face_id: c.after for e in made for c in e.changes}.items():
            text = None if face is None else codec.face_to_text(face)
            connection.execute("INSERT INTO faces VALUES (?, ?, NULL)", (as_key(face_id), text))
    return path


def history_of(folder: Path) -> list[tuple[edits.Edit, bool]]:
    with Project.open(folder) as project:
        assert project.problems == ()
        history = project.history
        return [(history.edit(entry.id), entry.undone) for entry in history.entries()]


def test_what_was_done_can_be_undone_from_now_on(folder: Path) -> None:
    odd = replace(FACE, id="caf\udce9.jpg#0", picture="caf\udce9.jpg")
    made = [moved(FACE, 1), edits.add_faces([odd, replace(odd, id="x#1")], "add \udce9")]
    old_project(folder, made)
    with Project.open(folder) as project:
        first, second = project.history.entries()
        assert (first.time.isoformat(), first.author) == ("2026-05-01T10:00:00+00:00", "")
        assert (second.face_id, second.faces) == (odd.id, 2)
        assert project.history.of_face(odd.id)[0].change == made[1].changes[0]
        assert set(project.stored_faces()) == {FACE.id, odd.id, "x#1"}
        tables = project._tables.read("SELECT name FROM sqlite_master WHERE type = 'table'")
        assert ("history",) not in tables
    assert history_of(folder) == [(edit, False) for edit in made]


def test_what_was_undone_can_be_redone(folder: Path) -> None:
    first = moved(FACE, 1)
    second = moved(after(first), 2)
    third = edits.set_state(after(second), FaceState.CHECKED)
    walked = [third.inverse(), second.inverse(), second, second.inverse()]
    old_project(folder, [first, second, third, *walked])
    assert history_of(folder) == [(first, False), (second, True), (third, True)]


def test_what_was_undone_and_overtaken_is_forgotten(folder: Path) -> None:
    first, second = moved(FACE, 1), moved(FACE, 2)
    old_project(folder, [first, first.inverse(), second])
    assert history_of(folder) == [(second, False)]


def test_a_row_that_cannot_be_read_costs_only_itself(folder: Path) -> None:
    first = moved(FACE, 1)
    old_project(folder, [first], ("no json", '{"half": 1}', "[7]", '[{"before": null}]'))
    assert history_of(folder) == [(first, False)]


def test_looking_at_an_old_project_leaves_it_as_it_is(folder: Path) -> None:
    path = old_project(folder, [moved(FACE, 1)])
    before = path.read_bytes()
    peeked = Project.peek(folder)
    assert peeked is not None
    with peeked:
        assert len(peeked.history.entries()) == 1
    assert path.read_bytes() == before
