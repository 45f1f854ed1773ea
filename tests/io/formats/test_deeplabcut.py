from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.io.exporting import export
from kpstudio.io.formats.base import ReadResult
from kpstudio.io.formats.deeplabcut import DeepLabCut
from kpstudio.io.opening import open_path
from kpstudio.io.registry import formats, sniff
from tests.io.helpers import add_pictures, face, label_set, points

SINGLE = """scorer,anna,anna,anna,anna
bodyparts,paw,paw,nose tip,nose tip
coords,x,y,x,y
labeled-data/v/img1.png,1.5,2,,
labeled-data/v/img2.png,NaN,,3,4.25
labeled-data/v/img3.png,,,,
"""
SEVERAL = """scorer,,,anna,anna,anna,anna,anna,anna,anna,anna,anna,anna
individuals,,,m1,m1,m1,m1,m2,m2,m2,m2,single,single
bodyparts,,,paw,paw,nose,nose,paw,paw,nose,nose,corner,corner
coords,,,x,y,x,y,x,y,x,y,x,y
labeled-data,v,img1.png,1,2,3,4,5,6,,,7,8
labeled-data,v,img2.png,,,,,5,6,7,8,,
"""
FRAMES = [f"labeled-data/v/img{k}.png" for k in (1, 2, 3)]


def read(folder: Path, text: str, name: str = "CollectedData_anna.csv") -> ReadResult:
    add_pictures(folder, FRAMES)
    path = folder / name
    path.write_bytes(text.encode())
    assert [f.name for f in formats() if f.sniff(path, text.encode())] == ["deeplabcut"]
    return DeepLabCut().read([path], folder)


def places(one: Face) -> list[list[float]]:
    assert one.landmarks is not None
    return one.landmarks.xy_image[one.landmarks.present].tolist()


def write(folder: Path, result: ReadResult) -> list[list[str]]:
    labels = LabelSet(folder, result.scheme, result.faces)
    kept = [f for f in result.faces if f.landmarks is not None]
    (path,) = DeepLabCut().write(labels, kept, folder)
    with path.open(newline="") as file:
        return list(csv.reader(file))


def test_a_row_is_a_frame(tmp_path: Path) -> None:
    result = read(tmp_path, SINGLE)
    assert result.problems == ()
    assert result.scheme.points == ("paw", "nose tip")
    first, second, third = result.faces
    assert [f.picture for f in result.faces] == FRAMES
    assert (places(first), places(second)) == ([[1.5, 2]], [[3, 4.25]])
    assert (third.landmarks, third.state) == (None, FaceState.UNLABELLED)
    assert first.extras == {"deeplabcut": {"scorer": "anna"}}


def test_a_table_of_one_animal_is_written_as_it_was(tmp_path: Path) -> None:
    result = read(tmp_path, SINGLE)
    expected = SINGLE.replace("1.5,2,", "1.5,2.0,").replace("NaN,,3,", ",,3.0,")
    rows = [line.split(",") for line in expected.splitlines()[:-1]]
    assert write(tmp_path, result) == rows
    assert (tmp_path / "CollectedData_anna.csv").is_file()


def test_individuals_are_faces_and_unique_parts_are_those_of_single(tmp_path: Path) -> None:
    result = read(tmp_path, SEVERAL)
    assert result.problems == ()
    assert result.scheme.points == ("paw", "nose", "corner")
    assert [(f.picture[-8:], f.extras["deeplabcut"]["individual"]) for f in result.faces] == [
        *(("img1.png", "m1"), ("img1.png", "m2"), ("img1.png", "single"), ("img2.png", "m2"))
    ]
    assert [places(f) for f in result.faces] == [
        *([[1, 2], [3, 4]], [[5, 6]], [[7, 8]], [[5, 6], [7, 8]])
    ]
    rows = write(tmp_path, result)
    assert [row[1:] for row in rows[:4]] == [line.split(",")[3:] for line in SEVERAL.split()[:4]]
    again = DeepLabCut().read([tmp_path / "CollectedData_anna.csv"], tmp_path)
    assert (again.scheme, again.faces) == (result.scheme, result.faces)


