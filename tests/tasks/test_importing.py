"""Importing labels from elsewhere: any format, beside pictures or not, a project or a file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.cli.main import main
from kpstudio.core.edits import Edit, FaceChange, move_points, set_visibility
from kpstudio.core.errors import InputError, Problem
from kpstudio.core.importing import Fate
from kpstudio.core.landmarks import Visibility
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
        "1 labelled face is the same on both sides. 2 labelled faces here are not in it and stay."
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


@pytest.mark.parametrize("label_files", [True, False])
@pytest.mark.parametrize("inside", ["", ".kpstudio", ".kpstudio/project.sqlite"])
def test_another_persons_project_counts_without_its_pictures(
    mine: Path, tmp_path: Path, inside: str, label_files: bool
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(mine, copy)
    labels = open_path(copy).labels
    with Project.open(copy) as project:
        project.record(move_points(labels["f1.png#0"], (7,), [(10.0, 20.0)], "chin"))
        gone = labels["f2.png#0"]
        project.record(Edit("take out", (FaceChange(gone, None),)))
    for path in [*copy.glob("*.png"), *(() if label_files else copy.glob("*.pts"))]:
        path.unlink()
    found = read_import(open_path(mine).labels, copy / inside).difference
    (one,) = found.incoming
    assert (one.face.id, one.moved) == ("f1.png#0", 1)
    assert (found.same, found.unmentioned) == ((2, 1) if label_files else (0, 3))
    bare = faces_folder(tmp_path / "bare", 0, unlabelled=4)
    for number in range(4):
        (bare / f"plain{number}.png").rename(bare / f"f{number}.png")
    found = read_import(open_path(bare).labels, copy / inside).difference
    assert "f1.png#0" in {one.face.id for one in found.of(Fate.NEW)}


def test_a_nested_copy_is_found_by_its_paths(tmp_path: Path) -> None:
    for part in ("x", "y"):
        faces_folder(tmp_path / "mine" / part, 1)
    shutil.copytree(tmp_path / "mine", tmp_path / "copy")
    labels = open_path(tmp_path / "mine").labels
    for _ in range(2):  # with its pictures, and without
        assert read_import(labels, tmp_path / "copy").difference.same == 2
        for path in (tmp_path / "copy").rglob("*.png"):
            path.unlink()


def test_pictures_of_another_size_or_open_meaning_are_left_out(mine: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(mine, copy)
    Image.new("L", (32, 24)).save(copy / "f0.png")
    (copy / "f1.png").write_bytes(b"broken")
    (copy / "more").mkdir()
    shutil.copy(copy / "f2.png", copy / "more" / "f2.png")
    shutil.copy(copy / "f2.pts", copy / "more" / "f2.pts")
    found = read_import(open_path(mine).labels, copy)
    assert (found.difference.incoming, found.difference.same) == ((), 3)
    told = "\n".join(map(str, found.problems))
    assert "f0.png: 32 x 24 pixels, but " in told
    assert "f2.png: there is a picture of this name here, but it may be a different one" in told
    for path in copy.glob("f[123].pts"):
        path.unlink()
    shutil.rmtree(copy / "more")
    with pytest.raises(InputError, match=r"none of these pictures: .*f0\.png: 32 x 24"):
        read_import(open_path(mine).labels, copy)


def test_what_a_format_cannot_tell_stays(mine: Path, theirs: Path) -> None:
    labels = open_path(mine).labels
    set_visibility(labels["f1.png#0"], (3,), Visibility.OCCLUDED, "chin").apply(labels)
    found = read_import(labels, theirs).difference
    assert "f1.png#0" not in {one.face.id for one in found.incoming}


def test_the_command_holds_the_project(mine: Path, theirs: Path, capsys) -> None:
    with Project.open(mine):
        assert main(["import", str(mine), str(theirs), "--dry-run"]) == 0
        assert main(["import", str(mine), str(theirs)]) != 0
    assert "is open in another window" in capsys.readouterr().err
    assert open_corrected(mine).labels.labelled_count == 4


def test_a_face_that_was_taken_out_is_left_out(mine: Path, theirs: Path, capsys) -> None:
    face = open_path(mine).labels["f0.png#0"]
    with Project.open(mine) as project:
        project.record(Edit("take out", (FaceChange(face, None),)))
    assert main(["import", str(mine), str(theirs)]) == 0
    assert "1 face left as a person made them" in capsys.readouterr().out
    assert not open_corrected(mine).labels.faces_of("f0.png")


def test_a_face_that_must_stay_does_not_hold_up_the_others(mine: Path, theirs: Path) -> None:
    labels = open_path(mine).labels
    first, *others = read_import(labels, theirs).difference.incoming
    labels.kept[first.face.id] = "it cannot be changed"
    found = read_import(labels, theirs)
    assert [one.face.id for one in found.difference.incoming] == [one.face.id for one in others]
    assert found.problems[0] == Problem(first.face.picture, "it cannot be changed")
    found.difference.edit(found.difference.incoming, "theirs").apply(labels)


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
    with pytest.raises(
        InputError, match=r"nowhere: there is no label file here that kpstudio knows"
    ):
        read_import(labels, tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"empty: there is no label file"):
        read_import(labels, tmp_path / "empty")
    for path in theirs.glob("[fp]*.pts"):
        path.unlink()
    with pytest.raises(InputError, match=r"no labelled faces for these pictures: .*z\.pts: .*"):
        read_import(labels, theirs)
    (theirs / "f0.pts").write_text(pts_text(face_xy(0)[:7]))
    with pytest.raises(
        InputError, match=r"faces with 7 points, the open folder 58, and there is no"
    ):
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
