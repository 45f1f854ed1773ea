"""Telling through the system that a long training has ended, while the window is not in front."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from kpstudio.app.language import tr
from kpstudio.app.settings import Settings
from kpstudio.app.training import TrainingDesk
from kpstudio.ui.frame import Frame

if TYPE_CHECKING:
    from kpstudio.ui.desktop_notes import DesktopNotes

LONG_S = 60.0
"""Nobody goes away from a training that takes less."""


_SHOWN_MS = 15_000


class EndOfTraining(QObject):
    """Listens to trainings, and tells when a long one is over."""

    def __init__(self, window: Frame, desk: TrainingDesk, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._begun = 0.0
        self._failed = ""
        self._icon: QSystemTrayIcon | None = None
        self._notes: DesktopNotes | None = None
        desk.began.connect(self._begin)
        desk.failed.connect(self._fail)
        desk.ended.connect(self._end)

    def _begin(self, _run: str) -> None:
        self._begun, self._failed = time.monotonic(), ""

    def _fail(self, message: str) -> None:
        self._failed = message

    def _end(self, run: str) -> None:
        long = time.monotonic() - self._begun >= LONG_S
        away = not self._window.isActiveWindow()
        if long and away and self._settings.value("notify"):
            self.tell(f"{tr('Training of {run} has ended.', run=run)} {self._failed}".strip())

    def tell(self, words: str) -> None:
        """Mark the window in the task bar, and show a notification where the system has them."""
        QApplication.alert(self._window)
        if self._on_desktop(words) or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._window.windowIcon(), self)
            self._icon.activated.connect(self._come)
            self._icon.messageClicked.connect(self._come)
        self._icon.show()
        QTimer.singleShot(_SHOWN_MS, self._icon, self._icon.hide)
        self._icon.showMessage("kpstudio", words, self._window.windowIcon())

    def _on_desktop(self, words: str) -> bool:
        """Show a notification of a Linux desktop; return whether it has them."""
        if not sys.platform.startswith("linux"):
            return False
        if self._notes is None:
            from kpstudio.ui.desktop_notes import DesktopNotes  # of use here alone

            self._notes = DesktopNotes(self)
            self._notes.clicked.connect(self._come)
        return self._notes.show("kpstudio", words)

    def _come(self, *_: object) -> None:
        """Bring the window to the front."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
