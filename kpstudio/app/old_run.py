"""The run that the one in use is compared with: which one it is, and what it predicts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpstudio.app.jobs import Job
from kpstudio.app.predicting import PORTION, Predicted, predicting_job
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session, sentence
from kpstudio.core.comparing import Comparison, compare
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.scheme_map import SchemeMap
from kpstudio.store.runs import RunFolder, list_runs
from kpstudio.tasks.predicting import map_to


class OldRun(QObject):
    """Another run of the project, whose predictions stand beside those of the run in use.

    A run that was started from another one's weights is compared with that; any other with the run
    that a person chose last.

    Signals:
        changed: another run is compared with, or none.
        predicted: more of its predictions are known.
        predicting_progressed: (done, total) while faces are being predicted; (0, 0) at the end.
        failed: one sentence for the person.
    """

    changed = Signal()
    predicted = Signal()
    predicting_progressed = Signal(int, int)
    failed = Signal(str)

    def __init__(self, session: Session, runs: RunBook) -> None:
        super().__init__(session)
        self._session, self._runs = session, runs
        self._name = self._chosen = self._new = ""
        self._settled = True
        self._to: SchemeMap | None = None
        self._why_not = ""
        self._predictions: dict[str, Landmarks] = {}
        self._hopeless: set[str] = set()  # faces that could not be predicted
        self._waiting: dict[str, Face] = {}
        self._portion: list[Face] = []
        self._job: Job | None = None
        self._answered = 0
        self._cancelled = False
        session.opened.connect(self._opened)
        session.scheme_changed.connect(lambda: self._take(self._name))
        runs.run_changed.connect(self._run_changed)
        runs.runs_changed.connect(self._runs_changed)
        runs.predicting_progressed.connect(self._go_on)

    # Which run

    @property
    def name(self) -> str:
        """The run that is compared with, or ""."""
        return self._name

    @property
    def why_not(self) -> str:
        """One sentence on why it cannot be compared with, or ""."""
        return self._why_not

    def choices(self) -> list[RunFolder]:
        """Return the trained runs that can be compared with the one in use, newest first."""
        project = self._session.project
        runs = list_runs(project.runs_folder) if project is not None else []
        return [
            run
            for run in reversed(runs)
            if run.name != self._runs.run
            and (run.path / "best.safetensors").is_file()
            and run.effective_state != "running"
        ]

    def choose(self, name: str) -> None:
        """Compare with a run, as a person wishes; "" for none."""
        self._chosen = name
        self._take(name)

    def _opened(self) -> None:
        self._chosen = ""
        self._choose_by_itself()

    def _run_changed(self, run: str) -> None:
        if run != self._new:
            self._new = run
            self._choose_by_itself()

    def _choose_by_itself(self) -> None:
        """Compare with the run that the one in use was started from, where there is one."""
        start = self._started_from(self._new)
        self._settled = start is not None
        self._take(start or (self._chosen if self._chosen != self._new else ""))

    def _started_from(self, run: str) -> str | None:
        """Return the run of this project that one was started from, or ""; None where unknown."""
        if not run:
            return ""
        folder = self._runs.folder(run)
        try:
            start = Path(str(RunFolder.open(folder).config.get("start", "")))
        except InputError:  # it is just being begun
            return None
        same_project = start.parent == folder.parent
        return start.name if same_project and start.is_dir() else ""

    def _runs_changed(self) -> None:
        if not self._settled:
            self._choose_by_itself()
        elif self._name and not self._runs.folder(self._name).is_dir():
            self.choose("")
        else:
            self.changed.emit()  # there may be others to choose from

    def _take(self, name: str) -> None:
        self._stop()
        self._cancelled = False
        self._name, self._why_not, self._to = name, "", None
        self._predictions, self._hopeless = {}, set()
        if name:
            try:
                self._read(name)
            except InputError as error:
                self._why_not = str(error)
        self.changed.emit()

    def _read(self, name: str) -> None:
        project, scheme = self._session.project, self._session.labels.scheme
        assert project is not None
        run = self._runs.open_run(name)
        self._to = map_to(run, scheme, "this folder", trained_there=True)
        known = project.predictions(name).items()
        self._predictions = {i: points for i, points in known if points.count == scheme.count}

    # Comparing

    def compare(self, faces: Sequence[Face]) -> Comparison:
        """Compare the run in use with this one on those of ``faces`` that both have predicted."""
        shown = {face.id: self._runs.prediction(face.id) for face in faces}
        # Until a run has answered for itself, those of the run before it are shown.
        new = {i: p for i, p in shown.items() if p is not None and p.run == self._runs.run}
        scheme, yardstick = self._session.labels.scheme, self._runs.measuring.yardstick
        return compare(faces, self._predictions, new, scheme, yardstick)

    def missing(self, faces: Sequence[Face]) -> list[Face]:
        """Return those of ``faces`` that it has yet to predict."""
        if not self._name or self._why_not:
            return []
        known = self._predictions.keys() | self._hopeless
        return [face for face in faces if face.id not in known]

    # Predicting

    def predict_missing(self, faces: Sequence[Face]) -> None:
        """Predict those of ``faces`` that it has not seen, once the run in use is done with its.

        Others that were asked for before are no longer waited for. Once a person cancelled it,
        nothing more is predicted until another run is chosen.
        """
        if self._cancelled:
            return
        under_way = {face.id for face in self._portion}
        self._waiting = {f.id: f for f in self.missing(faces) if f.id not in under_way}
        self._go_on()

    @property
    def predicting(self) -> bool:
        """Whether more of its predictions are to come."""
        return self._job is not None or bool(self._waiting)

    def cancel(self) -> None:
        """Predict no further, as a person wishes."""
        self._cancelled = True
        self._stop()
        self.predicted.emit()

    def _stop(self) -> None:
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
            self._end()

    def _go_on(self, *_: object) -> None:
        if self._job is None and self._waiting and not self._runs.predicting:
            self._predict_next()

    def _predict_next(self) -> None:
        portion = list(self._waiting.values())[:PORTION]
        for face in portion:
            del self._waiting[face.id]
        job = predicting_job(self._session, self._runs.folder(self._name), portion, self._to)
        job.reported.connect(self._reported)
        job.finished.connect(self._answer)
        job.failed.connect(self._job_failed)
        job.ended.connect(self._portion_ended)
        self._job, self._portion = job, portion
        job.start()

    def _reported(self, reports: list[int]) -> None:
        if self.sender() is self._job:
            total = self._answered + len(self._portion) + len(self._waiting)
            self.predicting_progressed.emit(self._answered + reports[-1], total)

    def _answer(self, result: Predicted) -> None:
        project = self._session.project
        if self.sender() is not self._job or project is None:
            return  # another run or folder was chosen meanwhile
        predictions, _ = result  # what cannot be predicted is told by the run in use
        try:
            project.save_predictions(self._name, predictions)
        except InputError as error:
            self.failed.emit(str(error))
        self._predictions.update(predictions)
        self._hopeless |= {face.id for face in self._portion} - predictions.keys()
        self._answered += len(self._portion)

    def _job_failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._waiting.clear()  # the next portion would fail alike
            self._why_not = sentence(error)

    def _portion_ended(self) -> None:
        if self.sender() is not self._job:
            return
        self._job, self._portion = None, []
        self._go_on()
        if self._job is None:
            self._end()
        self.predicted.emit()

    def _end(self) -> None:
        self._job, self._portion, self._answered = None, [], 0
        self.predicting_progressed.emit(0, 0)
