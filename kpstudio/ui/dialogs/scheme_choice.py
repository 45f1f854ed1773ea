"""Pictures without labels: which points are to be placed on their faces?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr
from kpstudio.core.errors import InputError
from kpstudio.core.schema import PointSchema, generic_scheme, shipped_schemes
from kpstudio.core.texts import say
from kpstudio.io.formats import json_text
from kpstudio.io.text import BrokenFileError
from kpstudio.ui import theme
from kpstudio.ui.panels.fields import calm
from kpstudio.ui.panels.part_menu import offer_table
from kpstudio.ui.panels.room import Dialog, room_for

_TITLES = {
    "ibug68": "300-W (iBUG)",
    "imm58": "IMM",
    "wflw98": "WFLW",
    "muct76": "MUCT",
    "helen194": "HELEN",
    "cofw29": "COFW",
    "kaggle15": say("Kaggle keypoints"),
    "five5": say("Face detector"),
}
_FILES = say("Schemes (*.json);;All files (*)")
_OWN, _MOST = say("Custom points"), 500
_WIDTH, _PADDING = 440, 6
_BESIDE_LIST, _FEWEST = 220, 3
"""Pixels of all but the list, and rows of it that are in view on any screen."""
_WHAT = say(
    "Which points do you want to place on these faces? You can change this until the first one is "
    "placed; Points > Edit scheme names, groups and pairs them later."
)


class SchemeChoice(Dialog):
    """Offers the usual schemes, one of a file, or a number of points of one's own.

    Attributes:
        list: What there is to choose from.
        number: How many points of one's own.
    """

    def __init__(self, parent: QWidget, now: PointSchema | None = None) -> None:
        """Offer schemes.

        Args:
            parent: The window.
            now: What was chosen before, if it was.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Which points?"))
        self._schemes = list(shipped_schemes())
        self._schemes.sort(key=lambda scheme: list(_TITLES).index(scheme.name))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Schemes"))
        offer_table(self.list)
        for scheme in self._schemes:
            self._add(
                tr("{name}, {count} points", name=tr(_TITLES[scheme.name]), count=scheme.count)
            )
        self._add(tr(_OWN))
        rows = self.list.count() + 1  # and one of a file
        high = rows * theme.ROW + 2 * self.list.frameWidth() + 2 * _PADDING
        left = max(room_for(self).height() - _BESIDE_LIST, _FEWEST * theme.ROW)
        self.list.setMinimumHeight(min(high, left))
        self.number = QSpinBox()
        calm(self.number)
        self.number.setRange(1, _MOST)
        self.number.setValue(10)
        self.number.setSuffix(tr(" points"))
        self.number.setAccessibleName(tr("Number of custom points"))
        self.message = QLabel()
        self.message.setWordWrap(True)
        theme.set_role(self.message, "problem")
        self.file_button = QPushButton(tr("From a file…"))
        self.file_button.setAutoDefault(False)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.list.itemActivated.connect(lambda _: self.accept())
        self.file_button.clicked.connect(self._ask)
        self._start_with(now)
        self._show()
        self.resize(_WIDTH, self.sizeHint().height())

    def _lay_out(self) -> None:
        words = QLabel(tr(_WHAT))
        words.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        choose = QPushButton(tr("Choose"))
        theme.set_role(choose, "", primary=True)
        buttons.addButton(choose, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.file_button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.number)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for widget in (words, self.list, self.message):
            column.addWidget(widget)
        column.insertLayout(2, row)
        column.addWidget(buttons)
        choose.setDefault(True)

    @property
    def scheme(self) -> PointSchema:
        """What was chosen."""
        row = self.list.currentRow()
        if row < len(self._schemes):
            return self._schemes[row]
        return generic_scheme(self.number.value())

    def read(self, path: Path) -> None:
        """Offer the scheme in a JSON file, and say what is wrong with one that is none."""
        try:
            scheme = PointSchema.from_json(json_text.load(path))
        except (BrokenFileError, InputError) as error:
            self.message.setText(tr("{name} cannot be used: {error}", name=path.name, error=error))
            self.message.setVisible(True)
            return
        self._offer(scheme)

    def _offer(self, scheme: PointSchema) -> None:
        self._schemes.append(scheme)
        place = len(self._schemes) - 1
        self._add(tr("{name}, {count} points", name=scheme.name, count=scheme.count), place)
        self.list.setCurrentRow(place)

    def _start_with(self, now: PointSchema | None) -> None:
        if now is None or not now.count:
            self.list.setCurrentRow(0)
        elif now in self._schemes:
            self.list.setCurrentRow(self._schemes.index(now))
        elif now == generic_scheme(now.count):
            self.number.setValue(now.count)
            self.list.setCurrentRow(self.list.count() - 1)
        else:
            self._offer(now)

    def _add(self, words: str, place: int | None = None) -> None:
        item = QListWidgetItem(words)
        item.setSizeHint(QSize(0, theme.ROW))
        self.list.insertItem(self.list.count() if place is None else place, item)

    def _show(self) -> None:
        self.number.setVisible(self.list.currentRow() == self.list.count() - 1)
        self.message.setVisible(False)

    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("A scheme"), "", tr(_FILES))
        if path:
            self.read(Path(path))
