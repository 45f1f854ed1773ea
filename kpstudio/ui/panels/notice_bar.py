"""A quiet bar across the window: a sentence, what can be done about it, and "not now"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kpstudio.app.language import tr
from kpstudio.ui import theme


class NoticeBar(QWidget):
    """Hidden until there is something to say.

    Attributes:
        words: The sentence.
    """

    def __init__(self, parent: QWidget | None = None, stays: bool = False) -> None:
        """Create it.

        Args:
            parent: Its parent.
            stays: Whether it cannot be put off.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.set_role(self, "header")
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self._later = QPushButton(tr("Not now"))
        self._later.setFlat(True)
        self._later.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 12, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self._later)
        self._later.setHidden(stays)
        self.hide()

    def add_button(self, text: str, tip: str) -> QPushButton:
        """Add a button before "not now"."""
        button = QPushButton(text)
        button.setToolTip(tip)
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def say(self, sentence: str, more: str = "") -> None:
        """Show a sentence, with more in its tip; hide for ""."""
        self.words.setText(sentence)
        self.words.setToolTip(more)
        self.setVisible(bool(sentence))
