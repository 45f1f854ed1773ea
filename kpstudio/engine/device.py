"""Where torch computes, and with how many threads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say


def choose_device(name: str) -> torch.device:
    """Return the device called ``name``; "auto" prefers cuda, then mps, then cpu.

    Raises:
        InputError: If it is unknown, or this machine or this torch has none.
    """
    here = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "cpu": True,
    }
    if name == "auto":
        return torch.device(next(kind for kind, usable in here.items() if usable))
    if name not in here:
        raise InputError(
            say("device {name!r} is unknown: use auto, {names}", name=name, names=", ".join(here))
        )
    if not here[name]:
        raise InputError(
            say("device {name} is not available on this computer: use auto or cpu", name=name)
        )
    return torch.device(name)


def use_threads(threads: int | None) -> None:
    """Let torch compute with ``threads`` CPU threads; None keeps torch's own choice.

    torch takes one thread for each physical core by itself, which is the fastest for convolutions.
    The count holds for the whole process.

    Raises:
        InputError: If ``threads`` is less than 1.
    """
    if threads is None:
        return
    if threads < 1:
        raise InputError(say("{threads} threads are too few: use 1 or more", threads=threads))
    torch.set_num_threads(threads)


@contextmanager
def threads_kept() -> Iterator[None]:
    """Put torch's count of threads back after the block, so that one training binds no other."""
    before = torch.get_num_threads()
    try:
        yield
    finally:
        torch.set_num_threads(before)
