from __future__ import annotations

import argparse
import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kpstudio.__main__ import start
from kpstudio.cli import demo_command, opening, screen, window
from kpstudio.cli.parsing import HEADLESS
from tests.cli.conftest import Run

Refused = Callable[..., str]


def program(*argv: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    command = [sys.executable, "-m", "kpstudio", *argv]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, **options)


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Return a function that makes `kpstudio info` raise."""

    def arrange(error: BaseException) -> None:
        def fail(*_: object) -> None:
            raise error

        monkeypatch.setattr(opening, "open_corrected", fail)

    return arrange


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, bool]]:
    """What the window was opened on; no window opens."""
    calls: list[tuple[Path | None, bool]] = []

    def show(path: Path | None = None, demo: bool = False) -> int:
        calls.append((path, demo))
        return 0

    monkeypatch.setattr(window, "show", show)
    return calls


def test_the_help_names_every_command_and_shows_examples(kpstudio: Run) -> None:
    code, out, err = kpstudio("--help")
    assert (code, err) == (0, "")
    assert all(re.search(rf"\n    {command}\s", out) for command in HEADLESS)
    assert "kpstudio train faces/ --out runs/first" in out


@pytest.mark.parametrize("command", HEADLESS)
def test_every_command_has_help_with_an_example(kpstudio: Run, command: str) -> None:
    code, out, _ = kpstudio(command, "--help")
    assert code == 0
    assert out.startswith(f"usage: kpstudio {command}")
    assert f"  kpstudio {command}" in out.partition("example:")[2]


def test_version(kpstudio: Run) -> None:
    code, out, _ = kpstudio("--version")
    assert code == 0
    assert out.startswith("kpstudio ")


@pytest.mark.parametrize(
    "argv",
    [
        ("info",),
        ("info", "a", "b"),
        ("--jsn",),
        ("train", ".", "--preset", "bignet"),
        ("convert", ".", "out"),
        ("evaluate", "run"),
        ("predict", "run", "--to", "pts", "--out", "o"),
        ("train", ".", "--epo", "3"),
        (".", "more"),
    ],
)
def test_wrong_usage_is_one_line(refused: Refused, argv: tuple[str, ...]) -> None:
    assert "--help" in refused(*argv)


def test_a_slip_in_a_command_s_name_is_noticed(refused: Refused) -> None:
    assert "did you mean train?" in refused("trian", "faces")
    assert "convert" in refused("xyzzy")


def test_a_fault_of_ours_is_1_with_a_trace(
    kpstudio: Run, failing: Callable[[BaseException], None]
) -> None:
    failing(ZeroDivisionError("division by zero"))
    code, out, err = kpstudio("info", "x", "--json")
    assert (code, out) == (1, "")
    assert "Traceback" in err
    assert err.splitlines()[-1].startswith("kpstudio: a fault of kpstudio itself")


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_a_disk_that_refuses_is_bad_input(
    refused: Refused, failing: Callable[[BaseException], None], number: int
) -> None:
    failing(OSError(number, os.strerror(number), "/some/file"))
    assert refused("info", "x") == f"kpstudio: /some/file: {os.strerror(number)}\n"


def test_another_os_error_is_a_fault(
    kpstudio: Run, failing: Callable[[BaseException], None]
) -> None:
    failing(OSError(errno.EBADF, "bad file descriptor"))
    assert kpstudio("info", "x")[0] == 1


def test_an_interrupt_is_130(kpstudio: Run, failing: Callable[[BaseException], None]) -> None:
    failing(KeyboardInterrupt())
    code, _, err = kpstudio("info", "x")
    assert (code, err) == (130, "kpstudio: interrupted\n")


def test_a_path_opens_the_window(kpstudio: Run, opened: list[Any], tmp_path: Path) -> None:
    (tmp_path / "train").mkdir()
    assert kpstudio(tmp_path)[0] == 0
    assert kpstudio(tmp_path / "train")[0] == 0  # named like a command, but a path
    assert kpstudio()[0] == 0
    assert opened == [(tmp_path, False), (tmp_path / "train", False), (None, False)]


def test_without_a_screen_the_headless_commands_are_named(
    kpstudio: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "why_no_window", lambda: "there is no screen here")
    code, out, err = kpstudio()
    assert (code, out) == (2, "")
    assert err.count("\n") == 2
    assert err.startswith("kpstudio: the window cannot open: there is no screen here\n")
    assert all(command in err for command in HEADLESS)


def test_the_demo_opens_the_window_where_there_is_a_screen(
    kpstudio: Run, opened: list[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here: list[Path] = []

    def headless(arguments: argparse.Namespace) -> int:
        here.append(arguments.out)
        return 0

    monkeypatch.setattr(demo_command, "_headless", headless)
    monkeypatch.setattr(demo_command, "why_no_window", lambda: None)
    assert kpstudio("demo")[0] == 0
    assert (opened, here) == ([(None, True)], [])
    assert kpstudio("demo", "--out", tmp_path)[0] == 0
    assert here == [tmp_path]
    monkeypatch.setattr(demo_command, "why_no_window", lambda: "no screen")
    assert kpstudio("demo")[0] == 0
    assert (opened, here) == ([(None, True)], [tmp_path, None])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens of Linux")
def test_the_program_without_a_screen_is_no_abort() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    assert screen.why_no_window(environment) is not None
    done = program(env=environment)
    assert done.returncode == 2
    assert done.stderr.startswith("kpstudio: the window cannot open: there is no screen here")
    assert done.stderr.count("\n") == 2


def test_info_needs_neither_torch_nor_qt(faces: Path) -> None:
    code = (
        "import sys; from kpstudio.cli.main import main; code = main(['info', sys.argv[1]]);"
        "heavy = {'torch', 'PySide6', 'pyqtgraph'} & set(sys.modules); assert not heavy, heavy;"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(faces)], capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_has_gone_is_no_fault(faces: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kpstudio", "info", str(faces)],
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_bundle_is_the_python_that_it_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["kpstudio", "-c", "print(__name__, 3)"])
    start()
    assert capsys.readouterr().out == "__main__ 3\n"
    monkeypatch.setattr(sys, "argv", ["kpstudio", "--version"])
    with pytest.raises(SystemExit) as end:
        start()
    assert end.value.code == 0
