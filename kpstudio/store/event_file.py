"""The events of a run on disk: one JSON object a line."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kpstudio.io.text import BrokenFileError, cannot_be_read, read_bytes

MOST_BYTES = 1_000_000_000
"""More than the events of any training take: each has some two hundred bytes."""


def append_line(path: Path, event: Mapping[str, Any]) -> None:
    """Add one event to the file ``path``.

    A NaN or an infinity is written as null, for JSON has no word for it.

    Raises:
        OSError: If it cannot be written.
    """
    line = json.dumps(_finite(event), allow_nan=False, separators=(",", ":"))
    with path.open("ab+") as file:
        if file.tell() > 0:
            file.seek(-1, 2)
            # A line torn by a crash must not swallow this one.
            line = line if file.read(1) == b"\n" else f"\n{line}"
        file.write(f"{line}\n".encode())


def lines_of(path: Path) -> list[bytes]:
    """Return the lines of ``path``; none where there is no such file.

    Raises:
        InputError: If it is there and cannot be read.
    """
    if not path.exists():
        return []
    try:
        return read_bytes(path, MOST_BYTES).splitlines()
    except BrokenFileError as error:
        raise cannot_be_read(path, error) from error


def event_of(line: bytes) -> dict[str, Any] | None:
    """Return the event of a line, or None where a crash has torn it."""
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return event if isinstance(event, dict) else None


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _finite(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(part) for part in value]
    return value
