"""The two plots of Review: how many faces lie below an error, and error by turn of the head."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kpstudio.core.metrics import FAILURE_THRESHOLD, ced
from kpstudio.ui import theme
from kpstudio.ui.panels.plot import Plot
from kpstudio.ui.panels.ticks import plain

FloatArray = NDArray[np.float64]

_REACH_PX = 14.0
_PERCENT = 100.0


@dataclass(frozen=True)
class ReviewFace:
    """One face with an error.

    Attributes:
        face_id: Its id in the label set.
        name: What a person calls it, such as the file's name.
        nme: Normalised mean error as a fraction; NaN where it has none.
        yaw_degrees: About how far the head is turned, positive towards picture right; NaN where
            unknown.
    """

    face_id: str
    name: str
    nme: float
    yaw_degrees: float


def failed(face: ReviewFace) -> bool:
    """Return whether a face's error is above the threshold of failure."""
    return face.nme > FAILURE_THRESHOLD


def in_words(face: ReviewFace) -> str:
    """Return name, error and turn of a face in one line."""
    turn = f" · {face.yaw_degrees:+.0f}°" if math.isfinite(face.yaw_degrees) else ""
    return f"{face.name} · {_PERCENT * face.nme:.1f} %{turn}"


def error_limit(errors: Sequence[float]) -> float:
    """Return where the axis of errors ends, in percent: past 8 %, and all faces in view to 40 %."""
    finite = [_PERCENT * error for error in errors if math.isfinite(error)]
    largest = max([*finite, _PERCENT * FAILURE_THRESHOLD])
    return min(max(4.0 * math.ceil(1.02 * largest / 4.0), 12.0), 40.0)


