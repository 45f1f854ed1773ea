"""The tables of the project database, version by version."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.store.old_history import split_history

Step = str | Callable[[sqlite3.Connection], None]
"""A statement, or what takes more than one."""

APPLICATION_ID = 0x6B707331
"""Written into the file, so that a database of another program is not taken for a project."""

MIGRATIONS: tuple[tuple[Step, ...], ...] = (
    (
        # `face` is NULL for a face that was taken out. `original` is the face as the files had it
        # when it was first changed, NULL where they had none.
        "CREATE TABLE faces (id TEXT PRIMARY KEY, face TEXT, original TEXT) WITHOUT ROWID",
        """CREATE TABLE history (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            time TEXT NOT NULL, verb TEXT NOT NULL, changes TEXT NOT NULL)""",
        """CREATE TABLE predictions (
            run TEXT NOT NULL, face_id TEXT NOT NULL, landmarks TEXT NOT NULL,
            PRIMARY KEY (run, face_id)) WITHOUT ROWID""",
        "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    ),
    (
        # What can be undone, oldest first, and behind it what has been undone. `face_id` is that of
        # the first face concerned, "" for none; `faces` is how many there are.
        """CREATE TABLE edits (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            time TEXT NOT NULL, author TEXT NOT NULL, verb TEXT NOT NULL,
            undone INTEGER NOT NULL, face_id TEXT NOT NULL, faces INTEGER NOT NULL, scheme TEXT)""",
        """CREATE TABLE changes (
            edit INTEGER NOT NULL REFERENCES edits (id) ON DELETE CASCADE,
            face_id TEXT NOT NULL, change TEXT NOT NULL)""",
        "CREATE INDEX changes_of_edit ON changes (edit)",
        "CREATE INDEX changes_of_face ON changes (face_id)",
        split_history,
        "DROP TABLE history",
    ),
)
"""What brings a database from version n to n + 1; entries are added, never changed."""


def known_version(connection: sqlite3.Connection, name: str) -> int:
    """Return how many migrations the database has been through.

    Args:
        connection: To the database.
        name: What to call the database in an error.

    Raises:
        InputError: If a newer program wrote it.
        sqlite3.DatabaseError: If it is not a project database.
    """
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if tables and application != APPLICATION_ID:
        raise sqlite3.DatabaseError(say("it is another program's database"))
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise InputError(
            say(
                "{name} was written by a newer kpstudio (project version {version}, this "
                "one reads up to {count}): update kpstudio to open it",
                name=name,
                version=version,
                count=len(MIGRATIONS),
            )
        )
    return version


def migrate(connection: sqlite3.Connection, name: str) -> None:
    """Bring the database up to date, each version in one transaction.

    Args:
        connection: In autocommit mode.
        name: What to call the database in an error.

    Raises:
        InputError: If a newer program wrote it.
        sqlite3.DatabaseError: If it is not a project database.
    """
    version = known_version(connection, name)
    for number, steps in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for step in steps:
                if callable(step):
                    step(connection)
                else:
                    connection.execute(step)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
