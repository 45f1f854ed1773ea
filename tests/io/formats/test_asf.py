from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.edits import move_points
from kpstudio.core.labelset import LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import scheme_for_count
from kpstudio.io.formats.asf import Asf, asf_text, parse_asf, rows_of
from kpstudio.io.text import BrokenFileError
from tests.io.helpers import HEIGHT, WIDTH, add_pictures, face, label_set, points

# Rows out of order, a user column, comments in odd places, Windows line ends.
HANDMADE = (
    "# a comment\r\n\r\n3\r\n#\r\n"
    "0 4 0.50000000 0.25000000 1 0 2 extra\r\n"
    "0\t4\t0.25\t0.125\t0\t0\t1\r\n"
    "  1 0  1.0  1e-1   2 2 2\r\n"
    "# host image\r\n\r\none.png\r\n"
)


def write_handmade(folder: Path, text: str = HANDMADE, name: str = "one.asf") -> Path:
    add_pictures(folder, ["one.png"])
    (folder / name).write_bytes(text.encode())
    return folder / name


def test_a_handwritten_file_is_read(tmp_path: Path) -> None:
    result = Asf().read([write_handmade(tmp_path)], tmp_path)
    assert result.problems == ()
    (one,) = result.faces
    assert (one.id, one.picture) == ("one.png#0", "one.png")
    assert one.landmarks is not None
    expected = [[0.25 * WIDTH, 0.125 * HEIGHT], [0.5 * WIDTH, 0.25 * HEIGHT], [WIDTH, 0.1 * HEIGHT]]
    assert np.array_equal(one.landmarks.xy_image, expected)


def test_an_untouched_file_is_written_byte_for_byte(tmp_path: Path) -> None:
    path = write_handmade(tmp_path)
    result = Asf().read([path], tmp_path)
    labels = LabelSet(tmp_path, result.scheme, result.faces)
    path.unlink()
    assert Asf().write(labels, result.faces, tmp_path) == [path]
    assert path.read_bytes() == HANDMADE.encode()


