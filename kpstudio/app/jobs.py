"""Work off the window's thread: one function, one thread, its reports drained by a timer."""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from kpstudio.app.memory import give_back
from kpstudio.core.errors import Cancelled

log = logging.getLogger(__name__)

GIVES_WAY = 5
"""How much nicer a job is than the window: a training takes all cores that it can get."""

DRAIN_MS = 50
"""How often reports reach the window: thousands of signals a second would freeze it."""


class JobHandle:
    """What a job's function sees of its job; safe to use from the job's thread."""

    def __init__(self) -> None:
        self._reports: queue.Queue[Any] = queue.Queue(maxsize=2000)
        self._cancelled = threading.Event()
        self._on_cancel: Callable[[], None] | None = None

    @property
    def cancelled(self) -> bool:
        """Whether the job should end soon."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the function to end soon."""
        self._cancelled.set()
        if self._on_cancel is not None:
            self._on_cancel()

    def progress(self, done: int, total: int) -> bool:
        """Tell the window how far it is; return whether to go on."""
        self.report((done, total))
        return not self.cancelled

    def on_cancel(self, call: Callable[[], None]) -> None:
        """Have ``call`` called when the job is cancelled, at once if it already is."""
        self._on_cancel = call
        if self.cancelled:
            call()

    def report(self, value: Any) -> None:
        """Send ``value`` to the window's thread; waits while the window is far behind."""
        while True:
            try:
                # A cancelled job must not wait: nobody may be left to drain.
                return self._reports.put(value, timeout=0 if self.cancelled else 0.1)
            except queue.Full:
                if self.cancelled:
                    return None

    def drain(self) -> list[Any]:
        """Return the reports that wait, oldest first."""
        reports = []
        while True:
            try:
                reports.append(self._reports.get_nowait())
            except queue.Empty:
                return reports


class _Worker(QObject):
    ended = Signal(object, object)

    def __init__(self, function: Callable[[JobHandle], Any], handle: JobHandle) -> None:
        super().__init__()
        self._function = function
        self._handle = handle

    @Slot()
    def run(self) -> None:
        _give_way()
        result, error = None, None
        try:
            result = self._function(self._handle)
        except Exception as raised:  # the one place where a job's errors are caught
            error = raised
        give_back()
        self.ended.emit(result, error)


def _give_way() -> None:
    """Let the window's thread go before this one, and before the threads that this one starts.

    On Linux, unlike what POSIX says, each thread has a nice value, which its own threads inherit
    (`sched(7)`); there Qt's priorities of threads do nothing, and elsewhere they do this.
    """
    if sys.platform == "linux":
        own = threading.get_native_id()
        with contextlib.suppress(OSError):
            before = os.getpriority(os.PRIO_PROCESS, own)
            os.setpriority(os.PRIO_PROCESS, own, before + GIVES_WAY)


class Job(QObject):
    """One running function.

    Signals:
        reported: list of what the function reported since the last time.
        finished: its return value.
        failed: the exception it raised; not `Cancelled`, which was asked for.
        ended: after either of these, and always unless it was abandoned.

    Attributes:
        abandoned: Whether the window has closed over it: no signal follows.
    """

    reported = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        function: Callable[[JobHandle], Any],
        parent: QObject,
        drain_ms: int = DRAIN_MS,
        alone: Sequence[Job] = (),
    ) -> None:
        super().__init__(parent)
        self.handle = JobHandle()
        self._alone = alone
        self.running = False
        self.abandoned = False
        self._thread = QThread(self)
        self._worker = _Worker(function, self.handle)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.run)
        self._worker.ended.connect(self._end)
        self._timer = QTimer(self)
        self._timer.setInterval(drain_ms)
        self._timer.timeout.connect(self._drain)

    def start(self) -> None:
        """Begin, on the job's own thread."""
        self.running = True
        self._thread.start(QThread.Priority.LowPriority)
        self._timer.start()

    def cancel(self) -> None:
        """Ask it to end soon; `ended` still follows."""
        self.handle.cancel()

    def abandon(self) -> None:
        """End it now, waiting for the function, without any further signal."""
        self.abandoned = True
        self.cancel()
        self._join()

    @property
    def _hushed(self) -> bool:
        return bool(self._alone) and self not in self._alone

    def _drain(self) -> None:
        reports = [] if self._hushed else self.handle.drain()
        if reports and not self.abandoned:
            self.reported.emit(reports)

    @Slot(object, object)
    def _end(self, result: object, error: Exception | None) -> None:
        if not self.running:
            return
        if self._hushed:
            QTimer.singleShot(DRAIN_MS, self, partial(self._end, result, error))
            return
        self._drain()
        self._join()
        if error is None:
            self.finished.emit(result)
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)
        self.ended.emit()

    def _join(self) -> None:
        # quit before wait: a queued quit would never be handled while this thread waits.
        self._timer.stop()
        self._thread.quit()
        self._thread.wait()
        self.running = False


class JobRunner(QObject):
    """Starts jobs and sees that none outlives the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: set[Job] = set()
        self._alone: list[Job] = []
        # What was started after the last shutdown would still run when Qt deletes its thread, and
        # Qt ends the program then.
        self.destroyed.connect(partial(_abandon, self._jobs))

    def job(self, function: Callable[[JobHandle], Any], drain_ms: int = DRAIN_MS) -> Job:
        """Make a job; connect its signals, then start it.

        Args:
            function: What it does, on its own thread.
            drain_ms: How often its reports are handed on; the last ones come at its end.
        """
        job = Job(function, self, drain_ms, self._alone)
        self._jobs.add(job)
        job.ended.connect(self._forget)
        return job

    @contextlib.contextmanager
    def alone(self, job: Job) -> Iterator[None]:
        """Hear of no other job meanwhile: it reports, and ends, afterwards."""
        self._alone.append(job)
        try:
            yield
        finally:
            self._alone.remove(job)

    @Slot()
    def _forget(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._jobs.discard(job)
            job.deleteLater()

    def shutdown(self) -> None:
        """Cancel every job and wait for its thread."""
        for job in tuple(self._jobs):
            job.abandon()
            self._jobs.discard(job)
            job.deleteLater()


def _abandon(jobs: set[Job], *_: object) -> None:
    for job in tuple(jobs):
        job.abandon()
    jobs.clear()
