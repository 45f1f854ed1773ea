from __future__ import annotations

from pathlib import Path

import pytest

from kpstudio.cli.main import main
from kpstudio.core.errors import InputError
from kpstudio.engine import launch

NAMES = ("RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT", "LOCAL_RANK")
WHOLE = {"RANK": "1", "WORLD_SIZE": "3", "MASTER_ADDR": "first", "MASTER_PORT": "29500"}


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in request.param.items():
        monkeypatch.setenv(name, value)


@pytest.mark.usefixtures("given")
@pytest.mark.parametrize(
    ("given", "processes", "leads"),
    [
        ({}, 1, True),
        ({"RANK": "3"}, 1, True),
        ({"WORLD_SIZE": "3"}, 1, True),
        ({"RANK": "0", "WORLD_SIZE": "1"}, 1, True),
        (WHOLE, 3, False),
        (WHOLE | {"RANK": "0"}, 3, True),
    ],
    indirect=["given"],
)
def test_the_environment_tells_how_many_train(processes: int, leads: bool) -> None:
    assert launch.processes() == processes
    assert launch.leads() == leads
    assert launch.place_on_machine() == 0


@pytest.mark.usefixtures("given")
@pytest.mark.parametrize(
    ("given", "why"),
    [
        (WHOLE | {"RANK": "3"}, "RANK is 3, but WORLD_SIZE 3"),
        (WHOLE | {"RANK": "one"}, "RANK is 'one', no number"),
        (WHOLE | {"WORLD_SIZE": ""}, "WORLD_SIZE is '', no number"),
        (WHOLE | {"MASTER_PORT": "x"}, "MASTER_PORT is 'x', no number"),
        (
            {"RANK": "1", "WORLD_SIZE": "2"},
            "RANK and WORLD_SIZE are set, MASTER_ADDR and MASTER_PORT not",
        ),
    ],
    indirect=["given"],
)
def test_an_environment_that_is_not_torchruns_is_refused_in_one_sentence(
    why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(InputError, match=why):
        launch.processes()
    assert main(["train", str(tmp_path), "--out", str(tmp_path / "run")]) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert why in sentence
    assert "start with torchrun" in sentence


@pytest.mark.usefixtures("given")
@pytest.mark.parametrize("given", [WHOLE | {"LOCAL_RANK": "2"}], indirect=True)
def test_the_place_on_the_machine_is_its_own() -> None:
    assert launch.place_on_machine() == 2
