"""What is taken for a busy machine, before torch's threads are told how to wait."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from kpstudio import engine


def test_the_asker_does_not_count() -> None:
    assert engine._at_work("0.52 3.58 9.59 1/467 29306\n") == 0
    assert engine._at_work("0.00 0.00 0.00 7/467 29306\n") == 6


@pytest.mark.parametrize("text", ["", "0.5 0.6 0.7", "0.0 0.0 0.0 0/0 0", "a b c d/e f"])
def test_what_does_not_tell_is_no_answer(text: str) -> None:
    with pytest.raises(ValueError):
        engine._at_work(text)


def test_what_runs_now_counts_not_the_last_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    assert not engine._busy(lambda: "9.99 9.99 9.99 1/467 1")
    assert not engine._busy(lambda: "9.99 9.99 9.99 2/467 1")  # one of four cores: a quarter
    assert engine._busy(lambda: "0.00 0.00 0.00 3/467 1")


def test_a_flicker_is_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    looks: Iterator[int] = iter([4, 1, 1, 1, 1])
    assert not engine._busy(lambda: f"0 0 0 {next(looks)}/467 1")


def test_elsewhere_the_last_minute_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    monkeypatch.setattr(os, "getloadavg", lambda: (1.5, 0.0, 0.0), raising=False)
    assert engine._busy(nothing)
    monkeypatch.setattr(os, "getloadavg", lambda: (0.5, 9.0, 9.0), raising=False)
    assert not engine._busy(nothing)
    monkeypatch.delattr(os, "getloadavg")
    assert not engine._busy(nothing)
