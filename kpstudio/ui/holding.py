"""A switch whose key may be tapped, or held for as long as it shall be on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

HELD_MS = 300
"""A key that is let go later than this was held, not tapped."""


class HeldSwitch(QObject):
    """Switches an action off again when the key that switched it on was held and is let go."""

    def __init__(self, action: QAction) -> None:
        super().__init__(action)
        self._action = action
        self._since = QElapsedTimer()
        action.setAutoRepeat(False)
        action.toggled.connect(self._toggled)

    def _toggled(self, on: bool) -> None:
        # Every event of the program passes through such a filter, so it is there only meanwhile.
        app = QCoreApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        if on:
            self._since.start()
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the release of the key."""
        if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            own = QKeySequence(event.keyCombination()) in self._action.shortcuts()
            if own and not event.isAutoRepeat():
                held = self._since.elapsed() >= HELD_MS
                app = QCoreApplication.instance()
                assert app is not None
                app.removeEventFilter(self)
                if held:
                    self._action.setChecked(False)
        return False
