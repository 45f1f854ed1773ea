"""The project's runs, the one in use, its predictions and how far off they are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.session import Session, sentence
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.metrics import nme, point_errors
from kpstudio.store.runs import RunFolder, list_runs
from kpstudio.store.summary import RunSummary


@dataclass(frozen=True)
class FaceError:
    """How far the prediction of one face lies from its points.

    Attributes:
        pixels: Mean distance over the points both have, in image pixels.
        nme: The same over the scheme's normaliser, as a fraction.
    """

    pixels: float
    nme: float


class RunBook(QObject):
    """Runs and predictions of the open project.

    Signals:
        runs_changed: the table of runs is not what it was.
        run_changed: the name of the run whose predictions are shown, or "".
        predictions_changed: tuple of face ids whose prediction changed, or None for all.
        predicting_progressed: (done, total) while faces are being predicted.
        failed: one sentence for the person.
    """

    runs_changed = Signal()
    run_changed = Signal(str)
    predictions_changed = Signal(object)
    predicting_progressed = Signal(int, int)
    failed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._run = ""
        self._split: dict[str, str] = {}
        self._predictions: dict[str, Landmarks] = {}
        self._errors: dict[str, FaceError | None] = {}
        self._job: Job | None = None
        session.opened.connect(self._reopen)
        session.faces_changed.connect(self._forget_errors)

    # Runs

    @property
    def run(self) -> str:
        """The name of the run in use, or ""."""
        return self._run

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
        """Return a run's files.

        Raises:
            InputError: If it is no run.
        """
        return RunFolder.open(self.folder(name))

    def use(self, name: str) -> None:
        """Show the predictions of a run, predicting the faces it has not seen yet."""
        project = self._session.project
        if project is None:
            return
        if not name:
            self._show("", {}, {})
            return
        try:
            run = self.open_run(name)
            if run.scheme.points != self._session.labels.scheme.points:
                raise InputError(
                    f"{run.label or name} predicts the scheme {run.scheme.name}, this folder has "
                    f"{self._session.labels.scheme.name}: choose a run trained on this scheme"
                )
            split = dict.fromkeys(run.split.training, "train")
            split |= dict.fromkeys(run.split.validation, "val")
            self._show(name, project.predictions(name), split)
        except InputError as error:
            self.failed.emit(str(error))
            return
        project.set_setting("run", name)
        self.predict_missing()

    def rename(self, name: str, label: str) -> None:
        """Give a run another name to show."""
        try:
            self.open_run(name).rename(label)
        except InputError as error:
            self.failed.emit(str(error))
        self.runs_changed.emit()

    def delete(self, names: list[str]) -> None:
        """Delete runs with their weights and predictions; this cannot be undone."""
        for name in names:
            try:
                self.open_run(name).delete()
                if self._session.project is not None:
                    self._session.project.delete_predictions(name)
            except InputError as error:
                self.failed.emit(str(error))
        if self._run in names:
            self.use("")
        self.runs_changed.emit()

    def _reopen(self) -> None:
        if self._job is not None:
            self._job.cancel()
        assert self._session.project is not None
        self._show("", {}, {})
        self.runs_changed.emit()
        last = self._session.project.setting("run", "")
        if last and (self._session.project.runs_folder / last).is_dir():
            self.use(last)

    def _show(self, run: str, predictions: dict[str, Landmarks], split: dict[str, str]) -> None:
        self._run = run
        self._predictions = predictions
        self._split = split
        self._errors.clear()
        self.run_changed.emit(run)
        self.predictions_changed.emit(None)

    # Predictions

    def prediction(self, face_id: str) -> Landmarks | None:
        """Return the red points of a face, or None."""
        return self._predictions.get(face_id)

    def split_of(self, face_id: str) -> str:
        """Return "train", "val" or "" for the run in use."""
        return self._split.get(face_id, "")

    def begin_live(self, run: str, split: Mapping[str, str]) -> None:
        """Show a run that is being trained: its predictions come by `show_live`."""
        self._show(run, {}, dict(split))

    def show_live(self, predictions: Mapping[str, Landmarks]) -> None:
        """Take fresh predictions from a run being trained."""
        self._take(predictions)

    def error(self, face_id: str) -> FaceError | None:
        """Return how far a face's prediction is off, or None where either is missing."""
        if face_id not in self._errors:
            face = self._session.labels.get(face_id)
            prediction = self._predictions.get(face_id)
            self._errors[face_id] = self._measure(face, prediction)
        return self._errors[face_id]

    def _measure(self, face: Face | None, prediction: Landmarks | None) -> FaceError | None:
        if face is None or face.landmarks is None or prediction is None or not face.labelled:
            return None
        truth = face.landmarks.xy_image
        distances = point_errors(prediction.xy_image, truth)
        if not np.isfinite(distances).any():
            return None
        error = nme(prediction.xy_image, truth, self._session.labels.scheme.normaliser)
        return FaceError(float(np.nanmean(distances)), error if math.isfinite(error) else math.nan)

    def predict_missing(self) -> None:
        """Predict every face the run in use has no prediction for, in the background."""
        faces = [face for face in self._session.labels if face.id not in self._predictions]
        self.predict(faces)

    def predict(self, faces: list[Face]) -> None:
        """Predict ``faces`` with the run in use, in the background."""
        if not faces or not self._run:
            return
        if self._job is not None:
            self._job.cancel()
        run, folder, root = self._run, self.folder(self._run), self._session.labels.root

        def work(handle: JobHandle) -> tuple[str, dict[str, Landmarks], str]:
            from kpstudio.tasks.predicting import predict_faces

            def progress(done: int, total: int) -> bool:
                handle.report((done, total))
                return not handle.cancelled

            predictions, problems = predict_faces(folder, faces, root, progress)
            return run, predictions, str(problems[0]) if problems else ""

        job = self._session.jobs.job(work)
        job.reported.connect(lambda reports: self.predicting_progressed.emit(*reports[-1]))
        job.finished.connect(self._predicted)
        job.failed.connect(lambda error: self.failed.emit(sentence(error)))
        job.ended.connect(self._job_ended)
        self._job = job
        job.start()

    def _job_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.predicting_progressed.emit(0, 0)

    def _predicted(self, result: tuple[str, dict[str, Landmarks], str]) -> None:
        run, predictions, problem = result
        project = self._session.project
        if project is None or run != self._run:
            return
        project.save_predictions(run, predictions)
        self._take(predictions)
        if problem:
            self.failed.emit(problem)

    def _take(self, predictions: Mapping[str, Landmarks]) -> None:
        self._predictions.update(predictions)
        self._forget_errors(tuple(predictions))
        self.predictions_changed.emit(tuple(predictions))

    def _forget_errors(self, face_ids: tuple[str, ...]) -> None:
        for face_id in face_ids:
            self._errors.pop(face_id, None)
