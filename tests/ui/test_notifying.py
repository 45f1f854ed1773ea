"""A long training that ends while another window is in front is told through the system."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal

from kpstudio.app.settings import Settings
from kpstudio.ui import notifying
from kpstudio.ui.notifying import EndOfTraining


class Desk(QObject):
    began = Signal(str)
    ended = Signal(str)
    failed = Signal(str)


@pytest.fixture
def told(qtbot, monkeypatch):
    """A desk, what switches the window's being in front, and what was told."""
    from PySide6.QtWidgets import QWidget

    window, desk, words = QWidget(), Desk(), []
    qtbot.addWidget(window)
    monkeypatch.setattr(notifying, "LONG_S", 0.0)
    teller = EndOfTraining(window, desk, Settings())
    monkeypatch.setattr(teller, "tell", words.append)
    return desk, window, words


def test_the_end_is_told_while_the_window_is_not_in_front(told):
    desk, _, words = told
    desk.began.emit("0003-best")
    desk.ended.emit("0003-best")
    desk.began.emit("0004-best")
    desk.failed.emit("The disk is full.")
    desk.ended.emit("0004-best")
    assert words == [
        "The training 0003-best has ended.",
        "The training 0004-best has ended. The disk is full.",
    ]


def test_nothing_is_told_of_a_short_one_or_in_front_or_unwanted(told, monkeypatch):
    desk, window, words = told
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    desk.began.emit("a")
    desk.ended.emit("a")
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    Settings().set_value("notify", False)
    desk.began.emit("a")
    desk.ended.emit("a")
    Settings().set_value("notify", True)
    monkeypatch.setattr(notifying, "LONG_S", 60.0)
    desk.began.emit("a")
    desk.ended.emit("a")
    assert words == []


def test_where_the_system_has_no_tray_the_window_alone_is_marked(qtbot, monkeypatch):
    from PySide6.QtWidgets import QWidget

    window, marked = QWidget(), []
    qtbot.addWidget(window)
    monkeypatch.setattr(notifying.QApplication, "alert", marked.append)
    monkeypatch.setattr(notifying.QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    EndOfTraining(window, Desk(window), Settings()).tell("The training a has ended.")
    assert marked == [window]
