"""Label Studio's tasks as it exports them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import FaceState
from kpstudio.io.registry import format_named
from tests.io.formats.rewriting import read_text, rewritten, xy
from tests.io.helpers import add_pictures, face, label_set, points

FORM = format_named("labelstudio")


def region(ident: str, label: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    return {
        "id": ident,
        "type": "keypointlabels",
        "from_name": "kp-1",
        "to_name": "img-1",
        "original_width": 64,
        "original_height": 48,
        "image_rotation": 0,
        "value": {"x": x, "y": y, "width": 0.3, "keypointlabels": [label]},
        "origin": "manual",
        **more,
    }


def rectangle(ident: str, x: float, y: float, width: float, height: float) -> dict[str, Any]:
    value = {"x": x, "y": y, "width": width, "height": height, "rotation": 0}
    made = region(ident, "", 0, 0) | {"type": "rectanglelabels"}
    return made | {"value": value | {"rectanglelabels": ["face"]}}


def tasks(*regions: dict[str, Any], image: str = "a.png", **more: Any) -> str:
    task = {
        "id": 12,
        "annotations": [{"id": 5, "completed_by": 1, "result": list(regions), "lead_time": 3.5}],
        "predictions": [],
        "data": {"image": image},
        "meta": {"batch": 1},
        **more,
    }
    return json.dumps([task])


def test_percent_count_from_the_corner(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    result = read_text(FORM, tmp_path, "a.json", tasks(region("p", "nose", 100 / 128, 50)))
    assert xy(result) == [[0.0, 23.5]]


@pytest.mark.parametrize(
    ("turn", "x", "y"), [(0, 25, 50), (90, 50, 25), (180, 75, 50), (270, 50, 75)]
)
def test_turned_pictures_are_turned_back(turn: int, x: float, y: float, tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    text = tasks(region("p", "nose", x, y, image_rotation=turn))
    result = read_text(FORM, tmp_path, "a.json", text)
    assert np.allclose(xy(result), [[15.5, 23.5]])
    assert (
        json.loads(rewritten(FORM, tmp_path, "a.json", text))[0]["annotations"]
        == (json.loads(text)[0]["annotations"])
    )


def test_parents_and_relations_make_faces_with_boxes(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    text = tasks(
        rectangle("box", 0, 0, 50, 100),
        region("a", "eye", 10, 10, parentID="box"),
        region("b", "nose", 20, 20, parentID="box"),
        region("c", "eye", 60, 10),
        region("d", "nose", 70, 20),
        {"type": "relation", "from_id": "c", "to_id": "d", "direction": "right"},
    )
    result = read_text(FORM, tmp_path, "a.json", text)
    assert result.problems == ()
    first, second = result.faces
    assert first.box == Box(-0.5, -0.5, 31.5, 47.5)
    assert second.box is None
    assert result.scheme.points == ("eye", "nose")
    assert np.allclose(xy(result, 1), [[37.9, 4.3], [44.3, 9.1]])


def test_a_file_read_and_written_again_is_the_same(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    brush = region("z", "", 0, 0) | {"type": "brushlabels", "value": {"rle": [1, 2]}}
    text = tasks(
        rectangle("box", 1.7, 2.3, 33.33333333333333, 44.4),
        region("a", "eye", 26.933333333333334, 10.1, parentID="box"),
        brush,
        region("b", "nose", 71.7, 99.9, parentID="box", meta={"text": ["hm"]}),
    )
    (written,) = json.loads(rewritten(FORM, tmp_path, "labels.json", text))
    assert written["meta"].pop("kpstudio") == {"picture": "a.png"}
    assert [written] == json.loads(text)


@pytest.mark.parametrize(
    "image",
    [
        "/data/upload/1/0a1b2c3d-my%20face.png",
        "/data/local-files/?d=set%2Fmy%20face.png",
        "s3://bucket/some/my face.png",
        "https://example.org/my%20face.png?signed=1",
    ],
)
def test_references_lead_to_the_picture_and_are_kept(image: str, tmp_path: Path) -> None:
    add_pictures(tmp_path, ["my face.png"])
    text = tasks(region("p", "nose", 50, 50), image=image)
    assert len(read_text(FORM, tmp_path, "a.json", text).faces) == 1
    (written,) = json.loads(rewritten(FORM, tmp_path, "labels.json", text))
    assert written["data"]["image"] == image


def test_predictions_count_where_nobody_labelled(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    guess = {
        "model_version": "0001-bignet",
        "score": 0.9,
        "result": [region("p", "nose", 50, 50, score=0.25)],
    }
    result = read_text(FORM, tmp_path, "a.json", tasks(predictions=[guess], annotations=[]))
    (face,) = result.faces
    assert face.state is FaceState.PREDICTED
    assert face.landmarks is not None
    assert face.landmarks.run == "0001-bignet"
    assert face.landmarks.score is not None
    assert face.landmarks.score.tolist() == [0.25]
    both = tasks(region("q", "nose", 10, 10), predictions=[guess])
    (face,) = read_text(FORM, tmp_path, "a.json", both).faces
    assert face.state is FaceState.LABELLED


def test_nonsense_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    text = tasks(
        region("a", "eye", 10, 10),
        region("b", "nose", None, 10),  # type: ignore[arg-type]
        rectangle("c", 1, 2, 0, 5),
    )
    result = read_text(FORM, tmp_path, "a.json", text)
    assert len(result.faces) == 1
    assert len(result.problems) == 2
    gone = read_text(FORM, tmp_path, "a.json", tasks(region("a", "eye", 1, 1), image="/x/gone.png"))
    assert "gone.png is missing" in gone.problems[0].message


def test_an_export_as_json_min_says_what_to_do(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    mark = {"x": 1.5, "y": 2.5, "width": 0.3, "keypointlabels": ["nose"], "original_width": 64}
    task = {"image": "a.png", "id": 1, "kp-1": [mark], "annotator": 1, "annotation_id": 2}
    result = read_text(FORM, tmp_path, "a.json", json.dumps([task]))
    assert [p.message for p in result.problems] == [
        "is a Label Studio JSON-MIN file: export as JSON instead"
    ]


def test_what_is_no_list_of_tasks_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[5]")
    (problem,) = FORM.read([tmp_path / "a.json"], tmp_path).problems
    assert problem.message == "is not a list of Label Studio tasks"


def test_of_several_annotations_the_first_that_counts_is_used(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    result = [region("p", "nose", 50, 50)]
    given = [{"result": []}, {"result": result}, {"result": result}, {"result": result}]
    read = read_text(FORM, tmp_path, "a.json", tasks(annotations=given))
    assert len(read.faces) == 1
    (problem,) = read.problems
    assert problem.message.startswith("has 3 annotations of one picture")


def test_a_task_without_faces_has_its_picture_all_the_same(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    only = region("c", "", 0, 0) | {"type": "choices", "value": {"choices": ["blurred"]}}
    read = read_text(FORM, tmp_path, "a.json", tasks(only))
    assert (read.faces, read.pictures, read.problems) == ((), ("a.png",), ())


def test_a_note_of_a_picture_that_moved_falls_back_to_the_task(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    note = {"kpstudio": {"picture": "gone/a b.png"}}
    text = tasks(region("p", "nose", 50, 50), meta=note)
    assert read_text(FORM, tmp_path, "a.json", text).faces[0].picture == "a.png"


def test_a_reference_that_is_no_address_is_told(tmp_path: Path) -> None:
    read = read_text(FORM, tmp_path, "a.json", tasks(region("p", "n", 1, 1), image="http://[x"))
    (problem,) = read.problems
    assert problem.message == "labels without a picture: http://[x is missing"


def test_regions_that_are_none_are_told(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    flat, turned = rectangle("b", 10, 10, 0, 20), rectangle("c", 10, 10, 20, 20)
    turned["value"]["rotation"] = 30
    loose = rectangle("d", 10, 10, 20, 20)
    del loose["value"]["x"]
    bare = region("e", "", 0, 0) | {"type": "rectangle", "value": 7}
    odd = json.loads(tasks(region("p", "nose", 50, 50), flat, turned, loose, bare))
    odd[0]["annotations"][0]["result"].append(5)
    read = read_text(FORM, tmp_path, "a.json", json.dumps(odd))
    assert len(read.faces) == 1 and read.faces[0].box is None
    told = [p.message for p in read.problems]
    assert told[:4] == [
        f"rectangle {n} is flat, turned or has no position; it is kept as it is"
        for n in (2, 3, 4, 5)
    ]
    assert told[4:] == ["region 6 is not an object; left out"]


def test_without_the_size_that_a_region_means_the_picture_tells_it(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    bare = region("p", "nose", 100 / 128, 50)
    del bare["original_width"]
    assert xy(read_text(FORM, tmp_path, "a.json", tasks(bare))) == [[0.0, 23.5]]
    (tmp_path / "a.png").write_bytes(b"")
    result = FORM.read([tmp_path / "a.json"], tmp_path)
    assert [p.message for p in result.problems] == ["key point 1 has no position; left out"]


def test_a_loose_rectangle_is_the_box_of_the_points_inside(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    inside = rectangle("b", 25, 25, 50, 50)
    read = read_text(FORM, tmp_path, "a.json", tasks(inside, region("p", "nose", 50, 50)))
    (one,) = read.faces
    assert one.box == Box(15.5, 11.5, 47.5, 35.5)
    assert one.landmarks is not None


def test_corrected_and_predicted_faces_keep_their_order(tmp_path: Path) -> None:
    faces = [
        replace(face("a.png", points(2, n), n), state=state)
        for n, state in enumerate((FaceState.PREDICTED, FaceState.CORRECTED, FaceState.PREDICTED))
    ]
    labels = label_set(tmp_path, faces)
    (path,) = FORM.write(labels, list(labels), tmp_path)
    back = FORM.read([path], tmp_path)
    for before, after in zip(faces, back.faces, strict=True):
        assert (before.state is FaceState.PREDICTED) == (after.state is FaceState.PREDICTED)
        assert before.landmarks is not None and after.landmarks is not None
        np.testing.assert_allclose(after.landmarks.xy_image, before.landmarks.xy_image, atol=1e-6)


def test_any_text_of_a_task_may_name_its_picture(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    text = tasks(region("p", "nose", 50, 50), data={"who": "Ada", "photo": "a.png"})
    assert read_text(FORM, tmp_path, "a.json", text).faces[0].picture == "a.png"
