"""Changing many faces at once, in the real window: it shows how far it is, and can be cancelled."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from kpstudio.core.edits import set_states, set_tags
from kpstudio.core.errors import Cancelled
from kpstudio.core.labelset import Face, FaceState
from kpstudio.store.copies import save_copy
from kpstudio.store.location import DATABASE
from kpstudio.store.project import Project
from kpstudio.ui.commands import copies
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, dialog, drive, later, press

CTRL = Qt.KeyboardModifier.ControlModifier
FACES = 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As many faces as are many here."""
    return faces_folder(tmp_path / "faces", FACES)


@pytest.fixture
def gate(monkeypatch) -> Iterator[threading.Event]:
    """Let six faces be many, of which the third is only written down once this is set."""
    monkeypatch.setattr("kpstudio.app.undo.MANY_FACES", FACES)
    monkeypatch.setattr("kpstudio.app.undo._AT_A_TIME", 1)
    made, keep = threading.Event(), Project._keep_face

    def slowly(project: Project, change, writer) -> None:
        # The window waits as well where it asks the project for something: not for ever.
        assert not change.face_id.startswith("f2") or made.wait(10)
        keep(project, change, writer)

    monkeypatch.setattr(Project, "_keep_face", slowly)
    yield made
    made.set()


def freed(script: Callable[[MainWindow], Script], *gates: threading.Event):
    """Open the gates at the end of a script, however it ends."""

    def around(window: MainWindow) -> Script:
        try:
            yield from script(window)
        finally:
            for gate in gates:
                gate.set()

    return around


def all_of(window: MainWindow) -> tuple[object, ...]:
    """Return whatever a change changes: faces, history, list, what is chosen, and the file."""
    session, view = window.session, window.faces.view
    faces = {face.id: face for face in session.labels}
    chosen = sorted(index.row() for index in view.selectionModel().selectedIndexes())
    verbs, rows = (session.undo_verb, session.redo_verb), window.history_book.all.rows
    with closing(sqlite3.connect(session.project.location / DATABASE)) as database:
        # Which face is in view is kept by a timer of its own, whatever goes on.
        kept = [line for line in database.iterdump() if "'current'" not in line]
        return faces, verbs, rows, session.current, chosen, kept


def start(window: MainWindow, action: str) -> list[bool]:
    """Start what takes long; what is returned is filled at its end."""
    ended: list[bool] = []

    def act() -> None:
        window.actions_by_key[action].trigger()
        ended.append(True)

    later(act)
    return ended


def click_cancel(shown: QProgressDialog) -> None:
    press(shown, "Cancel")


def escape(shown: QProgressDialog) -> None:
    later(lambda: QTest.keyClick(shown, Qt.Key.Key_Escape))


def cancelled(
    window: MainWindow,
    action: str,
    gate: threading.Event,
    cancel: Callable[[QProgressDialog], None],
) -> Script:
    """Start an action and cancel it in the middle: all is as before."""
    gate.clear()
    before = all_of(window)
    ended = start(window, action)
    yield lambda: dialog(QProgressDialog)
    shown = dialog(QProgressDialog)
    assert shown.labelText() == "Changing 6 faces…"
    assert not shown.findChild(QPushButton).hasFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget() or shown, key)
    assert shown.labelText() == "Changing 6 faces…", "struck before it came"
    cancel(shown)
    yield lambda: shown.labelText() == "Reverting…"
    assert shown.isVisible()
    assert not shown.findChild(QPushButton).isEnabled()
    assert not ended, "what is half written is still to be taken back"
    gate.set()
    yield lambda: ended
    assert all_of(window) == before
    assert window.status.message.text() == "Cancelled: nothing has changed."


def let_finish(window: MainWindow, action: str, gate: threading.Event) -> Script:
    """Start an action and wait until it is done."""
    gate.clear()
    ended = start(window, action)
    yield lambda: dialog(QProgressDialog)
    gate.set()
    yield lambda: ended
    assert dialog(QProgressDialog) is None


