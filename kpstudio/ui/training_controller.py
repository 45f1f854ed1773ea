"""Between the training desk and its panels: settings in, curves, strip and table out."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from kpstudio.app.error_words import sentence
from kpstudio.app.face_list import FaceListModel
from kpstudio.app.jobs import Job
from kpstudio.app.language import tr, tr_count, translated
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.app.sweeping import Sweep
from kpstudio.app.training import TrainingDesk
from kpstudio.core.errors import InputError
from kpstudio.core.filters import expand
from kpstudio.core.query_parser import parse_query
from kpstudio.core.splits import Split
from kpstudio.core.texts import say
from kpstudio.engine.events import Batch, Done, EpochEnd, Event, Notice, Preparing, Started
from kpstudio.engine.notices import collapsed_since, summary_in_words
from kpstudio.tasks.grid import Trial
from kpstudio.tasks.run_curves import curve_of, epoch_ends
from kpstudio.tasks.sweep import ranked
from kpstudio.tasks.training import choose_split, persons_on_both_sides
from kpstudio.ui.panels.curves import CurvesPanel
from kpstudio.ui.panels.naming import duration
from kpstudio.ui.panels.runs_table import RunsTable
from kpstudio.ui.panels.train_settings import TrainSettings
from kpstudio.ui.panels.training_pictures import Sample, TrainingPictures
from kpstudio.ui.panels.training_strip import TrainingStrip

COLLAPSED = say(
    "The network predicts nearly the same mean face for every picture. It may recover; if not, "
    "stop and try a lower learning rate or a larger batch."
)
SAMPLES = 24
_AT_REST_MS = 300
"""How long nothing must be typed before the faces of a search are looked up."""


class TrainingController(QObject):
    """Drives the panels of Train.

    Signals:
        changed: a run began, paused, went on or ended.
        status_changed: one sentence for the status bar.
        failed: one sentence for the person.
    """

    changed = Signal()
    status_changed = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        runs: RunBook,
        desk: TrainingDesk,
        faces: FaceListModel,
        settings: TrainSettings,
        curves: CurvesPanel,
        table: RunsTable,
        strip: TrainingStrip,
        pictures: TrainingPictures,
    ) -> None:
        super().__init__(curves)
        self._session, self._runs, self._desk, self._faces = session, runs, desk, faces
        self._settings, self._curves, self._table = settings, curves, table
        self._strip, self._pictures = strip, pictures
        self._listed = True
        self.sweep = Sweep(session, desk)
        self._epochs: list[EpochEnd] = []
        self._notices: list[str] = []
        self._sampling: Job | None = None
        self._sample_seed = 0
        self.device = ""
        session.opened.connect(self._opened)
        session.scheme_changed.connect(self._count_faces)
        session.faces_listed.connect(self._count_faces)
        session.faces_changed.connect(self._count_faces)
        faces.filters.changed.connect(self._take_filters)
        runs.runs_changed.connect(self._list_runs)
        runs.run_changed.connect(self._run_in_use)
        desk.began.connect(self._began)
        desk.events_arrived.connect(self._arrived)
        desk.ended.connect(self._ended)
        desk.failed.connect(self._training_failed)
        settings.train_requested.connect(self.start)
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.setInterval(_AT_REST_MS)
        self._at_rest.timeout.connect(self._warn_of_persons)
        settings.changed.connect(self._settings_changed)
        strip.pause_requested.connect(self.pause)
        strip.resume_requested.connect(self.pause)
        strip.stop_requested.connect(self.stop)
        table.runs_selected.connect(self._draw)
        table.run_activated.connect(runs.use)
        table.rename_requested.connect(runs.rename)
        table.delete_requested.connect(runs.delete)
        table.folder_requested.connect(self._show_folder)
        pictures.more_requested.connect(self.sample_pictures)

    # The folder

    def _opened(self) -> None:
        self._count_faces()
        self._curves.clear()
        self._list_runs()
        self._draw(self._table.selected())
        self._sampling = None
        self._pictures.set_loading(False)
        self._pictures.set_samples([])

    def _count_faces(self, *_: object) -> None:
        labels = self._session.labels
        self._settings.set_scheme(labels.scheme, labels.labelled_count)

    def _list_runs(self) -> None:
        runs = self._runs.summaries()
        self._table.set_runs(runs)
        self._curves.set_any_runs(bool(runs))

    def _run_in_use(self, name: str) -> None:
        self._table.set_in_use(name)
        if name and not self._desk.running:
            self._table.select([name])  # its curves are drawn, too

    def _show_folder(self, name: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._runs.folder(name))))

    # Commands

    def start(self) -> None:
        """Train with the settings on the page."""
        try:
            config, split = self._settings.config(), self.split()
        except InputError as error:
            self.failed.emit(translated(error))
            return
        self._desk.start(config, split)

    def start_sweep(self, trials: Sequence[Trial]) -> None:
        """Train each of ``trials`` on the faces that the page says, one after another."""
        try:
            split = self.split()
        except InputError as error:
            self.failed.emit(translated(error))
            return
        self.sweep.start(trials, split)
        if not self.sweep.running:
            self._end_sweep()

    def split(self) -> Split:
        """Divide the faces as the page says.

        Raises:
            InputError: If what it says is wrong, or leaves no face to train on.
        """
        where, validation = self._settings.which(), self._settings.validation()
        chosen = self._faces.choose(where) if where else None
        held_out = self._faces.choose(validation) if isinstance(validation, str) else validation
        persons = self._faces.facts.persons
        return choose_split(self._session.labels, held_out, 0, chosen, persons)

    def _settings_changed(self) -> None:
        if self._settings.validation_form.kind.currentData() == "fraction":
            self._at_rest.stop()
            self._settings.validation_form.warn("")
        else:
            self._at_rest.start()

    def _warn_of_persons(self) -> None:
        shared = ""
        with contextlib.suppress(InputError):  # what is wrong is marked already
            persons = self._faces.facts.persons
            shared = persons_on_both_sides(self._session.labels, self.split(), persons)
        self._settings.validation_form.warn(f"{tr(shared)}." if shared else "")

    def _take_filters(self) -> None:
        filters = self._faces.filters.filters
        self._settings.set_search(lambda text: expand(parse_query(text), filters), list(filters))

    def pause(self) -> None:
        """Pause, or go on."""
        if self._desk.paused:
            self._desk.resume()
        else:
            self._desk.pause()
        self._strip.set_paused(self._desk.paused)
        self.changed.emit()

    def stop(self) -> None:
        """End the run, and the sweep that it belongs to; what it has learnt is kept."""
        self.sweep.cancel()
        self._desk.stop()

    # A run

    def _began(self, name: str) -> None:
        config = self._desk.config
        assert config is not None
        if self._settings.train_button.hasFocus():  # which is about to be greyed out
            self._curves.plot.setFocus()
        self._settings.set_running(True)
        self._curves.begin_run(name, config.epochs, math.nan)
        self._strip.begin(name, config)
        if self.sweep.running:
            sweep = self.sweep
            self._strip.header.note.setText(
                tr(
                    "run {number} of {total} · {name}",
                    number=sweep.number,
                    total=sweep.total,
                    name=sweep.trial.name,
                )
            )
        self._listed = False
        self._epochs, self._notices = [], []
        self._table.select([])  # the curves are those of the new run, which is in no list yet
        if self._desk.resumed:
            self._recall(math.inf)
        self.changed.emit()

    def _list_new_run(self) -> None:
        """Bring the run that began into every list: its folder is filled by the time it speaks."""
        self._listed = True
        self._runs.runs_changed.emit()
        before = self.sweep.names[:-1] if self.sweep.running else []
        self._table.select([self._desk.run, *before])

    def _arrived(self, events: list[Event]) -> None:
        if not self._listed and events:
            self._list_new_run()
        for event in events:
            if isinstance(event, Started) and self._desk.resumed:
                self._recall(event.resumed_after)
        batches = [event for event in events if isinstance(event, Batch)]
        if batches:
            epochs = [event.epoch for event in batches]
            self._curves.add_training(epochs, [event.train_mse for event in batches])
            self._strip.show_batch(batches[-1])
        for event in events:
            if isinstance(event, Started):
                self.device = event.device
                self._curves.set_mean_shape(event.mean_shape_mse)
                self._strip.show_started(event)
                self.changed.emit()
            elif isinstance(event, Preparing):
                self._strip.show_preparing(event.done, event.total, event.what)
            elif isinstance(event, EpochEnd):
                self._epoch_ended(event)
            elif isinstance(event, Notice):
                self._tell_notices([*self._notices, event.message])
                self.status_changed.emit(translated(event.message))
            elif isinstance(event, Done):
                self.status_changed.emit(_closing(event))

    def _recall(self, epochs: float) -> None:
        """Draw what a run that goes on had done before, up to the epoch that it goes on after."""
        config = self._desk.config
        assert config is not None
        self._curves.begin_run(self._desk.run, config.epochs)
        with contextlib.suppress(InputError):  # it trains all the same
            run = self._runs.open_run(self._desk.run)
            earlier = curve_of(run, epochs)
            self._curves.set_mean_shape(earlier.mean_shape_mse)
            self._curves.add_training(earlier.train_x, earlier.train_y)
            self._epochs = [end for end in epoch_ends(run.events()) if end.epoch <= epochs]
            for end in self._epochs:
                if end.val_mse is not None:
                    self._curves.add_validation(end.epoch, end.val_mse, end.val_nme)
            self._tell_epochs()
            self._tell_notices([*earlier.notices, *self._notices])

    def _tell_notices(self, notices: Sequence[str]) -> None:
        """Let what the training told stay: the status bar shows each for a moment only."""
        self._notices = list(dict.fromkeys(notices))
        self._curves.list_notices(self._notices)

    def _tell_epochs(self) -> None:
        said = tr(summary_in_words(self._epochs)) if self._epochs else ""
        since = collapsed_since([end.collapsed for end in self._epochs])
        rising = self._epochs[-1].overfitting_since if self._epochs else None
        self._curves.tell("" if self._desk.running else said, rising, since)
        self._strip.show_summary(said)

    def _epoch_ended(self, event: EpochEnd) -> None:
        self._epochs.append(event)
        if event.val_mse is not None:
            self._curves.add_validation(event.epoch, event.val_mse, event.val_nme)
        self._tell_epochs()
        self._curves.set_notice(tr(COLLAPSED) if event.collapsed else None)
        self._list_runs()

    def _training_failed(self, message: str) -> None:
        self._curves.set_notice(message, "danger")
        if self.sweep.running:
            self.sweep.failed(message)  # told at the end: the others go on
        else:
            self.failed.emit(message)

    def _ended(self, _name: str) -> None:
        if self.sweep.go_on():
            return
        self._settings.set_running(False)
        self._strip.finish()
        self._curves.end_run()
        self._tell_epochs()
        self._list_runs()
        self._end_sweep()
        self.changed.emit()

    def _end_sweep(self) -> None:
        """Draw all runs of a sweep that is over into one plot, the best one in colour."""
        names, failures = self.sweep.names, self.sweep.failures
        self.sweep.names, self.sweep.failures = [], []
        folders = [self._runs.folder(name) for name in names]
        best_first = [summary.name for summary, _ in ranked(folders) if summary.epochs_done]
        if best_first:
            self._runs.use(best_first[0])
            self._table.select(best_first)
        if failures:
            said = (
                failures[0]
                if len(failures) == 1
                else tr("{count} runs: {failures}", count=len(failures), failures=failures[0])
            )
            self.failed.emit(tr("some runs of the sweep were not trained. {said}", said=said))

    # Stored runs

    def _draw(self, names: list[str]) -> None:
        if self._desk.running and (not names or names == [self._desk.run]):
            self._curves.show_runs([])  # the run being trained, which grows in memory
            return
        curves = []
        for name in names:
            try:
                curves.append(curve_of(self._runs.open_run(name)))
            except InputError as error:
                self.failed.emit(translated(error))
        self._curves.show_runs(curves)

    # Training pictures

    def sample_pictures(self) -> None:
        """Draw a fresh grid of what the network is fed with these settings."""
        try:
            config, split = self._settings.config(), self.split()
        except InputError as error:
            self.failed.emit(translated(error))
            return
        if self._sampling is not None:
            return
        labels = self._session.labels
        frozen = labels.copy()
        seed = self._sample_seed
        self._sample_seed += 1

        def work(_handle: object) -> list[Sample]:
            from kpstudio.tasks.training_pictures import augmented_samples

            drawn = augmented_samples(frozen, config, split, SAMPLES, seed)
            return [Sample(*sample) for sample in drawn]

        job = self._session.jobs.job(work)
        job.finished.connect(self._show_samples)
        job.failed.connect(lambda error: self.failed.emit(sentence(error)))
        job.ended.connect(self._sampled)
        self._sampling = job
        self._pictures.set_loading(True)
        job.start()

    def _show_samples(self, samples: list[Sample]) -> None:
        if self.sender() is self._sampling:  # no other folder was opened meanwhile
            self._pictures.set_samples(samples)

    def _sampled(self) -> None:
        if self.sender() is self._sampling:
            self._sampling = None
            self._pictures.set_loading(False)


def _closing(done: Done) -> str:
    best = ""
    if done.best_val_nme is not None:
        best = tr(", best validation NME {nme:.3g} %", nme=100.0 * done.best_val_nme)
    elif done.best_val_mse is not None:
        best = tr(", best validation MSE {mse:.4g}", mse=done.best_val_mse)
    time = duration(done.seconds)
    epochs = tr_count("1 epoch", "{count} epochs", done.epochs)
    if done.stopped:
        return tr("Stopped after {epochs} in {time}{best}.", epochs=epochs, time=time, best=best)
    return tr("Trained for {epochs} in {time}{best}.", epochs=epochs, time=time, best=best)
