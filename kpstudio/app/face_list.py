"""The list of faces as the window shows it: which ones, in which order, with which figures."""

from __future__ import annotations

import math
from bisect import insort
from collections.abc import Iterable
from enum import StrEnum
from itertools import filterfalse
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal

from kpstudio.app.face_order import LASTING, AnyOrder, ByFigure, ByPoints, Order, by_name, in_order
from kpstudio.app.face_row import FaceRow
from kpstudio.app.face_words import read_out, review_words
from kpstudio.app.filter_book import FilterBook
from kpstudio.app.language import tr, translated
from kpstudio.app.measuring_ahead import measure_ahead
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.app.suspect_book import SuspectBook
from kpstudio.core.errors import InputError
from kpstudio.core.facts import FaceFacts
from kpstudio.core.filters import expand
from kpstudio.core.labelset import Face
from kpstudio.core.matching import Chosen, Test, choose, compile_query, select
from kpstudio.core.persons import SETTING as PERSONS
from kpstudio.core.persons import person_rule
from kpstudio.core.query import All, Query
from kpstudio.core.query_parser import parse_query

Index = QModelIndex | QPersistentModelIndex
FACE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `FaceRow` of an index."""


_FEW = 500


class Scope(StrEnum):
    """Which faces a workspace is about."""

    ALL = "all"
    REVIEWED = "reviewed"
    PHOTOS = "photos"


class FaceListModel(QStringListModel):
    """Faces of the session in one scope, filtered and sorted.

    A list view asks for the number of rows once for every row: the strings of the base class, the
    faces' ids, answer that many times faster than Python could.

    Attributes:
        filters: The saved filters.
        facts: What can be asked of the faces.
        suspects: What is suspicious about their labels.

    Signals:
        rebuilding: the list is about to be made anew.
        counted: (rows shown, faces in the scope).
        failed: why the faces cannot be in the order that was wanted; they are by name.
    """

    rebuilding = Signal()
    counted = Signal(int, int)
    failed = Signal(str)

    def __init__(self, session: Session, runs: RunBook, suspects: SuspectBook) -> None:
        super().__init__(session)
        self._session = session
        self._runs = runs
        self.suspects = suspects
        self.filters = FilterBook(session)
        self.facts = self._new_facts()
        self._scope = Scope.ALL
        self._order: AnyOrder = Order.NAME
        self._backwards = False
        self._wished: dict[Scope, tuple[AnyOrder, bool]] = {}  # how a person sorted each
        self._doubtful: frozenset[str] = frozenset()  # those whose doubt the order knows
        self._overdue = False
        self._split = ""
        self._text = ""
        self._test: Test | None = None
        self._query: Query = All()
        self._named = session.labels
        self._by_name: tuple[str, ...] = ()
        self._scope_ids: tuple[str, ...] = ()
        self._rows: tuple[str, ...] = ()
        self._row_of: dict[str, int] = {}
        session.opened.connect(self._opened)
        session.faces_listed.connect(self._listed)
        session.faces_changed.connect(self._changed)
        session.broken_changed.connect(self._marked)
        runs.predictions_changed.connect(self._predicted)
        runs.predicting_progressed.connect(self._predicting)
        suspects.changed.connect(self._suspected)
        self.filters.changed.connect(self._filters_changed)

    # What is shown

    @property
    def scope(self) -> Scope:
        """Which faces the list is about."""
        return self._scope

    @property
    def order(self) -> AnyOrder:
        """How it is sorted."""
        return self._order

    @property
    def split(self) -> str:
        """The part of the run shown: "train", "val", or "" for both."""
        return self._split

    @property
    def text(self) -> str:
        """The search that it follows; one that is wrong is not followed."""
        return self._text

    @property
    def backwards(self) -> bool:
        """Whether the order is turned round."""
        return self._backwards

    def show_scope(self, scope: Scope, order: AnyOrder, split: str = "") -> bool:
        """Choose the faces, in ``order`` unless a person sorted those of the scope.

        Returns:
            Whether they are listed: not where a person did not want to wait.
        """
        wanted = (scope, *self._wished.get(scope, (order, False)), split)
        if wanted != (self._scope, self._order, self._backwards, self._split):
            if not self._measure_ahead(scope, wanted[1], self._query):
                return False
            self._scope, self._order, self._backwards, self._split = wanted
            self.rebuild()
        return True

    def sort_by(self, order: AnyOrder, backwards: bool = False) -> None:
        """Sort the list, and again so when the scope comes back."""
        if not self._measure_ahead(self._scope, order, self._query):
            return
        if isinstance(order, LASTING):
            self._wished[self._scope] = order, backwards
        if (order, backwards) != (self._order, self._backwards):
            self._order, self._backwards = order, backwards
            self.rebuild()

    def filter(self, text: str) -> None:
        """Keep the faces that the search ``text`` finds (`kpstudio.core.query`).

        `text` tells whether it does: not where a person did not want to wait.

        Raises:
            InputError: If the search is wrong; the list stays as it was.
        """
        query = expand(parse_query(text), self.filters.filters)
        if self._measure_ahead(self._scope, self._order, query):
            self._compile(text)
            self.rebuild()

    def _measure_ahead(self, scope: Scope, order: AnyOrder, query: Query) -> bool:
        """Measure what a list would ask of its faces; False if a person did not want to wait."""
        off, turned = scope is Scope.REVIEWED or order is Order.WORST, order is Order.YAW
        return measure_ahead(self._session, self._runs.errors, self.facts, query, off, turned)

    def _compile(self, text: str) -> None:
        query = expand(parse_query(text), self.filters.filters)
        test = compile_query(query, self.facts)
        self._text, self._test = text, test if text.strip() else None
        self._query = query

    def choose(self, text: str) -> Chosen:
        """Return the faces of the folder that a search finds, whatever the list shows.

        Raises:
            InputError: If the search is wrong, or finds no face.
        """
        self.facts.know_problems(self._session.problems)
        chosen = choose(text, self.facts, self.filters.filters)
        if not chosen.faces:
            raise InputError(
                tr("no face here matches {text!r}: try it in the list's search line", text=text)
            )
        return chosen

    def rebuild(self) -> None:
        """Make the list anew: the order is that of this moment, and stays while one works."""
        labels = self._session.labels
        if labels is not self._named:
            self._sort_names()
        if labels is not self.facts.labels:
            self._take_labels()
        ids = self._by_name
        if self._scope is Scope.PHOTOS:
            ids = tuple(face.id for face in labels.known(ids) if face.photo)
        elif self._split:  # of what is reviewed
            ids = tuple(i for i in ids if self._runs.split_of(i) == self._split)
        facts = self.facts
        if self._scope is Scope.REVIEWED or self._order is Order.WORST:
            facts = facts.with_errors(labels.known(ids))
        if self._scope is Scope.REVIEWED:
            ids = tuple(i for i in ids if facts.error(i) is not None)
        shown = self._chosen(ids, facts)
        self._overdue = False
        if self._order is Order.DOUBT:
            self._doubtful = frozenset(i for i in ids if self._runs.prediction(i) is not None)
        self.rebuilding.emit()
        self._rows, self._scope_ids = shown, ids
        self._row_of = dict(zip(shown, range(len(shown)), strict=True))
        self.setStringList(shown)
        self.counted.emit(len(shown), len(ids))

    def _chosen(self, ids: tuple[str, ...], facts: FaceFacts) -> tuple[str, ...]:
        """Return those of ``ids``, which are in the order of their names, to show, in order."""
        if self._test is None and self._order is Order.NAME:
            return ids[::-1] if self._backwards else ids
        facts.know_problems(self._session.problems)
        faces = self._session.labels.known(ids)
        if self._test is not None:
            faces = select(self._query, faces, facts)
        try:
            faces = in_order(faces, self._order, facts, self._backwards)
        except InputError as error:  # of another package
            self._order = Order.NAME
            self._wished.pop(self._scope, None)
            self.failed.emit(translated(error))
        return tuple(face.id for face in faces)

    # Looking up

    @property
    def face_ids(self) -> tuple[str, ...]:
        """The faces shown, in order."""
        return self._rows

    @property
    def scope_ids(self) -> tuple[str, ...]:
        """The faces of the scope in the order of their names, whatever the search leaves."""
        return self._scope_ids

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
        """Return the next face that is neither checked nor rejected, or "".

        After the last face the search goes on from the top.
        """
        start, count = self._row_of.get(face_id, -1) + 1, len(self._rows)
        for other in (self._rows[(start + step) % count] for step in range(count)):
            if other != face_id and not self._session.labels[other].finished:
                return other
        return ""

    def row(self, face_id: str) -> FaceRow:
        """Return what is shown of a face, whether it is in the list or not."""
        return self._row(self._session.labels[face_id])

    def measure_poses(self, face_ids: Iterable[str]) -> None:
        """Measure how heads are turned in one go, where `row` would measure face by face."""
        self.facts.measure_poses(self._session.labels.known(face_ids))

    def name_of(self, face: Face) -> str:
        """Return a face's picture's file name, with its number where the picture has several."""
        name, labels = face.picture.rpartition("/")[2], self._session.labels
        if labels.count_of(face.picture) > 1 and len(of := labels.faces_of(face.picture)) > 1:
            return f"{name} ({of.index(face) + 1})"
        return name

    def why(self, face_id: str) -> str:
        """Return why a face stands where it does in the list, where its order tells, else ""."""
        return self._order.why.get(face_id, "") if isinstance(self._order, ByFigure) else ""

    def finds(self, face: Face) -> bool:
        """Return whether the search finds a face, be it in the scope or not."""
        return self._test is None or self._test(face)

    def _row(self, face: Face) -> FaceRow:
        facts = self.facts
        error, split = facts.error(face.id), facts.split(face.id)
        broken = translated(self._session.broken.get(face.picture, ""))
        name, yaw, doubt = self.name_of(face), facts.yaw(face), facts.doubt(face)
        state, suspected = facts.state(face), self.suspects.words(face.id)
        return FaceRow(face, name, error, yaw, split, state, broken, doubt, suspected)

    def read_persons(self, pattern: str) -> None:
        """Let names show persons by another rule (`kpstudio.core.persons`), and keep it.

        Raises:
            InputError: If it is no rule, or cannot be kept.
        """
        person_rule(pattern)
        if self._session.project is not None:
            self._session.project.set_setting(PERSONS, pattern)
        self._take_labels()
        self.rebuild()

    # Following the session

    def _new_facts(self) -> FaceFacts:
        project = self._session.project
        pattern = "" if project is None else str(project.setting(PERSONS, ""))
        try:
            persons = person_rule(pattern)
        except InputError:  # of another version: names are read as usual
            persons = person_rule()
        runs = self._runs
        return FaceFacts(
            self._session.labels,
            runs.prediction,
            runs.split_of,
            runs.errors.of_all,
            persons,
            normaliser=lambda: runs.measuring.yardstick.normaliser,
            suspicion=self.suspects.score,
        )

    def _opened(self) -> None:
        if not isinstance(self._order, LASTING):  # of another folder
            self._order = Order.WORST if isinstance(self._order, ByPoints) else Order.NAME
        self._take_labels()
        self.rebuild()

    def _take_labels(self) -> None:
        self.facts = self._new_facts()
        self._compile_again()

    def _filters_changed(self) -> None:
        if "@" in self._text:
            self._compile_again()
            self.rebuild()

    def _compile_again(self) -> None:
        try:
            self._compile(self._text)
        except InputError:  # a saved filter of another folder: the search line says so
            self._test = None

    def _listed(self) -> None:
        self._sort_names()
        self.rebuild()

    def _sort_names(self) -> None:
        """Take new faces into the order of names: sorting all of them anew would be seen."""
        labels = self._session.labels
        before = self._by_name if labels is self._named else self._session.by_name
        ids = dict.fromkeys(labels.ids)
        order = list(filter(ids.__contains__, before))
        new = list(filterfalse(set(order).__contains__, ids))

        def key(face_id: str) -> tuple[str, str]:
            return by_name(labels[face_id])

        if len(new) > _FEW:
            order = sorted(order + new, key=key)
        else:
            for face_id in new:
                insort(order, face_id, key=key)
        self._named, self._by_name = labels, tuple(order)

    def _changed(self, face_ids: tuple[str, ...]) -> None:
        if self._rows and len(face_ids) > _FEW:  # who listens would be told as often
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            return
        rows = [row for i in face_ids if (row := self._row_of.get(i)) is not None]
        for row in rows:
            if self._rows[row] in self._session.labels:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _marked(self, pictures: tuple[str, ...]) -> None:
        labels = self._session.labels
        self._changed(tuple(face.id for name in pictures for face in labels.faces_of(name)))

    def _predicted(self, face_ids: tuple[str, ...] | None) -> None:
        if self._session.labels is not self._named:
            return  # the folder has just been opened, and the list is about to be made anew
        # While a run is trained, the list must not jump under the reader at each epoch's end.
        plain = self._test is None and self._scope is Scope.ALL and self._order is Order.NAME
        if face_ids is not None and (self._runs.live or plain):
            self._changed(face_ids)
        elif face_ids is not None and self._order is Order.DOUBT and self._runs.predicting:
            # Nor while doubts come in, nor at all for a face that is in its place already.
            self._changed(face_ids)
            self._overdue |= not self._doubtful.issuperset(face_ids)
        else:
            self.rebuild()

    def _predicting(self, _done: int, total: int) -> None:
        if not total and self._overdue and self._session.labels is self._named:
            self.rebuild()

    def _suspected(self, face_ids: tuple[str, ...] | None) -> None:
        """Show what is suspected now; faces keep their places while one goes through them."""
        if face_ids is not None:
            self._changed(face_ids)
        elif self._session.labels is self._named:  # else it is about to be made anew
            self.rebuild()

    # QStringListModel

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen, and not be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

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
            path = self._session.labels.picture_path(row.face.picture)
            said = review_words(face.review) if face.verdict is not None else ""
            told = (row.broken, said, tr(self.why(face.id)), tr(row.suspected))
            return "\n".join(filter(None, (str(path), *told)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            nme = math.nan if row.error is None else row.error.nme
            return read_out(face, row.name, row.state, nme, tr(row.suspected), row.broken)
        return row.name
