"""The strip that stays in view while a run is trained: how far, how fast, pause and stop."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Batch, Started
from kpstudio.ui.panels.naming import NETWORK_TITLES, duration, run_title
from kpstudio.ui.panels.parts import Header, quiet
from kpstudio.ui.panels.settings_text import rate_text

_DEVICES = {"cpu": "CPU", "cuda": "CUDA", "mps": "MPS"}
_STEPS = 1000
_NARROWEST = 288


class TrainingStrip(QWidget):
    """State of the run being trained; it does not know the trainer.

    Signals:
        pause_requested: the run is to wait.
        resume_requested: the run is to go on.
        stop_requested: the run is to end, keeping what it has learnt.
    """

    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._epochs = 1
        self._epoch = 0.0
        self._paused = False
        self._device = ""
        self.header = Header("Training")
        self.network, self.rate, self.batch, self.epoch = (QLabel("–") for _ in range(4))
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Training progress")
        self.pause_button = QPushButton("Pause")
        self.stop_button = QPushButton("Stop")
        self.stop_button.setToolTip("End the run; its best and last weights are kept")
        self.speed = quiet(wrap=False)
        self.closing = quiet()
        self._lay_out()
        self.pause_button.clicked.connect(self._pause_or_resume)
        self.stop_button.clicked.connect(self._stop)
        self.finish("No run is being trained.")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = (
            ("Network", self.network),
            ("Learning rate", self.rate),
            ("Batch size", self.batch),
            ("Epoch", self.epoch),
        )
        for row, (text, value) in enumerate(rows):
            grid.addWidget(quiet(text, wrap=False), row, 0)
            grid.addWidget(value, row, 1)
            value.setAccessibleName(text)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.pause_button)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.closing, 100)
        buttons.addStretch(1)
        buttons.addWidget(self.speed)
        inside = QVBoxLayout()
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(12)
        inside.addLayout(grid)
        inside.addWidget(self.bar)
        inside.addLayout(buttons)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inside, 1)
        self.setMinimumWidth(_NARROWEST)

    def begin(self, name: str, config: TrainConfig) -> None:
        """Show a run that has just been started.

        Args:
            name: The run's folder name.
            config: Its settings.
        """
        self._epochs = config.epochs
        self._epoch = 0.0
        self._device = config.device if config.device != "auto" else ""
        self.header.note.setText(run_title(name))
        points = f"{len(config.points)} point{'s' if len(config.points) != 1 else ''}"
        network = NETWORK_TITLES.get(config.network, config.network)
        self.network.setText(f"{network} · {points}")
        self.rate.setText(rate_text(config.lr))
        self.batch.setText(str(config.batch_size))
        self.epoch.setText("starting…")
        self.speed.setText("")
        self.bar.setValue(0)
        self._show_buttons(True)
        self.set_paused(False)

    def show_preparing(self, done: int, total: int) -> None:
        """Say how many faces have been read of those to train on."""
        self.epoch.setText(f"reading faces, {done} of {total}")
        self.bar.setValue(_STEPS * done // max(total, 1))

    def show_started(self, event: Started) -> None:
        """Show where the run is trained; its first epoch begins."""
        self._epochs = event.epochs
        self._device = event.device
        if self._epoch == 0.0:  # a batch may have been shown before, from the same bunch of events
            self.epoch.setText(f"1 of {self._epochs}")
            self.bar.setValue(0)
            self._show_speed(math.nan)

    def show_batch(self, event: Batch) -> None:
        """Show how far the run is, how fast, and how long the rest takes."""
        self._epoch = event.epoch
        now = min(math.ceil(event.epoch) or 1, self._epochs)
        left = event.eta_seconds
        rest = f" · {duration(left)} left" if math.isfinite(left) else ""
        self.epoch.setText(f"{now} of {self._epochs}{'' if self._paused else rest}")
        self.bar.setValue(round(_STEPS * event.epoch / self._epochs))
        self._show_speed(event.images_per_second)

    def _show_speed(self, images_per_second: float) -> None:
        device = _DEVICES.get(self._device.split(":")[0], self._device)
        fast = f"{images_per_second:.0f} img/s" if math.isfinite(images_per_second) else ""
        self.speed.setText(" · ".join(part for part in (fast, device) if part))

    def set_paused(self, paused: bool) -> None:
        """Say whether the run waits."""
        self._paused = paused
        self.pause_button.setText("Resume" if paused else "Pause")
        self.pause_button.setToolTip("Go on training" if paused else "Let the run wait")
        if paused:
            self.epoch.setText(
                f"{min(int(self._epoch) + 1, self._epochs)} of {self._epochs} · paused"
            )

    def finish(self, sentence: str = "The run is over.") -> None:
        """Say how the run ended; there is nothing left to pause or stop."""
        self.closing.setText(sentence)
        self._show_buttons(False)

    def _show_buttons(self, running: bool) -> None:
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
        self.epoch.setText("stopping…")
        self.stop_requested.emit()
