"""A training as text: a bar that moves, and a line for each epoch."""

from __future__ import annotations

from kpstudio.cli.console import Progress, clock, count
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Batch, Done, EpochEnd, Event, Notice, Preparing, Started
from kpstudio.engine.notices import summary_in_words
from kpstudio.engine.presets import run_word


class TrainingView:
    """Shows the events of one training on stderr."""

    def __init__(self, config: TrainConfig, quiet: bool = False) -> None:
        self._config = config
        self._epochs: list[EpochEnd] = []
        self._bar = Progress(run_word(config), quiet)
        self._quiet = quiet
        self._preparing: tuple[str, Progress] | None = None

    def show(self, event: Event) -> None:
        """Show one event."""
        match event:
            case Preparing():
                self._prepare(event)
            case Started():
                self._close_preparing()
                self._bar.line(self._heading(event))
            case Batch():
                note = f"MSE {event.train_mse:.5f}  {event.images_per_second:.0f} images/s"
                left = f"{note}  {clock(event.eta_seconds)} left"
                self._bar.show(round(1000 * event.epoch), 1000 * self._config.epochs, left)
            case EpochEnd():
                self._bar.line(self._epoch(event))
            case Notice():
                self._bar.line(f"  {event.message}")
            case Done():
                self._close_preparing()
                self._bar.close()
                self._bar.line(self._ending(event))

    def _prepare(self, event: Preparing) -> None:
        if self._preparing is None or self._preparing[0] != event.what:
            self._close_preparing()
            self._bar.close()
            self._preparing = event.what, Progress(event.what, self._quiet)
        self._preparing[1].show(event.done, event.total)

    def _close_preparing(self) -> None:
        if self._preparing is not None:
            self._preparing[1].close()
            self._preparing = None

    def _heading(self, started: Started) -> str:
        where = f"{started.device} in {started.precision}"
        if started.threads:
            where += f" with {count(started.threads, 'thread')}"
        resumed = f"; goes on after epoch {started.resumed_after}" if started.resumed_after else ""
        return (
            f"{run_word(self._config)}: {count(started.train_faces, 'face')} to train on, "
            f"{started.val_faces} held out, {count(len(self._config.points), 'point')}, on "
            f"{where}; the mean shape alone has MSE {started.mean_shape_mse:.5f}{resumed}"
        )

    def _epoch(self, end: EpochEnd) -> str:
        """Return the epoch's errors and how it went; what the words tell is no number, too."""
        self._epochs.append(end)
        parts = [f"  epoch {end.epoch:>{len(str(self._config.epochs))}}/{self._config.epochs}"]
        if end.val_mse is not None or end.val_nme is not None:
            parts.append(f"training {end.train_mse:.5f}")
        if end.val_mse is not None and end.val_nme is not None:
            parts.append(f"validation {end.val_mse:.5f}")
        parts.append(summary_in_words(self._epochs).partition(": ")[2])
        return "  ".join([*parts, "best"] if end.best else parts)

    def _ending(self, done: Done) -> str:
        best = [
            f"{what} {text}"
            for what, error, text in (
                ("NME", done.best_val_nme, f"{100 * (done.best_val_nme or 0.0):.2f} %"),
                ("MSE", done.best_val_mse, f"{done.best_val_mse or 0.0:.5f}"),
            )
            if error is not None
        ]
        told = f", best validation {', '.join(best)}" if best else ""
        planned = self._config.epochs
        early = not done.stopped and 0 < done.epochs < planned
        why = f" of {planned}: no better one for {self._config.patience}" if early else ""
        verb = "stopped after" if done.stopped else "trained"
        return (
            f"{verb} {count(done.epochs, 'epoch')}{why} in {clock(done.seconds)}{told}, "
            f"{done.images_per_second:.0f} images/s"
        )
