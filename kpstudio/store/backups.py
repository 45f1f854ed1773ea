"""Automatic copies of a project: made when something has changed, and let go of when old."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kpstudio.store.copies import copy
from kpstudio.store.copy_files import Kind, moments_in, path_of
from kpstudio.store.location import DATABASE

_STATE = "SELECT count(*), max(id), total(undone), total(faces) FROM edits"


@dataclass(frozen=True)
class Keeping:
    """How many automatic copies are kept; the newest one is, whatever its age.

    Attributes:
        count: At most so many; 0 makes none.
        days: None older than that.
    """

    count: int = 10
    days: int = 90


def back_up(location: Path, keeping: Keeping, now: datetime | None = None) -> Path | None:
    """Copy the project in the folder ``location`` if it has changed; let go of old copies.

    On any thread, and while the project is written to.

    Args:
        location: Where the project's database lies.
        keeping: What is to be kept.
        now: The time, in UTC.

    Returns:
        The new copy; None where nothing has changed since the newest one, or there is nothing.

    Raises:
        InputError: If it cannot be written.
    """
    now = (now or datetime.now(UTC)).replace(microsecond=0)
    made = None
    moments = moments_in(location, Kind.AUTOMATIC)
    state = _state(location / DATABASE)
    newest = path_of(location, Kind.AUTOMATIC, moments[0]) if moments else None
    known = None if newest is None else _state(newest)
    if keeping.count > 0 and state is not None and state[0] > 0 and state != known:
        made = copy(location, Kind.AUTOMATIC, now)
        moments = moments_in(location, Kind.AUTOMATIC)
    _let_go(location, moments, keeping, now)
    return made


def _let_go(location: Path, moments: list[datetime], keeping: Keeping, now: datetime) -> None:
    oldest = now - timedelta(days=keeping.days)
    for place, moment in enumerate(moments):
        if place and (place >= keeping.count or moment < oldest):
            with contextlib.suppress(OSError):
                path_of(location, Kind.AUTOMATIC, moment).unlink(missing_ok=True)


def _state(path: Path) -> tuple[int, ...] | None:
    """Return what tells whether two databases hold the same work; None for one that is broken."""
    if not path.is_file():
        return None
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(path)) as base:
        return tuple(int(value or 0) for value in base.execute(_STATE).fetchone())
    return None
