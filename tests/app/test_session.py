"""The session: opening, changing, undoing, what is kept on disk, and what is said otherwise."""

from __future__ import annotations

import numpy as np
import pytest

from kpstudio.app import error_words
from kpstudio.app import session as session_module
from kpstudio.core.edits import StaleEditError, move_points, set_state, set_states
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.store.project import Project
from tests.app.help import PATIENCE_MS, Desk, add_photos, face_xy, faces_folder, picture


def move(face: Face, to: tuple[float, float] = (10.0, 20.0), key: str = ""):
    return move_points(face, (52,), [to], "nose tip", key)


def stored(root) -> dict[str, Face | None]:
    with Project.open(root) as project:
        return project.stored_faces()


@pytest.mark.parametrize("form", ["pts", "asf"])
def test_a_folder_opens_with_its_points(desk, tmp_path, form):
    root = faces_folder(tmp_path / "in", 3, unlabelled=1, form=form)
    desk.open(root)
    labels = desk.session.labels
    assert [face.id for face in labels if face.labelled] == [f"f{k}.png#0" for k in range(3)]
    assert np.abs(labels["f1.png#0"].landmarks.xy_image - face_xy(1)).max() < 0.01
    assert labels["plain0.png#0"].photo
    assert desk.session.problems == (), "a picture without labels is nothing odd"
    assert (desk.session.format, desk.session.path) == (form, root)
    assert desk.session.current.id == "f0.png#0"


def test_what_is_done_undone_and_redone_is_on_disk_each_time(desk, folder, qtbot):
    desk.open(folder)
    session = desk.session
    before = session.labels["f2.png#0"]
    signals = [session.faces_changed, session.history_changed, session.saved]
    with qtbot.waitSignals(signals, timeout=PATIENCE_MS):
        assert session.perform(move(before))
    after = session.labels["f2.png#0"]
    assert after.landmarks.xy_image[52].tolist() == [10.0, 20.0]
    assert after.state is FaceState.CORRECTED
    assert (session.undo_verb, session.redo_verb) == ("move nose tip", "")
    assert session.project.stored_faces() == {"f2.png#0": after}

    session.undo()
    assert session.labels["f2.png#0"] == before
    assert (session.undo_verb, session.redo_verb) == ("", "move nose tip")
    assert session.project.stored_faces() == {}
    session.undo()  # nothing is left to undo
    assert session.labels["f2.png#0"] == before

    session.redo()
    session.redo()
    assert session.labels["f2.png#0"] == after
    assert session.project.stored_faces() == {"f2.png#0": after}


def test_reopening_restores_changes_and_the_face_in_view(desk, folder, qtbot):
    desk.open(folder)
    desk.session.choose("f3.png#0")
    changed = desk.session.labels["f1.png#0"]
    desk.session.perform(move(changed))
    assert desk.session.current.id == "f1.png#0"  # one sees what was changed
    desk.session.choose("f4.png#0")
    after = desk.session.labels["f1.png#0"]
    desk.session.close()

    again = Desk(qtbot)
    again.open(folder)
    assert again.session.labels["f1.png#0"] == after
    assert again.session.current.id == "f4.png#0"
    assert again.session.undo_verb == "move nose tip"
    again.session.undo()
    assert again.session.labels["f1.png#0"] == changed
    assert again.said == []
    again.close()


def test_walking_does_not_wait_for_the_disk(desk, folder, monkeypatch):
    desk.open(folder)
    written = []
    keep = Project.set_setting

    def note(project, key, value):
        written.append((key, value))
        keep(project, key, value)

    monkeypatch.setattr(Project, "set_setting", note)
    for number in (1, 2, 3, 4):
        desk.session.choose(f"f{number}.png#0")
    assert written == []
    desk.wait(lambda: bool(written))
    assert written == [("current", "f4.png#0")]


def test_the_place_is_not_written_down_while_many_faces_are(desk, folder, monkeypatch):
    monkeypatch.setattr("kpstudio.app.undo.MANY_FACES", 3)
    desk.open(folder)
    session = desk.session
    places = []

    def wait(work, faces, reads):
        session.choose("f4.png#0")
        desk.qtbot.wait(2 * session_module.SAVE_PLACE_MS)
        places.append(session.project.setting("current"))
        return work(lambda _done, _total: True)

    session.wait = wait
    session.perform(set_states(list(session.labels), FaceState.CHECKED))
    assert places == [None]
    desk.wait(lambda: session.project.setting("current") == "f4.png#0")


