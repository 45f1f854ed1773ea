"""The settings page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from kpstudio.ui.dialogs.preferences import PreferencesDialog
from kpstudio.ui.frame import Frame


class PreferenceCommands(QObject):
    """Opens the settings page."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"settings": self.open}

    def open(self, search: str = "") -> None:
        """Show the page, and what ``search`` finds of it."""
        dialog = PreferencesDialog(self._window.settings, self._window, search)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
