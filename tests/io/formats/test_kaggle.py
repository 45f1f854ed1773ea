from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.core.labelset import FaceState, LabelSet
from kpstudio.core.schema import generic_scheme, scheme_named
from kpstudio.io.exporting import export
from kpstudio.io.formats.base import ReadResult
from kpstudio.io.formats.csv import Csv
from kpstudio.io.formats.kaggle import Kaggle
from kpstudio.io.images import read_grey, read_rgb
from kpstudio.io.opening import open_path
from kpstudio.io.registry import sniff
from tests.io.helpers import HEIGHT, WIDTH, face, label_set, points

GREY = np.random.default_rng(0).integers(0, 256, (96, 96))
PIXELS = " ".join(map(str, GREY.ravel()))
SCHEME = scheme_named("kaggle15")
COLUMNS = ",".join(f"{name}_{axis}" for name in SCHEME.points for axis in "xy")


def read(folder: Path, text: str) -> ReadResult:
    path = folder / "training.csv"
    path.write_text(text)
    assert sniff(path).name == "kaggle"
    assert not Csv().sniff(path, path.read_bytes()[:16_384])
    return Kaggle().read([path], folder)


def test_a_row_is_a_face_in_a_picture_of_its_own(tmp_path: Path) -> None:
    numbers = [*range(28), "", ""]
    rows = [COLUMNS + ",Image", f"{','.join(map(str, numbers))},{PIXELS}", "," * 30 + PIXELS, ""]
    result = read(tmp_path, "\n".join(rows))
    assert result.problems == ()
    assert result.scheme == SCHEME
    first, empty = result.faces
    assert (first.id, first.picture) == ("training.csv/1#0", "training.csv/1")
    assert first.landmarks is not None
    assert np.array_equal(first.landmarks.xy_image[:14], np.arange(28).reshape(14, 2))
    assert not first.landmarks.present[14]
    assert (empty.landmarks, empty.state, empty.photo) == (None, FaceState.UNLABELLED, False)
    assert np.array_equal(read_grey(tmp_path / first.picture), GREY)


def test_the_header_gives_the_order_and_other_columns_are_kept(tmp_path: Path) -> None:
    result = read(tmp_path, f"who,b_y,a_x,a_y,b_x,Image\nanna,4,1,2,3,{PIXELS}\n")
    assert result.scheme.points == ("a", "b")
    (one,) = result.faces
    assert one.landmarks is not None
    assert np.array_equal(one.landmarks.xy_image, [[1, 2], [3, 4]])
    assert one.extras == {"kaggle": {"who": "anna"}}
    labels = LabelSet(tmp_path, result.scheme, result.faces)
    (path,) = Kaggle().write(labels, result.faces, tmp_path / "out")
    assert path.read_text() == f"who,a_x,a_y,b_x,b_y,Image\nanna,1.0,2.0,3.0,4.0,{PIXELS}\n"


def test_the_test_set_opens_as_photos(tmp_path: Path) -> None:
    (tmp_path / "test.csv").write_text(f"ImageId,Image\n1,{PIXELS}\n2,{PIXELS}\n")
    cells = ",".join(["1"] * 30)
    (tmp_path / "training.csv").write_text(f"{COLUMNS},Image\n{cells},{PIXELS}\n")
    opened = open_path(tmp_path / "test.csv")
    assert opened.problems == ()
    assert [(f.picture, f.photo) for f in opened.labels] == [
        ("test.csv/1", True),
        ("test.csv/2", True),
    ]
    both = open_path(tmp_path)
    assert (len(both.labels), both.format, both.labels.scheme) == (3, "kaggle", SCHEME)
    assert sum(f.labelled for f in both.labels) == 1
    given = [tmp_path / "test.csv", tmp_path / "training.csv"]
    assert Kaggle().read(given, tmp_path).scheme == SCHEME


@pytest.mark.parametrize("form", ["kaggle", "deeplabcut"])
def test_points_may_be_called_anything(tmp_path: Path, form: str) -> None:
    names = ("a,b", 'quo"te', "new\nline", "re\rturn", " lead", "trail ", "x_x", "", "0", "Image")
    scheme = generic_scheme(len(names), names)
    faces = [face("a.png", points(len(names)))]
    report = export(label_set(tmp_path, faces, scheme), faces, form, tmp_path / "out")
    assert report.problems == ()
    (path,) = report.files
    assert sniff(path).read([path], tmp_path).scheme == scheme


def test_rows_in_trouble_are_named(tmp_path: Path) -> None:
    result = read(
        tmp_path,
        f"a_x,a_y,Image\n1,2,{PIXELS}\n1,{PIXELS}\n1,b,{PIXELS}\n1,inf,{PIXELS}\n"
        f"1,2,{PIXELS} 7\n1,2,\n",
    )
    assert [f.picture for f in result.faces] == ["training.csv/1"]
    told = [str(p) for p in result.problems]
    assert "training.csv, line 3: wrong number of points: 1 cells before the picture" in told[0]
    assert "line 4: 'b' is not a number" in told[1]
    assert "line 5: 'inf' is not a coordinate" in told[2]
    assert "line 6: the grey values are not those of a square picture" in told[3]
    assert "line 7: the grey values" in told[4]


