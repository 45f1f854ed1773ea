"""A training as text: a bar that moves, and a line for each epoch."""

from __future__ import annotations

from kpstudio.cli.console import Progress, clock, count
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Batch, Done, EpochEnd, Event, Notice, Preparing, Started


class TrainingView:
    """Shows the events of one training on stderr."""

    def __init__(self, config: TrainConfig, quiet: bool = False) -> None:
        self._config = config
        self._bar = Progress(config.network, quiet)
        self._reading = Progress("reading pictures", quiet)

    def show(self, event: Event) -> None:
        """Show one event."""
        match event:
            case Preparing():
                self._reading.show(event.done, event.total)
            case Started():
                self._reading.close()
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
                self._bar.close()
                self._bar.line(self._ending(event))

    def _heading(self, started: Started) -> str:
        return (
            f"{self._config.network}: {count(started.train_faces, 'face')} to train on, "
            f"{started.val_faces} held out, {count(len(self._config.points), 'point')}, on "
            f"{started.device}; the mean shape alone has MSE {started.mean_shape_mse:.5f}"
        )

    def _epoch(self, end: EpochEnd) -> str:
        number = f"{end.epoch:>{len(str(self._config.epochs))}}/{self._config.epochs}"
        validation = "" if end.val_mse is None else f"  validation {end.val_mse:.5f}"
        best = "  best" if end.best else ""
        collapsed = "  predicts the mean shape for every face" if end.collapsed else ""
        return f"  epoch {number}  training {end.train_mse:.5f}{validation}{best}{collapsed}"

    def _ending(self, done: Done) -> str:
        best = "" if done.best_val_mse is None else f", best validation MSE {done.best_val_mse:.5f}"
        verb = "stopped after" if done.stopped else "trained"
        return (
            f"{verb} {count(done.epochs, 'epoch')} in {clock(done.seconds)}{best}, "
            f"{done.images_per_second:.0f} images/s"
        )
