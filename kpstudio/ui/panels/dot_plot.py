"""Plots with a dot, or several, for each face."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QWidget

from kpstudio.app.language import in_digits, tr
from kpstudio.core.metrics import FAILURE_THRESHOLD
from kpstudio.core.narrowing import allowed
from kpstudio.core.query import Figure
from kpstudio.ui import theme
from kpstudio.ui.panels.noise_floor import FloorLine
from kpstudio.ui.panels.part_menu import add
from kpstudio.ui.panels.plot import Plot, line_pen, percent
from kpstudio.ui.panels.review_faces import NO_FACES, PERCENT, ReviewFaces, error_limit

_REACH_PX = 14.0
_FAINT = 45
_MANY = 2000
"""Dots above which those that would cover each other are drawn once: each costs time."""
_CELLS = 160, 110
"""Places along x and y that tell dots apart then; a dot is larger than one of them."""


class DotPlot(Plot):
    """Dots that belong to faces; the nearest one is chosen by a click, the next by an arrow key.

    Attributes:
        errors: (N,) error of each dot's face, in percent.

    Signals:
        face_chosen: id of the face whose dot was clicked, or stepped to with the arrow keys.
    """

    face_chosen = Signal(str)

    def __init__(self, name: str, size: int, parent: QWidget | None = None) -> None:
        """Create it.

        Args:
            name: What a screen reader calls it.
            size: Of a dot, pixels.
            parent: Its parent.
        """
        super().__init__(name, parent)
        self._faces = NO_FACES
        self._of: NDArray[np.intp] = np.empty(0, dtype=np.intp)  # the row of each dot's face
        self._xy: NDArray[np.float64] = np.empty((0, 2))
        self.errors: NDArray[np.float64] = np.empty(0)
        self._chosen = ""
        self._bounds: tuple[Figure, ...] = ()
        self.threshold = FAILURE_THRESHOLD
        self._dots = self.add(pg.ScatterPlotItem(size=size, pxMode=True), 1)
        self._ring = self.add(pg.ScatterPlotItem(size=size + 6, pxMode=True), 2)
        self.hovered.connect(self._hover)
        self.clicked.connect(self._click)
        self.stepped.connect(self._step)
        self.dressed.connect(self._colour)
        self.offered.connect(self._offer)

    def set_dots(
        self, faces: ReviewFaces, xy: NDArray[np.float64], of: NDArray[np.intp] | None = None
    ) -> None:
        """Draw dots; the arrow keys walk in this order.

        Args:
            faces: Those shown.
            xy: (N, 2) the dots.
            of: (N,) where the face of each dot stands; one for each face by default.
        """
        self._faces, self._xy = faces, xy.reshape(-1, 2)
        self._of = np.arange(len(faces)) if of is None else of
        self.errors = PERCENT * faces.nme[self._of]
        self.hide_readout()
        self._colour()

    def choose(self, face_id: str) -> None:
        """Put a ring around a face's dots; an id without a dot shows none."""
        self._chosen = face_id
        self._place_ring()

    def show_bounds(self, bounds: Sequence[Figure]) -> None:
        """Let dots of faces stand back whose error is not in the range that the list shows."""
        if tuple(bounds) != self._bounds:
            self._bounds = tuple(bounds)
            self._colour()

    def position(self, face_id: str) -> QPointF | None:
        """Return where a face's first dot lies in this widget, or None where it has none."""
        rows = self._rows(face_id)
        return self.pixels(*self._xy[rows[0]].tolist()) if rows else None

    def bad(self) -> NDArray[np.bool_]:
        """Return which of the (N,) dots stand out."""
        return self.errors > PERCENT * self.threshold

    def words(self, row: int) -> str:
        """Return what is said of a dot under the pointer."""
        return self._faces.words(self._of[row])

    def _rows(self, face_id: str) -> list[int]:
        return np.flatnonzero(self._of == self._faces.row_of.get(face_id, -1)).tolist()

    def _colour(self) -> None:
        look = theme.current()
        fine, bad = QColor(look.data.training), QColor(look.data.prediction)
        fine.setAlpha(170)
        bad.setAlpha(220)
        inks = (_faint(fine), fine, _faint(bad), bad)
        brushes = np.array([pg.mkBrush(ink) for ink in inks], dtype=object)
        kinds = 2 * self.bad() + allowed(self.errors, self._bounds)
        rows = self._drawn(kinds)
        x, y = self._xy[rows].T
        self._dots.setData(x=x, y=y, brush=brushes[kinds[rows]], pen=None)
        self._ring.setBrush(None)
        self._ring.setPen(line_pen(look.text, width=2))
        self._place_ring()

    def _drawn(self, kinds: NDArray[np.int_]) -> NDArray[np.intp]:
        """Return the rows to draw: of many, one for each place and kind of dot."""
        if len(self._xy) <= _MANY:
            return np.arange(len(self._xy))
        cells, count = kinds.astype(np.intp), int(kinds.max()) + 1
        for values, steps in zip(self._xy.T, _CELLS, strict=True):
            along = values - values.min()
            along *= steps / max(float(along.max()), 1e-12)
            cells = cells * (steps + 1) + along.astype(np.intp)
            count *= steps + 1
        first = np.full(count, -1)
        first[cells[::-1]] = np.arange(len(cells))[::-1]  # of those in one cell the first stays
        return np.sort(first[first >= 0])

    def _place_ring(self) -> None:
        rows = self._rows(self._chosen)
        self._ring.setData(x=self._xy[rows, 0], y=self._xy[rows, 1])
        self.setAccessibleDescription(self.words(rows[0]) if rows else "")

    def _near(self, at: QPointF) -> int | None:
        """Return the dot nearest to ``at`` (in the plot's unit) within reach of the pointer."""
        if len(self._xy) == 0:
            return None
        unit = self.pixels(at.x() + 1.0, at.y() + 1.0) - self.pixels(at.x(), at.y())
        way = (self._xy - (at.x(), at.y())) * (unit.x(), unit.y())
        distances = np.hypot(way[:, 0], way[:, 1])
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= _REACH_PX else None

    def _hover(self, at: QPointF | None) -> None:
        row = self._near(at) if at is not None else None
        if row is None:
            self.hide_readout()
        else:
            self._say(row)

    def _say(self, row: int) -> None:
        x, y = self._xy[row]
        self.show_readout(html.escape(self.words(row)), float(x), float(y))

    def _click(self, at: QPointF) -> None:
        row = self._near(at)
        if row is not None:
            self._choose_row(row)

    def _offer(self, menu: QMenu, at: QPointF | None) -> None:
        row = self._near(at) if at is not None else None
        if row is not None:
            words = tr("Show {face}", face=self._faces.name(self._faces.ids[self._of[row]]))
            add(menu, words, lambda: self._choose_row(row))

    def _step(self, direction: int) -> None:
        count = len(self._of)
        if not count:
            return
        start = -1 if direction > 0 else count
        row = (self._rows(self._chosen) or [start])[0] + direction
        self._choose_row(min(max(row, 0), count - 1))

    def _choose_row(self, row: int) -> None:
        face_id = self._faces.ids[self._of[row]]
        self.choose(face_id)
        self._say(row)
        self.face_chosen.emit(face_id)