def test_faces_that_share_a_picture_become_individuals(tmp_path: Path) -> None:
    faces = [face("a.png", points(2)), face("a.png", points(2, 1), 1), face("b.png", points(2, 2))]
    report = export(label_set(tmp_path, faces), faces, "deeplabcut", tmp_path / "out")
    assert (report.faces, report.problems) == (3, ())
    assert report.files[0].name == "CollectedData_kpstudio.csv"
    back = DeepLabCut().read(report.files, tmp_path).faces
    names = [f.extras["deeplabcut"]["individual"] for f in back]
    assert names == ["individual1", "individual2", "individual1"]


def named(picture: str, number: int, individual: str) -> Face:
    extras = {"deeplabcut": {"scorer": "anna", "individual": individual}}
    return replace(face(picture, points(2, number), number), extras=extras)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (("b", "a b"), ["b", "a", "b"]),
        (("a b", "b c", "a c"), ["a", "b", "b", "c", "a", "c"]),
        (("a b", "b a"), ["individual1", "individual2"] * 2),
        (("a a", "individual1"), ["a", "individual1", "individual1"]),
    ],
)
def test_individuals_keep_their_names_and_their_order(
    tmp_path: Path, wanted: tuple[str, ...], expected: list[str]
) -> None:
    faces = [
        named(f"{k}.png", number, name)
        for k, names in enumerate(wanted)
        for number, name in enumerate(names.split())
    ]
    report = export(label_set(tmp_path, faces), faces, "deeplabcut", tmp_path / "out")
    assert report.problems == ()
    back = DeepLabCut().read(report.files, tmp_path).faces
    assert [f.extras["deeplabcut"]["individual"] for f in back] == expected
    assert [f.landmarks for f in back] == [f.landmarks for f in faces]


def test_points_that_are_not_last_keep_their_place(tmp_path: Path) -> None:
    scheme = PointSchema("mine", ("corner", "paw"), (0, 1))
    animal, single = named("a.png", 0, "m1"), named("a.png", 1, "single")
    only = np.array([[np.nan, np.nan], [5.0, 6.0]])
    faces = [
        replace(animal, landmarks=Landmarks.of(only)),
        replace(single, landmarks=Landmarks.of(only[::-1])),
    ]
    labels = label_set(tmp_path, faces, scheme)
    report = export(labels, faces, "deeplabcut", tmp_path / "out")
    assert report.problems == ()
    assert DeepLabCut().read(report.files, tmp_path).scheme.points == scheme.points


@pytest.mark.parametrize("folder", [".", "labeled-data", "labeled-data/v"])
def test_frames_are_found_from_the_project(tmp_path: Path, folder: str) -> None:
    add_pictures(tmp_path, [*FRAMES, "labeled-data/w/img1.png", "labeled-data/w/img2.png"])
    result = read(tmp_path, SINGLE, f"{folder}/CollectedData.csv")
    assert [f.picture for f in result.faces] == FRAMES
    opened = open_path(tmp_path)
    assert [f.picture for f in opened.labels if f.labelled] == FRAMES[:2]


def test_frames_beside_a_table_that_was_moved_are_found(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["mine/img1.png", "mine/img2.png", "mine/img3.png"])
    (tmp_path / "mine" / "CollectedData.csv").write_text(SINGLE)
    result = DeepLabCut().read([tmp_path / "mine" / "CollectedData.csv"], tmp_path)
    assert [f.picture for f in result.faces] == [f"mine/img{k}.png" for k in (1, 2, 3)]


def test_a_frame_of_another_video_is_never_taken(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["labeled-data/w/img1.png"])
    folder = tmp_path / "labeled-data" / "v"
    folder.mkdir()
    (folder / "CollectedData.csv").write_text(SINGLE)
    opened = open_path(tmp_path)
    assert not any(f.labelled for f in opened.labels)
    told = [p.message for p in opened.problems if "without a picture" in p.message]
    assert len(told) == 3


