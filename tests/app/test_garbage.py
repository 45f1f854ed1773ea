"""Garbage is collected by the window's own loop alone."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.app import garbage as module
from kpstudio.app.garbage import Collector
from tests.app.help import Desk

DISCONNECTING = """
import faulthandler, gc
from PySide6.QtCore import QCoreApplication, QObject, Signal
from kpstudio.app import garbage as module
from kpstudio.app.garbage import Collector

faulthandler.dump_traceback_later(20, exit=True)
app = QCoreApplication([])
collector = Collector(app)
usual = gc.isenabled()
asked = []

class Sender(QObject):
    sent = Signal()

    def __getattribute__(self, name):
        if name == "disconnectNotify":  # Qt holds a lock by now
            if usual:
                gc.enable()
            asked.append([[] for _ in range(2000)])
        return super().__getattribute__(name)

gc.disable()
sender, call = Sender(), lambda: None
sender.sent.connect(call)
for _ in range(1000):
    gone = Sender()
    gone.itself = gone
    gone.sent.connect(call)
del gone
sender.sent.disconnect(call)
assert asked
collector.stop()
print("went on")
"""


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.stop()


class Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


def knots(count: int) -> list[weakref.ref[Knot]]:
    return [weakref.ref(Knot()) for _ in range(count)]


def test_a_signal_is_disconnected_while_there_is_garbage() -> None:
    command = [sys.executable, "-c", DISCONNECTING]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.stdout == "went on\n", ended.stderr


def test_what_another_thread_allocates_collects_nothing(collector: Collector) -> None:
    gone = knots(10)

    def allocate() -> None:
        [[] for _ in range(100_000)]

    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert all(one() is not None for one in gone)


def test_the_window_s_loop_collects(collector: Collector, qtbot: QtBot) -> None:
    gone = knots(1000)
    qtbot.waitUntil(lambda: all(one() is None for one in gone))


def test_what_is_set_apart_is_looked_at_no_more(collector: Collector) -> None:
    held = Knot()
    apart = weakref.ref(held)
    gone = knots(10)
    collector.set_apart()
    assert all(one() is None for one in gone), "garbage is not set apart"
    del held
    later = knots(10)
    gc.collect()
    assert [one() is None for one in (apart, *later)] == [False, *[True] * 10]
    collector.set_apart()
    assert apart() is None


def test_python_collects_again_afterwards(qapp: QApplication) -> None:
    gc.enable()
    collector = Collector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()


def test_all_is_looked_through_now_and_then(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 1000))
    held = Knot()
    old = weakref.ref(held)
    gc.collect(1)  # it is among the oldest now
    del held
    collector.collect()
    assert old() is not None, "not so soon"
    monkeypatch.setattr(module, "_ALL_AFTER_S", -1.0)
    collector.collect()
    assert old() is None


def test_what_is_read_of_a_run_is_looked_at_no_more(collector: Collector, desk: Desk) -> None:
    collector.follow(desk.session, desk.runs)
    gc.unfreeze()
    gone = knots(10)
    desk.runs.run_changed.emit("0001-bignet")
    collector.collect()
    assert gc.get_freeze_count() > 0
    assert all(one() is None for one in gone), "but for what nobody holds any more"