def test_only_a_moved_point_changes_its_line(tmp_path: Path) -> None:
    path = write_handmade(tmp_path)
    result = Asf().read([path], tmp_path)
    labels = LabelSet(tmp_path, result.scheme, result.faces)
    move_points(result.faces[0], [1], [[16, 12]], "it").apply(labels)
    Asf().write(labels, list(labels), tmp_path)
    before, after = HANDMADE.split("\r\n"), path.read_bytes().decode().split("\r\n")
    changed = [k for k, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    assert changed == [4]
    assert after[4] == "0 4 0.25000000 0.25000000 1 0 2 extra"


def test_a_file_elsewhere_changes_only_the_path_of_its_picture(tmp_path: Path) -> None:
    result = Asf().read([write_handmade(tmp_path)], tmp_path)
    labels = LabelSet(tmp_path, result.scheme, result.faces)
    (path,) = Asf().write(labels, result.faces, tmp_path / "out")
    assert path.read_bytes() == HANDMADE.replace("one.png", "../one.png").encode()


def test_the_picture_of_the_same_stem_serves_where_the_host_is_gone(tmp_path: Path) -> None:
    path = write_handmade(tmp_path, HANDMADE.replace("one.png", "ONE.bmp"))
    assert Asf().read([path], tmp_path).faces[0].picture == "one.png"


def test_a_second_file_about_a_picture_is_left_out_and_told(tmp_path: Path) -> None:
    paths = [write_handmade(tmp_path), write_handmade(tmp_path, name="copy.asf")]
    result = Asf().read(paths, tmp_path)
    assert len(result.faces) == 1
    assert [p.where for p in result.problems] == ["copy.asf"]
    assert "one.asf labels the same picture" in result.problems[0].message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("\r\n3\r\n", "\r\n4\r\n", "announces 4 points but ends after 3"),
        ("\r\n3\r\n", "\r\n2\r\n", "announces 2 points but lists 3"),
        ("\r\n3\r\n", "\r\nthree\r\n", "number of points"),
        ("0.125", "left", "line 6"),
        ("0.125", "nan", "not a number"),
        ("one.png", "gone.png", "without a picture: gone.png"),
    ],
)
def test_a_broken_file_says_what_is_wrong(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = write_handmade(tmp_path, HANDMADE.replace(old, new), name="other.asf")
    result = Asf().read([path], tmp_path)
    assert result.faces == ()
    assert message in result.problems[0].message


def test_a_picture_without_a_size_is_told(tmp_path: Path) -> None:
    path = write_handmade(tmp_path)
    (tmp_path / "one.png").write_bytes(b"")
    (problem,) = Asf().read([path], tmp_path).problems
    assert problem.where == "one.asf"
    assert "the file is empty" in problem.message


def test_asf_text_has_the_contours_of_the_scheme() -> None:
    text = asf_text(points(58), WIDTH, HEIGHT, "a.jpg")
    rows = [line.split() for line in text.splitlines() if line[:1].isdigit()][1:]
    contours = {(row[0], row[1]) for row in rows}
    # IMM: jaw, two eyes, two brows, mouth and nose; the closed ones have type 0.
    assert contours == {
        ("0", "4"),
        ("1", "0"),
        ("2", "0"),
        ("3", "4"),
        ("4", "4"),
        ("5", "0"),
        ("6", "4"),
    }
    assert rows[13][5:] == ["20", "14"]
    assert text.rstrip().endswith("a.jpg")


def test_asf_text_reads_back_within_its_decimals() -> None:
    xy = points(58)
    shape = parse_asf(asf_text(xy, 640, 480, "a.jpg"))
    assert np.abs(shape.relative * (640, 480) - xy).max() < 1e-5
    assert shape.host == "a.jpg"


def test_asf_text_refuses_a_missing_point() -> None:
    with pytest.raises(ValueError, match="missing"):
        asf_text([[1, 2], [np.nan, np.nan]], 10, 10, "a.jpg")
    with pytest.raises(BrokenFileError):
        parse_asf("")


def test_a_scheme_without_edges_has_a_path_for_each_point() -> None:
    rows = rows_of(scheme_for_count(3))
    assert [(row.path, row.kind, row.connects_from, row.connects_to) for row in rows] == [
        (k, 4, k, k) for k in range(3)
    ]


def test_the_imm_faces_are_read_and_written_as_they_are(shared_data, tmp_path: Path) -> None:
    root = shared_data("imm")
    paths = sorted(root.glob("*.asf"))
    result = Asf().read(paths, root)
    assert len(result.faces) == 240
    assert result.scheme.name == "imm58"
    assert result.problems == ()
    labels = LabelSet(root, result.scheme, result.faces)
    face_moved = next(iter(labels))
    move_points(face_moved, [52], [[300.0, 240.0]], "nose tip").apply(labels)
    written = Asf().write(labels, list(labels), tmp_path)
    for path, copy in zip(paths, written, strict=True):
        before, after = path.read_text().splitlines(), copy.read_text().splitlines()
        changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
        moved = [pair for pair in changed if pair[0] != path.with_suffix(".jpg").name]
        assert len(changed) - len(moved) == 1, "only the picture's path differs elsewhere"
        assert len(moved) == (path.stem == Path(face_moved.picture).stem)
        for _, line in moved:
            assert np.allclose(np.array(line.split()[2:4], float) * (640, 480), [300, 240])


def test_writing_faces_of_other_formats_uses_their_scheme(tmp_path: Path) -> None:
    faces = [face("a.png", points(4))]
    (path,) = Asf().write(label_set(tmp_path, faces), faces, tmp_path)
    (back,) = Asf().read([path], tmp_path).faces
    assert back.landmarks is not None
    assert np.abs(back.landmarks.xy_image - points(4)).max() < 1e-6


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("0 4 1.2.3 0.5 0 0 0", "line 4 does not describe a point"),
        ("0 4 1e999 0.5 0 0 0", "has a coordinate that is not a number"),
        ("0 4 0.5", "line 4 does not describe a point"),
    ],
)
def test_a_coordinate_that_is_none_is_told(tmp_path: Path, row: str, message: str) -> None:
    path = write_handmade(tmp_path, f"1\n\n\n{row}\n\none.png\n")
    (problem,) = Asf().read([path], tmp_path).problems
    assert problem.message == message


@pytest.mark.parametrize("kept", ["no file of ours", "1\n0 4 0.5 0.5 0 0 0\none.png\n", 5])
def test_what_was_kept_of_other_points_is_written_anew(tmp_path: Path, kept: object) -> None:
    labels = label_set(tmp_path, [replace(face("one.png", points(3)), extras={"asf": kept})])
    (path,) = Asf().write(labels, list(labels), tmp_path)
    back = Asf().read([path], tmp_path).faces[0].landmarks
    assert back is not None
    np.testing.assert_allclose(back.xy_image, points(3), atol=1e-5)


def test_a_point_that_went_missing_cannot_be_patched_in(tmp_path: Path) -> None:
    result = Asf().read([write_handmade(tmp_path)], tmp_path)
    (one,) = result.faces
    assert one.landmarks is not None
    lacking = Landmarks.of(np.vstack([one.landmarks.xy_image[:2], [[np.nan, np.nan]]]))
    labels = LabelSet(tmp_path, result.scheme, [replace(one, landmarks=lacking)])
    with pytest.raises(ValueError, match="cannot hold a missing point"):
        Asf().write(labels, list(labels), tmp_path)


def test_where_the_numbers_make_no_sense_the_order_counts(tmp_path: Path) -> None:
    rows = "0 4 0.5 0.5 7 0 0\n0 4 0.25 0.75 7 0 0\n"
    result = Asf().read([write_handmade(tmp_path, f"2\n{rows}one.png\n")], tmp_path)
    (one,) = result.faces
    assert one.landmarks is not None
    assert one.landmarks.xy_image.tolist() == [[32, 24], [16, 36]]
