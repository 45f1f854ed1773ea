"""The form that says which faces are held out for validation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from kpstudio.app.language import tr
from kpstudio.core.errors import InputError
from kpstudio.core.query_parser import parse_query
from kpstudio.core.texts import say
from kpstudio.tasks.opening import read_names
from kpstudio.ui.panels.fields import Checked, add_row, choice, decimal
from kpstudio.ui.panels.parts import quiet

_BY_FRACTION = say("Split by person if file names show persons, else by picture.")
_BY_SEARCH = say("Faces found by this search; all others are trained on.")
_BY_LIST = say("A text file with one picture name per line.")


class ValidationForm(QWidget):
    """A fraction of the faces, a list file, or a search.

    Attributes:
        check_search: Raises InputError if a search is wrong.

    Signals:
        changed: a value has changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check_search: Callable[[str], object] = parse_query
        kinds = [
            ("fraction", say("a share of the faces")),
            ("list", say("pictures in a list")),
            ("search", say("faces of a search")),
        ]
        self.kind = choice(kinds, tr("What is held out for validation"))
        self.fraction = decimal(0.0, 95.0, 5.0, " %", tr("Share held out for validation"))
        self.path = QLineEdit()
        self.path.setPlaceholderText("validation.txt")
        self.path.setAccessibleName(tr("List of pictures held out for validation"))
        self.browse = QPushButton(tr("Choose…"))
        self._list = Checked(self.path, _names)
        self.search = QLineEdit()
        self.search.setPlaceholderText("person:07 | @mine")
        self.search.setAccessibleName(tr("Search for faces held out for validation"))
        self._search = Checked(self.search, self._query)
        self._note = quiet(tr(_BY_FRACTION))
        self._warning = quiet()
        self._warning.hide()
        self._stack = QStackedWidget()
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._choose_kind)
        self.fraction.valueChanged.connect(self._changed)
        self.path.textChanged.connect(self._changed)
        self.search.textChanged.connect(self._changed)
        self.browse.clicked.connect(self._browse)
        self.set_value(0.2)

    def _lay_out(self) -> None:
        listed = QWidget()
        row = QHBoxLayout(listed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        self.path.setMinimumWidth(48)
        self._stack.addWidget(self.fraction)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.search)
        self._stack.setFixedHeight(max(self.fraction.sizeHint().height(), 32))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        below = (self._list.problem, self._search.problem, self._note, self._warning)
        add_row(grid, tr("Validation"), self.kind, self._stack, *below)

    def value(self) -> float | tuple[str, ...] | str:
        """Return the fraction, the names in the list, or the search.

        Raises:
            InputError: If the list cannot be read or names nothing, or the search is wrong.
        """
        if self.kind.currentData() == "list":
            return self._list.value()
        if self.kind.currentData() == "search":
            return self._search.value()
        return round(self.fraction.value() / 100.0, 6)

    def set_value(self, fraction: float) -> None:
        """Hold out a fraction of the faces."""
        self.fraction.setValue(100.0 * fraction)
        self.kind.setCurrentIndex(self.kind.findData("fraction"))

    def warn(self, sentence: str) -> None:
        """Say below the field what is doubtful about these faces; "" for nothing."""
        self._warning.setText(sentence)
        self._warning.setVisible(bool(sentence))

    @property
    def wrong(self) -> bool:
        """Whether the list or the search is marked as wrong."""
        field = self._field()
        return field is not None and field.wrong

    def _field(self) -> Checked[tuple[str, ...]] | Checked[str] | None:
        kind = self.kind.currentData()
        if kind == "list":
            return self._list
        return self._search if kind == "search" else None

    def _query(self, text: str) -> str:
        if not text:
            raise InputError(tr("the search is empty: try person:07"))
        self.check_search(text)
        return text

    def _choose_kind(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        notes = {"list": tr(_BY_LIST), "search": tr(_BY_SEARCH)}
        self._note.setText(notes.get(str(self.kind.currentData()), tr(_BY_FRACTION)))
        self._list.problem.hide()
        self._search.problem.hide()
        field = self._field()
        if field is not None:
            field.check()
        self.changed.emit()

    def _changed(self, *_: object) -> None:
        self.changed.emit()

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            tr("Pictures held out for validation"),
            self.path.text(),
            tr("Lists (*.txt *.csv);;All (*)"),
        )
        if chosen:
            self.path.setText(chosen)


def _names(path: str) -> tuple[str, ...]:
    if not path:
        raise InputError(tr("no list is selected: choose a text file with one picture per line"))
    return read_names(Path(path))
