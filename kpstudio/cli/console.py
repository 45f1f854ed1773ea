"""What the command line prints: results on stdout, progress and complaints on stderr."""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from kpstudio.core.errors import Problem

_BAR = 24
_SPARSE_SECONDS = 10.0
_REDRAW_SECONDS = 0.1
_NAMED = 3


def say(text: str = "") -> None:
    """Print a line of the result on stdout."""
    print(text, flush=True)


def say_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object as one line on stdout, at once; NaN and infinity become null."""
    print(json.dumps(json_ready(value), allow_nan=False), flush=True)


def json_ready(value: Any) -> Any:
    """Return ``value`` with every number that JSON does not know replaced by None."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): json_ready(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [json_ready(part) for part in value]
    return value


def problems_json(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Return problems as they stand in a JSON answer."""
    return [{"where": problem.where, "message": problem.message} for problem in problems]


def complain(message: str) -> None:
    """Print one line on stderr, whatever line breaks the message has."""
    print(f"kpstudio: {' '.join(message.split())}", file=sys.stderr, flush=True)


def warn(problems: Sequence[Problem]) -> None:
    """List problems on stderr, grouped."""
    for line in grouped(problems):
        print(f"  {line}", file=sys.stderr)


def grouped(problems: Sequence[Problem]) -> list[str]:
    """Return a line for each problem; many with the same message share one, with a few named."""
    where: dict[str, list[str]] = {}
    for problem in problems:
        where.setdefault(problem.message, []).append(problem.where)
    return [_group(message, places) for message, places in where.items()]


def _group(message: str, places: Sequence[str]) -> str:
    if len(places) == 1:
        return f"{places[0]}: {message}"
    named = ", ".join(places[:_NAMED])
    more = f" and {len(places) - _NAMED} more (--json names all)" if len(places) > _NAMED else ""
    return f"{message} ({len(places)}): {named}{more}"


def count(number: int, word: str, plural: str = "") -> str:
    """Return "1 face", "2 faces", "3,000 faces"."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def clock(seconds: float) -> str:
    """Return a span of time as "0:07", "12:30" or "1:02:30"."""
    whole = round(max(seconds, 0.0)) if math.isfinite(seconds) else 0
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Return two columns, the first as wide as its longest cell."""
    rows = list(rows)
    width = max((len(name) for name, _ in rows), default=0)
    return "\n".join(f"  {name:<{width}}  {value}".rstrip() for name, value in rows)


class Progress:
    """A progress bar on stderr: drawn in place on a terminal, else a line now and then."""

    def __init__(self, title: str, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._title = title
        self._quiet = quiet
        self._stream = stream or sys.stderr
        self._in_place = self._stream.isatty()
        self._last = -math.inf if self._in_place else time.monotonic()
        self._drawn = 0

    def __call__(self, done: int, total: int) -> bool:
        """Show ``done`` of ``total``; always True: here Ctrl-C is the way to cancel."""
        self.show(done, total)
        return True

    def show(self, done: int, total: int, note: str = "") -> None:
        """Show ``done`` of ``total`` and a few words."""
        now = time.monotonic()
        pause = _REDRAW_SECONDS if self._in_place else _SPARSE_SECONDS
        if not self._quiet and now - self._last >= pause:
            self._last = now
            self._draw(self._line(done, total, note))

    def _line(self, done: int, total: int, note: str) -> str:
        share = min(done / total, 1.0) if total else 1.0
        if not self._in_place:
            return f"{self._title} {share:.0%} {note}".rstrip()
        full = round(share * _BAR)
        return f"{self._title} [{'#' * full}{'.' * (_BAR - full)}] {share:4.0%} {note}".rstrip()

    def _draw(self, line: str) -> None:
        if not self._in_place:
            print(line, file=self._stream, flush=True)
            return
        self._stream.write("\r" + line.ljust(self._drawn))
        self._stream.flush()
        self._drawn = len(line)

    def line(self, text: str) -> None:
        """Print a line that stays, above the bar."""
        if not self._quiet:
            self.close()
            print(text, file=self._stream, flush=True)

    def close(self) -> None:
        """Take the bar away."""
        if self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._stream.flush()
            self._drawn = 0
