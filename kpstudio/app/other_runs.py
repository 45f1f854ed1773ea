"""The runs whose errors are drawn beside those of the run in use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kpstudio.app.language import tr
from kpstudio.app.run_answers import RunAnswers, comparable_runs
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.core.labelset import Face
from kpstudio.store.runs import RunFolder


class OtherRuns(QObject):
    """Any runs of the project, as a person chose them; they predict one after another.

    Signals:
        changed: others are chosen, or there are others to choose from.
        predicted: more of their predictions are known.
        reading_progressed: (done, total) while what is stored of a run is read; (0, 0) at the end.
        predicting_progressed: (done, total) of the run that predicts; (0, 0) at its end.
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
        self._chosen: dict[str, RunAnswers] = {}
        self._faces: Sequence[Face] = ()
        session.opened.connect(lambda: self.choose(()))
        session.scheme_changed.connect(self._scheme_changed)
        runs.runs_changed.connect(self._runs_changed)
        runs.run_changed.connect(self._runs_changed)

    @property
    def chosen(self) -> tuple[RunAnswers, ...]:
        """Those chosen, in the order of `choices`."""
        return tuple(self._chosen.values())

    def choices(self) -> list[RunFolder]:
        """Return the runs to choose from, newest first."""
        return comparable_runs(self._session, self._runs)

    def choose(self, names: Sequence[str]) -> None:
        """Draw these runs; those that cannot be compared say why and are left out."""
        for name in self._chosen.keys() - set(names):
            self._chosen.pop(name).let_go()
        for name in names:
            if name not in self._chosen:
                self._take(name)
        known = [run.name for run in self.choices()]
        self._chosen = {name: self._chosen[name] for name in known if name in self._chosen}
        self._go_on()
        self.changed.emit()

    def _take(self, name: str) -> None:
        answers = RunAnswers(self._session, self._runs, name, self)
        if answers.why_not:
            self.failed.emit(answers.why_not)
            answers.deleteLater()
            return
        answers.reading_progressed.connect(self._reading)
        answers.predicted.connect(self._predicted)
        answers.predicting_progressed.connect(self.predicting_progressed)
        answers.gave_up.connect(partial(self._gave_up, name))
        answers.failed.connect(self._failed)
        self._chosen[name] = answers

    def _scheme_changed(self) -> None:
        names = list(self._chosen)
        self.choose(())
        self.choose(names)

    def _runs_changed(self, *_: object) -> None:
        there = {run.name for run in self.choices()}
        self.choose([name for name in self._chosen if name in there])

    def _gave_up(self, name: str, why: str) -> None:
        self._failed(tr("{name} cannot predict more faces: {why}", name=name, why=why))

    def _failed(self, why: str) -> None:
        """Tell what went wrong; leave out a run of which nothing is known."""
        self.failed.emit(why)
        self.choose([a.name for a in self.chosen if a.predictions or not a.why_not])

    # Predicting

    def predict_missing(self, faces: Sequence[Face]) -> None:
        """Predict those of ``faces`` that a chosen run has not seen."""
        self._faces = faces
        self._go_on()

    def _reading(self, done: int, total: int) -> None:
        if total or not any(answers.reading for answers in self.chosen):
            self.reading_progressed.emit(done, total)

    def cancel_reading(self) -> None:
        """Draw only the runs that have been read."""
        self.choose([answers.name for answers in self.chosen if not answers.reading])

    def cancel(self) -> None:
        """Predict no further with the runs chosen now, as a person wishes."""
        for answers in self.chosen:
            answers.cancel()

    @property
    def predicting(self) -> bool:
        """Whether more predictions are to come."""
        return any(answers.predicting for answers in self.chosen)

    def _predicted(self) -> None:
        self._go_on()
        self.predicted.emit()

    def _go_on(self) -> None:
        if not self.predicting:
            for answers in self.chosen:
                answers.predict_missing(self._faces)
                if answers.predicting:
                    return
