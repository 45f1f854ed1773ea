"""The history of a project: what was changed, by whom and when, and what of it has been undone.

It is the undo stack as well, so that a restart changes nothing: every edit done, oldest first, and
behind them those undone, which the next edit forgets. It keeps the last `MOST_EDITS` edits, fewer
where they touch many faces, but always the last `FEWEST_EDITS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple, TypeVar

from kpstudio.core.edits import Edit, FaceChange
from kpstudio.store import codec
from kpstudio.store.database import Tables
from kpstudio.store.keys import as_key, from_key

Thing = TypeVar("Thing")

MOST_EDITS = 5000
MOST_FACES = 20_000
"""Faces that all edits kept touch together."""
FEWEST_EDITS = 10
"""Edits that are kept however many faces they touch."""
PRUNE_EVERY = 50
"""Edits between two looks at whether there are too many."""

Passed = Callable[[int], object]
"""Is told how many faces are done; raises `Cancelled` to stop."""

_COLUMNS = "id, time, author, verb, undone, face_id, faces"


def unheard(_done: int) -> None:
    """Tell nobody how far something is."""


def counted(things: Iterable[Thing], passed: Passed) -> Iterator[Thing]:
    """Yield things, and tell before each how many are done."""
    for done, thing in enumerate(things):
        passed(done)
        yield thing


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


class Pushed(NamedTuple):
    """An edit as it is written down.

    Attributes:
        id: Of its entry.
        author: Who made it; None where nothing may merge with it any more.
        edit: As made, or joined with the one before it.
    """

    id: int
    author: str | None
    edit: Edit


class History:
    """The edits of an open project; what writes must be inside a transaction."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._last: Pushed | None = None
        """The edit recorded last: the next one may merge with it, and undoing need not read it."""

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

    def at_hand(self, entry: int) -> bool:
        """Whether an edit need not be read, which takes long where it has many faces."""
        return self._last is not None and self._last.id == entry

    def edit(self, entry: int, passed: Passed = unheard) -> Edit:
        """Return an edit in full, as it was made.

        Args:
            entry: Its id.
            passed: Is told how many of its faces are read.

        Raises:
            InputError: If the project or the edit cannot be read.
            Cancelled: If ``passed`` asked for it.
            KeyError: If there is none of that id.
        """
        if self._last is not None and self.at_hand(entry):
            return replace(self._last.edit, merge_key="")
        rows = self._tables.read("SELECT verb, scheme FROM edits WHERE id = ?", (entry,))
        if not rows:
            raise KeyError(entry)
        ((verb, scheme),) = rows
        texts = self._tables.read(
            "SELECT change FROM changes WHERE edit = ? ORDER BY rowid", (entry,)
        )
        changes = [codec.change_from_text(text) for (text,) in counted(texts, passed)]
        seen = None if scheme is None else codec.scheme_change_from_text(scheme)
        return Edit(from_key(verb), tuple(changes), scheme=seen)

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

    def forgotten_by(self, edit: Edit) -> int:
        """Return how many faces are touched by what is forgotten once ``edit`` is written down.

        Raises:
            InputError: If the project cannot be read.
        """
        due = "(SELECT seq + 1 FROM sqlite_sequence WHERE name = 'edits') % ? = 0"
        query = (
            "SELECT coalesce(sum(faces), 0) FROM edits "
            f"WHERE undone OR ({due} AND id <= ({_TOO_MANY}))"
        )
        few, most, faces = _bounds()
        bounds = few - 1, most - 1, faces - len(edit.changes)
        ((faces,),) = self._tables.read(query, (PRUNE_EVERY, *bounds))
        return int(faces)

    # Writing

    def push(self, edit: Edit, author: str) -> Pushed:
        """Write down an edit just made, but for its changes; what has been undone is forgotten.

        `note` writes the changes, and `remember` follows once all is on disk.

        Args:
            edit: The change.
            author: Who made it.

        Raises:
            sqlite3.Error: If it cannot be written.
        """
        execute = self._tables.connection.execute
        forgotten = execute("DELETE FROM edits WHERE undone").rowcount
        whole = edit
        if self._last is not None and self._last.author == author and not forgotten:
            merged = self._last.edit.merged(edit)
            if merged is not None:
                execute("DELETE FROM edits WHERE id = ?", (self._last.id,))
                whole = merged
        scheme = None if whole.scheme is None else codec.scheme_change_to_text(whole.scheme)
        first = as_key(whole.changes[0].face_id) if whole.changes else ""
        moment = datetime.now(UTC).isoformat()
        row = (moment, author, as_key(whole.verb), first, len(whole.changes), scheme)
        number = execute(
            "INSERT INTO edits (time, author, verb, undone, face_id, faces, scheme) "
            "VALUES (?, ?, ?, 0, ?, ?, ?)",
            row,
        ).lastrowid
        assert number is not None
        if number % PRUNE_EVERY == 0:
            self._prune()
        return Pushed(number, author, whole)

    def note(self, entry: int, change: FaceChange, writer: codec.Writer) -> None:
        """Write down what an edit does to one more of its faces.

        Raises:
            sqlite3.Error: If it cannot be written.
        """
        self._tables.connection.execute(
            "INSERT INTO changes (edit, face_id, change) VALUES (?, ?, ?)",
            (entry, as_key(change.face_id), writer.change(change)),
        )

    def remember(self, pushed: Pushed) -> None:
        """Keep the edit at hand that has been recorded last."""
        self._last = pushed

    def mark(self, entries: Sequence[int], undone: bool) -> None:
        """Mark edits as undone, or as done again.

        Raises:
            sqlite3.Error: If it cannot be written.
        """
        self._tables.connection.executemany(
            "UPDATE edits SET undone = ? WHERE id = ?", [(undone, entry) for entry in entries]
        )
        if self._last is not None:
            self._last = self._last._replace(author=None)

    def _prune(self) -> None:
        """Forget the oldest edits where there are too many."""
        self._tables.connection.execute(f"DELETE FROM edits WHERE id <= ({_TOO_MANY})", _bounds())


_TOO_MANY = (
    "SELECT max(id) FROM ("
    "SELECT id, row_number() OVER newest AS place, sum(faces) OVER newest AS total "
    "FROM edits WHERE NOT undone WINDOW newest AS (ORDER BY id DESC)) "
    "WHERE place > ? AND (place > ? OR total > ?)"
)
"""The newest edit that is too many, by `_bounds`."""
_LONG_AGO = datetime.fromtimestamp(0, UTC)


def _bounds() -> tuple[int, int, int]:
    return FEWEST_EDITS, MOST_EDITS, MOST_FACES


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
