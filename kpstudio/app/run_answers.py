"""What one run of the project predicts of the open folder's faces, be it the one in use or not."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kpstudio.app.language import translated
from kpstudio.app.predicting import Predicted
from kpstudio.app.prediction_errors import Measured, PredictionErrors
from kpstudio.app.prediction_queue import PredictionQueue
from kpstudio.app.prediction_reader import PredictionReader
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.scheme_map import SchemeMap
from kpstudio.store.runs import RunFolder, list_runs
from kpstudio.tasks.predicting import map_to


def comparable_runs(session: Session, runs: RunBook) -> list[RunFolder]:
    """Return the trained runs that can be compared with the one in use, newest first."""
    project = session.project
    found = list_runs(project.runs_folder) if project is not None else []
    return [
        run
        for run in reversed(found)
        if run.name != runs.run
        and (run.path / "best.safetensors").is_file()
        and run.effective_state != "running"
    ]


class RunAnswers(QObject):
    """The stored predictions of a run; what is missing is predicted when it is asked for.

    Attributes:
        name: The run.
        trained_on: Ids of the faces that it has learnt.
        predictions: By face id, over the points of the folder's scheme.

    Signals:
        predicted: more is known, or no more will come.
        reading_progressed: (done, total) while stored predictions of many faces are read; (0, 0) at
            the end.
        predicting_progressed: (done, total) while faces are being predicted; (0, 0) at the end.
        gave_up: predicting failed, and no more will come; why is one sentence.
        failed: one sentence for the person.
    """

    predicted = Signal()
    reading_progressed = Signal(int, int)
    predicting_progressed = Signal(int, int)
    gave_up = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, runs: RunBook, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._runs, self.name = session, runs, name
        self.trained_on: frozenset[str] = frozenset()
        self.predictions: dict[str, Landmarks] = {}
        self._to: SchemeMap | None = None
        self._why_not = ""
        self._errors = PredictionErrors(session, runs.measuring, self._predicted)
        self._hopeless: set[str] = set()  # faces that could not be predicted
        self._reader = PredictionReader(session, self)
        self._asked: Sequence[Face] = ()  # while what is stored is read
        self._cancelled = False
        self._queue = PredictionQueue(session, self, lambda: not runs.predicting)
        self._reader.progressed.connect(self.reading_progressed)
        self._queue.progressed.connect(self.predicting_progressed)
        self._queue.predicted.connect(self._answer)
        self._queue.gave_up.connect(self._give_up)
        self._queue.not_kept.connect(self.failed)
        self._queue.portion_ended.connect(self.predicted)
        runs.predicting_progressed.connect(self._queue.go_on)
        session.faces_listed.connect(self._listed)
        runs.measuring.changed.connect(self._measure_anew)
        try:
            run = runs.open_run(name)
            self.trained_on = frozenset(run.split.training)
            self._to = map_to(run, session.labels.scheme, "this folder", trained_there=True)
        except InputError as error:
            self._why_not = translated(error)
        else:
            self._reader.read(name, self._take, self._refuse, self._errors.measurer)

    def _take(self, predictions: dict[str, Landmarks], measured: Measured | None) -> None:
        self.predictions = predictions
        self._errors.forget()
        if measured is not None:
            self._errors.know(measured)
        self._read_over()

    def _predicted(self, face_ids: Sequence[str]) -> list[Landmarks | None]:
        return list(map(self.predictions.get, face_ids))

    def _refuse(self, why: str) -> None:
        self._why_not = why
        self.failed.emit(why)
        self._read_over()

    def _read_over(self) -> None:
        faces, self._asked = self._asked, ()
        self.predict_missing(faces)
        self.predicted.emit()

    @property
    def reading(self) -> bool:
        """Whether what is stored of it is still being read."""
        return bool(self._reader.run)

    @property
    def why_not(self) -> str:
        """One sentence on why it cannot predict these faces, or ""."""
        return self._why_not

    def error(self, face: Face) -> float:
        """Return the NME of its prediction of a face, as a fraction; NaN where that is unknown."""
        return self.errors((face,))[0]

    def errors(self, faces: Sequence[Face]) -> list[float]:
        """Return what `error` says of each face."""
        found = self._errors.of_all([face.id for face in faces])
        return [math.nan if error is None else error.nme for error in found]

    def _listed(self) -> None:
        self._errors.forget_gone()

    def _measure_anew(self) -> None:
        self._errors.measure_anew()

    # Predicting

    def missing(self, faces: Sequence[Face]) -> list[Face]:
        """Return those of ``faces`` that it has yet to predict, as far as that is known."""
        if self._why_not or self.reading:
            return []
        known = self.predictions.keys() | self._hopeless
        return [face for face in faces if face.id not in known]

    def predict_missing(self, faces: Sequence[Face]) -> None:
        """Predict those of ``faces`` that it has not seen, once the run in use is done with its.

        Others that were asked for before are no longer waited for. Once a person cancelled it,
        nothing more is predicted.
        """
        if self._cancelled:
            return
        if self.reading:
            self._asked = faces
            return
        self._queue.forget_waiting()
        under_way = self._queue.pending
        wanted = [face for face in self.missing(faces) if face.id not in under_way]
        if wanted:
            self._queue.ask(self._runs.folder(self.name), self._to, wanted)

    @property
    def predicting(self) -> bool:
        """Whether more of its predictions are to come."""
        return self.reading or bool(self._queue.pending)

    def cancel(self) -> None:
        """Predict no further, as a person wishes."""
        self._cancelled = True
        self.stop()
        self.predicted.emit()

    def stop(self) -> None:
        """Predict no further for now."""
        self._reader.cancel()
        self._queue.stop()

    def let_go(self) -> None:
        """Be of no more use: what it holds goes now, and the rest when Qt comes to it."""
        self.stop()
        self.predictions = {}
        self._errors.forget()
        self.deleteLater()

    def _answer(self, result: Predicted, asked: Sequence[str]) -> None:
        """Take up a portion; what cannot be predicted is told by the run in use."""
        self.predictions.update(result.points)
        self._hopeless |= set(asked) - result.points.keys()

    def _give_up(self, why: str) -> None:
        self._why_not = why
        self.gave_up.emit(why)
