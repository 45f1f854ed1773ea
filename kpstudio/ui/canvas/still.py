"""What stays as it is during a drag, drawn once and kept."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap


class Still:
    """A drawing of the view that is made again only when something in it changes."""

    def __init__(self) -> None:
        self._drawn: QPixmap | None = None
        self._drawn_as: Hashable = None

    def forget(self) -> None:
        """Let go of the drawing."""
        self._drawn, self._drawn_as = None, None

    def paint(
        self,
        painter: QPainter,
        size: QSize,
        ratio: float,
        what: Hashable,
        draw: Callable[[QPainter], None],
    ) -> None:
        """Draw the view, as it is kept if that is of ``what``.

        Args:
            painter: In the view frame.
            size: Size of the view in logical pixels.
            ratio: Device pixels for each logical pixel.
            what: Everything that the drawing depends on.
            draw: Makes the drawing; it covers all of the view.
        """
        if self._drawn is None or self._drawn_as != (size, ratio, what):
            drawn = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
            drawn.setDevicePixelRatio(ratio)
            fresh = QPainter(drawn)
            draw(fresh)
            fresh.end()
            self._drawn, self._drawn_as = drawn, (size, ratio, what)
        painter.drawPixmap(0, 0, self._drawn)
