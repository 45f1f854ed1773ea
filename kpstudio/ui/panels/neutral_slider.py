"""A slider that is filled from where it changes nothing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QStylePainter

from kpstudio.ui import theme

_GROOVE, _MARK = 4, 10
"""Pixels that the groove is high, and the mark of the neutral place."""


class NeutralSlider(QSlider):
    """From side to side; a mark shows the neutral place, and colour how far it is from there."""

    def __init__(self, neutral: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._neutral = neutral
        theme.set_role(self, "neutral")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the groove, what of it is filled, and the handle."""
        painter, option = QStylePainter(self), QStyleOptionSlider()
        self.initStyleOption(option)
        kind, parts = QStyle.ComplexControl.CC_Slider, QStyle.SubControl
        option.subControls = parts.SC_SliderGroove
        painter.drawComplexControl(kind, option)
        look, middle = theme.current(), self.rect().center().y() + 0.5
        at, here = self._place(self._neutral, option), self._place(self.value(), option)
        painter.fillRect(QRectF(at - 0.5, middle - _MARK / 2, 1, _MARK), QColor(look.edge))
        ink = QColor(look.accent if self.isEnabled() else look.disabled)
        filled = QRectF(min(at, here), middle - _GROOVE / 2, abs(here - at), _GROOVE)
        painter.fillRect(filled, ink)
        option.subControls = parts.SC_SliderHandle
        painter.drawComplexControl(kind, option)

    def _place(self, value: int, option: QStyleOptionSlider) -> float:
        """Return where the middle of the handle is for a value."""
        kind, parts = QStyle.ComplexControl.CC_Slider, QStyle.SubControl
        groove = self.style().subControlRect(kind, option, parts.SC_SliderGroove, self)
        handle = self.style().subControlRect(kind, option, parts.SC_SliderHandle, self).width()
        way = groove.width() - handle
        gone = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), value, way)
        return groove.left() + gone + handle / 2
