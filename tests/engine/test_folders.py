from __future__ import annotations

import re
from pathlib import Path

import pytest

from kpstudio.core.errors import InputError
from kpstudio.engine.failures import TrainingError
from kpstudio.engine.folders import RunGoneError, make_folder, run_of, saving


def test_a_finder_belongs_to_its_run_and_any_other_folder_is_one(tmp_path: Path) -> None:
    run, alone = tmp_path / "run", tmp_path / "finder"
    for folder in (run / "finder", alone):
        make_folder(folder)
    (run / "config.json").touch()
    (alone / "config.json").touch()
    assert run_of(run) == run_of(run / "finder") == run
    assert run_of(alone) == alone


def test_a_full_disk_under_a_finder_names_the_run(tmp_path: Path) -> None:
    make_folder(tmp_path / "run" / "finder")
    (tmp_path / "run" / "config.json").touch()
    with (
        pytest.raises(TrainingError, match=rf"full; .*--resume {re.escape(str(tmp_path))}/run$"),
        saving(tmp_path / "run" / "finder"),
    ):
        raise InputError("full")


def test_nothing_is_saved_where_the_run_was_deleted(tmp_path: Path) -> None:
    with pytest.raises(RunGoneError, match="the run was deleted"), saving(tmp_path / "run"):
        pytest.fail("it was asked to save")
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be created"):
        make_folder(tmp_path / "file" / "run")
