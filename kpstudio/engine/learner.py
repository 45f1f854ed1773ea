"""One step of a training: faces -> augmented pixels and targets -> loss -> changed weights."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor, nn

from kpstudio.engine import augment, losses
from kpstudio.engine.adam import Adam
from kpstudio.engine.data import FaceTensors
from kpstudio.engine.distributed import ALONE, Team
from kpstudio.engine.ema import MovingAverage
from kpstudio.engine.failures import DivergedError, diverged
from kpstudio.engine.freezing import set_training
from kpstudio.engine.loss_scale import LossScale
from kpstudio.engine.losses import Goal
from kpstudio.engine.network import Network
from kpstudio.engine.presets import SEED_PRESETS
from kpstudio.engine.schedule import learning_rate
from kpstudio.engine.tuning import autocast

LARGEST_GRADIENT = 5.0
"""Length that the gradient of all weights is cut to, but for the class project's networks."""


def goal_of(faces: FaceTensors, network: Network) -> Goal:
    """Return what is wanted of ``faces``, weighted as the settings of ``network`` say."""
    return Goal(
        faces.targets,
        losses.weights_of(faces.faces, network.config.corrected_weight),
        losses.units_of(faces.faces, faces.boxes_image, network.scheme.normaliser, losses.SHORTEST),
    )


