"""Disks that fill up, lock, go read-only or vanish under an open folder: no label is lost."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Self

import pytest

from kpstudio.core.edits import set_tags
from kpstudio.core.errors import InputError
from kpstudio.io.exporting import export
from kpstudio.store import history
from kpstudio.store.copies import save_copy
from kpstudio.store.project import Project
from kpstudio.tasks.opening import open_corrected
from tests.app.help import Desk, faces_folder, quick_config


def tag(desk: Desk, word: str) -> bool:
    face = desk.session.labels["f0.png#0"]
    return desk.session.perform(set_tags([face], [word]))


def tags_on_disk(folder: Path) -> frozenset[str]:
    return open_corrected(folder).labels["f0.png#0"].tags


def refused(desk: Desk, word: str, says: str) -> None:
    """See that a change is told of in one sentence, and that the screen shows what is on disk."""
    before = {face.id: face for face in desk.session.labels}
    desk.said.clear()
    assert not tag(desk, word)
    assert len(desk.said) == 1
    assert says in desk.said[0]
    assert {face.id: face for face in desk.session.labels} == before


def test_a_folder_that_is_away_for_a_while(desk: Desk, folder: Path, tmp_path: Path) -> None:
    desk.open(folder)
    assert tag(desk, "before")
    away = folder.rename(tmp_path / "away")
    refused(desk, "meanwhile", "the change cannot be saved to")
    desk.said.clear()
    desk.training.start(quick_config(), 0.5)
    assert not desk.training.running
    assert len(desk.said) == 1
    with pytest.raises(InputError, match="a copy cannot be saved"):
        save_copy(desk.session.project)
    desk.said.clear()
    desk.session.rescan()
    desk.wait(lambda: desk.session._opening is None)
    assert len(desk.said) == 1
    assert len(desk.session.labels) == 7
    assert not folder.exists()  # nothing begins another project in its place
    away.rename(folder)
    assert tag(desk, "after")
    assert tags_on_disk(folder) == {"before", "after"}


def test_a_folder_that_comes_back_as_another_one_is_read_anew(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    desk.open(folder)
    assert tag(desk, "before")
    away = folder.rename(tmp_path / "away")
    shutil.copytree(away, folder)
    desk.said.clear()
    with desk.qtbot.waitSignal(desk.session.opened, timeout=60_000):
        assert not tag(desk, "meanwhile")
    (said,) = desk.said
    assert "no longer there" in said
    assert desk.session.labels["f0.png#0"].tags == {"before"}
    assert tag(desk, "after")
    assert tags_on_disk(folder) == {"before", "after"}
    assert tags_on_disk(away) == {"before"}


HOLD = """
import sqlite3, sys
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
"""


@contextlib.contextmanager
def locked(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the database; a line ends it."""
    command = [sys.executable, "-c", HOLD, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


def test_a_locked_project_is_waited_for_and_then_told_of(desk: Desk, folder: Path) -> None:
    desk.open(folder)
    assert tag(desk, "before")
    project = desk.session.project
    path = project.location / "project.sqlite"
    with locked(path) as process:
        assert process.stdin is not None
        soon = threading.Timer(0.7, process.kill)
        soon.start()
        begun = time.monotonic()
        assert tag(desk, "waited")
        assert time.monotonic() - begun > 0.3
        soon.join()
    project._tables.connection.execute("PRAGMA busy_timeout = 200")  # else five seconds
    with locked(path):
        refused(desk, "meanwhile", "another program is using it")
    assert tag(desk, "after")
    assert tags_on_disk(folder) == {"before", "waited", "after"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of three megabytes, where one may be made."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "kpstudio-test", str(place)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_disk_that_is_really_full(desk: Desk, small_disk: Path) -> None:
    folder = faces_folder(small_disk / "faces", 6)
    desk.open(folder)
    assert tag(desk, "before")
    labels = desk.session.labels
    export(labels, tuple(labels), "json", small_disk / "out")
    whole = {path: path.read_bytes() for path in (small_disk / "out").iterdir()}
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    refused(desk, "meanwhile", "disk is full")
    desk.said.clear()
    desk.training.start(quick_config(), 0.5)
    desk.wait(lambda: not desk.training.running)
    assert len(desk.said) == 1
    with pytest.raises(InputError, match="full"):
        save_copy(desk.session.project)
    with pytest.raises(InputError, match="No space left"):
        export(labels, tuple(labels), "json", small_disk / "out", overwrite=True)
    assert {path: path.read_bytes() for path in (small_disk / "out").iterdir()} == whole
    filler.unlink()
    assert tag(desk, "after")
    assert tags_on_disk(folder) == {"before", "after"}


def test_a_disk_that_is_taken_away(desk: Desk, small_disk: Path, tmp_path: Path) -> None:
    folder = faces_folder(small_disk / "faces", 6)
    desk.open(folder)
    assert tag(desk, "before")
    other = small_disk.with_name("elsewhere")
    other.mkdir()
    subprocess.run(["mount", "--move", str(small_disk), str(other)], check=True)
    try:
        refused(desk, "meanwhile", "the change cannot be saved to")
    finally:
        subprocess.run(["mount", "--move", str(other), str(small_disk)], check=True)
    assert tag(desk, "after")
    assert tags_on_disk(folder) == {"before", "after"}


def test_a_folder_that_becomes_read_only(desk: Desk, small_disk: Path) -> None:
    folder = faces_folder(small_disk / "faces", 6)
    desk.open(folder)
    assert tag(desk, "before")
    # The disk itself cannot: the project is open for writing.
    subprocess.run(["mount", "--bind", str(folder), str(folder)], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
    try:
        refused(desk, "meanwhile", "the change cannot be saved to")
        desk.open(folder)  # it can still be looked at
        assert desk.session.labels["f0.png#0"].tags == {"before"}
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
    assert tag(desk, "after")


def test_clocks_that_jump_change_neither_order_nor_undo(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(folder)
    years = [2026, 2099, 1999, 2026]
    for number, year in enumerate(years):

        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None, year: int = year) -> Self:
                return cls(year, 3, 1, tzinfo=tz)

        with monkeypatch.context() as patch:
            patch.setattr(history, "datetime", Clock)
            assert tag(desk, str(number))
    entries = desk.session.project.history.entries()
    assert [entry.time.year for entry in entries] == years
    for left in (3, 2, 1, 0):
        desk.session.undo()
        assert desk.session.labels["f0.png#0"].tags == {str(number) for number in range(left)}
    for _ in years:
        desk.session.redo()
    assert tags_on_disk(folder) == {"0", "1", "2", "3"}


def test_a_project_of_a_newer_program_is_named_and_left_alone(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    other = faces_folder(tmp_path / "other", 2)
    with Project.open(other) as project:
        path = project.location / "project.sqlite"
        project._tables.connection.execute("PRAGMA user_version = 99")
    whole = path.read_bytes()
    desk.open(folder)
    assert "written by a newer kpstudio" in desk.refused(other)
    assert len(desk.said) == 1
    assert path.read_bytes() == whole
    assert desk.session.path == folder  # what was open stays
    assert tag(desk, "after")
