from __future__ import annotations

import random
import sys
from pathlib import Path

import fuzzing
import pytest
from fuzz_changes import changed
from fuzz_readers import Reader, Refused, readers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

NAMES = [name for name in readers() if name != "checkpoint"]
"""Weights have tests of their own, beside those that load torch anyway."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reader]:
    return {}


def reader(name: str, made: dict[str, Reader], tmp_path_factory: pytest.TempPathFactory) -> Reader:
    if name not in made:
        folder = tmp_path_factory.mktemp("fuzz")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_DATA_HOME", str(folder / "user"))
            made[name] = readers()[name](folder / "work")
    return made[name]


@pytest.mark.parametrize("name", NAMES)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 1 << 40))
def test_a_changed_file_is_taken_or_refused_in_one_sentence(
    name: str,
    made: dict[str, Reader],
    tmp_path_factory: pytest.TempPathFactory,
    seed: int,
) -> None:
    one = reader(name, made, tmp_path_factory)
    chance = random.Random(seed)
    data = changed(chance.choice(one.seeds), chance)
    try:
        one.read(data)
    except Refused as refused:
        assert str(refused)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_changed_are_files_that_are_taken(
    name: str, made: dict[str, Reader], tmp_path_factory: pytest.TempPathFactory
) -> None:
    one = reader(name, made, tmp_path_factory)
    for data in one.seeds:
        if b"mirror_index" not in data and not data.startswith(b"x\x9c"):
            one.read(data)


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
