"""A plot along the error in which a person chooses a range of it: the faces that lie in it."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QGraphicsRectItem, QMenu, QWidget

from kpstudio.app.language import tr
from kpstudio.core.metrics import FAILURE_THRESHOLD
from kpstudio.core.narrowing import allowed, interval
from kpstudio.core.query import Figure
from kpstudio.ui import theme
from kpstudio.ui.panels.part_menu import add
from kpstudio.ui.panels.plot import Plot, line_pen
from kpstudio.ui.panels.review_faces import NO_FACES, PERCENT, ReviewFaces, error_limit

FIGURE = "error"
"""The figure of the search language that lies along these plots, in percent."""
_DRAG_PX = 4.0
_RANGE_ALPHA = 40


class NarrowingPlot(Plot):
    """Faces by their error; a click or a drag narrows the list to a range, Escape lets go of it.

    The plot itself keeps no choice: it shows what `show_bounds` says.

    Signals:
        narrowed: bounds of the error that a person chose, a tuple of `Figure`.
        released: the range is to be let go of.
    """

    narrowed = Signal(object)
    released = Signal()

    def __init__(self, name: str, words_at: float, parent: QWidget | None = None) -> None:
        """Create it.

        Args:
            name: What a screen reader calls it.
            words_at: How high the words on the range stand, as a share of the height.
            parent: Its parent.
        """
        super().__init__(name, parent)
        self.faces = NO_FACES
        self.errors: NDArray[np.float64] = np.empty(0)
        self.threshold = FAILURE_THRESHOLD
        self.end = error_limit([])
        self._bounds: tuple[Figure, ...] = ()
        self._chosen = ""
        self._start: float | None = None
        self._moved_away = False
        self._words_at = words_at
        self._region = self.add(QGraphicsRectItem(), -2)
        self._edge = self.add(pg.InfiniteLine(angle=90, movable=False), 2)
        self._said = self.add(pg.TextItem(), 3)
        self._ring = self.add(pg.ScatterPlotItem(size=11, pxMode=True, brush=None), 4)
        self.clicked.connect(self._press)
        self.dragged.connect(self._drag)
        self.dropped.connect(self._drop)
        self.stepped.connect(self._step)
        self.escaped.connect(self._escape)
        self.dressed.connect(self._dress_range)
        self.offered.connect(self._offer)
        self._dress_range()
        self.show_bounds(())

    # What is shown

    def set_faces(self, faces: ReviewFaces, threshold: float = FAILURE_THRESHOLD) -> None:
        """Show faces, all of whose errors are known, and the NME above which they have failed."""
        self.threshold = threshold
        self.faces = faces.by_error
        self.errors = PERCENT * self.faces.nme
        self.make_room()

    def make_room(self) -> None:
        """Let the axis reach as far as the errors, and draw all anew."""
        self.end = max(error_limit(errors, self.threshold) for errors in self.drawn)
        self.draw()
        self._show(self._bounds)
        self.choose(self._chosen)

    @property
    def drawn(self) -> list[ArrayLike]:
        """The errors that are drawn, as fractions: those of the faces, and what a plot adds."""
        return [self.faces.nme]

    def choose(self, face_id: str) -> None:
        """Put a ring where a face lies; an id that is not here shows none."""
        self._chosen = face_id
        row = self.faces.row_of.get(face_id)
        at = [] if row is None else [(min(self.errors[row], self.end), self.height_of(row))]
        self._ring.setData(pos=np.reshape(at, (-1, 2)))

    def show_bounds(self, bounds: Sequence[Figure]) -> None:
        """Mark the range that the list is narrowed to; none without bounds."""
        self._bounds = tuple(bounds)
        if self._start is None:  # else a hand is choosing others
            self._show(self._bounds)

    @property
    def said(self) -> str:
        """The words on the range; "" without one."""
        return str(self._said.toPlainText()) if self._said.isVisible() else ""

    def _show(self, bounds: Sequence[Figure]) -> None:
        for item in (self._region, self._edge, self._said):
            item.setVisible(bool(bounds))
        if not bounds:
            return
        low, high = interval(bounds)
        left, right = max(low, 0.0), min(high, self.end + 1.0)
        height = self.box.viewRange()[1][1]
        self._region.setRect(left, 0.0, max(right - left, 0.0), 2.0 * height)
        self._edge.setValue(left if math.isfinite(low) else right)
        self._said.setText(self._words(bounds, low, high))
        beyond_middle = left > self.end / 2
        self._said.setAnchor((1.0 if beyond_middle else 0.0, 0.5))
        self._said.setPos(left, self._words_at * height)

    def _words(self, bounds: Sequence[Figure], low: float, high: float) -> str:
        count = tr(
            "{some} of {count}",
            some=int(allowed(self.errors, bounds).sum()),
            count=len(self.errors),
        )
        if math.isinf(high):
            return tr("{count} above {low:g} %", count=count, low=low)
        return (
            tr("{count} below {high:g} %", count=count, high=high)
            if math.isinf(low)
            else tr("{count}: {low:g} to {high:g} %", count=count, low=low, high=high)
        )

    def _dress_range(self) -> None:
        look = theme.current()
        ground, behind = QColor(look.accent), QColor(look.pane)
        ground.setAlpha(_RANGE_ALPHA)
        behind.setAlpha(210)
        self._region.setBrush(ground)
        self._region.setPen(pg.mkPen(None))
        self._edge.setPen(line_pen(look.accent, width=1))
        self._said.setColor(QColor(look.accent))
        self._said.fill = pg.mkBrush(behind)
        self._said.setFont(theme.text_font(11))
        self._ring.setPen(line_pen(look.text, width=2))

    # What a kind of plot does in its own way

    @abstractmethod
    def draw(self) -> None:
        """Draw `faces`, whose `errors` ascend, and set the range."""

    @abstractmethod
    def height_of(self, place: int) -> float:
        """Return how high the face at ``place`` of `faces` lies, in the plot's unit."""

    @abstractmethod
    def bounds_of(self, start: float, end: float) -> tuple[Figure, ...]:
        """Return what a drag from one error to another chooses; a click has both alike."""

    @abstractmethod
    def lets_go(self, error: float) -> bool:
        """Return whether a click at ``error`` lets go of the range."""

    @abstractmethod
    def next_bounds(self, direction: int) -> tuple[Figure, ...]:
        """Return the neighbouring range, to the left for -1 and to the right for 1."""

    @property
    def bounds(self) -> tuple[Figure, ...]:
        """The range that the list is narrowed to."""
        return self._bounds

    # What the hand does

    def event(self, event: QEvent) -> bool:
        """Take Esc before it ends something elsewhere in the window."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        asked = event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape
        if asked and self.holds:
            event.accept()
            return True
        return bool(super().event(event))

    @property
    def holds(self) -> bool:
        """Whether a range is chosen, or being chosen."""
        return self._start is not None or bool(self._bounds)

    def _press(self, at: QPointF) -> None:
        self._start, self._moved_away = at.x(), False

    def _drag(self, at: QPointF) -> None:
        if self._start is None or not self.faces:
            return
        way = self.pixels(at.x(), 0.0).x() - self.pixels(self._start, 0.0).x()
        self._moved_away = self._moved_away or abs(way) > _DRAG_PX
        if self._moved_away:
            self._show(self.bounds_of(self._start, at.x()))

    def _drop(self, at: QPointF) -> None:
        start, self._start = self._start, None
        if start is None or not self.faces:
            return
        if not self._moved_away and self.lets_go(at.x()):
            self.released.emit()
        else:
            self.narrowed.emit(self.bounds_of(start if self._moved_away else at.x(), at.x()))

    def _offer(self, menu: QMenu, at: QPointF | None) -> None:
        """Offer to list faces: those of a place, or without one those that fail."""
        error = PERCENT * self.threshold if at is None else at.x()
        if self.faces and error >= 0.0:
            bounds = self.bounds_of(error, error)
            words = tr("List {faces}", faces=self._words(bounds, *interval(bounds)))
            add(menu, words, lambda: self.narrowed.emit(bounds))

    def _step(self, direction: int) -> None:
        if self.faces:
            self.narrowed.emit(self.next_bounds(direction))

    def _escape(self) -> None:
        if self._start is not None:
            self._start = None
            self._show(self._bounds)
        elif self._bounds:
            self.released.emit()
