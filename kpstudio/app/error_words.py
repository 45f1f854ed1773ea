"""What a person is told of an error."""

from __future__ import annotations

import logging

from kpstudio.app.language import tr, translated
from kpstudio.core.errors import InputError

log = logging.getLogger(__name__)


def sentence(error: Exception) -> str:
    """Return what to tell a person about ``error``; a fault of ours is also logged in full."""
    if isinstance(error, InputError):
        return translated(error)
    log.error("unexpected fault", exc_info=error)
    return tr(
        "Something went wrong inside kpstudio ({kind}: {error}).",
        kind=type(error).__name__,
        error=error,
    )
