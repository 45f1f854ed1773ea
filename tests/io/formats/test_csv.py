from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.labelset import FaceState, LabelSet
from kpstudio.core.schema import PointSchema, generic_scheme, scheme_for_count
from kpstudio.io.formats.base import ReadResult
from kpstudio.io.formats.csv import Csv
from kpstudio.io.formats.csv_layout import column_names, layout_of
from tests.io.helpers import add_pictures, face, label_set, points

EXPECTED = [[1.5, 2.0], [3.0, 4.25]]


def read(folder: Path, text: str, encoding: str = "utf-8") -> ReadResult:
    add_pictures(folder, ["a.png", "b.png"])
    (folder / "labels.csv").write_bytes(text.encode(encoding))
    return Csv().read([folder / "labels.csv"], folder)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("image,x0,y0,x1,y1\na.png,1.5,2,3,4.25\n", None),
        ("image,y1,x1,y0,x0\na.png,4.25,3,2,1.5\n", None),
        ("id,X1,Y1,X2,Y2\na.png,1.5,2,3,4.25\n", None),
        (",0,1,2,3\na.png,1.5,2,3,4.25\n", None),
        (",image,x_0,y_0,x_1,y_1\n0,a.png,1.5,2,3,4.25\n", None),
        ("eye_x,eye_y,nose_x,nose_y,file\n1.5,2,3,4.25,a.png\n", ("eye", "nose")),
        ("image,nose tip x,nose tip y,b.x,b.y\na.png,1.5,2,3,4.25\n", ("nose tip", "b")),
        ("picture;x0;y0;x1;y1\na.png;1,5;2;3;4,25\n", None),
        ("path\tx0\ty0\tx1\ty1\na.png\t1.5\t2\t3\t4.25\n", None),
        ("a.png,1.5,2,3,4.25\n", None),
        ("filename,x0,y0,x1,y1\na,1.5,2,3,4.25\n", None),
        ("name,tag,x00,y00,x01,y01\na,0000,1.5,2,3,4.25\n", None),
        ("\ufeffimage,x0,y0,x1,y1\r\na.png,1.5,2,3,4.25\r\n\r\n", None),
        ("image,box_x,box_y,box_w,box_h,x0,y0,x1,y1\na.png,9,9,9,9,1.5,2,3,4.25\n", None),
    ],
)
def test_the_columns_are_found(tmp_path: Path, text: str, names: tuple[str, ...] | None) -> None:
    result = read(tmp_path, text)
    assert result.problems == ()
    assert result.scheme.points == (names or generic_scheme(2).points)
    (one,) = result.faces
    assert one.picture == "a.png"
    assert one.landmarks is not None
    assert np.array_equal(one.landmarks.xy_image, EXPECTED)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name,age\nanna,3\n",
        "scorer,rick,rick\nbodyparts,paw,paw\ncoords,x,y\na.png,1,2\n",
        "left_eye_x,left_eye_y,Image\n1,2," + " ".join(["200"] * 100) + "\n",
        "x0,y0,x1,y1\n1,2,3,4\n",
        "index,frl_index,name,mirror_index\n0,0,left pupil,1\n",
        "a,b,c\n",
    ],
)
def test_other_tables_are_not_taken_for_landmarks(text: str) -> None:
    assert layout_of(text) is None
    assert not Csv().sniff(Path("labels.csv"), text.encode())


