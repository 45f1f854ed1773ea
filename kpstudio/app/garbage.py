"""Objects that hold each other are collected by the window's own loop, and nowhere else.

Python looks for them wherever something is allocated. In a job's thread it would delete parts of
the window there. In the window's it may do so while Qt disconnects a signal, under a lock that the
end of any `QObject` takes as well, and the window would wait for itself for ever: PySide looks in
Python for `disconnectNotify`, which Qt calls with that lock held (so its documentation).
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:  # the first page must not wait for what it needs
    from kpstudio.app.run_book import RunBook
    from kpstudio.app.session import Session

_EVERY_MS = 250
_ALL_AFTER_S = 300.0
"""How often all generations are looked through: in a very large folder that takes a second."""


class Collector(QObject):
    """Collects by a timer as long as it runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Let nothing else collect from now on."""
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._looked_through = time.monotonic()
        self._just_opened = self._just_read = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect as it did before."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python itself counts."""
        if self._just_opened:
            self._just_opened = False
            self.set_apart()
            return
        if self._just_read:
            self._just_read = False
            gc.collect(1)
            gc.freeze()
            return
        counts, limits = gc.get_count(), gc.get_threshold()
        now = time.monotonic()
        if counts[2] > limits[2] and now - self._looked_through > _ALL_AFTER_S:
            self._looked_through = now
            gc.collect()
        elif counts[1] > limits[1]:
            gc.collect(1)
        elif counts[0] > limits[0]:
            gc.collect(0)

    def follow(self, session: Session, runs: RunBook) -> None:
        """Set apart what has been opened, and read of a run, once the window has shown it."""
        session.opened.connect(self._opened)
        runs.run_changed.connect(self._read)

    def _opened(self) -> None:
        self._just_opened = True

    def _read(self) -> None:
        self._just_read = True

    def set_apart(self) -> None:
        """Look no more at what is there now, until the next time: many faces take long.

        A face that goes away goes as before; what of it all comes to hold each other, later, waits.
        """
        gc.unfreeze()
        gc.collect()
        gc.freeze()
