"""What every test of the window gets: settings of its own, and a look at what it leaves behind."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThread, QThreadPool, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import Shiboken

from kpstudio.app.language import speak

HARMLESS = (
    "This plugin does not support ",  # no screen, so no window manager and no keyboard
    "QFontDatabase: ",  # a bare machine without fonts
)
"""How Qt's warnings begin that say something about the machine, and nothing about the program."""

NOWHERE = (-99, -99)
"""A place on no screen."""


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, data and language of the person who runs the tests out of them."""
    monkeypatch.setattr("kpstudio.app.language.system_languages", lambda: ["en"])
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "ini"))
    for name in ("data", "cache", "state", "config"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))


@pytest.fixture
def german(qapp: QCoreApplication) -> Iterator[None]:
    """Let texts be German; English again after it."""
    speak(qapp, "de")
    yield
    speak(qapp, "en")


@pytest.fixture
def collected_between() -> Iterator[None]:
    """Let Python collect garbage between the tests, as the window does between what it does.

    A test with parts of the window might wait for itself for ever (`kpstudio.app.garbage`).
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_left(
    collected_between: None,
    qapp: QApplication,
    caplog: pytest.LogCaptureFixture,
    qtlog: Any,
    own_settings: None,
) -> Iterator[None]:
    """Fail a test that leaves a thread, timer or widget behind, or brings about a warning."""
    before = qapp.topLevelWidgets()
    QCursor.setPos(*NOWHERE)  # or a point of this test lies under the pointer of the one before
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    found = left_behind(qapp, before)
    if found:
        gc.collect()  # what only waits for the collector was let go of
        found = left_behind(qapp, before)
    logged = [*caplog.get_records("setup"), *caplog.get_records("call")]
    said = [record.message for record in qtlog.records]
    assert not found, f"left behind: {'; '.join(found)}"
    assert not warned(logged, said), f"warned: {'; '.join(warned(logged, said))}"


def left_behind(app: QApplication, before: Sequence[QWidget]) -> list[str]:
    """Return what runs or stands that should not, in words.

    Args:
        app: The program.
        before: The windows that were there when the test began.
    """
    new = [w for w in app.topLevelWidgets() if not any(w is other for other in before)]
    # pyqtgraph keeps the menus of a plot that is gone; they have no parent, and show nothing.
    windows = [w for w in new if w.isVisible() or not isinstance(w, QMenu)]
    # Qt's objects alone: a walk over all of Python's takes longer than most tests.
    kinds = (QThread, QTimer, QThreadPool)
    alive = [o for o in Shiboken.getAllValidWrappers() if isinstance(o, kinds)]
    here = QThread.currentThread()
    threads = [o for o in alive if isinstance(o, QThread) and o.isRunning() and o is not here]
    timers = [o for o in alive if isinstance(o, QTimer) and o.isActive()]
    pools = [o for o in alive if isinstance(o, QThreadPool) and o.activeThreadCount()]
    # A QThread that asked for its name has a dummy there, which stays after its end.
    plain = [
        t
        for t in threading.enumerate()
        if t is not threading.main_thread() and not t.daemon and t.is_alive()
    ]
    return [
        *(f"window {w}" for w in windows),
        *(f"thread {t}" for t in (*threads, *plain)),
        *(f"timer {t} of {t.parent()}" for t in timers),
        *(f"pool {p} with {p.activeThreadCount()} threads" for p in pools),
    ]


def warned(logged: Iterable[logging.LogRecord], said_by_qt: Iterable[str]) -> list[str]:
    """Return the warnings among what was logged and what Qt said."""
    records = [r.getMessage() for r in logged if r.levelno >= logging.WARNING]
    return [*records, *(text for text in said_by_qt if not text.startswith(HARMLESS))]
