"""Ending a training with Ctrl-C, or when the system asks for it, without losing its weights."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from kpstudio.engine import launch


class Interruption:
    """What happened meanwhile.

    Attributes:
        signal: The number of the signal that came, or 0.
    """

    def __init__(self) -> None:
        self.signal = 0

    @property
    def exit_code(self) -> int:
        """0, or 128 and the signal's number, as shells have it: 130 after Ctrl-C."""
        return 128 + self.signal if self.signal else 0


@contextmanager
def stopping(stop: Callable[[], None]) -> Iterator[Interruption]:
    """Call ``stop`` at the first Ctrl-C or SIGTERM; a second one interrupts at once.

    Not so in several processes: torchrun passes on what Slurm has sent to everybody already, and
    asks all to end as soon as one has ended, who then still have to write, and to say what
    happened. There every further signal counts like the first, to the end of the process; torchrun
    kills who does not end within 30 seconds.

    Only the main thread can listen for signals: elsewhere nothing is changed.
    """
    interruption = Interruption()
    if threading.current_thread() is not threading.main_thread():
        yield interruption
        return
    alone = launch.processes() == 1
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def came(number: int, frame: FrameType | None) -> None:
        del frame
        interruption.signal = number
        if alone:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
        stop()

    for number in before:
        signal.signal(number, came)
    try:
        yield interruption
    finally:
        for number, handler in before.items() if alone else ():
            signal.signal(number, handler)
