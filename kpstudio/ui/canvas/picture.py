"""The picture's pixels, ready to be drawn fast at any scale."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from kpstudio.core.adjustment import Adjustment
from kpstudio.ui.canvas.camera import Camera

_AS_IT_IS = Adjustment()
_SHARP_FROM, _SHARP_FROM_FIT, _ALWAYS_SHARP_FROM = 3.0, 2.0, 8.0
"""From 300 % on a person wants to see the pixels themselves; later where a picture merely fits."""


class Picture:
    """One picture, stretched onto a frame of its full size.

    Args:
        levels: The picture, each about half as large as the one before: the level next above the
            scale draws fast and without aliases. The first may be a smaller preview.
        width: Width of the full picture in image pixels.
        height: Height of the full picture in image pixels.
    """

    def __init__(self, levels: Sequence[QImage], width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._levels = tuple(levels)
        self._drawn: QPixmap | None = None
        self._drawn_as: tuple[object, ...] = ()

    def paint(
        self,
        painter: QPainter,
        camera: Camera,
        size: QSize,
        ratio: float,
        adjustment: Adjustment = _AS_IT_IS,
    ) -> None:
        """Draw the part that is in sight.

        Args:
            painter: In the view frame.
            camera: Where the picture stands.
            size: Size of the view in logical pixels.
            ratio: Device pixels for each logical pixel.
            adjustment: How it is shown.
        """
        # Kept between paints: while a point is dragged, nothing below the markers changes.
        key = (camera.scale, camera.x, camera.y, size.width(), size.height(), ratio, adjustment)
        if self._drawn is None or self._drawn_as != key:
            self._drawn = self.rendered(camera, size, ratio, adjustment)
            self._drawn_as = key
        painter.drawPixmap(QPointF(0, 0), self._drawn)

    def rendered(
        self, camera: Camera, size: QSize, ratio: float, adjustment: Adjustment
    ) -> QPixmap:
        """Return what `paint` draws; transparent beside the picture."""
        drawn = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(drawn)
        level = self._level(camera.scale * ratio)
        enough = max(_SHARP_FROM, min(_SHARP_FROM_FIT * camera.fit_scale, _ALWAYS_SHARP_FROM))
        sharp = camera.scale >= enough and level.width() >= self.width
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not sharp)
        source = self._in_sight(camera, size, level)
        if not source.isEmpty():
            target = self._on_view(source, camera, level)
            painter.drawImage(target, level, source)
            if not adjustment.neutral:
                _adjust(painter, drawn, _pixels(target, ratio), adjustment)
        painter.end()
        return drawn

    def _level(self, scale: float) -> QImage:
        fine = [level for level in self._levels if level.width() >= scale * self.width]
        return fine[-1] if fine else self._levels[0]

    def _in_sight(self, camera: Camera, size: QSize, level: QImage) -> QRectF:
        # Whole pixels of the level, because Qt's painter loses its way in huge targets.
        across = level.width() / (self.width * camera.scale)
        down = level.height() / (self.height * camera.scale)
        left = max(math.floor(-camera.x * across) - 2, 0)
        top = max(math.floor(-camera.y * down) - 2, 0)
        right = min(math.ceil((size.width() - camera.x) * across) + 2, level.width())
        bottom = min(math.ceil((size.height() - camera.y) * down) + 2, level.height())
        return QRectF(left, top, max(right - left, 0), max(bottom - top, 0))

    def _on_view(self, source: QRectF, camera: Camera, level: QImage) -> QRectF:
        across = self.width * camera.scale / level.width()
        down = self.height * camera.scale / level.height()
        return QRectF(
            camera.x + source.left() * across,
            camera.y + source.top() * down,
            source.width() * across,
            source.height() * down,
        )


def _pixels(view: QRectF, ratio: float) -> QRect:
    """Return the device pixels that a rectangle of the view covers."""
    left, top = round(view.left() * ratio), round(view.top() * ratio)
    right, bottom = round(view.right() * ratio), round(view.bottom() * ratio)
    return QRect(left, top, right - left, bottom - top)


def _adjust(painter: QPainter, drawn: QPixmap, where: QRect, adjustment: Adjustment) -> None:
    """Change what is drawn by a look-up: on the screen's pixels, which are few, not the file's."""
    where = where.intersected(drawn.rect())
    part = drawn.copy(where).toImage().convertToFormat(QImage.Format.Format_RGB32)
    looked_up = bytes(part.constBits()).translate(adjustment.table())
    shown = QImage(
        looked_up, part.width(), part.height(), part.bytesPerLine(), QImage.Format.Format_RGB32
    )
    shown.setDevicePixelRatio(drawn.devicePixelRatio())
    painter.drawImage(QPointF(where.topLeft()) / drawn.devicePixelRatio(), shown)
