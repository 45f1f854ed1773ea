"""Networks: data, training, prediction and evaluation."""

import os
import time
from collections.abc import Callable
from pathlib import Path

_LOOKS, _APART = 5, 0.002
"""How often, and how many seconds apart, it is looked at what runs: one look meets a flicker."""


def _at_work(loadavg: str) -> int:
    """Return how many others run or wait for a core now, from the text of /proc/loadavg.

    The average of the last minute, which stands before it, still holds a training that is over.

    Raises:
        ValueError: If the text does not tell.
    """
    parts = loadavg.split()
    if len(parts) < 4:
        raise ValueError(f"not of /proc/loadavg: {loadavg!r}")
    running = int(parts[3].partition("/")[0])
    if running < 1:  # whoever asks runs
        raise ValueError(f"nothing runs according to {loadavg!r}")
    return running - 1


def _linux_load() -> str:
    return Path("/proc/loadavg").read_text(encoding="ascii")


def _busy(read: Callable[[], str] = _linux_load) -> bool:
    """Whether other work asks for more than a quarter of the cores.

    Now, where the system tells it; else during the last minute, or not so far as is known.
    """
    share = (os.cpu_count() or 1) / 4
    try:
        others = 0
        for look in range(_LOOKS):
            if look:
                time.sleep(_APART)
            others += _at_work(read())
        return others / _LOOKS > share
    except (OSError, ValueError):
        pass
    try:
        return os.getloadavg()[0] > share
    except (AttributeError, OSError):
        return False


# torch's OpenMP threads wait for each other by spinning. Where anything else wants a core (a
# browser, another training) they spin away whole time slices: a short spin and then sleep is twice
# as quick there, but takes half as long again where the cores are free
# (benchmarks/waiting_threads.py). It must be said before torch is loaded; who knows better sets the
# variable. What changes later is met by the count of threads: see `kpstudio.engine.tuning`.
if _busy():
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
