"""Writing files so that a reader, or a crash, never meets half of one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say

TEMPORARY = r"\.[0-9a-f]{12}\.tmp"
"""What the names of files are like that are being written; a kill leaves one."""


def write_text(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8, line ends as they are, replacing ``path`` in one step.

    The folder is made if it is not there.

    Raises:
        InputError: If the file cannot be written; what was there before is then untouched.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            say("{path}: cannot be written, its text is not valid Unicode", path=path)
        ) from error
    write_bytes(path, data)


def write_bytes(path: Path, data: bytes) -> None:
    """Write ``data``, replacing ``path`` in one step.

    The folder is made if it is not there.

    Raises:
        InputError: If the file cannot be written; what was there before is then untouched.
    """
    with replacing(path) as temporary:
        temporary.write_bytes(data)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a new file's path to write to; it takes the place of ``path`` when the block ends well.

    The folder is made if it is not there.

    Raises:
        InputError: If a file cannot be written there; what was there before is then untouched.
    """
    # Beside its goal, since a file moves in one step only within one disk; short, since a name
    # that just fits would not fit with more letters.
    temporary = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield temporary
            _flush(temporary)
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            say("{path}: cannot be written: {reason}", path=path, reason=reason)
        ) from error


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
