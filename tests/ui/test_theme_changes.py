"""A change of theme while one works: the focus stays, in the window and in every dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from kpstudio.app.settings import Settings
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from tests.ui.all_dialogs import see_dialogs
from tests.ui.driver import Script
from tests.ui.test_reading_order import Faults, said, walk


@pytest.fixture(autouse=True)
def system(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """The system's wish for dark, which the program follows."""
    Settings().set_value("theme", "system")
    wish = {"dark": False}
    monkeypatch.setattr(theme, "system_prefers_dark", lambda _: wish["dark"])
    return wish


def turn(wish: dict[str, bool]) -> None:
    """Let the system turn from light to dark, or back."""
    wish["dark"] = not wish["dark"]
    scheme = Qt.ColorScheme.Dark if wish["dark"] else Qt.ColorScheme.Light
    QApplication.styleHints().colorSchemeChanged.emit(scheme)
    assert theme.current().dark == wish["dark"]


def state(window: QWidget) -> list[str]:
    """Return what has the focus in a window, and its default button."""
    now = window.focusWidget()
    buttons = window.findChildren(QPushButton)
    return [said(now) if now else "nothing", *(b.text() for b in buttons if b.isDefault())]


def test_the_focus_stays_in_every_dialog(tmp_path, system: dict[str, bool]) -> None:
    def script(window: MainWindow, found: Faults) -> Script:
        def look(dialog: QDialog) -> None:
            dialog.activateWindow()
            QApplication.processEvents()
            buttons = [b for b in dialog.findChildren(QPushButton) if b.isVisible()]
            for button in buttons[-2:]:
                button.setFocus()
                before = state(dialog)
                turn(system)
                if state(dialog) != before:
                    here = found.setdefault(f"{type(dialog).__name__} {dialog.windowTitle()}", [])
                    here.append(f"{before} -> {state(dialog)}")

        yield from see_dialogs(window, look)
        found["none"] = []

    walk(tmp_path, script)


def test_menus_close_and_the_picture_keeps_the_keys(tmp_path, system: dict[str, bool]) -> None:
    def script(window: MainWindow, found: Faults) -> Script:
        window.canvas.setFocus()
        menu = window.menus["Points"]
        menu.popup(window.mapToGlobal(window.rect().center()))
        yield menu.isVisible
        turn(system)
        found["menu"] = ["is still open"] if menu.isVisible() else []
        found["window"] = [] if window.focusWidget() is window.canvas else state(window)

    walk(tmp_path, script)
