"""Dressing the program as a person prefers it."""

from __future__ import annotations

from dataclasses import replace

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
