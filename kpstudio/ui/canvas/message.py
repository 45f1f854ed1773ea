"""What stands where a picture would: one sentence and the one button that helps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kpstudio.ui import theme

_NARROW, _WIDTH = 160, 360


class Message(QWidget):
    """A title, a sentence and perhaps a button, in the middle of its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._callback: Callable[[], object] | None = None
        self._title = QLabel(self)
        theme.set_role(self._title, "title")
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumWidth(_NARROW)
        self._sentence.setMaximumWidth(_WIDTH)
        theme.set_role(self._sentence, "lead")
        self._button = QPushButton(self)
        self._button.setProperty("primary", True)
        self._button.clicked.connect(self._pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.INSIDE, theme.INSIDE, theme.INSIDE, theme.INSIDE)
        column.setSpacing(2 * theme.GRID)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(2 * theme.GRID)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def sizeHint(self) -> QSize:
        """Return the width in which the sentence reads well, and the height it then takes."""
        wide = _WIDTH + 2 * theme.INSIDE
        return QSize(wide, self.heightForWidth(wide))

    def say(
        self, title: str, sentence: str, button: str | None, callback: Callable[[], object] | None
    ) -> None:
        """Show the message; pressing ``button`` calls ``callback``."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._button.setVisible(button is not None)
        self._button.setText(button or "")
        self._callback = callback
        self.show()

    def _pressed(self) -> None:
        if self._callback is not None:
            self._callback()
