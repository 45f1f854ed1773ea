"""Training in the background: the one trainer's events, for the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session, sentence
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.splits import Split
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import EpochEnd, Event
from kpstudio.tasks.training import choose_split, train_run

if TYPE_CHECKING:
    from kpstudio.engine.control import Control


class TrainingDesk(QObject):
    """Starts, pauses and stops the one run being trained.

    Signals:
        began: the name of the run.
        events_arrived: list of trainer events since the last time.
        ended: the name of the run, once its last state is on disk.
        failed: one sentence for the person; `ended` follows.
    """

    began = Signal(str)
    events_arrived = Signal(object)
    ended = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, runs: RunBook) -> None:
        super().__init__(session)
        self._session = session
        self._runs = runs
        self._job: Job | None = None
        self._control: Control | None = None
        self._watched: tuple[Face, ...] = ()
        self.run = ""
        self.config: TrainConfig | None = None
        session.current_changed.connect(self._watch)
        session.faces_changed.connect(self._watch)

    @property
    def running(self) -> bool:
        """Whether a run is being trained, or is paused."""
        return self._job is not None

    @property
    def paused(self) -> bool:
        """Whether the run waits."""
        return self._control is not None and self._control.paused

    def start(self, config: TrainConfig, validation: float | Sequence[str]) -> None:
        """Train on the faces as they are now; later drags do not disturb the run.

        Args:
            config: What to train, and how.
            validation: The fraction to hold out, or picture names.
        """
        project = self._session.project
        if project is None or self.running:
            return
        labels = self._session.labels
        try:
            split = choose_split(labels, validation, config.seed)
            folder = project.new_run_folder(config.network)
        except InputError as error:
            self.failed.emit(str(error))
            return
        frozen = LabelSet(labels.root, labels.scheme, tuple(labels))
        self.run, self.config = folder.name, config
        job = self._session.jobs.job(lambda handle: self._work(handle, frozen, split, folder))
        job.reported.connect(self._arrived)
        job.failed.connect(lambda error: self.failed.emit(sentence(error)))
        job.ended.connect(self._finish)
        self._job = job
        self._watch()
        split_of = dict.fromkeys(split.training, "train")
        self._runs.begin_live(folder.name, split_of | dict.fromkeys(split.validation, "val"))
        self.began.emit(folder.name)
        job.start()

    def _work(self, handle: JobHandle, labels: LabelSet, split: Split, folder: Path) -> None:
        from kpstudio.engine.control import Control

        assert self.config is not None
        control = Control()
        self._control = control
        handle.on_cancel(control.stop)
        for event in train_run(labels, self.config, split, folder, control, self._watched_faces):
            handle.report(event)

    def _watched_faces(self) -> tuple[Face, ...]:
        return self._watched  # read from the trainer's thread: a tuple is swapped, never changed

    def _watch(self, *_: object) -> None:
        face = self._session.current
        self._watched = (face,) if face is not None else ()

    def _arrived(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, EpochEnd) and event.predictions and self._runs.run == self.run:
                self._runs.show_live(event.predictions)
        self.events_arrived.emit(events)

    def pause(self) -> None:
        """Let the run wait."""
        if self._control is not None:
            self._control.pause()

    def resume(self) -> None:
        """Go on after `pause`."""
        if self._control is not None:
            self._control.resume()

    def stop(self) -> None:
        """End the run soon, keeping its best and last state."""
        if self._job is not None:
            self._job.cancel()

    def _finish(self) -> None:
        self._job = None
        self._control = None
        self._runs.runs_changed.emit()
        if (self._runs.folder(self.run) / "best.safetensors").exists():
            self._runs.use(self.run)
        self.ended.emit(self.run)
