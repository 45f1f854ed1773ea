"""``--where`` on every command that takes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kpstudio.core.edits import set_tags
from kpstudio.io.opening import open_path
from kpstudio.store.project import Project
from tests.cli.conftest import Run
from tests.tasks.test_choosing import store_run

Json = Callable[..., Any]
Refused = Callable[..., str]


def pictures(path: Path) -> list[str]:
    return [face.picture.rpartition("/")[2] for face in open_path(path).labels]


def test_info_lists_what_a_search_finds(kpstudio: Run, kpstudio_json: Json, faces: Path) -> None:
    found = kpstudio_json("info", faces, "--where", "person:01 | /^05/")
    names = ["01-1m.png", "01-2m.png", "05-1m.png", "05-2m.png"]
    assert found["found"] == names
    assert found["where"] == "person:01 | /^05/"
    assert (found["images"], found["labelled"]) == (4, 4)
    _, out, _ = kpstudio("info", faces, "--where", "person:01 | /^05/")
    assert [line.strip() for line in out.splitlines()][-4:] == names
    assert kpstudio_json("info", faces, "--where", "tag:glasses")["found"] == []


def test_convert_writes_what_a_search_finds(
    kpstudio_json: Json, refused: Refused, faces: Path, tmp_path: Path
) -> None:
    with Project.open(faces) as project:
        labels = open_path(faces).labels
        project.record(set_tags([labels["02-1m.png#0"], labels["04-2m.png#0"]], ["glasses"]))
        project.set_setting("filters", {"seeing": "-tag:glasses", "views": "/2m/"})
    target = tmp_path / "out"
    report = kpstudio_json("convert", faces, target, "--to", "dlib", "--where", "tag:glasses")
    assert report["faces"] == 2
    told = "dlib XML does not store tags: those of 2 faces are lost; kpstudio JSON keeps them"
    assert told in report["lost"]
    (written,) = target.iterdir()
    assert pictures(written) == ["02-1m.png", "04-2m.png"]
    report = kpstudio_json("convert", faces, target, "--to", "json", "--where", "@views @seeing")
    assert report["faces"] == 4
    error = refused("convert", faces, tmp_path / "no", "--to", "pts", "--where", "tag:hat")
    assert "no face of" in error
    assert "fits 'tag:hat'" in error
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("state:chekced", "did you mean checked?"),
        ("@mine", "none has been saved here yet"),
        ("error>8", "error>8 needs predictions, and no run has any for"),
    ],
)
def test_a_wrong_search_is_one_sentence(
    refused: Refused, faces: Path, tmp_path: Path, where: str, why: str
) -> None:
    assert why in refused("info", faces, "--where", where)
    assert why in refused("convert", faces, tmp_path / "x", "--to", "pts", "--where", where)


def test_a_run_may_be_named(kpstudio_json: Json, faces: Path) -> None:
    store_run(faces, 1, 9.0)
    store_run(faces, 2, 1.0)
    assert kpstudio_json("info", faces, "--where", "px>5")["found"] == []
    found = kpstudio_json("info", faces, "--where", "px>5", "--run", "0001-bignet")["found"]
    assert found == ["01-1m.png", "01-2m.png"]


def test_train_evaluate_and_predict_take_what_a_search_finds(
    kpstudio: Run, kpstudio_json: Json, refused: Refused, faces: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    options = ("--preset", "smallnet", "--epochs", "1", "--device", "cpu", "--out", run)
    where = ("--where", "-person:05", "--val-where", "person:02 | person:05")
    code, _, err = kpstudio("train", faces, *options, *where)
    assert code == 0, err
    split = json.loads((run / "split.json").read_text())
    assert split["where"] == "-person:05"
    assert split["by"] == "filter"
    assert split["validation"] == ["02-1m.png#0", "02-2m.png#0"]
    assert len(split["training"]) == 6
    measured = kpstudio_json("evaluate", run, faces, "--where", "person:05 1m")
    assert [one["image"] for one in measured["per_face"]] == ["05-1m.png"]
    out = tmp_path / "predicted"
    report = kpstudio_json(
        "predict", run, faces, "--to", "json", "--out", out, "--where", "person:03"
    )
    assert report["faces"] == 2
    assert pictures(next(out.iterdir())) == ["03-1m.png", "03-2m.png"]
    two = ("--to", "pts", "--out", tmp_path / "no", "--where", "a")
    assert "name that one alone" in refused("predict", run, faces, faces, *two)


def test_persons_on_both_sides_are_told(kpstudio: Run, faces: Path, tmp_path: Path) -> None:
    options = ("--preset", "smallnet", "--epochs", "1", "--device", "cpu")
    parted = ("--out", tmp_path / "a", "--val-where", "1m | person:05")
    code, _, err = kpstudio("train", faces, *options, *parted)
    assert code == 0
    assert "persons are in both training and validation" in err
    apart = ("--out", tmp_path / "b", "--val-where", "person:05 | person:02")
    code, _, err = kpstudio("train", faces, *options, *apart)
    assert (code, "in both training" in err) == (0, False)
