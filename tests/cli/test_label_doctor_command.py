from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from kpstudio.core.edits import Edit, FaceChange, move_points
from kpstudio.io.formats.asf import asf_text
from kpstudio.store.project import Project
from kpstudio.tasks.opening import open_corrected
from tests.cli.conftest import Run
from tests.small_faces import HEIGHT, WIDTH, face_points, write_faces


@pytest.fixture
def upside(tmp_path: Path) -> Path:
    """Faces whose labels count y upwards."""
    folder = write_faces(tmp_path / "upside", persons=8)
    for path in folder.glob("*.asf"):
        xy = points_of(path)
        text = asf_text(turned(xy), WIDTH, HEIGHT, path.with_suffix(".png").name)
        path.write_text(text, encoding="utf-8")
    return folder


def points_of(path: Path) -> Any:
    person, view = path.stem.removesuffix("m").split("-")
    return face_points(100 * int(person) + int(view))


def turned(xy: Any) -> Any:
    return np.stack([xy[:, 0], HEIGHT - 1 - xy[:, 1]], axis=1)


def test_clean_labels_end_with_zero_and_nothing_is_made(kpstudio: Run, tmp_path: Path) -> None:
    folder = write_faces(tmp_path / "clean", persons=8)
    code, out, err = kpstudio("doctor-labels", folder, "--quick")
    assert (code, out, err) == (0, "no problems found in 16 faces\n", "")
    assert not (folder / ".kpstudio").exists()


def test_a_fault_is_told_proved_and_ends_with_three(
    kpstudio: Run, upside: Path, tmp_path: Path
) -> None:
    code, out, err = kpstudio("doctor-labels", upside, "--json", "--proof", tmp_path / "proof")
    assert (code, err) == (3, "")
    answer = json.loads(out)
    (finding,) = answer["findings"]
    assert (finding["key"], finding["severity"], finding["open"]) == ("y-up", "fault", True)
    assert len(finding["faces"]) == answer["faces"] == 16
    assert answer["proofs"] == [str(tmp_path / "proof" / "y-up.png")]
    with Image.open(tmp_path / "proof" / "y-up.png") as sheet:
        colours = {colour for _, colour in sheet.getcolors(maxcolors=2**24)}
    assert {(255, 77, 94), (61, 220, 132)} <= colours
    code, out, _ = kpstudio("doctor-labels", upside, "--quick")
    assert code == 3
    assert out.startswith("fault: y-up\n")


def test_applied_it_is_put_right_in_the_project_and_can_be_undone(
    kpstudio: Run, upside: Path
) -> None:
    before = {path: path.read_bytes() for path in upside.glob("*.asf")}
    code, out, _ = kpstudio("doctor-labels", upside, "--quick", "--apply", "y-up", "--json")
    assert code == 0
    assert (json.loads(out)["applied"], json.loads(out)["findings"]) == (["y-up"], [])
    assert {path: path.read_bytes() for path in before} == before
    for face in open_corrected(upside).labels:
        expected = points_of(upside / face.picture)
        assert face.landmarks.xy_image == pytest.approx(expected, abs=1e-4)
    code, _, _ = kpstudio("doctor-labels", upside, "--quick")
    assert code == 0
    with Project.open(upside) as project:
        (entry,) = project.history.entries()
        assert entry.verb == "count y downwards"
        assert project.setting("doctor")["applied"][0][0] == "y-up"
        project.record(project.history.edit(entry.id).inverse())
    code, _, _ = kpstudio("doctor-labels", upside, "--quick")
    assert code == 3


def test_dismissed_it_is_not_told_again(kpstudio: Run, upside: Path) -> None:
    code, out, _ = kpstudio("doctor-labels", upside, "--quick", "--dismiss", "y-up")
    assert code == 0
    assert "dismissed" in out
    code, out, _ = kpstudio("doctor-labels", upside, "--quick")
    assert (code, out) == (0, "no problems found in 16 faces\n")