def test_missing_cells_and_rows_in_trouble(tmp_path: Path) -> None:
    result = read(
        tmp_path,
        "image,x0,y0,x1,y1,who\n"
        "a.png,1,2,,,anna\n"
        "a.png,NaN,2,3,4,\n"
        "b.png,,,,,\n"
        "gone.png,1,2,3,4,\n"
        "a.png,1,2,3\n"
        "a.png,1,2,3,four,\n"
        "a.png,1,-inf,3,4,\n"
        "a.png,1,2,3,1e999,\n",
    )
    first, second, third = result.faces
    assert [f.id for f in result.faces] == ["a.png#0", "a.png#1", "b.png#0"]
    assert first.landmarks is not None
    assert list(first.landmarks.present) == [True, False]
    assert first.extras == {"csv": {"who": "anna"}}
    assert second.landmarks is not None
    assert list(second.landmarks.present) == [False, True]
    assert (third.landmarks, third.state) == (None, FaceState.UNLABELLED)
    told = [str(p) for p in result.problems]
    assert "labels.csv, line 5: labels without a picture: gone.png" in told[0]
    assert "line 6: wrong number of points: 4 cells instead of 6" in told[1]
    assert "line 7: 'four' is not a number" in told[2]
    assert "line 8: '-inf' is not a coordinate; left out" in told[3]
    assert "line 9: '1e999' is not a coordinate; left out" in told[4]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    add_pictures(tmp_path, ["ü.png"])
    result = read(tmp_path, "image,x0,y0\nü.png,1,2\n", encoding)
    assert [f.picture for f in result.faces] == ["ü.png"]


def test_other_columns_are_written_again(tmp_path: Path) -> None:
    result = read(tmp_path, 'image,x0,y0,"who, then"\na.png,1,2,"an""na"\nb.png,3,4,\n')
    labels = LabelSet(tmp_path, result.scheme, result.faces)
    (path,) = Csv().write(labels, result.faces, tmp_path)
    assert path.read_text() == 'image,x0,y0,"who, then"\na.png,1.0,2.0,"an""na"\nb.png,3.0,4.0,\n'


def test_tables_of_other_points_are_left_out(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    for name, head in {"one": "x0,y0", "two": "x0,y0,x1,y1"}.items():
        row = "1," * (head.count(",")) + "1"
        (tmp_path / f"{name}.csv").write_text(f"image,{head}\na.png,{row}\n")
    result = Csv().read([tmp_path / "one.csv", tmp_path / "two.csv"], tmp_path)
    assert len(result.faces) == 1
    assert [p.where for p in result.problems] == ["two.csv"]


def test_names_are_written_only_where_numbers_would_lose_them(tmp_path: Path) -> None:
    assert column_names(scheme_for_count(58))[:2] == ["x0", "y0"]
    mine = PointSchema("mine", ("left, eye", "nose"), (0, 1))
    faces = [face("a.png", points(2))]
    (path,) = Csv().write(label_set(tmp_path, faces, mine), faces, tmp_path)
    assert Csv().read([path], tmp_path).scheme.points == mine.points


def test_a_huge_cell_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    result = read(tmp_path, 'image,x0,y0\na.png,1,2\n"' + "x" * 200_000 + '",1,2\n')
    assert len(result.faces) == 1
    assert "the rest of it was left out" in result.problems[0].message


def test_the_frl_faces_are_read(shared_data) -> None:
    root = shared_data("frl")
    pictures = [p.relative_to(root).as_posix() for p in root.glob("images/*.jpg")]
    assert len(pictures) == 142
    from kpstudio.io.pictures import Pictures

    result = Csv().read([root / "labels.csv"], root, Pictures(root, lambda: pictures))
    assert len(result.faces) == 142
    assert result.scheme.count == 86
    assert result.problems == ()


def test_a_face_without_points_has_empty_cells(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["b.png"])
    bare = replace(face("b.png", points(2)), landmarks=None)
    labels = label_set(tmp_path, [face("a.png", points(2)), bare])
    (path,) = Csv().write(labels, list(labels), tmp_path)
    assert path.read_text().splitlines()[-1] == "b.png,,,,"


def test_a_table_without_rows_says_so(tmp_path: Path) -> None:
    result = read(tmp_path, "image,x0,y0,x1,y1\n")
    assert result.faces == ()
    (problem,) = result.problems
    assert str(problem).endswith("contains no faces: there is no row below its header")
