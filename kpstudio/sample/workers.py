"""Drawing on two cores: threads would wait for each other at the interpreter's lock."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

WORKERS = 2
BATCH = 6
"""How many follow each other in one process: the views of a person share what is slow to grow."""

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")


def drawn(make: Callable[[_Item], _Made], items: Iterable[_Item]) -> Iterator[_Made]:
    """Map ``make`` over ``items`` in order, in other processes where there are many.

    Args:
        make: A function of a module, so that another process can find it.
        items: What to draw.
    """
    source = iter(items)
    batches = iter(lambda: tuple(islice(source, BATCH)), ())
    first = tuple(islice(batches, WORKERS))
    if len(first) < WORKERS:  # starting a process would take longer
        yield from (make(item) for batch in first for item in batch)
        return
    # Spawned, not forked: the window has threads, and a fork would copy their locks as they are.
    context = get_context("spawn")
    with ProcessPoolExecutor(WORKERS, context, initializer=_leave_interrupts) as pool:
        waiting: deque[Future[list[_Made]]] = deque(
            pool.submit(_draw, make, batch) for batch in first
        )
        try:
            while waiting:
                # One batch more than there are workers, so that none has to wait for us.
                waiting.extend(pool.submit(_draw, make, batch) for batch in islice(batches, 1))
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _draw(make: Callable[[_Item], _Made], batch: Sequence[_Item]) -> list[_Made]:
    return [make(item) for item in batch]


def _leave_interrupts() -> None:
    """Let Ctrl+C end the program in order: the one that started us will end us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
