"""The command palette: type some letters of what you want, and press Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr
from kpstudio.core.word_match import fit_of
from kpstudio.ui import theme
from kpstudio.ui.panels.dense_table import Index
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.room import room_for

WIDTH, ROW, SHOWN_ROWS = 560, 32, 12
_AROUND = 64
"""Pixels that the line and the borders take, more or less."""
_COMMAND = Qt.ItemDataRole.UserRole
_PRESS = QEvent.Type.KeyPress
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


_TOLD = 2.0
"""How much worse something fits that is found by what it does, not by its words."""
_SPREAD = 0.5
"""How much worse something fits whose letters are spread over its words and its menu."""
_GREY = 0.5
"""How much worse something fits that cannot be done now."""


@dataclass(frozen=True)
class Command:
    """Something that can be done.

    Attributes:
        key: Its name in code, by which it is remembered.
        where: The menu it stands in.
        words: Its words there.
        keys: Its key, as people here write it, or "".
        tip: What it does, where the words do not say it all.
        enabled: Whether it can be done now.
        run: Does it.
        named: Whether the words are the program's, and no path of a person's.
        why_not: Why it cannot be done now, where that is worth a sentence.
    """

    key: str
    where: str
    words: str
    keys: str
    tip: str
    enabled: bool
    run: Callable[[], object]
    named: bool = True
    why_not: str = ""

    def fit(self, typed: str) -> float | None:
        """Return how well typed letters fit, or None; what it does counts less than its words."""
        whole = f"{self.words} {self.where}"
        if (whole_words := fit_of(typed, whole, scattered=False)) is not None:
            return whole_words
        if self.named and (letters := fit_of(typed, self.words)) is not None:
            return letters
        if self.named and (spread := fit_of(typed, whole)) is not None:
            return spread - _SPREAD
        told = fit_of(typed, f"{self.words} {self.tip} {self.keys}", scattered=False)
        return None if told is None else told - _TOLD


def ranked(commands: Sequence[Command], typed: str, recent: Sequence[str]) -> list[Command]:
    """Return the commands that fit ``typed``, best first; those used lately before their equals.

    What cannot be done now comes after what fits as well and can.
    """
    places = {key: place for place, key in enumerate(recent)}

    def order(fitting: tuple[float, int, Command]) -> tuple[float, int]:
        fit, place, command = fitting
        lately = places.get(command.key, len(places) + place)
        worth = (fit if typed.strip() else 0.0) - (0.0 if command.enabled else _GREY)
        return -worth, lately

    fitting = [
        (fit, place, command)
        for place, command in enumerate(commands)
        if (fit := command.fit(typed)) is not None
    ]
    return [command for _, _, command in sorted(fitting, key=order)]


class Palette(QDialog):
    """A line to type into, and what fits below; it goes away when something else is clicked.

    Attributes:
        line: Where one types.
        list: What fits.
        nothing: Says so where nothing does.
        chosen: What is to be done once it is accepted.
    """

    def __init__(self, commands: Sequence[Command], recent: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(tr("Find a command"))
        theme.set_role(self, "popup")
        self._commands, self._recent = tuple(commands), tuple(recent)
        self.chosen: Command | None = None
        self._model = _Model(self)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("What do you want to do?"))
        self.line.setAccessibleName(tr("Find a command"))
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.line)
        self.nothing = quiet(tr("No matching command. Try another word."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._found = QStackedLayout()
        self._found.addWidget(self.list)
        self._found.addWidget(self.nothing)
        column.addLayout(self._found)
        room = room_for(parent)
        self.list.setFixedHeight(min(SHOWN_ROWS * ROW, room.height() - _AROUND))
        self.setFixedWidth(min(WIDTH, room.width()))
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(lambda: self._take(self.list.currentIndex()))
        self.list.clicked.connect(self._take)
        self._search("")
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while one types."""
        pressed = event if isinstance(event, QKeyEvent) else None
        if pressed is not None and pressed.type() is _PRESS and pressed.key() in _MOVES:
            self.list.event(pressed)
            return True
        return super().eventFilter(watched, event)

    def shown(self) -> list[Command]:
        """Return the commands in the list, from above."""
        return list(self._model.commands)

    def _search(self, typed: str) -> None:
        self._model.show(ranked(self._commands, typed, self._recent))
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._found.setCurrentIndex(0 if self._model.commands else 1)

    def _take(self, index: QModelIndex) -> None:
        command = index.data(_COMMAND) if index.isValid() else None
        if command is not None and command.enabled:
            self.chosen = command
            self.accept()


class _Model(QAbstractListModel):
    """The commands that fit."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.commands: Sequence[Command] = ()

    def show(self, commands: Sequence[Command]) -> None:
        self.beginResetModel()
        self.commands = commands
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.commands)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        enabled = self.commands[index.row()].enabled
        return usual if enabled else usual & ~Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        command = self.commands[index.row()]
        if role == _COMMAND:
            return command
        if role == Qt.ItemDataRole.DisplayRole:
            return command.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (command.tip, command.why_not))) or None
        return None


class _Delegate(QStyledItemDelegate):
    """Paints a command: its words, and quietly its menu and key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH - 32, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        command: Command = index.data(_COMMAND)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        chosen = option.state & QStyle.StateFlag.State_Selected
        look = theme.current().on_selection if chosen else theme.current()
        room = QRect(option.rect).adjusted(8, 0, -8, 0)
        key = painter.fontMetrics().horizontalAdvance(command.keys)
        middle = Qt.AlignmentFlag.AlignVCenter
        quiet = QColor(look.quiet if command.enabled else look.disabled)
        painter.save()
        painter.setPen(QColor(look.text if command.enabled else look.disabled))
        metrics = painter.fontMetrics()
        beside = key + (0 if command.why_not else metrics.horizontalAdvance(command.where)) + 48
        words = metrics.elidedText(
            command.words, Qt.TextElideMode.ElideMiddle, room.width() - beside
        )
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(quiet)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, command.keys)
        if command.why_not:
            painter.setPen(QColor(look.quiet))  # to be read all the same
        room.setRight(room.right() - (key + 16 if key else 0))
        room.setLeft(room.left() + metrics.horizontalAdvance(words) + 24)
        cut = Qt.TextElideMode.ElideMiddle  # the end tells as much as the beginning
        told = metrics.elidedText(command.why_not or command.where, cut, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, told)
        painter.restore()
