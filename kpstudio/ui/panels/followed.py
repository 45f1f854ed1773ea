"""A panel that shows what there is, or a sentence in place of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from kpstudio.ui.panels.parts import EmptyState


class Followed(QWidget):
    """What `kpstudio.ui.following` keeps in step.

    Signals:
        shown: it came into view.
    """

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = EmptyState("")
        self._stack = QStackedLayout()

    def _fill(self, contents: QWidget) -> None:
        """Take what there is to see, once the stack has its place: without one it is a window."""
        self._stack.addWidget(self._empty)
        self._stack.addWidget(contents)

    def say(self, sentence: str) -> None:
        """Show a sentence in place of everything."""
        self._empty.label.setText(sentence)
        self._stack.setCurrentIndex(0)

    def _show_contents(self) -> None:
        self._stack.setCurrentIndex(1)

    @property
    def empty(self) -> bool:
        """Whether a sentence is shown."""
        return self._stack.currentIndex() == 0

    def showEvent(self, event: QShowEvent) -> None:
        """Say that it is in view."""
        super().showEvent(event)
        self.shown.emit()
