"""How many processes train together, as torchrun tells each of them. Imports no torch."""

from __future__ import annotations

import os


def processes() -> int:
    """Return how many processes torchrun started, on all machines together; 1 without it."""
    return int(os.environ["WORLD_SIZE"]) if "RANK" in os.environ else 1


def leads() -> bool:
    """Whether this is the process that speaks and writes; so it is where it is alone."""
    return processes() == 1 or os.environ["RANK"] == "0"


def place_on_machine() -> int:
    """Return which of the processes on its machine this is, from 0."""
    return int(os.environ.get("LOCAL_RANK", "0"))
