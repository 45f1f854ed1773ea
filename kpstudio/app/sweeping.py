"""Several trainings that were asked for at once, one after another."""

from __future__ import annotations

from collections.abc import Sequence

from kpstudio.app.session import Session
from kpstudio.app.training import TrainingDesk
from kpstudio.core.labelset import LabelSet
from kpstudio.core.splits import Split
from kpstudio.store.project import Project
from kpstudio.tasks.grid import Trial


class Sweep:
    """What is still to be trained of a sweep; the training desk does it.

    Whoever hears that a run has ended calls `go_on`, once everything about that run is settled.

    Attributes:
        names: Run folders of the trials begun so far.
        failures: A sentence for each that failed.
    """

    def __init__(self, session: Session, desk: TrainingDesk) -> None:
        self._session, self._desk = session, desk
        self._trials: tuple[Trial, ...] = ()
        self._split: Split | None = None
        self._labels: LabelSet | None = None
        self._project: Project | None = None
        self.names: list[str] = []
        self.failures: list[str] = []

    @property
    def running(self) -> bool:
        """Whether one of its runs is being trained."""
        return bool(self._trials)

    @property
    def total(self) -> int:
        """How many runs there will be."""
        return len(self._trials)

    @property
    def number(self) -> int:
        """The place of the run being trained, from 1."""
        return len(self.names)

    @property
    def trial(self) -> Trial:
        """The one being trained."""
        return self._trials[self.number - 1]

    def start(self, trials: Sequence[Trial], split: Split) -> None:
        """Begin with the first of ``trials``; all see the faces as they are now.

        Args:
            trials: What to train, at least one.
            split: Which faces are trained on and which held out, the same for all.
        """
        if self._desk.running or self._session.project is None:
            return
        labels = self._session.labels
        self._labels = labels.copy()
        self._trials, self._split, self._project = tuple(trials), split, self._session.project
        self.names, self.failures = [], []
        self.go_on()

    def go_on(self) -> bool:
        """Begin with the next run; return whether there was one that could begin.

        There is none after `cancel`, nor once another folder has been opened.
        """
        if self.running and self._session.project is not self._project:
            self.names, self.failures = [], []  # nothing of them is shown any more
            self.cancel()
        if self.number >= self.total:
            self.cancel()
            return False
        trial = self._trials[self.number]
        assert self._split is not None
        # The name is there before the desk says that the run began.
        self.names.append("")
        before = self._desk.run
        self._desk.start(trial.config, self._split, trial.name, self._labels)
        if not self._desk.running:  # it could not begin, which the desk has told
            self.names.pop()
            self.cancel()
            return False
        assert self._desk.run != before
        self.names[-1] = self._desk.run
        return True

    def cancel(self) -> None:
        """Let nothing follow; a run that has begun is the desk's to stop."""
        self._trials, self._split, self._labels, self._project = (), None, None, None

    def failed(self, message: str) -> None:
        """Keep in mind that the run being trained failed."""
        self.failures.append(f"{self.trial.name}: {message}")
