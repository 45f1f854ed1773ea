"""The log file of the window: what was told and what went wrong, for whoever looks into a fault.

It stays on this machine, and small: three older files of a megabyte are kept.
"""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kpstudio.store.versions import versions

NAME = "kpstudio.log"
_BYTES = 1_000_000
_KEPT = 3
_TAIL = 40
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"

log = logging.getLogger(__name__)


def place() -> Path:
    """Return the folder of the log in the user's own folders; it may not exist yet."""
    return Path(platformdirs.user_log_dir("kpstudio", appauthor=False))


@contextlib.contextmanager
def kept(folder: Path) -> Iterator[None]:
    """Write what ``kpstudio`` and Qt log into a file in ``folder`` meanwhile.

    Where that cannot be written the program does without.
    """
    handler = _handler(folder)
    if handler is None:
        yield
        return
    ours = logging.getLogger("kpstudio")
    level = ours.level
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    before = qInstallMessageHandler(None)

    def take(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        # Not as a warning of ours: whoever listens to Qt has heard it already.
        log.info("Qt (%s): %s", kind.name, text)
        if before is not None:
            before(kind, context, text)
        else:
            print(text, file=sys.stderr)

    qInstallMessageHandler(take)
    log.info("kpstudio starts: %s", ", ".join(f"{k} {v}" for k, v in versions().items()))
    try:
        yield
    finally:
        log.info("kpstudio ends")
        qInstallMessageHandler(before)
        ours.setLevel(level)
        ours.removeHandler(handler)
        handler.close()


def details(message: str, folder: Path) -> str:
    """Return what to send to whoever helps: the message, the versions, the end of the log."""
    told = [message, "", *(f"{name} {version}" for name, version in versions().items())]
    with contextlib.suppress(OSError):
        lines = (folder / NAME).read_text(encoding="utf-8", errors="replace").splitlines()
        told += ["", *lines[-_TAIL:]]
    return "\n".join(told)


class _Rotating(RotatingFileHandler):
    """Goes on with the file as it is where another window has it open and it cannot be renamed."""

    def rotate(self, source: str, dest: str) -> None:
        """Rename the file, if that can be done."""
        with contextlib.suppress(OSError):
            super().rotate(source, dest)


def _handler(folder: Path) -> logging.Handler | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _Rotating(
            folder / NAME,
            maxBytes=_BYTES,
            backupCount=_KEPT,
            encoding="utf-8",
            errors="backslashreplace",  # a file's name may be no Unicode
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(_FORM))
    return handler
