"""The table of runs as a Qt model."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap

from kpstudio.app.language import in_digits, numeral, tr
from kpstudio.core.texts import say
from kpstudio.core.ticks import figures
from kpstudio.store.summary import RunSummary
from kpstudio.ui import theme
from kpstudio.ui.panels.naming import RUN_STATES, duration, kind_title, network_title, run_title
from kpstudio.ui.panels.parts import alignment
from kpstudio.ui.panels.settings_text import rate_text

NAME_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
DOT_SIZE = QSize(10, 10)

Index = QModelIndex | QPersistentModelIndex
_LAST = math.inf  # what a run does not say sorts behind everything


@dataclass(frozen=True)
class Column:
    """One column: its heading, the text of a run and what it is sorted by."""

    heading: str
    tip: str
    text: Callable[[RunSummary], str]
    key: Callable[[RunSummary], Any]
    number: bool = True


def _epochs(run: RunSummary) -> str:
    total = run.epochs_total
    return f"{run.epochs_done}" if total is None else f"{run.epochs_done} / {total}"


def _kind(run: RunSummary) -> str:
    return kind_title(run.preset, run.network)


def _or_last(value: float | None) -> float:
    return _LAST if value is None else float(value)


COLUMNS = (
    Column(
        say("Run"),
        say("The dot marks the run whose predictions are shown"),
        lambda run: run_title(run.name, run.label),
        lambda run: run.name,
        number=False,
    ),
    Column(say("Preset"), say("The preset, or the network"), _kind, _kind, number=False),
    Column(
        say("Points"),
        say("How many points it predicts"),
        lambda run: str(run.points) if run.points else "–",
        lambda run: run.points,
    ),
    Column(
        say("Rate"),
        say("Learning rate"),
        lambda run: "–" if run.lr is None else rate_text(run.lr),
        lambda run: _or_last(run.lr),
    ),
    Column(
        say("Batch"),
        say("Faces per step"),
        lambda run: "–" if run.batch_size is None else str(run.batch_size),
        lambda run: _or_last(run.batch_size),
    ),
    Column(say("Epochs"), say("Done, and requested"), _epochs, lambda run: run.epochs_done),
    Column(
        say("Best MSE"),
        say("Lowest validation MSE"),
        lambda run: "–" if run.best_val_mse is None else numeral(figures(run.best_val_mse, 3)),
        lambda run: _or_last(run.best_val_mse),
    ),
    Column(
        "NME",
        say(
            "Mean error of the best weights on the held-out faces, relative to the normalising "
            "length"
        ),
        lambda run: (
            "–" if run.best_val_nme is None else f"{in_digits(100 * run.best_val_nme, '.2f')} %"
        ),
        lambda run: _or_last(run.best_val_nme),
    ),
    Column(
        say("Time"),
        say("How long the training took"),
        lambda run: "–" if run.seconds is None else duration(run.seconds),
        lambda run: _or_last(run.seconds),
    ),
    Column(
        say("State"), "", lambda run: tr(RUN_STATES[run.state]), lambda run: run.state, number=False
    ),
)
NAME, PRESET, POINTS, RATE, BATCH, EPOCHS, BEST, NME, TIME, STATE = range(len(COLUMNS))
DISPENSABLE = (POINTS, PRESET, BATCH, RATE, TIME, BEST, STATE)
"""Columns to leave out where room is short, in this order."""


class RunsModel(QAbstractTableModel):
    """One run a row, in the order given.

    Signals:
        renamed: (name, new label) that a person typed; the model waits for the new summaries.
    """

    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[RunSummary] = []
        self.in_use = ""

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show ``runs``; rows that only changed are updated in place, so selections stay."""
        if [run.name for run in runs] == [run.name for run in self.runs]:
            for row, run in enumerate(runs):
                if run != self.runs[row]:
                    self.runs[row] = run
                    self._row_changed(row)
            return
        names = {run.name for run in runs}
        for row in reversed(range(len(self.runs))):
            if self.runs[row].name not in names:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.runs[row]
                self.endRemoveRows()
        kept = [run.name for run in self.runs]
        if kept == [run.name for run in runs[: len(kept)]]:
            self._append(runs, len(kept))
        else:
            self.beginResetModel()
            self.runs = list(runs)
            self.endResetModel()

    def _append(self, runs: Sequence[RunSummary], kept: int) -> None:
        if len(runs) > kept:
            self.beginInsertRows(QModelIndex(), kept, len(runs) - 1)
            self.runs.extend(runs[kept:])
            self.endInsertRows()
        self.set_runs(runs)  # the kept rows may have changed too

    def set_in_use(self, name: str) -> None:
        """Mark the run whose predictions are shown; "" for none."""
        if name != self.in_use:
            before, self.in_use = self.in_use, name
            for row, run in enumerate(self.runs):
                if run.name in (before, name):
                    self._row_changed(row)

    def _row_changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many runs there are."""
        return 0 if parent is not None and parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a heading, how it is aligned and what it means."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.heading)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(column.tip) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(not column.number)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what one cell shows, or what rows are told apart and sorted by."""
        run, column = self.runs[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return COLUMNS[column].text(run)
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(not COLUMNS[column].number)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(run, column)
            case Qt.ItemDataRole.ForegroundRole:
                return _colour(run, column)
            case Qt.ItemDataRole.DecorationRole if column == NAME:
                return _dot(run.name == self.in_use)
            case _ if role == NAME_ROLE:
                return run.name
            case _ if role == SORT_ROLE:
                return COLUMNS[column].key(run)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be typed over."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Say that a person typed a new name."""
        run = self.runs[index.row()]
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == run_title(run.name, run.label):
            return False
        self.renamed.emit(run.name, text)
        return True


def _no_better_than_mean(run: RunSummary) -> bool:
    known = run.best_val_mse is not None and run.mean_shape_mse is not None
    return known and run.best_val_mse >= 0.98 * run.mean_shape_mse  # type: ignore[operator]


def _tip(run: RunSummary, column: int) -> str | None:
    if column == NAME:
        return tr("{title}\nfolder {name}", title=run_title(run.name, run.label), name=run.name)
    if column == PRESET and run.network:
        return tr("Network: {network}", network=network_title(run.network))
    if column == BEST and run.mean_shape_mse is not None:
        mean = tr("the mean shape alone has {mse}", mse=numeral(figures(run.mean_shape_mse, 3)))
        return (
            tr("No better than the mean shape: {mean}", mean=mean)
            if _no_better_than_mean(run)
            else mean
        )
    return None


def _colour(run: RunSummary, column: int) -> QColor | None:
    look = theme.current()
    if column == BEST and _no_better_than_mean(run):
        return QColor(look.warning)
    states = {"running": look.accent, "failed": look.danger, "interrupted": look.warning}
    if column == STATE:
        return QColor(states.get(run.state, look.quiet))
    return None


def _dot(shown: bool) -> QPixmap:
    """Return the mark of the run in use, or as much room."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(DOT_SIZE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    if shown:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().accent))
        painter.drawEllipse(QRectF(1, 1, 8, 8))
        painter.end()
    return pixmap
