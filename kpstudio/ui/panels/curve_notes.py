"""What is written into the curves: the mean shape's error, and where a run began to go wrong."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor

from kpstudio.app.language import tr
from kpstudio.ui import theme
from kpstudio.ui.panels.curve_data import FloatArray, RunData, Series
from kpstudio.ui.panels.plot import Plot, line_pen

_APART = 2
"""Pixels between two words, and between words and their line."""

_COLUMN = 3.0
"""Curves are looked at in every so many pixels to see what words would cover."""

_LOW = 6
"""A plot of fewer lines than this has no room for words that cover a curve."""

_GROUND = 220  # nearly opaque, so that the grid does not strike the words out


class _Words:
    """A few words on the plot, put where they cover least."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._item = plot.add(pg.TextItem(anchor=(0.0, 0.0)), 3.5)
        self.hide()

    def write(self, text: str, colour: str) -> QSizeF:
        """Take ``text`` in the colour "#rrggbb"; return its size in pixels."""
        ground = QColor(theme.current().pane)
        ground.setAlpha(_GROUND)
        self._item.fill = pg.mkBrush(ground)
        self._item.setColor(QColor(colour))
        self._item.setFont(theme.text_font(11))
        self._item.setText(text)
        # Its own rectangle waits for a painter.
        return QSizeF(self._item.textItem.boundingRect().size())

    def put(self, rect: QRectF | None) -> None:
        """Stand at ``rect``, in pixels from the upper left corner of the curves; None hides."""
        self._item.setVisible(rect is not None)
        if rect is not None:
            (left, _), (_, top) = self._plot.box.viewRange()
            width, height = self._plot.box.viewPixelSize()
            self._item.setPos(left + rect.left() * width, top - rect.top() * height)

    def hide(self) -> None:
        """Take them away."""
        self._item.hide()

    @property
    def text(self) -> str:
        """What they say; "" while hidden."""
        return str(self._item.toPlainText()) if self._item.isVisible() else ""

    @property
    def rect(self) -> QRectF:
        """Where they stand, in the scene's pixels."""
        at = self._plot.box.mapViewToScene(self._item.pos())
        return QRectF(QPointF(at), self._item.textItem.boundingRect().size())


class _Line:
    """A dashed line across the plot."""

    def __init__(self, plot: Plot, angle: int) -> None:
        self._item = plot.add(pg.InfiniteLine(angle=angle, movable=False), 4)
        self._item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._item.hide()

    def show(self, at: float, colour: str) -> None:
        """Stand at ``at``, in the plot's unit."""
        pen = line_pen(QColor(colour), width=1)
        pen.setDashPattern([6, 4])
        self._item.setPen(pen)
        self._item.setValue(at)
        self._item.show()

    def hide(self) -> None:
        """Take it away."""
        self._item.hide()