def test_rows_in_trouble_are_named(tmp_path: Path) -> None:
    text = (
        SINGLE + "gone.png,1,2,3,4\nlabeled-data/v/img1.png,1,2\nlabeled-data/v/img1.png,1,b,3,4\n"
    )
    result = read(tmp_path, text)
    assert len(result.faces) == 3
    told = [str(p) for p in result.problems]
    assert "line 7: labels without a picture: gone.png is missing" in told[0]
    assert "line 8: wrong number of points: 3 cells instead of 5" in told[1]
    assert "line 9: 'b' is not a number" in told[2]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("coords,x,y,x,y", "coords,x,y,x,z", "without a column for x and one for y"),
        ("coords,x,y,x,y\n", "", "does not begin with the rows"),
        ("bodyparts,paw,", "bodyparts,", "do not name every column"),
        ("coords,x,y,x,y", "coords,a,b,c,d", "do not name every column"),
    ],
)
def test_a_broken_header_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "labels.csv"
    path.write_text(SINGLE.replace(old, new))
    (problem,) = DeepLabCut().read([path], tmp_path).problems
    assert message in problem.message


def test_a_header_longer_than_the_head_is_recognised(tmp_path: Path) -> None:
    parts = [f"a very long name of a body part {k}" for k in range(600) for _ in "xy"]
    rows = [["scorer", *["anna" * 5] * 1200], ["bodyparts", *parts], ["coords", *["x", "y"] * 600]]
    path = tmp_path / "CollectedData.csv"
    path.write_text("\n".join(",".join(row) for row in [*rows, []]))
    assert sniff(path).name == "deeplabcut"


def test_labels_as_hdf5_alone_say_what_to_do(tmp_path: Path) -> None:
    add_pictures(tmp_path, FRAMES)
    (tmp_path / "weights.h5").write_bytes(b"\x89HDF\r\n\x1a\n")
    lone = tmp_path / "labeled-data" / "v" / "CollectedData_anna.h5"
    lone.write_bytes(b"\x89HDF\r\n\x1a\n")
    (problem,) = open_path(tmp_path).problems
    assert problem.where == "labeled-data/v/CollectedData_anna.h5"
    assert "put the .csv file that DeepLabCut writes" in problem.message
    lone.with_suffix(".csv").write_text(SINGLE)
    assert [p.where for p in open_path(tmp_path).problems if p.where.endswith(".h5")] == []


def test_the_mouse_is_read_with_its_missing_points(shared_data) -> None:
    root = shared_data("mouse")
    result = DeepLabCut().read([root / "CollectedData.csv"], root)
    assert (len(result.faces), result.scheme.count, result.problems) == (90, 17, ())
    marks = [f.landmarks for f in result.faces if f.landmarks is not None]
    assert sum(int((~m.present).sum()) for m in marks) == 134
    assert marks[0].xy_image[0].tolist() == [77.25, 36.25]
    assert Counter(f.extras["deeplabcut"]["scorer"] for f in result.faces) == {"rick": 90}


def test_tables_of_other_points_and_endless_cells_are_left_out(tmp_path: Path) -> None:
    add_pictures(tmp_path, FRAMES)
    texts = {
        "1.csv": SINGLE,
        "2.csv": SINGLE.replace("paw", "tail"),
        "3.csv": SINGLE + "x" * 200_000 + ",1,2,3,4\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    result = DeepLabCut().read([tmp_path / name for name in texts], tmp_path)
    assert len(result.faces) == 3
    assert [p.message for p in result.problems] == [
        "left out, since its points differ from those of the first",
        "is not a table: field larger than field limit (131072)",
    ]


def test_an_individual_without_points_stays_empty(tmp_path: Path) -> None:
    result = read(tmp_path, SEVERAL)
    faces = [
        replace(one, landmarks=None) if one.picture == FRAMES[0] and number == 1 else one
        for number, one in enumerate(result.faces)
    ]
    labels = LabelSet(tmp_path, result.scheme, faces)
    (path,) = DeepLabCut().write(labels, faces, tmp_path)
    row = path.read_text().splitlines()[4]
    assert row == "labeled-data/v/img1.png,1.0,2.0,3.0,4.0,,,,,7.0,8.0"
