"""How what takes a while tells how far it is, and is stopped."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], bool]
"""Called with (done, total); returns False to stop."""


def unwatched(_done: int, _total: int) -> bool:
    """Let it go on: nobody watches."""
    return True
