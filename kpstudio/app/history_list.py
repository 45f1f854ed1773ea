"""The history as the window lists it: of the whole folder, and of the face in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kpstudio.app.edit_words import edit_words
from kpstudio.app.language import tr, tr_count, translated
from kpstudio.app.session import Session
from kpstudio.core.edits import FaceChange
from kpstudio.core.errors import InputError
from kpstudio.core.moves import moves
from kpstudio.core.texts import say
from kpstudio.store.history import Entry

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `HistoryRow` of an index."""

START = say("Before all changes")


@dataclass(frozen=True)
class HistoryRow:
    """What one row shows.

    Attributes:
        id: Of the entry; 0 for the place before the first.
        title: What was done.
        where: The face or how many, or what was moved of it.
        author: Who did it, or "".
        time: When, on the clock of this place; None for the start.
        undone: Whether it has been undone.
        now: Whether this is the state of now.
        face_id: The first face it touches, or "".
        change: What it did to the face in view, where the list is about that.
    """

    id: int
    title: str
    where: str = ""
    author: str = ""
    time: datetime | None = None
    undone: bool = False
    now: bool = False
    face_id: str = ""
    change: FaceChange | None = None

    @property
    def clock(self) -> str:
        """The time of day, with the date where that is not today's."""
        if self.time is None:
            return ""
        today = self.time.date() == datetime.now().astimezone().date()
        return f"{self.time:%H:%M}" if today else f"{self.time:%Y-%m-%d %H:%M}"


class HistoryListModel(QAbstractListModel):
    """Rows of the history, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[HistoryRow, ...] = ()

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show other rows; those at the beginning that are the same entries stay."""
        kept = 0
        for old, new in zip(self.rows, rows, strict=False):
            if old.id != new.id:
                break
            kept += 1
        before, root = self.rows, QModelIndex()
        if kept < len(before):
            self.beginRemoveRows(root, kept, len(before) - 1)
            self.rows = before[:kept]
            self.endRemoveRows()
        if kept < len(rows):
            self.beginInsertRows(root, kept, len(rows) - 1)
            self.rows = tuple(rows)
            self.endInsertRows()
        self.rows = tuple(rows)
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    @property
    def now(self) -> int:
        """The row of now, or -1."""
        return next((number for number, row in enumerate(self.rows) if row.now), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the `HistoryRow`, or the words for tool tips and screen readers."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                when = f"{row.time:%A, %d %B %Y, %H:%M:%S}" if row.time else ""
                return "\n".join(filter(None, (row.title, row.where, row.author, when)))
            case Qt.ItemDataRole.AccessibleTextRole:
                now = tr("the current state") if row.now else ""
                state = tr("undone") if row.undone else now
                words = (row.title, row.where, row.author, row.clock, state)
                return ", ".join(filter(None, words))
            case _ if role == ROW_ROLE:
                return row
        return None


class HistoryBook(QObject):
    """Lists the history while somebody looks.

    Attributes:
        all: Every change in the folder, from the start on.
        of_face: What was done to the face in view.

    Signals:
        failed: one sentence for the person.
    """

    failed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._watched = False
        self._known: dict[int, tuple[Entry, HistoryRow]] = {}
        self.all = HistoryListModel(self)
        self.of_face = HistoryListModel(self)
        for signal in (session.opened, session.history_changed, session.reread):
            signal.connect(self.refresh)
        session.current_changed.connect(self._refresh_face)

    def watch(self, on: bool) -> None:
        """Keep the lists as they are now; not watched, they cost nothing."""
        self._watched = on
        self.refresh()

    def refresh(self) -> None:
        """Read the history, if somebody looks at it."""
        project = self._session.project
        if not self._watched or project is None:
            return
        try:
            entries = project.history.entries()
        except InputError as error:
            self.failed.emit(translated(error))
            return
        self.all.show_rows(self._rows(entries))
        self._known = {entry.id: self._known[entry.id] for entry in entries}
        self._refresh_face()

    def _rows(self, entries: Iterable[Entry]) -> list[HistoryRow]:
        rows = [HistoryRow(0, tr(START)), *map(self._row, entries)]
        now = max(number for number, row in enumerate(rows) if not row.undone)
        rows[now] = replace(rows[now], now=True)
        return rows

    def _row(self, entry: Entry) -> HistoryRow:
        known = self._known.get(entry.id)
        if known is None or known[0] != entry:  # thousands are the same after each change
            known = self._known[entry.id] = entry, _row_of(entry)
        return known[1]

    def _refresh_face(self, *_: object) -> None:
        project, face = self._session.project, self._session.current
        if not self._watched or project is None:
            return
        names = self._session.labels.scheme.points
        try:
            found = [] if face is None else project.history.of_face(face.id)
        except InputError as error:
            self.failed.emit(translated(error))
            return
        rows = []
        for one in found:
            what = tr(moves(one.change).sentence(names)) or _said(one.change)
            rows.append(replace(self._row(one.entry), where=what, change=one.change))
        self.of_face.show_rows(rows)


def _row_of(entry: Entry) -> HistoryRow:
    face = face_name(entry.face_id)
    where = tr_count("1 face", "{count} faces", entry.faces) if entry.faces > 1 else face
    verb = edit_words(entry.verb)
    title = verb[:1].upper() + verb[1:]
    time = entry.time.astimezone()
    return HistoryRow(
        entry.id, title, where, entry.author, time, entry.undone, face_id=entry.face_id
    )


def _said(change: FaceChange) -> str:
    """Return the note that a second person gave by a change, or ""."""
    before, after = change.before, change.after
    if before is None or after is None or before.review == after.review:
        return ""
    return "" if after.review is None else after.review.note


def face_name(face_id: str) -> str:
    """Return the file name of a face's picture, with the face's number where it is not the first.

    The face may be gone.
    """
    picture, _, number = face_id.rpartition("#")
    name = picture.rpartition("/")[2]
    return f"{name} ({int(number) + 1})" if number.isdecimal() and int(number) else name