def test_who_already_waits_for_something_waits_for_nothing_else(desk, folder, monkeypatch):
    monkeypatch.setattr("kpstudio.app.undo.MANY_FACES", 3)
    desk.open(folder)
    session, done = desk.session, []

    def wait(work, faces, reads):
        for count in (1, faces):
            with pytest.raises(Cancelled):
                session.waited(done.append, count)
            session.undo()
        return work(lambda _done, _total: True)

    session.wait = wait
    assert session.perform(set_states(list(session.labels), FaceState.CHECKED))
    assert done == []
    session.waited(done.append, 1)
    assert len(done) == 1


def test_a_folder_on_a_full_disk_can_still_be_walked(desk, folder, monkeypatch):
    desk.open(folder)

    def refuse(*_):
        raise InputError("the disk is full")

    monkeypatch.setattr(Project, "set_setting", refuse)
    desk.session.choose("f1.png#0")
    desk.session.close()
    assert desk.said == []


@pytest.mark.parametrize(
    ("error", "words"),
    [(InputError("the disk is full"), "the disk is full"), (TypeError("odd"), "TypeError: odd")],
)
def test_what_cannot_be_kept_is_not_shown_either(desk, folder, monkeypatch, error, words, caplog):
    desk.open(folder)
    session = desk.session
    session.perform(set_state(session.labels["f0.png#0"], FaceState.CHECKED))
    before = list(session.labels)

    def refuse(*_):
        raise error

    monkeypatch.setattr(Project, "record", refuse)
    monkeypatch.setattr(Project, "step", refuse)
    monkeypatch.setattr(error_words.log, "error", lambda *_, **__: None)
    assert not session.perform(move(session.labels["f1.png#0"]))
    assert list(session.labels) == before
    session.undo()
    assert list(session.labels) == before
    assert session.undo_verb == "mark as checked"
    assert len(desk.said) == 2
    assert all(words in sentence for sentence in desk.said)


def test_a_stale_edit_changes_nothing(desk, folder):
    desk.open(folder)
    face = desk.session.labels["f0.png#0"]
    late = move(face, (1.0, 1.0))
    desk.session.perform(move(face))
    now = list(desk.session.labels)
    with pytest.raises(StaleEditError):
        desk.session.perform(late)
    assert list(desk.session.labels) == now
    assert len(desk.session.project.stored_faces()) == 1


def test_points_that_do_not_fit_are_refused_in_words(desk, folder):
    desk.open(folder)
    face = desk.session.labels["f0.png#0"]
    short = Face(face.id, face.picture, Landmarks.of(np.zeros((3, 2))))
    edit = type(move(face))("odd", (type(move(face).changes[0])(face, short),))
    assert not desk.session.perform(edit)
    assert "3 points" in desk.said[0]
    assert desk.session.labels["f0.png#0"] == face


def test_nudges_of_one_point_are_one_step_back(desk, folder):
    desk.open(folder)
    session = desk.session
    before = session.labels["f0.png#0"]
    for step in range(5):
        session.perform(move(session.labels["f0.png#0"], (step, step), "nudge f0 52"))
    session.undo()
    assert session.labels["f0.png#0"] == before


def test_one_goes_through_many_changes_at_once(desk, folder, qtbot):
    desk.open(folder)
    session = desk.session
    files = list(session.labels)
    session.perform(move(session.labels["f0.png#0"]))
    first = session.project.history.last_done
    after = session.labels["f0.png#0"]
    session.perform(set_state(session.labels["f4.png#0"], FaceState.CHECKED))
    session.perform(move(session.labels["f0.png#0"], (5.0, 5.0)))
    heard = []
    session.faces_changed.connect(heard.append)
    session.go_to(first.id)
    assert session.labels["f0.png#0"] == after
    assert session.labels["f4.png#0"].state is FaceState.LABELLED
    assert [set(ids) for ids in heard] == [{"f0.png#0", "f4.png#0"}]
    assert (session.undo_verb, session.redo_verb) == ("move nose tip", "mark as checked")
    session.go_to(0)
    assert list(session.labels) == files
    assert session.project.stored_faces() == {}
    session.go_to(0)
    assert desk.said == []


def test_what_no_longer_fits_is_told_and_undoing_goes_on(desk, folder):
    desk.open(folder)
    session = desk.session
    session.perform(move(session.labels["f1.png#0"]))
    session.perform(move(session.labels["f0.png#0"]))
    corrected = session.labels["f0.png#0"]
    (folder / "f0.pts").write_text((folder / "f3.pts").read_text())
    desk.open(folder)
    session.undo()
    assert len(desk.said) == 1
    assert "Cannot undo “move nose tip”: f0.png has been changed" in desk.said[0]
    assert session.labels["f0.png#0"] == corrected
    session.undo()
    assert session.labels["f1.png#0"].state is FaceState.LABELLED
    assert len(desk.said) == 1