def _faint(colour: QColor) -> QColor:
    faint = QColor(colour)
    faint.setAlpha(_FAINT)
    return faint


class TurnPlot(DotPlot):
    """Each face as a dot: turn of the head against error.

    Attributes:
        floor: The line of two people's distance.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Error by head turn"), 7, parent)
        self.x_axis.write = lambda value: f"{in_digits(value, '+.0f')}°" if value else "0°"
        self.x_axis.most = 7
        self.y_axis.write = percent
        self.floor = FloorLine(self, upright=False)

    def set_faces(self, faces: ReviewFaces, threshold: float = FAILURE_THRESHOLD) -> int:
        """Draw the faces with a finite error and turn, and return how many those are.

        Those whose NME is above the threshold stand out.
        """
        self.threshold = threshold
        order = np.argsort(faces.yaw_degrees, kind="stable")
        known = faces.taken(order[np.isfinite(faces.yaw_degrees + faces.nme)[order]])
        end = error_limit(faces.nme, threshold)
        heights = np.minimum(PERCENT * known.nme, end)
        dots = np.column_stack([known.yaw_degrees, heights])
        widest = float(np.abs(dots[:, 0]).max(initial=0.0))
        half = max(20.0 * math.ceil(1.05 * widest / 20.0), 20.0)
        self.set_range((-half, half), (0.0, 1.04 * end))
        self.floor.place()
        self.set_dots(known, dots)
        return len(known)
