"""The histogram of the error: how many faces lie in each step of it."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kpstudio.app.language import tr, tr_count
from kpstudio.core.narrowing import interval
from kpstudio.core.query import Figure
from kpstudio.ui import theme
from kpstudio.ui.panels.narrowing_plot import FIGURE, NarrowingPlot
from kpstudio.ui.panels.noise_floor import FloorLine
from kpstudio.ui.panels.plot import percent
from kpstudio.ui.panels.review_faces import PERCENT

_FINE_UP_TO = 16.0


class ErrorBars(NarrowingPlot):
    """Bars to click on, or to drag over; the last one holds all that lies beyond the axis.

    Attributes:
        floor: The line of two people's distance.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._counts = np.empty(0, dtype=np.int64)
        super().__init__(tr("Histogram of the error: faces by NME"), 0.96, parent)
        self._bars = self.add(pg.BarGraphItem(x0=[], width=1.0, height=[]), 1)
        self.floor = FloorLine(self, upright=True)
        self.y_axis.whole = True
        self.x_axis.write = percent
        self.hovered.connect(self._hover)
        self.dressed.connect(self._colour)

    @property
    def step(self) -> float:
        """How much of the error a bar covers, in percent; its multiples are exact."""
        return 0.5 if self.end <= _FINE_UP_TO else 1.0

    @property
    def counts(self) -> list[int]:
        """How many faces each bar holds."""
        return [int(count) for count in self._counts]

    def draw(self) -> None:
        """Count the faces of each step."""
        count = round(self.end / self.step)
        self._counts = np.bincount(self._bar_of(self.errors), minlength=count)
        self.set_range((0.0, self.end), (0.0, 1.15 * max(int(self._counts.max(initial=0)), 4)))
        self.floor.place()
        self._colour()

    def _bar_of(self, errors: object) -> np.ndarray:
        last = round(self.end / self.step) - 1
        return np.clip(np.floor(np.asarray(errors) / self.step), 0, last).astype(np.int64)

    def height_of(self, place: int) -> float:
        """Return the height of the bar that a face is in."""
        return float(self._counts[self._bar_of(self.errors[place])])

    def bounds_of(self, start: float, end: float) -> tuple[Figure, ...]:
        """Return the edges of the bars that the drag passes."""
        first, last = sorted(int(self._bar_of(error)) for error in (start, end))
        low = Figure(FIGURE, ">=", first * self.step)
        if last + 1 >= len(self._counts):
            return (low,)
        return (low, Figure(FIGURE, "<", (last + 1) * self.step))

    def lets_go(self, error: float) -> bool:
        """Return whether a click hits the one bar that is chosen."""
        return self.bounds == self.bounds_of(error, error)

    def next_bounds(self, direction: int) -> tuple[Figure, ...]:
        """Return the bar beside the range; from none, the one at the threshold of failure."""
        low, high = interval(self.bounds)
        if not self.bounds:
            at = PERCENT * self.threshold
        elif direction < 0:
            at = max(low, 0.0) - self.step / 2
        else:
            at = min(high, self.end) + self.step / 2
        return self.bounds_of(at, at)

    def _colour(self) -> None:
        fine, bad = (QColor(theme.current().data.training), QColor(theme.current().data.prediction))
        edges = np.arange(len(self._counts)) * self.step
        limit = PERCENT * self.threshold
        self._bars.setOpts(
            x0=edges,
            width=0.9 * self.step,
            height=self._counts,
            brushes=[pg.mkBrush(bad if edge >= limit else fine) for edge in edges],
            pen=None,
        )

    def _hover(self, at: QPointF | None) -> None:
        if at is None or not self.faces or at.x() < 0.0:
            self.hide_readout()
            return
        bar = int(self._bar_of(at.x()))
        count, low = int(self._counts[bar]), bar * self.step
        faces = tr_count("1 face", "{count} faces", count)
        beyond = bar + 1 == len(self._counts)
        span = (
            tr("above {low:g} %", low=low)
            if beyond
            else tr("{low:g} to {step:g} %", low=low, step=low + self.step)
        )
        self.show_readout(f"{faces} · {span}", at.x())
