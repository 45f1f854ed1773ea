"""The table of faces that an import changes, each with a tick to take or leave it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal

from kpstudio.app.language import in_digits, tr
from kpstudio.core.importing import Fate, Incoming
from kpstudio.core.texts import say
from kpstudio.ui.panels.dense_table import Index, KeyedModel
from kpstudio.ui.panels.parts import alignment

NAME, WHAT, FARTHEST = range(3)
WIDTHS = 148, 92
_HEADINGS = say("Face"), say("Points"), say("Farthest")
_TIPS = {FARTHEST: say("How far the point that moves most would move, in pixels")}
_TICK = Qt.ItemDataRole.CheckStateRole


class ImportModel(KeyedModel):
    """Rows of faces, those first whose points go farthest.

    Signals:
        ticked: faces were taken or left.
    """

    ticked = Signal()

    def __init__(self, incoming: Sequence[Incoming]) -> None:
        super().__init__()
        self.rows = sorted(incoming, key=lambda one: -one.largest_px)
        self._rows = {one.face.id: row for row, one in enumerate(self.rows)}
        self._taken = {one.face.id for one in incoming if one.fate is not Fate.DISPUTED}

    @property
    def chosen(self) -> tuple[Incoming, ...]:
        """The faces that are ticked."""
        return tuple(one for one in self.rows if one.face.id in self._taken)

    def state(self, fate: Fate) -> Qt.CheckState:
        """Return whether all, some or none of the faces of a fate are ticked."""
        states = {one.face.id in self._taken for one in self.rows if one.fate is fate}
        if len(states) == 2:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if True in states else Qt.CheckState.Unchecked

    def take(self, fate: Fate, on: bool) -> None:
        """Tick all faces of a fate, or none."""
        of_it = {one.face.id for one in self.rows if one.fate is fate}
        self._taken = self._taken | of_it if on else self._taken - of_it
        last = self.index(len(self.rows) - 1, NAME)
        self.dataChanged.emit(self.index(0, NAME), last, [_TICK])
        self.ticked.emit()

    def key_at(self, row: int) -> Hashable:
        """Return the id of the face in a row."""
        return self.rows[row].face.id

    def row_of(self, key: Hashable) -> int:
        """Return where a face stands, or -1."""
        return self._rows.get(str(key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many faces there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(_HEADINGS)

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
                return tr(_TIPS.get(section, "")) or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(section != FARTHEST)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the names be ticked."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == NAME else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, tick, side or, of a name, the whole of it."""
        one, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                far = f"{in_digits(one.largest_px, '.1f')} px" if one.largest_px else ""
                return (one.face.picture, tr(one.words), far)[column]
            case Qt.ItemDataRole.CheckStateRole if column == NAME:
                taken = one.face.id in self._taken
                return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(column != FARTHEST)
            case Qt.ItemDataRole.ToolTipRole:
                return (one.face.id, tr(one.words), None)[column]
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take or leave a face."""
        if role != _TICK or index.column() != NAME:
            return False
        face_id = self.rows[index.row()].face.id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._taken.add(face_id)
        else:
            self._taken.discard(face_id)
        self.dataChanged.emit(index, index, [_TICK])
        self.ticked.emit()
        return True
