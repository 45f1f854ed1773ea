"""The strip that stays in view while a run is trained: how far, how fast, pause and stop."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, tr_count
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Batch, Started
from kpstudio.store.summary import RunSummary
from kpstudio.ui import theme
from kpstudio.ui.panels.naming import RUN_STATES, duration, kind_title, run_title
from kpstudio.ui.panels.parts import Clauses, Elided, Header, quiet
from kpstudio.ui.panels.room import Room
from kpstudio.ui.panels.settings_text import rate_text

_DEVICES = {"cpu": "CPU", "cuda": "CUDA", "mps": "MPS"}
_STEPS = 1000
_NARROWEST = 200
_LEAST_DETAILS = 36
"""With less room than this below the buttons there are no details: they would be a slit."""
_LINE_HEIGHT, _ANY_HEIGHT = 44, (1 << 24) - 1


class TrainingStrip(QWidget):
    """State of the run being trained; it does not know the trainer.

    How far it is and what stops it come first, and are in view at any size; the details scroll.

    Signals:
        pause_requested: the run is to wait.
        resume_requested: the run is to go on.
        stop_requested: the run is to end, keeping what it has learnt.
        go_on_requested: the name of a run that was stopped or interrupted, and is to go on.

    Attributes:
        offered: The name of the run that can go on, while it is shown; else "".
    """

    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()
    go_on_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._epochs = 1
        self._epoch = 0.0
        self._paused = self._stopping = False
        self._device = ""
        self._precision = ""
        self.offered = ""
        self.header = Header(tr("Training"))
        self.network, self.rate, self.batch = Elided(), QLabel("–"), QLabel("–")
        self.epoch = Elided(Qt.TextElideMode.ElideMiddle)  # the numbers stand at the end
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Training progress"))
        self.pause_button = QPushButton(tr("Pause"))
        self.stop_button = QPushButton(tr("Stop"))
        self.go_on_button = QPushButton(tr("Resume"))
        self.go_on_button.setToolTip(
            tr("Continue after the last complete epoch, as if nothing had happened")
        )
        self.speed = Clauses()
        theme.set_role(self.speed, "quiet")
        self.speed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.summary = quiet()
        self.closing = quiet()
        self._lay_out()
        self.pause_button.clicked.connect(self._pause_or_resume)
        self.stop_button.clicked.connect(self._stop)
        self.go_on_button.clicked.connect(lambda: self.go_on_requested.emit(self.offered))
        self.finish(tr("No run is being trained."))

    def _lay_out(self) -> None:
        epoch = QHBoxLayout()
        epoch.setSpacing(12)
        self._epoch_word = quiet(tr("Epoch"), wrap=False)
        epoch.addWidget(self._epoch_word)
        epoch.addWidget(self.epoch, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.pause_button)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.go_on_button)
        buttons.addWidget(self.closing, 100)
        buttons.addWidget(self.speed, 1)
        self._controls = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._controls.addLayout(epoch, 3)
        self._controls.addWidget(self.bar, 2)
        self._controls.addLayout(buttons)
        self._details = Room(self._make_details(), sideways=False)
        self._details.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addLayout(self._controls)
        self._column.addWidget(self._details, 1)
        self._column.addStretch()
        self.setMinimumWidth(_NARROWEST)
        self._line = True
        self.show_line(False)

    def _make_details(self) -> QWidget:
        page = QWidget()
        theme.set_role(page, "pane")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        rows = ((tr("Preset"), self.network), (tr("Rate, batch"), _beside(self.rate, self.batch)))
        for row, (text, value) in enumerate(rows):
            grid.addWidget(quiet(text, wrap=False), row, 0)
            grid.addWidget(value, row, 1)
            value.setAccessibleName(text)
        self.rate.setAccessibleName(tr("Learning rate"))
        self.batch.setAccessibleName(tr("Batch size"))
        inside = QVBoxLayout(page)
        inside.setContentsMargins(12, 0, 12, 8)
        inside.setSpacing(8)
        inside.addLayout(grid)
        inside.addWidget(self.summary)
        inside.addStretch(1)
        return page

    def show_line(self, line: bool) -> None:
        """Take one line, without the details, or be a column."""
        if line == self._line:
            return
        self._line = line
        self.setMaximumHeight(_LINE_HEIGHT if line else _ANY_HEIGHT)
        ways = QBoxLayout.Direction
        for box in (self._column, self._controls):
            box.setDirection(ways.LeftToRight if line else ways.TopToBottom)
        self._column.setStretchFactor(self.header, 2 if line else 0)
        self._column.setStretchFactor(self._controls, 5 if line else 0)
        self._controls.setContentsMargins(*(12, 0, 12, 0) if line else (12, 8, 12, 8))
        self._controls.setSpacing(12 if line else 6)
        theme.set_role(self.header, "pane" if line else "header")
        for part in (self._epoch_word, self.speed):
            part.setVisible(not line)
        self._show_details()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the details as far as there is room."""
        super().resizeEvent(event)
        self._show_details()

    def _show_details(self) -> None:
        left = self.height() - self.header.height() - self._controls.minimumSize().height()
        self._details.setVisible(not self._line and left >= _LEAST_DETAILS)

    def begin(self, name: str, config: TrainConfig) -> None:
        """Show a run that has just been started.

        Args:
            name: The run's folder name.
            config: Its settings.
        """
        self._epochs = config.epochs
        self._epoch = 0.0
        self._device = config.device if config.device != "auto" else ""
        self._precision = ""
        self.offered = ""
        self.header.note.setText(run_title(name))
        self._show_network(kind_title(config.preset, config.network), len(config.points))
        self.rate.setText(rate_text(config.lr))
        self.batch.setText(str(config.batch_size))
        self.epoch.setText(tr("starting…"))
        self.speed.setText("")
        self.bar.setRange(0, 0)  # nobody knows yet how long that takes
        self.show_summary("")
        self._stopping = False
        self._show_buttons(True)
        self.set_paused(False)

    def _show_network(self, title: str, points: int) -> None:
        self.network.setText(f"{title} · {tr_count('1 point', '{count} points', points)}")

    def show_summary(self, sentence: str) -> None:
        """Say how the last epoch went; "" for nothing."""
        self.summary.setText(sentence)
        self.summary.setVisible(bool(sentence))

    def show_preparing(self, done: int, total: int, what: str = say("reading faces")) -> None:
        """Say what goes on that is no epoch, and how far it is."""
        self._say(tr("{what}, {done} of {total}", what=tr(what), done=done, total=total))
        self._show_share(done / max(total, 1))

    def show_started(self, event: Started) -> None:
        """Show where the run is trained; its first epoch begins."""
        self._epochs = event.epochs
        self._device = event.device
        self._precision = event.precision if event.precision != "fp32" else ""
        self._epoch = max(self._epoch, float(event.resumed_after))
        if self._epoch == event.resumed_after and event.resumed_after:
            self._say(
                tr(
                    "{resumed_after} of {epochs}",
                    resumed_after=event.resumed_after + 1,
                    epochs=self._epochs,
                )
            )
            self._show_share(event.resumed_after / self._epochs)
        if self._epoch == 0.0:  # a batch may have been shown before, from the same bunch of events
            self._say(tr("1 of {epochs}", epochs=self._epochs))
            self._show_share(0.0)
            self._show_speed(math.nan)

    def show_batch(self, event: Batch) -> None:
        """Show how far the run is, how fast, and how long the rest takes."""
        self._epoch = event.epoch
        now = min(math.ceil(event.epoch) or 1, self._epochs)
        left = event.eta_seconds
        rest = tr(" · {duration} left", duration=duration(left)) if math.isfinite(left) else ""
        more = "" if self._paused else rest
        self._say(tr("{now} of {epochs}{more}", now=now, epochs=self._epochs, more=more))
        self._show_share(event.epoch / self._epochs)
        self._show_speed(event.images_per_second)

    def _say(self, words: str) -> None:
        """Say how far the run is, unless it is about to end anyway."""
        if not self._stopping:
            self.epoch.setText(words)

    def _show_share(self, done: float) -> None:
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(round(_STEPS * done))

    def _show_speed(self, images_per_second: float) -> None:
        device = _DEVICES.get(self._device.split(":")[0], self._device)
        device = f"{device} {self._precision}".strip()
        known = math.isfinite(images_per_second)
        fast = tr("{speed:,.0f} img/s", speed=images_per_second) if known else ""
        self.speed.setText(" · ".join(part for part in (fast, device) if part))

    def set_paused(self, paused: bool) -> None:
        """Say whether the run waits."""
        self._paused = paused
        self.pause_button.setText(tr("Resume") if paused else tr("Pause"))
        self.pause_button.setToolTip(tr("Resume training") if paused else tr("Pause the run"))
        if paused:
            self._say(
                tr(
                    "{value} of {epochs} · paused",
                    value=min(int(self._epoch) + 1, self._epochs),
                    epochs=self._epochs,
                )
            )

    def finish(self, sentence: str | None = None) -> None:
        """Say how the run ended; there is nothing left to pause or stop."""
        self.offered = ""
        self.bar.setRange(0, _STEPS)  # one that never began is not busy, either
        self.closing.setText(tr("The run has ended.") if sentence is None else sentence)
        self._show_buttons(False)

    def offer(self, run: RunSummary) -> None:
        """Show a run that was stopped or interrupted, and offer to go on with it."""
        total = run.epochs_total or max(run.epochs_done, 1)
        self.header.note.setText(run_title(run.name, run.label))
        self._show_network(kind_title(run.preset, run.network), run.points)
        self.rate.setText("–" if run.lr is None else rate_text(run.lr))
        self.batch.setText("–" if run.batch_size is None else str(run.batch_size))
        self.epoch.setText(
            tr(
                "{epochs_done} of {total} · {state}",
                epochs_done=run.epochs_done,
                total=total,
                state=tr(RUN_STATES[run.state]),
            )
        )
        self._show_share(run.epochs_done / total)
        self.speed.setText("")
        self.show_summary("")
        self.finish("")
        self.offered = run.name
        self._show_buttons(False)

    def _show_buttons(self, running: bool) -> None:
        self.go_on_button.setVisible(bool(self.offered))
        for widget in (self.pause_button, self.stop_button):
            widget.setVisible(running)
            widget.setEnabled(running)
        self.closing.setVisible(not running)

    def _pause_or_resume(self) -> None:
        if self._paused:
            self.resume_requested.emit()
        else:
            self.pause_requested.emit()

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.pause_button.setEnabled(False)
        self._say(tr("stopping…"))
        self._stopping = True
        self.stop_requested.emit()


def _beside(*labels: QLabel) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    for label in labels:
        row.addWidget(label)
    row.addStretch(1)
    return both
