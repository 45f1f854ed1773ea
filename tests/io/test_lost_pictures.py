"""Labels whose pictures are not where they say."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kpstudio.io.formats.asf import asf_text
from kpstudio.io.formats.csv import Csv
from kpstudio.io.formats.dlib import Dlib
from kpstudio.io.formats.pts import pts_text
from kpstudio.io.opening import open_path
from kpstudio.io.registry import Format
from tests.io.helpers import HEIGHT, WIDTH, add_pictures, face, label_set, points
from tests.io.test_opening import told, write_pts


def asf_naming(host: str, seed: int = 0) -> str:
    return asf_text(points(4, seed), WIDTH, HEIGHT, host)


def labelme_naming(host: str, seed: int = 0) -> str:
    shapes = [
        {"label": f"p{k}", "points": [[float(x), float(y)]], "shape_type": "point"}
        for k, (x, y) in enumerate(points(4, seed))
    ]
    return json.dumps({"version": "5.5.0", "shapes": shapes, "imagePath": host, "imageData": None})


@pytest.mark.parametrize(
    ("suffix", "naming"), [(".asf", asf_naming), (".json", labelme_naming)], ids=["asf", "labelme"]
)
def test_labels_of_a_renamed_picture_do_not_go_to_another_of_its_old_name(
    tmp_path: Path, suffix: str, naming: Callable[[str, int], str]
) -> None:
    add_pictures(tmp_path, ["p1/renamed.png", "p1/same.png", "p2/01.png", "p3/two.png"])
    (tmp_path / "p1" / f"renamed{suffix}").write_text(naming("01.png", 0))
    (tmp_path / "p1" / f"same{suffix}").write_text(naming("same.bmp", 1))
    opened = open_path(tmp_path)
    assert {f.picture for f in opened.labels if f.landmarks} == {"p1/renamed.png", "p1/same.png"}
    messages = told(opened)
    message = "names 01.png, which is missing: renamed.png was used instead"
    assert messages.pop(f"p1/renamed{suffix}") == message
    assert messages == {"p2/01.png": "no labels", "p3/two.png": "no labels"}


@pytest.mark.parametrize("suffix", [".asf", ".json", ".pts"])
def test_labels_without_a_picture_take_none_that_has_labels_of_its_own(
    tmp_path: Path, suffix: str
) -> None:
    naming = {".asf": asf_naming, ".json": labelme_naming}.get(suffix)
    add_pictures(tmp_path, ["p2/01.png"])
    for seed, folder in enumerate(("p1", "p2")):
        (tmp_path / folder).mkdir(exist_ok=True)
        text = naming("01.png", seed) if naming else pts_text(points(4, seed))
        (tmp_path / folder / f"01{suffix}").write_text(text)
    opened = open_path(tmp_path)
    (one,) = opened.labels
    assert one.landmarks is not None
    assert np.allclose(one.landmarks.xy_image, points(4, 1) - 0.5 * (suffix == ".json"), atol=1e-3)
    assert list(told(opened)) == [f"p1/01{suffix}"]
    assert "labels without a picture" in told(opened)[f"p1/01{suffix}"]


def test_a_picture_found_elsewhere_is_told(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["pictures/a.png"])
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "b.asf").write_text(asf_naming("a.png"))
    opened = open_path(tmp_path)
    message = "a.png is missing: pictures/a.png, the only one of that name, was used"
    assert told(opened) == {"labels/b.asf": message}
    assert [f.picture for f in opened.labels if f.landmarks] == ["pictures/a.png"]


def test_many_pictures_in_another_folder_are_told_once(tmp_path: Path) -> None:
    names = ["a.png", "b.png", "c.png"]
    write_pts(tmp_path / "labels", *names)
    add_pictures(tmp_path, [f"pictures/{name}" for name in names])
    for name in names:
        (tmp_path / "labels" / name).unlink()
    opened = open_path(tmp_path)
    assert told(opened) == {
        "labels": "3 label files have no picture beside them: pictures of the same names "
        "were used, such as pictures/a.png for a.pts"
    }


@pytest.mark.parametrize("form", [Csv(), Dlib()], ids=["csv", "dlib"])
def test_a_table_whose_pictures_are_elsewhere_tells_it_once(tmp_path: Path, form: Format) -> None:
    names = ["a.png", "b.png", "c.png"]
    labels = label_set(tmp_path / "pictures", [face(n, points(4, 1)) for n in names])
    (file,) = form.write(labels, list(labels), tmp_path / "labels")
    file.write_text(file.read_text().replace("../pictures/", ""))
    opened = open_path(tmp_path)
    message = (
        "3 pictures are not where it says: pictures of the same names were used instead, such as "
        "pictures/a.png for a.png"
    )
    assert told(opened) == {f"labels/{file.name}": message}
    assert len(opened.labels.pictures) == 3
