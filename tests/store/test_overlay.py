from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kpstudio.core import edits
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme
from kpstudio.store.project import Project

SCHEME = generic_scheme(2)
FACE = Face("a.jpg#0", "a.jpg", Landmarks.of([[1, 2], [3, 4]]), state=FaceState.LABELLED)
MOVE = edits.move_points(FACE, [0], [[10, 20]], "point 0")
MOVED = MOVE.changes[0].after


def moved_in_file(x: float) -> Face:
    return replace(FACE, landmarks=Landmarks.of([[x, 2], [3, 4]]))


@pytest.fixture
def corrected(project: Project) -> Project:
    project.record(MOVE)
    return project


def test_a_picture_that_is_gone_is_reported_and_its_face_kept(corrected: Project) -> None:
    labels = LabelSet(corrected.folder, SCHEME, pictures=["b.jpg"])
    (problem,) = corrected.overlay(labels)
    assert problem.where == "a.jpg"
    assert "no longer in the folder" in problem.message
    assert len(labels) == 0
    with pytest.raises(InputError, match=r"^a.jpg cannot be changed yet: .* open the folder again"):
        edits.add_faces([replace(FACE, landmarks=None)], "add").apply(labels)
    assert corrected.stored_faces() == {FACE.id: MOVED}


def test_another_number_of_points_is_reported_and_the_face_kept(corrected: Project) -> None:
    other = replace(FACE, landmarks=Landmarks.of([[1, 2]]))
    labels = LabelSet(corrected.folder, generic_scheme(1), [other])
    (problem,) = corrected.overlay(labels)
    assert "2 points where the scheme points1 has 1" in problem.message
    assert labels[FACE.id] == other
    with pytest.raises(InputError, match=r"^a.jpg cannot be changed: .* 2 points, .* now have 1;"):
        edits.set_state(other, FaceState.CHECKED).apply(labels)
    assert corrected.stored_faces() == {FACE.id: MOVED}


@pytest.mark.parametrize(
    "from_file",
    [FACE, moved_in_file(1.004), MOVED],
    ids=["as it was", "rounded", "exported over"],
)
def test_the_correction_wins_quietly_over_the_file_it_was_made_on(
    corrected: Project, from_file: Face
) -> None:
    labels = LabelSet(corrected.folder, SCHEME, [from_file])
    assert corrected.overlay(labels) == []
    assert labels[FACE.id] == MOVED


@pytest.mark.parametrize(
    "from_file", [moved_in_file(1.5), replace(FACE, landmarks=None)], ids=["moved", "emptied"]
)
def test_a_file_that_changed_since_is_reported(corrected: Project, from_file: Face) -> None:
    labels = LabelSet(corrected.folder, SCHEME, [from_file])
    (problem,) = corrected.overlay(labels)
    assert problem.where == "a.jpg"
    assert "has changed since" in problem.message
    assert labels[FACE.id] == MOVED


def test_what_the_files_had_and_no_longer_have_is_remembered(corrected: Project) -> None:
    for from_file, outdated in ((FACE, {}), (moved_in_file(1.5), {FACE.id: FACE})):
        labels = LabelSet(corrected.folder, SCHEME, [from_file])
        corrected.overlay(labels)
        assert labels.outdated == outdated


def test_a_photo_from_elsewhere_comes_back_while_it_is_there(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(b"")
    photo = Face(f"{path.as_posix()}#0", path.as_posix(), photo=True)
    project.record(edits.add_faces([photo], "add 1 photo"))
    labels = LabelSet(project.folder, SCHEME, [FACE])
    assert project.overlay(labels) == []
    assert labels[photo.id] == photo
    path.unlink()
    labels = LabelSet(project.folder, SCHEME, [FACE])
    (problem,) = project.overlay(labels)
    assert "no longer there" in problem.message
    assert photo.id not in labels
    assert project.stored_faces() == {photo.id: photo}


def test_a_row_that_cannot_be_read_is_reported_and_stops_nothing(corrected: Project) -> None:
    corrected._tables.connection.execute("INSERT INTO faces VALUES ('0#0', '{\"half\":', NULL)")
    labels = LabelSet(corrected.folder, SCHEME, [FACE])
    (problem,) = corrected.overlay(labels)
    assert problem.where == "0#0"
    assert labels[FACE.id] == MOVED


def test_a_face_that_was_taken_out_and_is_in_no_file_any_more_stays_out(project: Project) -> None:
    project.record(edits.add_faces([FACE], "take out").inverse())
    labels = LabelSet(project.folder, SCHEME, (), pictures=["a.jpg"])
    assert project.overlay(labels) == []
    assert list(labels) == []
