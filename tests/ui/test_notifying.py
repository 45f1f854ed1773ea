"""A long training that ends while another window is in front is told through the system."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator

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
        "Training of 0003-best has ended.",
        "Training of 0004-best has ended. The disk is full.",
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
    monkeypatch.setattr(EndOfTraining, "_on_desktop", lambda *_: False)
    EndOfTraining(window, Desk(window), Settings()).tell("Training of a has ended.")
    assert marked == [window]


@pytest.fixture
def desktop() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A bus of its own, its address, and a service of notifications on it."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed")
    how = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen([daemon, "--session", "--nofork", "--print-address"], **how) as bus:
        address = bus.stdout.readline().strip()
        command = [sys.executable, "-m", "tests.ui.notification_service", address]
        with subprocess.Popen(command, **how) as service:
            assert service.stdout.readline() == "ready\n"
            yield address, service
            service.terminate()
        bus.terminate()


def test_a_linux_desktop_shows_a_notification_without_a_tray(qtbot, monkeypatch, desktop):
    from PySide6.QtDBus import QDBusConnection
    from PySide6.QtWidgets import QWidget

    address, service = desktop
    bus = QDBusConnection.connectToBus(address, "window")
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: bus)
    monkeypatch.setattr(notifying.QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    window, came = QWidget(), []
    qtbot.addWidget(window)
    monkeypatch.setattr(window, "activateWindow", lambda: came.append(True))
    teller = EndOfTraining(window, Desk(window), Settings())
    for number, run in ((0, "a"), (3_000_000_000, "b")):
        teller.tell(f"The training {run} has ended.")
        app, replaced, icon, title, words, actions, hints, shown_ms = json.loads(
            service.stdout.readline()
        )
        assert (app, replaced, title) == ("kpstudio", number, "kpstudio")
        assert words == f"The training {run} has ended."
        assert icon.endswith("kpstudio.svg")
        assert (actions, hints) == (["default", "Open"], {"desktop-entry": "kpstudio"})
        assert shown_ms == -1
        qtbot.waitUntil(lambda: bool(came))  # the service clicks on it
        came.clear()
    QDBusConnection.disconnectFromBus("window")


def test_without_such_a_service_the_tray_is_left(qtbot, monkeypatch):
    from PySide6.QtDBus import QDBusConnection

    from kpstudio.ui.desktop_notes import DesktopNotes

    parent = QObject()
    notes = DesktopNotes(parent, QDBusConnection("of nothing"))
    assert notes.show("kpstudio", "Training of a has ended.") is False
