"""A quiet bar across the window: the folder is no longer as it was read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kpstudio.app.watching import FolderChange
from kpstudio.ui import theme


class ChangeBar(QWidget):
    """Says what has changed in the folder, and offers to read it again.

    Signals:
        rescan_asked: a person wants the folder to be read again.
    """

    rescan_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.set_role(self, "header")
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.rescan = QPushButton("Rescan")
        self.rescan.setToolTip("Read the folder again; your corrections stay")
        later = QPushButton("Not now")
        later.setFlat(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.rescan)
        row.addWidget(later)
        self.rescan.clicked.connect(self.rescan_asked)
        later.clicked.connect(self.hide)
        self.hide()

    def show_change(self, change: FolderChange) -> None:
        """Show how the folder differs; nothing where it does not."""
        self.words.setText(change.sentence() if change else "")
        self.words.setToolTip("\n".join(change.examples()))
        self.setVisible(bool(change))
