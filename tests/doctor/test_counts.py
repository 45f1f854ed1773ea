"""A wrong number of points is found whatever reader came upon it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.doctor.diagnose import Depth, diagnose
from kpstudio.doctor.material import Material
from kpstudio.io.formats.asf import asf_text
from kpstudio.io.opening import open_path

NAMES = [f"{k}.png" for k in range(4)]
POINTS = np.random.default_rng(0).uniform(10, 90, (58, 2)).round(2)
Write = Callable[[Path, int, int], None]


def pts(folder: Path, number: int, count: int) -> None:
    rows = "\n".join(f"{x} {y}" for x, y in POINTS[:count])
    text = f"version: 1\nn_points: {count}\n{{\n{rows}\n}}\n"
    (folder / f"{number}.pts").write_text(text)


def pts_that_lists_others(folder: Path, number: int, count: int) -> None:
    pts(folder, number, count)
    path = folder / f"{number}.pts"
    path.write_text(path.read_text().replace(f"n_points: {count}", "n_points: 58"))


def asf(folder: Path, number: int, count: int) -> None:
    (folder / f"{number}.asf").write_text(asf_text(POINTS[:count], 100, 100, NAMES[number]))


def tps(folder: Path, number: int, count: int) -> None:
    rows = "\n".join(f"{x} {100 - y}" for x, y in POINTS[:count])
    with (folder / "all.tps").open("a") as file:
        file.write(f"LM={count}\n{rows}\nIMAGE={NAMES[number]}\nID={number}\n")


def csv(folder: Path, number: int, count: int) -> None:
    path = folder / "labels.csv"
    if not path.exists():
        path.write_text(",".join(["image", *(f"x{k},y{k}" for k in range(58))]) + "\n")
    with path.open("a") as file:
        file.write(",".join([NAMES[number], *map(str, POINTS[:count].ravel())]) + "\n")


def coco(folder: Path, number: int, count: int) -> None:
    path = folder / "labels.json"
    data = json.loads(path.read_text()) if path.exists() else {
        "images": [],
        "annotations": [],
        "categories": [{"id": 1, "name": "face", "keypoints": [f"p{k}" for k in range(58)]}],
    }  # fmt: skip
    data["images"].append({"id": number, "file_name": NAMES[number], "width": 100, "height": 100})
    keypoints = [value for x, y in POINTS[:count] for value in (x, y, 2)]
    data["annotations"].append(
        {
            "id": number,
            "image_id": number,
            "category_id": 1,
            "keypoints": keypoints,
            "num_keypoints": count,
            "bbox": [5, 5, 90, 90],
        }
    )
    path.write_text(json.dumps(data))


@pytest.mark.parametrize("write", [pts, pts_that_lists_others, asf, tps, csv, coco])
def test_a_wrong_number_of_points_is_found_through_the_readers(
    tmp_path: Path, write: Write
) -> None:
    for number, name in enumerate(NAMES):
        Image.new("RGB", (100, 100)).save(tmp_path / name)
        write(tmp_path, number, 57 if number == 2 else 58)
    opened = open_path(tmp_path)
    material = Material(opened.labels, opened.problems)
    found = {finding.key: finding for finding in diagnose(material, Depth.NUMBERS)}
    assert "wrong-count" in found, opened.problems
    assert "1 label has a different number of points" in found["wrong-count"].sentence


def test_a_right_number_is_not_told(tmp_path: Path) -> None:
    for number, name in enumerate(NAMES):
        Image.new("RGB", (100, 100)).save(tmp_path / name)
        pts(tmp_path, number, 58)
    opened = open_path(tmp_path)
    found = diagnose(Material(opened.labels, opened.problems), Depth.NUMBERS)
    assert "wrong-count" not in {finding.key for finding in found}
