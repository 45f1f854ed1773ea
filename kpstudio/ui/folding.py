"""Folding the parts beside the picture: by hand, and by itself where the window is too narrow."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from kpstudio.app.settings import Settings

_USEFUL = 320
"""So wide the centre stays, unless a person asks for more beside it."""


class Folding(QObject):
    """Shows the parts that are wanted, as far as there is room: what was asked for last stays.

    What folded by itself comes back as soon as there is room again. Until a person asks for
    more, they leave the centre a useful width.
    """

    def __init__(self, room: QWidget, centre: QWidget, settings: Settings) -> None:
        """Begin; `switch_with` names the parts.

        Args:
            room: Whose width they share.
            centre: What stays between them.
            settings: Where it is remembered what is folded by hand.
        """
        super().__init__(room)
        self._room, self._centre, self._settings = room, centre, settings
        self._parts: dict[str, tuple[QWidget, QAction]] = {}
        self._asked: list[str] = []
        self._by_hand: set[str] = set()
        self._busy = False
        room.installEventFilter(self)

    def switch_with(self, parts: Mapping[str, tuple[QWidget, QAction]]) -> None:
        """Let switches show and fold parts.

        Args:
            parts: By the names they are remembered by, with what switches them; the first folds
                before the others.
        """
        self._parts = dict(parts)
        self._asked = list(parts)
        self.fold()

    def ask(self, name: str, shown: bool) -> None:
        """Show a part, or fold it until it is asked for."""
        if self._busy:
            return
        folded = [other for other in self._settings.folded if other != name]
        self._settings.folded = folded if shown else [*folded, name]
        self._asked = [*(other for other in self._asked if other != name), name]
        before = {other for other, (part, _) in self._parts.items() if not part.isHidden()}
        self._by_hand.discard(name)
        self.fold()
        if shown and any(self._parts[other][0].isHidden() for other in before):
            self._by_hand |= {name, *before}  # who asks for one more means to keep the others
            self.fold()

    def reset(self) -> None:
        """Show every part again, as far as it leaves the centre a useful width."""
        self._settings.folded = []
        self._by_hand.clear()
        self._asked = list(self._parts)
        self.fold()

    def fold(self) -> None:
        """Show what is wanted and has room."""
        had = QApplication.focusWidget()
        least = self._centre.minimumWidth()
        left = self._room.width() - least
        folded = self._settings.folded
        self._busy = True
        for name in reversed(self._asked):
            part, action = self._parts[name]
            needed = self._least(part) + 1
            spared = 0 if name in self._by_hand else max(0, _USEFUL - least)
            fits = needed + spared <= left or name == self._asked[-1]
            shown = fits and name not in folded
            left -= needed if shown else 0
            part.setVisible(shown)
            action.setChecked(shown)
        self._busy = False
        if had is not None and not had.isVisible() and self._centre.isVisible():
            self._centre.setFocus()

    @staticmethod
    def _least(part: QWidget) -> int:
        return max(part.minimumWidth(), part.minimumSizeHint().width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold anew when there is more or less room."""
        if event.type() == QEvent.Type.Resize and self._parts:
            self.fold()
        return super().eventFilter(watched, event)
