from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.labelset import FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.io.exporting import export
from kpstudio.io.formats.base import ReadResult
from kpstudio.io.formats.csv import Csv
from kpstudio.io.formats.tps import OUTSIDE, Tps
from kpstudio.io.images import read_grey
from tests.io.helpers import HEIGHT, add_pictures, face, label_set

HANDMADE = """lm = 2
1.5 2
10. 40
image=a.png
ID=0
scale=0.25

LM=2
3 4
5 6
CURVES=1
POINTS=2
1 1
2 2
ID=seven
VARIABLES=sex=f
IMAGE=b.png
"""


def read(folder: Path, text: str) -> ReadResult:
    add_pictures(folder, ["a.png", "b.png"])
    path = folder / "labels.tps"
    path.write_bytes(text.encode())
    assert Tps().sniff(path, text.encode())
    return Tps().read([path], folder)


def present(result: ReadResult, number: int = 0) -> list[bool]:
    landmarks = result.faces[number].landmarks
    assert landmarks is not None
    return landmarks.present.tolist()


def test_y_goes_up_from_the_bottom_row(tmp_path: Path) -> None:
    result = read(tmp_path, HANDMADE)
    assert result.problems == ()
    assert result.scheme.count == 2
    first, second = (f.landmarks for f in result.faces)
    assert first is not None
    assert second is not None
    assert np.array_equal(first.xy_image, [[1.5, HEIGHT - 1 - 2], [10, HEIGHT - 1 - 40]])
    assert np.array_equal(second.xy_image, [[3, HEIGHT - 5], [5, HEIGHT - 7]])
    assert [f.picture for f in result.faces] == ["a.png", "b.png"]


def test_all_other_lines_are_written_as_they_were(tmp_path: Path) -> None:
    result = read(tmp_path, "# made by hand\n" + HANDMADE)
    labels = LabelSet(tmp_path, result.scheme, result.faces)
    (path,) = Tps().write(labels, result.faces, tmp_path / "sub")
    assert path.read_text().split("\n") == [
        *("# made by hand", "LM=2", "1.50000 2.00000", "10.00000 40.00000"),
        *("image=../a.png", "ID=0", "scale=0.25"),
        *("LM=2", "3.00000 4.00000", "5.00000 6.00000", "CURVES=1", "POINTS=2", "1 1", "2 2"),
        *("ID=seven", "VARIABLES=sex=f", "IMAGE=../b.png", ""),
    ]


@pytest.mark.parametrize(
    ("place", "missing"),
    [("NA NA", True), ("nan 1", True), ("-1 -1", True), ("3 -0.5", True), ("0 -0", False)],
)
def test_missing_points(tmp_path: Path, place: str, missing: bool) -> None:
    result = read(tmp_path, f"LM=2\n{place}\n1 2\nIMAGE=a.png\n")
    assert present(result) == [not missing, True]
    labels = LabelSet(tmp_path, result.scheme, result.faces)
    (path,) = Tps().write(labels, result.faces, tmp_path / "out")
    assert path.read_text().split("\n")[1] == ("NA NA" if missing else "0.00000 0.00000")
    assert path.read_text().count("COMMENT") == 0


def test_points_outside_the_picture_are_no_missing_ones(tmp_path: Path) -> None:
    xy = np.array([[-3.5, 2], [1, HEIGHT + 4], [np.nan, np.nan]])
    labels = label_set(tmp_path, [face("a.png", xy)])
    first = export(labels, list(labels), "tps", tmp_path / "out")
    assert first.problems == ()
    text = first.files[0].read_text()
    assert text.count(OUTSIDE) == 1
    assert "NA NA" in text
    result = Tps().read(first.files, tmp_path)
    assert present(result) == [True, True, False]
    moved = Landmarks.of(np.array([[3.5, 2], [1, 4], [np.nan, np.nan]]))
    back = result.faces[0]
    inside = label_set(tmp_path, [face("a.png", moved.xy_image)])
    again = [replace(back, landmarks=moved)]
    (path,) = Tps().write(inside, again, tmp_path / "again")
    assert OUTSIDE not in path.read_text()


def test_a_third_coordinate_is_kept(tmp_path: Path) -> None:
    result = read(tmp_path, "LM3=2\n1 2 9.75\n3 4 NA\nIMAGE=a.png\n")
    labels = LabelSet(tmp_path, result.scheme, result.faces)
    (path,) = Tps().write(labels, result.faces, tmp_path / "out")
    assert path.read_text().split("\n")[:3] == [
        *("LM3=2", "1.00000 2.00000 9.75", "3.00000 4.00000 NA")
    ]


