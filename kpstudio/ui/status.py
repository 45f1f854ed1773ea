"""The status bar: what was done at the left; coordinates, zoom, place and device at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStatusBar,
    QWidget,
)

from kpstudio.app.language import in_digits, tr
from kpstudio.ui import theme
from kpstudio.ui.panels.parts import Clauses

_APART = 16
_WIDEST_ZOOM = "1000 %"


class _Progress(NamedTuple):
    what: str
    done: int
    total: int
    cancel: Callable[[], object] | None


class StatusBar(QStatusBar):
    """Words at the left, figures in monospace at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self.message = Clauses(
            ": ", ". ", cut=True
        )  # a long sentence must not make the window wider
        self.progress = QProgressBar()
        self.progress.setFixedWidth(160)
        self.progress.setTextVisible(False)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setFlat(True)
        self.addWidget(self.message, 1)
        self.addWidget(self.progress)
        self.addWidget(self.cancel)
        self.progress.hide()
        self.cancel.hide()
        self._said = self._hint = ""
        self._tasks: dict[str, _Progress] = {}
        self.cancel.clicked.connect(self._cancel)
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
        theme.bus.changed.connect(self._refit)

    def say(self, sentence: str) -> None:
        """Show a sentence until the next one; of several lines the first, all in the tool tip."""
        self._said = sentence
        self._show(sentence)

    def _show(self, sentence: str) -> None:
        self.message.setText(sentence.partition("\n")[0])
        self.message.setToolTip(sentence)

    def hint(self, sentence: str) -> None:
        """Say what to do next with the face in view, until `end_hint`."""
        self._hint = sentence
        self.say(sentence)

    def end_hint(self) -> None:
        """Say no more what to do, if that was said last."""
        if self._hint and self._said == self._hint:
            self._said = ""
            self._show_task()
        self._hint = ""

    def show_saved(self) -> None:
        """Say that the last change is on disk."""
        self.say(tr("Saved {time}", time=QDateTime.currentDateTime().toString("HH:mm:ss")))

    def show_progress(
        self,
        what: str,
        done: int,
        total: int,
        cancel: Callable[[], object] | None = None,
        task: str = "",
    ) -> None:
        """Show how far something is; of several things at once the one that began last.

        Args:
            what: What is done, in a word or two.
            done: How many things of ``total`` are done.
            total: All of them; 0 where nobody knows.
            cancel: What the Cancel button does; None hides it.
            task: What goes on at the same time as other things has a name of its own.
        """
        self._tasks[task] = _Progress(what, done, total, cancel)
        self._show_task()

    def hide_progress(self, task: str = "") -> None:
        """Take the bar away, or show what else goes on, else again what was said last."""
        self._tasks.pop(task, None)
        self._show_task()

    def _show_task(self) -> None:
        shown = list(self._tasks.values())[-1:]
        for what, done, total, cancel in shown:
            self._show(
                tr("{what} {done:,} of {total:,}", what=what, done=done, total=total)
                if total
                else what
            )
            self.progress.setRange(0, total)
            self.progress.setValue(done)
            self.cancel.setVisible(cancel is not None)
        self.progress.setVisible(bool(shown))
        if not shown:
            self.cancel.hide()
            self._show(self._said)

    def _cancel(self) -> None:
        cancel = list(self._tasks.values())[-1].cancel if self._tasks else None
        if cancel is not None:
            cancel()

    def show_figure(self, name: str, text: str) -> None:
        """Show a figure: "cursor", "zoom", "place" or "device"."""
        self._figures[name].setText(text)
        self._figures[name].setVisible(bool(text))
        self._fit(name)

    def _fit(self, name: str) -> None:
        """Give a figure a size of its own: a text as wide as before lays out nothing anew then."""
        figure = self._figures[name]
        figure.ensurePolished()
        widest = max(figure.text(), _widest(name, figure.text()), key=len)
        # No hint of its own: that is never smaller than the size it was given before.
        figure.setFixedSize(figure.fontMetrics().size(Qt.TextFlag.TextSingleLine, widest))

    def _refit(self) -> None:
        for name in self._figures:
            self._fit(name)

    def show_cursor(self, xy_image: tuple[float, float] | None) -> None:
        """Show where the pointer is, in pixels of the picture."""
        x, y = (in_digits(value, "6.1f") for value in xy_image or (0.0, 0.0))
        self.show_figure("cursor", f"x {x}  y {y}" if xy_image is not None else "")


def _widest(name: str, text: str) -> str:
    """Return a text as wide as a figure becomes, so that what stands beside it stays in place."""
    if name == "zoom" and text:
        return _WIDEST_ZOOM
    here, _, total = text.partition(" / ")
    if name != "place" or not total:
        return text
    return f"{'0' * max(len(here), len(total.split()[0]))} / {total}"
