"""Reading and measuring what a run has predicted: of few at once, of many behind the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import translated
from kpstudio.app.prediction_errors import Measured
from kpstudio.app.session import Session
from kpstudio.app.undo import passing
from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import Landmarks
from kpstudio.store.history import Passed
from kpstudio.store.predictions import read_predictions

FEW = 500
"""So many predictions are read at once, in less than a tenth of a second."""

Found = dict[str, Landmarks]
Measurer = Callable[[], Callable[[Mapping[str, Landmarks], Passed], Measured]]
Take = Callable[[Found, Measured | None], None]
Fail = Callable[[str], None]


class PredictionReader(QObject):
    """Reads the stored predictions of one run at a time.

    Signals:
        progressed: (done, total) while a run is read behind the window; (0, 0) at the end.
    """

    progressed = Signal(int, int)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._run = ""
        self._take: Take | None = None
        self._fail: Fail | None = None

    @property
    def run(self) -> str:
        """The run that is being read behind the window, or ""."""
        return self._run

    def read(self, run: str, take: Take, fail: Fail, measurer: Measurer) -> None:
        """Read the predictions of ``run``, and no longer those of another.

        Args:
            run: Its name.
            take: Gets the predictions, by face id; those of other points than the folder's are left
                out. Gets their errors, too, where they were read behind the window.
            fail: Gets a sentence where they cannot be read.
            measurer: Returns what measures the errors on any thread.
        """
        self.cancel()
        project = self._session.project
        assert project is not None
        try:
            many = project.has_more_predictions(run, FEW)
            found = {} if many else project.predictions(run)
        except InputError as error:
            fail(translated(error))
            return
        if many:
            self._read_behind(project.location, run, measurer)
            self._take, self._fail = take, fail
        else:
            take(_fitting(found, self._count), None)

    @property
    def _count(self) -> int:
        return self._session.labels.scheme.count

    def _read_behind(self, location: Path, run: str, measurer: Measurer) -> None:
        count, measure = self._count, measurer()

        def work(handle: JobHandle) -> tuple[int, Found, Measured]:
            found = _fitting(read_predictions(location, run, handle.progress), count)
            return (
                count,
                found,
                measure(found, passing(lambda *_: not handle.cancelled, 0, len(found))),
            )

        job = self._session.jobs.job(work)
        job.reported.connect(self._reported)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        self._job, self._run = job, run
        job.start()

    def cancel(self) -> None:
        """Read no further; neither of what `read` was given is called any more."""
        if self._job is not None:
            self._job.cancel()
            self._end()

    def _end(self) -> None:
        self._job, self._run, self._take, self._fail = None, "", None, None
        self.progressed.emit(0, 0)

    def _reported(self, reports: list[tuple[int, int]]) -> None:
        if self.sender() is self._job:
            self.progressed.emit(*reports[-1])

    def _finished(self, answer: tuple[int, Found, Measured]) -> None:
        take = self._take
        if self.sender() is self._job and take is not None:
            self._end()
            count, found, measured = answer
            if count != self._count:  # there are other points by now
                found = _fitting(found, self._count)
            take(found, measured)

    def _failed(self, error: Exception) -> None:
        fail = self._fail
        if self.sender() is self._job and fail is not None:
            self._end()
            fail(sentence(error))


def _fitting(found: Found, count: int) -> Found:
    return {face_id: points for face_id, points in found.items() if points.count == count}
