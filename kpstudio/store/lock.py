"""A lock between processes that the operating system releases when its holder dies.

The lock is an exclusive SQLite transaction on an empty file: SQLite already knows how each system
locks files, network drives included, and nothing stale is left after a crash or ``kill -9``.
"""

from __future__ import annotations

import contextlib
import sqlite3
import weakref
from pathlib import Path

from kpstudio.core.texts import say


class FileLock:
    """A held lock; make one with `acquire`. May be released from any thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Keep the connection whose open transaction is the lock."""
        # Also when the holder is forgotten: the lock must not outlive it.
        self._release = weakref.finalize(self, connection.close)

    def release(self) -> None:
        """Let others have the lock; again is harmless."""
        self._release()


def require_files(path: Path) -> None:
    """Check that SQLite will meet only files at ``path``: it would wait for ever for a pipe.

    Raises:
        OSError: If a pipe, a device or a folder is there, or where its journal goes.
    """
    for suffix in ("", "-journal", "-wal"):
        part = path.with_name(path.name + suffix)
        if part.exists() and not part.is_file():
            raise OSError(say("{part} is not a file: move it away", part=part))


def acquire(path: Path) -> FileLock | None:
    """Take the lock of the file ``path``, or return None where somebody else holds it.

    Raises:
        OSError: If files cannot be locked there (no such folder, no right to write).
    """
    require_files(path)
    try:
        connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise OSError(say("{to} cannot be created: {error}", to=path, error=error)) from error
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            return None
        raise OSError(say("{path} cannot be locked: {error}", path=path, error=error)) from error
    return FileLock(connection)


def is_held(path: Path) -> bool:
    """Return whether a living process, this one included, holds the lock of ``path``."""
    if not path.exists():
        return False
    with contextlib.suppress(OSError):
        lock = acquire(path)
        if lock is None:
            return True
        lock.release()
    return False