class CedPlot(Plot):
    """Cumulative error distribution: the share of faces at or below each error."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Cumulative error: percent of faces below each NME", parent)
        self._errors: FloatArray = np.empty(0)
        self._curve = self.add(pg.PlotDataItem(stepMode="left", antialias=True), 1)
        self._limit = self.add(pg.InfiniteLine(angle=90, movable=False), 0)
        self._words = self.add(pg.TextItem(anchor=(0.0, 1.0)), 2)
        self.y_axis.most = 6
        self.hovered.connect(self._hover)
        self.dressed.connect(self._colour)
        self._colour()

    def set_errors(self, errors: Sequence[float]) -> None:
        """Draw the distribution of per-face NME, as fractions."""
        values, share = ced(errors)
        self._errors = values
        end = error_limit(errors)
        count = len(values)
        failures = int((values > FAILURE_THRESHOLD).sum())
        if count:
            x = np.r_[0.0, _PERCENT * values, max(end, _PERCENT * float(values[-1]))]
            self._curve.setData(x, np.r_[0.0, _PERCENT * share, _PERCENT])
        else:
            self._curve.setData([], [])
        self.set_range((0.0, end), (0.0, 104.0))
        at = _PERCENT * FAILURE_THRESHOLD
        self._limit.setValue(at)
        faces = "1 face fails" if failures == 1 else f"{failures} faces fail"
        self._words.setText(f"{at:g} %: {faces}" if count else "")
        # The words stand where the curve is not: on top while few faces are below the line.
        low = count > 0 and failures > count / 2
        self._words.setAnchor((0.0, 0.0 if low else 1.0))
        self._words.setPos(at, 101.0 if low else 4.0)

    @property
    def words(self) -> str:
        """What stands at the line of failure."""
        return str(self._words.toPlainText())

    def _colour(self) -> None:
        look = theme.current()
        self._curve.setPen(pg.mkPen(look.data.training, width=1.5))
        pen = pg.mkPen(look.danger, width=1)
        pen.setDashPattern([4, 4])
        self._limit.setPen(pen)
        self._words.setColor(QColor(look.danger))
        self._words.setFont(theme.text_font(11))

    def _hover(self, at: QPointF | None) -> None:
        if at is None or len(self._errors) == 0 or at.x() < 0.0:
            self.hide_readout()
            return
        below = float((self._errors * _PERCENT <= at.x()).mean())
        self.show_readout(f"{_PERCENT * below:.0f} % of faces below {at.x():.1f} %", at.x())


class TurnPlot(Plot):
    """Each face as a dot: turn of the head against error.

    Signals:
        face_chosen: id of the face whose dot was clicked, or stepped to with the arrow keys.
    """

    face_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Error by turn of the head", parent)
        self._faces: list[ReviewFace] = []
        self._xy: FloatArray = np.empty((0, 2))
        self._chosen = ""
        self._dots = self.add(pg.ScatterPlotItem(size=7, pxMode=True), 1)
        self._ring = self.add(pg.ScatterPlotItem(size=13, pxMode=True), 2)
        self.x_axis.write = lambda value: f"{value:+.0f}°" if value else "0°"
        self.x_axis.most = 7
        self.y_axis.write = plain
        self.hovered.connect(self._hover)
        self.clicked.connect(self._click)
        self.stepped.connect(self._step)
        self.dressed.connect(self._colour)

    def set_faces(self, faces: Sequence[ReviewFace]) -> int:
        """Draw the faces with a finite error and turn, and return how many those are."""
        shown = [f for f in faces if math.isfinite(f.nme) and math.isfinite(f.yaw_degrees)]
        self._faces = sorted(shown, key=lambda face: face.yaw_degrees)
        end = error_limit([face.nme for face in faces])
        points = [(face.yaw_degrees, min(_PERCENT * face.nme, end)) for face in self._faces]
        self._xy = np.array(points, dtype=np.float64).reshape(-1, 2)
        widest = float(np.abs(self._xy[:, 0]).max()) if len(self._xy) else 0.0
        half = max(20.0 * math.ceil(1.05 * widest / 20.0), 20.0)
        self.set_range((-half, half), (0.0, 1.04 * end))
        self.hide_readout()
        self._colour()
        return len(self._faces)

    def choose(self, face_id: str) -> None:
        """Put a ring around a face's dot; an id without a dot shows none."""
        self._chosen = face_id
        self._place_ring()

    def position(self, face_id: str) -> QPointF | None:
        """Return where a face's dot lies in this widget, or None where it has none."""
        for face, (x, y) in zip(self._faces, self._xy, strict=True):
            if face.face_id == face_id:
                return self.pixels(float(x), float(y))
        return None

    def _colour(self) -> None:
        look = theme.current()
        fine, bad = QColor(look.data.training), QColor(look.data.prediction)
        fine.setAlpha(170)
        bad.setAlpha(220)
        brushes = [pg.mkBrush(bad if failed(face) else fine) for face in self._faces]
        self._dots.setData(x=self._xy[:, 0], y=self._xy[:, 1], brush=brushes, pen=None)
        self._ring.setBrush(None)
        self._ring.setPen(pg.mkPen(look.text, width=2))
        self._place_ring()

    def _place_ring(self) -> None:
        rows = [k for k, face in enumerate(self._faces) if face.face_id == self._chosen]
        self._ring.setData(x=self._xy[rows, 0], y=self._xy[rows, 1])
        words = in_words(self._faces[rows[0]]) if rows else ""
        self.setAccessibleDescription(words)

    def _near(self, at: QPointF) -> int | None:
        """Return the dot nearest to ``at`` (in the plot's unit) within reach of the pointer."""
        if len(self._xy) == 0:
            return None
        here = self.pixels(at.x(), at.y())
        dots = [self.pixels(float(x), float(y)) - here for x, y in self._xy]
        distances = [math.hypot(dot.x(), dot.y()) for dot in dots]
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
        self.show_readout(html.escape(in_words(self._faces[row])), float(x), float(y))

    def _click(self, at: QPointF) -> None:
        row = self._near(at)
        if row is not None:
            self._choose_row(row)

    def _step(self, direction: int) -> None:
        if not self._faces:
            return
        rows = [k for k, face in enumerate(self._faces) if face.face_id == self._chosen]
        start = -1 if direction > 0 else len(self._faces)
        self._choose_row(min(max((rows or [start])[0] + direction, 0), len(self._faces) - 1))

    def _choose_row(self, row: int) -> None:
        face = self._faces[row]
        self.choose(face.face_id)
        self._say(row)
        self.face_chosen.emit(face.face_id)
