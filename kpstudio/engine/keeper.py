"""When a training is saved: not after every epoch, where writing takes longer than learning."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.engine import checkpoint
from kpstudio.engine.learner import Learner
from kpstudio.engine.state import FILE, Snapshot, Standing, copied

SHARE = 20.0
"""After a writing, training goes on for this many times as long before the next one: a twentieth of
the time at most goes into it, and a crash costs no more training than that."""

BEST, LAST = "best.safetensors", "last.safetensors"

COMING = "best.coming.safetensors"
"""The best weights that belong to a state which is being written."""


class Keeper:
    """Saves a training, and holds in memory what is not saved yet.

    The best weights, the state and the last weights are three files, between any two of which the
    process may die. The best weights therefore lie beside the old ones until the state that knows
    of them is on the disk; `recover` brings the two together again.
    """

    def __init__(
        self,
        out: Path,
        learner: Learner,
        random: torch.Generator,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Get ready to save into the folder ``out`` what ``learner`` and ``random`` become."""
        self._out, self._learner, self._random, self._clock = out, learner, random, clock
        self._best: dict[str, Tensor] = {}
        self._best_facts: dict[str, int] | None = None  # None: the best weights are on the disk
        self._unsaved: Snapshot | None = None
        self._room: Snapshot | None = None  # to copy into, again and again
        self._wait_until = -1.0

    def epoch_ended(self, standing: Standing, best: bool, over: bool) -> None:
        """Take note of what stands after an epoch, and save it where it is time to.

        Args:
            standing: Where the training stands.
            best: Whether these are the best weights so far.
            over: Whether no epoch follows, so that it is time in any case.

        Raises:
            InputError: If it cannot be written; what was written before is then whole.
        """
        if best:
            self._best = copied(self._learner.best_network.model.state_dict(), self._best)
            self._best_facts = self._facts(standing)
        self._unsaved = Snapshot.of(self._learner, self._random, standing)
        if over or self._clock() >= self._wait_until:
            self.flush()
        else:
            # The weights go on changing in place.
            self._unsaved = self._room = self._unsaved.copied(self._room)

    def flush(self) -> None:
        """Save what stood after the last whole epoch, where that is not done yet.

        Raises:
            InputError: If it cannot be written; what was written before is then whole.
        """
        if self._unsaved is None:
            return
        begun = self._clock()
        network = self._learner.best_network
        if self._best_facts is not None:
            checkpoint.save(network, self._out / COMING, self._best, **self._best_facts)
        self._unsaved.save(self._out / FILE)
        if self._best_facts is not None:
            let_arrive(self._out)
            self._best_facts = None
        weights, facts = self._unsaved.weights(), self._unsaved.facts
        checkpoint.save(network, self._out / LAST, weights, **facts)
        self._unsaved = None
        now = self._clock()
        self._wait_until = now + SHARE * (now - begun)

    def save_weights(self, standing: Standing, *names: str) -> None:
        """Save the weights as they are now, in the midst of an epoch, as the files ``names``.

        Raises:
            InputError: If they cannot be written.
        """
        for name in names:
            network = self._learner.best_network
            checkpoint.save(network, self._out / name, None, **self._facts(standing))

    def recover(self, standing: Standing) -> None:
        """Bring the weights on the disk in line with the state that was read from it.

        Raises:
            InputError: If they cannot be written.
        """
        coming = self._out / COMING
        if coming.is_file():
            if checkpoint.facts_of(coming).get("epoch") == standing.best_epoch:
                let_arrive(self._out)
            else:
                coming.unlink(missing_ok=True)  # of an epoch that will be trained again
        self.save_weights(standing, LAST)

    def _facts(self, standing: Standing) -> dict[str, int]:
        return {"epoch": standing.epoch, "step": self._learner.steps_done}


def let_arrive(out: Path) -> None:
    """Let the coming best weights take the place of the old ones.

    Raises:
        InputError: If they cannot.
    """
    try:
        (out / COMING).replace(out / BEST)
    except OSError as error:
        reason = error.strerror or error
        raise InputError(
            say("{path}: cannot be written: {reason}", path=out / BEST, reason=reason)
        ) from error
