from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.edits import move_points, set_scheme
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import FaceState, LabelSet
from kpstudio.core.schema import PointSchema
from kpstudio.store.project import SCHEME, Project
from kpstudio.tasks.opening import open_corrected, read_names


def correct(folder: Path, face_id: str) -> None:
    labels = open_corrected(folder).labels
    with Project.open(folder) as project:
        project.record(move_points(labels[face_id], [52], [[3.0, 4.0]], "nose tip"))


def test_without_a_project_the_files_are_what_counts(faces: Path) -> None:
    opened = open_corrected(faces)
    assert len(opened.labels) == 10
    assert opened.problems == ()
    assert not (faces / ".kpstudio").exists()


@pytest.mark.parametrize("named", ["", ".kpstudio", ".kpstudio/project.sqlite"])
def test_corrections_are_laid_over_the_files(faces: Path, named: str) -> None:
    correct(faces, "02-1m.png#0")
    labels = open_corrected(faces / named).labels
    face = labels["02-1m.png#0"]
    assert face.state is FaceState.CORRECTED
    assert face.landmarks is not None
    np.testing.assert_array_equal(face.landmarks.xy_image[52], [3.0, 4.0])
    assert labels["02-2m.png#0"].state is FaceState.LABELLED


def test_a_project_in_use_can_be_read(faces: Path) -> None:
    correct(faces, "02-1m.png#0")
    with Project.open(faces):
        assert open_corrected(faces).labels["02-1m.png#0"].state is FaceState.CORRECTED


def test_a_correction_whose_picture_is_gone_is_told(faces: Path) -> None:
    correct(faces, "02-1m.png#0")
    (faces / "02-1m.png").unlink()
    (faces / "02-1m.asf").unlink()
    opened = open_corrected(faces)
    assert "02-1m.png" in {problem.where for problem in opened.problems}
    assert len(opened.labels) == 9


def test_opening_can_be_cancelled(faces: Path) -> None:
    with pytest.raises(Cancelled):
        open_corrected(faces, lambda done, total: False)


def test_names_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes("\ufeff# held out\r\n01-1m.png\r\n\r\n  müde 2.png \n".encode())
    assert read_names(path) == ("01-1m.png", "müde 2.png")


@pytest.mark.parametrize("content", [b"", b"\n# nothing\n", b"\xff\xfe\x00a"])
def test_a_list_that_names_nothing_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"list\.txt"):
        read_names(path)


def test_a_list_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt"):
        read_names(tmp_path / "gone.txt")


def edited(labels: LabelSet) -> PointSchema:
    names = tuple(f"{name}, really" for name in labels.scheme.points)
    return replace(labels.scheme, points=names, colours={"jaw": "#00ff00"})


def keep(project: Project, labels: LabelSet, scheme: PointSchema) -> None:
    edit = set_scheme(labels, scheme)
    edit.apply(labels)
    project.record(edit)


def test_an_edited_scheme_is_seen_at_every_opening(faces: Path) -> None:
    labels = open_corrected(faces).labels
    own, mine = labels.scheme, edited(labels)
    with Project.open(faces) as project:
        keep(project, labels, mine)
    again = open_corrected(faces)
    assert (again.labels.scheme, again.labels.own_scheme) == (mine, own)
    assert again.problems == ()
    with Project.open(faces) as project:
        keep(project, again.labels, own)
    assert open_corrected(faces).labels.scheme == own


@pytest.mark.parametrize("stored", [{"58": {"name": "x"}}, {"58": 7}])
def test_a_stored_scheme_that_is_broken_is_told_and_left_alone(faces: Path, stored: object) -> None:
    with Project.open(faces) as project:
        project.set_setting(SCHEME, stored)
    opened = open_corrected(faces)
    assert opened.labels.scheme == opened.labels.own_scheme
    assert ["scheme" in problem.message for problem in opened.problems] == [True]
