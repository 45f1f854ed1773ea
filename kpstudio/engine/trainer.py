"""The one trainer: a generator of events that the window and the command line both loop over."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split
from kpstudio.engine import augment, checkpoint, data
from kpstudio.engine.adam import Adam
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.data import FaceTensors
from kpstudio.engine.device import choose_device, use_threads
from kpstudio.engine.events import Batch, Done, EpochEnd, Event, Notice, Started
from kpstudio.engine.failures import TrainingError, diverged, explained
from kpstudio.engine.models import last_layer
from kpstudio.engine.network import Network
from kpstudio.engine.norms import settle_norms
from kpstudio.engine.pace import Pace
from kpstudio.engine.predict import predict_faces

__all__ = ["Control", "TrainingError", "train"]

Watch = Callable[[], Sequence[Face]]

SAME_SHAPE = 0.1
"""Predictions that vary less than this share of the targets' deviation count as one shape."""

NO_BETTER = 0.9
"""A validation MSE above this share of the mean shape's counts as not learned."""

SETTLING_BATCHES = 8
"""Batches that the statistics of batch normalisation are measured on after each epoch."""


def train(
    config: TrainConfig,
    labels_snapshot: Sequence[Face],
    root: Path,
    scheme: PointSchema,
    split: Split,
    out: Path,
    control: Control | None = None,
    watch: Watch | None = None,
    threads: int | None = None,
) -> Iterator[Event]:
    """Train a network, yielding what happens; see `kpstudio.engine.events` for the order.

    Writes ``out``/best.safetensors (lowest validation MSE, else lowest training MSE) and
    ``out``/last.safetensors after each epoch, each whole or not at all. A stopped training leaves
    both as well, unless it was stopped while its pictures were still being decoded. On one device
    with one thread count the same arguments give the same numbers.

    Args:
        config: Every setting.
        labels_snapshot: The faces, as they are to be trained on.
        root: Folder that relative picture paths start from.
        scheme: The scheme of the faces.
        split: Which faces are trained on and which are held out.
        out: The run's folder.
        control: Pauses, resumes and stops from another thread.
        watch: Called after each epoch; its faces' fresh predictions go into `EpochEnd`.
        threads: CPU threads for torch; None keeps torch's own choice.

    Raises:
        InputError: If the settings do not fit, there is no face to train on, or ``out`` cannot be
            written.
        TrainingError: If the loss stops being a number, or memory runs out. Whatever is raised,
            weights that were saved before stay whole.
    """
    begun = time.perf_counter()
    control = control or Control()
    config.validate(scheme)
    use_threads(threads)
    device = choose_device(config.device)
    with explained():
        loaded = yield from _load(config, labels_snapshot, root, split, control)
        if loaded is None:
            yield Done(None, 0, time.perf_counter() - begun, 0.0, stopped=True)
            return
        training, validation = loaded
        network = _new_network(config, scheme, training, device)
        course = _Course(network, training, validation, out, control)
        yield course.started()
        for epoch in range(1, config.epochs + 1):
            yield from course.epoch()
            if control.stopped:
                break
            yield course.judged(epoch, _watched(network, watch, root, out.name))
        yield course.done(begun)


def _load(
    config: TrainConfig, snapshot: Sequence[Face], root: Path, split: Split, control: Control
) -> Generator[Event, None, tuple[FaceTensors, FaceTensors] | None]:
    """Decode the faces to train on and those held out; None when stopped meanwhile."""
    by_id = {face.id: face for face in snapshot}
    parts = []
    for ids in (split.training, split.validation):
        known = [by_id[i] for i in ids if i in by_id]
        usable = data.trainable(known, config)
        if len(usable) < len(ids):
            missing = len(ids) - len(usable)
            yield Notice(f"{missing} of {len(ids)} faces have none of the points and are left out")
        parts.append(usable)
    faces, held_out = parts
    if not faces:
        raise InputError(
            "no faces to train on: none of the training faces has labels for the chosen points; "
            "open a folder with labels, or choose other points"
        )
    total = len(faces) + len(held_out)
    margin = augment.margin_for(config)
    training = yield from data.load(faces, root, config, margin, control, (0, total))
    if training is None:
        return None
    validation = yield from data.load(held_out, root, config, 0, control, (len(faces), total))
    if validation is None:
        return None
    if len(training) == 0:
        raise InputError(f"{root}: none of the {len(faces)} pictures to train on can be read")
    return training, validation


def _new_network(
    config: TrainConfig, scheme: PointSchema, training: FaceTensors, device: torch.device
) -> Network:
    network = Network.new(config, scheme, device, training.framing)
    if config.bias_at_mean:
        with torch.no_grad():
            last_layer(network.model).bias.copy_(data.mean_shape(training.targets).flatten())
    return network


def _watched(network: Network, watch: Watch | None, root: Path, run: str) -> dict[str, Landmarks]:
    """Predict the watched faces; those whose picture cannot be read are passed over."""
    if watch is None:
        return {}
    found = predict_faces(network, tuple(watch()), root, run)
    return {face.id: points for face, points in found if isinstance(points, Landmarks)}


@dataclass(eq=False)
class _Tally:
    """Sums up training errors, weighted by faces."""

    total: float = 0.0
    faces: int = 0

    def add(self, mse: float, faces: int) -> None:
        self.total += mse * faces
        self.faces += faces

    @property
    def mean(self) -> float:
        return self.total / max(self.faces, 1)


