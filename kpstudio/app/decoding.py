"""Decoding off the window's thread: what is wanted most comes first, what is not is dropped."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from kpstudio.app.language import tr, translated
from kpstudio.core.errors import Cancelled, InputError

THREADS = max(2, min(4, (os.cpu_count() or 2) - 1))


@dataclass(frozen=True)
class Request:
    """Something to decode.

    Attributes:
        key: Tells requests apart; two of the same key are the same.
        decode: Makes the result on some thread. It may ask its argument now and then whether the
            request was dropped, and raise `Cancelled`; what an `InputError` says is handed on.
    """

    key: Hashable
    decode: Callable[[Callable[[], bool]], object]


@dataclass(eq=False)
class _Run:
    request: Request
    dropped: threading.Event = field(default_factory=threading.Event)


class _Worker(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


class Decoder(QObject):
    """A few threads and one list of requests, which may be changed at any time.

    Signals:
        decoded: (key, result or None, why it failed or ""), on the window's thread. Nothing follows
            for a request that was dropped.
    """

    decoded = Signal(object, object, str)
    _ended = Signal(object, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: OrderedDict[Hashable, Request] = OrderedDict()
        self._running: dict[Hashable, _Run] = {}
        self._workers = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._ended.connect(self._take, Qt.ConnectionType.QueuedConnection)
        # What is asked for after the last shutdown must not tell one who is gone.
        self._gone = threading.Event()
        self.destroyed.connect(partial(_let_go, self._gone, self._pool))

    @property
    def waiting(self) -> int:
        """How many requests have not been begun."""
        return len(self._waiting)

    def want(self, requests: Iterable[Request]) -> None:
        """Decode these, the first one first, and drop all others."""
        with self._lock:
            wanted = OrderedDict((request.key, request) for request in requests)
            for key in [key for key in self._running if key not in wanted]:
                self._running.pop(key).dropped.set()
            for key in self._running:
                del wanted[key]
            self._waiting = wanted
        self._start()

    def add(self, request: Request) -> None:
        """Decode this after all that waits."""
        with self._lock:
            if request.key in self._running or request.key in self._waiting:
                return
            self._waiting[request.key] = request
        self._start()

    def drop_waiting(self) -> bool:
        """Drop what has not been begun, and return whether there was any."""
        with self._lock:
            dropped = bool(self._waiting)
            self._waiting.clear()
        return dropped

    def shutdown(self) -> None:
        """Drop everything and wait for the threads."""
        self.want(())
        self._pool.waitForDone()

    def _start(self) -> None:
        with self._lock:
            lacking = min(len(self._waiting), THREADS - self._workers)
            self._workers += lacking
        for _ in range(lacking):
            self._pool.start(_Worker(self._work))

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting or self._gone.is_set():
                    self._workers -= 1
                    return
                key, request = self._waiting.popitem(last=False)
                run = self._running[key] = _Run(request)
            result, error = _decode(run)
            if not (run.dropped.is_set() or self._gone.is_set()):
                self._ended.emit(run, result, error)

    @Slot(object, object, str)
    def _take(self, run: _Run, result: object, error: str) -> None:
        with self._lock:
            # It is running until it is taken, so that nobody asks for it twice.
            if self._running.get(run.request.key) is not run:
                return
            del self._running[run.request.key]
        self.decoded.emit(run.request.key, result, error)


def _let_go(gone: threading.Event, pool: QThreadPool, *_: object) -> None:
    gone.set()
    pool.waitForDone()


def _decode(run: _Run) -> tuple[object, str]:
    try:
        return run.request.decode(run.dropped.is_set), ""
    except Cancelled:
        run.dropped.set()
        return None, ""
    except InputError as error:
        return None, translated(error)
    except Exception as error:  # a decoder may fail in ways of its own: the picture is at fault
        return None, tr("{key}: cannot be decoded ({error})", key=run.request.key, error=error)
