"""Dialogs that show a list: what was odd while opening, and the keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kpstudio.core.errors import Problem
from kpstudio.ui.actions import ACTIONS


class TableDialog(QDialog):
    """A sentence, a search line and a table of texts."""

    def __init__(
        self,
        title: str,
        sentence: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(760, 520)
        self.table = QTableWidget(0, len(columns))
        self.table.setHorizontalHeaderLabels(list(columns))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self._fill(rows)
        self.table.resizeColumnsToContents()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, min(header.sectionSize(0) + 16, 320))
        words = QLabel(sentence)
        words.setWordWrap(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for widget in (words, self.search, self.table, buttons):
            column.addWidget(widget)

    def _fill(self, rows: Iterable[Sequence[str]]) -> None:
        for texts in rows:
            row = self.table.rowCount()
            self.table.insertRow(row)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)

    def _search(self, text: str) -> None:
        for row in range(self.table.rowCount()):
            items = (self.table.item(row, column) for column in range(self.table.columnCount()))
            fits = any(text.lower() in item.text().lower() for item in items if item is not None)
            self.table.setRowHidden(row, not fits)


def problems_dialog(problems: Sequence[Problem], parent: QWidget) -> TableDialog:
    """Return the dialog that lists everything odd met while opening."""
    count = len(problems)
    met = "1 odd thing was met" if count == 1 else f"{count} odd things were met"
    sentence = (
        f"{met}. Nothing was dropped silently: all else was opened."
        if count
        else "Nothing odd was met: every picture and label file was understood."
    )
    rows = [(problem.where, problem.message) for problem in problems]
    return TableDialog("What was odd", sentence, ("Where", "What"), rows, parent)


def keys_dialog(parent: QWidget) -> TableDialog:
    """Return the dialog that lists every action with its keys."""
    native = QKeySequence.SequenceFormat.NativeText
    rows = [
        (", ".join(QKeySequence(k).toString(native) for k in spec.shortcuts), spec.menu, spec.text)
        for spec in ACTIONS
        if spec.shortcuts
    ]
    rows += [
        ("Arrow keys", "Canvas", "Move the chosen point by 1 px (Shift: 10 px, Alt: 0.1 px)"),
        ("Wheel", "Canvas", "Zoom at the pointer"),
        ("Space + drag, middle drag", "Canvas", "Move the picture"),
        ("Esc", "Canvas", "Put a point being dragged back"),
    ]
    sentence = "What the keys do. Keys of a letter work while no text field has the focus."
    return TableDialog("Keys", sentence, ("Keys", "Where", "What"), rows, parent)