class Learner:
    """Changes the weights of a network, a batch of faces at a time.

    Attributes:
        network: The one whose weights change.
        best_network: The one to predict with: `network`, or its moving average.
        optimiser: Takes the steps.
        lr: The learning rate of the last step; before the first the settings'.
        steps_done: Steps so far.
        rate: Gives the learning rate of a step, counted from 0; by default the schedule's.
    """

    def __init__(
        self,
        network: Network,
        training: FaceTensors,
        steps: int,
        random: torch.Generator,
        precision: str = "fp32",
        team: Team = ALONE,
    ) -> None:
        """Get ready.

        Args:
            network: With the weights to begin with; those that ask for no gradient stay.
            training: The faces.
            steps: In the whole training.
            random: Of the augmentation.
            precision: "fp32", "bf16" or "fp16".
            team: Who learns together: each takes its share of every batch.
        """
        config = network.config
        self.network, self._team = network, team
        self._parallel = team.parallel(network)  # the others get the leader's weights here
        self._config = config
        self._pixels, self._goal = training.pixels, goal_of(training, network)
        self._steps, self._random, self._precision = steps, random, precision
        self._mirror = augment.mirror_of(config, network.scheme)
        self._unchanged = not (config.augmentation.moves or config.augmentation.repaints)
        self._inputs = training.inputs
        self._loss = losses.loss_named(config)
        self._plain = config.loss == "mse" and bool((self._goal.weights == 1).all())
        self._weights = [p for p in network.model.parameters() if p.requires_grad]
        decay = config.weight_decay if config.optimiser == "adamw" else 0.0
        self.optimiser = Adam(self._weights, config.lr, decay)
        self.average = MovingAverage(network, config.ema) if config.ema else None
        self.best_network = self.average.network if self.average else network
        self._drops_out = any(
            isinstance(part, nn.modules.dropout._DropoutNd) and part.p > 0
            for part in network.model.modules()
        )
        self._half = LossScale() if precision == "fp16" else None
        self.lr, self.steps_done = config.lr, 0
        self.rate: Callable[[int], float] = lambda step: learning_rate(config, step, steps)

    def shown(self, chosen: Tensor, own: slice = slice(None)) -> tuple[Tensor, Goal]:
        """Return pixels and goals of the ``chosen`` faces, each changed by chance anew.

        Args:
            chosen: The faces of a batch, by their numbers.
            own: Which of them to return; chance is drawn for all.
        """
        count, chosen = len(chosen), chosen[own]
        goal = self._goal.of(chosen)
        if self._unchanged:
            return self._inputs[chosen], goal
        pixels = self._pixels[chosen].to(self.network.device)
        grey, targets, moves = augment.augmented(
            pixels, goal.targets, self._mirror, self._config, self._random, count, own
        )
        goal = replace(goal, targets=targets)
        if moves is not None and moves.scale is not None:
            goal = goal.enlarged(moves.scale)
        return grey, goal

    def step(self, chosen: Tensor) -> float:
        """Take one step on the ``chosen`` faces; return their MSE before it.

        Raises:
            TrainingError: If the loss is no number.
        """
        if self._drops_out:
            # What is dropped out is up to torch's own generator, which others use as well.
            seed = int(torch.randint(2**62, (1,), generator=self._random))
            torch.manual_seed(seed + self._team.rank)
        own = self._team.share(len(chosen))
        if self._team.rank < len(chosen):
            return self.learn(*self.shown(chosen, own))
        # There is no face for this process, but the others count on its gradients: of nothing.
        grey, goal = self.shown(chosen, slice(0, 1))
        return self.learn(grey, replace(goal, targets=torch.full_like(goal.targets, math.nan)))

    def learn(self, grey: Tensor, goal: Goal) -> float:
        """Take one step on the pixels and goals of faces; return their MSE before it.

        Raises:
            TrainingError: If the loss is no number.
        """
        set_training(self.network.model)
        goal = goal.to(self.network.device)
        with autocast(self.network.device, self._precision):
            xy = self._parallel(grey)
        loss, error, mse = self._errors(xy.float(), goal)
        if not (math.isfinite(mse) and math.isfinite(error)):
            raise self._diverged(self.steps_done)
        self._descend(loss)
        self.steps_done += 1
        if self.average is not None:
            self.average.update(self.steps_done)
        return mse

    def _errors(self, xy: Tensor, goal: Goal) -> tuple[Tensor, float, float]:
        """Return what to take the gradient of, the loss of the whole batch, and its MSE."""
        total, weight = self._loss(xy, goal)
        if self._team.size == 1:
            loss = total / weight
            error = float(loss.detach())
            return loss, error, error if self._plain else _mse(xy.detach(), goal)
        parts = torch.stack([total, weight, *losses.mse_sum(xy, goal)])
        of_all = self._team.total(parts)
        # The mean of everybody's gradient is taken: their sum is wanted.
        loss = total * (self._team.size / float(of_all[1]))
        return loss, float(of_all[0] / of_all[1]), float(of_all[2] / of_all[3])

    def _descend(self, loss: Tensor) -> None:
        self.lr = self.rate(self.steps_done)
        self.optimiser.lr = self.lr
        if self._half is None:
            loss.backward()  # type: ignore[no-untyped-call]
        else:
            self._half.scaled(loss).backward()  # type: ignore[no-untyped-call]
            if not self._half.unscale(self._weights):
                return
        if self._config.network not in SEED_PRESETS:
            nn.utils.clip_grad_norm_(self._weights, LARGEST_GRADIENT)
        self.optimiser.step()

    def require_finite(self) -> None:
        """Check that the weights are numbers: the loss of the last step knows only those before.

        Raises:
            TrainingError: If they are not.
        """
        if not all(bool(torch.isfinite(weight).all()) for weight in self._weights):
            raise self._diverged(self.steps_done - 1)

    def _diverged(self, step: int) -> DivergedError:
        return diverged(self.lr, step * self._config.epochs // self._steps + 1)

    def tensors(self) -> dict[str, Tensor]:
        """Return all that changes while training but numbers, by names that `restore` knows."""
        found = {f"model.{k}": v for k, v in self.network.model.state_dict().items()}
        found |= {f"adam.{k}": v for k, v in self.optimiser.tensors().items()}
        if self.average is not None:
            model = self.average.network.model
            found |= {f"average.{k}": v for k, v in model.state_dict().items()}
        return found

    def counts(self) -> dict[str, Any]:
        """Return the numbers that change while training, for `restore`."""
        half = [self._half.factor, self._half.good] if self._half is not None else None
        return {"steps": self.steps_done, "adam": self.optimiser.steps, "half": half}

    def restore(self, tensors: Mapping[str, Tensor], counts: Mapping[str, Any]) -> None:
        """Go on from where `tensors` and `counts` were taken.

        Raises:
            KeyError: If something is missing.
            RuntimeError: If it is of another network.
        """

        def part(name: str) -> dict[str, Tensor]:
            return {k.removeprefix(name): v for k, v in tensors.items() if k.startswith(name)}

        self.network.model.load_state_dict(part("model."))
        self.optimiser.restore(part("adam."), int(counts["adam"]))
        if self.average is not None:
            self.average.network.model.load_state_dict(part("average."))
        if self._half is not None and counts["half"] is not None:
            self._half.factor, self._half.good = counts["half"]
        self.steps_done = int(counts["steps"])


def _mse(xy: Tensor, goal: Goal) -> float:
    total, count = losses.mse_sum(xy, goal)
    return float(total / count)
