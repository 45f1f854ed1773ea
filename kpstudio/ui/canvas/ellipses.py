"""The doubt of a prediction: about each point an ellipse as far as the answers scatter."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kpstudio.core.landmarks import Landmarks
from kpstudio.ui import theme
from kpstudio.ui.canvas.camera import Camera

DEVIATIONS = 2.0
"""Half the axes of an ellipse, in standard deviations."""

_LEAST = 1.0  # view pixels: what is smaller than that hides under its marker


def paint_ellipses(painter: QPainter, camera: Camera, prediction: Landmarks) -> None:
    """Draw how far each point scatters; nothing where that was not measured.

    Args:
        painter: In the view frame.
        camera: Maps the image frame to it.
        prediction: Points in the image frame with their spread.
    """
    if prediction.spread is None:
        return
    known = np.isfinite(prediction.spread).all(axis=1) & prediction.present
    xx, xy, yy = prediction.spread[known].T
    variances, axes = np.linalg.eigh(np.stack([[xx, xy], [xy, yy]]).transpose(2, 0, 1))
    halves = DEVIATIONS * np.sqrt(np.maximum(variances, 0.0)) * camera.scale
    angles = np.degrees(np.arctan2(axes[:, 1, 1], axes[:, 0, 1]))
    colour = QColor(theme.current().data.offset)
    ground = QColor(colour)
    ground.setAlphaF(0.18)
    painter.setBrush(ground)
    painter.setPen(QPen(colour, 1))
    for middle, half, angle in zip(
        camera.to_view(prediction.xy_image[known]), halves, angles, strict=True
    ):
        if half[1] < _LEAST:
            continue
        painter.save()
        painter.translate(QPointF(*middle.tolist()))
        painter.rotate(float(angle))
        painter.drawEllipse(QPointF(0.0, 0.0), float(half[1]), float(half[0]))
        painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
