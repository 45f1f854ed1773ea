"""What the scheme editor is put together with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.scheme_draft import SchemeDraft
from kpstudio.ui.dialogs.scheme_table import GROUPS, MIRROR, NUMBER
from kpstudio.ui.panels.settings_text import points_text

_WIDE, _NARROW = range(2)
_COLUMNS = {NUMBER: (44, 36), GROUPS: (110, 72), MIRROR: (130, 92)}
_LEAST = 370, 288
"""So wide the table stays that names can be read beside its columns, at either width."""
_LOWEST = 112
_APART = 12


class TableSide(QWidget):
    """The table of points, below the name of the scheme and above the buttons that change all."""

    def __init__(self, name: QBoxLayout, table: QTableView, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._table, self._buttons = table, buttons
        table.setMinimumHeight(_LOWEST)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(len(buttons), 1)
        column = QVBoxLayout(self)
        column.setSpacing(_APART)
        column.addLayout(name)
        column.addWidget(table, 1)
        column.addLayout(self._grid)

    def tighten(self, how: int) -> None:
        """Take the room of a narrow dialog, or of a wide one."""
        self._table.setMinimumWidth(_LEAST[how])
        for column, widths in _COLUMNS.items():
            self._table.horizontalHeader().resizeSection(column, widths[how])
        across = len(self._buttons) // (2 if how == _NARROW else 1)
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, *divmod(place, across))


class Sides(QSplitter):
    """Table and drawing: beside each other where there is room for both, else in a column."""

    def __init__(self, table: TableSide, drawn: QWidget, form: QFormLayout) -> None:
        """Lay out both.

        Args:
            table: The one side.
            drawn: The other one, with the drawing.
            form: Below the drawing.
        """
        super().__init__(Qt.Orientation.Horizontal)
        self._table, self._form, self._sides = table, form, (table, drawn)
        self.setChildrenCollapsible(False)
        for side in self._sides:
            self.addWidget(side)
        self.setSizes([540, 500])

    def fit(self, room: int) -> None:
        """Take a form that does with ``room`` pixels."""
        fits = False
        for how in (_WIDE, _NARROW):
            if not fits:
                self._table.tighten(how)
                wraps = QFormLayout.RowWrapPolicy
                self._form.setRowWrapPolicy((wraps.WrapLongRows, wraps.WrapAllRows)[how])
                fits = sum(side.minimumSizeHint().width() for side in self._sides) <= room
        self.setOrientation(Qt.Orientation.Horizontal if fits else Qt.Orientation.Vertical)
        ends = ((0, 0, _APART, 0), (_APART, 0, 0, 0)), ((0, 0, 0, _APART), (0, _APART, 0, 0))
        for side, margins in zip(self._sides, ends[0 if fits else 1], strict=True):
            if (column := side.layout()) is not None:
                column.setContentsMargins(*margins)


def text_of(points: tuple[int, ...], draft: SchemeDraft) -> str:
    """Return points as a person would type them."""
    if len(points) == 1:
        return draft.points[points[0]]
    try:
        return points_text(points, draft.scheme())
    except InputError:
        return points_text(points, None)


def row_of(*widgets: QWidget, grows: Sequence[int] = ()) -> QHBoxLayout:
    """Lay widgets side by side; those numbered ``grows`` share the room, else it is at the end."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, int(number in grows))
    if not grows:
        row.addStretch(1)
    return row


def drawn_shape(
    mean: FloatArray, current: FloatArray | None, known: FloatArray | None = None
) -> FloatArray:
    """Return where to draw K points: by their mean, else by a face, else in a ring.

    Args:
        mean: (K, 2); NaN where unknown.
        current: (K, 2) points of the face in view, or None.
        known: (K, 2) shape of other faces, for a mean that lacks points; or None.
    """
    if known is not None and not np.isfinite(mean).all():
        return known
    if np.isfinite(mean).any():
        return mean
    if current is not None and np.isfinite(current).any():
        return current
    angle = np.arange(len(mean)) * (2 * np.pi / max(len(mean), 1))
    return np.column_stack([np.sin(angle), -np.cos(angle)])
