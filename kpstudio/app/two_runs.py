"""Whose predictions the picture shows: those of the run in use, of another one, or of both."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Signal

from kpstudio.app.old_run import OldRun
from kpstudio.app.run_book import RunBook
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks


class TwoRuns(QObject):
    """Lets the run in use and the one it is compared with change places on the picture.

    Attributes:
        runs: Tells the run in use.
        old: Tells the other one, and predicts with it what is missing.
        swapped: Whether the other run's predictions stand in place of those of the run in use.
        both: Whether the run that is not shown so is drawn as well.

    Signals:
        changed: something else is to be shown.
    """

    changed = Signal()

    def __init__(self, runs: RunBook, old: OldRun) -> None:
        super().__init__(old)
        self.runs, self.old = runs, old
        self.swapped = self.both = False
        old.changed.connect(self._shown_anew)
        old.predicted.connect(self._shown_anew)

    def swap(self, on: bool) -> None:
        """Show the other run in place of the run in use, or as before."""
        self.swapped = on
        self.changed.emit()

    def show_both(self, on: bool) -> None:
        """Show both runs, or one."""
        self.both = on
        self.changed.emit()

    def _shown_anew(self) -> None:
        if self.comparing:
            self.changed.emit()

    @property
    def comparing(self) -> bool:
        """Whether the other run is in sight."""
        return bool(self.old.name) and (self.swapped or self.both)

    def of(self, face: Face) -> tuple[Landmarks | None, Landmarks | None]:
        """Return what is predicted of a face by the run shown, and by the one drawn beside it."""
        used = self.runs.prediction(face.id)
        if not self.comparing:
            return used, None
        if used is not None and used.run != self.runs.run:
            used = None  # until a run has answered for itself, those of the one before are shown
        other = self.old.prediction(face.id)
        first, second = (other, used) if self.swapped else (used, other)
        return first, second if self.both else None

    def ask_for(self, face: Face) -> None:
        """Let the other run predict a face, where it is in sight and has yet to."""
        if self.comparing and not self.old.predicting and self.old.missing([face]):
            self.old.predict_missing([face])

    def errors(self, face: Face) -> tuple[float, float]:
        """Return the NME of a face by the run in use and by the other one, NaN where unknown."""
        error = self.runs.error(face.id)
        return math.nan if error is None else error.nme, self.old.error(face)
