"""Cumulative error: the share of faces at or below each error, of one run or of several."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kpstudio.app.language import in_digits, tr, tr_count
from kpstudio.core.metrics import ced
from kpstudio.core.narrowing import interval
from kpstudio.core.query import Figure
from kpstudio.ui import theme
from kpstudio.ui.panels.curve_lines import MAIN, colour, dashes
from kpstudio.ui.panels.narrowing_plot import FIGURE, NarrowingPlot
from kpstudio.ui.panels.noise_floor import floor_pen
from kpstudio.ui.panels.plot import line_pen, percent
from kpstudio.ui.panels.review_faces import PERCENT

_GROUND = 215  # what is behind the words hardly shows
_GRAB_PX = 6.0
_STEP = 0.5
PEOPLE = "two people"
"""Takes the place of a run's name for the curve of two people's labels."""


@dataclass(frozen=True)
class RunErrors:
    """The errors of another run on the faces shown.

    Attributes:
        name: The run.
        title: What to call it.
        errors: NME as fractions; those it does not know are left out.
        note: What to know about them, or "".
    """

    name: str
    title: str
    errors: Sequence[float] | NDArray[np.float64]
    note: str = ""


class CedPlot(NarrowingPlot):
    """The run in use in colour, others in grey; a threshold can be put anywhere and dragged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._others: list[RunErrors] = []
        self._lines: list[pg.PlotDataItem] = []
        self._hidden: frozenset[str] = frozenset()
        super().__init__(tr("Cumulative error: percent of faces below each NME"), 0.45, parent)
        self._curve = self.add(pg.PlotDataItem(stepMode="right", antialias=True), 1)
        self._people = self.add(pg.PlotDataItem(stepMode="right", antialias=True), 0.5)
        self._apart: NDArray[np.float64] = np.empty(0)
        self._limit = self.add(pg.InfiniteLine(angle=90, movable=False), 0)
        self._failing = self.add(pg.TextItem(anchor=(0.0, 1.0)), 2)
        self.y_axis.most = 6
        self.x_axis.write = self.y_axis.write = percent
        self.hovered.connect(self._hover)
        self.dressed.connect(self._colour)
        self._colour()

    def set_others(self, runs: Sequence[RunErrors]) -> None:
        """Draw other runs beside the one in use."""
        if not runs and not self._others:
            return
        self._others = list(runs)
        while len(self._lines) < len(runs):
            line = pg.PlotDataItem(stepMode="right", antialias=True)
            self._lines.append(self.add(line, -len(self._lines) / 100.0))
        self._colour()
        self.make_room()

    def set_people(self, apart: NDArray[np.float64]) -> None:
        """Draw how far two people's labels of (N,) faces lie apart, fractions; none for none."""
        self._apart = apart
        self._fill(self._people, apart)

    def hide_runs(self, names: Sequence[str]) -> None:
        """Leave out other runs of these names."""
        if self._hidden != (hidden := frozenset(names)):
            self._hidden = hidden
            self.make_room()

    @property
    def words(self) -> str:
        """What stands at the line of failure."""
        return str(self._failing.toPlainText())

    @property
    def drawn(self) -> list[ArrayLike]:
        """The errors that are drawn, as fractions: other runs', too."""
        return [*super().drawn, *(r.errors for r in self._others if r.name not in self._hidden)]

    def draw(self) -> None:
        """Draw the distribution of the run in use, and with it those of the others."""
        count = len(self.errors)
        failures = int((self.errors > PERCENT * self.threshold).sum())
        self.set_range((0.0, self.end), (0.0, 108.0))
        self._fill(self._curve, self.errors / PERCENT)
        self._fill(self._people, self._apart)
        self._draw_others()
        at = PERCENT * self.threshold
        self._limit.setValue(at)
        faces = tr_count("1 face fails", "{count} faces fail", failures)
        self._failing.setText(f"{in_digits(at, 'g')} %: {faces}" if count else "")
        # The words stand where the curve is not: on top while few faces are below the line.
        low = count > 0 and failures > count / 2
        self._failing.setAnchor((0.0, 0.0 if low else 1.0))
        self._failing.setPos(at, 101.0 if low else 4.0)

    def _draw_others(self) -> None:
        self._people.setVisible(PEOPLE not in self._hidden)
        for line, run in zip(self._lines, self._others, strict=False):
            line.setVisible(run.name not in self._hidden)
            self._fill(line, run.errors)
        for line in self._lines[len(self._others) :]:
            line.setVisible(False)

    def _fill(self, line: pg.PlotDataItem, errors: Sequence[float] | NDArray[np.float64]) -> None:
        values, share = ced(errors)
        if not len(values):
            line.setData([], [])
            return
        x = np.r_[0.0, PERCENT * values, max(self.end, PERCENT * float(values[-1]))]
        line.setData(x, np.r_[0.0, PERCENT * share, PERCENT])

    def height_of(self, place: int) -> float:
        """Return the share of faces at or below the error of one, in percent."""
        below = np.searchsorted(self.errors, self.errors[place], side="right")
        return PERCENT * float(below) / len(self.errors)

    def bounds_of(self, start: float, end: float) -> tuple[Figure, ...]:
        """Return what lies to the right of where the drag ends."""
        return (Figure(FIGURE, ">", round(min(max(end, 0.0), self.end), 1)),)

    def lets_go(self, error: float) -> bool:
        """Return whether a click hits the threshold."""
        if not self.bounds:
            return False
        way = self.pixels(interval(self.bounds)[0], 0.0).x() - self.pixels(error, 0.0).x()
        return abs(way) <= _GRAB_PX

    def next_bounds(self, direction: int) -> tuple[Figure, ...]:
        """Return the threshold half a percent on; from none, that of failure."""
        if not self.bounds:
            return self.bounds_of(0.0, PERCENT * self.threshold)
        low = interval(self.bounds)[0] + direction * _STEP
        return self.bounds_of(low, low)

    def _colour(self) -> None:
        look = theme.current()
        self._curve.setPen(line_pen(look.data.training, width=1.5))
        self._people.setPen(floor_pen())
        for place, line in enumerate(self._lines, start=MAIN + 1):
            grey = line_pen(colour(place, validation=True), width=1)
            grey.setDashPattern(list(dashes(place)))
            line.setPen(grey)
        pen = line_pen(look.danger, width=1)
        pen.setDashPattern([4, 4])
        self._limit.setPen(pen)
        self._failing.setColor(QColor(look.danger))
        ground = QColor(look.pane)
        ground.setAlpha(_GROUND)
        self._failing.fill = pg.mkBrush(ground)  # over other runs' curves
        self._failing.setFont(theme.text_font(11))

    def _hover(self, at: QPointF | None) -> None:
        if at is None or len(self.errors) == 0 or at.x() < 0.0:
            self.hide_readout()
            return
        lines = [
            tr("{below} % of faces below {x:.1f} %", below=_below(self.errors, at.x()), x=at.x())
        ]
        if len(self._apart):
            share = _below(PERCENT * self._apart, at.x())
            lines.append(tr("two people: {share} %", share=share))
        for run in self._others:
            values = PERCENT * ced(run.errors)[0]
            if run.name not in self._hidden and len(values):
                share = _below(values, at.x())
                note = f" · {html.escape(run.note)}" if run.note else ""
                lines.append(f"{html.escape(run.title)}: {share} %{note}")
        self.show_readout("<br>".join(lines), at.x())


def _below(errors: NDArray[np.float64], at: float) -> str:
    return in_digits(PERCENT * float((errors <= at).mean()), ".0f")
