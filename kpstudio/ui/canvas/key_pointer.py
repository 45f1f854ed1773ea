"""A crosshair that arrow keys move, for a place that a mode of the picture asks for."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.ui import theme
from kpstudio.ui.canvas.content import Content
from kpstudio.ui.canvas.layers import faint

TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Show it, and click where it is."""

# View pixels: the middle stays free, so that what the point is put on is seen.
_GAP, _REACH = 5.0, 24.0
MARGIN = 48.0
"""It is kept so far inside a view that shows a part of the picture."""


def first_place(content: Content, limits_image: Box) -> FloatArray:
    """Return where it begins, (2,) image frame.

    Where the next point is expected, else where the last one lies, else in the middle of the
    face's box or of the picture.
    """
    guide, truth = content.guide, content.truth_xy()
    if guide is not None and guide.expected is not None:
        return guide.expected
    before = content.spots
    if guide is not None and truth is not None:
        before = truth[: guide.point]
        before = before[np.isfinite(before).all(axis=1)]
    if before is not None and len(before):
        return limits_image.nearest(before[-1])
    return limits_image.nearest((content.box_image or limits_image).centre)


def paint_crosshair(painter: QPainter, at: QPointF) -> None:
    """Draw it around a place of the view: white on a dark rim is seen on every picture."""
    ways = (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1))
    arms = [QLineF(at + way * _GAP, at + way * _REACH) for way in ways]
    rim = [QLineF(at + way * (_GAP - 1), at + way * (_REACH + 1)) for way in ways]
    flat, solid = Qt.PenCapStyle.FlatCap, Qt.PenStyle.SolidLine
    painter.setPen(QPen(faint(theme.current().data.rim, 0.8), 4.0, solid, flat))
    painter.drawLines(rim)
    painter.setPen(QPen(QColor("white"), 2.0, solid, flat))
    painter.drawLines(arms)
