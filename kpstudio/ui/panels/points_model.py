"""What the points table shows: one row a point of the face in view."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kpstudio.app.language import in_digits, tr, translated
from kpstudio.core.landmarks import FloatArray, Landmarks, Visibility
from kpstudio.core.metrics import point_errors
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.parts import alignment

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("#", say("point"), "x", "y", say("off px"))
NUMBER, NAME, X, Y, OFF = range(5)
_SEEN = {Visibility.OCCLUDED: say("occluded"), Visibility.MISSING: say("missing")}
FAR_OFF = 1.8
"""Distances above this multiple of the face's mean stand out."""


class PointsModel(QAbstractTableModel):
    """One row a point. Shows the face's own points, or the predicted ones where it has none.

    Signals:
        row_changed: a row that is to be painted anew; `dataChanged` would have all of them painted.
    """

    row_changed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scheme = generic_scheme(0)
        self._names: tuple[str, ...] = ()
        self._xy: FloatArray = np.empty((0, 2))
        self._off: FloatArray = np.empty(0)
        self._mean = np.nan
        self._seen = np.empty(0, np.uint8)
        self._hovered = -1

    @property
    def hovered(self) -> int:
        """The row of the point under the pointer in the picture; -1 for none."""
        return self._hovered

    @property
    def placed(self) -> bool:
        """Whether a point has a place."""
        return bool(np.isfinite(self._xy).any())

    def hover(self, point: int) -> None:
        """Mark the row of the point under the pointer in the picture; -1 for none."""
        changed = {self._hovered, point} - {-1}
        self._hovered = point
        for row in changed:
            self.row_changed.emit(row)

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
            self._names = tuple(translated(scheme.called(row)) for row in range(scheme.count))
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
            return alignment(section == NAME)
        return tr(COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, alignment, colour or tool tip."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column == NAME)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self.colour(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            words = _SEEN.get(Visibility(self._seen[row]))
            return self._names[row] + (f" · {tr(words)}" if words else "")
        return None

    def colour(self, row: int, column: int, selected: bool = False) -> QColor:
        """Return what colour a cell's text has, to be read on the ground of its row."""
        look = theme.current().on_selection if selected else theme.current()
        if column == OFF and self._off[row] > FAR_OFF * self._mean:
            return QColor(look.danger)
        if column == NUMBER:
            return QColor(self._scheme.colour_of(row) or look.quiet)
        hidden = column == NAME and self._seen[row] != Visibility.VISIBLE
        return QColor(look.quiet if hidden else look.text)

    def text(self, row: int, column: int) -> str:
        """Return what a cell says; a dash where there is no figure."""
        if column == NUMBER:
            return str(row)
        if column == NAME:
            return self._names[row]
        value = self._off[row] if column == OFF else self._xy[row, column - X]
        return in_digits(value, ".1f") if np.isfinite(value) else "–"
