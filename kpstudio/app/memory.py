"""Memory that is free goes back to the system."""

from __future__ import annotations

import ctypes
import sys
import time

MOST_OFTEN_S = 10.0
"""It takes some ten milliseconds, and the pages given back are asked for anew by what follows."""

_last = -MOST_OFTEN_S


def give_back() -> bool:
    """Give free memory back to the system, unless that was done just now.

    glibc keeps what was freed below anything that is still in use (`malloc_trim(3)`), which comes
    to hundreds of megabytes after long jobs. Elsewhere this does nothing.

    Returns:
        Whether anything was given back.
    """
    global _last
    now = time.monotonic()
    if sys.platform != "linux" or now - _last < MOST_OFTEN_S:
        return False
    _last = now
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
    return trim is not None and bool(trim(0))
