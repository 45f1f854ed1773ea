"""The points of the face in view: ground truth, prediction and their distance, row by row."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr
from kpstudio.core.landmarks import FloatArray, Landmarks, Visibility
from kpstudio.core.metrics import point_errors
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.core.selection import Selection
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.parts import Elided
from kpstudio.ui.panels.shape_meter import ShapeMeter
from kpstudio.ui.panels.widths import ColumnWidths
from kpstudio.ui.workspaces import action_button

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("#", say("point"), "x", "y", say("off px"))
NUMBER, NAME, X, Y, OFF = range(5)
FAR_OFF = 1.8
"""Distances above this multiple of the face's mean stand out."""


class PointsModel(QAbstractTableModel):
    """One row a point. Shows the face's own points, or the predicted ones where it has none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scheme = generic_scheme(0)
        self._xy: FloatArray = np.empty((0, 2))
        self._off: FloatArray = np.empty(0)
        self._mean = np.nan
        self._seen = np.empty(0, np.uint8)
        self._hovered = -1

    def hover(self, point: int) -> None:
        """Mark the row of the point under the pointer in the picture; -1 for none."""
        changed = {self._hovered, point} - {-1}
        self._hovered = point
        for row in changed:
            self.dataChanged.emit(self.index(row, NUMBER), self.index(row, OFF))

    def show_points(
        self, scheme: PointSchema, truth: Landmarks | None, prediction: Landmarks | None
    ) -> None:
        """Fill the table; the rows stay when the scheme does."""
        shown = truth or prediction
        empty = np.full((scheme.count, 2), np.nan)
        xy = shown.xy_image if shown is not None else empty
        off = empty[:, 0]
        if truth is not None and prediction is not None:
            off = point_errors(prediction.xy_image, truth.xy_image)
        self._seen = shown.visibility if shown is not None else np.zeros(scheme.count, np.uint8)
        self._mean = float(np.nanmean(off)) if np.isfinite(off).any() else np.nan
        if scheme is not self._scheme:
            self.beginResetModel()
            self._scheme, self._xy, self._off = scheme, xy, off
            self.endResetModel()
        else:
            self._xy, self._off = xy, off
            if len(xy):
                self.dataChanged.emit(self.index(0, NAME), self.index(len(xy) - 1, OFF))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of points."""
        return 0 if parent is not None and parent.isValid() else self._scheme.count

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return column titles, aligned as their cells are."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return tr(COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, alignment or colour."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            look = theme.current()
            if column == OFF and self._off[row] > FAR_OFF * self._mean:
                return QColor(look.danger)
            if column == NUMBER:
                return QColor(self._scheme.colour_of(row) or look.quiet)
            seen = column != NAME or self._seen[row] == Visibility.VISIBLE
            return None if seen else QColor(look.quiet)
        if role == Qt.ItemDataRole.BackgroundRole and row == self._hovered:
            return QColor(theme.current().hover)
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            seen = Visibility(self._seen[row])
            words = "" if seen is Visibility.VISIBLE else f" · {seen.name.lower()}"
            return self._scheme.points[row] + words
        return None

    def _text(self, row: int, column: int) -> str:
        if column == NUMBER:
            return str(row)
        if column == NAME:
            return self._scheme.points[row]
        value = self._off[row] if column == OFF else self._xy[row, column - X]
        return f"{value:.1f}" if np.isfinite(value) else "–"


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == NAME else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


