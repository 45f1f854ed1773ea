"""Automatic copies of a project: made when something has changed, and let go of when old.

Clocks jump, by years and back: a copy that is dated ahead is no newer than one of now, and the
newest few are kept however old they seem.
"""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kpstudio.store.copies import copy
from kpstudio.store.copy_files import Kind, moments_in, path_of
from kpstudio.store.location import DATABASE
from kpstudio.store.retention import ALWAYS_KEPT, Retention

_AHEAD = timedelta(days=1)
_STATE = "SELECT count(*), max(id), total(undone), total(faces) FROM edits"


def back_up(location: Path, keeping: Retention, now: datetime | None = None) -> Path | None:
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
    moments = _newest_first(location, now)
    state = _state(location / DATABASE)
    newest = path_of(location, Kind.AUTOMATIC, moments[0]) if moments else None
    known = None if newest is None else _state(newest)
    if keeping.count > 0 and state is not None and state[0] > 0 and state != known:
        made = path_of(location, Kind.AUTOMATIC, copy(location, Kind.AUTOMATIC, now))
    _let_go(location, _newest_first(location, now), keeping, now)
    return made


def _newest_first(location: Path, now: datetime) -> list[datetime]:
    moments = moments_in(location, Kind.AUTOMATIC)
    return sorted(moments, key=lambda moment: (moment <= now + _AHEAD, moment), reverse=True)


def _let_go(location: Path, moments: list[datetime], keeping: Retention, now: datetime) -> None:
    oldest = now - timedelta(days=keeping.days)
    for place, moment in enumerate(moments):
        too_old = moment < oldest and place >= ALWAYS_KEPT
        if place and (place >= keeping.count or too_old):
            with contextlib.suppress(OSError):
                path_of(location, Kind.AUTOMATIC, moment).unlink(missing_ok=True)


def _state(path: Path) -> tuple[int, ...] | None:
    """Return what tells whether two databases hold the same work; None for one that is broken."""
    if not path.is_file():
        return None
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(path)) as base:
        return tuple(int(value or 0) for value in base.execute(_STATE).fetchone())
    return None