def test_undoing_goes_past_a_picture_that_is_gone_and_finds_it_again(desk, folder):
    desk.open(folder)
    session = desk.session
    session.perform(move(session.labels["f1.png#0"]))
    session.perform(move(session.labels["f0.png#0"]))
    corrected = session.labels["f0.png#0"]
    away = [(folder / name).rename(folder.parent / name) for name in ("f0.png", "f0.pts")]
    desk.open(folder)
    desk.said.clear()
    session.undo()
    (said,) = desk.said
    assert "Cannot undo “move nose tip”: the face in f0.png is no longer there" in said
    session.undo()
    assert session.labels["f1.png#0"].state is FaceState.LABELLED
    for path in away:
        path.rename(folder / path.name)
    desk.open(folder)
    assert session.labels["f0.png#0"] == corrected, "what could not be undone is still done"
    session.redo()
    session.redo()
    session.undo()
    assert session.labels["f0.png#0"].state is FaceState.LABELLED


def test_a_history_that_cannot_be_read_is_one_sentence(desk, folder, monkeypatch):
    desk.open(folder)
    session = desk.session
    session.perform(move(session.labels["f0.png#0"]))

    def refuse(*_):
        raise InputError("the project cannot be read")

    monkeypatch.setattr(session.project.history, "edit", refuse)
    session.undo()
    assert desk.said == ["the project cannot be read"]
    assert session.labels["f0.png#0"].state is FaceState.CORRECTED


def test_photos_come_into_the_project_once(desk, folder, tmp_path):
    desk.open(folder)
    mine = picture(tmp_path / "Fotos ü" / "Grüße an 你好 & <b>.png")
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    add_photos(desk.session, [mine, broken, mine])
    photo = desk.session.current
    assert (photo.picture, photo.photo) == (mine.as_posix(), True)
    assert "broken.png" in desk.said.pop()
    assert any("broken.png" in problem.where for problem in desk.session.problems)
    assert desk.session.undo_verb == "add a photo"

    count = len(desk.session.labels)
    desk.session.choose("f0.png#0")
    add_photos(desk.session, [mine.parent])
    assert len(desk.session.labels) == count
    assert desk.session.current == photo

    desk.open(folder)
    assert desk.session.labels[photo.id] == photo


def test_a_photo_of_the_folder_itself_is_the_face_it_has(desk, folder):
    desk.open(folder)
    count = len(desk.session.labels)
    add_photos(desk.session, [folder / "f3.png"])
    assert len(desk.session.labels) == count
    assert desk.session.current.id == "f3.png#0"
    assert desk.session.undo_verb == ""


def test_undoing_photos_in_view_goes_back_to_the_face_before(desk, folder, tmp_path):
    desk.open(folder)
    desk.session.choose("f4.png#0")
    seen = []
    desk.session.current_changed.connect(seen.append)
    mine = [picture(tmp_path / "mine" / f"{k}.png", k) for k in range(2)]
    add_photos(desk.session, mine)
    assert desk.session.undo_verb == "add 2 photos"
    desk.session.undo()
    assert desk.session.current.id == seen[-1] == "f4.png#0"
    assert all(str(path) not in face.id for path in mine for face in desk.session.labels)
    desk.session.redo()
    assert desk.session.current.picture == mine[0].as_posix()


def test_faces_that_must_stay_do_not_hold_up_the_others(desk, folder):
    desk.open(folder)
    told: list[str] = []
    desk.session.failed.connect(told.append)
    faces = list(desk.session.labels)[:3]
    assert desk.session.changeable(faces) == faces
    desk.session.labels.kept[faces[1].id] = "f1.png cannot be changed"
    assert desk.session.changeable(faces) == [faces[0], faces[2]]
    assert told == ["1 face was left out: f1.png cannot be changed."]
    assert desk.session.changeable(faces[1:2]) == faces[1:2], "to be refused, and not passed over"
    assert not desk.session.perform(set_states(faces[1:2], FaceState.CHECKED))
    desk.session.labels.kept[faces[0].id] = "f0.png cannot be changed"
    assert desk.session.changeable(faces) == faces[2:]
    assert told[2] == "2 faces were left out. The first: f0.png cannot be changed."
