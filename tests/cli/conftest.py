from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from kpstudio.cli.main import main
from tests.small_faces import write_faces

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def user_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the person's real data folder out of it."""
    place = tmp_path / "user data"
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(place))
    return place


@pytest.fixture
def faces(tmp_path: Path) -> Path:
    return write_faces(tmp_path / "faces")


@pytest.fixture
def kpstudio(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the command line: (exit code, stdout, stderr)."""

    def run(*argv: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([str(part) for part in argv])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def kpstudio_json(kpstudio: Run) -> Callable[..., Any]:
    """Return a function that runs a command with --json and gives the one object it prints."""

    def run(*argv: object) -> Any:
        code, out, err = kpstudio(*argv, "--json")
        assert (code, err) == (0, "")
        assert out.count("\n") == 1
        return json.loads(out, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))

    return run


@pytest.fixture
def refused(kpstudio: Run) -> Callable[..., str]:
    """Return a function that runs what must be refused as bad input, and gives the one line."""

    def run(*argv: object) -> str:
        code, out, err = kpstudio(*argv)
        assert code == 2
        assert out == ""
        assert err.count("\n") == 1
        assert err.startswith("kpstudio: ")
        return err

    return run
