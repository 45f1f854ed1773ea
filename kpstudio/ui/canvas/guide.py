"""What guided placing shows: a shape that is tried, and a small drawing of the next point."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kpstudio.core.landmarks import FloatArray
from kpstudio.ui import theme
from kpstudio.ui.canvas.camera import Camera
from kpstudio.ui.canvas.content import Content
from kpstudio.ui.canvas.layers import RING_RADIUS, TRUTH_RADIUS, faint

# View pixels.
WIDTH, HEIGHT = 168.0, 192.0
_MARGIN, _TOP = 12.0, 48.0
_SHARE = 0.34  # of a narrow view: between two such places there is room for what is pointed at
_INSIDE = 16.0
_CAPTION = 24.0
_DOT = 1.75
_NEXT_DOT = 4.5
_RADIUS = 6.0
NOWHERE = QRectF()


def place_guide(pointer: QPointF | None, width: float, free: QRectF = NOWHERE) -> QRectF:
    """Return where the drawing stands: at the left, or at the right if the pointer is there.

    Args:
        pointer: Where the pointer is, view frame; None for elsewhere.
        width: Of the view.
        free: What else it does not cover, view frame.
    """
    size = min(1.0, _SHARE * width / WIDTH)
    left = QRectF(_MARGIN, _TOP, size * WIDTH, size * HEIGHT)
    right = left.translated(width - left.width() - 2 * _MARGIN, 0)
    around_left, around_right = (
        place.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN) for place in (left, right)
    )
    if pointer is not None and around_left.contains(pointer):
        return right
    taken = around_left.intersects(free)
    return right if taken and pointer is not None and not around_right.contains(pointer) else left


def paint_tries(painter: QPainter, camera: Camera, content: Content) -> None:
    """Draw a shape that is tried, clicked places, and where the next point is expected."""
    accent = theme.current().accent
    if content.ghost is not None:
        view = camera.to_view(content.ghost)
        for colour, width in ((faint(theme.current().data.rim, 0.4), 3.0), (QColor(accent), 1.25)):
            painter.setPen(QPen(colour, width))
            painter.drawLines(_edges(content, view))
        _paint_dots(painter, view, accent, 2.0)
    guide = content.guide
    if guide is not None and guide.expected is not None and content.spots is None:
        ring = QPen(QColor("white"), 1.5, Qt.PenStyle.DashLine)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(faint(theme.current().data.rim, 0.55), 3.5), ring):
            painter.setPen(pen)
            middle = QPointF(*camera.to_view(guide.expected).tolist())
            painter.drawEllipse(middle, RING_RADIUS, RING_RADIUS)
    if content.spots is not None:
        view = camera.to_view(content.spots)
        _paint_dots(painter, view, theme.current().data.rim, TRUTH_RADIUS + 1.25)
        _paint_dots(painter, view, theme.current().data.ground_truth, TRUTH_RADIUS)


def paint_guide(painter: QPainter, content: Content, rect: QRectF) -> None:
    """Draw the mean shape with the next point marked, and its name below."""
    guide = content.guide
    if guide is None or guide.shape is None:
        return
    look = theme.current()
    painter.setPen(QPen(QColor(look.line), 1))
    painter.setBrush(faint(look.raised, 0.94))
    painter.drawRoundedRect(rect.translated(0.5, 0.5), _RADIUS, _RADIUS)
    room = rect.adjusted(_INSIDE, _INSIDE, -_INSIDE, -_CAPTION - _INSIDE / 2)
    view = _fitted(guide.shape, room)
    painter.setPen(QPen(QColor(look.quiet), 1.0))
    painter.drawLines(_edges(content, view))
    _paint_dots(painter, view, look.quiet, _DOT)
    truth = content.truth_xy()
    if truth is not None and len(truth) == len(view):
        placed = np.isfinite(truth).all(axis=1)
        _paint_dots(painter, view[placed], look.ok, _DOT + 0.5)
    if np.isfinite(view[guide.point]).all():
        _paint_dots(painter, view[guide.point : guide.point + 1], look.accent, _NEXT_DOT)
    _paint_caption(painter, content.name(guide.point), rect)


def _paint_caption(painter: QPainter, name: str, rect: QRectF) -> None:
    painter.setFont(theme.text_font(theme.QUIET_PX))
    below = QRectF(rect.left() + 8, rect.bottom() - _CAPTION - 4, rect.width() - 16, _CAPTION)
    elided = painter.fontMetrics().elidedText(
        name, Qt.TextElideMode.ElideMiddle, round(below.width())
    )
    painter.setPen(QColor(theme.current().text))
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, elided)


def _fitted(shape: FloatArray, room: QRectF) -> FloatArray:
    """Return (K, 2) a shape as large as it goes in the middle of a room."""
    low, high = np.nanmin(shape, axis=0), np.nanmax(shape, axis=0)
    extent = np.maximum(high - low, 1e-9)
    scale = min(room.width() / extent[0], room.height() / extent[1])
    middle = np.array([room.center().x(), room.center().y()])
    return np.asarray((shape - (low + high) / 2) * scale + middle)


def _edges(content: Content, view: FloatArray) -> list[QLineF]:
    pairs = content.edges(len(view))
    ends = np.hstack([view[pairs[:, 0]], view[pairs[:, 1]]])
    return [QLineF(*four) for four in ends[np.isfinite(ends).all(axis=1)].tolist()]


def _paint_dots(painter: QPainter, view: FloatArray, colour: str, radius: float) -> None:
    cap = Qt.PenCapStyle.RoundCap
    painter.setPen(QPen(QColor(colour), 2 * radius, Qt.PenStyle.SolidLine, cap))
    there = view[np.isfinite(view).all(axis=1)]
    painter.drawPoints([QPointF(x, y) for x, y in there.tolist()])
