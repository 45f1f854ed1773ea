"""Saves that are ended at their writing calls: nothing is lost, and a bad one is found out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import saves
import stages
import stopping
from stopping import Fate

pytestmark = [
    pytest.mark.skipif(not stopping.CAN_TRACE, reason="processes are traced on Linux, x86-64"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what kpstudio writes outside of the folder come and go with it."""
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "now" / "home"))


@pytest.mark.parametrize(
    ("name", "every"),
    [("gestures", 150), ("copies", 40), ("bringing up to date", 9), ("repair", 30),
     ("taking over", 13), ("a run", 20), ("a run that goes on", 7), ("importing", 7),
     ("export csv", 2), ("export with pictures", 5)],
)  # fmt: skip
def test_a_save_may_end_anywhere(tmp_path: Path, name: str, every: int) -> None:
    save = next(save for save in saves.all_saves() if save.name == name)
    tally = stages.end_everywhere(save, tmp_path, every)
    assert tally.harm == []
    assert tally.ends[Fate.KILLED] and tally.ends[Fate.FULL]


class Careless:
    """Writes over a file in place."""

    name = "careless"

    def prepare(self, root: Path) -> None:
        (root / "file").write_bytes(b"old")

    def work(self, root: Path, tell: Callable[[str], None]) -> None:
        tell("begun")
        (root / "file").write_bytes(b"new!")
        tell("done")

    def check(self, root: Path, lines: list[str]) -> list[str]:
        found = (root / "file").read_bytes()
        allowed = {"done": [b"new!"]}.get(lines[-1], [b"old", b"new!"])
        return [] if found in allowed else [f"{found!r} after {lines[-1]}"]


def test_a_file_that_is_written_in_place_is_found_out(tmp_path: Path) -> None:
    tally = stages.end_everywhere(Careless(), tmp_path)
    assert tally.stages == {"write: other file": 2}  # before it, and in the middle
    assert [line.split("file): ")[1] for line in tally.harm] == [
        "b'' after begun",
        "b'ne' after begun",
        "fault: OSError: [Errno 28] No space left on device",
        "it ended with 1",
        "b'' after begun",
    ]


def test_a_traced_process_tells_its_calls(tmp_path: Path) -> None:
    def work(tell: Callable[[str], None]) -> None:
        with (tmp_path / "a").open("xb") as file:
            file.write(b"1")
        (tmp_path / "a").rename(tmp_path / "b")
        (tmp_path / "b").unlink()
        tell("done")

    whole = stopping.run_until(work)
    assert (whole.ended, whole.told) == (0, ["done"])
    does = [(call.does, call.file) for call in whole.calls]
    assert does == [("make", "a"), ("write", "a"), ("rename", "a"), ("remove", "b")]
    killed = stopping.run_until(work, Fate.KILLED, 3)
    assert (killed.ended, killed.told) == (-9, [])
    assert (tmp_path / "a").read_bytes() == b"1"