class CurveNotes:
    """The line of the mean shape, and those at the epochs of a collapse and of overfitting.

    Attributes:
        mean: Words at the mean shape's line.
        notes: Words at the epoch since which it predicts the mean shape, and since which it
            overfits.
    """

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._level = _Line(plot, 0)
        self._lines = (_Line(plot, 90), _Line(plot, 90))
        self.mean = _Words(plot)
        self.notes = (_Words(plot), _Words(plot))

    def show(self, run: RunData | None, log: bool, nme: bool) -> None:
        """Write what is known of ``run``, beside its curves.

        Args:
            run: The one in colour; None shows nothing.
            log: Whether the axis of errors is logarithmic.
            nme: Whether NMEs are drawn, of which the mean shape's is not known.
        """
        for part in (self._level, *self._lines, self.mean, *self.notes):
            part.hide()
        room = self._room()
        if run is None or room.isEmpty() or 0.0 in self._plot.box.viewPixelSize():
            return  # a plot pressed flat has no room for words
        look = theme.current()
        curve = self._covered(run.shown(nme), log)
        taken: list[QRectF] = []
        mean = run.mean_shape_mse
        if math.isfinite(mean) and mean > 0.0 and not nme:
            level = math.log10(mean) if log else mean
            self._level.show(level, look.data.mean_shape)
            text = (
                tr("mean shape {mean:.4f}", mean=mean)
                if mean >= 0.001
                else tr("mean shape {mean:.2g}", mean=mean)
            )
            size = self.mean.write(text, look.data.mean_shape)
            y = self._pixels(0.0, level).y()
            self.mean.put(_place(list(_beside_level(size, y, room)), curve, taken, room))
            taken.append(QRectF(room.left(), y - 1.0, room.width(), 2.0))  # the line itself
        notes = (
            (run.collapsed_since, tr("predicts the mean shape"), look.data.mean_shape),
            (
                run.overfitting_since,
                tr("overfitting since epoch {epoch}", epoch=run.overfitting_since),
                look.warning,
            ),
        )
        for words, line, (epoch, text, tint) in zip(self.notes, self._lines, notes, strict=True):
            if epoch is not None:
                line.show(float(epoch), tint)
                size = words.write(text, tint)
                places = list(_beside_epoch(size, self._pixels(float(epoch), 0.0).x(), room))
                words.put(_place(places, curve, taken, room))

    def _room(self) -> QRectF:
        return QRectF(0.0, 0.0, self._plot.box.width(), self._plot.box.height())

    def _pixels(self, x: float, y: float) -> QPointF:
        (left, _), (_, top) = self._plot.box.viewRange()
        width, height = self._plot.box.viewPixelSize()
        return QPointF((x - left) / width, (top - y) / height)

    def _covered(self, curves: Iterable[Series], log: bool) -> FloatArray:
        """Return (N, 2) pixels that the curves run through."""
        (left, right), (_, top) = self._plot.box.viewRange()
        width, height = self._plot.box.viewPixelSize()
        found = [np.empty((0, 2))]
        for series in curves:
            x, y = series.drawn(log)
            x, y = x[np.isfinite(y)], y[np.isfinite(y)]
            if len(x):
                columns = np.arange(max(left, x[0]), min(right, x[-1]), _COLUMN * width)
                rows = np.interp(columns, x, y)
                found.append(np.column_stack([(columns - left) / width, (top - rows) / height]))
        return np.concatenate(found)


def _beside_level(size: QSizeF, y: float, room: QRectF) -> Iterable[QRectF]:
    """Give places above and below a line across, from its right end on, within ``room``."""
    x = room.right() - size.width()
    while x >= room.left():
        for top in (y - size.height(), y + _APART):
            place = QRectF(QPointF(x, top), size)
            if room.contains(place):
                yield place
        x -= size.height()


def _beside_epoch(size: QSizeF, x: float, room: QRectF) -> Iterable[QRectF]:
    """Give places at either side of an upright line, from its upper end on, within ``room``."""
    top = room.top()
    while top + size.height() <= room.bottom():
        for left in (x + _APART, x - _APART - size.width()):
            place = QRectF(QPointF(left, top), size)
            if room.contains(place):
                yield place
        top += size.height() + _APART


def _place(
    places: Sequence[QRectF], curve: FloatArray, taken: list[QRectF], room: QRectF
) -> QRectF | None:
    """Choose the first of ``places`` that covers least of ``curve``, and take it.

    None where each of them is taken, at least in part, or would cover the curve of a low plot: the
    words are told below the curves, too.
    """
    free = [place for place in places if not any(place.intersects(other) for other in taken)]
    if not free:
        return None
    chosen = min(free, key=lambda place: _inside(curve, place))
    if room.height() < _LOW * chosen.height() and _inside(curve, chosen):
        return None
    taken.append(chosen)
    return chosen


def _inside(points: FloatArray, rect: QRectF) -> int:
    x, y = points[:, 0], points[:, 1]
    across = (x >= rect.left()) & (x <= rect.right())
    return int((across & (y >= rect.top()) & (y <= rect.bottom())).sum())
