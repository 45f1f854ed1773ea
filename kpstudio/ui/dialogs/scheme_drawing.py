"""The mean shape of a scheme's points, with its edges and pairs, to be clicked on or walked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kpstudio.app.language import tr
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.scheme_draft import SchemeDraft
from kpstudio.ui import theme
from kpstudio.ui.canvas.layers import paint_pill

NONE = -1
_REACH = 14.0
_MARGIN, _SHARE = 36.0, 0.1
"""Around the points, in pixels and as a share of the drawing, whichever is less."""
_RADIUS = 4.0
_STEPS = {
    Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1,
}  # fmt: skip
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SchemeDrawing(QWidget):
    """Draws a draft; owns nothing of it.

    Signals:
        point_clicked: the number of a point that was clicked, or taken by a key.
        nothing_clicked: the press met no point.
    """

    point_clicked = Signal(int)
    nothing_clicked = Signal()

    def __init__(self, draft: SchemeDraft, xy: FloatArray, parent: QWidget | None = None) -> None:
        """Draw ``draft``, whose K points lie at ``xy`` (K, 2), y down, NaN where unknown."""
        super().__init__(parent)
        self.setAccessibleName(tr("Points of the scheme"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(200, 200)
        self._draft = draft
        self._xy = xy
        self._chosen = self._hovered = NONE
        self._show_pairs = False
        theme.bus.changed.connect(self._theme_changed)

    def show_draft(self, draft: SchemeDraft, chosen: int, show_pairs: bool) -> None:
        """Show the draft as it is now, one point marked (-1: none), pairs as dashed lines."""
        self._draft, self._chosen, self._show_pairs = draft, chosen, show_pairs
        self.update()

    def place_of(self, point: int) -> QPointF:
        """Return where ``point`` is drawn."""
        return QPointF(*self._view()[point].tolist())

    def sizeHint(self) -> QSize:
        """Ask for the room of a face."""
        return QSize(480, 520)

    def _theme_changed(self, _: theme.Theme) -> None:
        self.update()

    def _view(self) -> FloatArray:
        """Return (K, 2) places in this widget; NaN where a point's place is unknown."""
        known = self._xy[np.isfinite(self._xy).all(axis=1)]
        if len(known) == 0:
            return self._xy
        low, high = known.min(axis=0), known.max(axis=0)
        margin = min(_MARGIN, _SHARE * min(self.width(), self.height()))
        room = np.array([self.width() - 2 * margin, self.height() - 2 * margin])
        scale = float((np.maximum(room, 1.0) / np.maximum(high - low, 1e-9)).min())
        middle = np.array([self.width() / 2, self.height() / 2])
        return np.asarray((self._xy - (low + high) / 2) * scale + middle)

    def _point_at(self, place: QPointF) -> int:
        away = np.hypot(*(self._view() - (place.x(), place.y())).T)
        away[np.isnan(away)] = np.inf
        if len(away) == 0 or away.min() > _REACH:
            return NONE
        return int(away.argmin())

    # --- Qt's own calls

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the point under the pointer."""
        hovered = self._point_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which point was clicked."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = self._point_at(event.position())
        if point == NONE:
            self.nothing_clicked.emit()
        else:
            self.point_clicked.emit(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from point to point by the arrow keys; take one by Enter or Space, as by a click."""
        key, now = Qt.Key(event.key()), self._hovered if self._hovered != NONE else self._chosen
        if key in _STEPS:
            self._walk(now, _STEPS[key])
        elif key in _TAKES and now != NONE:
            self.point_clicked.emit(now)
        else:
            super().keyPressEvent(event)

    def _walk(self, now: int, step: int) -> None:
        """Go on from a point to the next one, by number, that has a place; round the ends, too."""
        known = np.flatnonzero(np.isfinite(self._xy).all(axis=1))
        if len(known):
            ahead = known[known > now] if step > 0 else known[known < now][::-1]
            self._hovered = int(ahead[0] if len(ahead) else known[0 if step > 0 else -1])
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edges, pairs, points and the name of the one under the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.current().background))
        view = self._view()
        if self._show_pairs:
            self._paint_pairs(painter, view)
        self._paint_edges(painter, view)
        self._paint_points(painter, view)
        self._paint_name(painter, view)
        if self.hasFocus():
            theme.paint_focus(painter, self.rect())
        painter.end()

    def _paint_pairs(self, painter: QPainter, view: FloatArray) -> None:
        pen = QPen(QColor(theme.current().accent), 1.0, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        for point, partner in enumerate(self._draft.mirror):
            if partner > point:
                self._line(painter, view, point, partner)

    def _paint_edges(self, painter: QPainter, view: FloatArray) -> None:
        for a, b in self._draft.edges:
            own = self._draft.colour_of(a, b)
            painter.setPen(QPen(QColor(own or theme.current().quiet), 1.5))
            self._line(painter, view, a, b)

    def _line(self, painter: QPainter, view: FloatArray, a: int, b: int) -> None:
        ends = [*view[a].tolist(), *view[b].tolist()]
        if np.isfinite(ends).all():
            painter.drawLine(QLineF(*ends))

    def _paint_points(self, painter: QPainter, view: FloatArray) -> None:
        look = theme.current()
        for point, place in enumerate(view.tolist()):
            if not np.isfinite(place).all():
                continue
            middle = QPointF(*place)
            radius = _RADIUS + 1.5 if point == self._hovered else _RADIUS
            painter.setPen(QPen(QColor(look.background), 1.0))
            painter.setBrush(QColor(self._draft.colour_of(point) or look.text))
            painter.drawEllipse(middle, radius, radius)
            if point == self._hovered and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(look.text), 1.5))
                painter.drawEllipse(middle, 8.5, 8.5)
            if point == self._chosen:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(look.accent), 2.0))
                painter.drawEllipse(middle, 8.5, 8.5)

    def _paint_name(self, painter: QPainter, view: FloatArray) -> None:
        point = self._hovered if self._hovered != NONE else self._chosen
        if point != NONE and np.isfinite(view[point]).all():
            text = f"{point} {self._draft.points[point]}"
            anchor = QPointF(*view[point].tolist()) + QPointF(14, -16)
            paint_pill(painter, text, anchor, QRectF(self.rect()))
