"""What a killed program left lying in a project's folder, and nobody will come back for."""

from __future__ import annotations

import contextlib
import re
import shutil
import time
from pathlib import Path

from kpstudio.io.atomic import TEMPORARY
from kpstudio.store import lock
from kpstudio.store.copy_files import Kind
from kpstudio.store.runs import DELETING

_LONG_S = 3600
_HALVES = ("*.half", "*.half-journal")


def clear_halves(location: Path) -> None:
    """Take away copies that were begun; for the one who holds the project's lock."""
    for kind in Kind:
        for pattern in _HALVES:
            for path in (location / kind).glob(pattern):
                with contextlib.suppress(OSError):
                    path.unlink()


def clear_runs(location: Path) -> None:
    """Take away runs that were being deleted, and files that a killed training had begun.

    On any thread, and while others train.
    """
    for run in (location / "runs").glob("*"):
        if run.name.startswith(DELETING):
            shutil.rmtree(run, ignore_errors=True)
            continue
        begun = [path for path in run.glob("**/.*.tmp") if re.fullmatch(TEMPORARY, path.name)]
        if begun and not lock.is_held(run / "lock"):
            for path in begun:
                with contextlib.suppress(OSError):
                    # Where a disk knows no locks somebody may be writing it just now.
                    if time.time() - path.stat().st_mtime > _LONG_S:
                        path.unlink()
