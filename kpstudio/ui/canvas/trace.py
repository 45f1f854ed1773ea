"""Where points were before a change: faint rings, each joined to where the change put it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kpstudio.core.landmarks import FloatArray
from kpstudio.ui import theme
from kpstudio.ui.canvas.camera import Camera

_RADIUS = 4.0
_OPACITY = 0.75

Trace = tuple[FloatArray, FloatArray]
"""(N, 2) places before and (N, 2) after, image frame; NaN where a point was not placed."""


def paint_trace(painter: QPainter, camera: Camera, trace: Trace) -> None:
    """Draw the places before and the way to those after, under a rim that shows on any skin."""
    before, after = (camera.to_view(xy_image) for xy_image in trace)
    placed = np.isfinite(before).all(axis=1)
    both = placed & np.isfinite(after).all(axis=1)
    rings = [QPointF(x, y) for x, y in before[placed].tolist()]
    ways = [QLineF(*four) for four in np.hstack([before, after])[both].tolist()]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((theme.current().data.rim, 3.0), ("#ffffff", 1.0)):
        shade = QColor(colour)
        shade.setAlphaF(_OPACITY)
        painter.setPen(QPen(shade, width, Qt.PenStyle.DotLine))
        painter.drawLines(ways)
        painter.setPen(QPen(shade, width))
        for ring in rings:
            painter.drawEllipse(ring, _RADIUS, _RADIUS)
    painter.restore()
