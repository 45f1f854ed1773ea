"""The grid of the gallery: cells of one size, whose places follow from their numbers."""

from __future__ import annotations

import time

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kpstudio.app.face_list import FaceListModel
from kpstudio.app.language import tr
from kpstudio.ui import theme
from kpstudio.ui.panels.gallery_cells import CAPTION, PAD, CellPainter, Done
from kpstudio.ui.panels.parts import always_scrolls

Index = QModelIndex | QPersistentModelIndex
MARGIN, GAP = 12, 8
_LINES_A_STEP = 3
_SMALLEST = 72
PAINT_S = 0.010
"""Seconds that a frame may spend on cells not painted before; the others follow in the next."""


def largest_whole(height: int) -> int:
    """Return how large a cell may be of which nothing is cut off in a view of ``height``."""
    return max(height - MARGIN - GAP - CAPTION + PAD, _SMALLEST)


class GalleryView(QAbstractItemView):
    """The faces of the list in rows that fill the width.

    It lays nothing out: 100,000 faces cost no more than those in sight. What is selected is what
    the list has selected.

    Signals:
        size_asked: 1 or -1 when the wheel with Ctrl asks for larger or smaller cells.
    """

    size_asked = Signal(int)

    def __init__(
        self,
        model: FaceListModel,
        selection: QItemSelectionModel,
        cells: CellPainter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cells, self._faces = cells, model
        self._side = 160
        self._unpainted = QRegion()
        self._go_on = QTimer(self)
        self._go_on.setSingleShot(True)
        self._go_on.setInterval(0)
        self._go_on.timeout.connect(lambda: self.viewport().update(self._unpainted))
        self.setModel(model)
        self.setSelectionModel(selection)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        always_scrolls(self)
        # What scrolls is moved then, and only what comes into sight is painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setAccessibleName(tr("Gallery of faces"))

    # Where cells lie

    @property
    def columns(self) -> int:
        """How many cells a row has."""
        columns = max(1, self._room() // (self._side + GAP))
        highest = largest_whole(self.viewport().height())
        if self._side > highest:
            return columns  # as somebody wants it
        return max(columns, -(-self._room() // (highest + GAP)))

    @property
    def rows_in_view(self) -> int:
        """How many whole rows there is room for, at least one."""
        return max(1, self.viewport().height() // self._row_height())

    def set_side(self, side: int) -> None:
        """Make cells about ``side`` pixels wide; what one looks at stays in view."""
        current = self.currentIndex()
        seen = current.isValid() and self.viewport().rect().intersects(self.visualRect(current))
        anchor = current if seen else self.model().index(self._number_at(QPoint(MARGIN, 0)), 0)
        self._side = side
        self.updateGeometries()
        self.scrollTo(anchor, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.viewport().update()

    def _room(self) -> int:
        return self.viewport().width() - 2 * MARGIN + GAP

    def _cell_width(self) -> int:
        return max(self._room() // self.columns - GAP, 2 * PAD + 1)

    def _row_height(self) -> int:
        return self._cell_width() - PAD + CAPTION + GAP

    def _cell(self, number: int) -> QRect:
        row, column = divmod(number, self.columns)
        width, height = self._cell_width(), self._row_height()
        left, top = MARGIN + column * (width + GAP), MARGIN + row * height - self.verticalOffset()
        return QRect(left, top, width, height - GAP)

    def _number_at(self, at: QPoint) -> int:
        """Return the number of the cell nearest to a place in the viewport; -1 without any."""
        column = (at.x() - MARGIN) // (self._cell_width() + GAP)
        row = max((at.y() + self.verticalOffset() - MARGIN) // self._row_height(), 0)
        number = row * self.columns + min(max(column, 0), self.columns - 1)
        return min(number, self.model().rowCount() - 1)

    # QAbstractItemView

    def visualRect(self, index: Index) -> QRect:
        """Return where a face's cell lies in the viewport."""
        return self._cell(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the face at a place in the viewport; an invalid index between the cells."""
        number = self._number_at(point)
        hit = number >= 0 and self._cell(number).contains(point)
        return self.model().index(number, 0) if hit else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a face into view."""
        if not index.isValid():
            return
        self.updateGeometries()  # the list may just have become longer
        cell, height, bar = (
            self.visualRect(index),
            self.viewport().height(),
            self.verticalScrollBar(),
        )
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + cell.center().y() - height // 2)
        elif cell.top() < GAP:
            bar.setValue(bar.value() + cell.top() - GAP)
        elif cell.bottom() > height - GAP:
            bar.setValue(bar.value() + cell.bottom() - height + GAP)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the face that a key goes to."""
        count, here = self.model().rowCount(), self.currentIndex().row()
        if not count:
            return QModelIndex()
        if here < 0:
            return self.model().index(0, 0)
        columns, action_of = self.columns, QAbstractItemView.CursorAction
        page = columns * self.rows_in_view
        steps = {
            action_of.MoveLeft: -1,
            action_of.MovePrevious: -1,
            action_of.MoveRight: 1,
            action_of.MoveNext: 1,
            action_of.MoveUp: -columns,
            action_of.MoveDown: columns,
            action_of.MovePageUp: -page,
            action_of.MovePageDown: page,
            action_of.MoveHome: -here,
            action_of.MoveEnd: count - 1 - here,
        }
        step = steps[action]
        while abs(step) > columns and not 0 <= here + step < count:
            step -= columns if step > 0 else -columns  # a page ends where the rows do
        on_last_row = here // columns == (count - 1) // columns
        if step >= columns and here + step >= count:
            return self.model().index(here if on_last_row else count - 1, 0)
        there = here + step
        return self.model().index(there if 0 <= there < count else here, 0)

    def horizontalOffset(self) -> int:
        """Return 0: nothing lies beside what is seen."""
        return 0

    def verticalOffset(self) -> int:
        """Return how many pixels lie above what is seen."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """Return False: no face of the list is left out."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what lies between two places, in the order of reading."""
        ends = sorted((self._number_at(rect.topLeft()), self._number_at(rect.bottomRight())))
        chosen = QItemSelection()
        if ends[0] >= 0:
            chosen.select(self.model().index(ends[0], 0), self.model().index(ends[1], 0))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where selected faces lie, as far as they are in view."""
        region, seen = QRegion(), self.viewport().rect()
        first, last = self._in_sight(seen)
        for number in range(first, last + 1):
            if selection.contains(self.model().index(number, 0)):
                region += self._cell(number)
        return region

    def reset(self) -> None:
        """Follow a list made anew; what is selected is the list's to settle."""
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Tell the scroll bar how much there is."""
        rows = -(-self.model().rowCount() // self.columns) if self.model() is not None else 0
        height, row = self.viewport().height(), self._row_height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(2 * MARGIN - GAP + rows * row - height, 0))
        bar.setPageStep(height)
        bar.setSingleStep(max(row // _LINES_A_STEP, 1))
        super().updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, so that only what comes into sight is painted anew."""
        self.viewport().scroll(dx, dy)
        self._unpainted = self._unpainted.translated(dx, dy) & self.viewport().rect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new width."""
        super().resizeEvent(event)
        self.updateGeometries()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl make the cells larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.size_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    # Painting

    def _in_sight(self, rect: QRect) -> tuple[int, int]:
        """Return the first and last number of the rows that ``rect`` of the viewport meets."""
        row = self._row_height()
        above = max((rect.top() + self.verticalOffset() - MARGIN) // row, 0)
        below = (rect.bottom() + self.verticalOffset() - MARGIN) // row
        return above * self.columns, min((below + 1) * self.columns, self.model().rowCount()) - 1

    def show_thumbnail(self, key: str) -> None:
        """Paint the cells again that had to do without a thumbnail, which is there now."""
        for face_id in self._cells.take_awaited(key):
            row = self._faces.row_of(face_id)
            if row >= 0:
                self.viewport().update(self._cell(row))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that are to be painted anew, as many as a frame has time for."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.current().pane))
        current, ids = self.currentIndex().row(), self._faces.face_ids
        first, last = self._in_sight(event.rect())
        self._faces.measure_poses(ids[first : last + 1])
        self._unpainted -= event.region()
        end, hurry = time.perf_counter() + PAINT_S, False
        for number in range(first, last + 1):
            cell = self._cell(number)
            if not event.region().intersects(cell):
                continue
            chosen = self.selectionModel().isSelected(self.model().index(number, 0))
            here = number == current
            done = self._cells.paint(painter, cell, ids[number], chosen, here, hurry)
            if done is Done.MARKED:
                self._unpainted += cell & self.viewport().rect()
            hurry = hurry or (done is Done.ANEW and time.perf_counter() > end)
        painter.end()
        if not self._unpainted.isEmpty():
            self._go_on.start()
