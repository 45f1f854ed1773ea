from __future__ import annotations

import random
import sys
from pathlib import Path

import fuzzing
import pytest
from fuzz_changes import changed
from fuzz_readers import readers
from fuzz_rules import Reader, Refused
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = [name for name in readers() if name != "checkpoint"]
"""Weights have tests of their own, beside those that load torch anyway."""


@pytest.fixture
def reader(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    return readers()[name](tmp_path / "work")


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_file_is_taken_or_refused_in_one_sentence(reader: Reader) -> None:
    # Inside, since hypothesis writes out all that it hands on, and files are long.
    @settings(max_examples=20, deadline=None)
    @given(seed=st.integers(0, 1 << 40))
    def check(seed: int) -> None:
        chance = random.Random(seed)
        data = changed(chance.choice(reader.seeds), chance)
        try:
            reader.read(data)
        except Refused as refused:
            assert str(refused)

    check()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_changed_are_files_that_are_taken(reader: Reader) -> None:
    for data in reader.seeds:
        if b"mirror_index" not in data and not data.startswith(b"x\x9c"):
            reader.read(data)


def test_without_atheris_it_says_so_in_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "atheris", None)
    assert fuzzing.main(["--seconds", "1"]) == 2
    assert capsys.readouterr().out.count("\n") == 1


def test_a_fault_is_kept_once_with_its_file(tmp_path: Path) -> None:
    def read(data: bytes) -> None:
        raise TypeError("oh")

    trial = fuzzing._Trial(Reader("pts", (), read), tmp_path / "found", until=1e18)
    trial.take(b"one")
    trial.take(b"two")
    assert list(trial._tally.faults.values()) == ["oh"]
    assert [path.read_bytes() for path in (tmp_path / "found").iterdir()] == [b"one"]