class PointsPanel(QWidget):
    """The right-hand panel of Label, Review and Photos.

    Signals:
        points_chosen: the `Selection` that a person made in the table.
        point_sought: the number of a point to bring close, by a double click.
        tag_chosen: a tag of the face that a person clicked on.
    """

    points_chosen = Signal(object)
    point_sought = Signal(int)
    tag_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PointsModel(self)
        self.table = QTableView()
        self._name = QLabel()
        self._facts = Elided()
        self._tags = QLabel()
        self._hint = QLabel()
        self.meter = ShapeMeter()
        self._buttons = QGridLayout()
        self._dress()
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._rows_changed)
        self.table.doubleClicked.connect(lambda index: self.point_sought.emit(index.row()))

    def _dress(self) -> None:
        theme.set_role(self._name, "heading")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self._facts, "quiet")
        theme.set_role(self._hint, "quiet")
        theme.set_role(self._tags, "quiet")
        self._tags.setWordWrap(True)
        self._tags.setContentsMargins(12, 8, 12, 8)
        self._tags.setToolTip(tr("Show all faces with a tag"))
        self._tags.linkActivated.connect(self.tag_chosen)
        self._tags.hide()
        self._hint.setWordWrap(True)
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(tr("Points"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        table.verticalHeader().setMinimumSectionSize(28)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        ColumnWidths(header, {NUMBER: 36, X: 58, Y: 58, OFF: 58})
        self._buttons.setContentsMargins(12, 8, 12, 12)
        self._buttons.setSpacing(8)

    def _lay_out(self) -> None:
        header = QWidget()
        theme.set_role(header, "header")
        header.setFixedHeight(36)
        row = QHBoxLayout(header)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._facts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._tags)
        column.addWidget(self.table, 1)
        column.addWidget(self.meter)
        hint = QVBoxLayout()
        hint.setContentsMargins(12, 8, 12, 0)
        hint.addWidget(self._hint)
        column.addLayout(hint)
        column.addLayout(self._buttons)

    def add_button(
        self,
        action: QAction,
        row: int,
        column: int,
        primary: bool = False,
        if_enabled: bool = False,
    ) -> None:
        """Put a button for ``action`` below the table, perhaps only while it can be used."""
        button = action_button(action)
        if primary:
            theme.set_role(button, "", primary=True)
        self._buttons.addWidget(button, row, column)
        if if_enabled:  # in its place by now, or it would be a window of its own
            button.setVisible(action.isEnabled())
            action.enabledChanged.connect(button.setVisible)

    def show_face(self, name: str, facts: str, hint: str) -> None:
        """Fill the header and the line above the buttons."""
        self._name.setToolTip(name)
        self._fit_name()
        self._facts.setText(facts)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def show_tags(self, tags: Iterable[str]) -> None:
        """Show the face's tags below its name; a click on one asks for all faces that have it."""
        colour = theme.current().accent
        links = [
            f'<a href="{escape(tag)}" style="color: {colour}; text-decoration: none">'
            f"{escape(tag)}</a>"
            for tag in sorted(tags, key=str.casefold)
        ]
        self._tags.setText(tr("Tags: ") + ", ".join(links))
        self._tags.setVisible(bool(links))

    def _fit_name(self) -> None:
        width = max(self.width() - 150, 80)
        middle = Qt.TextElideMode.ElideMiddle
        name = self._name.toolTip()
        self._name.setText(self._name.fontMetrics().elidedText(name, middle, width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as there is room for."""
        super().resizeEvent(event)
        self._fit_name()

    def choose(self, selection: Selection) -> None:
        """Put the table on the chosen points without saying so."""
        model = self.table.selectionModel()
        rows = QItemSelection()
        for row in selection.points:
            rows.select(self.model.index(row, NUMBER), self.model.index(row, OFF))
        model.blockSignals(True)
        model.clear()  # the current row, too: a click on it is then news again
        flag = QItemSelectionModel.SelectionFlag
        model.setCurrentIndex(self.model.index(selection.lead, NUMBER), flag.NoUpdate)
        model.select(rows, flag.Select)
        model.blockSignals(False)
        if selection.lead >= 0:
            self.table.scrollTo(self.model.index(selection.lead, NUMBER))
        self.table.viewport().update()

    def _rows_changed(self, added: QItemSelection, _: QItemSelection) -> None:
        model = self.table.selectionModel()
        fresh = {index.row() for index in added.indexes()}
        here = model.currentIndex().row()  # by the keys, it follows the selection
        lead = here if here in fresh or not fresh else max(fresh)
        rows = (index.row() for index in model.selectedRows())
        self.points_chosen.emit(Selection.of(rows, lead))
