from __future__ import annotations

import io
import json

import pytest

from kpstudio.cli import console
from kpstudio.core.errors import Problem


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_numbers_that_json_does_not_know_become_null(capsys: pytest.CaptureFixture[str]) -> None:
    console.say_json({"a": float("nan"), "b": [1.5, float("inf")], "c": {"d": (float("-inf"),)}})
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    assert json.loads(printed) == {"a": None, "b": [1.5, None], "c": {"d": [None]}}


def test_a_complaint_is_one_line_whatever_the_message(capsys: pytest.CaptureFixture[str]) -> None:
    console.complain("first\n  second\tthird")
    assert capsys.readouterr().err == "kpstudio: first second third\n"


def test_many_problems_of_a_kind_share_a_line() -> None:
    alike = [Problem(f"file {k}", "odd") for k in range(25)]
    lines = console.grouped([Problem("first", "broken"), *alike, Problem("last", "empty")])
    assert lines[0] == "first: broken"
    assert lines[1] == "odd (25): file 0, file 1, file 2 and 22 more (--json names all)"
    assert lines[2] == "last: empty"
    assert console.grouped(alike[:2]) == ["odd (2): file 0, file 1"]


def test_warnings_go_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    console.warn([Problem("first", "broken")])
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "  first: broken\n")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.2, "0:00"), (7, "0:07"), (750, "12:30"), (3750, "1:02:30"), (float("nan"), "0:00")],
)
def test_clock(seconds: float, text: str) -> None:
    assert console.clock(seconds) == text


def test_count_has_a_plural_and_thousands() -> None:
    assert console.count(1, "face") == "1 face"
    assert console.count(3000, "face") == "3,000 faces"
    assert console.count(2, "match", "matches") == "2 matches"


def test_on_a_terminal_the_bar_is_drawn_in_place_and_taken_away() -> None:
    terminal = Terminal()
    progress = console.Progress("reading", stream=terminal)
    assert progress(1, 2)
    progress.close()
    text = terminal.getvalue()
    assert "\n" not in text
    assert "50%" in text
    assert "#" * 12 + "." * 12 in text
    assert text.endswith("\r" + " " * len("reading [" + "#" * 24 + "]  50%") + "\r")


def test_a_line_that_stays_is_printed_after_the_bar_has_gone() -> None:
    terminal = Terminal()
    progress = console.Progress("reading", stream=terminal)
    progress(1, 2)
    progress.line("epoch 1")
    assert terminal.getvalue().endswith("\repoch 1\n")


def test_into_a_file_there_is_a_line_only_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(console.time, "monotonic", lambda: now)
    stream = io.StringIO()
    progress = console.Progress("reading", stream=stream)
    for done in range(1, 101):
        now += 0.25
        progress(done, 100)
    assert stream.getvalue() == "reading 40%\nreading 80%\n"


def test_quiet_progress_prints_nothing() -> None:
    terminal = Terminal()
    progress = console.Progress("reading", quiet=True, stream=terminal)
    assert progress(1, 2)
    progress.line("epoch 1")
    progress.close()
    assert terminal.getvalue() == ""
