"""Widths that follow the size of the text: of columns, and of fields in a form."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHeaderView, QWidget

from kpstudio.ui import theme


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
