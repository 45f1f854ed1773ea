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
from kpstudio.io.opening import (
    DATABASE,
    PROJECT_FOLDER,
    folder_of,
    has_labels,
    open_path,
    read_labels,
)
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
    with pytest.raises(
        InputError, match=f"{name}: there is no label file here that kpstudio knows"
    ):
        read_labels(tmp_path / name, here)


def test_it_can_be_cancelled(here, tmp_path) -> None:
    with pytest.raises(Cancelled):
        read_labels(lone(tmp_path / "lone", "f0"), here, lambda *_: False)


@pytest.mark.parametrize("inside", ["", PROJECT_FOLDER, f"{PROJECT_FOLDER}/{DATABASE}"])
def test_a_project_stands_for_its_folder(inside: str) -> None:
    assert folder_of(Path("/faces") / inside) == Path("/faces")


def test_a_database_elsewhere_stands_for_itself() -> None:
    assert folder_of(Path("/faces") / DATABASE) == Path("/faces") / DATABASE


def nested(root: Path, *parts: str) -> LabelSet:
    for part in parts:
        faces_folder(root / part, 1)
    return open_path(root).labels


def xml(folder: Path, *references: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    points = "".join(f"<part name='{k}' x='{k + 20}' y='{3 * k + 20}'/>" for k in range(5))
    box = f"<box top='10' left='10' width='99' height='99'>{points}</box>"
    images = "".join(f"<image file='{name}'>{box}</image>" for name in references)
    path = folder / "labels.xml"
    path.write_text(f"<?xml version='1.0'?><dataset><images>{images}</images></dataset>")
    return path


def test_a_picture_beside_the_file_comes_before_one_in_the_open_folder(tmp_path) -> None:
    labels = nested(tmp_path / "here", "", "sub")
    path = xml(tmp_path / "here" / "sub", "f0.png")
    assert read_labels(path, labels).labels.pictures == ("sub/f0.png",)
    beside = xml(tmp_path / "far" / "sub", "f0.png")
    faces_folder(beside.parent, 1)
    beside.with_name("f0.pts").unlink()
    (found,) = read_labels(beside, labels).labels.pictures
    assert found == (tmp_path / "far" / "sub" / "f0.png").as_posix()


def test_the_same_path_from_the_open_folder_comes_before_its_own(tmp_path) -> None:
    labels = nested(tmp_path / "here", "", "sub")
    path = xml(tmp_path / "far" / "sub", "f0.png")
    assert read_labels(tmp_path / "far", labels).labels.pictures == ("sub/f0.png",)
    found = read_labels(path, labels)  # nothing tells where the file lay
    assert found.labels.labelled_count == 0
    assert "choose the folder that matches its layout" in str(found.problems)


@pytest.mark.parametrize("suffix", ["pts", "asf"])
def test_label_files_of_one_name_are_told_by_their_folders(tmp_path, suffix) -> None:
    labels = nested(tmp_path / "here", "x", "y")
    export(labels, tuple(labels), suffix, tmp_path / "out")
    for part in "xy":
        (tmp_path / "far" / "z" / part).mkdir(parents=True)
        shutil.copy(tmp_path / "out" / part / f"f0.{suffix}", tmp_path / "far" / "z" / part)
    found = read_labels(tmp_path / "far" / "z", labels)
    assert sorted(found.labels.pictures) == ["x/f0.png", "y/f0.png"]
    lone = read_labels(tmp_path / "far" / "z" / "x" / f"f0.{suffix}", labels)
    assert lone.labels.labelled_count == 0
    assert "could mean x/f0.png or y/f0.png" in str(lone.problems)


def test_two_that_could_mean_one_picture_are_left_out_and_told(here, tmp_path) -> None:
    for part in ("1", "2"):
        lone(tmp_path / "far", "f1")
        lone(tmp_path / "far" / part, "f0")
    found = read_labels(tmp_path / "far", here)
    assert found.labels.pictures == ("f1.png",)
    assert [one.where for one in found.problems if "it could be either of" in one.message] == [
        "f0.png"
    ]
    found = read_labels(xml(tmp_path / "other", "1/f0.png", "2/f0.png", "/disk/f2.png"), here)
    assert found.labels.pictures == ("f2.png",)
    assert "it could be either of 1/f0.png and 2/f0.png" in str(found.problems)


def test_whether_label_files_lie_anywhere_in_a_folder(tmp_path) -> None:
    assert not has_labels(tmp_path)
    (tmp_path / "deep").mkdir()
    lone(tmp_path / "deep" / "down", "f0")
    assert has_labels(tmp_path)
