"""Training against validation: NME, pixels and MSE of the run's faces, beneath each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kpstudio.app.language import in_digits, numeral, tr
from kpstudio.core.texts import say
from kpstudio.core.ticks import figures
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.review_faces import PERCENT

_COLUMNS = ("", say("Faces"), "NME", say("Pixels"), "MSE")
_TIPS = (
    "",
    say("Faces with both points and a prediction"),
    say("Mean error over the faces, in percent of the length that errors are divided by"),
    say("Mean distance over the faces, in pixels of the pictures"),
    say(
        "Mean squared difference of the coordinates, relative to the size of the network's input: "
        "the training curves show the same"
    ),
)


@dataclass(frozen=True)
class SplitErrors:
    """How a run does on its training or validation faces.

    Attributes:
        name: "Validation" or "Training".
        faces: How many of them have an error.
        nme: Mean over the faces, a fraction.
        pixels: Mean distance over the faces in image pixels.
        mse: Over all coordinates, as the training has it; None while it is being measured.
    """

    name: str
    faces: int
    nme: float
    pixels: float
    mse: float | None


class SplitFigures(QWidget):
    """A small table; hidden where there is nothing to set against each other."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 0, 12, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._cells: list[list[QLabel]] = []
        self.setAccessibleName(tr("Training against validation"))
        for column, (name, tip) in enumerate(zip(map(tr, _COLUMNS), map(tr, _TIPS), strict=True)):
            self._put(quiet(name, wrap=False), 0, column).setToolTip(tip)
        self.hide()

    def tell(self, parts: Sequence[SplitErrors]) -> None:
        """Show a row for each part of the run that has faces."""
        rows = [_words(part) for part in parts if part.faces]
        for row in range(len(self._cells), len(rows)):
            names = [quiet(wrap=False), *(QLabel() for _ in _COLUMNS[1:])]
            self._cells.append([self._put(label, row + 1, k) for k, label in enumerate(names)])
        for row, labels in enumerate(self._cells):
            for label, text in zip(
                labels, rows[row] if row < len(rows) else map(tr, _COLUMNS), strict=True
            ):
                label.setText(text)
                label.setVisible(row < len(rows))
        self.setVisible(bool(rows))

    @property
    def rows(self) -> list[list[str]]:
        """The words shown, row by row."""
        return [[label.text() for label in row] for row in self._cells if not row[0].isHidden()]

    def _put(self, label: QLabel, row: int, column: int) -> QLabel:
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)
        return label


def _words(part: SplitErrors) -> tuple[str, ...]:
    mse = "…" if part.mse is None else numeral(figures(part.mse, 3))
    nme = f"{in_digits(PERCENT * part.nme, '.2f')} %"
    return part.name, in_digits(part.faces, ","), nme, in_digits(part.pixels, ".2f"), mse
