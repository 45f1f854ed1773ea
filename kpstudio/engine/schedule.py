"""How the learning rate goes from step to step. Imports no torch."""

from __future__ import annotations

import math

from kpstudio.engine.config import TrainConfig

WARMING_UP = 0.2
"""Share of the steps in which one-cycle's rate rises."""

FIRST, LAST = 0.1, 0.001
"""Where one-cycle begins and where both cosines end, as shares of the highest rate."""


def learning_rate(config: TrainConfig, step: int, steps: int) -> float:
    """Return the rate of one step.

    "constant" is ``config.lr`` throughout. "cosine" falls from it to about zero along half a cosine
    (Loshchilov and Hutter, "SGDR", 2017, without restarts). "one_cycle" rises to it along a line
    during the first fifth, then falls likewise (after Smith and Topin, "Super-Convergence", 2018).

    Args:
        config: Names the schedule and the highest rate.
        step: From 0.
        steps: In the whole training.
    """
    if config.schedule == "constant":
        return config.lr
    done = min(step / max(steps - 1, 1), 1.0)
    if config.schedule == "cosine":
        return config.lr * _fallen(done)
    if done < WARMING_UP:
        return config.lr * (FIRST + (1 - FIRST) * done / WARMING_UP)
    return config.lr * _fallen((done - WARMING_UP) / (1 - WARMING_UP))


def _fallen(done: float) -> float:
    return LAST + (1 - LAST) * (1 + math.cos(math.pi * done)) / 2
