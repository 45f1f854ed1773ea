"""Pause, resume and stop a training from another thread. Imports no torch."""

from __future__ import annotations

import threading
import time


class Control:
    """The switch of one training; every method may be called from any thread."""

    def __init__(self) -> None:
        """Make a switch that lets the training run."""
        self._going = threading.Event()
        self._going.set()
        self._stopped = threading.Event()
        self._paused_seconds = 0.0

    def pause(self) -> None:
        """Hold the training before its next step; a stopped one stays stopped."""
        if not self._stopped.is_set():
            self._going.clear()

    def resume(self) -> None:
        """Let a paused training go on."""
        self._going.set()

    def stop(self) -> None:
        """End the training before its next step, also when it is paused."""
        self._stopped.set()
        self._going.set()

    @property
    def paused(self) -> bool:
        """Whether the training is held."""
        return not self._going.is_set()

    @property
    def stopped(self) -> bool:
        """Whether the training was told to end."""
        return self._stopped.is_set()

    @property
    def paused_seconds(self) -> float:
        """How long the training has been held, all pauses together."""
        return self._paused_seconds

    def wait(self) -> bool:
        """Sleep while paused; return whether to go on. Called by the training."""
        if self.paused and not self.stopped:
            begun = time.perf_counter()
            self._going.wait()
            self._paused_seconds += time.perf_counter() - begun
        return not self.stopped
