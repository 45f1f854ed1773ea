"""The history panel: every change of the folder, or those of the face in view with their moves."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QMenu,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.history_list import ROW_ROLE, HistoryBook, HistoryListModel, HistoryRow
from kpstudio.app.language import in_digits, tr, translated
from kpstudio.core.moves import Moves
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.history_delegate import HistoryDelegate
from kpstudio.ui.panels.part_menu import PartMenu, add, offer_table, pointed
from kpstudio.ui.panels.parts import EmptyState, Header, alignment, hairline
from kpstudio.ui.panels.widths import ColumnWidths

ALL, OF_FACE = range(2)
_NOTHING = say("No changes yet. Your changes will be listed here and can be undone.")
_NOTHING_OF_FACE = say("This face has not been changed.")
_MOVES_HEIGHT = 200


class HistoryPanel(QWidget):
    """Two lists, of which one is shown, and a table of the points that a change moved.

    Attributes:
        may_go: Whether the menu offers to go to a state.

    Signals:
        shown: whether the panel can be seen now.
        state_wanted: the id of the entry that is to be the last one done; 0: none.
        entry_seen: the id of the face of the entry that a person put the list on.
        change_seen: the `HistoryRow` of a change of the face in view, or None.
    """

    shown = Signal(bool)
    state_wanted = Signal(int)
    entry_seen = Signal(str)
    change_seen = Signal(object)

    def __init__(self, book: HistoryBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header(tr("History"))
        parts = (
            (say("All"), say("Every change in this folder: click one to go back or forward to it")),
            (say("This face"), say("Who changed the face in view, when, and by how much")),
        )
        self.scope = self.header.add_segments(parts, self.header.row.count())
        self.list = self._view(book.all, tr("History"))
        self.face_list = self._view(book.of_face, tr("Changes of this face"))
        self.moves = _MovesTable()
        self.may_go = True
        self._pages = QStackedLayout()
        self._lay_out()
        self.scope.idClicked.connect(self.show_scope)
        self.list.clicked.connect(self._wanted)
        self.list.activated.connect(self._wanted)
        self.list.selectionModel().currentChanged.connect(self._seen)
        self.face_list.selectionModel().currentChanged.connect(self._change_seen)
        for model in (book.all, book.of_face):
            model.rowsInserted.connect(self._show_page)
            model.rowsRemoved.connect(self._show_page)
        book.all.dataChanged.connect(self._follow_now)
        self.show_scope(ALL)

    def _view(self, model: HistoryListModel, name: str) -> QListView:
        view = QListView()
        view.setModel(model)
        view.setItemDelegate(HistoryDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(name)
        PartMenu(view, partial(self._fill_menu, view))
        theme.bus.changed.connect(view.viewport().update)
        return view

    def _lay_out(self) -> None:
        face_page = QWidget()
        inside = QVBoxLayout(face_page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.face_list, 1)
        self._line = hairline()
        self._line.hide()
        inside.addWidget(self._line)
        inside.addWidget(self.moves)
        self._empty = EmptyState(tr(_NOTHING))
        body = QWidget()
        body.setLayout(self._pages)
        for page in (self.list, face_page, self._empty):
            self._pages.addWidget(page)  # not sooner: without a parent it is a window
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(body, 1)

    # What is shown

    def show_scope(self, scope: int) -> None:
        """Show every change (`ALL`) or those of the face in view (`OF_FACE`)."""
        self.scope.button(scope).setChecked(True)
        self.face_list.clearSelection()
        self.face_list.setCurrentIndex(QModelIndex())
        self._show_page()
        self._follow_now()

    def show_moves(self, moves: Moves | None, scheme: PointSchema) -> None:
        """Show which points a change moved; None for no change."""
        self.moves.show_moves(moves, scheme)
        self._line.setVisible(not self.moves.isHidden())

    def _show_page(self, *_: object) -> None:
        """Show the list that is asked for, or a sentence where it is empty."""
        scope = self.scope.checkedId()
        view = self.face_list if scope == OF_FACE else self.list
        if view.model().rowCount() > (0 if scope == OF_FACE else 1):
            self._pages.setCurrentIndex(scope)
        else:
            self._empty.label.setText(tr(_NOTHING_OF_FACE) if scope == OF_FACE else tr(_NOTHING))
            self._pages.setCurrentWidget(self._empty)

    def _follow_now(self, *_: object) -> None:
        """Put the list on the state of now; nobody has asked for its face."""
        model = self.list.model()
        assert isinstance(model, HistoryListModel)
        if model.now < 0:
            return
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        self.list.setCurrentIndex(model.index(model.now))
        selection.blockSignals(False)
        self.list.viewport().update()
        self.list.scrollTo(model.index(model.now))

    # What a person does

    def _wanted(self, index: QModelIndex) -> None:
        row: HistoryRow = index.data(ROW_ROLE)
        self.state_wanted.emit(row.id)
        if row.face_id:
            self.entry_seen.emit(row.face_id)

    def _fill_menu(self, view: QListView, menu: QMenu, place: QPoint | None) -> None:
        index = pointed(view, place)
        if not index.isValid():
            return
        row: HistoryRow = index.data(ROW_ROLE)
        if view is self.list and self.may_go and not row.now:
            add(menu, tr("Go to this change"), lambda: self.state_wanted.emit(row.id))
        words = str(index.data(Qt.ItemDataRole.ToolTipRole))
        add(menu, tr("Copy text"), lambda: QGuiApplication.clipboard().setText(words))

    def _seen(self, index: QModelIndex) -> None:
        row: HistoryRow | None = index.data(ROW_ROLE)
        if row is not None and row.face_id:
            self.entry_seen.emit(row.face_id)

    def _change_seen(self, index: QModelIndex) -> None:
        self.change_seen.emit(index.data(ROW_ROLE) if index.isValid() else None)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that somebody looks."""
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that nobody looks."""
        super().hideEvent(event)
        self.shown.emit(False)


class _MovesTable(QTableWidget):
    """The points that a change moved, farthest first; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setAccessibleName(tr("Points moved"))
        for column, title in enumerate((tr("point"), "x", "y", tr("moved px"))):
            item = QTableWidgetItem(title)
            item.setTextAlignment(alignment(column == 0))
            self.setHorizontalHeaderItem(column, item)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFixedHeight(_MOVES_HEIGHT)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        ColumnWidths(header, {1: 62, 2: 62, 3: 76})
        offer_table(self)
        self.hide()

    def show_moves(self, moves: Moves | None, scheme: PointSchema) -> None:
        """Fill the table."""
        points = moves.points if moves is not None else ()
        self.setVisible(bool(points))
        self.setRowCount(len(points))
        if moves is None:
            return
        far = np.nan_to_num(moves.distances, nan=np.inf)
        shifts = moves.after_image - moves.before_image
        for row, number in enumerate(np.argsort(-far, kind="stable").tolist()):
            texts = [translated(moves.name(number, scheme.points))]
            texts += [_signed(shift) for shift in shifts[number].tolist()]
            texts.append(_distance(moves, number))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(alignment(column == 0))
                self.setItem(row, column, item)


def _signed(shift: float) -> str:
    return in_digits(shift, "+.1f") if np.isfinite(shift) else "–"


def _distance(moves: Moves, number: int) -> str:
    distance = moves.distances[number]
    if np.isfinite(distance):
        return in_digits(distance, ".1f")
    return tr("placed") if np.isfinite(moves.after_image[number]).all() else tr("removed")
