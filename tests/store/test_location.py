"""Folders that cannot be written: a plain file stands in the project folder's place.

(Taking the right to write away would not stop the superuser, whom test machines often run as.)
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kpstudio.core import edits
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState
from kpstudio.store.location import for_reading, user_place
from kpstudio.store.project import Project

CHECKED = edits.set_state(Face("a.jpg#0", "a.jpg"), FaceState.CHECKED)


def block(folder: Path) -> None:
    inside = folder / ".kpstudio"
    if inside.exists():
        inside.rename(folder / "project of before")
    inside.write_text("in the way")


def test_the_users_own_folder_takes_over_and_says_so(folder: Path, user_data: Path) -> None:
    block(folder)
    with Project.open(folder) as project:
        assert project.location.parent == user_data / "projects"
        assert project.location.name.startswith("faces-")
        assert str(folder) in project.note
        assert str(project.location) in project.note
        project.record(CHECKED)
        assert project.new_run_folder("bignet").is_relative_to(user_data)
    peeked = Project.peek(folder)
    assert peeked is not None
    with peeked:
        assert list(peeked.stored_faces()) == ["a.jpg#0"]
        assert peeked.note


def test_where_the_folder_became_read_only_the_users_own_project_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.open(folder):
        pass
    block(folder)
    with Project.open(folder) as project:
        own = project.location
    (folder / ".kpstudio").unlink()
    (folder / "project of before").rename(folder / ".kpstudio")
    inside = for_reading(folder)
    assert inside is not None and inside.folder == folder / ".kpstudio"
    monkeypatch.setattr("os.access", lambda *_: False)
    outside = for_reading(folder)
    assert outside is not None and outside.folder == own


def test_folders_of_the_same_name_do_not_share_a_place(tmp_path: Path) -> None:
    one, other = tmp_path / "1" / "faces", tmp_path / "2" / "faces"
    assert user_place(one) != user_place(other)
    assert user_place(one) == user_place(one.parent / "x" / ".." / "faces")


def test_nowhere_to_write_is_an_input_error(folder: Path, user_data: Path) -> None:
    block(folder)
    user_data.write_text("in the way too")
    with pytest.raises(InputError, match=r"neither .* can be written"):
        Project.open(folder)


def test_once_the_folder_can_be_written_its_project_moves_in(folder: Path) -> None:
    block(folder)
    with Project.open(folder) as project:
        project.record(CHECKED)
        outside = project.location
        (project.new_run_folder("bignet") / "config.json").write_text("{}")
    (folder / ".kpstudio").unlink()
    with Project.open(folder) as project:
        assert project.note == ""
        assert project.location == folder / ".kpstudio"
        assert list(project.stored_faces()) == ["a.jpg#0"]
        assert (project.runs_folder / "0001-bignet" / "config.json").is_file()
        project.record(CHECKED.inverse())
    assert (outside / "project.sqlite.moved-1").is_file()
    peeked = Project.peek(folder)
    assert peeked is not None
    with peeked:
        assert peeked.location == folder / ".kpstudio"
        assert peeked.stored_faces() == {}


def test_a_project_that_can_no_longer_be_written_goes_on_in_the_users_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.open(folder) as project:
        project.record(CHECKED)
        project.new_run_folder("bignet")
    monkeypatch.setattr(
        "kpstudio.store.location._why_not_writable",
        lambda place: "read-only disk" if place == folder / ".kpstudio" else _make(place),
    )
    with Project.open(folder) as project:
        assert "read-only disk" in project.note
        assert list(project.stored_faces()) == ["a.jpg#0"]
        assert (project.runs_folder / "0001-bignet").is_dir()


def _make(place: Path) -> None:
    place.mkdir(parents=True, exist_ok=True)


def test_an_earlier_project_waits_until_there_is_room_for_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    block(folder)
    with Project.open(folder) as project:
        project.record(CHECKED)
    (folder / ".kpstudio").unlink()

    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("kpstudio.store.database.copy_database", full)
        with pytest.raises(InputError, match=r"cannot be imported.*No space left"):
            Project.open(folder)
    with Project.open(folder) as project:
        assert list(project.stored_faces()) == ["a.jpg#0"]


def test_an_earlier_project_that_is_damaged_is_reported(folder: Path) -> None:
    block(folder)
    with Project.open(folder) as project:
        outside = project.location
    (outside / "project.sqlite").write_bytes(b"not a database" * 500)
    (folder / ".kpstudio").unlink()
    with Project.open(folder) as project:
        (problem,) = project.problems
        assert "could not be imported" in problem.message
        assert project.stored_faces() == {}
