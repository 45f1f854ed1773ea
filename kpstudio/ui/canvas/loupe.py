"""A loupe beside the pointer: what lies under the point in hand, enlarged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kpstudio.core.adjustment import Adjustment
from kpstudio.core.landmarks import FloatArray
from kpstudio.ui import theme
from kpstudio.ui.canvas.camera import MAX_SCALE, Camera
from kpstudio.ui.canvas.layers import faint
from kpstudio.ui.canvas.picture import Picture

# View pixels.
SIDE = 148.0
GAP = 30.0
_MARGIN = 8.0
_HAIR_GAP = 7.0
_RADIUS = 8.0

_TIMES = 4.0
_LEAST_SCALE = 2.0
_OF_USE_BELOW = 16.0


def of_use(camera: Camera) -> bool:
    """Whether the picture is not enlarged so far already that a loupe shows nothing more."""
    return camera.scale < _OF_USE_BELOW


def place_beside(pointer: Sequence[float], width: float, height: float) -> QRectF:
    """Return where the loupe stands: in the view, and never under the pointer.

    To the left and above, as far as there is room: the point's name stands to the right.

    Args:
        pointer: (x, y), view frame.
        width: Of the view.
        height: Of the view.
    """
    x, y = min(max(pointer[0], 0.0), width), min(max(pointer[1], 0.0), height)
    left, right = x - GAP - _MARGIN, width - x - GAP - _MARGIN
    side = min(SIDE, max(left, right), height - 2 * _MARGIN)
    at_left = left >= side
    start = x - GAP - side if at_left else x + GAP
    top = min(max(y - GAP - side, _MARGIN), height - _MARGIN - side)
    return QRectF(start, top, side, side)


def paint_loupe(
    painter: QPainter,
    picture: Picture,
    camera: Camera,
    rect: QRectF,
    xy_image: FloatArray,
    adjustment: Adjustment,
) -> None:
    """Draw the pixels around a point, with a cross-hair that leaves the point itself free.

    Args:
        painter: In the view frame.
        picture: What is enlarged.
        camera: Where the picture stands in the view.
        rect: Where the loupe stands, view frame.
        xy_image: (2,) the point in the middle.
        adjustment: How the picture is shown.
    """
    close = Camera()
    close.scale = min(max(_TIMES * camera.scale, _LEAST_SCALE), MAX_SCALE)
    x, y = close.to_view(xy_image).tolist()
    close.x, close.y = rect.width() / 2 - x, rect.height() / 2 - y
    size = QSize(round(rect.width()), round(rect.height()))
    ratio = painter.device().devicePixelRatio()
    colours = theme.current()
    outline = QPainterPath()
    outline.addRoundedRect(rect, _RADIUS, _RADIUS)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(rect, QColor(colours.background))
    painter.drawPixmap(rect.topLeft(), picture.rendered(close, size, ratio, adjustment))
    _paint_hair(painter, rect)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(faint(colours.data.rim, 0.5), 3), QPen(QColor(colours.edge), 1)):
        painter.setPen(pen)
        painter.drawPath(outline)


def _paint_hair(painter: QPainter, rect: QRectF) -> None:
    middle, reach = rect.center(), rect.width()
    lines = [
        QLineF(middle + way * _HAIR_GAP, middle + way * reach)
        for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1))
    ]
    data = theme.current().data
    for colour, width in ((faint(data.rim, 0.6), 3.0), (QColor(data.ground_truth), 1.0)):
        painter.setPen(QPen(colour, width))
        painter.drawLines(lines)
    painter.setPen(
        QPen(QColor(data.ground_truth), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    )
    painter.drawPoint(middle)
