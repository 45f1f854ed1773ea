"""The predictions of a run, read on any thread while the window goes on with the project."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kpstudio.core.errors import Cancelled
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.progress import Progress
from kpstudio.core.texts import say
from kpstudio.store import codec, database
from kpstudio.store.keys import as_key, from_key
from kpstudio.store.location import DATABASE
from kpstudio.store.lock import require_files

PORTION = 500
"""Rows fetched in one go: whoever writes meanwhile waits for so many at most."""

FORGOTTEN_AT_ONCE = 1000

_PATIENCE_S = 0.2
"""How long a query waits for who writes before somebody is asked whether to go on waiting."""

_COUNT = "SELECT count(*) FROM predictions WHERE run = ?"
_FORGET = (
    "DELETE FROM predictions WHERE run = ? AND face_id IN "
    "(SELECT face_id FROM predictions WHERE run = ? LIMIT ?)"
)
_NEXT = (
    "SELECT face_id, landmarks FROM predictions WHERE run = ? AND face_id > ? "
    "ORDER BY face_id LIMIT ?"
)


def read_predictions(location: Path, run: str, progress: Progress) -> dict[str, Landmarks]:
    """Return what `Project.predictions` does, over a connection of its own.

    Args:
        location: Where the project's database lies.
        run: The run.
        progress: Called with (done, total); False cancels.

    Raises:
        InputError: If the database or a row cannot be read.
        Cancelled: If ``progress`` asked for it.
    """
    path = location / DATABASE
    found: dict[str, Landmarks] = {}
    total = 0

    def tell() -> None:
        if not progress(len(found), max(total, len(found))):
            raise Cancelled("reading was cancelled")

    def read(query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        while True:
            try:
                return connection.execute(query, values).fetchall()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
            tell()  # a change of very many faces takes its time

    with database.plain_words(say("the project in {place} cannot be read", place=location)):
        require_files(path)
        opened = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)
        with contextlib.closing(opened) as connection:
            connection.execute("PRAGMA query_only = ON")
            total = int(read(_COUNT, (as_key(run),))[0][0])
            tell()
            for portion in portions(read, run):
                found |= portion
                tell()
    return found


def forget_predictions(location: Path, run: str, go_on: Callable[[], bool]) -> None:
    """Do what `Project.delete_predictions` does, on any thread, over a connection of its own.

    It goes a portion at a time: whoever writes meanwhile waits for one of them at most.

    Args:
        location: Where the project's database lies.
        run: The run.
        go_on: Whether to go on; asked before each portion.

    Raises:
        InputError: If the database cannot be written.
        Cancelled: If ``go_on`` did not want it; some are deleted then, and some are not.
    """
    path, gone = location / DATABASE, FORGOTTEN_AT_ONCE
    with database.plain_words(say("the predictions in {place} cannot be deleted", place=location)):
        require_files(path)
        opened = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)
        with contextlib.closing(opened) as connection:
            while gone == FORGOTTEN_AT_ONCE:
                if not go_on():
                    raise Cancelled("deleting predictions was cancelled")
                try:
                    values = as_key(run), as_key(run), FORGOTTEN_AT_ONCE
                    gone = connection.execute(_FORGET, values).rowcount
                except sqlite3.OperationalError as error:
                    if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                        raise


def portions(
    read: Callable[[str, tuple[object, ...]], list[tuple[Any, ...]]], run: str
) -> Iterator[dict[str, Landmarks]]:
    """Yield the predictions of a run, so many at a time that their texts need little room.

    Args:
        read: Returns the rows of a query.
        run: The run.

    Raises:
        InputError: If a row cannot be read.
    """
    last: str | bytes = ""
    while rows := read(_NEXT, (as_key(run), last, PORTION)):
        yield {from_key(face_id): codec.landmarks_from_text(text) for face_id, text in rows}
        last = rows[-1][0]