def test_many_faces_are_deleted_and_brought_back_or_not_at_all(folder, gate):
    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.show_history()
        window.faces.view.setFocus()
        QTest.keyClick(window.faces.view, Qt.Key.Key_A, CTRL)
        first = {face.id: face for face in window.session.labels}
        yield from cancelled(window, "delete_face", gate, click_cancel)
        yield from let_finish(window, "delete_face", gate)
        assert window.session.undo_verb == "delete 6 faces"
        assert all(face.landmarks is None for face in window.session.labels)
        yield from cancelled(window, "undo", gate, escape)
        yield from let_finish(window, "undo", gate)
        assert {face.id: face for face in window.session.labels} == first
        assert (window.session.undo_verb, window.session.redo_verb) == ("", "delete 6 faces")
        yield from cancelled(window, "redo", gate, QProgressDialog.close)
        assert {face.id: face for face in window.session.labels} == first

    assert drive([str(folder)], freed(script, gate)) == 0


def test_nothing_else_can_be_done_meanwhile(folder, gate):
    heard: list[str] = []

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        session = window.session
        session.perform(set_tags(list(session.labels)[:1], ["mine"]))
        before, faces = all_of(window), list(session.labels)
        window.faces.view.selectAll()
        ended = start(window, "delete_face")
        yield lambda: session._waiting
        other = window.jobs.job(lambda _handle: "photos")
        other.finished.connect(heard.append)
        other.start()
        assert dialog(QProgressDialog) is None
        for _ in range(2):
            assert not session.perform(set_states(faces, FaceState.CHECKED))
            assert not session.perform(set_states(faces[:1], FaceState.CHECKED))
            session.undo()
            session.go_to(0)
            yield lambda: dialog(QProgressDialog)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, CTRL)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
        assert QApplication.activeModalWidget() is dialog(QProgressDialog)
        assert {face.id: face for face in session.labels} == before[0]
        assert heard == []
        gate.set()
        yield lambda: ended
        yield lambda: heard
        assert session.undo_verb == "delete 6 faces"

    assert drive([str(folder)], freed(script, gate)) == 0


def test_reading_what_many_faces_were_can_be_cancelled_as_well(folder, gate, monkeypatch):
    originals, read = Project.originals, threading.Event()

    def slowly(project: Project, face_ids, passed=print) -> dict[str, Face]:
        assert read.wait(10)
        return originals(project, face_ids, passed)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        gate.set()
        first = {face.id: face for face in window.session.labels}
        window.session.perform(set_states(list(window.session.labels), FaceState.CHECKED))
        before = all_of(window)
        monkeypatch.setattr(Project, "originals", slowly)
        window.faces.view.selectAll()
        for wanted in (False, True):
            read.clear()
            ended = start(window, "bring_back")
            yield lambda: dialog(QProgressDialog)
            assert dialog(QProgressDialog).labelText() == "Reading 6 faces…"
            if not wanted:
                click_cancel(dialog(QProgressDialog))
                yield lambda: dialog(QProgressDialog).labelText() == "Cancelling…"
            read.set()
            yield lambda: ended  # noqa: B023
            assert wanted or all_of(window)[0] == before[0]
        assert {face.id: face for face in window.session.labels} == first

    assert drive([str(folder)], freed(script, gate, read)) == 0


def test_who_cancels_going_back_to_a_copy_goes_nowhere(folder, gate, monkeypatch):
    then, read = copies.faces_then, threading.Event()
    stopped: list[Cancelled] = []

    def slowly(*which) -> dict[str, Face | None]:
        assert read.wait(10)
        try:
            return then(*which)
        except Cancelled as error:
            stopped.append(error)
            raise

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        gate.set()
        monkeypatch.setattr(copies, "faces_then", slowly)
        moment = save_copy(window.session.project)
        window.session.perform(set_states(list(window.session.labels), FaceState.CHECKED))
        before = all_of(window)
        ended: list[bool] = []
        later(lambda: ended.append(window.copies.go_back(moment)))
        yield lambda: dialog(QProgressDialog)
        assert dialog(QProgressDialog).labelText() == "Reading 6 faces…"
        click_cancel(dialog(QProgressDialog))
        yield lambda: dialog(QProgressDialog).labelText() == "Cancelling…"
        read.set()
        yield lambda: ended
        assert stopped  # before all of it was read
        assert all_of(window) == before

    assert drive([str(folder)], freed(script, gate, read)) == 0
