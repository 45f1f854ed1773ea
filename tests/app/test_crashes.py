"""What a program that ended without closing leaves behind, with real processes that really end."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kpstudio.app.crashes import Mark, crashes

_CHILD = """
import faulthandler, os, signal, sys
from pathlib import Path
from kpstudio.app.crashes import Mark
mark = Mark(Path(sys.argv[1]))
mark.opened(Path(sys.argv[2]))
{end}
"""


def ended(place: Path, folder: Path, end: str) -> int:
    command = [sys.executable, "-c", _CHILD.format(end=end), str(place), str(folder)]
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False, timeout=120).returncode


def test_who_closes_leaves_nothing(tmp_path: Path) -> None:
    assert ended(tmp_path, tmp_path, "mark.end()") == 0
    assert crashes(tmp_path) == []
    assert list((tmp_path / "running").iterdir()) == []


def test_who_is_killed_is_told_once(tmp_path: Path) -> None:
    code = ended(tmp_path, tmp_path / "faces", "os.kill(os.getpid(), signal.SIGKILL)")
    assert code == -signal.SIGKILL
    (crash,) = crashes(tmp_path)
    assert crash.folder == tmp_path / "faces"
    assert crash.trace == ""
    assert datetime.now(UTC) - crash.when < timedelta(minutes=5)
    assert crashes(tmp_path) == []


def test_who_breaks_down_leaves_a_trace(tmp_path: Path) -> None:
    assert ended(tmp_path, tmp_path, "os.abort()") == -signal.SIGABRT
    (crash,) = crashes(tmp_path)
    assert "Fatal Python error: Aborted" in crash.trace
    assert "most recent call first" in crash.trace


def test_who_still_runs_is_left_alone(tmp_path: Path) -> None:
    mark = Mark(tmp_path)
    try:
        assert crashes(tmp_path) == []
    finally:
        mark.end()
    assert crashes(tmp_path) == []


def test_a_file_in_the_way_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    mark = Mark(tmp_path / "file")
    mark.opened(tmp_path)
    mark.end()
    assert crashes(tmp_path / "file") == []
