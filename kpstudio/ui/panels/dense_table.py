"""A narrow table of figures, of which one row can be chosen by mouse or arrow keys."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kpstudio.ui import theme
from kpstudio.ui.panels.part_menu import PartMenu, add_copy_table, pointed
from kpstudio.ui.panels.parts import paint_ground
from kpstudio.ui.panels.widths import ColumnWidths, spare_columns

Index = QModelIndex | QPersistentModelIndex
NAME = 0
"""The column of names, which takes what room there is."""
INSET = 8
"""Pixels from the edge to the first column, to which the style sheet adds the usual ones."""


class KeyedModel(QAbstractTableModel):
    """Rows that are about something."""

    def key_at(self, row: int) -> Hashable:
        """Return what a row is about; None for one that cannot be chosen."""
        raise NotImplementedError

    def row_of(self, key: Hashable) -> int:
        """Return where what is about ``key`` stands, or -1."""
        raise NotImplementedError


class _Names(QStyledItemDelegate):
    """Lets names begin where the words above and below the table do."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground from the edge, and the name beside it."""
        paint_ground(painter, option)
        option.rect.setLeft(option.rect.left() + INSET)
        super().paint(painter, option, index)


class _Last(QStyledItemDelegate):
    """Lets the last column end where the words above and below the table do."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground up to the edge, and the text beside it."""
        paint_ground(painter, option)
        option.rect.setRight(option.rect.right() - INSET)
        super().paint(painter, option, index)


class DenseTable(QTableView):
    """Shows a `KeyedModel`, and marks a row.

    Signals:
        chosen: the key of the row that a person chose.
        offered: its menu is about to open; (`QMenu`, key of the row it is about, or None).
    """

    chosen = Signal(object)
    offered = Signal(object, object)

    def __init__(self, model: KeyedModel, widths: Sequence[int], spare: Sequence[int] = ()) -> None:
        """Make a table.

        Args:
            model: What it shows.
            widths: Of the columns after the name, in pixels; those that have none are hidden.
            spare: Columns that go where names have too little room, first what is missed least.
        """
        super().__init__()
        self._spare = spare
        self._keyed, self._widths = model, widths
        self._marked: Hashable = None
        self.setModel(model)
        self._dress_dense()
        model.modelReset.connect(self._mark)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.clicked.connect(lambda index: self._row_changed(index, QModelIndex()))
        theme.bus.changed.connect(self.viewport().update)
        PartMenu(self, self._fill_menu)

    def _dress_dense(self) -> None:
        theme.set_role(self, "dense")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(28)
        rows.setDefaultSectionSize(28)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegateForColumn(NAME, _Names(self))
        self._last, self._usual = _Last(self), QStyledItemDelegate(self)
        ColumnWidths(header, dict(enumerate(self._widths, start=1)))
        for column in range(1 + len(self._widths), self._keyed.columnCount()):
            self.setColumnHidden(column, True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns where the names have too little room."""
        super().resizeEvent(event)
        spare_columns(self, NAME, self._spare)
        columns = range(self._keyed.columnCount())
        last = max(column for column in columns if not self.isColumnHidden(column))
        for column in range(NAME + 1, len(columns)):
            self.setItemDelegateForColumn(column, self._last if column == last else self._usual)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row, but not for its menu alone."""
        if event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def _fill_menu(self, menu: QMenu, place: QPoint | None) -> None:
        index = pointed(self, place)
        self.offered.emit(menu, self._keyed.key_at(index.row()) if index.isValid() else None)
        menu.addSeparator()
        add_copy_table(menu, self)

    @property
    def marked(self) -> Hashable:
        """What the marked row is about, be it here or not; None for none."""
        return self._marked

    def mark(self, key: Hashable) -> None:
        """Put the table on a row without saying so; a key that is not here marks none."""
        self._marked = key
        self._mark()

    def _mark(self) -> None:
        selection, row = self.selectionModel(), self._keyed.row_of(self._marked)
        selection.blockSignals(True)
        flag = QItemSelectionModel.SelectionFlag
        if row < 0:
            selection.clear()
        else:
            wanted = flag.ClearAndSelect | flag.Rows
            selection.setCurrentIndex(self._keyed.index(row, NAME), wanted)
            self.scrollTo(self._keyed.index(row, NAME))
        selection.blockSignals(False)
        self.viewport().update()

    def _row_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        key = self._keyed.key_at(index.row()) if index.isValid() else None
        if key is not None and key != self._marked:
            self._marked = key
            self.chosen.emit(key)
