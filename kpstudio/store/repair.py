"""Saving what is left of a damaged project: its newest good copy, and over it what can be read.

A damaged SQLite file is often whole but for some pages. Its tables are read from either end as far
as that goes; a row counts if its text makes sense, an edit only with all of its changes.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kpstudio.core.errors import InputError
from kpstudio.core.texts import joined, say, say_count
from kpstudio.store import codec
from kpstudio.store.copy_files import Kind, moments_in, path_of
from kpstudio.store.lock import require_files

_PLAIN = ("settings", "predictions")
_COLUMNS = {
    "faces": {"id", "face", "original"},
    "edits": {"id", "time", "author", "verb", "undone", "face_id", "faces", "scheme"},
    "changes": {"edit", "face_id", "change"},
    "settings": {"key", "value"},
    "predictions": {"run", "face_id", "landmarks"},
}
_KEYS = {"faces": "id", "edits": "id", "changes": "rowid", "settings": "key",
         "predictions": "run, face_id"}  # fmt: skip


@dataclass(frozen=True)
class Saved:
    """What was saved of a damaged project.

    Attributes:
        read: How many changed faces could be read of it.
        copied: How many more a copy has.
        moment: When that was saved; None where there is none.
    """

    read: int
    copied: int
    moment: datetime | None

    @property
    def words(self) -> str:
        """How a sentence goes on that says where the damaged one was put."""
        if not self.read + self.copied:
            return say("and a new one was started, without its corrections")
        told = []
        if self.read:
            told.append(say("{faces} could be read from it", faces=_faces(self.read)))
        if self.copied and self.moment is not None:
            when = self.moment.astimezone().strftime("%Y-%m-%d %H:%M")
            told.append(
                say("{faces} from the copy of {when}", faces=_faces(self.copied), when=when)
            )
        return say("and what could be recovered is in use: {told}", told=joined(told, ", "))


def newest_good_copy(location: Path) -> tuple[Path, datetime] | None:
    """Return the newest copy of the project in a folder that is whole, and its moment."""
    found = []
    for kind, moment in [(one, moment) for one in Kind for moment in moments_in(location, one)]:
        path = path_of(location, kind, moment)
        with contextlib.suppress(sqlite3.Error, OSError), _opened(path) as connection:
            require_plain(connection)
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
                # Numbers of edits only grow, while a clock may have been set back.
                last = connection.execute("SELECT max(id) FROM edits").fetchone()[0] or 0
                found.append((last, moment, path))
    if not found:
        return None
    _, moment, path = max(found)
    return path, moment


def require_plain(connection: sqlite3.Connection) -> None:
    """Refuse a database that does more than hold rows: a view may count without an end.

    Raises:
        sqlite3.DatabaseError: If it is such a one, or damaged.
    """
    found = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type NOT IN ('table', 'index') "
        "OR sql LIKE 'CREATE VIRTUAL%' LIMIT 1"
    ).fetchone()
    if found is not None:
        raise sqlite3.DatabaseError(
            say(
                "it has the {kind} {name!r}, which does not belong in a project",
                kind=found[0],
                name=found[1],
            )
        )


def require_whole(connection: sqlite3.Connection) -> None:
    """Check that an up-to-date database has all of its tables.

    Raises:
        sqlite3.DatabaseError: If one is missing, or a column of it.
    """
    for table, columns in _COLUMNS.items():
        found = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        if missing := sorted(columns - found):
            raise sqlite3.DatabaseError(
                say("its table {table} has no {column}", table=table, column=missing[0])
            )


def salvage(fresh: sqlite3.Connection, damaged: Path, moment: datetime | None) -> Saved:
    """Put what can be read of a damaged database over what another holds.

    Args:
        fresh: Up to date; holds nothing, or what a copy held.
        damaged: The file that was set aside.
        moment: When that copy was saved.

    Raises:
        sqlite3.Error: If ``fresh`` cannot be written; it is then as it was.
    """
    faces = _rows(damaged, fresh, "faces")
    sound = [row for row in faces.rows if _makes_sense(row)]
    edits, changes = _whole_edits(damaged, fresh)
    plain = {table: _rows(damaged, fresh, table) for table in _PLAIN}
    fresh.execute("PRAGMA foreign_keys = OFF")  # replacing an edit would take its changes away
    fresh.execute("BEGIN IMMEDIATE")
    try:
        _put(fresh, "faces", sound, faces.whole)
        _put(fresh, "edits", edits.rows, edits.whole)
        for edit in edits.rows:
            fresh.execute("DELETE FROM changes WHERE edit = ?", (edit["id"],))
        _put(fresh, "changes", changes.rows, changes.whole)
        for table, found in plain.items():
            _put(fresh, table, found.rows, found.whole)
        fresh.execute("COMMIT")
    except BaseException:
        if fresh.in_transaction:
            fresh.execute("ROLLBACK")
        raise
    finally:
        fresh.execute("PRAGMA foreign_keys = ON")
    held = fresh.execute("SELECT count(*) FROM faces").fetchone()[0]
    return Saved(len(sound), held - len(sound), moment)


Row = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """Rows of a table that could be read, and whether these are all of it."""

    rows: list[Row]
    whole: bool


def _rows(damaged: Path, fresh: sqlite3.Connection, table: str) -> Found:
    """Return the rows that can be read, from the first on and from the last back."""
    columns = [row[1] for row in fresh.execute(f"PRAGMA table_info({table})")]
    found: dict[str, Row] = {}
    whole = False
    for direction in ("", " DESC"):
        order = ", ".join(f"{part}{direction}" for part in _KEYS[table].split(", "))
        query = f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"
        rows, to_the_end = _as_far_as_it_goes(damaged, table, query)
        whole = whole or to_the_end
        for row in rows:
            found[repr(row)] = dict(zip(columns, row, strict=True))
        if whole:
            break
    return Found(list(found.values()), whole)


def _as_far_as_it_goes(damaged: Path, table: str, query: str) -> tuple[list[tuple[Any, ...]], bool]:
    """Return the rows before a broken page, and whether there was none."""
    rows: list[tuple[Any, ...]] = []
    # Whatever a broken page brings about ends the reading, not the program.
    with contextlib.suppress(sqlite3.Error, UnicodeDecodeError), _opened(damaged) as connection:
        real = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
        ((text,),) = connection.execute(real, (table,)).fetchall() or [("CREATE VIRTUAL",)]
        if text.upper().startswith("CREATE VIRTUAL"):
            return [], False  # a view may count without an end
        for row in connection.execute(query):
            rows.append(row)  # noqa: PERF402 - what came before an error is kept
        return rows, True
    return rows, False


def _whole_edits(damaged: Path, fresh: sqlite3.Connection) -> tuple[Found, Found]:
    """Return the edits that can be read with all of their changes, and these."""
    changes, edits = _rows(damaged, fresh, "changes"), _rows(damaged, fresh, "edits")
    count = Counter(change["edit"] for change in changes.rows)
    sound = [edit for edit in edits.rows if count[edit["id"]] == edit["faces"]]
    ids = {edit["id"] for edit in sound}
    whole = edits.whole and changes.whole
    of_these = [change for change in changes.rows if change["edit"] in ids]
    return Found(sound, whole), Found(of_these, whole)


def _makes_sense(row: Row) -> bool:
    try:
        for text in (row["face"], row["original"]):
            if text is not None:
                codec.face_from_text(text)
    except InputError:
        return False
    return isinstance(row["id"], str | bytes)


def _put(fresh: sqlite3.Connection, table: str, rows: Sequence[Row], whole: bool) -> None:
    """Lay rows over a table; where they are all there were, nothing older stays beside them."""
    if whole:
        fresh.execute(f"DELETE FROM {table}")
    if rows:
        names = list(rows[0])
        marks = ", ".join("?" * len(names))
        query = f"INSERT OR REPLACE INTO {table} ({', '.join(names)}) VALUES ({marks})"
        fresh.executemany(query, ([row[name] for name in names] for row in rows))


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    # Not by a URI that says "read only": SQLite knows none of a Windows share.
    require_files(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        yield connection


def _faces(count: int) -> str:
    return say_count("1 corrected face", "{count} corrected faces", count)
