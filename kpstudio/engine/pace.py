"""Say things often enough, and not oftener."""

from __future__ import annotations

import time

SECONDS = 0.05


class Pace:
    """Lets something happen at once, and then at most about 20 times a second."""

    def __init__(self) -> None:
        """Be due at once."""
        self._last = float("-inf")

    def due(self) -> bool:
        """Return whether it is time again, and if so start waiting anew."""
        now = time.perf_counter()
        if now - self._last < SECONDS:
            return False
        self._last = now
        return True
