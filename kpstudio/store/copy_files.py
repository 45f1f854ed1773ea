"""Where copies of a project lie: files that are named by the moment they were saved at."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

_NAME = "%Y-%m-%d %H-%M-%S.sqlite"


class Kind(StrEnum):
    """Who wanted a copy; the value is the folder that holds such."""

    BY_HAND = "copies"
    AUTOMATIC = "backups"


def moments_in(location: Path, kind: Kind) -> list[datetime]:
    """Return the moments of the copies of the project in a folder, in UTC, the latest first."""
    moments = []
    for path in (location / kind).glob("*.sqlite"):
        with contextlib.suppress(ValueError):  # a file of somebody else
            moments.append(datetime.strptime(path.name, _NAME).replace(tzinfo=UTC))
    return sorted(moments, reverse=True)


def path_of(location: Path, kind: Kind, moment: datetime) -> Path:
    """Return the file of a copy of the project in the folder ``location``."""
    return location / kind / moment.strftime(_NAME)
