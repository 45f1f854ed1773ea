"""Training in the background: the one trainer's events, for the window."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import translated
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.splits import Split
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.events import EpochEnd, Event
from kpstudio.engine.presets import run_word
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.training import DataSource, choose_split, resume_run, train_run

DRAIN_MS = 200
"""How often the window hears of the run: each time it draws the curves, on a core that trains."""


class TrainingDesk(QObject):
    """Starts, pauses and stops the one run being trained.

    Signals:
        began: the name of the run.
        events_arrived: list of trainer events since the last time.
        ended: the name of the run, once its last state is on disk, or when another folder is
            opened over it.
        failed: one sentence for the person; `ended` follows where a run had begun.

    Attributes:
        run: The name of the run being trained, or trained last.
        config: Its settings.
        resumed: Whether it goes on where it was stopped or interrupted.
    """

    began = Signal(str)
    events_arrived = Signal(object)
    ended = Signal(str)
    failed = Signal(str)

    def __init__(
        self, session: Session, runs: RunBook, taken: Callable[[], str] = lambda: ""
    ) -> None:
        """Begin with no run.

        Args:
            session: What is open.
            runs: Its runs.
            taken: Returns why no run may begin now, else "": one thing is trained at a time.
        """
        super().__init__(session)
        self._session = session
        self._runs = runs
        self._taken = taken
        self._job: Job | None = None
        self._control = Control()
        self._watched: tuple[Face, ...] = ()
        self.run = ""
        self.config: TrainConfig | None = None
        self.resumed = False
        session.opened.connect(self._let_go)
        session.current_changed.connect(self._watch)
        session.faces_changed.connect(self._watch)

    @property
    def running(self) -> bool:
        """Whether a run is being trained, or is paused."""
        return self._job is not None and not self._job.abandoned

    @property
    def paused(self) -> bool:
        """Whether the run waits."""
        return self.running and self._control.paused

    def start(
        self,
        config: TrainConfig,
        validation: float | Sequence[str] | Split,
        label: str = "",
        labels: LabelSet | None = None,
    ) -> None:
        """Train on the faces as they are now; later drags do not disturb the run.

        Args:
            config: What to train, and how.
            validation: The fraction to hold out, picture names, or a split made before.
            label: What to call the run; by default its folder's name.
            labels: A frozen copy of the faces, as they were earlier.
        """
        project = self._session.project
        if project is None or self.running or self._refused():
            return
        now = self._session.labels
        if labels is None:
            labels = now.copy()
        try:
            config.validate(labels.scheme)
            split = choose_split(labels, validation)
            folder = project.new_run_folder(run_word(config))
            source = DataSource(self._session.path, self._session.choice)
        except InputError as error:
            self.failed.emit(translated(error))
            return

        def events(control: Control) -> Iterator[Event]:
            told = train_run(labels, config, split, folder, control, self._watched_faces, source)
            for number, event in enumerate(told):
                if label and number == 0:  # now it is a run, which can have a name
                    RunFolder.open(folder).rename(label)
                yield event

        self.resumed = False
        in_use = self._runs.run
        further = bool(in_use) and config.start == str(self._runs.folder(in_use))
        self._train(folder, config, split, events, further)

    def go_on(self, name: str) -> None:
        """Go on with a run that was stopped or interrupted, after its last whole epoch."""
        if self._session.project is None or self.running or self._refused():
            return
        now = self._session.labels
        labels = now.copy()
        try:
            self._session.project.require_writable(say("the run cannot be resumed"))
            run = self._runs.open_run(name)
            run.require_resumable()
            config, split = TrainConfig.from_json(run.config), run.split
        except InputError as error:
            self.failed.emit(translated(error))
            return

        def events(control: Control) -> Iterator[Event]:
            return resume_run(run.path, control, self._watched_faces, labels)

        self.resumed = True
        self._train(run.path, config, split, events)

    def _refused(self) -> bool:
        if why := self._taken():
            self.failed.emit(why)
        return bool(why)

    def _train(
        self,
        folder: Path,
        config: TrainConfig,
        split: Split,
        events: Callable[[Control], Iterator[Event]],
        further: bool = False,
    ) -> None:
        control = Control()

        def work(handle: JobHandle) -> None:
            handle.on_cancel(control.stop)
            try:
                for event in events(control):
                    handle.report(event)
            finally:
                with contextlib.suppress(OSError):
                    folder.rmdir()  # where it failed before it began, nothing is to be kept

        self.run, self.config, self._control = folder.name, config, control
        self._job = job = self._session.jobs.job(work, DRAIN_MS)
        job.reported.connect(self._arrived)
        job.failed.connect(self._job_failed)
        job.ended.connect(self._finish)
        self._watch()
        split_of = dict.fromkeys(split.training, "train")
        split_of |= dict.fromkeys(split.validation, "val")
        self._runs.begin_live(folder.name, split_of, as_in_use=further)
        self.began.emit(folder.name)
        job.start()

    def _watched_faces(self) -> tuple[Face, ...]:
        return self._watched  # read from the trainer's thread: a tuple is swapped, never changed

    def _watch(self, *_: object) -> None:
        face = self._session.current
        self._watched = (face,) if face is not None else ()

    def _arrived(self, events: list[Event]) -> None:
        if self.sender() is not self._job:
            return
        for event in events:
            if isinstance(event, EpochEnd) and event.predictions and self._runs.run == self.run:
                self._runs.show_live(event.predictions)
        self.events_arrived.emit(events)

    def pause(self) -> None:
        """Let the run wait."""
        if self.running:
            self._control.pause()

    def resume(self) -> None:
        """Go on after `pause`."""
        self._control.resume()

    def stop(self) -> None:
        """End the run soon, keeping its best and last state."""
        if self._job is not None:
            self._job.cancel()

    def _job_failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self.failed.emit(sentence(error))

    def _finish(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._runs.end_live()
            self.ended.emit(self.run)

    def _let_go(self) -> None:
        """Leave the run of another folder to end by itself; nothing of it is shown any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.ended.emit(self.run)
