"""Faces that a run is to predict, portion by portion behind the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job
from kpstudio.app.language import translated
from kpstudio.app.predicting import PORTION, Predicted, predicting_job
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.scheme_map import SchemeMap


class PredictionQueue(QObject):
    """Predicts what it is asked for with one run at a time, and keeps the answers in the project.

    Signals:
        progressed: (done, total) while faces are being predicted; (0, 0) at the end.
        predicted: `Predicted` of a portion, and the ids of its faces.
        portion_ended: a portion is over, well or not.
        gave_up: why nothing that waits will be predicted, in one sentence.
        not_kept: why a portion could not be written down, in one sentence; it was predicted.
    """

    progressed = Signal(int, int)
    predicted = Signal(object, object)
    portion_ended = Signal()
    gave_up = Signal(str)
    not_kept = Signal(str)

    def __init__(
        self, session: Session, parent: QObject, may_begin: Callable[[], bool] = lambda: True
    ) -> None:
        """Make an empty queue.

        Args:
            session: Of the open folder.
            parent: The owner.
            may_begin: Whether the next portion may be; else `go_on` is to be called later.
        """
        super().__init__(parent)
        self._session, self._may_begin = session, may_begin
        self._run = Path()
        self._to: SchemeMap | None = None
        self._waiting: dict[str, Face] = {}
        self._portion: tuple[str, ...] = ()
        self._job: Job | None = None
        self._answered = 0

    @property
    def busy(self) -> bool:
        """Whether faces are being predicted."""
        return self._job is not None

    @property
    def pending(self) -> frozenset[str]:
        """The ids of all faces that wait or are being predicted."""
        return frozenset((*self._waiting, *self._portion))

    def ask(self, run: Path, to: SchemeMap | None, faces: Sequence[Face]) -> None:
        """Predict ``faces`` before those that wait.

        Args:
            run: The folder of the run; of another one than before only after `stop`.
            to: From the points of the run to those of the folder.
            faces: Those to predict.
        """
        self._run, self._to = run, to
        first = {face.id: face for face in faces}
        self._waiting = first | {i: face for i, face in self._waiting.items() if i not in first}
        self.go_on()

    def forget_waiting(self) -> None:
        """Predict no more than what is under way."""
        self._waiting.clear()

    def stop(self) -> None:
        """Predict nothing of what was asked for any more."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
            self._end()

    def go_on(self) -> None:
        """Begin the next portion, if there is one and it may be."""
        if self._job is None and self._waiting and self._may_begin():
            self._begin()

    def _begin(self) -> None:
        current = self._session.current
        in_view = self._waiting.get(current.id) if current is not None else None
        # Who waits for the face in view does not wait for others.
        faces = [in_view] if in_view is not None else list(self._waiting.values())[:PORTION]
        self._portion = tuple(face.id for face in faces)
        for face_id in self._portion:
            del self._waiting[face_id]
        self._job = job = predicting_job(self._session, self._run, faces, self._to)
        job.reported.connect(self._reported)
        job.finished.connect(self._answer)
        job.failed.connect(self._job_failed)
        job.ended.connect(self._portion_over)
        job.start()

    def _reported(self, reports: list[int]) -> None:
        if self.sender() is self._job:
            total = self._answered + len(self._portion) + len(self._waiting)
            self.progressed.emit(self._answered + reports[-1], total)

    def _answer(self, result: Predicted) -> None:
        project = self._session.project
        if self.sender() is not self._job or project is None:
            return  # another run or folder was chosen meanwhile
        self._answered += len(self._portion)
        try:
            if not project.read_only:
                project.keep_predictions(self._run.name, result.texts)
        except InputError as error:
            self.not_kept.emit(translated(error))
        self.predicted.emit(result, self._portion)

    def _job_failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._waiting.clear()  # the next portion would fail alike
            self.gave_up.emit(sentence(error))

    def _portion_over(self) -> None:
        if self.sender() is not self._job:
            return
        self._job, self._portion = None, ()
        if self._session.project is not None:
            self.go_on()
        if self._job is None:
            self._end()
        self.portion_ended.emit()

    def _end(self) -> None:
        self._job, self._portion, self._answered = None, (), 0
        self.progressed.emit(0, 0)