def test_tables_of_other_points_are_left_out(tmp_path: Path) -> None:
    for name, head in {"one": "a_x,a_y", "two": "b_x,b_y"}.items():
        (tmp_path / f"{name}.csv").write_text(f"{head},Image\n1,2,{PIXELS}\n")
    result = Kaggle().read([tmp_path / "one.csv", tmp_path / "two.csv"], tmp_path)
    assert len(result.faces) == 1
    assert [p.where for p in result.problems] == ["two.csv"]


def test_written_pictures_are_whole_grey_and_square(tmp_path: Path) -> None:
    colour = np.random.default_rng(1).integers(0, 256, (96, 96, 3)).astype(np.uint8)
    Image.fromarray(GREY.astype(np.uint8)).save(tmp_path / "square.png")
    Image.fromarray(colour[:40]).save(tmp_path / "wide.png")
    Image.fromarray(colour[:3, :2]).save(tmp_path / "tiny.png")
    Image.new("L", (1025, 9)).save(tmp_path / "large.png")
    names = ["square.png", "wide.png", "tiny.png", "large.png"]
    faces = [face(name, points(3, k)) for k, name in enumerate(names)]
    faces.append(replace(faces[0], id="square.png#1"))
    report = export(label_set(tmp_path, faces), faces, "kaggle", tmp_path / "out")
    assert (report.faces, report.problems) == (3, ())
    told = " | ".join(report.lost)
    assert "only pictures of up to 1024 pixels a side: 1 face is left out (large.png)" in told
    assert "one face per picture: 1 face is left out (square.png)" in told
    assert "contains the pictures themselves, without their names and colours" in told
    assert "needs square pictures: 2 pictures are padded with black" in told
    table = report.files[0]
    assert np.array_equal(read_grey(table / "1"), GREY)
    wide = read_grey(table / "2")
    assert np.array_equal(wide[:40], read_grey(tmp_path / "wide.png"))
    assert (wide.shape, int(wide[40:].max())) == ((96, 96), 0)
    assert read_grey(table / "3").shape == (8, 8)


def test_a_table_can_be_written_over_itself(tmp_path: Path) -> None:
    labels = label_set(tmp_path, [face("a.png", points(3)), face("b.png", points(3, 1))])
    first = export(labels, list(labels), "kaggle", tmp_path / "out").files[0]
    opened = open_path(first).labels
    pixels = read_rgb(first / "2")
    moved = replace(opened["labels.csv/2#0"], landmarks=opened["labels.csv/1#0"].landmarks)
    opened.put(moved)
    assert export(opened, list(opened), "kaggle", first, overwrite=True).problems == ()
    again = open_path(first).labels
    assert list(again) == list(opened)
    assert np.array_equal(read_rgb(first / "2"), pixels)


@pytest.mark.parametrize("form", ["asf", "csv", "json", "tps", "dlib"])
def test_other_formats_lead_back_into_the_table(tmp_path: Path, form: str) -> None:
    labels = label_set(tmp_path / "in", [face("a.png", points(3))])
    table = export(labels, list(labels), "kaggle", tmp_path / "set").files[0]
    opened = open_path(table).labels
    report = export(opened, list(opened), form, tmp_path / "out")
    assert report.problems == ()
    (back,) = open_path(report.files[0]).labels
    assert back.picture == table.as_posix() + "/1"
    assert max(WIDTH, HEIGHT) == read_grey(Path(back.picture)).shape[0]


MEASURE = """
import sys, tracemalloc
from pathlib import Path
from kpstudio.io.formats.kaggle import Kaggle
path = Path(sys.argv[1])
tracemalloc.start()
faces = Kaggle().read([path], path.parent).faces
print(len(faces), tracemalloc.get_traced_memory()[1])
"""


def test_the_pictures_are_not_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "training.csv"
    with path.open("w") as file:
        file.write("a_x,a_y,Image\n")
        file.writelines(f"{k},2,{PIXELS}\n" for k in range(500))
    # On its own: here, other tests' leftovers would be counted, too.
    command = [sys.executable, "-c", MEASURE, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    faces, peak = map(int, said.split())
    assert faces == 500
    assert peak < path.stat().st_size / 8


def test_a_cell_that_never_ends_is_told(tmp_path: Path) -> None:
    result = read(tmp_path, f"a_x,a_y,note,Image\n1,2,me,{PIXELS}\n1,2,{'x' * 200_000},{PIXELS}\n")
    (problem,) = result.problems
    assert "is not a row of a table: field larger than field limit" in problem.message
