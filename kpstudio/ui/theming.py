"""Dressing the program as a person prefers it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kpstudio.app.settings import Settings
from kpstudio.ui import theme


def apply_theme(settings: Settings) -> None:
    """Dress the program as the settings say."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dark = (
        theme.system_prefers_dark(app) if settings.theme == "system" else settings.theme == "dark"
    )
    chosen = theme.DARK if dark else theme.LIGHT
    if settings.value("colour_blind"):
        chosen = chosen.for_colour_blind()
    theme.apply(app, replace(chosen, text_percent=int(settings.value("text_percent"))))


class Follower(QObject):
    """Dresses the program anew when the system turns light or dark, for who wants it so."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._turned)

    def _turned(self) -> None:
        if self._settings.theme == "system":
            apply_theme(self._settings)
