"""Going on with runs: one that was stopped goes on, a new one starts from what another learnt."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpstudio.app.language import tr
from kpstudio.app.run_book import RunBook
from kpstudio.app.training import TrainingDesk
from kpstudio.core.errors import InputError
from kpstudio.engine.config import TrainConfig
from kpstudio.store.runs import RunFolder
from kpstudio.store.summary import RunSummary
from kpstudio.ui.panels.naming import run_title
from kpstudio.ui.panels.runs_table import RunsTable
from kpstudio.ui.panels.start_form import StartForm
from kpstudio.ui.panels.train_settings import TrainSettings
from kpstudio.ui.panels.training_strip import TrainingStrip
from kpstudio.ui.training_controller import TrainingController


class ResumeController(QObject):
    """Offers to go on with the chosen run, and earlier runs to start from.

    Signals:
        changed: another run can go on, or none.
    """

    changed = Signal()

    def __init__(
        self,
        runs: RunBook,
        desk: TrainingDesk,
        training: TrainingController,
        settings: TrainSettings,
        table: RunsTable,
        strip: TrainingStrip,
    ) -> None:
        super().__init__(training)
        self._runs, self._desk, self._settings = runs, desk, settings
        self._table, self._strip = table, strip
        table.runs_selected.connect(self._look)
        strip.go_on_requested.connect(desk.go_on)
        training.changed.connect(self._look)
        runs.runs_changed.connect(self._offer_starts)
        settings.start_chosen.connect(self._adopt)

    @property
    def resumable(self) -> str:
        """The name of the one chosen run, where it can go on now; else ""."""
        names = self._table.selected()
        if self._desk.running or len(names) != 1:
            return ""
        run = self._summary(names[0])
        return run.name if run is not None and run.resumable else ""

    def go_on(self) -> None:
        """Go on with the chosen run."""
        if self.resumable:
            self._desk.go_on(self.resumable)

    def _summary(self, name: str) -> RunSummary | None:
        return next((run for run in self._table.model.runs if run.name == name), None)

    def _look(self, *_: object) -> None:
        """Offer to go on with the run chosen now."""
        if self._desk.running:
            return
        before, name = self._strip.offered, self.resumable
        run = self._summary(name)
        if run is not None:
            self._strip.offer(run)
        elif before:
            self._strip.finish(tr("No run is being trained."))
        if before != name:
            self.changed.emit()

    def _offer_starts(self) -> None:
        """List the runs whose weights a training can start from, newest first."""
        starts = [
            (str(self._runs.folder(run.name)), run_title(run.name, run.label))
            for run in reversed(self._table.model.runs)
            if (self._runs.folder(run.name) / "best.safetensors").exists()
        ]
        form: StartForm = self._settings.start_form
        form.set_runs(starts)

    def _adopt(self, folder: str) -> None:
        """Take over the network of a run to start from, for only that has its weights."""
        with contextlib.suppress(InputError):  # a file of weights: the trainer says what fits
            run = RunFolder.open(Path(folder))
            self._settings.adopt_network(TrainConfig.from_json(run.config))