class _Course:
    """The state of one training between its events."""

    def __init__(
        self,
        network: Network,
        training: FaceTensors,
        validation: FaceTensors,
        out: Path,
        control: Control,
    ) -> None:
        self._network = network
        self._config = network.config
        self._training = training
        self._validation = validation
        self._out = out
        self._control = control
        self._mean_shape = data.mean_shape(training.targets)
        judged = validation if len(validation) else training
        self._mean_shape_mse = float(data.masked_mse(self._mean_shape, judged.targets))
        self._mirror = augment.mirror_of(self._config, network.scheme)
        self._random = torch.Generator().manual_seed(self._config.seed)
        self._optimiser = Adam(network.model.parameters(), self._config.lr)
        self._steps_per_epoch = -(-len(training) // self._config.batch_size)
        self._pace = Pace()
        self._since_said, self._this_epoch = _Tally(), _Tally()
        self._step = self._faces_shown = self._epochs_done = 0
        self._best = float("inf")
        self._begun, self._paused_before = time.perf_counter(), control.paused_seconds

    def started(self) -> Started:
        return Started(
            len(self._training),
            len(self._validation),
            self._mean_shape_mse,
            self._network.device.type,
            self._steps_per_epoch,
            self._config.epochs,
        )

    def epoch(self) -> Iterator[Event]:
        """Show every training face once, in random order; end early when stopped."""
        self._this_epoch = _Tally()
        order = torch.randperm(len(self._training), generator=self._random)
        for chosen in torch.split(order, self._config.batch_size):
            if not self._control.wait():
                break
            self._network.model.train()
            mse = self._learn(chosen)
            for tally in (self._since_said, self._this_epoch):
                tally.add(mse, len(chosen))
            self._step += 1
            self._faces_shown += len(chosen)
            if self._pace.due():
                yield self._batch()
        self._settle()

    def _learn(self, chosen: Tensor) -> float:
        """Take one step on the ``chosen`` faces; return their MSE before it."""
        grey, targets = self._shown(chosen)
        loss = data.masked_mse(self._network(grey), targets.to(self._network.device))
        mse = float(loss.detach())
        if not math.isfinite(mse):
            raise diverged(self._config.lr, self._epochs_done + 1)
        loss.backward()  # type: ignore[no-untyped-call]
        self._optimiser.step()
        return mse

    def _shown(self, chosen: Tensor) -> tuple[Tensor, Tensor]:
        """Return pixels and targets of the ``chosen`` faces, moved by a fresh random move each."""
        config, targets = self._config, self._training.targets[chosen]
        if not config.augmentation.moves:
            return self._training.inputs[chosen], targets
        moves = augment.draw(config.augmentation, len(chosen), config, self._random)
        pixels = self._training.pixels[chosen].to(self._network.device)
        return (
            augment.move_pixels(pixels, moves, config),
            augment.move_points(targets, moves, self._mirror, config),
        )

    def judged(self, epoch: int, predictions: dict[str, Landmarks]) -> EpochEnd:
        """Validate, save, and say how the epoch went."""
        self._epochs_done = epoch
        val_mse, collapsed = None, False
        if len(self._validation):
            xy = self._network.predict(self._validation.inputs)
            val_mse = float(data.masked_mse(xy, self._validation.targets))
            collapsed = self._collapsed(xy, val_mse)
        score = self._this_epoch.mean if val_mse is None else val_mse
        best = score < self._best
        self._best = min(score, self._best)
        self._save(best)
        return EpochEnd(
            epoch, self._this_epoch.mean, val_mse, best, collapsed, predictions=predictions
        )

    def _settle(self) -> None:
        """Measure the norms anew on a few training pictures.

        They are moved as in training: the weights count on features that vary so much. On pictures
        that are not moved ResNet18 came out a third worse.
        """
        chosen = torch.randperm(len(self._training), generator=self._random)
        batches = torch.split(chosen, self._config.batch_size)[:SETTLING_BATCHES]
        settle_norms(self._network, (self._shown(batch)[0] for batch in batches))

    def _collapsed(self, xy: Tensor, val_mse: float) -> bool:
        """Whether the (N, P, 2) validation predictions are one shape, no better than the mean."""
        if len(xy) < 2:
            return False
        targets = self._validation.targets
        about_mean = targets - torch.nanmean(targets, dim=0)
        spread = float(torch.nanmean(about_mean.square()).sqrt())
        varied = float(xy.std(dim=0, correction=0).square().mean().sqrt())
        return varied < SAME_SHAPE * spread and val_mse > NO_BETTER * self._mean_shape_mse

    def _save(self, best: bool) -> None:
        facts = {"epoch": self._epochs_done, "step": self._step}
        checkpoint.save(self._network, self._out / "last.safetensors", **facts)
        if best:
            checkpoint.save(self._network, self._out / "best.safetensors", **facts)

    def _running_seconds(self) -> float:
        paused = self._control.paused_seconds - self._paused_before
        return time.perf_counter() - self._begun - paused

    def _batch(self) -> Batch:
        seconds = self._running_seconds()
        steps = self._steps_per_epoch * self._config.epochs
        said, self._since_said = self._since_said, _Tally()
        return Batch(
            self._step,
            self._step / self._steps_per_epoch,
            said.mean,
            self._faces_shown / seconds,
            seconds / self._step * (steps - self._step),
        )

    def done(self, begun: float) -> Done:
        """Save what a stop interrupted, and sum up."""
        stopped = self._control.stopped and self._epochs_done < self._config.epochs
        if stopped:
            self._save(best=self._epochs_done == 0)
        known = len(self._validation) > 0 and self._epochs_done > 0
        return Done(
            self._best if known else None,
            self._epochs_done,
            time.perf_counter() - begun,
            self._faces_shown / max(self._running_seconds(), 1e-9),
            stopped,
        )
