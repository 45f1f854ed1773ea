"""What every test is looked through for: threads, processes, open files, files outside its folder.

Windows and timers are looked for by `tests.qt_fixtures`, where Qt is.
"""

from __future__ import annotations

import contextlib
import gc
import os
import tempfile
import threading
from collections.abc import Iterator, Sequence
from multiprocessing import util
from pathlib import Path

import pytest

_USERS = ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
_TOOLS = (".hypothesis", ".pytest_cache", ".coverage", "__pycache__", ".mypy_cache", ".ruff_cache")
"""How names begin that the tools of the suite write beside the tests."""
_LIBRARIES = (
    "fontconfig",
    "mesa_shader_cache",
    "torchinductor_",
    "torchelastic_",
    "pymp-",
    "QtProject.conf",
)
"""How names begin that libraries write for the process, whichever test comes first."""
_HELPERS = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")
"""Processes that multiprocessing starts once, and that end with ours."""


@pytest.fixture(scope="session", autouse=True)
def own_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, ...]]:
    """Give the tests a user of their own, with an empty home and folder for temporary files."""
    tmp_path_factory.getbasetemp()  # is laid where the folder for temporary files is now
    names = (*_USERS, "TMPDIR")
    with (
        # Not below the tests' own: the names of sockets inside must be short.
        tempfile.TemporaryDirectory(prefix="kp", ignore_cleanup_errors=True) as place,
        pytest.MonkeyPatch.context() as patch,
    ):
        folders = [Path(place) / name.lower() for name in names]
        for name, folder in zip(names, folders, strict=True):
            folder.mkdir()
            patch.setenv(name, str(folder))
        patch.setattr(tempfile, "tempdir", None)
        yield (*folders, Path.cwd())
        _end_of_multiprocessing()


def _end_of_multiprocessing() -> None:
    """Let multiprocessing take its folder away now: at the end of the process ours is gone."""
    util._run_finalizers()  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def basetemp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where every test has its folder."""
    return tmp_path_factory.getbasetemp()


@pytest.fixture(autouse=True)
def nothing_outside(
    request: pytest.FixtureRequest, own_places: tuple[Path, ...], basetemp: Path
) -> Iterator[None]:
    """Fail a test that leaves a thread, a process, an open file or a file outside its folder."""
    before = standing(own_places, basetemp)
    yield
    request.node.funcargs.clear()  # holds what fixtures made until all of them are taken down
    if found := standing(own_places, basetemp) - before:
        gc.collect()  # what only waits for the collector was let go of
        found = standing(own_places, basetemp) - before
    assert not found, f"left behind: {'; '.join(sorted(found))}"


def standing(empty: Sequence[Path], own: Path) -> frozenset[str]:
    """Return what stands and runs now, in words.

    Args:
        empty: Folders that tests write nothing into.
        own: Where each test has a folder; files in it must be closed.
    """
    return frozenset(
        (
            *(f"thread {t}" for t in threading.enumerate() if not t.daemon and t.is_alive()),
            *(f"process {name}" for name in children()),
            *(f"file {path}" for folder in empty for path in files_in(folder)),
            *(f"open file {path}" for path in open_files((*empty, own))),
        )
    )


def files_in(folder: Path) -> Iterator[str]:
    """Yield what lies in a folder, but for what tools and libraries put there."""
    for entry in os.scandir(folder):
        if not entry.name.startswith((*_TOOLS, *_LIBRARIES)):
            yield entry.path


def children() -> Iterator[str]:
    """Yield the running child processes with their commands, where the system tells (Linux)."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except (ChildProcessError, AttributeError):
        return  # none at all, as nearly always
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            _, _, facts = (path / "stat").read_text().rpartition(")")
            command = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            ours = int(facts.split()[1]) == os.getpid()
            if ours and not any(helper in command for helper in _HELPERS):
                yield f"{path.name} {command.strip()}"


def open_files(folders: Sequence[Path]) -> Iterator[str]:
    """Yield the files inside ``folders`` that this process holds open, where the system tells."""
    inside = tuple(f"{folder}{os.sep}" for folder in folders)
    with contextlib.suppress(OSError):
        for handle in Path("/proc/self/fd").iterdir():
            with contextlib.suppress(OSError):
                path = str(handle.readlink())
                if path.startswith(inside):
                    yield path
