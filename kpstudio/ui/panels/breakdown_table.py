"""The table of what errors are like where: parts of the face, tags, persons and poses."""

from __future__ import annotations

import itertools
import math
from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics

from kpstudio.app.language import in_digits, tr, translated
from kpstudio.core.breakdown import By, Slice
from kpstudio.core.metrics import Yardstick
from kpstudio.core.schema import BOX_SIZE
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.dense_table import NAME, DenseTable, Index, KeyedModel
from kpstudio.ui.panels.moved_table import limit, percent
from kpstudio.ui.panels.parts import alignment
from kpstudio.ui.panels.widths import spare_columns

FACES, NME, FAIL, TRAIN, VAL = range(1, 6)
_SPARE = (TRAIN, VAL, FACES)
"""Columns that go where names have too little room, first what is missed least."""
_HEADINGS = ("", say("count"), "NME %", say("fail %"), say("train %"), say("val %"))
_WIDTHS = (40, 50, 49, 49, 52)
_BESIDE = 16
"""Pixels beside a count."""
_TITLES = {
    By.PART: (say("Part of the face"), say("The error of its points; click to select them")),
    By.TAG: (say("Tag"), say("A face may have several")),
    By.PERSON: (say("Person, worst first"), say("From the picture names")),
    By.YAW: (say("Head turn"), say("Approximate; + to the subject's left, − to the right")),
    By.PITCH: (say("Head nod"), say("Approximate; + up, − down")),
    By.ROLL: (say("Head tilt"), say("+ to picture right, − to the left")),
}
_WORST_FIRST = (By.TAG, By.PERSON)

Key = tuple[By, str]
"""What tells a slice apart, and its name."""


def key_of(one: Slice) -> Key:
    """Return what a row is about."""
    return one.by, one.name


class BreakdownModel(KeyedModel):
    """Slices under headings; the faces as a whole come first and have none."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Slice | By] = []
        self._yardstick = Yardstick(BOX_SIZE)

    def set_slices(self, slices: Sequence[Slice], yardstick: Yardstick) -> None:
        """Show slices, those of one kind in a row; where they are the same, rows stay."""
        self._yardstick = yardstick
        rows = _with_headings(slices)
        same = [_about(row) for row in rows] == [_about(row) for row in self.rows]
        if same and rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, VAL))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def key_at(self, row: int) -> Hashable:
        """Return what a row is about; None for a heading."""
        one = self.rows[row]
        return None if isinstance(one, By) else key_of(one)

    def row_of(self, key: Hashable) -> int:
        """Return where a slice stands, or -1."""
        return next((n for n, row in enumerate(self.rows) if key and _about(row) == key), -1)

    def slice_of(self, key: Hashable) -> Slice | None:
        """Return the slice of a key, or None."""
        row = self.row_of(key)
        one = self.rows[row] if row >= 0 else None
        return one if isinstance(one, Slice) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(_HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let slices be chosen, and headings be passed over."""
        if isinstance(self.rows[index.row()], By):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a heading, what it means, and its side."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr(_HEADINGS[section])
            case Qt.ItemDataRole.ToolTipRole:
                return self._meaning(section) or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(section == NAME)
        return None

    def _meaning(self, column: int) -> str:
        return {
            FACES: tr("Faces with both points and a prediction"),
            NME: tr(
                "Mean error in percent of the {in_words}",
                in_words=tr(self._yardstick.normaliser.in_words),
            ),
            FAIL: tr(
                "Percentage of faces above {limit} NME",
                limit=limit(self._yardstick),
            ),
            TRAIN: tr("Mean error of the faces the run was trained on"),
            VAL: tr("Mean error of the held-out faces"),
        }.get(column, "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, side, colour, or what a row is about."""
        row, column = self.rows[index.row()], index.column()
        if isinstance(row, By):
            return _of_heading(row, role) if column == NAME else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(column == NAME)
            case Qt.ItemDataRole.ToolTipRole if column == NAME:
                return f"{translated(row.name)}\n{row.where}".strip()
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(row, column)
        return None

    def _colour(self, row: Slice, column: int) -> QColor | None:
        look = theme.current()
        if column == FACES:
            return QColor(look.quiet)
        mean = {NME: row.every.mean, TRAIN: row.training.mean, VAL: row.validation.mean}
        fails = mean.get(column, math.nan) > self._yardstick.threshold
        return QColor(look.danger) if fails else None


def _with_headings(slices: Sequence[Slice]) -> list[Slice | By]:
    rows: list[Slice | By] = []
    for by, group in itertools.groupby(slices, key=lambda one: one.by):
        of_kind = list(group)
        if by is By.NOTHING:
            rows += of_kind
        elif len(of_kind) > 1:  # one alone says what all faces say
            if by in _WORST_FIRST:
                of_kind.sort(key=lambda one: -one.every.mean)
            rows += [by, *of_kind]
    return rows


def _about(row: Slice | By) -> Hashable:
    return row if isinstance(row, By) else key_of(row)


def _of_heading(by: By, role: int) -> Any:
    title, tip = map(tr, _TITLES[by])
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return title
        case Qt.ItemDataRole.ToolTipRole:
            return tip
        case Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.current().text)
        case Qt.ItemDataRole.FontRole:
            font = theme.text_font(13)
            font.setWeight(QFont.Weight.DemiBold)
            return font
    return None


def _text(one: Slice, column: int) -> str:
    return {
        NAME: translated(one.name),
        FACES: in_digits(one.every.count, ","),
        NME: percent(one.every.mean),
        FAIL: percent(one.every.failure_rate, 1),
        TRAIN: percent(one.training.mean),
        VAL: percent(one.validation.mean),
    }[column]


class BreakdownTable(DenseTable):
    """Slices to choose from; a heading takes the whole width."""

    rows: BreakdownModel

    def __init__(self) -> None:
        self.rows = BreakdownModel()
        super().__init__(self.rows, _WIDTHS, _SPARE)
        self.rows.setParent(self)
        self.setAccessibleName(tr("Errors by part of the face, tag, person and pose"))
        self.rows.modelReset.connect(self._span_headings)
        for signal in (self.rows.modelReset, self.rows.dataChanged, theme.bus.changed):
            signal.connect(self._fit_counts)

    def _fit_counts(self, *_: object) -> None:
        """Let the largest count be read whole."""
        counts = [row.every.count for row in self.rows.rows if isinstance(row, Slice)]
        largest = in_digits(max(counts, default=0), ",")
        words = QFontMetrics(theme.text_font()).horizontalAdvance(largest)
        width = max(theme.sized(_WIDTHS[0]), words + _BESIDE)
        self.horizontalHeader().resizeSection(FACES, width)
        spare_columns(self, NAME, _SPARE)

    def _span_headings(self) -> None:
        self.clearSpans()
        for number, row in enumerate(self.rows.rows):
            if isinstance(row, By):
                self.setSpan(number, NAME, 1, self.rows.columnCount())
