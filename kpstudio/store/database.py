"""Opening the project database: checked, brought up to date, set aside where it is broken."""

from __future__ import annotations

import contextlib
import itertools
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.texts import say
from kpstudio.store import migrations, repair
from kpstudio.store.lock import require_files

_PORTION = 1000
"""Pages of 4 KB that are copied in one go."""
_ROWS = 500
"""Rows that are read in one go."""


@contextlib.contextmanager
def plain_words(doing: str) -> Iterator[None]:
    """Turn what SQLite and the disk complain of into an `InputError` that begins with ``doing``."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a fault of ours
    except (sqlite3.Error, OSError) as error:
        raise InputError(say("{doing}: {error}", doing=doing, error=_reason(error))) from error


def _reason(error: Exception) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_BUSY:
        return say(
            "{error}; another program is using it: wait until it is done, or close it", error=error
        )
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return say("it is no longer there; put its folder back")
    return say("{error}; check that the disk is connected, writable and not full", error=error)


def _is_lost(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", 0)
    return code == sqlite3.SQLITE_READONLY_DBMOVED or code & 0xFF == sqlite3.SQLITE_IOERR


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do everything inside or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has rolled back by itself after some errors (disk full).
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class Tables:
    """The tables of an open database, with complaints in plain words.

    Any thread may read and write: the others wait for what one writes to be whole.

    Attributes:
        connection: In autocommit mode.
        lost: Whether it seems to lead to a file that is gone: another one may lie there by now.
    """

    def __init__(self, connection: sqlite3.Connection, place: Path, locked: str = "") -> None:
        """Take an open connection.

        Args:
            connection: In autocommit mode.
            place: What the sentences call the project.
            locked: Why nothing may be written; "" where it may.
        """
        self.connection = connection
        self.lost = False
        self._turn = threading.RLock()
        self._place = place
        self._locked = locked

    def require(self, refusal: str) -> None:
        """Refuse where nothing may be written.

        Raises:
            InputError: Beginning with ``refusal``.
        """
        if self._locked:
            raise InputError(say("{refusal}: {locked}", refusal=refusal, locked=self._locked))

    @contextlib.contextmanager
    def writing(self, refusal: str) -> Iterator[None]:
        """Do everything inside or nothing.

        Args:
            refusal: Such as "the change cannot be saved".

        Raises:
            InputError: Beginning with ``refusal``, if it is so.
        """
        self.require(refusal)
        with plain_words(say("{refusal} to {place}", refusal=refusal, place=self._place)):
            try:
                with self._turn, transaction(self.connection):
                    yield
            except sqlite3.Error as error:
                self.lost = _is_lost(error)
                raise
            self.lost = False

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        refusal = say("the project in {place} cannot be read", place=self._place)
        with plain_words(refusal), self._turn:
            yield

    def read(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query.

        Raises:
            InputError: If the project cannot be read.
        """
        with self._reading():
            return self.connection.execute(query, values).fetchall()

    def each(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query, of which there may be very many; others may ask meanwhile.

        Raises:
            InputError: If the project cannot be read.
        """
        with self._reading():
            cursor = self.connection.execute(query)
        while True:
            with self._reading():
                rows = cursor.fetchmany(_ROWS)
            if not rows:
                return
            yield from rows


def open_for_writing(path: Path, checked: bool = False) -> tuple[sqlite3.Connection, list[Problem]]:
    """Open or make the database; a broken one is set aside and a fresh one begun.

    Args:
        path: The file.
        checked: Whether all of it has just been read and found whole, which takes its time.

    Raises:
        InputError: If a newer program wrote it, or it cannot be reached.
    """
    problems: list[Problem] = []
    with plain_words(say("{path} cannot be opened", path=path)):
        if not path.exists() and _repaired(path).exists():
            # A crash came between the two renames at the end of a repair.
            _repaired(path).replace(path)
            message = say("the project was damaged; what could be recovered is in use")
            problems.append(Problem(str(path), message))
        try:
            if _is_emptied(path):
                raise sqlite3.DatabaseError(say("it is empty although its copies are not"))
            connection = _open(path, checked)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            told = _repair(path)
            connection = _open(path)
            problems.append(
                Problem(
                    str(path),
                    say("the project is damaged ({error}); {told}", error=error, told=told),
                )
            )
    return connection, problems


def _is_emptied(path: Path) -> bool:
    """Whether nothing is left of a database that there is a copy of."""
    if not path.is_file() or path.stat().st_size > 0:
        return False
    return repair.newest_good_copy(path.parent) is not None


def _repaired(path: Path) -> Path:
    return path.with_name(f"{path.name}.repaired")


def _repair(path: Path) -> str:
    """Put what can be saved of a damaged database in its place; return in words what that is."""
    found = repair.newest_good_copy(path.parent)
    # Under another name, and the damaged one in its place until the end: whatever stops this, a
    # full disk or a crash, it can be done again.
    half = _repaired(path)
    half.unlink(missing_ok=True)
    try:
        if found is not None:
            copy_database(found[0], half)
        with contextlib.closing(_open(half)) as connection:
            saved = repair.salvage(connection, path, None if found is None else found[1])
        aside = set_aside(path, "broken")
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    half.replace(path)
    return say("it was kept as {name} {saved}", name=aside.name, saved=saved.words)


def open_for_reading(path: Path) -> tuple[sqlite3.Connection, list[Problem]]:
    """Open an existing database without changing it; a broken one reads as an empty one.

    Raises:
        InputError: If a newer program wrote it, or it cannot be reached.
    """
    with plain_words(say("{path} cannot be read", path=path)):
        try:
            return _open_unchanged(path), []
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            empty = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            migrations.migrate(empty, str(path))
            message = say("the project is damaged ({error}); none of it was read", error=error)
            return empty, [Problem(str(path), message)]


def copy_database(
    source: Path, target: Path, passed: Callable[[int, int], object] = lambda _done, _all: None
) -> None:
    """Copy a database that may be in use; ``target`` appears whole or not at all.

    Args:
        source: The database.
        target: Where to.
        passed: Is told how many pages of how many are copied; what it raises ends the copying.

    Raises:
        sqlite3.Error: If the source cannot be read.
        OSError: If the target cannot be written.
    """

    def tell(_status: int, left: int, pages: int) -> None:
        passed(pages - left, pages)

    half = target.with_name(f"{target.name}.half")
    half.unlink(missing_ok=True)
    require_files(source)
    try:
        with (
            contextlib.closing(sqlite3.connect(source)) as connection,
            contextlib.closing(sqlite3.connect(half)) as copy,
        ):
            # In portions: whoever writes meanwhile need not wait for the whole.
            connection.backup(copy, pages=_PORTION, progress=tell, sleep=0.01)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def set_aside(path: Path, why: str) -> Path:
    """Rename a database, and its journal, to the first free "<name>.<why>-<n>"."""
    names = (path.with_name(f"{path.name}.{why}-{number}") for number in itertools.count(1))
    aside = next(name for name in names if not name.exists())
    journal = path.with_name(f"{path.name}-journal")
    # First, for a journal left behind would be played into the fresh database.
    with contextlib.suppress(FileNotFoundError):
        journal.rename(aside.with_name(f"{aside.name}-journal"))
    path.rename(aside)
    return aside


def _open(path: Path, checked: bool = False) -> sqlite3.Connection:
    require_files(path)
    # `Tables` sees to it that one thread at a time uses it.
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        _check(connection, checked)
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA foreign_keys = ON")
        migrations.migrate(connection, str(path))
        repair.require_whole(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _open_unchanged(path: Path) -> sqlite3.Connection:
    require_files(path)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        _check(connection)
        if migrations.known_version(connection, str(path)) == len(migrations.MIGRATIONS):
            connection.execute("PRAGMA query_only = ON")
            repair.require_whole(connection)
            return connection
        # The file is not ours to bring up to date: a copy in memory is.
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            connection.backup(memory)
            migrations.migrate(memory, str(path))
        except BaseException:
            memory.close()
            raise
    except BaseException:
        connection.close()
        raise
    connection.close()
    return memory


def _check(connection: sqlite3.Connection, checked: bool = False) -> None:
    repair.require_plain(connection)
    if checked:
        return
    verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise sqlite3.DatabaseError(str(verdict).splitlines()[-1])
