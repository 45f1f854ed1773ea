"""A line to search in: Esc clears it, before it means anything else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class SearchLine(QLineEdit):
    """Once it is empty, Esc goes on to what is around it."""

    def __init__(self, hint: str, name: str = "") -> None:
        """Create it.

        Args:
            hint: What stands in it as long as it is empty.
            name: For screen readers; the hint, where that says it all.
        """
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name or hint)
        self.setClearButtonEnabled(True)

    def event(self, event: QEvent) -> bool:
        """Take Esc before it ends something elsewhere in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and self._clears(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear it by Esc."""
        if self._clears(event):
            self.clear()
        else:
            super().keyPressEvent(event)

    def _clears(self, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return pressed and bool(self.text())
