"""A damaged project keeps what can be read of it, and what its newest good copy has."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpstudio.core.edits import Edit, FaceChange, place_points
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.store import database, migrations, repair
from kpstudio.store.backups import back_up
from kpstudio.store.project import Project
from kpstudio.store.retention import Retention
from tests.store.test_database import database_of

PAGE = 4096
"""SQLite's."""
COUNT = 60
THEN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def placed(number: int, at: float) -> tuple[Face, Landmarks]:
    picture = f"{number:03}.jpg"
    points = Landmarks.of(np.full((58, 2), at) + np.arange(58)[:, None])
    return Face(f"{picture}#0", picture), points


def work(project: Project, numbers: range, at: float) -> None:
    for number in numbers:
        face, points = placed(number, at)
        project.record(place_points(face, points, "place"))


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose automatic copy has two thirds of its faces."""
    folder = tmp_path_factory.mktemp("worked")
    with Project.open(folder) as project:
        work(project, range(40), 1.0)
        back_up(project.location, Retention(), THEN)
        work(project, range(40, COUNT), 2.0)
    return folder


def damaged(folder: Path, pages: list[int]) -> tuple[Project, int]:
    """Fill some pages with noise and open the project; return it and how many pages it had."""
    path = database_of(folder)
    data = bytearray(path.read_bytes())
    count = len(data) // PAGE
    for page in pages:
        start = (page % count) * PAGE
        data[start : start + PAGE] = b"\xa5" * PAGE
    path.write_bytes(data)
    return Project.open(folder), count


@settings(max_examples=30)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=3))
def test_no_face_of_the_copy_is_lost_whatever_page_is_damaged(
    worked: Path, pages: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "faces"
        shutil.copytree(worked, folder)
        project, _ = damaged(folder, pages)
        with project:
            faces = project.stored_faces()
            assert faces.keys() >= {placed(n, 1.0)[0].id for n in range(40)}
            for number in range(COUNT):
                face, points = placed(number, 1.0 if number < 40 else 2.0)
                if face.id in faces:
                    assert faces[face.id].landmarks.xy_image == pytest.approx(points.xy_image)
            for entry in project.history.entries():
                assert len(project.history.edit(entry.id).changes) == 1
        with Project.open(folder) as again:
            assert again.problems == ()
            assert again.stored_faces() == faces


def test_what_can_be_read_is_newer_than_the_copy(worked: Path, tmp_path: Path) -> None:
    folder = tmp_path / "faces"
    shutil.copytree(worked, folder)
    path = database_of(folder)
    pages = len(path.read_bytes()) // PAGE
    project, _ = damaged(folder, [pages - 2])
    with project:
        (problem,) = project.problems
        faces = project.stored_faces()
        assert len(faces) > 40  # some that the copy does not have
        assert "could be read from it" in problem.message
        assert "project.sqlite.broken-1" in problem.message


def test_what_was_undone_since_the_copy_stays_undone(tmp_path: Path) -> None:
    folder = tmp_path / "faces"
    folder.mkdir()
    with Project.open(folder) as project:
        work(project, range(4), 1.0)
        back_up(project.location, Retention(), THEN)
        entry = project.history.last_done
        assert entry is not None
        (change,) = project.history.edit(entry.id).changes
        undo = Edit("undo", (FaceChange(change.after, change.before),))
        project.step(undo, [entry.id], undone=True)
        for number in range(300):  # so that a page holds nothing but predictions
            project.save_predictions("run", {f"{number}.jpg#0": placed(number, 3.0)[1]})
        kept = project.stored_faces()
    assert len(kept) == 3
    path = database_of(folder)
    data = bytearray(path.read_bytes())
    page = len(data) // PAGE - 3
    data[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
    path.write_bytes(data)
    with Project.open(folder) as project:
        assert len(project.problems) == 1
        assert project.stored_faces() == kept
        assert [entry.undone for entry in project.history.entries()].count(True) == 1


def test_a_name_that_is_no_unicode_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "faces"
    folder.mkdir()
    odd = Face("caf\udce9.jpg#0", "caf\udce9.jpg")
    with Project.open(folder) as project:
        project.record(place_points(odd, placed(0, 1.0)[1], "place"))
        work(project, range(60), 1.0)
        kept = project.stored_faces()
    path = database_of(folder)
    data = bytearray(path.read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as base:
        root = "SELECT rootpage FROM sqlite_master WHERE name = 'changes_of_face'"
        page = base.execute(root).fetchone()[0] - 1
    data[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
    path.write_bytes(data)
    with Project.open(folder) as project:
        assert project.problems
        assert project.stored_faces() == kept


def test_a_repair_that_fails_is_tried_again(worked: Path, tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "faces"
    shutil.copytree(worked, folder)
    path = database_of(folder)
    broken = b"not a database" * 500
    path.write_bytes(broken)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(repair, "salvage", full)
        with pytest.raises(InputError, match="disk is full"):
            Project.open(folder)
    assert path.read_bytes() == broken
    assert not path.with_name("project.sqlite.repaired").exists()
    with Project.open(folder) as project:
        assert len(project.stored_faces()) == 40


def test_a_crash_at_the_end_of_a_repair_hides_nothing(
    worked: Path, tmp_path: Path, monkeypatch
) -> None:
    folder = tmp_path / "faces"
    shutil.copytree(worked, folder)
    path = database_of(folder)
    path.write_bytes(b"not a database" * 500)

    def killed(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        set_aside = database.set_aside

        def then_killed(*given) -> Path:
            patch.setattr(Path, "replace", killed)
            return set_aside(*given)

        patch.setattr(database, "set_aside", then_killed)
        Project.open(folder)
    assert not path.exists()
    with Project.open(folder) as project:
        (problem,) = project.problems
        assert "what could be recovered is in use" in problem.message
        assert len(project.stored_faces()) == 40
    assert path.with_name("project.sqlite.broken-1").exists()


def test_the_newest_copy_is_the_one_with_the_latest_work_whatever_the_clock_said(
    tmp_path: Path,
) -> None:
    with Project.open(tmp_path) as project:
        work(project, range(3), 1.0)
        back_up(project.location, Retention(), THEN.replace(year=2099))
        work(project, range(3, 5), 1.0)
        back_up(project.location, Retention(), THEN)
        found = repair.newest_good_copy(project.location)
    assert found is not None
    assert found[1] == THEN


def test_without_anything_to_read_the_copy_goes_on(worked: Path, tmp_path: Path) -> None:
    folder = tmp_path / "faces"
    shutil.copytree(worked, folder)
    database_of(folder).write_bytes(b"not a database" * 500)
    with Project.open(folder) as project:
        (problem,) = project.problems
        assert "40 corrected faces from the copy of 2026-03-01" in problem.message
        assert len(project.stored_faces()) == 40
        assert len(project.history.entries()) == 40


def test_a_damaged_copy_is_passed_over(worked: Path, tmp_path: Path) -> None:
    folder = tmp_path / "faces"
    shutil.copytree(worked, folder)
    with Project.open(folder) as project:
        newer = back_up(project.location, Retention(), THEN.replace(hour=13))
    assert newer is not None
    newer.write_bytes(newer.read_bytes()[:PAGE] + b"\xa5" * 9000)
    database_of(folder).write_bytes(b"gone")
    with Project.open(folder) as project:
        assert len(project.stored_faces()) == 40


def test_rows_that_make_no_sense_are_not_taken_over(worked: Path, tmp_path: Path) -> None:
    path = tmp_path / "damaged.sqlite"
    shutil.copy(database_of(worked), path)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("UPDATE faces SET face = '{half' WHERE id = '003.jpg#0'")
        base.execute("UPDATE faces SET original = NULL WHERE id = '004.jpg#0'")  # was added
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrations.migrate(fresh, "fresh")
        saved = repair.salvage(fresh, path, None)
        held = fresh.execute("SELECT count(*) FROM faces").fetchone()[0]
    assert (saved.read, held) == (COUNT - 1, COUNT - 1)


@pytest.mark.parametrize("way", ["ABORT", "ROLLBACK"])
def test_a_fresh_database_that_cannot_be_written_stays_as_it_was(worked: Path, way: str) -> None:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrations.migrate(fresh, "fresh")
        fresh.execute(
            "CREATE TRIGGER full BEFORE INSERT ON changes "
            f"BEGIN SELECT RAISE({way}, 'disk is full'); END"
        )
        with pytest.raises(sqlite3.Error, match="disk is full"):
            repair.salvage(fresh, database_of(worked), None)
        assert not fresh.in_transaction
        assert fresh.execute("SELECT count(*) FROM faces").fetchone() == (0,)
