"""What a program that ended without closing leaves for the next start: where it was, and a trace.

A mark is a lock that the operating system lets go of with its holder, however that ends.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kpstudio.io.atomic import write_text
from kpstudio.store import lock

_FOLDER = "running"


@dataclass(frozen=True)
class Crash:
    """A start of the program that did not end properly.

    Attributes:
        when: Time of its last sign of life, in UTC.
        folder: What was open, or None.
        trace: Where each thread was, if the program itself broke; "" if it was ended from outside.
    """

    when: datetime
    folder: Path | None
    trace: str


class Mark:
    """Stands as long as this program runs; what cannot be written is done without."""

    def __init__(self, place: Path) -> None:
        """Set it up, and have a breakdown of the program write its trace there.

        Args:
            place: A folder of the user's own.
        """
        self._stem = place / _FOLDER / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}"
        self._lock: lock.FileLock | None = None
        self._trace = None
        with contextlib.suppress(OSError):
            self._stem.parent.mkdir(parents=True, exist_ok=True)
            self._lock = lock.acquire(self._stem.with_suffix(".lock"))
            self._trace = self._stem.with_suffix(".trace").open("w", encoding="utf-8")
            if not faulthandler.is_enabled():
                faulthandler.enable(self._trace)

    def opened(self, folder: Path) -> None:
        """Note what is open."""
        if self._lock is not None:
            with contextlib.suppress(OSError):
                write_text(self._stem.with_suffix(".json"), json.dumps({"folder": str(folder)}))

    def end(self) -> None:
        """Take it away: the program ends as it should."""
        if self._trace is not None:
            if faulthandler.is_enabled():
                faulthandler.disable()
            self._trace.close()
        if self._lock is not None:
            self._lock.release()
            _remove(self._stem)


def crashes(place: Path) -> list[Crash]:
    """Return, and forget, the starts that did not end properly, the latest last."""
    found = []
    for path in sorted((place / _FOLDER).glob("*.lock")):
        if lock.is_held(path):
            continue
        stem = path.with_suffix("")
        with contextlib.suppress(OSError):
            found.append(_read(stem))
            _remove(stem)
    return found


def _read(stem: Path) -> Crash:
    trace, folder = "", None
    with contextlib.suppress(OSError):
        trace = stem.with_suffix(".trace").read_text(encoding="utf-8", errors="replace").strip()
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        folder = Path(json.loads(stem.with_suffix(".json").read_text(encoding="utf-8"))["folder"])
    paths = [stem.with_suffix(f".{kind}") for kind in ("lock", "json", "trace")]
    times = [path.stat().st_mtime for path in paths if path.exists()]
    if not times:
        raise FileNotFoundError(stem)  # another window that starts has told of it
    return Crash(datetime.fromtimestamp(max(times), UTC), folder, trace)


def _remove(stem: Path) -> None:
    for kind in ("json", "trace", "lock"):
        with contextlib.suppress(OSError):
            stem.with_suffix(f".{kind}").unlink(missing_ok=True)
