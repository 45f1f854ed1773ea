"""The mean face: how far off each point is, as a circle, to which side, as an arrow, and how it
scatters, as an ellipse.
"""  # noqa: D205

from __future__ import annotations

import html

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from kpstudio.app.language import in_digits, tr, translated
from kpstudio.core.analysis import Offsets, PointErrors, ellipses
from kpstudio.core.metrics import FAILURE_THRESHOLD, normaliser_length
from kpstudio.core.point_scale import readable_scale, scale_in_words
from kpstudio.core.schema import Normaliser, generic_scheme
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.part_menu import add
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.plot import Plot, line_pen
from kpstudio.ui.panels.review_faces import PERCENT

LEGEND = say("Circle: mean error. Arrow: its direction. Ellipse: scatter around the tip (1 σ)")
_REACH_PX = 18.0
_LEAST_PX = 4.0
_TALL = 260
"""From this height on there is room for a key below the face."""
_HEAD = np.exp(1j * np.radians([150.0, -150.0]))
_HEAD_LENGTH = 0.3
_TOO_FAR = {
    (0, -1): say("{said}, on average {value:.1f} % too far up"),
    (0, 1): say("{said}, on average {value:.1f} % too far down"),
    (-1, 0): say("{said}, on average {value:.1f} % too far left"),
    (1, 0): say("{said}, on average {value:.1f} % too far right"),
}


