"""Reading label files about the pictures of an open folder, wherever the files lie."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.io.choosing import LabelChoice, LabelChoiceNeeded
from kpstudio.io.exporting import export
from kpstudio.io.opening import DATABASE, PROJECT_FOLDER, folder_of, open_path, read_labels
from tests.app.help import face_xy, faces_folder, pts_text


@pytest.fixture
def here(tmp_path: Path) -> LabelSet:
    return open_path(faces_folder(tmp_path / "here", 3)).labels


def lone(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for number, name in enumerate(names):
        (folder / f"{name}.pts").write_text(pts_text(face_xy(number)))
    return folder


def test_files_without_pictures_are_about_those_that_are_open(here, tmp_path) -> None:
    found = read_labels(lone(tmp_path / "lone", "f0", "f2", "z"), here)
    assert sorted(found.labels.pictures) == ["f0.png", "f2.png"]
    assert found.labels.root == here.root
    assert [problem.where for problem in found.problems] == [str(tmp_path / "lone" / "z.pts")]
    one = read_labels(tmp_path / "lone" / "f2.pts", here)
    assert (one.format, one.labels.pictures) == ("pts", ("f2.png",))
    assert np.abs(one.labels["f2.png#0"].landmarks.xy_image - face_xy(1)).max() < 0.01


def test_what_files_say_may_count_from_the_open_folder(tmp_path) -> None:
    root = tmp_path / "here"
    for part in ("a", "b"):
        faces_folder(root / part, 1)
    labels = open_path(root).labels
    export(labels, tuple(labels), "csv", root)
    (tmp_path / "far").mkdir()
    shutil.move(root / "labels.csv", tmp_path / "far" / "labels.csv")
    found = read_labels(tmp_path / "far" / "labels.csv", labels)
    assert sorted(found.labels.pictures) == ["a/f0.png", "b/f0.png"]


def test_pictures_beside_the_files_are_found_by_name(here, tmp_path) -> None:
    """A copy of the folder: its own pictures are named, which are not those that are open."""
    copy = faces_folder(tmp_path / "copy", 2)
    found = read_labels(copy, here)
    assert sorted(Path(name).name for name in found.labels.pictures) == ["f0.png", "f1.png"]
    assert found.problems == ()


def test_two_label_sets_are_a_question(here, tmp_path) -> None:
    folder = lone(tmp_path / "lone", "f1", "f0")  # not as the open folder has them
    export(here, tuple(here), "csv", folder)
    with pytest.raises(LabelChoiceNeeded):
        read_labels(folder, here)
    chosen = read_labels(folder, here, choice=LabelChoice(("labels.csv",)))
    assert (chosen.format, chosen.labels.labelled_count) == ("csv", 3)


@pytest.mark.parametrize("name", ["nowhere", "empty", "notes.txt"])
def test_where_nothing_is_is_said(here, tmp_path, name) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("dear diary")
    with pytest.raises(InputError, match=f"{name}: no label file that kpstudio knows is here"):
        read_labels(tmp_path / name, here)


def test_it_can_be_cancelled(here, tmp_path) -> None:
    with pytest.raises(Cancelled):
        read_labels(lone(tmp_path / "lone", "f0"), here, lambda *_: False)


@pytest.mark.parametrize("inside", ["", PROJECT_FOLDER, f"{PROJECT_FOLDER}/{DATABASE}"])
def test_a_project_stands_for_its_folder(inside: str) -> None:
    assert folder_of(Path("/faces") / inside) == Path("/faces")


def test_a_database_elsewhere_stands_for_itself() -> None:
    assert folder_of(Path("/faces") / DATABASE) == Path("/faces") / DATABASE
