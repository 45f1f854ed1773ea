"""How many processes train together, as torchrun tells each of them. Imports no torch."""

from __future__ import annotations

import os
import time

from kpstudio.core.errors import InputError


class LeaderLostError(InputError):
    """The process that speaks has ended without a word: another says so in its place."""


_ADDRESS = ("MASTER_ADDR", "MASTER_PORT")

_GRACE_S = 3.0


def processes() -> int:
    """Return how many processes torchrun started, on all machines together; 1 without it.

    Raises:
        InputError: If the environment tells it in part only, as torchrun never leaves it.
    """
    if not {"RANK", "WORLD_SIZE"} <= os.environ.keys():
        return 1
    size, rank = _number("WORLD_SIZE"), _number("RANK")
    if not 0 <= rank < size:
        raise _not_torchruns(f"RANK is {rank}, but WORLD_SIZE {size}")
    missing = [name for name in _ADDRESS if not os.environ.get(name)]
    if size > 1 and missing:
        raise _not_torchruns(f"RANK and WORLD_SIZE are set, {' and '.join(missing)} not")
    if size > 1:
        _number("MASTER_PORT")
    return size


def leads() -> bool:
    """Whether this is the process that speaks and writes; so it is where it is alone."""
    try:
        return processes() == 1 or _number("RANK") == 0
    except InputError:
        return True  # it has that to say


def place_on_machine() -> int:
    """Return which of the processes on its machine this is, from 0.

    Raises:
        InputError: If the environment holds something else.
    """
    return _number("LOCAL_RANK") if "LOCAL_RANK" in os.environ else 0


def _number(name: str) -> int:
    text = os.environ[name]
    try:
        return int(text)
    except ValueError:
        raise _not_torchruns(f"{name} is {text!r}, no number") from None


def _not_torchruns(what: str) -> InputError:
    return InputError(
        f"the environment is not as torchrun leaves it ({what}): start with torchrun to train in "
        "several processes, or remove RANK from the environment to train in one"
    )


def let_leader_speak() -> None:
    """Wait a moment before this process ends: torchrun kills the others as soon as one has ended.

    The leader has met the same, and is about to say it.
    """
    if "TORCHELASTIC_RUN_ID" in os.environ:
        time.sleep(_GRACE_S)
