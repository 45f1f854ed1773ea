"""The history as the window lists it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kpstudio.app.history_list import START, HistoryBook, face_name
from kpstudio.core.edits import move_points, set_states
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import FaceState
from kpstudio.core.reviewing import give_back
from tests.app.help import SCHEME


@pytest.fixture
def book(desk, folder):
    desk.open(folder)
    made = HistoryBook(desk.session)
    made.failed.connect(desk.said.append)
    made.watch(True)
    return made


def move(session, number: int, to: tuple[float, float]) -> None:
    face = session.labels[f"f{number}.png#0"]
    session.perform(move_points(face, (52,), [to], "nose tip"))


def titles(model) -> list[str]:
    return [row.title for row in model.rows]


def test_changes_are_listed_newest_last_with_where_when_and_who(desk, book):
    session = desk.session
    session.author = "Änne"
    assert titles(book.all) == [START]
    assert book.all.now == 0
    move(session, 1, (5, 5))
    session.perform(set_states(list(session.labels)[:3], FaceState.CHECKED))
    assert titles(book.all) == [START, "Move nose tip", "Mark 3 faces as checked"]
    moved, checked = book.all.rows[1:]
    assert (moved.where, moved.author, moved.face_id) == ("f1.png", "Änne", "f1.png#0")
    assert checked.where == "3 faces"
    assert moved.clock == f"{moved.time:%H:%M}"
    assert book.all.now == 2


def test_an_older_day_is_told(desk, book):
    move(desk.session, 1, (5, 5))
    row = book.all.rows[1]
    old = type(row)(1, "x", time=row.time - timedelta(days=3))
    assert old.clock == f"{old.time:%Y-%m-%d %H:%M}"
    assert type(row)(0, START).clock == ""


def test_what_is_undone_stays_listed_until_something_else_is_done(desk, book, qtbot):
    session = desk.session
    move(session, 1, (5, 5))
    move(session, 2, (6, 6))
    with qtbot.waitSignal(book.all.dataChanged):
        session.undo()
    assert [row.undone for row in book.all.rows] == [False, False, True]
    assert book.all.now == 1
    accessible = book.all.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert accessible.endswith("undone")
    assert "the current state" in book.all.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    with qtbot.waitSignals([book.all.rowsRemoved, book.all.rowsInserted]):
        move(session, 3, (7, 7))
    assert [row.where for row in book.all.rows[1:]] == ["f1.png", "f3.png"]
    assert book.all.index(9).data() is None


def test_the_face_in_view_has_its_own_changes_with_their_moves(desk, book):
    session = desk.session
    x, y = session.labels["f1.png#0"].landmarks.xy_image[52].tolist()
    move(session, 1, (x + 3.0, y + 4.0))
    session.perform(set_states(list(session.labels)[:3], FaceState.CHECKED))
    assert titles(book.of_face) == ["Move nose tip", "Mark 3 faces as checked"]
    assert book.of_face.rows[0].where == f"{SCHEME.points[52]} by 5.0 px"
    after = book.of_face.rows[0].change.after
    assert after.landmarks.xy_image[52].tolist() == [x + 3.0, y + 4.0]
    session.perform(give_back([session.labels["f1.png#0"]], "Bo", "the nose"))
    assert book.of_face.rows[2].where == "the nose"
    session.choose("f2.png#0")
    assert titles(book.of_face) == ["Mark 3 faces as checked"]
    tip = book.of_face.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Mark 3 faces as checked\n")


def test_nobody_looking_costs_nothing(desk, book, monkeypatch):
    book.watch(False)

    def refuse(*_):
        raise AssertionError("the history was read")

    monkeypatch.setattr(desk.session.project.history, "entries", refuse)
    move(desk.session, 1, (5, 5))
    assert titles(book.all) == [START]
    monkeypatch.undo()
    book.watch(True)
    assert titles(book.all) == [START, "Move nose tip"]


@pytest.mark.parametrize("what", ["entries", "of_face"])
def test_a_history_that_cannot_be_read_is_told(desk, book, monkeypatch, what):
    def refuse(*_):
        raise InputError("the project cannot be read")

    monkeypatch.setattr(desk.session.project.history, what, refuse)
    book.refresh()
    assert desk.said == ["the project cannot be read"]


@pytest.mark.parametrize(
    ("face_id", "name"),
    [("a/b.png#0", "b.png"), ("a/b.png#2", "b.png (3)"), ("b#1.png#0", "b#1.png"), ("", "")],
)
def test_faces_are_named_by_their_pictures(face_id, name):
    assert face_name(face_id) == name
