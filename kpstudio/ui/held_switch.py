"""A switch whose key may be tapped, or held for as long as it shall be on."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

HELD_MS = 300
"""A key that is let go later than this was held, not tapped."""


class HeldSwitch(QObject):
    """Switches an action off again when the key that switched it on was held and is let go.

    Watches the window alone, which is given each key that none of its widgets takes. Through a
    filter of the application every event of the program would pass, as long as the switch is on.
    """

    def __init__(self, action: QAction, window: QWidget) -> None:
        """Begin.

        Args:
            action: A checkable one, with a key.
            window: Where the key is pressed and let go.
        """
        super().__init__(action)
        self._action, self._window = action, window
        self._since = QElapsedTimer()
        action.setAutoRepeat(False)
        action.toggled.connect(self._toggled)

    def _toggled(self, on: bool) -> None:
        self._window.removeEventFilter(self)
        if on:
            self._since.start()
            self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the release of the key."""
        if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            own = QKeySequence(event.keyCombination()) in self._action.shortcuts()
            if own and not event.isAutoRepeat():
                self._window.removeEventFilter(self)
                if self._since.elapsed() >= HELD_MS:
                    self._action.setChecked(False)
        return False
