"""One training between its events: the epochs, what is best so far, what is saved."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.texts import say
from kpstudio.engine import sampling
from kpstudio.engine.control import Control
from kpstudio.engine.data import FaceTensors
from kpstudio.engine.distributed import ALONE, Team
from kpstudio.engine.events import Batch, Done, EpochEnd, Event, Notice, Started
from kpstudio.engine.folders import make_folder, run_of, saving
from kpstudio.engine.judging import Judge
from kpstudio.engine.keeper import BEST, LAST, Keeper
from kpstudio.engine.learner import Learner
from kpstudio.engine.network import Network
from kpstudio.engine.norms import settle_norms
from kpstudio.engine.notices import overfitting_since
from kpstudio.engine.pace import Pace
from kpstudio.engine.state import SavedState, Standing, faces_mark
from kpstudio.engine.tuning import Tuned

SETTLING_FACES = 256
"""Faces that the statistics of batch normalisation are measured on after each epoch, at least two
batches. It costs ResNet18 a fifth of its time where that is all faces there are; with 64 its
validation error was a fifth higher."""

DECODED_ALIKE = 3.0
"""Grey values by which patches of one picture may differ that was decoded by other libraries."""


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


class Course:
    """The state of one training between its events.

    Attributes:
        network: The network to predict with: the one that is trained, or its moving average.
    """

    def __init__(
        self,
        network: Network,
        training: FaceTensors,
        validation: FaceTensors,
        out: Path,
        control: Control,
        tuned: Tuned,
        team: Team = ALONE,
    ) -> None:
        """Get ready for the first epoch.

        Raises:
            InputError: If the others of the ``team`` were given other faces or another device.
        """
        self._team = team
        self._config = config = network.config
        self._count, self._held_out = len(training), len(validation)
        self._out, self._control = out, control
        self._random = torch.Generator().manual_seed(config.seed)
        self._steps_per_epoch = -(-len(training) // config.batch_size)
        steps = self._steps_per_epoch * config.epochs
        mark = faces_mark((training, validation))
        _require_same(team, mark, training, network.device)
        self._learner = Learner(network, training, steps, self._random, tuned.precision, team)
        self._judge = Judge(training, validation, network)
        self._shares = sampling.shares_of(training.faces, network.scheme, config.turned_weight)
        self._at = Standing(precision=tuned.precision, threads=tuned.threads, faces=mark)
        self.network = self._learner.best_network
        if team.leads:
            make_folder(out)
        self._keeper = Keeper(out, self._learner, self._random)
        self._pace = Pace()
        self._since_said, self._this_epoch = _Tally(), _Tally()
        self._faces_shown = self._steps_before = 0
        self._seconds_before = 0.0
        self._begun, self._paused_before = time.perf_counter(), control.paused_seconds

    def restore(self, saved: SavedState) -> Iterator[Event]:
        """Go on from what an earlier training of the same run left.

        Raises:
            InputError: If that is of another network, or of more or fewer faces.
        """
        mark, was = self._at.faces, saved.standing.faces
        count, count_then = (text.partition(":")[0] for text in (mark, was))
        if count != count_then:
            run = run_of(self._out)
            raise InputError(
                say(
                    "{run}: only {count} of the {count_then} faces it was trained and judged on "
                    "can be read now: put the pictures back, or train a new run from its weights "
                    "(--start {run})",
                    run=run,
                    count_then=count_then,
                    count=count,
                )
            )
        saved.restore(self._learner, self._random)
        tuned = self._at  # another machine may compute otherwise
        self._at = replace(
            saved.standing, faces=mark, precision=tuned.precision, threads=tuned.threads
        )
        self._steps_before = self._learner.steps_done
        self._seconds_before = self._at.seconds
        if was != mark:
            yield Notice(
                say(
                    "The labels have changed since this run was interrupted: from here on it "
                    "learns from the new ones and is judged by them."
                )
            )
        if self._team.leads:
            self._keeper.recover(self._at)

    def started(self) -> Started:
        """Return what is to be said before the first epoch."""
        return Started(
            self._count,
            self._held_out,
            self._judge.mean_shape_mse,
            self.network.device.type,
            self._steps_per_epoch,
            self._config.epochs,
            self._at.precision,
            self._at.threads,
            self._at.epoch,
        )

    @property
    def over(self) -> bool:
        """Whether there is no epoch left, or no hope that a further one is better."""
        return self._at.epoch >= self._config.epochs or self._out_of_patience

    @property
    def _out_of_patience(self) -> bool:
        patience = self._config.patience
        return 0 < patience <= self._at.epoch - self._at.best_epoch

    def epoch(self) -> Iterator[Event]:
        """Show the training faces once, in random order; end early when stopped."""
        self._this_epoch = _Tally()
        order = sampling.drawn_order(self._count, self._shares, self._random)
        for chosen in torch.split(order, self._config.batch_size):
            if not self._control.wait():
                break
            mse = self._learner.step(chosen)
            for tally in (self._since_said, self._this_epoch):
                tally.add(mse, len(chosen))
            self._faces_shown += len(chosen)
            if self._pace.due():
                yield self._batch()
        self._settle()

    def _settle(self) -> None:
        """Measure the norms anew on a few training pictures; an average has averaged them.

        They are moved as in training: the weights count on features that vary so much. On pictures
        that are not moved ResNet18 came out a third worse.
        """
        if self._learner.average is not None:
            return
        chosen = torch.randperm(self._count, generator=self._random)
        size = self._config.batch_size
        batches = torch.split(chosen, size)[: max(2, SETTLING_FACES // size)]
        settle_norms(self.network, (self._shown(batch) for batch in batches))

    def _shown(self, chosen: Tensor) -> Tensor:
        return self._learner.shown(chosen)[0]

    def judged(self, predictions: dict[str, Landmarks]) -> EpochEnd:
        """Validate, save where it is time to, and say how the epoch went.

        Raises:
            InputError: If the weights are no numbers, or cannot be saved; what was saved before
                stays.
        """
        self._learner.require_finite()
        at = self._at
        at.epoch += 1
        verdict = self._team.decided(lambda: self._judge.of(self.network))
        train_mse = self._this_epoch.mean
        score = verdict.score(self._config.judge)
        score = train_mse if score is None else score
        best = score < at.best_score
        if best:
            at.best_score, at.best_epoch = score, at.epoch
            at.best_mse, at.best_nme = verdict.mse, verdict.nme
        at.train_errors.append(train_mse)
        at.scores.append(score)
        end = EpochEnd(
            at.epoch,
            train_mse,
            verdict.mse,
            best,
            verdict.collapsed,
            verdict.nme,
            overfitting_since(at.train_errors, at.scores) if self._held_out else None,
            self._learner.lr,
            predictions,
        )
        at.seconds = self._seconds_before + time.perf_counter() - self._begun
        at.last_event = end.to_json()
        if self._team.leads:
            with saving(self._out):
                self._keeper.epoch_ended(at, best, self.over or self._control.stopped)
        return end

    def save(self) -> None:
        """Save what stood after the last whole epoch, where that is not done yet.

        Raises:
            InputError: If it cannot be saved; what was saved before stays.
        """
        if self._team.leads:
            with saving(self._out):
                self._keeper.flush()

    def _running_seconds(self) -> float:
        paused = self._control.paused_seconds - self._paused_before
        return time.perf_counter() - self._begun - paused

    def _batch(self) -> Batch:
        seconds = self._running_seconds()
        steps, done = self._steps_per_epoch * self._config.epochs, self._learner.steps_done
        said, self._since_said = self._since_said, _Tally()
        return Batch(
            done,
            done / self._steps_per_epoch,
            said.mean,
            self._faces_shown / seconds,
            seconds / (done - self._steps_before) * (steps - done),
        )

    def done(self, begun: float, unfinished: bool = False) -> Iterator[Event]:
        """Save what a stop interrupted, and sum up.

        Args:
            begun: When the call began, as `time.perf_counter` counts.
            unfinished: Whether a stop left something to do after the last epoch.

        Raises:
            InputError: If it cannot be saved; what was saved before stays.
        """
        at = self._at
        stopped = self._control.stopped and not self.over
        if stopped:
            self.save()
            if self._team.leads:
                with saving(self._out):
                    self._keeper.save_weights(at, *((LAST, BEST) if at.epoch == 0 else (LAST,)))
        elif at.epoch < self._config.epochs:
            yield Notice(
                say(
                    "No improvement in {patience} epochs: stopped after epoch {epoch} of "
                    "{epochs}; the best weights are from epoch {best_epoch}.",
                    patience=self._config.patience,
                    epoch=at.epoch,
                    epochs=self._config.epochs,
                    best_epoch=at.best_epoch,
                )
            )
        yield Done(
            at.best_mse,
            at.epoch,
            self._seconds_before + time.perf_counter() - begun,
            self._faces_shown / max(self._running_seconds(), 1e-9),
            stopped or unfinished,
            at.best_nme,
        )


def _require_same(team: Team, mark: str, training: FaceTensors, device: torch.device) -> None:
    """Check that everybody in ``team`` trains on the same faces and pictures, on the same device.

    Raises:
        InputError: If not, in all of them.
    """
    team.require_same(f"{mark} {device.type}", "faces or device")
    if team.size > 1 and (k := team.first_unlike(training.coarse(), DECODED_ALIKE)) is not None:
        raise InputError(
            say(
                "{picture} differs between the processes that train together: give all computers "
                "the same pictures at the same path",
                picture=training.faces[k].picture,
            )
        )
