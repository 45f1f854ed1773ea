"""Asking for one thing: a text, or a percentage."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialogButtonBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.ui import theme
from kpstudio.ui.panels.fields import decimal
from kpstudio.ui.panels.room import Dialog

_WIDTH = 360


class FieldDialog(Dialog):
    """One field, what is asked for above it.

    Attributes:
        field: Where it is typed.
    """

    def __init__(
        self,
        title: str,
        words: str,
        verb: str,
        field: QLineEdit | QDoubleSpinBox,
        parent: QWidget,
    ) -> None:
        """Create it.

        Args:
            title: Of the dialog.
            words: What is asked for.
            verb: What the button does with it.
            field: Where it is typed; all of it is selected.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field = field
        field.setMinimumWidth(_WIDTH)
        field.selectAll()
        asked = QLabel(words)
        asked.setBuddy(field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        taken = QPushButton(verb)
        theme.set_role(taken, "", primary=True)
        buttons.addButton(taken, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for part in (asked, field, buttons):
            column.addWidget(part)
        taken.setDefault(True)


def ask_text(parent: QWidget, title: str, words: str, verb: str, now: str = "") -> str | None:
    """Ask for a line of text, and wait for it.

    Args:
        parent: What it is shown over.
        title: Of the dialog.
        words: What is asked for.
        verb: What the button does with it.
        now: What stands there at first.

    Returns:
        The text; None if nobody gave one.
    """
    dialog = FieldDialog(title, words, verb, QLineEdit(now), parent)
    given = dialog.field.text() if dialog.exec() else None
    dialog.deleteLater()
    return given


def ask_percentage(
    parent: QWidget, title: str, words: str, verb: str, now: float, bounds: tuple[float, float]
) -> float | None:
    """Ask for a percentage, written with a point or a comma as the language has it, and wait.

    Args:
        parent: What it is shown over.
        title: Of the dialog.
        words: What is asked for.
        verb: What the button does with it.
        now: The percentage in use.
        bounds: The least and the largest.

    Returns:
        The percentage; None if nobody gave one.
    """
    field = decimal(*bounds, 1.0, " %", words)
    field.setValue(now)
    dialog = FieldDialog(title, words, verb, field, parent)
    given = field.value() if dialog.exec() else None
    dialog.deleteLater()
    return given
