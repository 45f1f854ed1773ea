"""JSON that somebody else wrote: telling what it is from its beginning, and loading it safely."""

from __future__ import annotations

import json
import math
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from kpstudio.core.texts import say
from kpstudio.io.text import BrokenFileError, cannot_be_read, decode_head, read_text, visible

MAX_DEPTH = 64
"""Deeper nesting is no label file, and what is kept of it could not be written again."""

MOST_PARTS = 16_000_000
"""More lists and objects would fill the memory: each takes sixty bytes, for two in the file."""

FAR = 1e9
"""A coordinate beyond this is no place in any picture."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},]|"', re.DOTALL)
_CLOSING = {"[": "]", "{": "}"}
_HUGE = re.compile(r"[eE]\+?\d{3}|(?<!\d)\d{300}")


@lru_cache(maxsize=4)
def outline(head: bytes) -> Any:
    """Return the value that a JSON file begins with, as far as its first bytes tell.

    What is cut off at the end is left out; None if it is no JSON.

    Args:
        head: The beginning of the file.
    """
    text = decode_head(head).lstrip()
    if not text.startswith(("{", "[")):
        return None
    open_ones: list[str] = []
    cut = 0, ""
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in _CLOSING:
            open_ones.append(_CLOSING[token])
            if len(open_ones) > MAX_DEPTH:
                return None
            cut = match.end(), "".join(reversed(open_ones))
        elif token in ("]", "}"):
            if not open_ones or open_ones.pop() != token:
                return None
            if not open_ones:
                return _loads(text)
            cut = match.end(), "".join(reversed(open_ones))
        elif token == ",":
            cut = match.start(), "".join(reversed(open_ones))
        elif token == '"':
            break  # the head ends within this text
    end, closing = cut
    return _loads(text[:end] + closing)


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def load(path: Path) -> Any:
    """Return what a JSON file holds; a number that is none or infinite becomes None.

    Raises:
        BrokenFileError: If it cannot be read, is no JSON, or is nested absurdly deep.
    """
    return loads(read_text(path))


def load_alone(path: Path) -> Any:
    """Return what a JSON file holds that is not one of many.

    Raises:
        InputError: As `load`, naming the file.
    """
    try:
        return load(path)
    except BrokenFileError as error:
        raise cannot_be_read(path, error) from error


def loads(text: str) -> Any:
    """Return the value that a JSON text stands for; a number that is none or infinite is None.

    Raises:
        BrokenFileError: If it is no JSON, absurdly large or nested absurdly deep.
    """
    if text.count("[") + text.count("{") > MOST_PARTS:
        raise BrokenFileError(
            say(
                "has more than {most_parts:,} lists and objects, too many to read",
                most_parts=MOST_PARTS,
            )
        )
    # Python reads 1e999 as infinity, which no JSON can hold; looking at each number takes long.
    parse_float = _finite_or_none if _HUGE.search(text) else None
    try:
        value = json.loads(text, parse_constant=lambda _: None, parse_float=parse_float)
    except json.JSONDecodeError as error:
        raise BrokenFileError(
            say(
                "is not valid JSON (line {line:,}, character {column:,}): the file may be "
                "incomplete; copy it again, or fix it there",
                line=error.lineno,
                column=error.colno,
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise BrokenFileError(say("is not valid JSON: {error}", error=str(error)[:200])) from error
    if _is_deep(value):
        raise BrokenFileError(
            say(
                "is nested more than {max_depth} levels deep, too deep to read", max_depth=MAX_DEPTH
            )
        )
    return value


def _finite_or_none(text: str) -> float | None:
    value = float(text)
    return value if math.isfinite(value) else None


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [
            child
            for parent in level
            if isinstance(parent, (dict, list))
            for child in (parent.values() if isinstance(parent, dict) else parent)
            if isinstance(child, (dict, list))
        ]
        if not level:
            return False
    return True


def dump(value: Any, indent: int | None = None) -> str:
    """Return ``value`` as JSON, in Unicode where that can be written to a file."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if visible(text) == text else json.dumps(value, indent=indent)


def number(value: Any) -> float | None:
    """Return a value as a coordinate, or None if it is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if -FAR < value < FAR else None


def pair(value: Any) -> tuple[float, float] | None:
    """Return the first two numbers of a list, or None if it does not begin with two."""
    if not isinstance(value, list) or len(value) < 2:
        return None
    x, y = number(value[0]), number(value[1])
    return None if x is None or y is None else (x, y)


def is_true(value: Any) -> bool:
    """Whether a flag is set, be it written as a truth value, a number or a word."""
    return value in (True, 1) or (isinstance(value, str) and value.lower() in ("true", "1", "yes"))
