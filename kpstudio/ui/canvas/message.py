"""What stands where a picture would: one sentence and the buttons that help."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kpstudio.ui import theme

_NARROW, _WIDTH = 160, 360
_MOST = 2

Offer = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


class Message(QWidget):
    """A title, a sentence and perhaps buttons, in the middle of its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._title = QLabel(self)
        theme.set_role(self._title, "title")
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumWidth(_NARROW)
        self._sentence.setMaximumWidth(_WIDTH)
        theme.set_role(self._sentence, "lead")
        self._buttons = [QPushButton(self) for _ in range(_MOST)]
        self._buttons[0].setProperty("primary", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.INSIDE, theme.INSIDE, theme.INSIDE, theme.INSIDE)
        column.setSpacing(2 * theme.GRID)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(2 * theme.GRID)
        for number, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._pressed, number))
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def sizeHint(self) -> QSize:
        """Return the width in which the sentence reads well, and the height it then takes."""
        wide = _WIDTH + 2 * theme.INSIDE
        return QSize(wide, self.heightForWidth(wide))

    def say(self, title: str, sentence: str, *offers: Offer) -> None:
        """Show the message, with a button for each offer: two at most, the first is advised."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._offers = offers
        for number, button in enumerate(self._buttons):
            button.setText(offers[number][0] if number < len(offers) else "")
            button.setVisible(number < len(offers))
        self.show()

    def _pressed(self, number: int, _checked: bool = False) -> None:
        _, act = self._offers[number]
        act()
