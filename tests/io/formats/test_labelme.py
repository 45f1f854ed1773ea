"""LabelMe files as the tool and its users write them."""

from __future__ import annotations

import base64
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import ExifTags, Image

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import LabelSet
from kpstudio.core.landmarks import Visibility
from kpstudio.io.registry import format_named
from tests.io.formats.rewriting import read_text, rewritten, xy
from tests.io.helpers import PNG, add_pictures, face, label_set, points

FORM = format_named("labelme")


def point(label: str, x: float, y: float, group: int | None = None, **more: Any) -> dict[str, Any]:
    return {
        "label": label,
        "points": [[x, y]],
        "group_id": group,
        "description": "",
        "shape_type": "point",
        "flags": {},
        "mask": None,
        **more,
    }


def record(*shapes: dict[str, Any], **more: Any) -> str:
    made = {
        "version": "5.5.0",
        "flags": {},
        "shapes": list(shapes),
        "imagePath": "a.png",
        "imageData": None,
        "imageHeight": 48,
        "imageWidth": 64,
        **more,
    }
    return json.dumps(made, indent=2)


BOX = {"shape_type": "rectangle", "points": [[20.5, 30.5], [4.0, 5.0]]}


def test_coordinates_count_from_the_corner(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    result = read_text(FORM, tmp_path, "a.json", record(point("nose", 0.5, 10.25)))
    assert xy(result) == [[0.0, 9.75]]
    assert result.scheme.points == ("nose",)


def test_groups_are_faces_and_rectangles_their_boxes(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    shapes = [
        point("eye", 5, 6, 1),
        point("nose", 7, 8, 1),
        point("nose", 17, 18, 2, flags={"occluded": True}),
        point("face", 0, 0, 2, **BOX),
        point("scar", 0, 0, None, shape_type="polygon", points=[[1, 2], [3, 4], [5, 6]]),
    ]
    result = read_text(FORM, tmp_path, "a.json", record(*shapes))
    assert result.problems == ()
    first, second = result.faces
    assert result.scheme.points == ("eye", "nose")
    assert first.box is None
    assert second.box == Box(3.5, 4.5, 20.0, 30.0)
    assert second.landmarks is not None
    assert second.landmarks.visibility.tolist() == [Visibility.MISSING, Visibility.OCCLUDED]


def test_a_file_read_and_written_again_is_the_same(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    text = record(
        point("face", 0, 0, None, shape_type="rectangle", points=[[1.25, 2.1], [60.0, 40.3]]),
        point("0", 0.1, 10.123456789012345, None, flags={"sure": False}, mine=[1]),
        point("1", 63.3, 5, None),
        point("area", 0, 0, None, shape_type="line", points=[[1, 2], [3, 4]]),
        lineColor=[0, 255, 0, 128],
        imageData=base64.b64encode(PNG).decode(),
    )
    assert json.loads(rewritten(FORM, tmp_path, "a.json", text)) == json.loads(text)


def test_only_the_point_that_moved_changes(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    text = record(point("eye", 5.2, 6.7, 4, note="x"), point("nose", 7.1, 8.3, 4))
    result = read_text(FORM, tmp_path, "a.json", text)
    (face,) = result.faces
    assert face.landmarks is not None
    moved = replace(face, landmarks=face.landmarks.moved([1], [[20.0, 30.0]]))
    FORM.write(LabelSet(tmp_path, result.scheme, [moved]), [moved], tmp_path)
    expected = json.loads(text)
    expected["shapes"][1]["points"] = [[20.5, 30.5]]
    assert json.loads((tmp_path / "a.json").read_text()) == expected


def test_labels_that_repeat_are_numbered_and_written_back(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    text = record(point("mark", 1, 2), point("mark", 3, 4), point("mark", 5, 6))
    result = read_text(FORM, tmp_path, "a.json", text)
    assert np.array_equal(xy(result), [[0.5, 1.5], [2.5, 3.5], [4.5, 5.5]])
    assert json.loads(rewritten(FORM, tmp_path, "a.json", text)) == json.loads(text)


def test_a_copy_without_its_picture_is_told(tmp_path: Path) -> None:
    text = record(point("nose", 1, 2), imageData=base64.b64encode(PNG).decode())
    (problem,) = read_text(FORM, tmp_path, "a.json", text).problems
    assert "a.png is missing, though" not in problem.message
    assert "contains a copy of it (imageData)" in problem.message


def test_a_picture_first_is_recognised_by_its_copy(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    data = json.loads(record(point("nose", 1, 2)))
    text = json.dumps({"imageData": "A" * 20_000} | {k: data[k] for k in data if k != "imageData"})
    assert xy(read_text(FORM, tmp_path, "a.json", text)) == [[0.5, 1.5]]


def test_nonsense_is_told_and_never_crashes(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    shapes = [
        point("nose", 1, 2),
        point("far", 1e300, 2),
        point("none", 0, 0, points=[]),
        point("flat", 0, 0, shape_type="rectangle", points=[[1, 1], [1, 5]]),
    ]
    result = read_text(FORM, tmp_path, "a.json", record(*shapes))
    assert len(result.problems) == 3
    assert len(result.faces) == 1
    deep = tmp_path / "deep.json"
    deep.write_text('{"shapes": ' + "[" * 100_000 + "]" * 100_000 + "}")
    (problem,) = FORM.read([deep], tmp_path).problems
    assert "not valid JSON" in problem.message or "deep" in problem.message


def test_files_in_trouble_are_named(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    texts = {
        "1.json": record(point("nose", 1, 2)),
        "2.json": record(point("nose", 3, 4)),
        "3.json": '{"shapes": {}, "imagePath": "a.png"}',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    result = FORM.read([tmp_path / name for name in texts], tmp_path)
    assert xy(result) == [[0.5, 1.5]]
    assert [str(p) for p in result.problems] == [
        "2.json: left out, since 1.json labels the same picture",
        "3.json: is not a LabelMe file: it has no list of shapes",
    ]


def test_shapes_that_are_none_are_told_and_a_file_may_be_empty(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    text = json.dumps(json.loads(record(point("nose", 1, 2))) | {"shapes": []})
    empty = read_text(FORM, tmp_path, "a.json", text)
    assert (empty.faces, empty.pictures, empty.problems) == ((), ("a.png",), ())
    (tmp_path / "a.json").write_text(text.replace("[]", "[5, 6]"))
    assert [p.message for p in FORM.read([tmp_path / "a.json"], tmp_path).problems] == [
        "shape 1 is not an object; left out",
        "shape 2 is not an object; left out",
    ]


def test_faces_that_shared_a_group_are_told_apart(tmp_path: Path) -> None:
    faces = [
        replace(face("a.png", points(2, n), n), extras={"labelme": {"group": group}})
        for n, group in enumerate((4, 4, None))
    ]
    labels = label_set(tmp_path, faces)
    (path,) = FORM.write(labels, list(labels), tmp_path)
    shapes = json.loads(path.read_text())["shapes"]
    assert [shape["group_id"] for shape in shapes] == [4, 4, 1, 1, None, None]
    assert len(FORM.read([path], tmp_path).faces) == 3


def test_a_picture_that_cannot_be_read_has_neither_size_nor_copy(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    text = record(point("nose", 1, 2), imageData=base64.b64encode(PNG).decode())
    result = read_text(FORM, tmp_path, "a.json", text)
    labels = LabelSet(tmp_path, result.scheme, result.faces)
    (tmp_path / "a.png").write_bytes(b"")
    (path,) = FORM.write(labels, list(labels), tmp_path)
    written = json.loads(path.read_text())
    assert [written[f"image{what}"] for what in ("Data", "Height", "Width")] == [None] * 3


def test_a_turned_picture_is_copied_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    Image.new("L", (40, 20), 128).save(tmp_path / "a.png", exif=exif)
    text = record(point("nose", 1, 2), imageData="x")
    result = read_text(FORM, tmp_path, "a.json", text)
    (path,) = FORM.write(LabelSet(tmp_path, result.scheme, result.faces), result.faces, tmp_path)
    copy = json.loads(path.read_text())["imageData"]
    with Image.open(io.BytesIO(base64.b64decode(copy))) as image:
        assert image.size == (20, 40)
