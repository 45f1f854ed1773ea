"""The errors of the reviewed faces: figures, and plots below them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from kpstudio.core.metrics import FAILURE_THRESHOLD, summarise
from kpstudio.ui import theme
from kpstudio.ui.panels.error_plots import ErrorPlots
from kpstudio.ui.panels.parts import EmptyState, quiet
from kpstudio.ui.panels.review_face import ReviewFace

_EMPTY = "No face here has both points and a prediction. Train a network or choose a run."
_PERCENT = 100.0


class ReviewSummary(QWidget):
    """What the numbers say about the faces in the list, whatever range of the error it shows.

    Attributes:
        figures: By name.
        plots: Below the figures.

    Signals:
        shown: it came into view.
    """

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = {
            key: _Figure(text, tip)
            for key, text, tip in (
                ("faces", "faces", "Faces with both points and a prediction"),
                ("mean", "mean NME", "Mean error over the faces, normalised by the face's size"),
                ("median", "median NME", "Half of the faces are better, half are worse"),
                ("failures", "fail", f"Faces above {_PERCENT * FAILURE_THRESHOLD:g} % NME"),
                ("auc", "AUC", "Area under the cumulative error up to 8 %, from 0 to 1"),
            )
        }
        self.plots = ErrorPlots()
        self._stack = QStackedLayout(self)
        self._lay_out()
        self.set_faces([])

    def _lay_out(self) -> None:
        numbers = QFrame()
        grid = QGridLayout(numbers)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(12)
        for column, figure in enumerate(self.figures.values()):
            grid.addWidget(figure, 0, column)
            grid.setColumnStretch(column, 1)
        page = QWidget()
        column_layout = QVBoxLayout(page)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(0)
        column_layout.addWidget(numbers)
        column_layout.addWidget(self.plots, 1)
        self._stack.addWidget(EmptyState(_EMPTY))
        self._stack.addWidget(page)

    def set_faces(self, faces: Sequence[ReviewFace]) -> None:
        """Show the faces to review; those whose NME is NaN are left out.

        Args:
            faces: In any order; training and validation are kept apart by who calls.
        """
        known = [face for face in faces if math.isfinite(face.nme)]
        self._stack.setCurrentIndex(1 if known else 0)
        errors = [face.nme for face in known]
        summary = summarise(errors)
        failures = sum(error > FAILURE_THRESHOLD for error in errors)
        texts = {
            "faces": f"{len(known)}",
            "mean": f"{_PERCENT * summary.mean:.2f} %",
            "median": f"{_PERCENT * summary.median:.2f} %",
            "failures": f"{failures}",
            "auc": f"{summary.auc:.2f}",
        }
        for key, text in texts.items():
            self.figures[key].show_value(text if known else "–")
        share = f"{_PERCENT * summary.failure_rate:.1f} %" if known else ""
        self.figures["failures"].show_name(f"fail · {share}" if failures else "fail")
        self.figures["failures"].alarm(failures > 0)
        self.plots.set_faces(known)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that it is in view."""
        super().showEvent(event)
        self.shown.emit()


class _Figure(QWidget):
    """One number and its name."""

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.value = QLabel("–")
        theme.set_role(self.value, "figure")
        self.name = quiet(name, wrap=False)
        self.setToolTip(tip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.value, self.name):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft)
            column.addWidget(label)
        self._describe()

    def show_value(self, text: str) -> None:
        """Show the number."""
        self.value.setText(text)
        self._describe()

    def show_name(self, text: str) -> None:
        """Show what the number is."""
        self.name.setText(text)
        self._describe()

    def alarm(self, on: bool) -> None:
        """Let the number stand out, or not."""
        theme.set_role(self.value, "figure", tone="danger" if on else "")

    def _describe(self) -> None:
        self.setAccessibleName(f"{self.name.text()}: {self.value.text()}")
