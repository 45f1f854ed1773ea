from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import LabelSet
from kpstudio.core.schema import scheme_named
from kpstudio.io.choosing import LabelChoice, LabelChoiceNeeded
from kpstudio.io.exporting import export
from kpstudio.io.formats.base import ReadResult
from kpstudio.io.formats.wflw import FLAGS, Wflw
from kpstudio.io.opening import open_path
from tests.io.helpers import add_pictures, face, label_set, points

XY = np.arange(196) / 4
NUMBERS = " ".join(f"{value:.6f}" for value in XY)
LINE = f"{NUMBERS} 1 2 30 40 0 0 0 1 0 1 51--Dresses/a b.jpg"


def read(folder: Path, *lines: str) -> ReadResult:
    add_pictures(folder, ["51--Dresses/a b.jpg"])
    (folder / "list.txt").write_text("\n".join([*lines, ""]))
    return Wflw().read([folder / "list.txt"], folder)


def test_a_line_is_a_face(tmp_path: Path) -> None:
    result = read(tmp_path, LINE, "", LINE.replace("1 2 30 40 0 0 0 1 0 1", "5 5 5 5 0 0 0 0 0 0"))
    assert result.problems == ()
    assert result.scheme == scheme_named("wflw98")
    first, second = result.faces
    assert first.picture == second.picture == "51--Dresses/a b.jpg"
    assert [first.id[-2:], second.id[-2:]] == ["#0", "#1"]
    assert first.landmarks is not None
    assert np.array_equal(first.landmarks.xy_image.ravel(), XY)
    assert (first.box, second.box) == (Box(1, 2, 30, 40), None)
    assert (first.tags, second.tags) == ({"make-up", "blur"}, frozenset())


def test_a_list_is_written_as_it_was(tmp_path: Path) -> None:
    result = read(tmp_path, LINE)
    labels = LabelSet(tmp_path, result.scheme, result.faces)
    (path,) = Wflw().write(labels, result.faces, tmp_path / "again.txt")
    assert path.read_text() == LINE + "\n"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (" 1 2 30", " 1 2", "line 2: wrong number of points: 207 words instead of 207"),
        ("0.250000", "nan", "line 2: wrong number of points"),
        ("0.250000", "1e999", "line 2: has a number that is not a position"),
        ("0.250000", "1.2.3", "line 2: could not convert string to float"),
        ("1 0 1 51", "1 0 2 51", "line 2: has a flag that is neither 0 nor 1"),
        ("a b.jpg", "gone.jpg", "line 2: labels without a picture: 51--Dresses/gone.jpg"),
    ],
)
def test_a_line_in_trouble_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    result = read(tmp_path, LINE, LINE.replace(old, new, 1))
    assert len(result.faces) == 1
    (problem,) = result.problems
    assert message in str(problem)


@pytest.mark.parametrize(
    "text",
    [
        f"{NUMBERS} 51",
        f"{NUMBERS} 51--Dresses/a",
        f"{NUMBERS} 1 2 3 4 5 a.jpg",
        f"{NUMBERS} 1 2 30 40 0 0 0 1 0 1",
        "x " + LINE,
        "see the README",
    ],
)
def test_other_lists_are_not_taken_for_it(tmp_path: Path, text: str) -> None:
    assert not Wflw().sniff(tmp_path / "list.txt", text.encode())
    (tmp_path / "list.txt").write_text(text)
    (problem,) = Wflw().read([tmp_path / "list.txt"], tmp_path).problems
    assert "has no line of 206 numbers, or 196, and a path" in problem.message


def test_lists_without_boxes_and_flags_are_read(tmp_path: Path) -> None:
    bare = f"{NUMBERS} 51--Dresses/a b.jpg"
    result = read(tmp_path, bare, bare.replace("a b", "1 2 c"), LINE)
    assert Wflw().sniff(tmp_path / "list.txt", bare.encode())
    assert [(f.box, f.tags) for f in result.faces] == [
        (None, frozenset()),
        (Box(1, 2, 30, 40), {"make-up", "blur"}),
    ]
    assert result.faces[0].landmarks is not None
    assert np.array_equal(result.faces[0].landmarks.xy_image.ravel(), XY)
    assert [str(p) for p in result.problems] == [
        "list.txt, line 2: labels without a picture: 51--Dresses/1 2 c.jpg is missing"
    ]


def test_the_set_opens_as_it_is_unpacked(tmp_path: Path) -> None:
    name = "51--Dresses/a b.jpg"
    add_pictures(tmp_path / "WFLW_images", [name, "9--Press/a b.jpg"])
    folder = tmp_path / "WFLW_annotations" / "list_98pt_rect_attr_train_test"
    folder.mkdir(parents=True)
    (folder / "train.txt").write_text(LINE + "\n")
    opened = open_path(tmp_path)
    assert [f.picture for f in opened.labels if f.labelled] == [f"WFLW_images/{name}"]
    alone = open_path(folder / "train.txt")
    assert [f.picture for f in alone.labels] == [f"{tmp_path.as_posix()}/WFLW_images/{name}"]


def test_of_two_lists_with_the_same_points_the_one_with_boxes_counts(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["51--Dresses/a b.jpg"])
    bare = f"{NUMBERS} 51--Dresses/a b.jpg\n"
    (tmp_path / "all.txt").write_text(LINE + "\n")
    (tmp_path / "bare.txt").write_text(bare)
    (one,) = open_path(tmp_path).labels
    assert one.box == Box(1, 2, 30, 40)
    (other,) = open_path(tmp_path, choice=LabelChoice(("bare.txt",))).labels
    assert other.box is None
    (tmp_path / "bare.txt").write_text(bare.replace("0.25", "0.75"))
    with pytest.raises(LabelChoiceNeeded):
        open_path(tmp_path)


def test_what_it_cannot_hold_is_told(tmp_path: Path) -> None:
    xy = points(98)
    holed = xy.copy()
    holed[3] = np.nan
    faces = [
        replace(face("a.png", xy), box=Box(0.25, 1, 20, 30.5), tags=frozenset(FLAGS)),
        replace(face("b.png", xy), tags=frozenset({"blur", "mine"})),
        face("c.png", holed),
    ]
    report = export(label_set(tmp_path, faces), faces, "wflw", tmp_path / "out")
    assert (report.faces, report.problems) == (2, ())
    told = " | ".join(report.lost)
    assert "cannot store missing points: 1 face" in told
    assert "needs boxes: 1 face without one" in told
    assert (
        "does not store tags but blur, expression, illumination, make-up, occlusion, pose: " in told
    )
    first, second = Wflw().read(report.files, tmp_path).faces
    assert (first.box, first.tags) == (faces[0].box, faces[0].tags)
    assert (second.box is not None, second.tags) == (True, {"blur"})


def test_faces_of_other_points_are_left_out_and_told(tmp_path: Path) -> None:
    faces = [face("a.png", points(68))]
    labels = label_set(tmp_path, faces)
    with pytest.raises(InputError, match="stores only faces with 98 points: 1 face is left out"):
        export(labels, faces, "wflw", tmp_path / "out")
