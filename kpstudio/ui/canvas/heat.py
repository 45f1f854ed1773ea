"""Which part of the picture points depend on, as a translucent map over it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QLinearGradient, QPainter, QPen

from kpstudio.app.language import tr
from kpstudio.core.dependence import Dependence
from kpstudio.core.landmarks import FloatArray
from kpstudio.ui import theme
from kpstudio.ui.canvas.camera import Camera

# The colour map "inferno" by Nathaniel Smith and Stefan van der Walt (CC0): even steps for every
# kind of eyes.
_COLOURS = ("#420a68", "#932667", "#dd513a", "#fca50a", "#fcffa4")
_OPAQUE = 0.8
_BAR = 72.0
_LEAST = 0.05
"""Pixels of the picture below which nothing depends on anything."""


@dataclass(frozen=True, eq=False)
class Heat:
    """A map for some points.

    Attributes:
        dependence: Where it lies, and what all points depend on.
        points: Those shown; none for the mean of all.
        image: One pixel for each cell.
        most: Image pixels that the points move at most; NaN where none of them is predicted.
    """

    dependence: Dependence
    points: tuple[int, ...]
    image: QImage
    most: float

    @classmethod
    def of(cls, dependence: Dependence, points: tuple[int, ...]) -> Heat:
        """Draw the map of ``points``."""
        moved = dependence.map(points)
        known = np.isfinite(moved)
        most = float(moved[known].max()) if known.any() else math.nan
        share = np.where(known, moved, 0.0) / most if most > _LEAST else np.zeros(moved.shape)
        return cls(dependence, points, _image(share), most)

    def words(self, name: str) -> str:
        """Return what the map says of the points called ``name``, as a caption."""
        if math.isnan(self.most):
            return tr("The run does not predict {name} · Esc hides the map", name=name)
        if self.most <= _LEAST:
            return tr("Covering no single part moves {name} · Esc hides the map", name=name)
        return tr(
            "Covering this moves {name} by up to {most:.1f} px · Esc hides the map",
            name=name,
            most=self.most,
        )


def paint_heat(painter: QPainter, camera: Camera, heat: Heat) -> None:
    """Draw the map over the part of the picture that the network sees."""
    box = heat.dependence.box_image
    corners = camera.to_view([(box.left, box.top), (box.right, box.bottom)]).tolist()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    rect = QRectF(QPointF(*corners[0]), QPointF(*corners[1]))
    painter.drawImage(rect, heat.image, QRectF(heat.image.rect()))
    painter.restore()


def paint_caption(painter: QPainter, words: str, within: QRectF, bottom: float) -> None:
    """Write what the map says in the middle, its colours from none to most before it.

    Args:
        painter: In the view frame.
        words: One line.
        within: The view.
        bottom: Where the middle of the line stands.
    """
    colours = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.text_font(theme.QUIET_PX))
    metrics = QFontMetricsF(painter.font())
    room = within.width() - 24 - _BAR - 28
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    width, height = metrics.horizontalAdvance(words) + _BAR + 28, metrics.height() + 8
    left = round(within.center().x() - width / 2)
    rect = QRectF(left + 0.5, round(bottom - height / 2) + 0.5, width, height)
    painter.setPen(QPen(QColor(colours.line), 1))
    ground = QColor(colours.raised)
    ground.setAlphaF(0.94)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, 5, 5)
    bar = QRectF(rect.left() + 8, rect.center().y() - 4, _BAR, 8)
    shades = QLinearGradient(bar.topLeft(), bar.topRight())
    for k, colour in enumerate(_COLOURS):
        shades.setColorAt(k / (len(_COLOURS) - 1), QColor(colour))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shades)
    painter.drawRoundedRect(bar, 2, 2)
    painter.setPen(QColor(colours.text))
    text = rect.adjusted(_BAR + 18, 0, -4, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _image(share: FloatArray) -> QImage:
    """Return (R, C) shares from 0 to 1 as colours, the small ones transparent."""
    colours = map(QColor, _COLOURS)
    stops = np.array([(c.red(), c.green(), c.blue()) for c in colours], dtype=np.float64)
    at = np.linspace(0.0, 1.0, len(stops))
    alpha = _OPAQUE * share**0.75
    rgb = np.stack([np.interp(share, at, stops[:, k]) for k in range(3)], axis=-1)
    rgba = np.concatenate([rgb, 255.0 * alpha[..., None]], axis=-1).round().astype(np.uint8)
    rows, columns = share.shape
    data = rgba.tobytes()
    image = QImage(data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
    return image.copy()  # of its own memory
