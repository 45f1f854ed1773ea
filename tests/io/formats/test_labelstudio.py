"""Label Studio's tasks as it exports them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import FaceState
from kpstudio.io.registry import format_named
from tests.io.formats.rewriting import read_text, rewritten, xy
from tests.io.helpers import add_pictures

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
    assert "gone.png is not there" in gone.problems[0].message


def test_an_export_as_json_min_says_what_to_do(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    mark = {"x": 1.5, "y": 2.5, "width": 0.3, "keypointlabels": ["nose"], "original_width": 64}
    task = {"image": "a.png", "id": 1, "kp-1": [mark], "annotator": 1, "annotation_id": 2}
    result = read_text(FORM, tmp_path, "a.json", json.dumps([task]))
    assert [p.message for p in result.problems] == [
        "is Label Studio's JSON-MIN: export as JSON instead"
    ]
