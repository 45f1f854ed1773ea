"""The name of the face in view and what is known of it, on one line."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel

from kpstudio.ui import theme
from kpstudio.ui.panels.parts import HEADER_HEIGHT, Clauses

_MARGIN, _SPACING = 12, 8
_FOR_FACTS = 126
_LEAST_NAME = 80


class FaceHeading(QFrame):
    """A name, cut in its middle where there is little room, and facts in what it leaves.

    The two are put in their places by hand: a layout would hand each new name on to the layouts
    around it, and the whole window would be laid out at each change of the face.
    """

    def __init__(self) -> None:
        super().__init__()
        theme.set_role(self, "header")
        self.setFixedHeight(HEADER_HEIGHT)
        self.name, self.facts = QLabel(self), Clauses(": ", ". ")
        self.facts.setParent(self)
        theme.set_role(self.name, "heading")
        theme.set_role(self.facts, "quiet")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        theme.bus.changed.connect(self._arrange)

    def show_face(self, name: str, facts: str) -> None:
        """Show another name and other facts."""
        self.name.setToolTip(name)
        self.facts.setText(facts)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *_: object) -> None:
        room = self.width() - 2 * _MARGIN
        most = max(room - _FOR_FACTS, _LEAST_NAME)
        whole, middle = self.name.toolTip(), Qt.TextElideMode.ElideMiddle
        self.name.setText(self.name.fontMetrics().elidedText(whole, middle, most))
        used = self.name.sizeHint().width()
        self.name.setGeometry(QRect(_MARGIN, 0, used, self.height()))
        left = _MARGIN + used + _SPACING
        self.facts.setGeometry(QRect(left, 0, max(self.width() - _MARGIN - left, 0), self.height()))
