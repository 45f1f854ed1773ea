"""The points of a scheme being edited, row by row: name, groups, mirror partner."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kpstudio.app.language import tr
from kpstudio.core.scheme_draft import SchemeDraft
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.parts import alignment

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("#", say("point"), say("groups"), say("mirrored"))
NUMBER, NAME, GROUPS, MIRROR = range(4)
_TIPS = {
    GROUPS: say("Group names, separated by commas"),
    MIRROR: say("The point it becomes in a mirrored picture: a number or name; itself if none"),
}


class SchemeTable(QAbstractTableModel):
    """Shows a draft and writes what is typed into it.

    Signals:
        edited: a person changed the draft.
        refused: one sentence about what was typed and could not be meant.
    """

    edited = Signal()
    refused = Signal(str)

    def __init__(self, draft: SchemeDraft, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft

    def show_draft(self, draft: SchemeDraft) -> None:
        """Show another draft of as many points."""
        self._draft = draft
        self.refresh()

    def refresh(self) -> None:
        """Show the draft as it is now."""
        if self._draft.points:
            last = self.index(len(self._draft.points) - 1, MIRROR)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of points."""
        return 0 if parent is not None and parent.isValid() else len(self._draft.points)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return column titles, aligned as their cells are."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(section != NUMBER)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(_TIPS.get(section, "")) or None
        return tr(COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that everything but the number can be typed."""
        flags = super().flags(index)
        return flags if index.column() == NUMBER else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, alignment or colour."""
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column != NUMBER)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(_TIPS.get(column, "")) or None
        if role == Qt.ItemDataRole.ForegroundRole:
            if column == NUMBER:
                return QColor(self._draft.colour_of(row) or theme.current().quiet)
            if column == MIRROR and self._draft.mirror[row] == row:
                return QColor(theme.current().quiet)
        return None

    def _text(self, row: int, column: int) -> str:
        draft = self._draft
        if column == NUMBER:
            return str(row)
        if column == NAME:
            return draft.points[row]
        if column == GROUPS:
            return ", ".join(draft.groups_of(row))
        partner = draft.mirror[row]
        return tr("itself") if partner == row else f"{partner} {draft.points[partner]}"

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write what was typed into the draft."""
        row, column, text = index.row(), index.column(), str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == self._text(row, column):
            return False
        if column == NAME:
            self._draft.points[row] = text
        elif column == GROUPS:
            self._draft.regroup(row, [part for p in text.split(",") if (part := p.strip())])
        elif not self._pair(row, text):
            return False
        self.refresh()
        self.edited.emit()
        return True

    def _pair(self, row: int, text: str) -> bool:
        points = self._draft.points
        number = text.split(" ")[0]
        if text in ("", "itself", "-"):
            partner = row
        elif text in points:
            partner = points.index(text)
        elif number.isdecimal() and number.isascii() and int(number) < len(points):
            partner = int(number)
        else:
            self.refused.emit(
                tr("there is no point {text!r}: type a number from 0 or a point's name", text=text)
            )
            return False
        if self._draft.mirror[row] != partner:
            self._draft.pair(row, partner)
        return True
