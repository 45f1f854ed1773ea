"""Finding a learning rate: a short training in which it grows, and what the loss makes of it.

Smith, "Cyclical Learning Rates for Training Neural Networks" (2017, section 3.3): the rate grows
from step to step, and the loss tells where it begins to learn and where it is too much. Gugger,
"How Do You Find A Good Learning Rate" (2018): take a tenth of the rate at which the smoothed loss
is lowest.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import torch

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.engine import augment, data
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.data import FaceTensors
from kpstudio.engine.device import choose_device
from kpstudio.engine.events import Event
from kpstudio.engine.failures import TrainingError, explained
from kpstudio.engine.learner import Learner
from kpstudio.engine.models.pretrained import imagenet_weights
from kpstudio.engine.rates import FIRST_RATE, LAST_RATE, RateTried, smoothed_so_far
from kpstudio.engine.starting import first_network

MOST_STEPS = 100
TOO_MUCH = 4.0
"""The search ends where the smoothed error exceeds this many times its lowest so far."""

SMALLEST = 1e-12
"""Below this an error of the mean shape is that of faces that are all alike."""


def try_rates(
    config: TrainConfig,
    faces: Sequence[Face],
    root: Path,
    scheme: PointSchema,
    control: Control | None = None,
    steps: int = MOST_STEPS,
) -> Iterator[Event | RateTried]:
    """Train a network that is thrown away, with a rate that grows geometrically from step to step.

    Everything but the rate is as ``config`` says: network, loss, augmentation, batch size. No more
    faces are decoded than the batches hold. The error is told as a share of what the mean shape
    has on that batch: batches of a few faces differ more than the network changes in all its steps.

    Args:
        config: The settings; its learning rate, schedule and average do not count.
        faces: Those to train on.
        root: Folder that relative picture paths start from.
        scheme: The scheme of the faces.
        control: Stops it from another thread.
        steps: At most; the search ends earlier where the loss grows out of bounds.

    Yields:
        `Preparing` and `Notice` while all is fetched, then a `RateTried` for each step.

    Raises:
        InputError: If the settings do not fit, or there is no face to train on.
        TrainingError: If memory runs out.
    """
    control = control or Control()
    config = replace(config, schedule="constant", ema=0.0, lr=LAST_RATE)
    config.validate(scheme)
    device = choose_device(config.device)
    random = torch.Generator().manual_seed(config.seed)
    with explained():
        training = yield from _load(config, faces, root, control, steps, random)
        if training is None:
            return
        seen = yield from imagenet_weights(config, control)
        network, _ = first_network(config, scheme, training, device, weights=seen)
        learner = Learner(network, training, steps, random)
        growth = (LAST_RATE / FIRST_RATE) ** (1 / max(steps - 1, 1))
        learner.rate = lambda step: FIRST_RATE * growth**step
        mean_shape = data.mean_shape(training.targets)
        errors: list[float] = []
        lowest = math.inf
        for step, chosen in enumerate(_batches(training, config.batch_size, steps, random)):
            if not control.wait():
                return
            grey, goal = learner.shown(chosen)
            by_mean = float(data.masked_mse(mean_shape, goal.targets))
            try:
                errors.append(learner.learn(grey, goal) / max(by_mean, SMALLEST))
            except TrainingError:
                return  # the rate is far beyond what works
            smooth = smoothed_so_far(errors)
            yield RateTried(step + 1, learner.rate(step), errors[-1], smooth)
            lowest = min(lowest, smooth)
            if smooth > TOO_MUCH * lowest:
                return


def _load(
    config: TrainConfig,
    faces: Sequence[Face],
    root: Path,
    control: Control,
    steps: int,
    random: torch.Generator,
) -> Generator[Event, None, FaceTensors | None]:
    """Decode as many faces, chosen by chance, as the steps can show."""
    usable = data.trainable(faces, config)
    if not usable:
        raise InputError(
            say(
                "no faces to train on: none of the training faces has labels for the selected "
                "points; open a folder with labels, or select other points"
            )
        )
    order = torch.randperm(len(usable), generator=random)[: steps * config.batch_size].tolist()
    chosen = [usable[k] for k in order]
    margin = augment.margin_for(config)
    training = yield from data.load(chosen, root, config, margin, control, (0, len(chosen)))
    if training is not None and len(training) == 0:
        raise InputError(
            say(
                "{root}: none of the {count} pictures to train on can be read",
                root=root,
                count=len(chosen),
            )
        )
    return training


def _batches(
    training: FaceTensors, size: int, steps: int, random: torch.Generator
) -> Iterator[torch.Tensor]:
    """Yield ``steps`` batches of numbers of faces, each face as often as the others."""
    count = len(training)
    rounds = -(-steps * size // count)
    order = torch.cat([torch.randperm(count, generator=random) for _ in range(rounds)])
    yield from torch.split(order, size)[:steps]
