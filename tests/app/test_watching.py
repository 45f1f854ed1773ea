"""Watching the open folder: what came, went or changed, and reading it again."""

from __future__ import annotations

import shutil

import pytest

from kpstudio.app import watching as watching_module
from kpstudio.app.watching import GONE, FolderChange, FolderWatch
from kpstudio.core.edits import move_points, set_state
from kpstudio.core.labelset import FaceState
from kpstudio.io.opening import open_path
from tests.app.help import PATIENCE_MS, add_photos, face_xy, faces_folder, picture, pts_text


@pytest.fixture
def watched(desk, folder, monkeypatch):
    """A folder that is open and watched."""
    monkeypatch.setattr(watching_module, "SETTLE_MS", 30)
    watch = FolderWatch(desk.session)
    desk.open(folder)
    yield watch
    watch.stop()


def names(change: FolderChange) -> tuple[set[str], set[str], set[str]]:
    return set(change.new), set(change.gone), set(change.labels)


def test_what_comes_and_goes_is_told(watched, desk, folder):
    picture(folder / "new" / "n1.png")
    picture(folder / "n2.png")
    (folder / "f1.png").unlink()
    (folder / "f2.pts").write_text(pts_text(face_xy(0)))
    expected = ({"n2.png", "new/n1.png"}, {"f1.png"}, {"f2.pts"})
    desk.wait(lambda: names(watched.change) == expected)
    assert watched.change.sentence() == (
        "The folder has changed: 2 pictures new, 1 picture gone, 1 label file changed."
    )
    assert "+ new/n1.png" in watched.change.examples()
    assert desk.session.broken == {"f1.png": GONE}
    assert desk.faces.row("f1.png#0").broken == GONE
    picture(folder / "new" / "n3.png")  # a folder that was not there when the watch began
    desk.wait(lambda: "new/n3.png" in watched.change.new)


def test_what_comes_back_is_as_before(watched, desk, folder, tmp_path):
    shutil.move(folder / "f1.png", tmp_path / "f1.png")
    desk.wait(lambda: desk.session.broken)
    shutil.move(tmp_path / "f1.png", folder / "f1.png")
    desk.wait(lambda: not watched.change)
    assert desk.session.broken == {}
    assert not any(GONE in problem.message for problem in desk.session.problems)


def test_folders_that_the_system_does_not_watch_are_looked_at(desk, folder, monkeypatch):
    monkeypatch.setattr(watching_module, "MOST_FOLDERS", 0)
    monkeypatch.setattr(watching_module, "SETTLE_MS", 10)
    monkeypatch.setattr(watching_module, "LOOK_MS", 50)
    watch = FolderWatch(desk.session)
    desk.open(folder)
    desk.qtbot.wait(200)
    picture(folder / "n.png")
    desk.wait(lambda: watch.change.new == {"n.png"})
    watch.stop()


def test_reading_again_keeps_corrections_undo_and_the_face_in_view(watched, desk, folder):
    session = desk.session
    session.choose("f3.png#0")
    session.perform(move_points(session.labels["f3.png#0"], [52], [[30.0, 31.0]], "nose"))
    session.perform(set_state(session.labels["f4.png#0"], FaceState.CHECKED))
    mine = picture(folder.parent / "mine.png")
    add_photos(session, [mine])
    session.choose("f3.png#0")
    before = {face.id: face for face in session.labels}
    picture(folder / "f9.png")
    (folder / "f9.pts").write_text(pts_text(face_xy(9)))
    (folder / "f0.png").unlink()
    desk.wait(lambda: watched.change)
    with desk.qtbot.waitSignal(session.reread, timeout=PATIENCE_MS):
        session.rescan()
    assert session.current.id == "f3.png#0"
    now = {face.id: face for face in session.labels}
    gone = {"f0.png#0"}
    assert {i: f for i, f in now.items() if i != "f9.png#0"} == {
        i: f for i, f in before.items() if i not in gone
    }
    assert now["f9.png#0"].labelled
    assert "f9.png#0" in desk.faces.face_ids
    assert not watched.change
    while session.undo_verb:
        session.undo()
    plain = {face.id: face for face in open_path(folder).labels}
    assert {face.id: face for face in session.labels} == plain
    assert desk.said == []


def test_what_was_undone_is_not_redone_on_what_the_files_say_now(watched, desk, folder):
    session = desk.session
    face = session.labels["f3.png#0"]
    session.perform(set_state(session.labels["f4.png#0"], FaceState.CHECKED))
    session.perform(move_points(face, [52], [[30.0, 31.0]], "nose"))
    session.undo()
    (folder / "f3.pts").write_text(pts_text(face_xy(0)))
    with desk.qtbot.waitSignals([session.reread, session.faces_changed], timeout=PATIENCE_MS):
        session.rescan()
    now = session.labels["f3.png#0"]
    assert now != face
    assert (session.undo_verb, session.redo_verb) == ("mark as checked", "move nose")
    session.redo()
    assert session.labels["f3.png#0"] == now
    assert "Cannot redo “move nose”: f3.png has been changed" in desk.said.pop()
    session.perform(move_points(now, [52], [[30.0, 31.0]], "nose"))
    assert desk.said == []


def test_the_face_in_view_may_be_gone(watched, desk, folder):
    session = desk.session
    session.choose("f3.png#0")
    for name in ("f3.png", "f3.pts"):
        (folder / name).unlink()
    with desk.qtbot.waitSignal(session.reread, timeout=PATIENCE_MS):
        session.rescan()
    assert session.current is not None
    assert session.current.id != "f3.png#0"
    shutil.rmtree(folder)
    desk.wait(lambda: len(watched.change.gone) == 6)
    session.rescan()
    desk.wait(lambda: desk.said)
    assert "no such file or folder" in desk.said[0]
    assert len(session.labels) == 6


def test_another_scheme_opens_anew(watched, desk, folder):
    session = desk.session
    session.perform(set_state(session.labels["f4.png#0"], FaceState.CHECKED))
    for path in folder.glob("*.pts"):
        path.write_text(pts_text(face_xy(0)[:9]))
    with desk.qtbot.waitSignal(session.opened, timeout=PATIENCE_MS):
        session.rescan()
    assert session.labels.scheme.count == 9
    now = list(session.labels)
    session.undo()
    assert list(session.labels) == now
    assert "Cannot undo “mark as checked”: f4.png has been changed" in desk.said.pop()


def test_a_single_picture_is_not_watched(desk, tmp_path):
    root = faces_folder(tmp_path / "faces", 1)
    watch = FolderWatch(desk.session)
    desk.open(root / "f0.png")
    assert desk.session.known is None
    assert watch._watcher.directories() == []


def test_a_whole_folder_that_is_away_is_missed_and_found_again(
    watched, desk, folder, tmp_path, monkeypatch
):
    watched._poll.setInterval(50)
    monkeypatch.setattr(watching_module, "LOOK_MS", 50)
    away = folder.rename(tmp_path / "away")
    desk.session.mark_broken({"f1.png": "it cannot be opened"})  # what a decoder meets
    desk.wait(lambda: len(watched.change.gone) == 7)
    assert set(desk.session.broken) == watched.change.gone
    away.rename(folder)
    desk.wait(lambda: not watched.change)
    assert desk.session.broken == {}
    picture(folder / "new.png")
    desk.wait(lambda: watched.change.new == {"new.png"})
