"""Errors by part of the face and by kind of face: the page around their table."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kpstudio.app.language import tr
from kpstudio.core.breakdown import By, Slice
from kpstudio.core.metrics import Yardstick
from kpstudio.core.texts import say
from kpstudio.ui.panels.breakdown_table import BreakdownTable, key_of
from kpstudio.ui.panels.followed import Followed
from kpstudio.ui.panels.moved_table import limit
from kpstudio.ui.panels.part_menu import add
from kpstudio.ui.panels.parts import Header

_EMPTY = say(
    "No face in the list has both points and a prediction. Change the list, train a network, or "
    "choose a run."
)


class Breakdown(Followed):
    """Where the errors are.

    Signals:
        chosen: the `Slice` that a person chose.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = BreakdownTable()
        self.header = Header(tr("Errors"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._stack, 1)
        self._fill(self.table)
        self.table.chosen.connect(lambda key: self.chosen.emit(self.table.rows.slice_of(key)))
        self.table.offered.connect(self._offer)
        self.say(tr(_EMPTY))

    def _offer(self, menu: QMenu, key: Hashable) -> None:
        rows = self.table.rows
        every = next((row for row in rows.rows if isinstance(row, Slice)), None)
        if (one := rows.slice_of(key)) is not None:
            words = tr("Select these points") if one.by is By.PART else tr("List these faces")
            add(menu, words, lambda: self.chosen.emit(one), one is not every)
        add(menu, tr("List all faces"), lambda: self.chosen.emit(every), every is not None)

    def show_slices(self, slices: Sequence[Slice], yardstick: Yardstick) -> None:
        """Show slices, and what they are measured by."""
        if slices:
            self._show_contents()
        else:
            self.say(tr(_EMPTY))
        name = tr(yardstick.normaliser.title)
        self.header.note.setText(
            tr("relative to {name}, fail above {limit}", name=name, limit=limit(yardstick))
        )
        self.table.rows.set_slices(slices, yardstick)

    def mark(self, search: str) -> None:
        """Mark the slice that a search finds, unless one is marked that fits; none may fit."""
        marked = self.table.rows.slice_of(self.table.marked)
        if marked is None or str(marked.where) != search:
            rows = (row for row in self.table.rows.rows if isinstance(row, Slice))
            fits = next((row for row in rows if str(row.where) == search), None)
            self.table.mark(None if fits is None else key_of(fits))
