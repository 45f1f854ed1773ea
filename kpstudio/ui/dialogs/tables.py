"""A dialog that shows a list: what was odd while opening."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, tr_count, translated
from kpstudio.core.errors import Problem
from kpstudio.ui import theme
from kpstudio.ui.panels.part_menu import offer_table
from kpstudio.ui.panels.room import Dialog, give_size
from kpstudio.ui.panels.search_line import SearchLine

Index = QModelIndex | QPersistentModelIndex
_ANY = -1
_SMALL = 420, 120
"""Without rows there is but a sentence."""


class TextsModel(QAbstractTableModel):
    """Rows of texts under titles."""

    def __init__(
        self, columns: Sequence[str], rows: Iterable[Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._columns, self._rows = tuple(columns), list(rows)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a text, which is its own tool tip, since it may be longer than its cell."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None


class TableDialog(Dialog):
    """A sentence, and where there are rows a search line and a table of them."""

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
        rows = list(rows)
        if rows:
            give_size(self, 760, 520, long=True)
        else:
            self.resize(theme.sized(_SMALL[0]), theme.sized(_SMALL[1]))
        self.model = QSortFilterProxyModel(self)
        self.model.setSourceModel(TextsModel(columns, rows, self))
        self.model.setFilterKeyColumn(_ANY)
        self.model.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = QTableView()
        self.table.setTabKeyNavigation(False)
        self.table.setModel(self.model)
        self.table.setAccessibleName(title)
        offer_table(self.table)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self.table.resizeColumnsToContents()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, min(header.sectionSize(0) + 16, 320))
        words = QLabel(sentence)
        words.setWordWrap(True)
        self.search = SearchLine(tr("Search"), tr("Search the table"))
        self.search.textChanged.connect(self.model.setFilterFixedString)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for widget in (words, self.search, self.table, buttons):
            column.addWidget(widget)
        for part in (self.search, self.table):
            part.setVisible(bool(rows))


def problems_dialog(problems: Sequence[Problem], parent: QWidget) -> TableDialog:
    """Return the dialog that lists everything odd met while opening."""
    count = len(problems)
    met = tr_count("1 problem found", "{count} problems found", count)
    sentence = (
        tr("{met}. Everything else was opened.", met=met)
        if count
        else tr("No problems found: every picture and label file could be read.")
    )
    rows = [(translated(one.where), translated(one.message)) for one in problems]
    return TableDialog(tr("Problems found"), sentence, (tr("Where"), tr("Problem")), rows, parent)
