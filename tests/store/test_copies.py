from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest

from kpstudio.core.edits import add_faces, set_scheme, set_state
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.schema import generic_scheme
from kpstudio.store import copies
from kpstudio.store.copies import copies_of, faces_then, save_copy, scheme_then
from kpstudio.store.project import Project

FACE = Face("a.jpg#0", "a.jpg")
OTHER = Face("b.jpg#0", "b.jpg")
PHOTO = Face("/me.jpg#0", "/me.jpg", photo=True)
REJECTED = replace(FACE, state=FaceState.REJECTED)


def test_a_copy_tells_what_faces_were(tmp_path: Path) -> None:
    with Project.open(tmp_path) as project:
        assert copies_of(project) == []
        project.record(set_state(FACE, FaceState.REJECTED))
        moment = save_copy(project)
        assert copies_of(project) == [moment]
        assert faces_then(project, moment) == {FACE.id: REJECTED}
        project.record(set_state(REJECTED, FaceState.CHECKED))
        project.record(set_state(OTHER, FaceState.CHECKED))
        project.record(add_faces([PHOTO], "add"))
        # What came later was as the files have it, or was not there.
        then = {FACE.id: REJECTED, OTHER.id: OTHER, PHOTO.id: None}
        assert faces_then(project, moment) == then
    with Project.open(tmp_path) as project:  # another day
        assert copies_of(project) == [moment]
        assert faces_then(project, moment) == then


def test_reading_a_copy_tells_how_far_it_is_and_ends_when_told(tmp_path: Path) -> None:
    def passed(done: int) -> None:
        heard.append(done)
        if done == last:
            raise Cancelled("cancelled")

    with Project.open(tmp_path) as project:
        for face in (FACE, OTHER):
            project.record(set_state(face, FaceState.REJECTED))
        moment = save_copy(project)
        project.record(add_faces([PHOTO], "add"))
        for last in (9, 3, 1):
            heard: list[int] = []
            with contextlib.nullcontext() if last == 9 else pytest.raises(Cancelled):
                faces_then(project, moment, passed=passed)
            assert heard == list(range(5))[: last + 1]


def test_what_is_no_copy_is_not_listed_and_a_lost_one_says_so(tmp_path: Path) -> None:
    with Project.open(tmp_path) as project:
        moment = save_copy(project)
        folder = project.location / "copies"
        (folder / "notes.sqlite").write_text("mine")
        assert copies_of(project) == [moment]
        path = next(folder.glob("2*.sqlite"))
        path.write_bytes(path.read_bytes()[:100] + bytes(5000))
        with pytest.raises(InputError, match="is damaged: choose another one"):
            faces_then(project, moment)
        path.unlink()
        with pytest.raises(InputError, match="is no longer there: choose another one"):
            faces_then(project, moment)


def test_a_full_disk_leaves_no_half_of_a_copy(tmp_path: Path, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    with Project.open(tmp_path) as project:
        monkeypatch.setattr(copies.database, "copy_database", fail)
        with pytest.raises(InputError, match=r"a copy cannot be saved to .*no space left"):
            save_copy(project)
        assert copies_of(project) == []


def test_a_copy_tells_which_points_were_to_be_placed(tmp_path: Path) -> None:
    labels = LabelSet(tmp_path, generic_scheme(0), [FACE])
    with Project.open(tmp_path) as project:
        edit = set_scheme(labels, generic_scheme(3))
        project.record(edit)
        moment = save_copy(project)
        assert scheme_then(project, moment) == generic_scheme(3)
        project.record(edit.inverse())
        assert scheme_then(project, moment) == generic_scheme(3)
        assert scheme_then(project, save_copy(project)) is None


def test_saving_a_copy_tells_how_far_it_is_and_leaves_no_half_when_told_to_end(
    tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(copies.database, "_PORTION", 2)
    told: list[tuple[int, int]] = []

    def progress(done: int, pages: int) -> bool:
        told.append((done, pages))
        return len(told) < 3

    with Project.open(tmp_path) as project:
        with pytest.raises(Cancelled):
            save_copy(project, progress)
        pages = told[0][1]
        assert told == [(2, pages), (4, pages), (6, pages)]
        assert copies_of(project) == []
        assert list((tmp_path / ".kpstudio").rglob("*.half")) == []
        moment = save_copy(project, lambda *figures: told.append(figures) is None)
        assert told[-1] == (pages, pages)
        assert copies_of(project) == [moment]
