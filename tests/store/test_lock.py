from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from kpstudio.store import lock

HOLD = """
import sys
from pathlib import Path
from kpstudio.store import lock
held = lock.acquire(Path(sys.argv[1]))
print("held" if held else "busy", flush=True)
sys.stdin.read()
"""


def test_a_lock_is_had_once(tmp_path: Path) -> None:
    first = lock.acquire(tmp_path / "lock")
    assert first is not None
    assert lock.acquire(tmp_path / "lock") is None
    assert lock.is_held(tmp_path / "lock")
    first.release()
    first.release()
    second = lock.acquire(tmp_path / "lock")
    assert second is not None
    second.release()


def test_no_file_is_not_held_and_asking_makes_none(tmp_path: Path) -> None:
    assert not lock.is_held(tmp_path / "lock")
    assert not (tmp_path / "lock").exists()


def test_a_forgotten_lock_is_released(tmp_path: Path) -> None:
    held = lock.acquire(tmp_path / "lock")
    assert held is not None
    del held
    gc.collect()
    assert not lock.is_held(tmp_path / "lock")


def test_a_place_that_cannot_be_locked_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot be"):
        lock.acquire(tmp_path / "no such folder" / "lock")


def test_a_file_that_is_no_lock_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "lock").write_bytes(b"notes of a person" * 99)
    with pytest.raises(OSError, match="cannot be locked: file is not a database"):
        lock.acquire(tmp_path / "lock")
    assert not lock.is_held(tmp_path / "lock")


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert lock.is_held(path)
        process.kill()
    assert not lock.is_held(path)
