"""The list of faces as the window shows it: which ones, in which order, with which figures."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from kpstudio.app.run_book import FaceError, RunBook
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.order import natural_key
from kpstudio.core.shapemodel import shipped_shape_model

Index = QModelIndex | QPersistentModelIndex
FACE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `FaceRow` of an index."""


class Scope(StrEnum):
    """Which faces a workspace is about."""

    ALL = "all"
    REVIEWED = "reviewed"
    PHOTOS = "photos"


class Order(StrEnum):
    """How the list is sorted."""

    NAME = "name"
    WORST = "worst first"
    STATE = "state"


@dataclass(frozen=True)
class FaceRow:
    """What one row shows.

    Attributes:
        face: The face.
        name: Its picture's file name, with the face's number where the picture has several.
        error: How far the prediction is off, or None.
        yaw: About how far the head is turned, degrees; NaN where unknown.
        split: "train", "val" or "".
        state: As shown: a face without points of its own that has a prediction is predicted.
    """

    face: Face
    name: str
    error: FaceError | None
    yaw: float
    split: str
    state: FaceState


_COMPARISON = re.compile(r"^(error|nme|yaw)([<>])(-?\d+(?:\.\d+)?)$")
FILTER_HELP = "name, state:checked, split:val, error>8, yaw>20"


def compile_filter(text: str) -> Callable[[FaceRow], bool]:
    """Return the test that ``text`` means: every word must hold.

    Words: part of the file name; ``state:checked``; ``split:val``; ``error>8`` (NME in percent);
    ``yaw>20`` (degrees, either way).

    Raises:
        InputError: If a word with a colon names no state or split.
    """
    tests = [_word(word) for word in text.split()]
    return lambda row: all(test(row) for test in tests)


def _word(word: str) -> Callable[[FaceRow], bool]:
    key, colon, value = word.partition(":")
    if colon and key == "state":
        if value not in tuple(FaceState):
            raise InputError(f"no state {value!r}: use {', '.join(FaceState)}")
        return lambda row: row.state == value
    if colon and key == "split":
        if value not in ("train", "val"):
            raise InputError(f"no split {value!r}: use train or val")
        return lambda row: row.split == value
    comparison = _COMPARISON.match(word)
    if comparison:
        return _compare(comparison[1], comparison[2] == ">", float(comparison[3]))
    return lambda row: word.lower() in row.name.lower()


def _compare(figure: str, above: bool, bound: float) -> Callable[[FaceRow], bool]:
    def test(row: FaceRow) -> bool:
        nme = 100 * row.error.nme if row.error else math.nan
        value = abs(row.yaw) if figure == "yaw" else nme
        return value > bound if above else value < bound

    return test


def _by_name(face: Face) -> tuple[str, str]:
    return natural_key(face.picture.rpartition("/")[2]), face.id


def _by_error(row: FaceRow) -> float:
    return -row.error.nme if row.error and math.isfinite(row.error.nme) else math.inf


_STATES = tuple(FaceState)
_NEVER: tuple[None, float] = (None, math.nan)
_PORTION = 4000
"""Faces measured in one go: enough to be quick, few enough to fit in the cache."""

_KEYS: dict[Order, Callable[[FaceRow], Any]] = {
    Order.WORST: _by_error,
    Order.STATE: lambda row: _STATES.index(row.state),
}


