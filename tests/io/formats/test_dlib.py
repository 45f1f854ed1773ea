from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import FaceState, LabelSet
from kpstudio.core.schema import PointSchema, generic_scheme, scheme_for_count
from kpstudio.io.formats.base import ReadResult
from kpstudio.io.formats.dlib import Dlib, pixel_box
from kpstudio.io.formats.dlib_names import comment_of, names_for, scheme_of
from tests.io.helpers import add_pictures, face, label_set, points

HEAD = "<?xml version='1.0' encoding='ISO-8859-1'?>\n<dataset>\n<images>\n"
FOOT = "</images>\n</dataset>\n"


def read(folder: Path, inside: str, encoding: str = "iso-8859-1") -> ReadResult:
    (folder / "labels.xml").write_bytes((HEAD + inside + FOOT).encode(encoding))
    return Dlib().read([folder / "labels.xml"], folder)


def test_a_handwritten_file_is_read(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "sub/b.png"])
    result = read(
        tmp_path,
        """<image file='a.png' width='64' height='48'>
          <box top='2' left='1' width='10' height='20' occluded='true' pose='3'>
            <label>me</label>
            <part name='10' x='3' y='4'/><part name='2' x='5' y='6'/>
          </box>
          <box top='0' left='0' width='1' height='1'/>
        </image>
        <image file='sub/b.png'><box top='1' left='1' width='5' height='5'>
            <part name='2' x='7' y='8.5'/></box></image>
        <image file='sub\\b.png'/>""",
    )
    assert result.problems == ()
    assert result.scheme.points == ("2", "10")
    one, two, three = result.faces
    assert [f.id for f in result.faces] == ["a.png#0", "a.png#1", "sub/b.png#0"]
    assert one.landmarks is not None
    assert np.array_equal(one.landmarks.xy_image, [[5, 6], [3, 4]])
    # A pixel's square reaches half a pixel to each side of its centre.
    assert one.box == Box(0.5, 1.5, 10.5, 21.5)
    assert one.extras == {"dlib": {"occluded": "1", "pose": "3", "label": "me"}}
    assert (two.landmarks, two.state) == (None, FaceState.UNLABELLED)
    assert three.landmarks is not None
    assert np.array_equal(three.landmarks.xy_image, [[7, 8.5], [np.nan] * 2], equal_nan=True)


