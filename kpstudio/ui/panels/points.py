"""The points of the face in view: ground truth, prediction and their distance, row by row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr
from kpstudio.core.selection import Selection
from kpstudio.ui import theme
from kpstudio.ui.panels.face_heading import FaceHeading
from kpstudio.ui.panels.links import Links, link
from kpstudio.ui.panels.parts import EmptyState
from kpstudio.ui.panels.points_model import NUMBER, OFF, PointsModel
from kpstudio.ui.panels.points_table import PointsTable
from kpstudio.ui.panels.room import Room
from kpstudio.ui.panels.shape_meter import ShapeMeter
from kpstudio.ui.workspaces import action_button

_LEAST_ROOM = 32
"""So much stays in view between name and buttons, where it scrolls if it must."""
_A_ROW, _ROWS = 30, 2
"""Pixels of a row of the table with its frame, and how many a low panel keeps in view."""
_ROOMY = 260
"""In a lower panel the buttons are closer together, and the hint stands beside the name."""


class PointsPanel(QWidget):
    """The right-hand panel of Label, Review and Photos.

    Signals:
        points_chosen: the `Selection` that a person made in the table.
        point_sought: the number of a point to bring close, by a double click.
        tag_chosen: a tag of the face that a person took.
    """

    points_chosen = Signal(object)
    point_sought = Signal(int)
    tag_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PointsModel(self)
        self.table = PointsTable(self.model)
        self._heading = FaceHeading()
        self._tags = Links()
        self._hint = QLabel()
        self._face = ("", "", "")
        self.meter = ShapeMeter()
        self._tagged: list[str] = []
        self._buttons = QGridLayout()
        self._spare: dict[int, dict[QWidget, QAction | None]] = {}
        self._nothing = EmptyState(tr("Select a face to see its points here."))
        self._dress()
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._rows_changed)
        self.model.modelReset.connect(self._share_room)
        self.table.doubleClicked.connect(lambda index: self.point_sought.emit(index.row()))

    def _dress(self) -> None:
        theme.set_role(self._hint, "quiet")
        theme.set_role(self._tags, "quiet")
        self._tags.setContentsMargins(12, 8, 12, 8)
        self._tags.setToolTip(tr("Show all faces with a tag"))
        self._tags.setAccessibleName(tr("Tags"))
        self._tags.linkActivated.connect(self.tag_chosen)
        self._tags.hide()
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(12, 8, 12, 4)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._buttons.setHorizontalSpacing(8)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._nothing, 1)
        self._contents = QWidget()
        column.addWidget(self._contents, 1)
        column = QVBoxLayout(self._contents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        page = QWidget()
        theme.set_role(page, "pane")
        room = Room(page, sideways=False)
        room.setMinimumHeight(_LEAST_ROOM)
        column.addWidget(room, 1)
        column.addLayout(self._buttons)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._tags)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.meter)
        inside.addWidget(self._hint)

    def minimumSizeHint(self) -> QSize:
        """Be as wide without a face as with one."""
        width = self._contents.minimumSizeHint().width()
        return super().minimumSizeHint().expandedTo(QSize(width, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the table what a low window has."""
        super().resizeEvent(event)
        roomy = self.height() >= _ROOMY
        self._buttons.setVerticalSpacing(8 if roomy else 4)
        self._buttons.setContentsMargins(*(12, 4, 12, 12) if roomy else (12, 2, 12, 4))
        self._share_room()

    def _share_room(self, *_: object) -> None:
        """Show the table of what points there are; in a low panel it comes before all else."""
        low, (name, facts, hint) = self.height() < _ROOMY, self._face
        margins = self._buttons.contentsMargins()
        left = self.height() - self._heading.height() - self._high
        left -= margins.top() + margins.bottom()
        rows = min(left // _A_ROW, _ROWS)
        self.table.keep(max(rows, 1))
        beside = low and self.model.placed
        table = beside and rows > 0 if low else self.model.rowCount() > 0
        self._nothing.setHidden(bool(name))
        self._contents.setVisible(bool(name))
        edge = Qt.AlignmentFlag.AlignTop if table else Qt.AlignmentFlag.AlignBottom
        if self._hint.alignment() != edge:  # each call lays the window out anew
            self._hint.setAlignment(edge)  # beside the buttons that help
        self.table.setVisible(table)
        self._hint.setVisible(bool(hint) and not beside)
        tags = tr("Tags: ") + ", ".join(self._tagged) if self._tagged else ""
        self._tags.setVisible(bool(tags) and not beside)
        told = (facts, hint, tags) if beside else (facts,)
        self._heading.show_face(name, " · ".join(part for part in told if part))
        self._show_spare(left - self.table.minimumHeight(), all_of_it=not beside)

    def _show_spare(self, left: int, all_of_it: bool) -> None:
        """Show spare rows of buttons, and the meter: all, or what has room in what is ``left``."""
        between = self._buttons.verticalSpacing()
        for row in self._spare.values():
            wanted = [part for part, needs in row.items() if needs is None or needs.isEnabled()]
            fits = all_of_it or (bool(wanted) and self._high + between <= left)
            left -= self._high + between if fits else 0
            for part in row:
                part.setVisible(fits and part in wanted)
        self.meter.spare(not all_of_it and self.meter.sizeHint().height() > left)

    @property
    def _high(self) -> int:
        """Pixels of a row of buttons."""
        buttons = [part for row in self._spare.values() for part in row]
        return max((button.sizeHint().height() for button in buttons), default=0)

    def add_button(
        self,
        action: QAction,
        row: int,
        column: int,
        primary: bool = False,
        if_enabled: bool = False,
        columns: int = 1,
        spare: bool = False,
    ) -> QWidget:
        """Put a button for ``action`` below the table.

        Args:
            action: What it does.
            row: Where.
            column: Where.
            primary: Whether it is the main one.
            if_enabled: Whether it is there only while it can be used; such a one is spare.
            columns: How many it takes.
            spare: Whether its row gives way to the table in a low panel, the last one first.
        """
        button = action_button(action)
        if primary:
            theme.set_role(button, "", primary=True)
        self._buttons.addWidget(button, row, column, 1, columns)
        if spare or if_enabled:
            self._spare.setdefault(row, {})[button] = action if if_enabled else None
        if if_enabled:  # in its place by now, or it would be a window of its own
            button.setVisible(action.isEnabled())
            action.enabledChanged.connect(self._share_room)
        return button

    def show_face(self, name: str, facts: str, hint: str) -> None:
        """Fill the header and the line above the buttons."""
        self._face = name, facts, hint
        self._hint.setText(hint)
        self._share_room()

    def show_tags(self, tags: Iterable[str]) -> None:
        """Show the face's tags below its name; to follow one asks for all faces that have it."""
        tagged = sorted(tags, key=str.casefold)
        if tagged == self._tagged:
            return
        self._tagged = tagged
        self._tags.setText(tr("Tags: ") + ", ".join(link(tag) for tag in self._tagged))
        self._share_room()

    def choose(self, selection: Selection) -> None:
        """Put the table on the chosen points without saying so."""
        model = self.table.selectionModel()
        rows = QItemSelection()
        for row in selection.points:
            rows.select(self.model.index(row, NUMBER), self.model.index(row, OFF))
        model.blockSignals(True)
        model.clear()  # the current row, too: a click on it is then news again
        flag = QItemSelectionModel.SelectionFlag
        model.setCurrentIndex(self.model.index(selection.lead, NUMBER), flag.NoUpdate)
        model.select(rows, flag.Select)
        model.blockSignals(False)
        for row in (*selection.points[-1:], selection.lead):  # as many of them as there is room for
            if row >= 0:
                self.table.scrollTo(self.model.index(row, NUMBER))
        self.table.viewport().update()

    def _rows_changed(self, added: QItemSelection, _: QItemSelection) -> None:
        model = self.table.selectionModel()
        fresh = {index.row() for index in added.indexes()}
        here = model.currentIndex().row()  # by the keys, it follows the selection
        lead = here if here in fresh or not fresh else max(fresh)
        rows = (index.row() for index in model.selectedRows())
        self.points_chosen.emit(Selection.of(rows, lead))
