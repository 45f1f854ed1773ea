"""Importing labels from elsewhere: any format, beside pictures or not, a project or a file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from kpstudio.cli.main import main
from kpstudio.core.edits import move_points
from kpstudio.core.errors import InputError
from kpstudio.core.importing import Fate
from kpstudio.io.exporting import export
from kpstudio.io.opening import open_path
from kpstudio.io.registry import formats
from kpstudio.store.project import Project
from kpstudio.tasks.importing import read_import
from kpstudio.tasks.opening import open_corrected
from tests.app.help import face_xy, faces_folder, pts_text

FORMATS = [
    form.name for form in formats() if form.holds.points in (0, 58) and not form.holds.own_pictures
]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return faces_folder(tmp_path / "mine", 4, unlabelled=1)


@pytest.mark.parametrize("form", FORMATS)
def test_what_was_exported_is_found_again_wherever_it_lies(
    form: str, mine: Path, tmp_path: Path
) -> None:
    labels = open_path(mine).labels
    export(labels, [face for face in labels if face.labelled], form, tmp_path / "out")
    far = tmp_path / "a" / "far" / "place"
    shutil.copytree(tmp_path / "out", far)
    for where in (tmp_path / "out", far):
        found = read_import(labels, where)
        assert (found.difference.same, found.difference.incoming) == (4, ())
        assert found.problems == ()


def test_a_folder_in_the_same_shape_is_told_by_its_paths(tmp_path: Path) -> None:
    """Two pictures of one file's name differ by their folders."""
    root = tmp_path / "mine"
    for number, part in enumerate(("a", "b")):
        faces_folder(root / part, 1)
        (root / part / "f0.pts").write_text(pts_text(face_xy(number)))
    labels = open_path(root).labels
    export(labels, tuple(labels), "csv", tmp_path / "out")
    shutil.move(tmp_path / "out", tmp_path / "deep" / "elsewhere")
    found = read_import(labels, tmp_path / "deep" / "elsewhere")
    assert (found.difference.same, found.difference.incoming) == (2, ())


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Labels alone: one moved, one the same, one of an unlabelled picture, one of none here."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    for name, number, off in (("f0", 0, 3.0), ("f1", 1, 0.0), ("plain0", 2, 0.0), ("z", 3, 0.0)):
        (folder / f"{name}.pts").write_text(pts_text(face_xy(number) + np.array([off, 0.0])))
    return folder


def test_what_labels_alone_would_change(mine: Path, theirs: Path) -> None:
    labels = open_path(mine).labels
    found = read_import(labels, theirs)
    fates = {one.face.id: one.fate for one in found.difference.incoming}
    assert fates == {"f0.png#0": Fate.MOVED, "plain0.png#0": Fate.NEW}
    assert found.difference.of(Fate.MOVED)[0].largest_px == pytest.approx(3.0)
    assert [problem.where for problem in found.problems] == [str(theirs / "z.pts")]
    assert found.rest == (
        "Of the labelled faces, 1 is the same on both sides and 2 here are not in it and stay."
    )
    assert not (mine / ".kpstudio").exists(), "to look changes nothing"


def test_another_persons_project_counts_with_its_corrections(mine: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(mine, copy)
    face = open_path(copy).labels["f1.png#0"]
    with Project.open(copy) as project:
        project.record(move_points(face, (7,), [(10.0, 20.0)], "chin"))
    (one,) = read_import(open_path(mine).labels, copy).difference.incoming
    assert (one.face.id, one.moved) == ("f1.png#0", 1)


def test_the_folders_own_files_differ_from_its_corrections(mine: Path) -> None:
    """What a person did in the project is not laid over a file of the very folder."""
    face = open_path(mine).labels["f1.png#0"]
    with Project.open(mine) as project:
        project.record(move_points(face, (7,), [(10.0, 20.0)], "chin"))
    labels = open_corrected(mine).labels
    for where in (mine, mine / "f1.pts"):
        (one,) = read_import(labels, where).difference.incoming
        assert (one.face.id, one.fate, one.moved) == ("f1.png#0", Fate.DISPUTED, 1)


def test_what_cannot_be_imported_is_said(mine: Path, theirs: Path, tmp_path: Path) -> None:
    labels = open_path(mine).labels
    with pytest.raises(InputError, match=r"nowhere: no label file that kpstudio knows is here"):
        read_import(labels, tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"empty: no label file"):
        read_import(labels, tmp_path / "empty")
    for path in theirs.glob("[fp]*.pts"):
        path.unlink()
    with pytest.raises(InputError, match=r"no labelled face of these pictures: .*z\.pts: .*"):
        read_import(labels, theirs)
    (theirs / "f0.pts").write_text(pts_text(face_xy(0)[:7]))
    with pytest.raises(InputError, match=r"faces of 7 points, the open folder of 58, and nothing"):
        read_import(labels, theirs)


def test_pictures_without_points_get_those_of_the_labels(tmp_path: Path, theirs: Path) -> None:
    bare = faces_folder(tmp_path / "bare", 0, unlabelled=2)
    assert main(["import", str(bare), str(theirs)]) == 0
    for _ in range(2):  # the project remembers what the points are
        labels = open_corrected(bare).labels
        assert (labels.scheme.count, labels.labelled_count) == (58, 1)


def test_the_command_shows_the_difference_and_takes_it(mine: Path, theirs: Path, capsys) -> None:
    face = open_path(mine).labels["f0.png#0"]
    with Project.open(mine) as project:
        project.record(move_points(face, (7,), [(10.0, 20.0)], "chin"))
    command = ["import", str(mine), str(theirs)]
    assert main([*command, "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "  plain0.png: 58 added" in told
    assert "1 face would be imported" in told
    assert "1 face left as a person made them: --disputed changes them, too" in told
    assert open_corrected(mine).labels.labelled_count == 4

    assert main([*command, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["imported"], found["same"]) == (1, 1)
    assert {one["face"]: one["taken"] for one in found["faces"]} == {
        "f0.png#0": False,
        "plain0.png#0": True,
    }
    labels = open_corrected(mine).labels
    assert labels.labelled_count == 5
    assert labels["f0.png#0"].landmarks.xy_image[7].tolist() == [10.0, 20.0]

    assert main([*command, "--disputed"]) == 0
    assert "1 face imported" in capsys.readouterr().out
    moved = open_corrected(mine).labels["f0.png#0"].landmarks.xy_image
    assert np.allclose(moved, face_xy(0) + np.array([3.0, 0.0]), atol=0.01)