def test_specimens_of_one_image_are_faces_of_it(tmp_path: Path) -> None:
    one = "LM=1\n1 2\nIMAGE=a.png\n"
    result = read(tmp_path, one + one + "LM=0\nCURVES=1\nPOINTS=1\n1 1\nIMAGE=b.png\n")
    assert [f.id for f in result.faces] == ["a.png#0", "a.png#1", "b.png#0"]
    assert (result.faces[2].landmarks, result.faces[2].state) == (None, FaceState.UNLABELLED)


def test_without_an_image_the_id_may_name_it(tmp_path: Path) -> None:
    result = read(tmp_path, "LM=1\n1 2\nID=a\nLM=1\n1 2\nID=b.png\nLM=1\n1 2\n")
    assert [f.picture for f in result.faces] == ["a.png"]
    assert len(result.problems) == 2


def test_specimens_in_trouble_are_named(tmp_path: Path) -> None:
    good = "LM=2\n1 2\n3 4\nIMAGE=a.png\n"
    result = read(
        tmp_path,
        good
        + "LM=2\n1 2\n3\nIMAGE=a.png\n"
        + "LM=2\n1 2\n3 x\nIMAGE=a.png\n"
        + "LM=2\n1 2\n3 1e999\nIMAGE=a.png\n"
        + "LM=2\n1 2\n3 4\nIMAGE=gone.png\n"
        + "LM=1\n1 2\nIMAGE=a.png\n"
        + "LM=3\n1 2\n"
        + good,
    )
    assert len(result.faces) == 2
    told = sorted(str(p) for p in result.problems)
    assert "line 13: '3 1e999' are not 2 numbers; left out" in told[0]
    assert "line 17: labels without a picture: gone.png is missing" in told[1]
    assert "line 21: wrong number of points: 1 where most specimens have 2; left out" in told[2]
    assert "line 24: wrong number of points: it announces 3 but lists 1; left out" in told[3]
    assert "line 5: '3' are not 2 numbers; left out" in told[4]
    assert "line 9: '3 x' are not 2 numbers; left out" in told[5]


def test_a_picture_without_a_size_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"")
    result = read(tmp_path, "LM=1\n1 2\nIMAGE=bad.png\n")
    (problem,) = result.problems
    assert "its picture bad.png cannot be read" in problem.message


@pytest.mark.parametrize(
    "text", ["", "LM=2\nhello\n", "x=1\nLM=\n1 2\n", "image,x0,y0\nLM=1,2,3\n"]
)
def test_other_texts_are_not_taken_for_it(text: str) -> None:
    assert not Tps().sniff(Path("labels.tps"), text.encode())


def test_the_wings_lie_on_the_crossings_of_veins(shared_data) -> None:
    """Veins are dark: nowhere near is it darker, on the mean, than at the points as read."""
    root = shared_data("wings")
    result = Tps().read([root / "tps-example.tps"], root)
    assert (len(result.faces), result.scheme.count, result.problems) == (58, 12, ())

    def grey_at(shift: int) -> float:
        values = []
        for one in result.faces:
            assert one.landmarks is not None
            grey = read_grey(root / one.picture)
            x, y = np.rint(one.landmarks.xy_image).astype(int).T
            values.append(grey[np.clip(y + shift, 0, len(grey) - 1), x.clip(0, 631)].mean())
        return float(np.mean(values))

    assert min(range(-3, 4), key=grey_at) == 0


def test_the_table_of_the_wings_has_the_same_numbers_with_y_up(shared_data) -> None:
    root = shared_data("wings")
    table = Csv().read([root / "csv-example.csv"], root).faces
    for one, other in zip(Tps().read([root / "tps-example.tps"], root).faces, table, strict=True):
        assert one.landmarks is not None
        assert other.landmarks is not None
        height = len(read_grey(root / one.picture))
        x, y = other.landmarks.xy_image.T
        assert np.array_equal(one.landmarks.xy_image, np.stack([x, height - 1 - y], axis=1))


def test_a_specimen_with_no_point_in_place_is_a_face_without_points(tmp_path: Path) -> None:
    result = read(tmp_path, "LM=2\nNA NA\nNA NA\nIMAGE=a.png\n")
    (one,) = result.faces
    assert one.landmarks is None
