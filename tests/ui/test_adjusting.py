"""Brightness and contrast: sliders that change looks, are remembered, and leave data alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpstudio.app.settings import Settings
from kpstudio.core.adjustment import Adjustment
from kpstudio.ui.window_setup import whole_window
from tests.ui.test_actions import opened, window

__all__ = ["opened", "window"]  # pytest finds fixtures here


def test_the_sliders_change_the_looks_and_are_remembered(opened, qtbot):
    opened.actions_by_key["adjust"].trigger()
    panel = opened.adjusting.panel
    assert panel.isVisible()
    assert not panel.reset.isEnabled()
    QTest.keyClick(panel.sliders["Brightness"], Qt.Key.Key_PageUp)
    panel.sliders["Gamma"].setValue(150)
    wanted = Adjustment(brightness=10, gamma=150)
    assert opened.canvas._adjustment == Settings().adjustment == wanted
    assert not opened.actions_by_key["undo"].isEnabled(), "nothing but looks has changed"
    panel.close()

    other = whole_window(Settings())
    qtbot.addWidget(other)
    assert other.canvas._adjustment == other.adjusting.panel.adjustment == wanted
    other.close()

    opened.actions_by_key["adjust"].trigger()
    panel.reset.setFocus()
    QTest.keyClick(panel.reset, Qt.Key.Key_Return)
    assert opened.canvas._adjustment == Settings().adjustment == Adjustment()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_switch_of_the_loupe_is_remembered(window, qtbot):
    action = window.actions_by_key["loupe"]
    assert action.isChecked() and window.canvas._loupe
    action.trigger()
    assert not window.canvas._loupe
    other = whole_window(Settings())
    qtbot.addWidget(other)
    assert not other.actions_by_key["loupe"].isChecked()
    assert not other.canvas._loupe
    other.close()
