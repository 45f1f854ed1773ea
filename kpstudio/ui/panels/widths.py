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


class LeastWidth(QObject):
    """Keeps a widget no narrower than its words need; gone with the widget."""

    def __init__(self, widget: QWidget, width: int) -> None:
        super().__init__(widget)
        self._widget, self._width = widget, width
        self._apply()
        theme.bus.changed.connect(self._apply)

    def _apply(self, *_: object) -> None:
        self._widget.setMinimumWidth(theme.sized(self._width))


class FixedWidth(QObject):
    """Keeps a widget as wide as its words need; gone with the widget."""

    def __init__(self, widget: QWidget, width: int) -> None:
        super().__init__(widget)
        self._widget, self._width = widget, width
        self._apply()
        theme.bus.changed.connect(self._apply)

    def _apply(self, *_: object) -> None:
        self._widget.setFixedWidth(theme.sized(self._width))
