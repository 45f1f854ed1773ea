"""The window comes up with its first page; all else is loaded and made behind it.

Modules are loaded off the window's thread, for that takes longest; parts are made on it, a few at a
time. What is asked for on the first page meanwhile is done as soon as that can be.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QMessageBox

from kpstudio.app.language import tr
from kpstudio.ui.main_window import MainWindow

_LOADED = "kpstudio.ui.window_setup"


class Startup(QObject):
    """Furnishes a window that is in view already.

    Signals:
        done: all of it is there.
    """

    done = Signal()
    _loaded = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._steps: Iterator[None] = iter(())
        self._wish: tuple[SignalInstance, tuple[object, ...]] | None = None
        wishes = (*window.welcome.wishes, window.header.chosen)
        self._slots = [(wish, partial(self._keep, wish)) for wish in wishes]
        for wish, slot in self._slots:
            wish.connect(slot)
        self._next = QTimer(self)
        self._next.timeout.connect(self._step)
        self._loaded.connect(self._begin)
        self._loading = threading.Thread(target=self._load, name="loading")

    def start(self) -> None:
        """Load and make all that is missing, from the event loop on."""
        # Not before the first page was painted: the thread would only be in its way.
        QTimer.singleShot(0, self._loading.start)

    def _load(self) -> None:
        try:
            importlib.import_module(_LOADED)
        except Exception as error:
            self._loaded.emit(error)
        else:
            self._loaded.emit(None)

    def _begin(self, error: Exception | None) -> None:
        self._loading.join()
        if error is not None:
            self._give_up(error)
            return
        from kpstudio.ui.window_setup import complete

        self._steps = complete(self._window)
        self._next.start(0)

    def _step(self) -> None:
        try:
            if next(self._steps, self) is not self:
                return
        except Exception as error:
            self._give_up(error)
            return
        self._next.stop()
        for wish, slot in self._slots:
            wish.disconnect(slot)
        if self._window.isHidden():  # closed meanwhile
            self._window.close()
        else:
            self.done.emit()
            self._grant()
        self.deleteLater()

    def _give_up(self, error: Exception) -> None:
        """End the program, which cannot go on with half a window."""
        self._next.stop()
        sys.__excepthook__(type(error), error, error.__traceback__)
        why = f"{type(error).__name__}: {error}"
        QMessageBox.critical(self._window, "kpstudio", tr("kpstudio cannot start. {why}", why=why))
        QCoreApplication.exit(1)

    def _keep(self, wish: SignalInstance, *given: object) -> None:
        self._wish = wish, given
        self._window.status.say(tr("One moment: the program is still loading"))

    def _grant(self) -> None:
        if self._wish is not None:
            wish, given = self._wish
            self._window.status.say("")
            wish.emit(*given)
