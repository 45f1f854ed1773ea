"""Asking for a percentage."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from kpstudio.ui.panels.fields import decimal
from kpstudio.ui.panels.room import Dialog


class PercentageDialog(Dialog):
    """One field for a percentage, written with a point or a comma as the language has it.

    Attributes:
        field: Where it is typed.
    """

    def __init__(
        self, title: str, words: str, now: float, bounds: tuple[float, float], parent: QWidget
    ) -> None:
        """Create it.

        Args:
            title: Of the dialog.
            words: What is asked for.
            now: The percentage in use.
            bounds: The least and the largest.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        asked = QLabel(words)
        self.field = decimal(*bounds, 1.0, " %", words)
        self.field.setValue(now)
        self.field.selectAll()
        asked.setBuddy(self.field)
        button = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(button.Ok | button.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        for part in (asked, self.field, buttons):
            column.addWidget(part)
        self.field.setFocus()
