"""The predictions of a run, read on any thread while the window goes on with the project."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

from kpstudio.core.errors import Cancelled
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.texts import say
from kpstudio.store import codec, database
from kpstudio.store.keys import as_key, from_key
from kpstudio.store.location import DATABASE
from kpstudio.store.lock import require_files

PORTION = 500
"""Rows fetched in one go: whoever writes meanwhile waits for so many at most."""

_COUNT = "SELECT count(*) FROM predictions WHERE run = ?"
_NEXT = (
    "SELECT face_id, landmarks FROM predictions WHERE run = ? AND face_id > ? "
    "ORDER BY face_id LIMIT ?"
)


def read_predictions(
    location: Path, run: str, progress: Callable[[int, int], bool]
) -> dict[str, Landmarks]:
    """Return what `Project.predictions` does, over a connection of its own.

    Args:
        location: Where the project's database lies.
        run: The run.
        progress: Called with (done, total); False cancels.

    Raises:
        InputError: If the database or a row cannot be read.
        Cancelled: If ``progress`` asked for it.
    """
    path, key = location / DATABASE, as_key(run)
    found: dict[str, Landmarks] = {}
    last: str | bytes = ""
    with database.plain_words(say("the project in {place} cannot be read", place=location)):
        require_files(path)
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA query_only = ON")
            total = int(connection.execute(_COUNT, (key,)).fetchone()[0])
            wanted = progress(0, total)
            while wanted and (rows := connection.execute(_NEXT, (key, last, PORTION)).fetchall()):
                for face_id, text in rows:
                    found[from_key(face_id)] = codec.landmarks_from_text(text)
                last = rows[-1][0]
                wanted = progress(len(found), max(total, len(found)))
    if not wanted:
        raise Cancelled("reading was cancelled")
    return found
