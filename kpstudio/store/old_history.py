"""The history as projects of version 1 kept it, brought into the tables of version 2.

Version 1 wrote down every change as it was made, taking one back as another change with the same
verb; it knew neither who made it nor, after closing, what could be undone.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from typing import Any

from kpstudio.store.keys import as_key

_Change = dict[str, Any]


def split_history(connection: sqlite3.Connection) -> None:
    """Fill the tables ``edits`` and ``changes`` from ``history``.

    A change that takes back exactly the one before it is that one, undone. What cannot be read is
    left behind.

    Raises:
        sqlite3.Error: If the tables cannot be written.
    """
    stack = _Stack(connection)
    rows = connection.execute("SELECT id, time, verb, changes FROM history ORDER BY id")
    for number, time, verb, text in rows.fetchall():
        with contextlib.suppress(ValueError, TypeError, KeyError, RecursionError):
            stack.take(number, time, verb, [_whole(change) for change in json.loads(text)])


class _Stack:
    """What can be undone and redone after each row."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._done: list[tuple[int, str | bytes, list[_Change]]] = []
        self._undone: list[tuple[int, str | bytes, list[_Change]]] = []

    def take(self, number: int, time: str, verb: str | bytes, changes: list[_Change]) -> None:
        back = [{"before": change["after"], "after": change["before"]} for change in changes]
        if self._done and self._done[-1][1:] == (verb, back):
            self._undone.append(self._done.pop())
            self._mark(self._undone[-1][0], True)
        elif self._undone and self._undone[-1][1:] == (verb, changes):
            self._done.append(self._undone.pop())
            self._mark(self._done[-1][0], False)
        else:
            for old, *_ in self._undone:
                self._connection.execute("DELETE FROM changes WHERE edit = ?", (old,))
                self._connection.execute("DELETE FROM edits WHERE id = ?", (old,))
            self._undone.clear()
            self._done.append((number, verb, changes))
            self._write(number, time, verb, changes)

    def _mark(self, number: int, undone: bool) -> None:
        self._connection.execute("UPDATE edits SET undone = ? WHERE id = ?", (undone, number))

    def _write(self, number: int, time: str, verb: str | bytes, changes: list[_Change]) -> None:
        keys = [as_key((change["after"] or change["before"])["id"]) for change in changes]
        row = (number, time, verb, keys[0] if keys else "", len(keys))
        self._connection.execute("INSERT INTO edits VALUES (?, ?, '', ?, 0, ?, ?, NULL)", row)
        texts = [json.dumps(_brief(change), separators=(",", ":")) for change in changes]
        self._connection.executemany(
            "INSERT INTO changes VALUES (?, ?, ?)",
            [(number, key, text) for key, text in zip(keys, texts, strict=True)],
        )


def _whole(change: _Change) -> _Change:
    before, after = change["before"], change["after"]
    if before is not None and after is not None:
        after = {**before, **after}
    return {"before": before, "after": after}


def _brief(change: _Change) -> _Change:
    before, after = change["before"], change["after"]
    if before is not None and after is not None:
        after = {key: value for key, value in after.items() if value != before.get(key)}
    return {"before": before, "after": after}
