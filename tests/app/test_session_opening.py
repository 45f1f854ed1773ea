"""Opening folders: again, meanwhile, beside another window, and what is told where that fails."""

from __future__ import annotations

import threading

from kpstudio.app import reading as reading_module
from kpstudio.core.edits import set_box, set_states
from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import FaceState
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.exporting import export
from kpstudio.io.opening import open_path
from kpstudio.store import database
from kpstudio.store.project import Project
from kpstudio.tasks.opening import open_corrected
from tests.app.help import PATIENCE_MS, Desk, add_photos, faces_folder, picture
from tests.app.test_session import move, stored


def test_a_second_folder_takes_the_place_of_the_first(desk, folder, tmp_path):
    other = faces_folder(tmp_path / "zweiter Ordner ü", 2)
    desk.open(folder)
    desk.session.perform(move(desk.session.labels["f0.png#0"]))
    desk.open(other)
    assert len(desk.session.labels) == 2
    assert desk.session.undo_verb == ""
    assert desk.session.current.id == "f0.png#0"
    desk.session.undo()
    assert desk.session.labels["f0.png#0"].state is FaceState.LABELLED
    assert set(stored(folder)) == {"f0.png#0"}  # the first one was let go of, and kept its change


def test_the_same_folder_again_keeps_its_project(desk, folder):
    desk.open(folder)
    project = desk.session.project
    desk.session.perform(move(desk.session.labels["f0.png#0"]))
    desk.open(folder)
    assert desk.session.project is project
    assert desk.session.labels["f0.png#0"].state is FaceState.CORRECTED


def test_all_of_the_database_is_read_behind_the_window_alone(desk, folder, monkeypatch):
    desk.open(folder)
    desk.session.perform(move(desk.session.labels["f0.png#0"]))
    desk.session.close()
    read_whole, usual = [], database._check

    def check(connection, checked=False):
        read_whole.append((threading.current_thread() is threading.main_thread(), checked))
        usual(connection, checked)

    monkeypatch.setattr(database, "_check", check)
    desk.open(folder)
    assert read_whole == [(False, False), (True, True)]
    assert desk.session.labels["f0.png#0"].state is FaceState.CORRECTED


def test_many_corrections_are_waited_for_and_without_patience_nothing_opens(
    desk, tmp_path, monkeypatch
):
    monkeypatch.setattr(reading_module, "MANY_FACES", 2)
    many = faces_folder(tmp_path / "many", 3)
    desk.open(many)
    desk.session.perform(set_states(tuple(desk.session.labels), FaceState.CHECKED))
    other = faces_folder(tmp_path / "other", 1)
    desk.open(other)
    waited, patient = [], False

    def wait(work, faces):
        waited.append(faces)
        return work(lambda *_: patient)

    monkeypatch.setattr(desk.session, "waited", wait)
    desk.session.open(many)
    desk.wait(lambda: waited and not desk.session.opening)
    assert (desk.session.labels.root, desk.said) == (other, [])
    patient = True
    desk.session.open(many)
    desk.wait(lambda: desk.session.labels.root == many)
    assert {face.state for face in desk.session.labels} == {FaceState.CHECKED}
    assert waited == [3, 3]


def test_opening_something_else_meanwhile_wins(desk, folder, tmp_path):
    other = faces_folder(tmp_path / "other", 2)
    opened = []
    desk.session.opened.connect(lambda: opened.append(desk.session.labels.root))
    desk.session.open(folder)
    desk.session.open(tmp_path / "nowhere")
    desk.session.open(other)
    desk.wait(lambda: opened)
    desk.qtbot.wait(100)
    assert opened == [other]
    assert desk.said == []


def test_two_label_sets_are_asked_about_and_the_answer_is_remembered(desk, folder):
    opened = open_path(folder)
    export(opened.labels, tuple(opened.labels), "dlib", folder)
    with desk.qtbot.waitSignal(desk.session.choice_needed, timeout=PATIENCE_MS) as asked:
        desk.session.open(folder)
    (needed,) = asked.args
    assert needed.root == folder
    assert not desk.session.is_open
    with desk.qtbot.waitSignal(desk.session.opened, timeout=PATIENCE_MS):
        desk.session.open(folder, LabelChoice(("dlib",)))
    assert desk.session.format == "dlib"
    assert desk.session.choice == LabelChoice(("dlib",))
    with desk.qtbot.waitSignal(desk.session.opened, timeout=PATIENCE_MS):
        desk.session.open(folder)
    assert desk.session.format == "dlib"
    assert open_corrected(folder).format == "dlib"
    assert desk.said == []


