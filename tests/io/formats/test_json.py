from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.schema import BOX_SIZE, PointSchema, generic_scheme
from kpstudio.io.formats.base import ReadResult
from kpstudio.io.formats.json import Json
from tests.io.helpers import add_pictures, face, label_set, points

SCHEME = PointSchema(
    "mine", ("left", "right", "tip"), (1, 0, 2), ((0, 1),), {"eyes": (0, 1)}, BOX_SIZE
)
HANDMADE: dict[str, Any] = {
    "format": "kpstudio",
    "version": 1,
    "scheme": SCHEME.to_json(),
    "faces": [{"picture": "a.png", "key": "0", "points": [[1, 2.5], None, [3, 4]]}],
}


def read(folder: Path, data: object) -> ReadResult:
    add_pictures(folder, ["a.png"])
    text = data if isinstance(data, str) else json.dumps(data)
    (folder / "labels.json").write_text(text)
    return Json().read([folder / "labels.json"], folder)


def test_a_handwritten_file_is_read(tmp_path: Path) -> None:
    result = read(tmp_path, HANDMADE)
    assert result.problems == ()
    assert result.scheme == SCHEME
    (one,) = result.faces
    assert (one.id, one.state) == ("a.png#0", FaceState.LABELLED)
    assert one.landmarks == Landmarks.of([[1, 2.5], [np.nan, np.nan], [3, 4]])


def test_everything_comes_back_exactly(tmp_path: Path) -> None:
    marks = Landmarks(
        np.array([[1 / 3, 2.0], [np.nan, np.nan], [0.1 + 0.2, -1e-300]]),
        np.array([1, 0, 2]),
        np.array([0.1, np.nan, 1.0]),
        Source.PREDICTION,
        "0001-bignet",
    )
    faces = [
        Face("a.png#0", "a.png", marks, Box(1 / 3, 2, 3, 4), FaceState.CHECKED),
        Face("a.png#new-7", "a.png", None, None, FaceState.PREDICTED, True, {"asf": "x\r\n"}),
    ]
    labels = label_set(tmp_path, faces, SCHEME)
    (path,) = Json().write(labels, faces, tmp_path)
    result = Json().read([path], tmp_path)
    assert result.problems == ()
    assert list(result.faces) == faces
    assert result.scheme == SCHEME
    assert result.scheme.edges == SCHEME.edges


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"picture": "gone.png"}, "gone.png is missing"),
        ({"picture": 7}, "7 is missing"),
        ({"points": [[1, 2]]}, "wrong number of points: 1 where the scheme has 3"),
        ({"points": [[1, 2], [3], [4, 5]]}, "is damaged"),
        ({"points": [[1, 2], [3, "x"], [4, 5]]}, "is damaged"),
        ({"points": 5}, "is damaged"),
        ({"visibility": [2, 2]}, "visibility"),
        ({"visibility": [2, 2, 9]}, "visibility"),
        ({"score": [1]}, "score"),
        ({"state": "odd"}, "odd"),
        ({"box": [1, 2, 3]}, "is damaged"),
        ({"extras": [1]}, "is damaged"),
        ({"tags": "far"}, "the tags are not a list of words"),
        ({"tags": ["far", ""]}, "the tags are not a list of words"),
        ({"points": [[1, 2], [3, "inf"], [4, 5]]}, "'inf' is not a coordinate"),
    ],
)
def test_a_broken_face_is_told_and_the_rest_stays(
    tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    good = HANDMADE["faces"][0]
    broken = {**good, "key": "1", **change}
    result = read(tmp_path, {**HANDMADE, "faces": [broken, 3, good]})
    assert len(result.faces) == 1
    assert [p.where for p in result.problems] == ["labels.json, face 1", "labels.json, face 2"]
    assert message in result.problems[0].message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({**HANDMADE, "version": 2}, "newer kpstudio"),
        ({**HANDMADE, "version": "1"}, "does not say the version"),
        ({**HANDMADE, "version": True}, "does not say the version"),
        ({k: v for k, v in HANDMADE.items() if k != "version"}, "does not say the version"),
        ({**HANDMADE, "scheme": {"points": []}}, "scheme"),
        ({**HANDMADE, "faces": {}}, "no list of faces"),
        ({"images": []}, "not a label file of kpstudio"),
        ([], "not a label file of kpstudio"),
        ("{", "not valid JSON"),
        ("[" * 200_000, "not valid JSON"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, data: object, message: str) -> None:
    result = read(tmp_path, data)
    assert result.faces == ()
    assert message in result.problems[0].message


def test_two_faces_of_one_id_are_told(tmp_path: Path) -> None:
    good = HANDMADE["faces"][0]
    result = read(tmp_path, {**HANDMADE, "faces": [good, good]})
    assert len(result.faces) == 1
    assert "two faces share the id a.png#0" in result.problems[0].message


def test_files_of_other_points_are_left_out(tmp_path: Path) -> None:
    read(tmp_path, HANDMADE)
    faces = [face("a.png", points(5))]
    files = Json().write(label_set(tmp_path, faces, generic_scheme(5)), faces, tmp_path / "b")
    result = Json().read([tmp_path / "labels.json", *files], tmp_path)
    assert result.scheme == SCHEME
    assert [p.where for p in result.problems] == ["b/labels.json"]