def test_what_was_not_found_cannot_be_decided(refused: Any, upside: Path) -> None:
    error = refused("doctor-labels", upside, "--quick", "--apply", "order")
    assert "order was not found" in error
    assert "y-up" in error
    assert not (upside / ".kpstudio").exists()


def test_a_project_that_is_open_is_not_written(refused: Any, upside: Path) -> None:
    with Project.open(upside):
        error = refused("doctor-labels", upside, "--quick", "--apply", "y-up")
    assert "open in another window" in error


def test_info_says_that_the_doctor_finds_something(kpstudio: Run, upside: Path) -> None:
    _, out, _ = kpstudio("info", upside)
    assert "doctor-labels finds 1 thing odd: y-up" in out


def test_what_quick_does_not_look_for_is_said(refused: Any, tmp_path: Path) -> None:
    folder = write_faces(tmp_path / "clean", persons=8)
    error = refused("doctor-labels", folder, "--quick", "--dismiss", "two-labels")
    assert "two-labels is not looked for with --quick" in error
    error = refused("doctor-labels", folder, "--quick", "--dismiss", "y-up")
    assert "y-up was not found in these labels: nothing was found" in error


def test_what_was_applied_is_taken_back(kpstudio: Run, refused: Any, upside: Path) -> None:
    before = list(open_corrected(upside).labels)
    error = refused("doctor-labels", upside, "--undo", "y-up")
    assert "y-up was not applied here" in error
    assert not (upside / ".kpstudio").exists()
    kpstudio("doctor-labels", upside, "--quick", "--apply", "y-up")
    error = refused("doctor-labels", upside, "--undo", "y-up,order")
    assert (
        "order was not applied here, so that it cannot be undone: what was applied is y-up" in error
    )
    assert kpstudio("doctor-labels", upside, "--quick")[0] == 0
    code, out, _ = kpstudio("doctor-labels", upside, "--undo", "y-up")
    assert (code, out) == (0, "y-up undone: 16 faces as before\n")
    assert list(open_corrected(upside).labels) == before
    assert kpstudio("doctor-labels", upside, "--quick")[0] == 3
    assert "nothing was applied" in refused("doctor-labels", upside, "--undo", "y-up")


def test_faces_changed_since_stay_as_they_are(kpstudio: Run, upside: Path) -> None:
    before = {face.id: face for face in open_corrected(upside).labels}
    kpstudio("doctor-labels", upside, "--quick", "--apply", "y-up")
    labels = open_corrected(upside).labels
    first, second = list(labels)[:2]
    with Project.open(upside) as project:
        edit = move_points(first, [0], [[1.0, 2.0]], "a point")
        edit.apply(labels)
        project.record(edit)
        back = Edit("undone in the window", (FaceChange(second, before[second.id]),))
        project.record(back)
    kept = labels[first.id]
    code, out, _ = kpstudio("doctor-labels", upside, "--undo", "y-up", "--json")
    told = {"key": "y-up", "faces": 14, "stay": 1, "forgotten": False}
    assert (code, json.loads(out)) == (0, {"undone": [told]})
    after = {face.id: face for face in open_corrected(upside).labels}
    assert after == {**before, first.id: kept}


def test_a_repair_that_the_history_has_forgotten_changes_no_face(
    kpstudio: Run, upside: Path
) -> None:
    kpstudio("doctor-labels", upside, "--quick", "--apply", "y-up")
    with Project.open(upside) as project:
        last = project.history.last_done
        assert last is not None
        project.step(project.history.edit(last.id).inverse(), [last.id], undone=True)
        project.record(Edit("nothing", ()))
    code, out, _ = kpstudio("doctor-labels", upside, "--undo", "y-up")
    assert code == 0
    assert out == (
        "y-up is no longer in the history: undone there, or too long ago\n  no face was changed\n"
    )


def test_undoing_stands_alone(refused: Any, upside: Path) -> None:
    error = refused("doctor-labels", upside, "--undo", "y-up", "--apply", "y-up")
    assert "--undo stands alone" in error
