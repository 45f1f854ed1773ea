"""The table of what moved: one row a face or a point, with errors of both runs."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kpstudio.core.comparing import Outcome, Shift
from kpstudio.core.metrics import Yardstick
from kpstudio.core.schema import BOX_SIZE
from kpstudio.ui import theme

Index = QModelIndex | QPersistentModelIndex
_PERCENT = 100.0
_ARROW = 16
"""Pixels beside the heading that the table is sorted by, of which the style draws over the end."""
_ROOM = "\N{EM SPACE}"


@dataclass(frozen=True)
class MovedRow:
    """One row.

    Attributes:
        key: What the row is about: a face's id, or a point's number.
        name: What to call it.
        shift: How both runs' predictions of it differ.
    """

    key: Hashable
    name: str
    shift: Shift


class _Column(NamedTuple):
    heading: str
    tip: str
    text: Callable[[MovedRow], str]
    value: Callable[[MovedRow], float]


def percent(value: float, decimals: int = 2, sign: str = "") -> str:
    """Return a fraction in percent, without the word for it; "–" for NaN."""
    if not math.isfinite(value):
        return "–"
    return f"{_PERCENT * value:{sign}.{decimals}f}".replace("-", "−")


def _word(row: MovedRow) -> str:
    return row.shift.outcome if row.shift.outcome in (Outcome.FIXED, Outcome.BROKEN) else ""


def limit(yardstick: Yardstick) -> str:
    """Return the error above which a face has failed, in percent."""
    return f"{_PERCENT * yardstick.threshold:g} %"


def _columns(what: str, decimals: int, by: Yardstick) -> tuple[_Column, ...]:
    return (
        _Column(what, "", lambda row: row.name, lambda _: math.nan),
        _Column(
            "old",
            f"Mean error of the old run, in percent of the {by.normaliser.in_words}",
            lambda row: percent(row.shift.before, decimals),
            lambda row: row.shift.before,
        ),
        _Column(
            "new",
            "The same of the run in use",
            lambda row: percent(row.shift.after, decimals),
            lambda row: row.shift.after,
        ),
        _Column(
            "change",
            "How much the error has grown (+) or become less (−)",
            lambda row: percent(row.shift.change, decimals, "+"),
            lambda row: row.shift.change,
        ),
        _Column(
            "moved",
            f"How far the predicted points moved, in percent of the {by.normaliser.in_words}",
            lambda row: percent(row.shift.moved, decimals),
            lambda row: row.shift.moved,
        ),
        _Column(
            "",
            f"Fixed: above {limit(by)} before and no longer; broken: above {limit(by)} only now",
            _word,
            lambda row: {Outcome.BROKEN: 0.0, Outcome.FIXED: 1.0}.get(row.shift.outcome, math.nan),
        ),
    )


NAME, OLD, NEW, CHANGE, MOVED, WORD = range(6)


class MovedModel(QAbstractTableModel):
    """Rows in the order asked for; unknown values come last in either direction."""

    def __init__(self, what: str, decimals: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._what, self._decimals = what, decimals
        self._columns = _columns(what, decimals, Yardstick(BOX_SIZE))
        self._given: tuple[MovedRow, ...] = ()
        self.rows: list[MovedRow] = []
        self._by, self._backwards = CHANGE, True

    def set_rows(self, rows: Sequence[MovedRow]) -> None:
        """Show ``rows``; where they are about the same, they stay where they are."""
        before = [row.key for row in self._given]
        self._given = tuple(rows)
        if [row.key for row in rows] == before:
            fresh = {row.key: row for row in rows}
            self.rows = [fresh[row.key] for row in self.rows]
            if self.rows:
                last = self.index(len(self.rows) - 1, len(self._columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        else:
            self._arrange()

    def measure_by(self, yardstick: Yardstick) -> None:
        """Say in the headings what the errors are measured by."""
        self._columns = _columns(self._what, self._decimals, yardstick)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._by, self._backwards = column, order is Qt.SortOrder.DescendingOrder
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        rows = list(self._given)  # in the order of their names
        if self._by == NAME:
            self.rows = rows[::-1] if self._backwards else rows
        else:
            value, sign = self._columns[self._by].value, -1.0 if self._backwards else 1.0

            def key(row: MovedRow) -> float:
                found = value(row)
                return sign * found if math.isfinite(found) else math.inf

            self.rows = sorted(rows, key=key)
        self.endResetModel()

    def row_of(self, key: Hashable) -> int:
        """Return where a row stands, or -1."""
        return next((n for n, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a heading, what it means, and its side."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.heading + (_ROOM if section == self._by else "")
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, side, colour or, of a name, the whole of it."""
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._columns[column].text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ToolTipRole if column == NAME:
                return row.name
            case Qt.ItemDataRole.ForegroundRole:
                return _colour(row.shift.outcome, column)
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    left = column in (NAME, WORD)
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _colour(outcome: Outcome, column: int) -> QColor | None:
    look = theme.current()
    if column in (CHANGE, WORD):
        mark = {Outcome.FIXED: look.ok, Outcome.BROKEN: look.danger}.get(outcome)
        return QColor(mark) if mark else None
    return QColor(look.quiet) if column in (OLD, MOVED) else None


class MovedTable(QTableView):
    """Rows of which one can be chosen, by mouse or arrow keys.

    Signals:
        chosen: the key of the row that a person chose.
    """

    chosen = Signal(object)

    def __init__(self, what: str, decimals: int, widths: Sequence[int]) -> None:
        """Make an empty table.

        Args:
            what: Whether a row is about a "face" or a "point".
            decimals: Of the figures, which are percent.
            widths: Of the columns after the name, in pixels; those that have none are hidden.
        """
        super().__init__()
        self.rows = MovedModel(what, decimals, self)
        self._widths = widths
        self._marked: Hashable = None
        self.setModel(self.rows)
        self.setAccessibleName(f"What moved, by {what}")
        self._dress()
        self.rows.modelReset.connect(self._mark)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.clicked.connect(lambda index: self._row_changed(index, QModelIndex()))
        theme.bus.changed.connect(self.viewport().update)

    def _dress(self) -> None:
        theme.set_role(self, "dense")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(28)
        rows.setDefaultSectionSize(28)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in range(1 + len(self._widths), self.rows.columnCount()):
            self.setColumnHidden(column, True)
        header.sortIndicatorChanged.connect(self._make_room)
        header.setSortIndicator(CHANGE, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def _make_room(self, by: int) -> None:
        for column, width in enumerate(self._widths, start=1):
            room = width + (_ARROW if column == by else 0)
            self.horizontalHeader().resizeSection(column, room)

    def mark(self, key: Hashable) -> None:
        """Put the table on a row without saying so; a key that is not here marks none."""
        self._marked = key
        self._mark()

    def _mark(self) -> None:
        selection, row = self.selectionModel(), self.rows.row_of(self._marked)
        selection.blockSignals(True)
        flag = QItemSelectionModel.SelectionFlag
        if row < 0:
            selection.clear()
        else:
            wanted = flag.ClearAndSelect | flag.Rows
            selection.setCurrentIndex(self.rows.index(row, NAME), wanted)
            self.scrollTo(self.rows.index(row, NAME))
        selection.blockSignals(False)
        self.viewport().update()

    def _row_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            key = self.rows.rows[index.row()].key
            if key != self._marked:
                self._marked = key
                self.chosen.emit(key)
