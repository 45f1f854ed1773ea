"""A line for the path of a file or a folder, whose end counts as much as its beginning."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QStylePainter

from kpstudio.ui.panels.parts import tell_whole

_INSIDE = 2
"""Pixels that Qt leaves beside the text of a line."""


class PathLine(QLineEdit):
    """Leaves out the middle of a long path, which the tip has, unless somebody types in it."""

    @property
    def shown(self) -> str:
        """As much of the path as there is room for."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(part, option, self).width() - 2 * _INSIDE
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)

    def event(self, event: QEvent) -> bool:
        """Tell the whole path where it is cut."""
        return tell_whole(self, event, self.text(), self.shown) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both ends of the path; all that is seen of it while somebody types."""
        if self.hasFocus() or self.shown == self.text():
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionFrame()
        self.initStyleOption(option)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        part = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(part, option, self).adjusted(_INSIDE, 0, -_INSIDE, 0)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        colour = self.foregroundRole()
        painter.drawItemText(room, side, self.palette(), self.isEnabled(), self.shown, colour)
