"""Reading what a run has predicted: of few faces at once, of many behind the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import translated
from kpstudio.app.session import Session, sentence
from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import Landmarks
from kpstudio.store.predictions import read_predictions

FEW = 500
"""So many predictions are read at once, in less than a tenth of a second."""

Take = Callable[[dict[str, Landmarks]], None]
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

    def read(self, run: str, take: Take, fail: Fail) -> None:
        """Read the predictions of ``run``, and no longer those of another.

        Args:
            run: Its name.
            take: Gets the predictions, by face id; those of other points than the folder's are left
                out.
            fail: Gets a sentence where they cannot be read.
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
            self._read_behind(project.location, run)
            self._take, self._fail = take, fail
        else:
            take(self._fitting(found))

    def _read_behind(self, location: Path, run: str) -> None:
        def work(handle: JobHandle) -> dict[str, Landmarks]:
            def progress(done: int, total: int) -> bool:
                handle.report((done, total))
                return not handle.cancelled

            return read_predictions(location, run, progress)

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

    def _finished(self, found: dict[str, Landmarks]) -> None:
        take = self._take
        if self.sender() is self._job and take is not None:
            self._end()
            take(self._fitting(found))

    def _failed(self, error: Exception) -> None:
        fail = self._fail
        if self.sender() is self._job and fail is not None:
            self._end()
            fail(sentence(error))

    def _fitting(self, found: dict[str, Landmarks]) -> dict[str, Landmarks]:
        count = self._session.labels.scheme.count
        return {face_id: points for face_id, points in found.items() if points.count == count}
