"""Starting the window."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kpstudio import resources
from kpstudio.app import log_file
from kpstudio.app.crashes import Crash, Mark, crashes
from kpstudio.app.garbage import Collector
from kpstudio.app.language import speak
from kpstudio.app.settings import Settings
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.startup import Startup
from kpstudio.ui.theming import Follower, apply_theme

_WAKE_MS = 200

SWITCH_S = 0.0005
"""How soon a thread hands over the interpreter: with Python's own 5 ms, painting would wait as long
each time that a decoding thread is in its way."""


def run_window(path: Path | None = None, demo: bool = False) -> int:
    """Open the window and return when it is closed.

    Args:
        path: A folder or label file to open.
        demo: Open the sample faces and train BigNet on them at once.

    Returns:
        The exit code of the program.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("kpstudio")
    app.setDesktopFileName("kpstudio")
    app.setWindowIcon(QIcon(str(resources.path("icons/kpstudio.svg"))))
    sys.setswitchinterval(SWITCH_S)
    place = log_file.place()
    with log_file.kept(place):
        left, mark = crashes(place), Mark(place)
        code = _run(app, path, demo, left, mark)
        mark.end()
    return code


def _run(app: QApplication, path: Path | None, demo: bool, left: list[Crash], mark: Mark) -> int:
    settings = Settings()
    speak(app, str(settings.value("language")))
    apply_theme(settings)
    window = MainWindow(settings)
    Follower(settings, window)
    collector = Collector()
    app.setQuitOnLastWindowClosed(False)  # `closed` does it, and a second time would be too late
    window.closed.connect(app.quit)
    _report_faults(window)
    before = _quit_on_interrupt(window)

    def begin() -> None:
        collector.follow(window.session, window.runs)
        window.faults.take_up(left, mark, path)
        if demo:
            window.files.open_demo()
        elif path is not None:
            window.files.open(path)

    startup = Startup(window)
    startup.done.connect(begin)
    window.show()
    startup.start()
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    signal.signal(signal.SIGINT, before)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collector.stop()
    return code


def _report_faults(window: MainWindow) -> None:
    """Show an unexpected fault as a sentence instead of ending the program."""

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            from kpstudio.app.error_words import sentence

            window.warn(sentence(error))

    sys.excepthook = report


def _quit_on_interrupt(window: MainWindow) -> Any:
    """Let Ctrl+C in the terminal close the window in order; return what it did before."""
    before = signal.signal(signal.SIGINT, lambda *_: window.close())
    # Python sees the signal only when it runs: wake it now and then.
    timer = QTimer(window)
    timer.timeout.connect(lambda: None)
    timer.start(_WAKE_MS)
    return before
