"""COCO keypoint files as the data set and its users write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import Visibility
from kpstudio.io.registry import format_named
from tests.io.formats.rewriting import read_text, rewritten, xy
from tests.io.helpers import add_pictures

FORM = format_named("coco")
CATEGORY = {
    "supercategory": "person",
    "id": 3,
    "name": "person",
    "keypoints": ["nose", "left_eye", "right_eye"],
    "skeleton": [[1, 2], [1, 3]],
}


def annotation(number: int, image: int, keypoints: list[float], **more: Any) -> dict[str, Any]:
    made = {
        "segmentation": [[1.5, 2.5, 3.5, 4.5, 5.5, 6.5]],
        "num_keypoints": sum(v > 0 for v in keypoints[2::3]),
        "area": 12.5,
        "iscrowd": 0,
        "keypoints": keypoints,
        "image_id": image,
        "bbox": [10.1, 20.2, 30.3, 5.7],
        "category_id": 3,
        "id": number,
    }
    return made | more


def record(*annotations: dict[str, Any], **more: Any) -> str:
    made = {
        "info": {"year": 2017, "description": "COCO 2017 Dataset"},
        "licenses": [{"id": 1, "name": "CC BY"}],
        "images": [
            {"license": 4, "file_name": "a.png", "height": 48, "width": 64, "id": 900},
            {"license": 4, "file_name": "b.png", "height": 48, "width": 64, "id": 7},
        ],
        "annotations": list(annotations),
        "categories": [CATEGORY],
        **more,
    }
    return json.dumps(made)


def test_points_are_of_the_index_and_boxes_from_the_corner(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png"])
    text = record(annotation(1, 900, [5, 6, 2, 7.25, 8, 1, 0, 0, 0], bbox=[0, 0, 64, 48]))
    result = read_text(FORM, tmp_path, "a.json", text)
    assert xy(result)[:2] == [[5.0, 6.0], [7.25, 8.0]]
    (face,) = result.faces
    assert face.landmarks is not None
    order = [Visibility.VISIBLE, Visibility.OCCLUDED, Visibility.MISSING]
    assert face.landmarks.visibility.tolist() == order
    assert face.box == Box.whole(64, 48)
    assert result.scheme.points == ("nose", "left_eye", "right_eye")
    assert result.scheme.edges == ((0, 1), (0, 2))
    assert result.pictures == ("a.png", "b.png")


def test_a_file_read_and_written_again_is_the_same(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png"])
    crowd = annotation(9, 7, [], iscrowd=1, segmentation={"counts": [1, 2], "size": [48, 64]})
    del crowd["keypoints"], crowd["num_keypoints"]
    text = record(
        annotation(5, 900, [5.1, 6, 2, 7.25, 8, 1, 0, 0, 0], score=0.5),
        annotation(2, 7, [1, 2, 1, 3, 4, 1, 5, 6, 2]),
        crowd,
        mine={"a": None},
    )
    assert json.loads(rewritten(FORM, tmp_path, "labels.json", text)) == json.loads(text)


def test_the_category_with_most_points_counts_and_others_are_told(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png"])
    categories = [{"id": 1, "name": "cat"}, CATEGORY]
    other = {"id": 8, "image_id": 7, "category_id": 1, "bbox": [1, 2, 3, 4]}
    text = record(annotation(1, 900, [5, 6, 2, 7, 8, 2, 9, 9, 2]), other, categories=categories)
    result = read_text(FORM, tmp_path, "a.json", text)
    assert len(result.faces) == 1
    (problem,) = result.problems
    assert "'cat' have no such points: 1 left out" in problem.message


def test_files_without_names_ids_as_text_and_other_orders(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    data = {
        "annotations": [
            {"id": "1", "image_id": "4", "category_id": 1, "keypoints": [1, 2, 2, 3, 4, 2]}
        ],
        "categories": [{"id": 1, "name": "wing"}],
        "images": [{"id": 4, "file_name": "./a.png"}],
    }
    result = read_text(FORM, tmp_path, "a.json", json.dumps(data))
    assert result.problems == ()
    assert xy(result) == [[1.0, 2.0], [3.0, 4.0]]


def test_nonsense_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png"])
    good = [5, 6, 2, 7, 8, 2, 9, 9, 2]
    text = record(
        annotation(1, 900, good),
        annotation(2, 900, good[:6]),
        annotation(3, 12345, good),
        annotation(4, 900, [5, None, 2, 7, 8, 2, 9, 9, 2]),
        annotation(5, 900, [5, 6, 7, 7, 8, 2, 9, 9, 2]),
        annotation(6, 900, good, bbox=[1, 2, -3, 4]),
    )
    result = read_text(FORM, tmp_path, "a.json", text.replace("9, 9, 2", "9, NaN, 0"))
    assert len(result.faces) == 2
    assert len(result.problems) == 5


def test_a_file_without_keypoints_is_told(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png"])
    text = record({"id": 1, "image_id": 7, "category_id": 1}, categories=[])
    (problem,) = read_text(FORM, tmp_path, "a.json", text).problems
    assert problem.message == "has no category with keypoints, and no boxes"


def boxed(number: int, category: int, bbox: list[float] | None) -> dict[str, Any]:
    made = {"id": number, "image_id": 900, "category_id": category, "area": 4}
    return made | ({} if bbox is None else {"bbox": bbox})


def test_boxes_without_keypoints_are_faces_without_points(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png"])
    face = {"id": 1, "name": "face"}
    text = record(boxed(1, 1, [0, 0, 64, 48]), boxed(2, 1, [2, 3, 4, 5]), categories=[face])
    result = read_text(FORM, tmp_path, "a.json", text)
    assert result.problems == ()
    assert [(f.box, f.landmarks) for f in result.faces] == [
        (Box.whole(64, 48), None),
        (Box(1.5, 2.5, 5.5, 7.5), None),
    ]
    again = json.loads(rewritten(FORM, tmp_path, "a.json", text))
    assert (again["annotations"], again["categories"]) == (
        json.loads(text)["annotations"],
        [{"supercategory": "face", **face}],
    )


def test_boxes_of_several_categories_are_told(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png"])
    categories = [{"id": 1, "name": "face"}, {"id": 2, "name": "dog"}, {"id": 3, "name": "cat"}]
    boxes = boxed(1, 1, [0, 0, 9, 9]), boxed(2, 2, [2, 3, 4, 5])
    result = read_text(FORM, tmp_path, "a.json", record(*boxes, categories=categories))
    assert len(result.faces) == 2
    assert [p.message for p in result.problems] == [
        "has no keypoints; boxes of 'face', 'dog' are all read as faces"
    ]
    nothing = read_text(FORM, tmp_path, "b.json", record(boxed(1, 1, None), categories=categories))
    assert nothing.faces == ()
    assert [p.message for p in nothing.problems] == ["has no category with keypoints, and no boxes"]


def test_files_of_other_points_or_none_are_left_out(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png"])
    texts = {
        "1.json": record(annotation(1, 900, [5, 6, 2, 7, 8, 2, 1, 1, 2])),
        "2.json": record(annotation(1, 7, [5, 6, 2]), categories=[CATEGORY | {"keypoints": ["x"]}]),
        "3.json": '{"annotations": 3, "images": []}',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    result = FORM.read([tmp_path / name for name in texts], tmp_path)
    assert [face.picture for face in result.faces] == ["a.png"]
    assert [str(p) for p in result.problems] == [
        "2.json: left out, since its points differ from those of the first",
        "3.json: is not a COCO file: it has no list of annotations",
    ]


def test_odd_entries_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    images = [{"file_name": "a.png", "id": 900}, 5, {"file_name": "gone.png", "id": 7}]
    good = annotation(1, 900, [5, 6, 2, 7, 8, 2, 1, 1, 2])
    text = json.dumps(json.loads(record(images=images)) | {"annotations": [
        5, good, annotation(2, 7, good["keypoints"]), annotation(3, 1, good["keypoints"])
    ]})  # fmt: skip
    result = read_text(FORM, tmp_path, "a.json", text)
    assert len(result.faces) == 1
    assert [p.message for p in result.problems] == [
        "labels without a picture: gone.png is missing",
        "is not an object; left out",
        "belongs to no image in the file; left out",
    ]
