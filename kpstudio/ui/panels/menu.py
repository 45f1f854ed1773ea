"""A menu whose column of keys keeps away from the longest entry."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStyleOptionMenuItem

_TO_THE_RIGHT = 16
"""Pixels of the margin at the right that the keys take: Qt leaves too few of them at their left."""


class Menu(QMenu):
    """A menu with keys, as wide as Qt makes it."""

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        """Let the keys begin further to the right, in line with the marks of menus inside."""
        super().initStyleOption(option, action)
        if option.reservedShortcutWidth:
            option.reservedShortcutWidth -= _TO_THE_RIGHT
