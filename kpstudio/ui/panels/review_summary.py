"""The errors of the reviewed faces: figures, and plots below them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import in_digits, tr
from kpstudio.core.metrics import NmeSummary, Yardstick, summarise
from kpstudio.core.schema import BOX_SIZE
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.error_plots import ErrorPlots
from kpstudio.ui.panels.followed import Followed
from kpstudio.ui.panels.part_menu import PartMenu, add
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.review_faces import NO_FACES, ReviewFaces
from kpstudio.ui.panels.room import Room
from kpstudio.ui.panels.split_figures import SplitFigures

_EMPTY = say(
    "No face in the list has both points and a prediction. Change the list, train a network, or "
    "choose a run."
)
_PERCENT = 100.0
_BY_BOX = Yardstick(BOX_SIZE)


class ReviewSummary(Followed):
    """What the numbers say about the faces in the list, whatever range of the error it shows.

    Attributes:
        figures: By name.
        splits: Training against validation, over all faces of the run.
        plots: Below the figures.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = ("faces", "mean", "median", "failures", "auc")
        self.figures = {name: _Figure() for name in names}
        self.splits = SplitFigures()
        self.plots = ErrorPlots()
        self.setLayout(self._stack)
        self.setAccessibleName(tr("Errors"))
        PartMenu(self, self._fill_menu)
        self._lay_out()
        self.set_faces(NO_FACES)

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
        column_layout.addWidget(self.splits)
        column_layout.addWidget(self.plots, 1)
        theme.set_role(page, "pane")
        self._fill(Room(page, sideways=False))

    def _fill_menu(self, menu: QMenu, _place: QPoint | None) -> None:
        known = self.figures["mean"].value.text() != "–"
        add(menu, tr("Copy the figures as text"), self._copy, known)

    def _copy(self) -> None:
        shown = self.figures.values()
        lines = (f"{figure.name.text()}\t{figure.value.text()}" for figure in shown)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def set_faces(self, faces: ReviewFaces, yardstick: Yardstick = _BY_BOX) -> None:
        """Show the faces to review; those whose NME is NaN are left out.

        Args:
            faces: In any order; training and validation are kept apart by who calls.
            yardstick: What their errors are measured by.
        """
        if len(faces.known):
            self._show_contents()
        else:
            self.say(tr(_EMPTY))
        self._sum_up(summarise(faces.nme, yardstick.threshold), yardstick)
        self.plots.set_faces(faces.known, yardstick.threshold)

    def _sum_up(self, sums: NmeSummary, by: Yardstick) -> None:
        limit, length = f"{in_digits(_PERCENT * by.threshold, 'g')} %", tr(by.normaliser.in_words)
        failures = round(sums.count * sums.failure_rate) if sums.count else 0
        form = ".1f" if sums.failure_rate < 1 else ".0f"  # there is no room for "100.0 %"
        shown = {
            "faces": (
                in_digits(sums.count, ","),
                tr("faces"),
                tr("Faces with both points and a prediction"),
            ),
            "mean": (
                f"{in_digits(_PERCENT * sums.mean, '.2f')} %",
                tr("mean NME"),
                tr("Mean error over the faces, in percent of the {length}", length=length),
            ),
            "median": (
                f"{in_digits(_PERCENT * sums.median, '.2f')} %",
                tr("median"),
                tr(
                    "Half of the faces are better, half are worse; in percent of the {length}",
                    length=length,
                ),
            ),
            "failures": (
                f"{in_digits(_PERCENT * sums.failure_rate, form)} %",
                tr("over {limit}", limit=limit),
                tr(
                    "{failures} of {count} faces fail: their NME is above {limit}",
                    failures=in_digits(failures, ","),
                    count=in_digits(sums.count, ","),
                    limit=limit,
                ),
            ),
            "auc": (
                in_digits(sums.auc, ".2f"),
                tr("AUC to {limit}", limit=limit),
                tr("Area under the cumulative error up to {limit}, from 0 to 1", limit=limit),
            ),
        }
        for key, (value, name, tip) in shown.items():
            self.figures[key].tell(value if sums.count else "–", name, tip)
        self.figures["failures"].alarm(failures > 0)


class _Figure(QWidget):
    """One number and its name."""

    def __init__(self) -> None:
        super().__init__()
        self.value, self.name = QLabel(), quiet(wrap=False)
        theme.set_role(self.value, "figure")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.value, self.name):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft)
            column.addWidget(label)

    def tell(self, value: str, name: str, tip: str) -> None:
        """Show the number, what it is, and more about it in the tip."""
        self.value.setText(value)
        self.name.setText(name)
        self.setToolTip(tip)
        self.setAccessibleName(f"{name}: {value}")

    def alarm(self, on: bool) -> None:
        """Let the number stand out, or not."""
        theme.set_role(self.value, "figure", tone="danger" if on else "")
