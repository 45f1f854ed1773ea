from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kpstudio.core import edits
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState
from kpstudio.store import migrations
from kpstudio.store.database import open_for_reading, set_aside
from kpstudio.store.project import Project

CHECKED = edits.set_state(Face("a.jpg#0", "a.jpg"), FaceState.CHECKED)

WRITE = """
import sys
from pathlib import Path
from kpstudio.core import edits
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.store.project import Project
project = Project.open(Path(sys.argv[1]))
for number in range(100000):
    faces = [Face(f"{number}.jpg#{k}", f"{number}.jpg", Landmarks.of([[k, number]] * 58))
             for k in range(20)]
    project.record(edits.add_faces(faces, f"edit {number}"))
    print(number, flush=True)
"""


def database_of(folder: Path) -> Path:
    return folder / ".kpstudio" / "project.sqlite"


@contextlib.contextmanager
def raw(path: Path):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def begin_project(folder: Path) -> Path:
    with Project.open(folder) as project:
        project.record(CHECKED)
    return database_of(folder)


@pytest.mark.parametrize("enough", [3, 40])
def test_what_was_saved_before_a_kill_is_there_after_it(folder: Path, enough: int) -> None:
    command = [sys.executable, "-c", WRITE, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(enough)]
        process.kill()
        lines += process.stdout.readlines()
    printed = [int(line) for line in lines if line.endswith("\n")]
    assert printed == list(range(len(printed)))
    with Project.open(folder) as project:
        stored, history = project.stored_faces(), project.history.entries()
        assert project.problems == ()
    # The last edit may have been saved and not yet printed; none may be there in part.
    assert len(history) in (len(printed), len(printed) + 1)
    assert [entry.verb for entry in history] == [f"edit {k}" for k in range(len(history))]
    assert len(stored) == 20 * len(history)


def test_a_half_written_transaction_is_rolled_back_for_readers_too(folder: Path) -> None:
    path = begin_project(folder)
    script = f"""
import os, sqlite3
connection = sqlite3.connect({str(path)!r}, isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("PRAGMA cache_spill = 1")
connection.execute("BEGIN IMMEDIATE")
connection.executemany("INSERT INTO settings VALUES (?, ?)",
                       [(str(k), "1" * 2000) for k in range(500)])
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", script], check=False)
    assert path.with_name("project.sqlite-journal").stat().st_size > 0
    peeked = Project.peek(folder)
    assert peeked is not None
    with peeked:
        assert peeked.problems == ()
        assert list(peeked.stored_faces()) == ["a.jpg#0"]
        assert peeked.setting("7") is None


@pytest.mark.parametrize("damage", ["text", "middle"])
def test_a_damaged_project_is_set_aside_and_a_fresh_one_begun(folder: Path, damage: str) -> None:
    path = begin_project(folder)
    data = path.read_bytes()
    garbage = b"not a database" * 500
    broken = garbage if damage == "text" else data[:4096] + garbage[: len(data) - 4096]
    path.write_bytes(broken)
    for number in (1, 2):
        with Project.open(folder) as project:
            (problem,) = project.problems
            assert f"project.sqlite.broken-{number}" in problem.message
            assert problem.where == str(path)
            assert project.stored_faces() == {}
            project.record(CHECKED)
        with Project.open(folder) as project:
            assert project.problems == ()
            assert list(project.stored_faces()) == ["a.jpg#0"]
        assert path.with_name(f"project.sqlite.broken-{number}").read_bytes() == broken
        path.write_bytes(broken)


def test_peeking_at_a_damaged_project_reports_it_and_moves_nothing(folder: Path) -> None:
    path = begin_project(folder)
    path.write_bytes(b"not a database" * 500)
    peeked = Project.peek(folder)
    assert peeked is not None
    with peeked:
        (problem,) = peeked.problems
        assert "damaged" in problem.message
        assert peeked.stored_faces() == {}
    assert path.read_bytes() == b"not a database" * 500


def test_another_programs_database_is_not_written_into(folder: Path) -> None:
    path = begin_project(folder)
    path.unlink()
    with raw(path) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    with Project.open(folder) as project:
        assert "another program" in project.problems[0].message
    with raw(path.with_name("project.sqlite.broken-1")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]


def test_a_newer_project_is_refused_in_plain_words_and_left_alone(folder: Path) -> None:
    path = begin_project(folder)
    with raw(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    for opened in (Project.open, Project.peek):
        with pytest.raises(InputError, match=r"newer kpstudio \(project version 99.*update"):
            opened(folder)
    assert path.read_bytes() == before


def test_an_older_project_is_brought_up_to_date_by_its_writer_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = begin_project(folder)
    version = len(migrations.MIGRATIONS)
    later = (*migrations.MIGRATIONS, ("ALTER TABLE faces ADD COLUMN flag TEXT",))
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    peeked = Project.peek(folder)
    assert peeked is not None
    with peeked:
        assert list(peeked.stored_faces()) == ["a.jpg#0"]
    with raw(path) as connection:
        assert migrations.known_version(connection, "x") == version
    with Project.open(folder) as project:
        assert list(project.stored_faces()) == ["a.jpg#0"]
    with raw(path) as connection:
        assert migrations.known_version(connection, "x") == version + 1
        connection.execute("SELECT flag FROM faces")


def test_a_migration_that_fails_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = begin_project(folder)
    version = len(migrations.MIGRATIONS)
    bad = ("CREATE TABLE half (x)", "CREATE TABLE faces (x)")
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, bad))
    with pytest.raises(InputError, match="cannot be opened"):
        Project.open(folder)
    with raw(path) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert "half" not in tables
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)


def test_the_project_keeps_a_rollback_journal(project: Project) -> None:
    assert project._tables.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_failed_opening_gives_the_lock_back(folder: Path) -> None:
    path = begin_project(folder)
    with raw(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(InputError, match="newer"):
        Project.open(folder)
    with raw(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations.MIGRATIONS)}")
    Project.open(folder).close()


def test_what_cannot_be_reached_is_told_and_a_broken_one_reads_as_empty(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: unable to open database file"):
        open_for_reading(tmp_path / "gone" / "project.sqlite")
    broken = tmp_path / "project.sqlite"
    broken.write_bytes(b"no database" * 999)
    connection, (problem,) = open_for_reading(broken)
    with contextlib.closing(connection):
        assert connection.execute("SELECT count(*) FROM faces").fetchone() == (0,)
    assert "none of it was read" in problem.message
    assert broken.read_bytes() == b"no database" * 999


def test_what_is_set_aside_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "project.sqlite"
    for number in (1, 2, 3):
        path.write_text(f"{number}")
        assert set_aside(path, "damaged").name == f"project.sqlite.damaged-{number}"
    assert (tmp_path / "project.sqlite.damaged-2").read_text() == "2"
