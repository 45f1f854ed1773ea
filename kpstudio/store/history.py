"""The history of a project: what was changed, by whom and when, and what of it has been undone.

It is the undo stack as well, so that a restart changes nothing: every edit done, oldest first, and
behind them those undone, which the next edit forgets. It keeps the last `MOST_EDITS` edits, fewer
where they touch many faces, but always the last `FEWEST_EDITS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kpstudio.core.edits import Edit, FaceChange
from kpstudio.store import codec
from kpstudio.store.database import Tables
from kpstudio.store.keys import as_key, from_key

MOST_EDITS = 5000
MOST_FACES = 20_000
"""Faces that all edits kept touch together."""
FEWEST_EDITS = 10
"""Edits that are kept however many faces they touch."""
PRUNE_EVERY = 50
"""Edits between two looks at whether there are too many."""

_COLUMNS = "id, time, author, verb, undone, face_id, faces"


@dataclass(frozen=True)
class Entry:
    """One edit of the history.

    Attributes:
        id: Later edits have higher ones; never used again.
        time: When it was made, in UTC.
        author: Who made it; "" where that is not known.
        verb: What it does: "move nose tip".
        undone: Whether it has been undone.
        face_id: The first face it touches, or "".
        faces: How many it touches.
    """

    id: int
    time: datetime
    author: str
    verb: str
    undone: bool
    face_id: str
    faces: int


@dataclass(frozen=True)
class FaceEntry:
    """What one edit of the history did to one face."""

    entry: Entry
    change: FaceChange


class History:
    """The edits of an open project; what writes must be inside a transaction."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._last: tuple[int, str, Edit] | None = None
        """The edit recorded last and its author, with which the next one may merge."""

    # Reading

    def entries(self) -> list[Entry]:
        """Return what can be undone and then what can be redone, oldest first.

        Raises:
            InputError: If the project cannot be read.
        """
        rows = self._tables.read(f"SELECT {_COLUMNS} FROM edits ORDER BY id")
        return [_entry(*row) for row in rows]

    @property
    def last_done(self) -> Entry | None:
        """The edit that would be undone next.

        Raises:
            InputError: If the project cannot be read.
        """
        return self._one("WHERE NOT undone ORDER BY id DESC LIMIT 1")

    @property
    def first_undone(self) -> Entry | None:
        """The edit that would be redone next.

        Raises:
            InputError: If the project cannot be read.
        """
        return self._one("WHERE undone ORDER BY id LIMIT 1")

    def _one(self, condition: str) -> Entry | None:
        rows = self._tables.read(f"SELECT {_COLUMNS} FROM edits {condition}")
        return _entry(*rows[0]) if rows else None

    def edit(self, entry: int) -> Edit:
        """Return an edit in full, as it was made.

        Raises:
            InputError: If the project or the edit cannot be read.
            KeyError: If there is none of that id.
        """
        rows = self._tables.read("SELECT verb, scheme FROM edits WHERE id = ?", (entry,))
        if not rows:
            raise KeyError(entry)
        ((verb, scheme),) = rows
        texts = self._tables.read(
            "SELECT change FROM changes WHERE edit = ? ORDER BY rowid", (entry,)
        )
        changes = tuple(codec.change_from_text(text) for (text,) in texts)
        seen = None if scheme is None else codec.scheme_change_from_text(scheme)
        return Edit(from_key(verb), changes, scheme=seen)

    def of_face(self, face_id: str) -> list[FaceEntry]:
        """Return what was done to a face, oldest first; not what has been undone.

        Raises:
            InputError: If the project or a change cannot be read.
        """
        columns = ", ".join(f"edits.{name}" for name in _COLUMNS.split(", "))
        rows = self._tables.read(
            f"SELECT change, {columns} FROM changes JOIN edits ON edits.id = edit "
            "WHERE changes.face_id = ? AND NOT undone ORDER BY edit",
            (as_key(face_id),),
        )
        return [FaceEntry(_entry(*row), codec.change_from_text(text)) for text, *row in rows]

    @property
    def face_ids(self) -> frozenset[str]:
        """Every face that undoing or redoing would touch.

        Raises:
            InputError: If the project cannot be read.
        """
        rows = self._tables.read("SELECT DISTINCT face_id FROM changes")
        return frozenset(from_key(key) for (key,) in rows)

    def touched_since(self, moment: datetime) -> frozenset[str]:
        """Return every face that was changed from a moment on; not by what has been undone.

        Args:
            moment: In UTC.

        Raises:
            InputError: If the project cannot be read.
        """
        rows = self._tables.read(
            "SELECT DISTINCT changes.face_id FROM changes JOIN edits ON edits.id = edit "
            "WHERE time >= ? AND NOT undone",
            (moment.isoformat(),),
        )
        return frozenset(from_key(key) for (key,) in rows)

    # Writing

    def push(self, edit: Edit, author: str, writer: codec.Writer) -> None:
        """Write down an edit just made; what has been undone is forgotten.

        Args:
            edit: The change.
            author: Who made it.
            writer: Has put its faces into words already, or will.

        Raises:
            sqlite3.Error: If it cannot be written.
        """
        execute = self._tables.connection.execute
        forgotten = execute("DELETE FROM edits WHERE undone").rowcount
        whole = edit
        if self._last is not None and not forgotten:
            before, by, earlier = self._last
            merged = earlier.merged(edit) if by == author else None
            if merged is not None:
                execute("DELETE FROM edits WHERE id = ?", (before,))
                whole = merged
        keys = [as_key(face_id) for face_id in whole.face_ids]
        scheme = None if whole.scheme is None else codec.scheme_change_to_text(whole.scheme)
        first, moment = keys[0] if keys else "", datetime.now(UTC).isoformat()
        row = (moment, author, as_key(whole.verb), first, len(keys), scheme)
        number = execute(
            "INSERT INTO edits (time, author, verb, undone, face_id, faces, scheme) "
            "VALUES (?, ?, ?, 0, ?, ?, ?)",
            row,
        ).lastrowid
        assert number is not None
        texts = [writer.change(change) for change in whole.changes]
        self._tables.connection.executemany(
            "INSERT INTO changes (edit, face_id, change) VALUES (?, ?, ?)",
            [(number, key, text) for key, text in zip(keys, texts, strict=True)],
        )
        if number % PRUNE_EVERY == 0:
            self._prune()
        self._last = number, author, whole

    def mark(self, entries: Sequence[int], undone: bool) -> None:
        """Mark edits as undone, or as done again.

        Raises:
            sqlite3.Error: If it cannot be written.
        """
        self._tables.connection.executemany(
            "UPDATE edits SET undone = ? WHERE id = ?", [(undone, entry) for entry in entries]
        )
        self._last = None

    def _prune(self) -> None:
        """Forget the oldest edits where there are too many."""
        self._tables.connection.execute(
            "DELETE FROM edits WHERE id <= (SELECT max(id) FROM ("
            "SELECT id, row_number() OVER newest AS place, sum(faces) OVER newest AS total "
            "FROM edits WINDOW newest AS (ORDER BY id DESC)) "
            "WHERE place > ? AND (place > ? OR total > ?))",
            (FEWEST_EDITS, MOST_EDITS, MOST_FACES),
        )


_LONG_AGO = datetime.fromtimestamp(0, UTC)


def _entry(
    number: int,
    time: str,
    author: str,
    verb: str | bytes,
    undone: int,
    face_id: str | bytes,
    faces: int,
) -> Entry:
    try:
        moment = datetime.fromisoformat(time).astimezone(UTC)
    except (TypeError, ValueError):
        moment = _LONG_AGO  # damaged, which is no reason to lose what was done
    count = faces if isinstance(faces, int) else 0
    return Entry(number, moment, author, from_key(verb), bool(undone), from_key(face_id), count)
