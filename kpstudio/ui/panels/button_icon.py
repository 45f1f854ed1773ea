"""A button's picture, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton

from kpstudio.ui import theme


class ButtonIcon(QObject):
    """Draws an icon on a button, and draws it anew when the theme changes."""

    def __init__(self, button: QAbstractButton, name: str = "") -> None:
        """Draw it.

        Args:
            button: Lives longer than this.
            name: Of a file in a theme's folder of icons, without its ending; "" for no icon.
        """
        super().__init__(button)
        self._button, self._name = button, name
        theme.bus.changed.connect(self._draw)
        self._draw()

    def show(self, name: str) -> None:
        """Draw another icon; "" for none."""
        self._name = name
        self._draw()

    def _draw(self) -> None:
        path = theme.current().icon_folder / f"{self._name}.svg"
        self._button.setIcon(QIcon(str(path)) if self._name else QIcon())
