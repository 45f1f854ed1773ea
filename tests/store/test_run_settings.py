"""What a training was asked for, read back from the folder of its run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kpstudio.core.errors import InputError
from kpstudio.store.run_settings import RunSettings
from kpstudio.store.runs import RunFolder
from tests.store.test_runs import CONFIG, SCHEME, SPLIT, make


@pytest.fixture
def asked(tmp_path: Path) -> RunSettings:
    return RunSettings(make(tmp_path / "0001-bignet").path)


def test_what_was_asked_for_comes_back(asked: RunSettings) -> None:
    assert (asked.config, asked.scheme, asked.split) == (CONFIG, SCHEME, SPLIT)
    assert asked.versions == {"python": "3.11"}
    assert (asked.name, asked.label) == ("0001-bignet", "0001-bignet")


@pytest.mark.parametrize("name", ["config", "scheme", "split", "versions"])
def test_a_damaged_part_is_an_input_error_when_asked_for(asked: RunSettings, name: str) -> None:
    for text in ("[]", '{"x": 1', "null"):
        (asked.path / f"{name}.json").write_text(text)
        with pytest.raises(InputError):
            getattr(RunSettings(asked.path), name)


def test_what_a_run_was_trained_on_is_kept(tmp_path: Path) -> None:
    data = {"folder": "/faces", "labels": ["pts"]}
    path = RunFolder.create(tmp_path / "run", CONFIG, SCHEME, SPLIT, {}, data).path
    assert RunSettings(path).data == data
    (path / "data.json").write_text("[]")
    assert RunSettings(path).data == {}


def test_a_label_that_cannot_be_read_is_the_folders_name(asked: RunSettings) -> None:
    for text in ("{half", "[]", "{}"):
        (asked.path / "label.json").write_text(text)
        assert asked.label == "0001-bignet"


def test_a_run_whose_folder_went_is_told(asked: RunSettings) -> None:
    asked.require_there()
    shutil.rmtree(asked.path)
    with pytest.raises(InputError, match="no longer there: the run was deleted"):
        asked.require_there()
