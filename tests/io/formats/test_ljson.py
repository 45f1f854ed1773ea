""".ljson files of menpo and the landmarker tool, versions 1 to 3."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from kpstudio.core.labelset import LabelSet
from kpstudio.io.registry import format_named
from tests.io.formats.rewriting import read_text, rewritten, xy
from tests.io.helpers import add_pictures, face, label_set, points

FORM = format_named("ljson")
POINTS = [[10.5, 1.25], [None, None], [30.0, 3.0]]
LABELS = [
    {"label": "eye", "mask": [True, True, False]},
    {"label": "tip", "mask": [False] * 2 + [True]},
]
GROUP = {"labels": LABELS, "landmarks": {"connectivity": [[0, 1]], "points": POINTS}}
V1 = {
    "groups": [
        {"connectivity": [[0, 1]], "label": "eye", "landmarks": [{"point": p} for p in POINTS[:2]]},
        {"connectivity": [], "label": "tip", "landmarks": [{"point": POINTS[2]}]},
    ],
    "version": 1,
}


@pytest.mark.parametrize(
    "data",
    [V1, {**GROUP, "version": 2}, {"groups": {"LJSON": GROUP}, "version": 3}],
    ids=["v1", "v2", "v3"],
)
def test_every_version_reads_alike(data: dict[str, object], tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    text = json.dumps(data, indent=4, sort_keys=True)
    result = read_text(FORM, tmp_path, "a.ljson", text)
    assert result.problems == ()
    first, second, third = xy(result)
    assert (first, third) == ([1.25, 10.5], [3.0, 30.0])
    assert math.isnan(second[0])
    assert dict(result.scheme.groups) == {"eye": (0, 1), "tip": (2,)}
    assert result.scheme.edges == ((0, 1),)
    written = json.loads(rewritten(FORM, tmp_path, "a.ljson", text))
    assert written == {"version": 3, "groups": {"LJSON": GROUP}}


def test_several_groups_are_several_faces_and_others_are_kept(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    corners = {"labels": [], "landmarks": {"points": [[0, 0], [0, 9], [9, 9], [9, 0]]}}
    data = {"groups": {"PTS": GROUP, "other": GROUP, "bb": corners}, "version": 3}
    path = tmp_path / "a.ljson"
    path.write_text(json.dumps(data))
    result = FORM.read([path], tmp_path)
    assert len(result.faces) == 2
    (problem,) = result.problems
    assert problem.message == "group 'bb' has 4 points where most have 3; left out"
    FORM.write(LabelSet(tmp_path, result.scheme, result.faces), result.faces, tmp_path)
    assert json.loads(path.read_text()) == data


def test_long_masks_before_the_points_are_recognised(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    labels = [{"label": f"part {k}", "mask": [True] * 68} for k in range(15)]
    group = {"labels": labels, "landmarks": {"points": [[k, k + 1] for k in range(68)]}}
    text = json.dumps({"groups": {"LJSON": group}, "version": 3}, indent=4, sort_keys=True)
    assert text.index("landmarks") > 16_384
    result = read_text(FORM, tmp_path, "a.ljson", text)
    assert xy(result)[1] == [2.0, 1.0]


@pytest.mark.parametrize("points", [[], [[1]], ["no"], [[1, "2"]], None])
def test_points_that_are_none_are_told(points: object, tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    data = {"labels": [], "landmarks": {"points": points}, "version": 2}
    result = read_text(FORM, tmp_path, "a.ljson", json.dumps(data))
    assert result.faces == ()
    assert len(result.problems) == 1


def test_files_in_trouble_are_named(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    texts = {
        "a.ljson": {**GROUP, "version": 2},
        "a.LJSON": {**GROUP, "version": 2},
        "b.ljson": {**GROUP, "version": 2},
        "c.ljson": {**GROUP, "version": 4},
    }
    for name, data in texts.items():
        (tmp_path / name).write_text(json.dumps(data))
    result = FORM.read([tmp_path / name for name in texts], tmp_path)
    assert len(result.faces) == 1
    told = {p.where: p.message for p in result.problems}
    assert told["b.ljson"] == "labels without a picture: there is none of the same name beside it"
    assert told["a.LJSON"] == "left out, since a.ljson labels the same picture"
    assert told["c.ljson"] == "is not a .ljson file of version 1, 2 or 3"


@pytest.mark.parametrize(
    ("group", "message"),
    [({"landmarks": 5}, "has a group without landmarks"), ({"landmarks": []}, "has no points")],
)
def test_groups_of_version_1_without_points_are_told(
    group: object, message: str, tmp_path: Path
) -> None:
    add_pictures(tmp_path, ["a.png"])
    (tmp_path / "a.ljson").write_text(json.dumps({"version": 1, "groups": [group]}))
    (problem,) = FORM.read([tmp_path / "a.ljson"], tmp_path).problems
    assert problem.message == message


def test_labels_that_fit_no_points_are_passed_over(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    data = {**GROUP, "labels": [5, {"label": "x", "mask": [True]}, *LABELS], "version": 2}
    result = read_text(FORM, tmp_path, "a.ljson", json.dumps(data))
    assert dict(result.scheme.groups) == {"eye": (0, 1), "tip": (2,)}


def test_faces_that_shared_a_group_are_told_apart(tmp_path: Path) -> None:
    same = [
        replace(face("a.png", points(2, n), n), extras={"ljson": {"group": "me"}}) for n in range(3)
    ]
    labels = label_set(tmp_path, same)
    (path,) = FORM.write(labels, list(labels), tmp_path)
    assert list(json.loads(path.read_text())["groups"]) == ["me", "face 3", "face 4"]
    assert len(FORM.read([path], tmp_path).faces) == 3
