"""Damage of every kind that a project's files can have, met one at a time."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kpstudio.core import edits
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.schema import generic_scheme
from kpstudio.core.splits import Split
from kpstudio.store import lock, migrations, repair
from kpstudio.store.backups import back_up
from kpstudio.store.database import open_for_reading, plain_words
from kpstudio.store.project import Project
from kpstudio.store.retention import Retention
from kpstudio.store.runs import RunFolder
from tests.store.test_database import CHECKED, begin_project, raw

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def backed_up(folder: Path) -> Path:
    """Return the database of a project that has one copy."""
    database = begin_project(folder)
    assert back_up(database.parent, Retention(), NOW) is not None
    return database


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_BUSY, "wait until it is done"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "put its folder back"),
        (sqlite3.SQLITE_FULL, "not full"),
    ],
)
def test_what_sqlite_complains_of_is_said_with_what_to_do(code: int, words: str) -> None:
    error = sqlite3.OperationalError("oh")
    error.sqlite_errorcode = code
    with pytest.raises(InputError, match=rf"it failed: .*{words}"), plain_words("it failed"):
        raise error


def test_an_emptied_project_comes_back_from_its_copy(folder: Path) -> None:
    backed_up(folder).write_bytes(b"")
    with Project.open(folder) as project:
        assert "damaged" in project.problems[0].message
        assert list(project.stored_faces()) == ["a.jpg#0"]


def test_an_empty_project_without_copies_is_a_fresh_one(folder: Path) -> None:
    begin_project(folder).write_bytes(b"")
    with Project.open(folder) as project:
        assert project.problems == ()


def test_a_copy_that_breaks_its_own_rules_is_not_good(folder: Path) -> None:
    with Project.open(folder) as project:
        project.record(edits.add_faces([Face("new.jpg#0", "new.jpg")], "add a face"))
    database = backed_up(folder)
    (copy,) = (path for path in database.parent.rglob("*.sqlite") if path != database)
    with raw(copy) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'original TEXT', 'original TEXT NOT NULL')"
        )
    assert repair.newest_good_copy(database.parent) is None


def test_what_cannot_be_brought_up_to_date_is_closed(folder: Path, monkeypatch) -> None:
    database = begin_project(folder)
    with raw(database) as connection:
        connection.execute("PRAGMA user_version = 1")
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS[:1], ("NO SQL",)))
    with pytest.raises(InputError, match="syntax"):
        open_for_reading(database)


def test_an_edit_of_no_time_keeps_its_place(folder: Path) -> None:
    database = begin_project(folder)
    with raw(database) as connection:
        connection.execute("UPDATE edits SET time = 'yesterday'")
    with Project.open(folder) as project:
        (entry,) = project.history.entries()
        assert entry.verb == CHECKED.verb
        assert entry.time.year < 2000


def test_a_damaged_setting_was_never_set(folder: Path) -> None:
    with Project.open(folder) as project:
        project.set_setting("run", "0001")
    with raw(folder / ".kpstudio" / "project.sqlite") as connection:
        connection.execute("UPDATE settings SET value = '{'")
    with Project.open(folder) as project:
        assert project.setting("run", "none") == "none"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_where_the_journal_goes_is_not_waited_for(folder: Path) -> None:
    database = begin_project(folder)
    os.mkfifo(f"{database}-journal")
    with pytest.raises(OSError, match="move it away"):
        lock.require_files(database)


def test_a_folder_that_was_away_and_is_back_says_so(folder: Path) -> None:
    with Project.open(folder) as project:
        project.record(CHECKED)
        assert not project.replaced
        away = folder.rename(folder.with_name("away"))
        other = Face("b.jpg#0", "b.jpg")
        with pytest.raises(InputError):
            project.record(edits.set_state(other, FaceState.CHECKED))
        assert not project.replaced
        away.rename(folder)
        assert project.replaced


def test_a_run_whose_events_are_no_file_cannot_go_on(tmp_path: Path) -> None:
    run = RunFolder.create(tmp_path / "run", {}, generic_scheme(1), Split(("a",), (), "list"), {})
    run.set_state("stopped")
    (run.path / "events.jsonl").unlink(missing_ok=True)
    (run.path / "events.jsonl").mkdir()
    with pytest.raises(InputError, match="its events cannot be read"):
        run.require_resumable()
