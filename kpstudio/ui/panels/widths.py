"""Widths that follow the size of the text: of columns, and of fields in a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from kpstudio.ui import theme

_LEAST_NAME = 88
"""Pixels in which one name can be told from another, at the usual size of text."""


class ColumnWidths(QObject):
    """Keeps the columns of a header as wide as their figures need; gone with the header."""

    def __init__(self, header: QHeaderView, widths: Mapping[int, int]) -> None:
        """Begin.

        Args:
            header: Of the table.
            widths: Pixels of each column at the usual size of text.
        """
        super().__init__(header)
        self._header, self._widths = header, widths
        self._apply()
        theme.bus.changed.connect(self._apply)

    def _apply(self, *_: object) -> None:
        for column, width in self._widths.items():
            self._header.resizeSection(column, theme.sized(width))


def spare_columns(table: QTableView, name: int, spare: Sequence[int]) -> None:
    """Leave out columns where the names would have too little room else.

    Args:
        table: Whose column of names takes what the others leave.
        name: That column.
        spare: What can be left out, first what is missed least.
    """
    header = table.horizontalHeader()
    for column in spare:  # a column that is left out has no width
        table.setColumnHidden(column, False)
    others = (header.sectionSize(column) for column in range(header.count()) if column != name)
    room = table.viewport().width() - sum(others)
    for column in spare:
        too_little = room < theme.sized(_LEAST_NAME)
        room += header.sectionSize(column) if too_little else 0
        table.setColumnHidden(column, too_little)


class WordWidth(QObject):
    """Keeps a widget as wide as its words need, or no narrower; gone with the widget."""

    def __init__(self, widget: QWidget, width: int, at_least: bool = False) -> None:
        super().__init__(widget)
        self._set = widget.setMinimumWidth if at_least else widget.setFixedWidth
        self._width = width
        self._apply()
        theme.bus.changed.connect(self._apply)

    def _apply(self, *_: object) -> None:
        self._set(theme.sized(self._width))
