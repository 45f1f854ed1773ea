"""The project's runs, the one in use, its predictions and how far off they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from kpstudio.app.forgetting import Forgetting
from kpstudio.app.language import tr, tr_count, translated
from kpstudio.app.measuring import Measuring
from kpstudio.app.predicting import Predicted
from kpstudio.app.prediction_errors import Measured, PredictionErrors
from kpstudio.app.prediction_queue import PredictionQueue
from kpstudio.app.prediction_reader import PredictionReader
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.core.facts import FaceError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.scheme_map import SchemeMap
from kpstudio.core.texts import say
from kpstudio.store.runs import RunFolder, list_runs
from kpstudio.store.summary import RunSummary
from kpstudio.tasks.predicting import map_to


class RunBook(QObject):
    """Runs and predictions of the open project.

    Attributes:
        measuring: What errors are measured by.
        errors: How far off the predictions are.

    Signals:
        runs_changed: the table of runs is not what it was.
        run_changed: the name of the run whose predictions are shown, or "".
        predictions_changed: tuple of face ids whose prediction changed, or None for all.
        reading_progressed: (done, total) while stored predictions of many faces are read.
        predicting_progressed: (done, total) while faces are being predicted.
        noted: one sentence about the run now in use that is worth knowing.
        failed: one sentence for the person.
    """

    runs_changed = Signal()
    run_changed = Signal(str)
    predictions_changed = Signal(object)
    reading_progressed = Signal(int, int)
    predicting_progressed = Signal(int, int)
    noted = Signal(str)
    failed = Signal(str)
    _missed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.measuring = Measuring(session)
        self._run = ""
        self._to: SchemeMap | None = None
        self._split: dict[str, str] = {}
        self._predictions: dict[str, Landmarks] = {}
        # What is shown of a run in training, or just trained, that has not answered; never stored.
        self._interim: dict[str, Landmarks] = {}
        self._broken_told: set[str] = set()
        self.errors = PredictionErrors(session, self.measuring, self.predictions)
        self._reader = PredictionReader(session, self)
        self._asked_for: list[Face] = []  # while the run that is to predict them is read
        self._queue = PredictionQueue(session, self)
        self._forgetting = Forgetting(session, self)
        self._given_up: frozenset[str] = frozenset()  # until a run is chosen again
        self._live = self._before_live = ""
        # Later, because whoever asks for a run may be in the middle of drawing the table.
        self._missed.connect(self.runs_changed, Qt.ConnectionType.QueuedConnection)
        self._reader.progressed.connect(self.reading_progressed)
        self._queue.progressed.connect(self.predicting_progressed)
        self._queue.predicted.connect(self._predicted)
        self._queue.gave_up.connect(self.failed)
        self._queue.not_kept.connect(self.failed)
        session.opened.connect(self._reopen)
        session.faces_listed.connect(self.errors.forget_gone)
        session.reread.connect(self.predict_missing)
        session.scheme_changed.connect(self._scheme_changed)
        self.measuring.changed.connect(self._measure_anew)
        self.measuring.failed.connect(self.failed)

    # Runs

    @property
    def run(self) -> str:
        """The name of the run in use, or ""."""
        return self._run

    @property
    def coming(self) -> str:
        """The name of the run that is being read to be in use next, or ""."""
        return self._reader.run

    def summaries(self) -> list[RunSummary]:
        """Return every run of the project, oldest first."""
        project = self._session.project
        folders = list_runs(project.runs_folder) if project is not None else []
        return [folder.summary() for folder in folders]

    def folder(self, name: str) -> Path:
        """Return the folder of a run."""
        assert self._session.project is not None
        return self._session.project.runs_folder / name

    def open_run(self, name: str) -> RunFolder:
        """Return a run's files; one that is gone leaves the table.

        Raises:
            InputError: If it is no run, or its folder was taken away.
        """
        folder = self.folder(name)
        if not folder.is_dir():
            self._missed.emit()
            raise InputError(
                tr("{folder} is no longer there: put it back, or choose another run", folder=folder)
            )
        return RunFolder.open(folder)

    @property
    def to(self) -> SchemeMap | None:
        """From the points of the run in use to those of the folder."""
        return self._to

    @property
    def live(self) -> bool:
        """Whether the run in use is still being trained."""
        return bool(self._run) and self._run == self._live

    def use(self, name: str) -> None:
        """Show the predictions of a run, predicting the faces it has not seen yet.

        Those of many faces are read behind the window, which shows what it did until then. A run
        that is still being trained predicts the face in view after each epoch, and the others once
        it is over.
        """
        if self._session.project is None:
            return
        if not name:
            self._show("", {}, {})
            return
        try:
            run = self.open_run(name)
            to = map_to(run, self._session.labels.scheme, "this folder", trained_there=True)
            split = dict.fromkeys(run.split.training, "train")
            split |= dict.fromkeys(run.split.validation, "val")
        except InputError as error:
            self._refuse(translated(error))
            return
        take = partial(self._take_up, run, to, split)
        self._reader.read(name, take, self._refuse, self.errors.measurer)

    def _refuse(self, why: str) -> None:
        self.failed.emit(why)
        self.cancel_reading()

    def cancel_reading(self) -> None:
        """Stay with the run in use."""
        self._reader.cancel()
        self.run_changed.emit(self._run)
        self.predict(self._taken_asked_for())

    def _taken_asked_for(self) -> list[Face]:
        faces, self._asked_for = self._asked_for, []
        return faces

    def _take_up(
        self,
        run: RunFolder,
        to: SchemeMap,
        split: dict[str, str],
        predictions: dict[str, Landmarks],
        measured: Measured | None,
    ) -> None:
        """Use a run whose predictions have been read, and perhaps measured."""
        project, name, asked_for = self._session.project, run.name, self._taken_asked_for()
        assert project is not None
        self._to = to
        self._show(name, predictions, split, measured=measured)
        try:
            if not project.read_only:
                project.set_setting("run", name)
        except InputError as error:
            self.failed.emit(translated(error))
        if not to.identical:
            told, count = len(to.told), self._session.labels.scheme.count
            self.noted.emit(
                tr(
                    "{run} was trained on {scheme}: it predicts {told} of this folder's {count} "
                    "points",
                    run=run.label or name,
                    scheme=run.scheme.name,
                    told=told,
                    count=count,
                )
            )
        self.predict_missing()
        self.predict(asked_for)

    def rename(self, name: str, label: str) -> None:
        """Give a run another name to show."""
        try:
            self._require_writable(say("the run cannot be renamed"))
            self.open_run(name).rename(label)
        except InputError as error:
            self.failed.emit(translated(error))
        self.runs_changed.emit()

    def delete(self, names: list[str]) -> None:
        """Delete runs with their weights and predictions; this cannot be undone."""
        for name in names:
            try:
                self._require_writable(say("the run cannot be deleted"))
                if self.folder(name).is_dir():
                    self.open_run(name).delete()
                if name == self._reader.run:
                    self.cancel_reading()
                if name == self._run:
                    self.use("")
                self._forgetting.forget(name, self.failed.emit)
            except InputError as error:
                self.failed.emit(translated(error))
        self.runs_changed.emit()

    def _require_writable(self, refusal: str) -> None:
        if self._session.project is not None:
            self._session.project.require_writable(refusal)

    def _reopen(self) -> None:
        assert self._session.project is not None
        self._live = self._before_live = ""
        self._broken_told.clear()
        self._show("", {}, {})
        self.runs_changed.emit()
        last = self._session.project.setting("run", "")
        if last and (self._session.project.runs_folder / last).is_dir():
            self.use(last)

    def _show(
        self,
        run: str,
        predictions: dict[str, Landmarks],
        split: dict[str, str],
        interim: Mapping[str, Landmarks] | None = None,
        measured: Measured | None = None,
    ) -> None:
        self._reader.cancel()
        self._asked_for.clear()
        self._queue.stop()
        self._given_up = frozenset()
        if run != self._run:
            self._interim = dict(interim or {})
        self._run = run
        self._predictions = predictions
        self._split = split
        self.errors.forget()
        if measured is not None:
            self.errors.know(measured)
        self.run_changed.emit(run)
        self.predictions_changed.emit(None)

    # Predictions

    def prediction(self, face_id: str) -> Landmarks | None:
        """Return what the run in use predicts of a face, or None."""
        return self._predictions.get(face_id, self._interim.get(face_id))

    def predictions(self, face_ids: Sequence[str]) -> list[Landmarks | None]:
        """Return what `prediction` does of each, in a fraction of the time."""
        return list(map(self._predictions.get, face_ids, map(self._interim.get, face_ids)))

    def split_of(self, face_id: str) -> str:
        """Return "train", "val" or "" for the run in use."""
        return self._split.get(face_id, "")

    def begin_live(self, run: str, split: Mapping[str, str], as_in_use: bool = False) -> None:
        """Show a run that is being trained: its predictions come by `show_live`.

        Args:
            run: Its name.
            split: "train" or "val" by face id.
            as_in_use: Whether it starts as the run in use is, whose predictions are then shown
                until it has its own.
        """
        self._live, self._before_live = run, self._run
        self._to = None
        before = self._predictions if as_in_use else {}
        self._show(run, {}, dict(split), before)

    def show_live(self, predictions: Mapping[str, Landmarks]) -> None:
        """Take fresh predictions from a run being trained."""
        self._take(predictions)

    def end_live(self) -> None:
        """Use the run that was being trained for all faces; one without weights gives way.

        What was shown of it stays until its final weights have answered.
        """
        run, before = self._live, self._before_live
        self._live = self._before_live = ""
        if (self.folder(run) / "best.safetensors").exists():
            if self._run == run:
                self._interim |= self._predictions
            # What it predicted before its last epoch is out of date.
            self._forgetting.forget(run, lambda _: None, partial(self.use, run))
        elif self._run == run:
            self.use(before if before and self.folder(before).is_dir() else "")
        self.runs_changed.emit()

    def error(self, face_id: str) -> FaceError | None:
        """Return how far a face's prediction is off, or None where either is missing."""
        return self.errors.of(face_id)

    @property
    def predicting(self) -> bool:
        """Whether faces are being predicted."""
        return self._queue.busy

    def predict_missing(self) -> None:
        """Predict behind the window every face that the run in use has not, and nobody gave up."""
        if not self.live:
            known = self._predictions.keys() | self._queue.pending | self._given_up
            self._request([face for face in self._session.labels if face.id not in known])

    def predict(self, faces: Sequence[Face]) -> None:
        """Predict ``faces`` with the run in use, in the background, before those that wait."""
        self._broken_told -= {face.picture for face in faces}  # who asks is answered
        if self._reader.run:
            self._asked_for += faces
        else:
            self._request(faces)

    def _request(self, faces: Sequence[Face]) -> None:
        if not faces or not self._run:
            return
        folder = self.folder(self._run)
        if self.live and not (folder / "best.safetensors").exists():
            return  # nothing is learnt yet; the end of the training predicts every face
        self._queue.ask(folder, self._to, faces)

    def cancel_predicting(self) -> None:
        """Predict no further, as a person wishes; what is predicted stays."""
        if self._queue.busy:
            left = self._queue.pending
            self._given_up |= left
            self._queue.stop()
            self.noted.emit(
                tr_count(
                    "Prediction was cancelled: 1 face is left. Choose the run again to continue.",
                    "Prediction was cancelled: {count:,} faces are left. Choose the run again to "
                    "continue.",
                    len(left),
                )
            )

    def _predicted(self, result: Predicted) -> None:
        self._take(result.points)
        problems = [each for each in result.problems if each.where not in self._broken_told]
        if problems:
            self._broken_told |= {problem.where for problem in problems}
            more = tr(" (and {count} more)", count=len(problems) - 1) if problems[1:] else ""
            self.failed.emit(f"{translated(problems[0])}{more}")

    def _take(self, predictions: Mapping[str, Landmarks]) -> None:
        self._predictions.update(predictions)
        self.predictions_changed.emit(tuple(predictions))

    def _scheme_changed(self) -> None:
        count, run = self._session.labels.scheme.count, self._reader.run or self._run
        asked_for = self._taken_asked_for()
        if self.live or self._to is None or len(self._to.parts) == count:
            self._measure_anew()
        else:
            self._show("", {}, {})  # what it predicted has another number of points
        if run != self._run:
            self.use(run)
        self.predict(asked_for)

    def _measure_anew(self) -> None:
        self.errors.measure_anew()
        self.predictions_changed.emit(None)
