"""The table of a face's points, which is painted anew at each change of the face."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kpstudio.app.language import tr
from kpstudio.ui import theme
from kpstudio.ui.panels.parts import alignment
from kpstudio.ui.panels.points_model import NAME, NUMBER, OFF, Index, PointsModel, X, Y
from kpstudio.ui.panels.widths import ColumnWidths, spare_columns

_PADDING = 8
"""Beside a cell's text, as in the headings above."""
_SURE_TO_FIT = 6
"""Letters of a figure; measuring a text takes as long as drawing it."""
_ROW = 28
_FEWEST = 2
"""Rows that stay in view; where there is no room for more, the headings give way."""


class PointsTable(QTableView):
    """Shows a `PointsModel`.

    It paints its rows itself, from one call: Qt's own way asks Python for eight roles of every
    cell, and each time a training that runs may be in its way.
    """

    def __init__(self, model: PointsModel) -> None:
        super().__init__()
        self._points = model
        self._pointed = -1
        self.setModel(model)
        self.setAccessibleName(tr("Points"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.keep(_FEWEST)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        ColumnWidths(header, {NUMBER: 36, X: 58, Y: 58, OFF: 58})
        model.row_changed.connect(self._update_row)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that lead on without choosing from going through the faces."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                event.accept()
                return True
        return super().event(event)

    def keep(self, rows: int) -> None:
        """Keep so many rows in view."""
        self.setMinimumHeight(rows * _ROW + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row that keys start from in view, and names in a narrow panel."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        header.setVisible(self.height() >= self.minimumHeight() + header.sizeHint().height())
        spare_columns(self, NAME, (NUMBER,))
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the row under the pointer."""
        super().mouseMoveEvent(event)
        self._point_at(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Mark none."""
        super().leaveEvent(event)
        self._point_at(-1)

    def _point_at(self, row: int) -> None:
        before, self._pointed = self._pointed, row
        for changed in {before, row} - {-1}:
            self._update_row(changed)

    def _update_row(self, row: int) -> None:
        top, width = self.rowViewportPosition(row), self.viewport().width()
        self.viewport().update(QRect(0, top, width, self.rowHeight(row)))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Mark the row that keys start from; Qt would have its cell alone painted anew."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                self._update_row(index.row())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are in view."""
        painter, dirty = QPainter(self.viewport()), event.rect()
        first, last = self.rowAt(dirty.top()), self.rowAt(dirty.bottom())
        count = self._points.rowCount()
        selected = {index.row() for index in self.selectionModel().selectedRows()}
        columns = [
            (column, self.columnViewportPosition(column), self.columnWidth(column))
            for column in range(self._points.columnCount())
        ]
        for row in range(max(first, 0), count if last < 0 else last + 1):
            self._paint_ground(painter, row, row in selected)
            for column, left, width in columns:
                room = QRect(left, self.rowViewportPosition(row), width, self.rowHeight(row))
                self._paint_cell(painter, room, row, column, row in selected)

    def _paint_ground(self, painter: QPainter, row: int, selected: bool) -> None:
        look = theme.current()
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        width = self.viewport().width()
        if selected:
            painter.fillRect(0, top, width, height, QColor(look.selection))
        elif row in (self._pointed, self._points.hovered):
            painter.fillRect(0, top, width, height, QColor(look.hover))
        painter.fillRect(0, top + height - 1, width, 1, QColor(look.line))
        if self.hasFocus() and row == self.currentIndex().row() and not selected:
            painter.setPen(QColor(look.accent))
            painter.drawRect(0, top, width - 1, height - 2)

    def _paint_cell(
        self, painter: QPainter, room: QRect, row: int, column: int, selected: bool
    ) -> None:
        room.adjust(_PADDING, 0, -_PADDING, 0)
        text = self._points.text(row, column)
        if column == NAME or len(text) > _SURE_TO_FIT:
            right = Qt.TextElideMode.ElideRight
            text = painter.fontMetrics().elidedText(text, right, room.width())
        painter.setPen(self._points.colour(row, column, selected))
        painter.drawText(room, alignment(column == NAME), text)
