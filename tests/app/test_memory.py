"""What is free goes back to the system."""

from __future__ import annotations

import mmap
import platform
from pathlib import Path

import pytest

from kpstudio.app import memory
from kpstudio.app.jobs import JobRunner

BLOCK, BLOCKS = 4000, 20_000


def resident() -> int:
    """Return what the process holds of the machine's memory, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * mmap.PAGESIZE


@pytest.fixture
def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_last", -memory.MOST_OFTEN_S)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what is free")
def test_what_is_free_below_what_is_not_goes_back(long_ago: None) -> None:
    blocks = [bytes(BLOCK) for _ in range(BLOCKS)]
    pins = blocks[::500]  # between them, nothing goes back by itself
    full = resident()
    del blocks
    kept = resident()
    assert memory.give_back()
    assert kept - resident() > 0.7 * BLOCK * BLOCKS
    assert full - kept < 0.3 * BLOCK * BLOCKS
    assert not memory.give_back(), "once is enough for a while"
    assert len(pins) == BLOCKS // 500


def test_a_job_that_ends_gives_back(long_ago: None, qtbot, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr("kpstudio.app.jobs.give_back", lambda: asked.append(True))
    jobs = JobRunner()
    job = jobs.job(lambda handle: None)
    with qtbot.waitSignal(job.ended):
        job.start()
    assert asked == [True]
