"""The run that the one in use is compared with: which one it is, and what it predicts."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpstudio.app.run_answers import RunAnswers, comparable_runs
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.app.undo import passing
from kpstudio.core.comparing import Comparison, compare
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.progress import Progress
from kpstudio.store.runs import RunFolder


class OldRun(QObject):
    """Another run of the project, whose predictions stand beside those of the run in use.

    A run that was started from another one's weights is compared with that; any other with the run
    that a person chose last.

    Signals:
        changed: another run is compared with, or none.
        predicted: more of its predictions are known.
        reading_progressed: (done, total) while its stored predictions are read; (0, 0) at the end.
        predicting_progressed: (done, total) while faces are being predicted; (0, 0) at the end.
        failed: one sentence for the person.
    """

    changed = Signal()
    predicted = Signal()
    reading_progressed = Signal(int, int)
    predicting_progressed = Signal(int, int)
    failed = Signal(str)

    def __init__(self, session: Session, runs: RunBook) -> None:
        super().__init__(session)
        self._session, self._runs = session, runs
        self._name = self._chosen = self._new = ""
        self._settled = True
        self._answers: RunAnswers | None = None
        session.opened.connect(self._opened)
        session.scheme_changed.connect(lambda: self._take(self._name))
        runs.run_changed.connect(self._run_changed)
        runs.runs_changed.connect(self._runs_changed)

    # Which run

    @property
    def name(self) -> str:
        """The run that is compared with, or ""."""
        return self._name

    @property
    def why_not(self) -> str:
        """One sentence on why it cannot be compared with, or ""."""
        return self._answers.why_not if self._answers is not None else ""

    def choices(self) -> list[RunFolder]:
        """Return the trained runs that can be compared with the one in use, newest first."""
        return comparable_runs(self._session, self._runs)

    def choose(self, name: str) -> None:
        """Compare with a run, as a person wishes; "" for none."""
        self._chosen = name
        self._take(name)

    def _opened(self) -> None:
        self._chosen = ""
        self._choose_by_itself()

    def _run_changed(self, run: str) -> None:
        if not run:
            self.choose("")  # perhaps of a folder that was left
        if run != self._new:
            self._new = run
            self._choose_by_itself()

    def _choose_by_itself(self) -> None:
        """Compare with the run that the one in use was started from, where there is one."""
        start = self._started_from(self._new)
        self._settled = start is not None
        name = start or (self._chosen if self._chosen != self._new else "")
        if name != self._name:
            self._take(name)
        else:
            self.changed.emit()

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
        if self._answers is not None:
            self._answers.let_go()
        self._name, self._answers = name, None
        if name:
            answers = RunAnswers(self._session, self._runs, name, self)
            answers.reading_progressed.connect(self.reading_progressed)
            answers.predicted.connect(self.predicted)
            answers.predicting_progressed.connect(self.predicting_progressed)
            answers.failed.connect(self.failed)
            self._answers = answers
        self.changed.emit()

    # Comparing

    def comparing(self, faces: Sequence[Face]) -> Callable[[Progress], Comparison]:
        """Return what compares the run in use with this one, on any thread.

        Those of ``faces`` are compared that both have predicted.
        """
        prediction, run = self._runs.prediction, self._runs.run
        old = self._answers.predictions if self._answers is not None else {}
        scheme, yardstick = self._session.labels.scheme, self._runs.measuring.yardstick

        def work(progress: Progress) -> Comparison:
            shown = {face.id: prediction(face.id) for face in faces}
            # Until a run has answered for itself, those of the run before it are shown.
            new = {i: p for i, p in shown.items() if p is not None and p.run == run}
            return compare(faces, old, new, scheme, yardstick, passing(progress, 0, len(faces)))

        return work

    def prediction(self, face_id: str) -> Landmarks | None:
        """Return where it has the points of a face, or None."""
        return self._answers.predictions.get(face_id) if self._answers is not None else None

    def error(self, face: Face) -> float:
        """Return the NME of its prediction of a face, as a fraction; NaN where that is unknown."""
        return self._answers.error(face) if self._answers is not None else math.nan

    def missing(self, faces: Sequence[Face]) -> list[Face]:
        """Return those of ``faces`` that it has yet to predict."""
        return self._answers.missing(faces) if self._answers is not None else []

    def predict_missing(self, faces: Sequence[Face]) -> None:
        """Predict what is missing (`RunAnswers.predict_missing`)."""
        if self._answers is not None:
            self._answers.predict_missing(faces)

    @property
    def predicting(self) -> bool:
        """Whether more of its predictions are to come."""
        return self._answers is not None and self._answers.predicting

    @property
    def reading(self) -> bool:
        """Whether what is stored of it is still being read."""
        return self._answers is not None and self._answers.reading

    def cancel_reading(self) -> None:
        """Compare with no run."""
        self.choose("")

    def cancel(self) -> None:
        """Predict no further, as a person wishes."""
        if self._answers is not None:
            self._answers.cancel()
