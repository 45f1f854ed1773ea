"""How far two people's labels lie apart, drawn into a plot of errors."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtGui import QColor

from kpstudio.app.language import tr
from kpstudio.ui import theme
from kpstudio.ui.panels.plot import Plot, line_pen

DASHES = (5, 3)


class FloorLine:
    """A line at the mean distance between two people's labels, with words at its end."""

    def __init__(self, plot: Plot, upright: bool) -> None:
        """Add it to a plot, out of sight.

        Args:
            plot: Where to draw.
            upright: Whether the error lies along the x axis of the plot.
        """
        self._upright = upright
        self._plot = plot
        self._line = plot.add(pg.InfiniteLine(angle=90 if upright else 0, movable=False), 2)
        self._words = plot.add(pg.TextItem(), 3)
        plot.dressed.connect(self._dress)
        self._dress()
        self.show(math.nan)

    def show(self, percent: float) -> None:
        """Draw it at an error in percent; NaN draws none."""
        self._percent = percent
        self.place()

    def place(self) -> None:
        """Put the words where they belong, after the plot's range was set."""
        percent = self._percent
        for item in (self._line, self._words):
            item.setVisible(math.isfinite(percent))
        if not math.isfinite(percent):
            return
        self._line.setValue(percent)
        (left, right), (_, top) = self._plot.box.viewRange()
        self._words.setText(tr("two people {percent:.1f} %", percent=percent))
        if self._upright:
            self._words.setAnchor((1.0 if percent > (left + right) / 2 else 0.0, 0.0))
            self._words.setPos(percent, top)
        else:
            self._words.setAnchor((1.0, 1.0))
            self._words.setPos(right, percent)

    @property
    def words(self) -> str:
        """What stands at the line; "" where there is none."""
        return str(self._words.toPlainText()) if self._words.isVisible() else ""

    def _dress(self) -> None:
        self._line.setPen(floor_pen())
        self._words.setColor(QColor(theme.current().data.mean_shape))
        self._words.setFont(theme.text_font(11))


def floor_pen() -> pg.QtGui.QPen:
    """Return the pen that two people's distance is drawn with."""
    pen = line_pen(theme.current().data.mean_shape, width=1)
    pen.setDashPattern(list(DASHES))
    return pen
