"""What very many faces come to is worked out behind the window, which shows the last answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobRunner
from kpstudio.core.errors import Cancelled
from kpstudio.core.progress import Progress, unwatched

FEW = 1000
"""What so many faces come to is worked out at once, in about a twentieth of a second."""
_TOLD_AFTER_S = 0.5
_PORTION = 2000

Answer = TypeVar("Answer")
Item = TypeVar("Item")


class _Question(NamedTuple):
    work: Callable[[Progress], Any]
    take: Callable[[Any], None]
    about: Hashable


class Behind(QObject):
    """Answers one question after another: of those that come meanwhile only the last.

    What is being worked out is not given up for a newer question about the same: while a point is
    dragged, or faces are predicted, there would never be an answer.

    Signals:
        progressed: (done, total) of what takes long; (0, 0) at its end.
        cancelled: a person did not want to wait.
        failed: one sentence for the person.
    """

    progressed = Signal(int, int)
    cancelled = Signal()
    failed = Signal(str)

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._asked: _Question | None = None
        self._next: _Question | None = None
        self._begun = 0.0

    @property
    def busy(self) -> bool:
        """Whether an answer is to come."""
        return self._job is not None

    def work_out(
        self,
        work: Callable[[Progress], Answer],
        take: Callable[[Answer], None],
        faces: int,
        about: Hashable = None,
    ) -> None:
        """Have ``take`` called with what ``work`` returns: of few faces now, of many later.

        Args:
            work: Tells how far it is, and can be stopped; it keeps its hands off the window.
            take: Gets the answer in the window's thread.
            faces: How many are to be gone through.
            about: What nobody waits for any more once something is asked about another: a run.
        """
        if self._asked is not None and self._asked.about != about:
            self.stop()
        if self._job is not None:
            self._next = _Question(work, take, about)
        elif faces <= FEW:
            take(work(unwatched))
        else:
            self._start(_Question(work, take, about))

    def _start(self, question: _Question) -> None:
        self._asked, self._begun = question, time.monotonic()
        job = self._jobs.job(lambda handle: question.work(handle.progress))
        job.reported.connect(self._reported)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        self._job = job
        job.start()

    def stop(self) -> None:
        """Answer nothing that was asked so far."""
        self._next = None
        if self._job is not None:
            self._job.cancel()
            self._rest()

    def cancel(self) -> None:
        """Stop, as a person wishes."""
        if self._job is not None:
            self.stop()
            self.cancelled.emit()

    def _rest(self) -> None:
        self._job = self._asked = None
        self.progressed.emit(0, 0)

    def _reported(self, reports: list[tuple[int, int]]) -> None:
        if self.sender() is self._job and time.monotonic() - self._begun > _TOLD_AFTER_S:
            self.progressed.emit(*reports[-1])

    def _finished(self, answer: Any) -> None:
        if self.sender() is self._job and self._asked is not None:
            self._asked.take(answer)

    def _failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self.failed.emit(sentence(error))

    def _ended(self) -> None:
        if self.sender() is self._job:
            following, self._next = self._next, None
            self._rest()
            if following is not None:
                self._start(following)


def in_portions(
    items: Sequence[Item], progress: Progress, before: int = 0, total: int = 0
) -> Iterator[Sequence[Item]]:
    """Yield all of ``items``, some at a time, telling how far that is.

    Args:
        items: What to go through.
        progress: Told of it.
        before: How many others are done.
        total: All that is to be gone through; that many as these by default.

    Raises:
        Cancelled: If ``progress`` says so.
    """
    for start in range(0, len(items), _PORTION):
        if not progress(before + start, total or len(items)):
            raise Cancelled("it was cancelled")
        yield items[start : start + _PORTION]
