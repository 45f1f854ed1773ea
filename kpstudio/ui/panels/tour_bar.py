"""The bar of the guided tour: where one is, what to try, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kpstudio.app.language import tr
from kpstudio.ui import theme

_LOW = 600
"""Pixels of a window in which there is no room to spare."""
_WIDEST, _MOST_OF_IT = 1280, 1000
"""Pixels of all of it, by the usual size of text, and how far it comes before what is left."""


class TourBar(QWidget):
    """Hidden as long as nobody is shown around.

    Signals:
        back_wanted: the step before is to be shown.
        next_wanted: the next step is to be shown.
        end_wanted: the tour is over.
    """

    back_wanted = Signal()
    next_wanted = Signal()
    end_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.set_role(self, "header")
        self.title, self.words, self.done = QLabel(), QLabel(), QLabel()
        theme.set_role(self.title, "heading")
        theme.set_role(self.done, "quiet")
        for label in (self.words, self.done):
            label.setWordWrap(True)
        self.back_button, self.next_button = QPushButton(tr("Back")), QPushButton(tr("Next"))
        self.end_button = QPushButton(tr("End the tour"))
        self.end_button.setFlat(True)
        self.end_button.setToolTip(tr("Or press Esc"))
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        self.end_button.clicked.connect(self.end_wanted)
        theme.set_role(self.next_button, "", primary=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for button in (self.end_button, self.back_button, self.next_button):
            head.addWidget(button)
        inside = QWidget()
        inside.setMaximumWidth(theme.sized(_WIDEST))
        text = QVBoxLayout(inside)
        text.setContentsMargins(12, 4, 12, 8)
        text.setSpacing(4)
        text.addLayout(head)
        text.addWidget(self.words)
        text.addWidget(self.done)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, _MOST_OF_IT)
        row.addStretch(1)  # in a wide window the buttons stay beside the words
        self.hide()

    def show_step(self, number: int, count: int, title: str, words: str, done: str) -> None:
        """Show a step, which is not done yet.

        Args:
            number: Of the step, from 1.
            count: How many there are.
            title: What it is about.
            words: What to try.
            done: What is said once it was tried.
        """
        self.title.setText(f"{title}  ·  " + tr("{number} of {count}", number=number, count=count))
        self.words.setText(words)
        self.back_button.setEnabled(number > 1)
        self.next_button.setText(tr("Next") if number < count else tr("Finish"))
        self.done.setText(f"✓ {done}")
        room = self.done.sizePolicy()  # with it the picture stays where it is when it comes
        room.setRetainSizeWhenHidden(not self._low)
        self.done.setSizePolicy(room)
        self._mark(done=False)
        self.show()

    def show_done(self) -> None:
        """Say that the step is done; what else there is to try stays where there is room for it."""
        self._mark(done=True)

    def _mark(self, done: bool) -> None:
        self.done.setVisible(done)
        self.words.setVisible(not (done and self._low))

    @property
    def _low(self) -> bool:
        return self.window().height() < _LOW
