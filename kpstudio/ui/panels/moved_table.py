"""The table of what moved: one row a face or a point, with errors of both runs."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QResizeEvent

from kpstudio.app.language import in_digits, tr
from kpstudio.core.comparing import Outcome, Shift
from kpstudio.core.metrics import Yardstick
from kpstudio.core.schema import BOX_SIZE
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.dense_table import DenseTable, Index, KeyedModel
from kpstudio.ui.panels.parts import alignment

_PERCENT = 100.0
_ARROW = 16
"""Pixels beside the heading that the table is sorted by, of which the style draws over the end."""
_BESIDE = 16
"""Pixels beside the words of a cell or heading, which the style takes from the last one."""
_FEWEST = 1
"""Rows that stay in view."""
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
    return in_digits(_PERCENT * value, f"{sign}.{decimals}f")


_CHANGE = say("How much the error grew (+) or fell (−)")
_OUTCOMES = {Outcome.FIXED: say("fixed"), Outcome.BROKEN: say("broken")}


def _word(row: MovedRow) -> str:
    return tr(_OUTCOMES.get(row.shift.outcome, ""))


def limit(yardstick: Yardstick) -> str:
    """Return the error above which a face has failed, in percent."""
    return f"{in_digits(_PERCENT * yardstick.threshold, 'g')} %"


def _columns(what: str, decimals: int, by: Yardstick) -> tuple[_Column, ...]:
    return (
        _Column(what, "", lambda row: row.name, lambda _: math.nan),
        _Column(
            tr("old"),
            tr(
                "Mean error of the old run, in percent of the {in_words}",
                in_words=tr(by.normaliser.in_words),
            ),
            lambda row: percent(row.shift.before, decimals),
            lambda row: row.shift.before,
        ),
        _Column(
            tr("new"),
            tr("The same of the run in use"),
            lambda row: percent(row.shift.after, decimals),
            lambda row: row.shift.after,
        ),
        _Column(
            tr("change"),
            tr(_CHANGE),
            lambda row: percent(row.shift.change, decimals, "+"),
            lambda row: row.shift.change,
        ),
        _Column(
            tr("moved"),
            tr(
                "How far the predicted points moved, in percent of the {in_words}",
                in_words=tr(by.normaliser.in_words),
            ),
            lambda row: percent(row.shift.moved, decimals),
            lambda row: row.shift.moved,
        ),
        _Column(
            tr("result"),
            tr(
                "Fixed: was above {limit}, now below; broken: was below {limit}, now above",
                limit=limit(by),
            ),
            _word,
            lambda row: {Outcome.BROKEN: 0.0, Outcome.FIXED: 1.0}.get(row.shift.outcome, math.nan),
        ),
    )


NAME, OLD, NEW, CHANGE, MOVED, WORD = range(6)


class MovedModel(KeyedModel):
    """Rows in the order asked for; unknown values come last in either direction.

    Attributes:
        told: Whether a column says what is fixed and broken; colour without a word would puzzle.
    """

    def __init__(self, what: str, decimals: int) -> None:
        super().__init__()
        self._what, self._decimals = what, decimals
        self.told = True
        self._columns = _columns(what, decimals, Yardstick(BOX_SIZE))
        self._given: tuple[MovedRow, ...] = ()
        self._order: list[int] = []  # where the rows shown stand among those given
        self.rows: list[MovedRow] = []
        self._by, self._backwards = CHANGE, True

    def set_rows(self, rows: Sequence[MovedRow]) -> None:
        """Show ``rows``; where they are about the same, they stay where they are."""
        before = [row.key for row in self._given]
        self._given = tuple(rows)
        if [row.key for row in rows] == before:
            self.rows = list(map(self._given.__getitem__, self._order))
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
        if self._by == NAME:  # which is how they are given
            order = np.arange(len(self._given))[:: -1 if self._backwards else 1]
        else:
            values = np.array(list(map(self._columns[self._by].value, self._given)), float)
            values[~np.isfinite(values)] = np.nan
            order = np.argsort(-values if self._backwards else values, kind="stable")
        self._order = order.tolist()
        self.rows = list(map(self._given.__getitem__, self._order))
        self.endResetModel()

    def key_at(self, row: int) -> Hashable:
        """Return what a row is about."""
        return self.rows[row].key

    def row_of(self, key: Hashable) -> int:
        """Return where a row stands, or -1."""
        return next((n for n, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def heading(self, column: int) -> str:
        """Return the words above a column."""
        return self._columns[column].heading

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
                return alignment(section in (NAME, WORD))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, side, colour or, of a name, the whole of it."""
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._columns[column].text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(column in (NAME, WORD))
            case Qt.ItemDataRole.ToolTipRole if column == NAME:
                return row.name
            case Qt.ItemDataRole.ForegroundRole:
                return _colour(row.shift.outcome if self.told else Outcome.SAME, column)
        return None


def _colour(outcome: Outcome, column: int) -> QColor | None:
    look = theme.current()
    if column in (CHANGE, WORD):
        mark = {Outcome.FIXED: look.ok, Outcome.BROKEN: look.danger}.get(outcome)
        return QColor(mark) if mark else None
    return QColor(look.quiet) if column in (OLD, MOVED) else None


def _widest(words: Iterable[str]) -> int:
    metrics = QFontMetrics(theme.text_font())
    return max(metrics.horizontalAdvance(tr(word)) for word in words)


class MovedTable(DenseTable):
    """Rows in an order that a click on a heading changes."""

    rows: MovedModel

    def __init__(self, what: str, decimals: int, widths: Sequence[int]) -> None:
        """Make an empty table.

        Args:
            what: Whether a row is about a "face" or a "point".
            decimals: Of the figures, which are percent.
            widths: Of the columns after the name, in pixels; those that have none are hidden.
        """
        self.rows = MovedModel(what, decimals)
        super().__init__(self.rows, widths, (MOVED, OLD))
        self.rows.setParent(self)
        self.rows.told = len(widths) >= WORD
        self.setAccessibleName(tr("What moved, by {what}", what=what))
        header = self.horizontalHeader()
        header.sortIndicatorChanged.connect(self._make_room)
        header.setSortIndicator(CHANGE, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        theme.bus.changed.connect(self._dress)
        self.setMinimumHeight(_FEWEST * self.verticalHeader().defaultSectionSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep rows in view; where there is no room for more, the headings give way."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        header.setVisible(self.height() >= self.minimumHeight() + header.sizeHint().height())

    def _dress(self, *_: object) -> None:
        self._make_room(self.horizontalHeader().sortIndicatorSection())

    def _make_room(self, by: int) -> None:
        heading = QFontMetrics(theme.text_font(theme.QUIET_PX))
        for column, width in enumerate(self._widths, start=1):
            words = heading.horizontalAdvance(self.rows.heading(column)) + _BESIDE
            room = max(theme.sized(width), words) + (_ARROW if column == by else 0)
            if column == WORD:
                room = max(_widest(_OUTCOMES.values()) + _BESIDE, room)
            self.horizontalHeader().resizeSection(column, room)
