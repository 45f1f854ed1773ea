"""Say in one sentence why a training cannot go on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

import torch

from kpstudio.core import extensions
from kpstudio.core.errors import InputError
from kpstudio.core.extensions import Kind
from kpstudio.core.texts import say
from kpstudio.core.ticks import Rate

_NO_MEMORY = ("out of memory", "not enough memory", "can't allocate memory")


class TrainingError(InputError):
    """A training had to end; weights saved before stay as they are."""


class DivergedError(TrainingError):
    """The loss is no longer a number; going on gives the same numbers, and this again."""


@contextmanager
def explained() -> Iterator[None]:
    """Turn running out of memory inside the block into a `TrainingError`."""
    try:
        yield
    except (torch.OutOfMemoryError, MemoryError) as error:
        raise _no_memory() from error
    except RuntimeError as error:
        # torch's CPU allocator has no exception of its own.
        if not any(words in str(error).lower() for words in _NO_MEMORY):
            raise
        raise _no_memory() from error


def foreign(kind: Kind, name: str) -> AbstractContextManager[object]:
    """Hold off what fails inside the block where ``name`` comes from another package."""
    return _foreign(kind, name) if extensions.is_foreign(name) else nullcontext()


@contextmanager
def _foreign(kind: Kind, name: str) -> Iterator[None]:
    with extensions.held_off(kind, name), explained():
        yield


def _no_memory() -> TrainingError:
    return TrainingError(
        say(
            "not enough memory to train: use a smaller batch or input, or fewer pictures; weights "
            "already saved are kept"
        )
    )


def diverged(lr: float, epoch: int) -> DivergedError:
    """Return the error for a loss that is no longer a number, in ``epoch`` (from 1)."""
    start = say(", from the weights it saved (--start)") if epoch > 1 else ""
    return DivergedError(
        say(
            "the training error is no longer a number (in epoch {epoch}, at learning rate {lr}): "
            "start again with a lower learning rate{start}",
            epoch=epoch,
            lr=Rate(lr),
            start=start,
        )
    )