class FaceListModel(QAbstractListModel):
    """Faces of the session in one scope, filtered and sorted.

    Signals:
        counted: (rows shown, faces in the scope).
    """

    counted = Signal(int, int)

    def __init__(self, session: Session, runs: RunBook) -> None:
        super().__init__(session)
        self._session = session
        self._runs = runs
        self._scope = Scope.ALL
        self._order = Order.NAME
        self._split = ""
        self._test: Callable[[FaceRow], bool] | None = None
        self._named = session.labels
        self._by_name: tuple[str, ...] = ()
        self._rows: tuple[str, ...] = ()
        self._row_of: dict[str, int] = {}
        self._yaws: dict[str, tuple[Landmarks, float]] = {}
        session.opened.connect(self._opened)
        session.faces_listed.connect(self._listed)
        session.faces_changed.connect(self._changed)
        runs.predictions_changed.connect(self._predicted)

    # What is shown

    @property
    def scope(self) -> Scope:
        """Which faces the list is about."""
        return self._scope

    @property
    def order(self) -> Order:
        """How it is sorted."""
        return self._order

    @property
    def split(self) -> str:
        """The part of the run shown: "train", "val", or "" for both."""
        return self._split

    def show_scope(self, scope: Scope, order: Order, split: str = "") -> None:
        """Choose the faces and their order together."""
        if (scope, order, split) != (self._scope, self._order, self._split):
            self._scope, self._order, self._split = scope, order, split
            self.rebuild()

    def sort_by(self, order: Order) -> None:
        """Sort the list."""
        self.show_scope(self._scope, order, self._split)

    def filter(self, text: str) -> None:
        """Keep the rows that `compile_filter` accepts.

        Raises:
            InputError: If the text means nothing; the list stays as it was.
        """
        self._test = compile_filter(text) if text.strip() else None
        self.rebuild()

    def rebuild(self) -> None:
        """Make the list anew: the order is that of this moment, and stays while one works."""
        labels = self._session.labels
        if labels is not self._named:
            self._sort_names()
        ids = self._by_name
        if self._scope is not Scope.ALL:
            ids = tuple(face_id for face_id in ids if self._in_scope(labels[face_id]))
        shown = self._chosen(ids)
        self.beginResetModel()
        self._rows = shown
        self._row_of = {face_id: number for number, face_id in enumerate(shown)}
        self.endResetModel()
        self.counted.emit(len(shown), len(ids))

    def _chosen(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of ``ids``, which are in the order of their names, to show, in order."""
        if self._test is None and self._order is Order.NAME:
            return ids  # rows need not be made: only those in view ever are
        self._measure_yaws(ids)
        rows = [self.row(face_id) for face_id in ids]
        if self._test is not None:
            rows = list(filter(self._test, rows))
        if self._order is not Order.NAME:
            rows.sort(key=_KEYS[self._order])
        return tuple(row.face.id for row in rows)

    def _in_scope(self, face: Face) -> bool:
        if self._scope is Scope.PHOTOS:
            return face.photo
        if self._scope is Scope.REVIEWED:
            split = self._runs.split_of(face.id)
            in_split = not self._split or split == self._split
            return in_split and self._runs.error(face.id) is not None
        return True

    # Looking up

    @property
    def face_ids(self) -> tuple[str, ...]:
        """The faces shown, in order."""
        return self._rows

    def row_of(self, face_id: str) -> int:
        """Return the row of a face, or -1 where it is not shown."""
        return self._row_of.get(face_id, -1)

    def neighbour(self, face_id: str, step: int) -> str:
        """Return the face ``step`` rows on, stopping at the ends; "" for an empty list."""
        if not self._rows:
            return ""
        row = self._row_of.get(face_id)
        if row is None:
            return self._rows[0]
        return self._rows[min(max(row + step, 0), len(self._rows) - 1)]

    def next_unfinished(self, face_id: str) -> str:
        """Return the next face that nobody has checked, from the top again at the end, or ""."""
        start, count = self._row_of.get(face_id, -1) + 1, len(self._rows)
        for other in (self._rows[(start + step) % count] for step in range(count)):
            if other != face_id and self._session.labels[other].state is not FaceState.CHECKED:
                return other
        return ""

    def row(self, face_id: str) -> FaceRow:
        """Return what is shown of a face, whether it is in the list or not."""
        return self._row(self._session.labels[face_id])

    def _row(self, face: Face) -> FaceRow:
        name = face.picture.rpartition("/")[2]
        labels = self._session.labels
        if labels.count_of(face.picture) > 1 and len(of := labels.faces_of(face.picture)) > 1:
            name = f"{name} ({of.index(face) + 1})"
        predicted = self._runs.prediction(face.id) is not None
        waits = face.state is FaceState.UNLABELLED and predicted
        state = FaceState.PREDICTED if waits else face.state
        error, split = self._runs.error(face.id), self._runs.split_of(face.id)
        return FaceRow(face, name, error, self._yaw(face), split, state)

    def _yaw(self, face: Face) -> float:
        points = self._points(face)
        model = shipped_shape_model(self._session.labels.scheme.name)
        if model is None or points is None:
            return math.nan
        measured = self._yaws.get(face.id)
        if measured is None or measured[0] is not points:
            measured = self._yaws[face.id] = points, model.yaw(points.xy_image)
        return measured[1]

    def _measure_yaws(self, ids: Sequence[str]) -> None:
        """Measure in one go what `_yaw` would measure face by face."""
        labels = self._session.labels
        model = shipped_shape_model(labels.scheme.name)
        if model is None:
            return
        found = ((face_id, self._points(labels[face_id])) for face_id in ids)
        new = [(i, p) for i, p in found if p is not None and self._yaws.get(i, _NEVER)[0] is not p]
        for start in range(0, len(new), _PORTION):
            portion = new[start : start + _PORTION]
            yaws = model.yaws(np.stack([points.xy_image for _, points in portion])).tolist()
            self._yaws.update(
                (face_id, (points, yaw))
                for (face_id, points), yaw in zip(portion, yaws, strict=True)
            )

    def _points(self, face: Face) -> Landmarks | None:
        return face.landmarks or self._runs.prediction(face.id)

    # Following the session

    def _opened(self) -> None:
        self._yaws.clear()
        self.rebuild()

    def _listed(self) -> None:
        self._sort_names()
        self.rebuild()

    def _sort_names(self) -> None:
        self._named = self._session.labels
        self._by_name = tuple(face.id for face in sorted(self._named, key=_by_name))

    def _changed(self, face_ids: tuple[str, ...]) -> None:
        for face_id in face_ids:
            row = self._row_of.get(face_id)
            if row is not None and face_id in self._session.labels:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _predicted(self, face_ids: tuple[str, ...] | None) -> None:
        # While a run is trained, the list must not jump under the reader at each epoch's end.
        plain = self._test is None and self._scope is Scope.ALL and self._order is Order.NAME
        if face_ids is not None and (self._runs.live or plain):
            self._changed(face_ids)
        else:
            self.rebuild()

    # QAbstractListModel

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of faces shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, the `FaceRow`, or the text for screen readers of a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            FACE_ROLE,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        face = self._session.labels.get(self._rows[index.row()])
        if face is None:
            return None  # it has just gone, and the list is about to be made anew
        row = self._row(face)
        if role == FACE_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(self._session.labels.picture_path(row.face.picture))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            known = row.error is not None and math.isfinite(row.error.nme)
            error = f", NME {100 * row.error.nme:.1f} percent" if row.error and known else ""
            return f"{row.name}, {row.state}{error}"
        return row.name
