"""What to do about faults: the log, what to copy of it, and going on after a breakdown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from kpstudio.app import log_file
from kpstudio.app.crashes import Crash, Mark
from kpstudio.app.language import tr
from kpstudio.ui.frame import Frame


class FaultCommands(QObject):
    """Shows the log, and the bar about a program that did not end properly."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.crash_bar.open_asked.connect(window.session.open)
        window.crash_bar.copy_asked.connect(self.copy)
        window.details_wanted.connect(self.copy)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"log": self.show_log}

    def show_log(self) -> None:
        """Show the folder of the log in the system's file manager."""
        place = log_file.place()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            self._window.status.say(tr("The log is in {place}", place=place))

    def copy(self, message: str) -> None:
        """Copy a message with the versions and the end of the log."""
        QGuiApplication.clipboard().setText(log_file.details(message, log_file.place()))
        self._window.status.say(tr("Copied: paste it into a message to whoever is helping you"))

    def take_up(self, left: list[Crash], mark: Mark, opening: Path | None) -> None:
        """Tell of the last start that did not end properly, and keep the mark of this one.

        Args:
            left: Those starts, the latest last.
            mark: Of this one.
            opening: What is being opened now.
        """
        session = self._window.session
        session.opened.connect(lambda: mark.opened(session.path))
        if left:
            self._window.crash_bar.show_crash(left[-1], opening)
