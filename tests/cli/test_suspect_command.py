from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kpstudio.tasks.suspecting import FOLDER
from tests.cli.conftest import Run
from tests.small_faces import write_faces
from tests.suspect_faces import no_training, odd_faces


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    return odd_faces(tmp_path / "odd").root


def test_what_was_answered_before_lists_faces_worst_first(kpstudio: Run, odd: Path) -> None:
    code, out, err = kpstudio("suspect-labels", odd, "--kept")
    assert (code, err) == (3, "")
    first, second, told = out.splitlines()
    assert first.startswith("03-1m.png  ")
    assert first.endswith("  left and right are swapped")
    assert second.startswith("07-2m.png  ")
    assert "mouth left is off by" in second
    assert told.startswith("doctor-labels ")
    code, out, _ = kpstudio("suspect-labels", odd, "--kept", "--limit", 1)
    assert out.splitlines()[1] == "and 1 more"


def test_as_json_the_list_comes_last(
    kpstudio: Run, faces: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = write_faces(faces, persons=20)
    trained = no_training(monkeypatch)
    code, out, err = kpstudio("suspect-labels", odd, "--folds", 4, "--set", "epochs=2", "--json")
    assert (code, err, len(trained)) == (0, "", 4)  # these networks answer what the labels are
    told = [json.loads(line) for line in out.splitlines()]
    assert [one["event"] for one in told] == ["fold_began"] * 4 + ["suspicious"]
    assert told[-1] == {"event": "suspicious", "listed": 0, "faces": []}
    assert len(list((odd / ".kpstudio" / FOLDER).iterdir())) == 4
    code, out, _ = kpstudio("suspect-labels", odd, "--folds", 4, "--set", "epochs=2")
    assert (code, out) == (0, "no face is suspicious\n")
    assert len(trained) == 4


def test_the_doctor_tells_and_dismisses_them(kpstudio: Run, odd: Path) -> None:
    code, out, _ = kpstudio("doctor-labels", odd, "--quick", "--json")
    keys = [finding["key"] for finding in json.loads(out)["findings"]]
    assert keys == ["left-right", "suspect-points"]
    kpstudio("doctor-labels", odd, "--quick", "--apply", "left-right")
    code, _, _ = kpstudio("doctor-labels", odd, "--quick", "--dismiss", "suspect-points")
    assert code == 0
    code, out, _ = kpstudio("suspect-labels", odd, "--kept")
    assert (code, out) == (0, "no face is suspicious\n")


def test_without_answers_nothing_is_suspicious_and_wrong_settings_are_refused(
    kpstudio: Run, refused: Callable[..., str], faces: Path
) -> None:
    assert kpstudio("suspect-labels", faces, "--kept")[:2] == (0, "no face is suspicious\n")
    assert not (faces / ".kpstudio").exists()
    assert "give one value, not 2" in refused("suspect-labels", faces, "--set", "epochs=1,2")
    assert "preset 'bost' is unknown" in refused("suspect-labels", faces, "--preset", "bost")
    assert "cannot be divided" in refused("suspect-labels", faces, "--folds", 9)
