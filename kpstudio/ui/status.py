"""The status bar: what was done at the left; coordinates, zoom, place and device at the right."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStatusBar,
    QWidget,
)

from kpstudio.ui import theme

_APART = 16


class StatusBar(QStatusBar):
    """Words at the left, figures in monospace at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        # A long sentence must not make the window wider: it is cut off, and told by the tool tip.
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.progress = QProgressBar()
        self.progress.setFixedWidth(160)
        self.progress.setTextVisible(False)
        self.cancel = QPushButton("Cancel")
        self.cancel.setFlat(True)
        self.addWidget(self.message, 1)
        self.addWidget(self.progress)
        self.addWidget(self.cancel)
        self.progress.hide()
        self.cancel.hide()
        self._said = ""
        self._figures = {name: QLabel() for name in ("cursor", "zoom", "place", "device")}
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_APART)
        for label in self._figures.values():
            label.setFont(theme.mono_font())
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label)
            label.hide()
        self.addPermanentWidget(right)

    def say(self, sentence: str) -> None:
        """Show a sentence until the next one; of several lines the first, all in the tool tip."""
        self._said = sentence
        self._show(sentence)

    def _show(self, sentence: str) -> None:
        self.message.setText(sentence.partition("\n")[0])
        self.message.setToolTip(sentence)

    def show_saved(self) -> None:
        """Say that the last change is on disk."""
        self.say(f"Saved {QDateTime.currentDateTime().toString('HH:mm:ss')}")

    def show_progress(self, what: str, done: int, total: int, cancellable: bool = False) -> None:
        """Show how far something is; a ``total`` of 0 means that nobody knows."""
        self._show(f"{what} {done} of {total}" if total else what)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()
        self.cancel.setVisible(cancellable)

    def hide_progress(self) -> None:
        """Take the bar away, and show again what was said last."""
        self._show(self._said)
        self.progress.hide()
        self.cancel.hide()

    def show_figure(self, name: str, text: str) -> None:
        """Show a figure: "cursor", "zoom", "place" or "device"."""
        self._figures[name].setText(text)
        self._figures[name].setVisible(bool(text))

    def show_cursor(self, xy_image: tuple[float, float] | None) -> None:
        """Show where the pointer is, in pixels of the picture."""
        text = f"x {xy_image[0]:6.1f}  y {xy_image[1]:6.1f}" if xy_image is not None else ""
        self.show_figure("cursor", text)