def test_opening_can_be_cancelled(desk, folder, tmp_path, monkeypatch):
    desk.open(folder)
    real = reading_module.open_path

    def slow(path, progress, *rest, **more):
        while progress(0, 100):
            desk_waits.append(1)
        return real(path, progress, *rest, **more)

    desk_waits: list[int] = []
    monkeypatch.setattr(reading_module, "open_path", slow)
    opened = []
    desk.session.opened.connect(lambda: opened.append(1))
    with desk.qtbot.waitSignal(desk.session.opening_progressed, timeout=PATIENCE_MS):
        desk.session.open(tmp_path)
    with desk.qtbot.waitSignal(desk.session.opening_ended, timeout=PATIENCE_MS):
        desk.session.cancel_opening()
    assert opened == []
    assert desk.said == []
    assert desk.session.labels.root == folder


def test_closing_while_opening_opens_nothing(desk, folder):
    desk.session.open(folder)
    desk.session.close()
    desk.wait(lambda: not desk.jobs._jobs)
    assert not desk.session.is_open


def test_nothing_there_is_one_sentence(desk, folder, tmp_path):
    desk.open(folder)
    assert "there is no such file or folder" in desk.refused(tmp_path / "nowhere")
    assert desk.session.labels.root == folder


def test_two_windows_on_one_project(desk, folder, qtbot):
    desk.open(folder)
    session = desk.session
    session.perform(move(session.labels["f0.png#0"]))
    other = Desk(qtbot)
    other.open(folder)
    assert other.session.read_only
    assert not session.read_only
    seen = other.session.labels["f0.png#0"]
    assert seen == session.labels["f0.png#0"]  # with the corrections of the other window
    told: list[str] = []
    other.session.failed.connect(told.append)
    assert not other.session.perform(move(other.session.labels["f1.png#0"]))
    assert told == [
        f"the change cannot be saved: {folder.resolve()} is open in another window; here it is "
        "read-only"
    ]
    assert other.session.labels["f1.png#0"] == session.labels["f1.png#0"]
    other.session.choose("f1.png#0")  # the place is not remembered, and nobody is bothered
    session.perform(move(session.labels["f1.png#0"]))
    session.close()
    other.open(folder)
    assert not other.session.read_only
    assert other.session.labels["f1.png#0"].state is FaceState.CORRECTED
    assert other.session.perform(move(other.session.labels["f0.png#0"]))
    assert len(told) == 1
    other.close()


def test_a_project_that_cannot_be_read_is_let_go_of(desk, folder, monkeypatch, tmp_path):
    other = faces_folder(tmp_path / "other", 1)
    desk.open(other)

    def refuse(*_):
        raise InputError("the project cannot be read")

    with monkeypatch.context() as patch:
        patch.setattr(Project, "overlay", refuse)
        assert desk.refused(folder) == "the project cannot be read"
    assert desk.session.labels.root == other
    desk.session.perform(move(desk.session.labels["f0.png#0"]))  # the open one still works
    assert stored(folder) == {}  # not locked


def test_a_label_file_changed_meanwhile_is_told(desk, folder):
    desk.open(folder)
    desk.session.perform(move(desk.session.labels["f0.png#0"]))
    (folder / "f0.pts").write_text((folder / "f3.pts").read_text())
    desk.open(folder)
    assert any("has changed since" in str(problem) for problem in desk.session.problems)
    assert desk.session.labels["f0.png#0"].landmarks.xy_image[52].tolist() == [10.0, 20.0]


def test_a_folder_without_faces_opens_empty(desk, tmp_path):
    root = faces_folder(tmp_path / "faces", 1)
    desk.open(root)
    desk.session.close()
    for path in root.glob("f0.*"):
        path.unlink()
    desk.open(root)
    assert desk.session.current is None
    assert len(desk.session.labels) == 0
    mine = picture(tmp_path / "mine.png")
    add_photos(desk.session, [mine])
    seen = []
    desk.session.current_changed.connect(seen.append)
    desk.session.undo()  # nothing is left to be in view
    assert seen == [""]


def test_a_folder_that_cannot_be_written_says_where_changes_go(desk, folder):
    (folder / ".kpstudio").write_text("in the way")
    desk.open(folder)
    assert any("corrections and runs are kept in" in str(p) for p in desk.session.problems)
    desk.session.perform(set_box(desk.session.labels["plain0.png#0"], Box(1, 2, 30, 40)))
    desk.open(folder)
    assert desk.session.labels["plain0.png#0"].box == Box(1, 2, 30, 40)
