"""The graphics of one run's curves; made once, filled again and again."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from kpstudio.ui import theme
from kpstudio.ui.panels.curve_data import RunData, Series
from kpstudio.ui.panels.plot import Plot

MAIN = 0
"""The place of the run that is drawn in colour; runs to compare with follow."""

_DASHES: tuple[tuple[float, ...], ...] = ((6, 2), (2, 2), (8, 2, 2, 2), (1, 2), (10, 4))
# Antialiased lines wider than a pixel cost pyqtgraph too much from a few hundred points on.
_MOST_FOR_WIDE_LINES = 300
_MOST_FOR_DOTS = 60


def dashes(place: int) -> tuple[float, ...]:
    """Return the dash pattern of the run in ``place``; empty for a line drawn through."""
    return () if place == MAIN else _DASHES[(place - 1) % len(_DASHES)]


def colour(place: int, validation: bool) -> QColor:
    """Return the colour of a run's curve; greys for all but the main run."""
    palette = theme.current().data
    if place == MAIN:
        return QColor(palette.validation if validation else palette.training)
    grey = QColor(palette.other_run)
    step = (place - 1) % 3
    if step:
        grey = (
            grey.lighter(100 + 25 * step) if theme.current().dark else grey.darker(100 + 20 * step)
        )
    return grey


class RunLines:
    """Training and validation curve of the run in one place of the plot."""

    def __init__(self, plot: Plot, place: int) -> None:
        self._place = place
        z = -place
        self.training = plot.add(pg.PlotDataItem(antialias=True), z)
        self.validation = plot.add(pg.PlotDataItem(antialias=True), z + 0.5)
        for item in (self.training, self.validation):
            item.setDownsampling(auto=True, method="peak")
            item.setClipToView(True)
        self._wide = True
        self._dots = True
        self.dress()

    def dress(self) -> None:
        """Take the colours of the theme."""
        faint = colour(self._place, validation=False)
        faint.setAlpha(210 if self._place == MAIN else 140)
        self.training.setPen(_pen(faint, 1.0))
        strong = colour(self._place, validation=True)
        width = 2.0 if self._wide else 1.0
        self.validation.setPen(_pen(strong, width, dashes(self._place)))
        if self._dots:
            self.validation.setSymbol("o")
            self.validation.setSymbolSize(5)
            self.validation.setSymbolBrush(strong)
            self.validation.setSymbolPen(None)
        else:
            self.validation.setSymbol(None)

    def draw(self, run: RunData, log: bool, nme: bool = False) -> None:
        """Show the run's numbers; the one place that hands data to pyqtgraph."""
        training, validation = run.shown(nme)
        count = len(validation)
        looks = (count <= _MOST_FOR_WIDE_LINES, count <= _MOST_FOR_DOTS)
        if looks != (self._wide, self._dots):
            self._wide, self._dots = looks
            self.dress()
        _fill(self.training, training, log)
        _fill(self.validation, validation, log)

    def show(self, training: bool, validation: bool) -> None:
        """Show or hide either curve."""
        self.training.setVisible(training)
        self.validation.setVisible(validation)


def _fill(item: pg.PlotDataItem, series: Series, log: bool) -> None:
    x, y = series.drawn(log)
    item.setData(x, y)


def _pen(colour: QColor, width: float, pattern: tuple[float, ...] = ()) -> QPen:
    pen: QPen = pg.mkPen(colour, width=width)
    if pattern:
        pen.setDashPattern(list(pattern))
    return pen


class Marker:
    """The hairline under the pointer and the dots where it meets the curves."""

    def __init__(self, plot: Plot) -> None:
        self._line = plot.add(pg.InfiniteLine(angle=90, movable=False), 4)
        self._dots = plot.add(pg.ScatterPlotItem(size=8, pxMode=True), 5)
        self._line.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.hide()

    def show(self, x: float, dots: list[tuple[float, float, QColor]]) -> None:
        """Mark position ``x`` and the (x, y, colour) of ``dots``, in the plot's unit."""
        colours = theme.current()
        self._line.setPen(pg.mkPen(colours.edge))
        self._line.setValue(x)
        self._line.show()
        rim = pg.mkPen(colours.pane, width=1.5)
        self._dots.setData(
            [{"pos": (px, py), "brush": pg.mkBrush(c), "pen": rim} for px, py, c in dots]
        )
        self._dots.show()

    def hide(self) -> None:
        """Take both away."""
        self._line.hide()
        self._dots.hide()
