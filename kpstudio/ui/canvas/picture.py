"""The picture's pixels, ready to be drawn fast at any scale."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from kpstudio.ui.canvas.camera import Camera

_SHARP_FROM = 3.0  # above 300 % a person wants to see the pixels themselves
_SMALLEST_LEVEL = 256


class Picture:
    """One picture, stretched onto a frame of its full size.

    Args:
        pixels: (H, W, 3) RGB or (H, W) grey uint8; may be a smaller preview. It is copied.
        width: Width of the full picture in image pixels.
        height: Height of the full picture in image pixels.

    Raises:
        ValueError: If the array has another shape or type.
    """

    def __init__(self, pixels: NDArray[np.uint8], width: int, height: int) -> None:
        self.width = width
        self.height = height
        # Halved again and again: the level next above the scale draws fast and without aliases.
        self._levels = [image_of(pixels)]
        self._drawn: QPixmap | None = None
        self._drawn_as: tuple[object, ...] = ()

    def paint(self, painter: QPainter, camera: Camera, size: QSize, ratio: float) -> None:
        """Draw the part that is in sight.

        Args:
            painter: In the view frame.
            camera: Where the picture stands.
            size: Size of the view in logical pixels.
            ratio: Device pixels for each logical pixel.
        """
        key = (camera.scale, camera.x, camera.y, size.width(), size.height(), ratio)
        if self._drawn is None or self._drawn_as != key:
            self._drawn = self._render(camera, size, ratio)
            self._drawn_as = key
        painter.drawPixmap(QPointF(0, 0), self._drawn)

    def _render(self, camera: Camera, size: QSize, ratio: float) -> QPixmap:
        # Kept between paints: while a point is dragged, nothing below the markers changes.
        drawn = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(drawn)
        level = self._level(camera.scale * ratio)
        sharp = camera.scale >= _SHARP_FROM and level.width() >= self.width
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not sharp)
        source = self._in_sight(camera, size, level)
        if not source.isEmpty():
            painter.drawImage(self._on_view(source, camera, level), level, source)
        painter.end()
        return drawn

    def _level(self, scale: float) -> QImage:
        number = 0
        while self._width_of(number + 1) >= scale * self.width and self._can_halve(number):
            number += 1
            if number == len(self._levels):
                last = self._levels[-1]
                half = last.scaled(
                    max(last.width() // 2, 1),
                    max(last.height() // 2, 1),
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                self._levels.append(half)
        return self._levels[number]

    def _width_of(self, number: int) -> float:
        return self._levels[0].width() * 0.5**number

    def _can_halve(self, number: int) -> bool:
        longest = max(self._levels[0].width(), self._levels[0].height())
        return longest * 0.5**number > _SMALLEST_LEVEL

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


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """Return ``pixels`` as an image that owns its memory, in the format that draws fastest.

    Args:
        pixels: (H, W, 3) RGB or (H, W) grey uint8, in any memory layout.

    Raises:
        ValueError: If the array has another shape or type.
    """
    colour = pixels.ndim == 3 and pixels.shape[2] == 3
    if pixels.dtype != np.uint8 or not (colour or pixels.ndim == 2) or pixels.size == 0:
        raise ValueError(f"a picture needs uint8 (H, W, 3) or (H, W), not {pixels.shape}")
    array = np.ascontiguousarray(pixels)
    height, width = array.shape[:2]
    kind = QImage.Format.Format_RGB888 if colour else QImage.Format.Format_Grayscale8
    borrowed = QImage(array.data, width, height, array.strides[0], kind)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)  # a copy: the array may go
