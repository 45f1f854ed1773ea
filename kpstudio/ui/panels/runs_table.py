"""The table of runs: what was trained, how far it got, and which run is in use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedLayout,
    QStyle,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, tr_count
from kpstudio.core.texts import say
from kpstudio.store.summary import RunSummary
from kpstudio.ui import theme
from kpstudio.ui.asking import question
from kpstudio.ui.panels.naming import run_title
from kpstudio.ui.panels.parts import EmptyState, Header
from kpstudio.ui.panels.runs_model import (
    COLUMNS,
    DISPENSABLE,
    DOT_SIZE,
    EPOCHS,
    NAME,
    NAME_ROLE,
    SORT_ROLE,
    RunsModel,
)

_EMPTY = say("No runs yet. Every training is kept here, with its settings, curves and weights.")
_LEAST, _MOST = 192, 240
"""Pixels that the table has at least, and up to which it needs as many as its names take."""
_NAME_WIDTH, _LONG_NAME = 150, 230
"""Pixels that are kept for the names at least, and for longer ones where there are some."""


class RunsTable(QWidget):
    """Runs, newest first; several can be chosen to be drawn in one plot.

    Signals:
        runs_selected: names of the chosen runs, the current one first.
        run_activated: the run whose predictions are wanted, by double click or Enter.
        rename_requested: (name, new label); an empty label asks for the plain name back.
        delete_requested: names of runs to delete; a person has already said yes.
        folder_requested: the run whose folder is to be shown.
        export_requested: the run whose network is to be written as a file.
    """

    runs_selected = Signal(list)
    run_activated = Signal(str)
    rename_requested = Signal(str, str)
    delete_requested = Signal(list)
    folder_requested = Signal(str)
    export_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RunsModel()
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setSortRole(SORT_ROLE)
        self.view = _View()
        self.view.setModel(self._sorted)
        self.header = Header(tr("Runs"), spare_note=True)
        self._stack = QStackedLayout()
        self._lay_out()
        self.view.activated_by_person.connect(self._activate)
        self.view.selectionModel().selectionChanged.connect(self._selection_changed)
        self.model.renamed.connect(self.rename_requested)
        theme.bus.changed.connect(self.view.viewport().update)
        self._filling = False
        self.set_runs([])

    def _lay_out(self) -> None:
        body = QWidget()
        body.setLayout(self._stack)
        self._stack.addWidget(EmptyState(tr(_EMPTY)))
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(body, 1)

    # What is shown

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show ``runs``, in any order; what is chosen stays chosen."""
        before = self.selected()
        self._filling = True  # while rows go one by one the selection slides from one to the next
        self.model.set_runs(runs)
        self._filling = False
        if self.selected() != before:
            self._selection_changed()
        self.view.fit_columns()
        self.setMinimumWidth(self.view.needed if runs else _LEAST)
        self._stack.setCurrentIndex(1 if runs else 0)
        count = len(runs)
        self.header.note.setText(
            tr("{count} · select several to compare", count=count) if count > 1 else ""
        )

    def set_in_use(self, name: str) -> None:
        """Mark the run whose predictions are shown; "" for none."""
        self.model.set_in_use(name)

    def select(self, names: Sequence[str]) -> None:
        """Choose runs by name, as a person would; the first becomes the current one."""
        selection = self.view.selectionModel()
        selection.clearSelection()
        rows = {self._name(self._sorted.index(r, 0)): r for r in range(self._sorted.rowCount())}
        found = [rows[name] for name in names if name in rows]
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        if found:
            first = self._sorted.index(found[0], 0)
            selection.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        for row in found:
            selection.select(self._sorted.index(row, 0), flags)

    def selected(self) -> list[str]:
        """Return the names of the chosen runs, the current one first."""
        current = self._name(self.view.currentIndex())
        names = [self._name(index) for index in self.view.selectionModel().selectedRows()]
        return sorted(names, key=lambda name: name != current)

    @staticmethod
    def _name(index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(NAME_ROLE)) if index.isValid() else ""

    def _selection_changed(self, *_: object) -> None:
        if not self._filling:
            self.runs_selected.emit(self.selected())

    # Commands

    def _activate(self, index: QModelIndex) -> None:
        self.run_activated.emit(self._name(index))

    def use(self) -> None:
        """Ask for the predictions of the chosen run."""
        if names := self.selected():
            self.run_activated.emit(names[0])

    def rename(self) -> None:
        """Let the chosen run's name be edited."""
        index = self.view.currentIndex()
        if index.isValid():
            self.view.setFocus()
            self.view.edit(index.siblingAtColumn(0))

    def show_folder(self) -> None:
        """Ask for the chosen run's folder."""
        if names := self.selected():
            self.folder_requested.emit(names[0])

    def export(self) -> None:
        """Ask for the chosen run's network as a file."""
        if names := self.selected():
            self.export_requested.emit(names[0])

    def ask_to_delete(self) -> None:
        """Ask a person whether the chosen runs may go."""
        names = self.selected()
        if not names:
            return
        titles = {run.name: run_title(run.name, run.label) for run in self.model.runs}
        what = (
            titles[names[0]] if len(names) == 1 else tr_count("1 run", "{count} runs", len(names))
        )
        title = tr("Delete runs") if len(names) > 1 else tr("Delete a run")
        loses = tr(
            "Weights, curves and predictions are deleted, too. This cannot be undone; faces and "
            "corrections stay."
        )
        text = tr("Delete {what}?", what=what)
        box, delete = question(self, title, text, tr("Delete"), tr("Keep"), loses)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete.clicked.connect(lambda: self.delete_requested.emit(names))
        box.open()


class _View(QTableView):
    """Rows of 32 px without frame or grid; Enter and double click mean "use".

    Signals:
        activated_by_person: the index that a person double-clicked or pressed Enter on.
    """

    activated_by_person = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Runs"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.setIconSize(DOT_SIZE)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(theme.ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(48)
        self.doubleClicked.connect(self.activated_by_person)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Take the model, and let the columns follow their contents."""
        super().setModel(model)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)  # the newest first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what matters least where there is no room for it."""
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Show the columns that leave room for the runs' names."""
        header = self.horizontalHeader()
        if header.count() == 0:
            return
        for column in (*DISPENSABLE, EPOCHS):  # Qt does not measure headings that are hidden
            self.setColumnHidden(column, False)
        widths = {
            column: max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in range(header.count())
            if column != NAME
        }
        whole = min(self.sizeHintForColumn(NAME), _LONG_NAME)
        names = max(whole, _NAME_WIDTH)
        room = self.viewport().width() - names - sum(widths.values())
        for column in DISPENSABLE:
            self.setColumnHidden(column, room < 0)
            room += widths[column] if room < 0 else 0
        self.setColumnHidden(EPOCHS, room + names < whole)

    @property
    def needed(self) -> int:
        """The width in which names and what always stands beside them are whole, up to a bound."""
        header, kept = (
            self.horizontalHeader(),
            {*range(len(COLUMNS))} - {*DISPENSABLE, EPOCHS, NAME},
        )
        beside = sum(max(self.sizeHintForColumn(k), header.sectionSizeHint(k)) for k in kept)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        width = self.sizeHintForColumn(NAME) + beside + bar + 2 * self.frameWidth()
        return min(max(width, _LEAST), _MOST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use the current run on Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.state() != QAbstractItemView.State.EditingState:
            if self.currentIndex().isValid():
                self.activated_by_person.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