class PointMap(Plot):
    """Points to look at and to choose.

    Attributes:
        larger: How much larger than the face the errors are drawn.

    Signals:
        point_chosen: number of the point that was clicked, or stepped to with the arrow keys.
    """

    point_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Error by point, on the mean face"), parent)
        self._xy: NDArray[np.float64] = np.empty((0, 2))
        self._length = self.larger = 1.0
        self._found: PointErrors | None = None
        self._scheme = generic_scheme(0)
        self._chosen = -1
        self.threshold = FAILURE_THRESHOLD
        self._edges = self.add(pg.PlotDataItem(connect="pairs", antialias=True), 0)
        self._circles = self.add(pg.ScatterPlotItem(pxMode=False, antialias=True), 1)
        self._ellipses = self.add(pg.PlotDataItem(connect="finite", antialias=True), 2)
        self._arrows = self.add(pg.PlotDataItem(connect="pairs", antialias=True), 2)
        self._ring = self.add(pg.ScatterPlotItem(size=15, pxMode=True, brush=None), 3)
        for axis in (self.x_axis, self.y_axis):
            axis.hide()
        self._key = quiet()
        self._key.setContentsMargins(12, 0, 12, 8)
        column = self.layout()
        assert column is not None
        column.addWidget(self._key)
        self.box.setAspectLocked(True)
        self.box.invertY(True)
        self.hovered.connect(self._hover)
        self.clicked.connect(self._click)
        self.stepped.connect(self._step)
        self.offered.connect(self._offer)
        self.dressed.connect(self._colour)
        self.box.sigResized.connect(self._colour)

    def set_offsets(
        self, offsets: Offsets, normaliser: Normaliser, threshold: float = FAILURE_THRESHOLD
    ) -> None:
        """Draw the errors of the points.

        Args:
            offsets: Of the faces shown.
            normaliser: What its errors are divided by.
            threshold: Mean error above which a circle stands out.
        """
        self._xy, self._found = offsets.upright, offsets.of_points
        self._scheme, self.threshold = offsets.scheme, threshold
        length = normaliser_length(self._xy, normaliser)
        self._length = length if np.isfinite(length) else 1.0
        self.larger = readable_scale(self._xy, self._length * self._found.mean)
        ends = self._xy[[end for edge in offsets.scheme.edges for end in edge]]
        self._edges.setData(ends.reshape(-1, 2))
        known = self._xy[np.isfinite(self._xy).all(axis=1)]
        if len(known):
            room = 0.12 * float(np.ptp(known, axis=0).max())
            (left, top), (right, bottom) = known.min(axis=0) - room, known.max(axis=0) + room
            self.box.setRange(xRange=(left, right), yRange=(top, bottom), padding=0.0)
        self._key.setText(
            tr(
                "{legend}. Errors {scale}.",
                legend=tr(LEGEND),
                scale=scale_in_words(self.larger),
            )
        )
        self.setToolTip(self._key.text())
        self.hide_readout()
        self._colour()

    def hasHeightForWidth(self) -> bool:
        """Say that any height will do; with the words of the key, a page that scrolls would not."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the key to the face where there is little; the tip has it, too."""
        super().resizeEvent(event)
        self._key.setVisible(self.height() >= _TALL)

    def choose(self, point: int | None) -> None:
        """Put a ring around a point; None for none."""
        self._chosen = -1 if point is None else point
        self._place_ring()

    def position(self, point: int) -> QPointF:
        """Return where a point lies in this widget."""
        return self.pixels(*self._xy[point].tolist())

    @property
    def _unit(self) -> float:
        """An error of 1 in the unit of the mean face, as large as it is drawn."""
        return self.larger * self._length

    @property
    def arrows(self) -> NDArray[np.float64]:
        """(K, 2) where the arrows end, in the unit of the mean face; NaN without one."""
        if self._found is None:
            return np.empty((0, 2))
        return self._xy + self._unit * self._found.bias

    def _colour(self) -> None:
        look = theme.current()
        self._edges.setPen(line_pen(look.edge, width=1))
        self._arrows.setPen(line_pen(look.text, width=1))
        self._ellipses.setPen(line_pen(look.quiet, width=1))
        self._ring.setPen(line_pen(look.accent, width=2))
        if self._found is None:
            return
        rows = np.flatnonzero(np.isfinite(self._found.mean) & np.isfinite(self._xy).all(axis=1))
        least = _LEAST_PX * float(self.box.viewPixelSize()[0])
        brushes = []
        for value in self._found.mean[rows]:
            bad = value > self.threshold
            colour = QColor(look.data.prediction if bad else look.data.training)
            colour.setAlpha(130)
            brushes.append(pg.mkBrush(colour))
        self._circles.setData(
            x=self._xy[rows, 0],
            y=self._xy[rows, 1],
            size=np.maximum(2.0 * self._unit * self._found.mean[rows], least),
            brush=brushes,
            pen=None,
        )
        self._arrows.setData(_arrow_strokes(self._xy[rows], self.arrows[rows]))
        self._ellipses.setData(self._outlines(rows))
        self._place_ring()

    def _outlines(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return (N, 2) ellipses of the points ``rows`` in one line, with gaps of NaN."""
        if self._found is None:
            return np.empty((0, 2))
        outlines = self.arrows[rows, None] + self._unit * ellipses(self._found.covariance[rows])
        return np.pad(outlines, ((0, 0), (0, 1), (0, 0)), constant_values=np.nan).reshape(-1, 2)

    def _place_ring(self) -> None:
        there = [self._chosen] if 0 <= self._chosen < len(self._xy) else []
        self._ring.setData(x=self._xy[there, 0], y=self._xy[there, 1])
        self.setAccessibleDescription(self.words(there[0]) if there else "")

    def words(self, point: int) -> str:
        """Return a point's name, its mean error, its scatter, and where it lies off on average."""
        if self._found is None:
            return ""
        mean = in_digits(PERCENT * self._found.mean[point], ".1f")
        said = f"{translated(self._scheme.called(point))} · {mean} %"
        if np.isfinite(self._found.covariance[point]).all():
            variances = np.maximum(np.linalg.eigvalsh(self._found.covariance[point]), 0.0)
            least, most = PERCENT * np.sqrt(variances)
            said += tr(", scatter {least:.1f} to {most:.1f} %", least=least, most=most)
        bias = PERCENT * self._found.bias[point]
        axis = int(np.argmax(np.abs(np.nan_to_num(bias))))
        if not abs(bias[axis]) >= 0.05:
            return said
        way = [0, 0]
        way[axis] = int(np.sign(bias[axis]))
        return tr(_TOO_FAR[way[0], way[1]], said=said, value=abs(bias[axis]))

    def _near(self, at: QPointF) -> int | None:
        if not len(self._xy):
            return None
        pixel = float(self.box.viewPixelSize()[0])
        distances = np.nan_to_num(np.hypot(*(self._xy - (at.x(), at.y())).T), nan=np.inf) / pixel
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= _REACH_PX else None

    def _hover(self, at: QPointF | None) -> None:
        point = self._near(at) if at is not None else None
        if point is None:
            self.hide_readout()
        else:
            x, y = self._xy[point].tolist()
            self.show_readout(html.escape(self.words(point)), x, y)

    def _click(self, at: QPointF) -> None:
        point = self._near(at)
        if point is not None:
            self._take(point)

    def _offer(self, menu: QMenu, at: QPointF | None) -> None:
        """Offer to sort by the point at a place, or by the chosen one."""
        near = self._near(at) if at is not None else None
        point = self._chosen if near is None else near
        if 0 <= point < len(self._xy):
            words = tr("Sort by {part}", part=translated(self._scheme.called(point)))
            add(menu, words, lambda: self._take(point))

    def _take(self, point: int) -> None:
        self.choose(point)
        self.point_chosen.emit(point)

    def _step(self, direction: int) -> None:
        if len(self._xy):
            point = min(max(self._chosen + direction, 0), len(self._xy) - 1)
            self._take(point)


def _arrow_strokes(starts: NDArray[np.float64], ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (6 N, 2) ends of the three strokes of each arrow, in pairs."""
    first, last = (points @ np.array([1.0, 1j]) for points in (starts, ends))
    way = last - first
    strokes = [(first, last), *((last, last + _HEAD_LENGTH * way * turn) for turn in _HEAD)]
    flat = np.stack([end for stroke in strokes for end in stroke], axis=1).ravel()
    return np.column_stack([flat.real, flat.imag])