def test_a_file_with_boxes_only_gives_faces_without_points(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    result = read(
        tmp_path, "<image file='a.png'><box top='0' left='0' width='4' height='4'/></image>"
    )
    assert result.scheme.count == 0
    assert result.faces[0].landmarks is None
    assert result.faces[0].box == Box(-0.5, -0.5, 3.5, 3.5)


@pytest.mark.parametrize(
    ("raw", "name", "encoding", "valid"),
    [
        ("a &amp; b.png", "a & b.png", "utf-8", True),
        ("a & b.png", "a & b.png", "utf-8", False),
        ("it's <b>.png", "it's <b>.png", "utf-8", False),
        ("ü.png", "ü.png", "iso-8859-1", True),
        ("ü.png", "ü.png", "utf-8", True),  # what imglab writes: the declaration is wrong
        ("A.PNG", "a.png", "utf-8", True),
        ("C:\\faces\\a.png", "a.png", "utf-8", True),
        ("/home/else/a.png", "a.png", "utf-8", True),
    ],
)
def test_names_as_other_programs_write_them_are_understood(
    tmp_path: Path, raw: str, name: str, encoding: str, valid: bool
) -> None:
    add_pictures(tmp_path, [name])
    box = "<box top='0' left='0' width='4' height='4'/>"
    result = read(tmp_path, f"<image file='{raw}' width='64' height='48'>{box}</image>", encoding)
    assert [f.picture for f in result.faces] == [name]
    assert [("not valid XML" in p.message) for p in result.problems] == ([] if valid else [True])


def test_odd_boxes_and_parts_are_listed(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    result = read(
        tmp_path,
        """<image file='gone.png'/><image file='a.png'>
        <box top='x' left='0' width='1' height='1'/>
        <box top='0' left='0' width='0' height='1'><part name='0' x='1' y='1'/></box>
        <box top='0' left='0' width='5' height='5'><part name='0' x='1' y='1'/>
          <part name='0' x='2' y='2'/><part name='1' x='1'/></box></image>""",
    )
    assert [(f.box is None, f.landmarks is None) for f in result.faces] == [
        (True, False),
        (False, False),
    ]
    told = [str(p) for p in result.problems]
    assert "gone.png is missing" in told[0]
    assert "labels.xml, a.png, box 1: the box has no position" in told[1]
    assert "box 2" in told[2]
    assert "'0' occurs twice" in told[3]
    assert "'1' has no position" in told[4]


BOMB = """<?xml version="1.0"?><!DOCTYPE dataset [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><dataset><name>&b;</name></dataset>"""
OUTSIDE = """<!DOCTYPE dataset [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<dataset><name>&x;</name></dataset>"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BOMB, "entities"),
        (OUTSIDE, "entities"),
        ("<dataset><images>", "not valid XML"),
        ("<annotations/>", "'annotations'"),
        ("", "not valid XML"),
        ("<dataset>" + "<a>" * 100_000, "not valid XML"),
    ],
)
def test_dangerous_and_broken_xml_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "labels.xml").write_text(text)
    result = Dlib().read([tmp_path / "labels.xml"], tmp_path)
    assert result.faces == ()
    (problem,) = result.problems
    assert message in problem.message


def test_writing_rounds_to_whole_pixels_and_keeps_what_boxes_say(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    box = "<box top='2' left='-1' width='10' height='20' ignore='1' age='30'>"
    part = "<label>a&lt;b</label><part name='0' x='3' y='4'/></box>"
    before = read(tmp_path, f"<image file='a.png'>{box}{part}</image>")
    labels = LabelSet(tmp_path, before.scheme, before.faces)
    (path,) = Dlib().write(labels, before.faces, tmp_path / "out")
    after = Dlib().read([path], tmp_path)
    assert after.faces == before.faces
    assert "width='64' height='48'" in path.read_text()
    faces = [face("a.png", [[0.5, 1.49], [-0.5, -0.51]])]
    (path,) = Dlib().write(label_set(tmp_path, faces), faces, tmp_path / "out")
    (back,) = Dlib().read([path], tmp_path).faces
    assert back.landmarks is not None
    assert np.array_equal(back.landmarks.xy_image, [[1, 1], [0, -1]])


def test_a_face_without_a_box_gets_the_pixels_its_points_are_in() -> None:
    assert pixel_box(face("a.png", [[2.0, 3.0], [5.0, 9.0]])) == (2, 3, 4, 7)
    assert pixel_box(face("a.png", [[2.0, 3.0]])) == (2, 3, 1, 1)


def named(*points: str) -> PointSchema:
    return PointSchema("mine", points, tuple(range(len(points))))


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        (generic_scheme(3), ("00", "01", "02")),
        (scheme_for_count(68), tuple(f"{k:02}" for k in range(68))),
        (generic_scheme(101), tuple(f"{k:03}" for k in range(101))),
        (named("eye", "nose"), ("eye", "nose")),
        (named("nose", "eye"), ("00", "01")),  # sorting would swap them
    ],
)
def test_parts_are_named_so_that_sorting_keeps_their_order(
    scheme: PointSchema, names: tuple[str, ...]
) -> None:
    assert names_for(scheme) == names
    assert list(names) == sorted(names)


@pytest.mark.parametrize(
    ("names", "comment", "points"),
    [
        (["1", "10", "9"], "", ("1", "9", "10")),
        (["b", "a"], "", ("a", "b")),
        (["1", "2", "3"], "", generic_scheme(3).points),
        (["00", "67"], "", scheme_for_count(68).points),
        (["00", "02"], comment_of(generic_scheme(5)), generic_scheme(5).points),
        (["00", "07"], comment_of(generic_scheme(5)), ("00", "07")),
        (["1", "01"], "", ("01", "1")),
        ([], "", ()),
    ],
)
def test_part_names_make_the_scheme(
    names: list[str], comment: str, points: tuple[str, ...]
) -> None:
    scheme, index = scheme_of(names, comment)
    assert scheme.points == points
    assert set(index) == set(names)
    assert len(set(index.values())) == len(names)
    assert all(0 <= k < scheme.count for k in index.values())


def test_a_point_missing_from_every_face_leaves_the_others_in_place(tmp_path: Path) -> None:
    xy = points(5)
    xy[[0, 4]] = np.nan
    faces = [face("a.png", xy)]
    (path,) = Dlib().write(label_set(tmp_path, faces), faces, tmp_path)
    result = Dlib().read([path], tmp_path)
    assert result.scheme.count == 5
    assert result.faces[0].landmarks is not None
    assert list(result.faces[0].landmarks.present) == [False, True, True, True, False]


def test_the_real_sets_are_read(shared_data: Callable[[str], Path]) -> None:
    root = shared_data("dlib-faces")
    labelled = Dlib().read(sorted(root.glob("*_with_face_landmarks.xml")), root)
    assert len(labelled.faces) == 43
    assert labelled.scheme.name == "ibug68"
    assert all(f.landmarks is not None and f.box is not None for f in labelled.faces)
    boxes = Dlib().read([root / "testing.xml", root / "training.xml"], root)
    assert len(boxes.faces) == 43
    assert all(f.landmarks is None and f.box is not None for f in boxes.faces)
    assert labelled.problems == boxes.problems == ()


def test_the_size_of_a_picture_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    labels = label_set(tmp_path, [face("a.png", points(2))])
    (path,) = Dlib().write(labels, list(labels), tmp_path)
    assert "width='64' height='48'" in path.read_text()
    (tmp_path / "a.png").write_bytes(b"")
    Dlib().write(labels, list(labels), tmp_path)
    assert "width=" not in path.read_text().partition("<box")[0]


def test_xml_that_cannot_even_be_mended_is_told(tmp_path: Path) -> None:
    path = tmp_path / "labels.xml"
    path.write_bytes(b"<?xml version='1.0' encoding='no such'?>\n<dataset>\0</dataset>")
    (problem,) = Dlib().read([path], tmp_path).problems
    assert "is not valid XML" in problem.message
