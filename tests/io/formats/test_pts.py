from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kpstudio.io.formats import pts
from kpstudio.io.formats.pts import Pts, parse_pts, pts_text
from kpstudio.io.text import BrokenFileError
from tests.io.helpers import add_pictures

HANDMADE = "version: 1\nn_points:  3\n{\n1.000 1.000\n  10.5\t20.25  0 ignored\n3 4\n}\n"


def test_pixels_count_from_one_and_two_columns_count() -> None:
    assert np.array_equal(parse_pts(HANDMADE), [[0, 0], [9.5, 19.25], [2, 3]])


@pytest.mark.parametrize("old_new", [("\n", "\r\n"), ("\n", "\r"), ("version: 1\n", "")])
def test_other_spellings_are_understood(old_new: tuple[str, str]) -> None:
    assert len(parse_pts(HANDMADE.replace(*old_new))) == 3


def test_text_has_three_decimals_from_one() -> None:
    text = pts_text(np.array([[0.0, 0.12345]]))
    assert text == "version: 1\nn_points: 1\n{\n1.000 1.123\n}\n"
    with pytest.raises(ValueError, match="missing"):
        pts_text(np.array([[np.nan, np.nan]]))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("n_points:  3", "n_points: 4", "announces 4 points but lists 3"),
        ("}", "", "closing brace"),
        ("3 4", "3", "not a pair of numbers"),
        ("3 4", "x y", "not a pair of numbers"),
        ("3 4", "inf 4", "line 6: inf 4 is not a position; left out"),
        ("10.5\t20.25", "1 nan", "line 5: 1 nan is not a position; left out"),
        ("3 4", "3 1e999", "line 6: 3 1e999 is not a position"),
        ("{", "(", "does not begin"),
    ],
)
def test_a_broken_text_says_what_is_wrong(old: str, new: str, message: str) -> None:
    with pytest.raises(BrokenFileError, match=message):
        parse_pts(HANDMADE.replace(old, new))


def test_a_face_belongs_to_the_picture_of_the_same_stem(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.PNG", "images/c.png"])
    for name in ("a.pts", "B.pts", "labels/c.pts", "gone.pts"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(HANDMADE)
    paths = sorted(tmp_path.rglob("*.pts"))
    result = Pts().read(paths, tmp_path)
    assert {face.picture for face in result.faces} == {"a.png", "b.PNG"}
    assert [(p.where, "without a picture" in p.message) for p in result.problems] == [
        ("gone.pts", True),
        ("labels/c.pts", True),
    ]


def test_the_majority_has_the_right_point_count(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png", "c.png"])
    two = "version: 1\nn_points: 2\n{\n1 1\n2 2\n}\n"
    for name, text in {"a": HANDMADE, "b": two, "c": HANDMADE}.items():
        (tmp_path / f"{name}.pts").write_text(text)
    result = Pts().read(sorted(tmp_path.glob("*.pts")), tmp_path)
    assert [face.picture for face in result.faces] == ["a.png", "c.png"]
    (problem,) = result.problems
    assert problem.where == "b.pts"
    assert "wrong number of points: 2 where most files have 3" in problem.message


def test_the_lfpw_faces_are_read(shared_data) -> None:
    root = shared_data("lfpw")
    result = Pts().read(sorted(root.glob("*.pts")), root)
    assert len(result.faces) == 805
    assert result.scheme.name == "ibug68"
    assert result.problems == ()
    first = result.faces[0].landmarks
    assert first is not None
    assert np.allclose(first.xy_image[0], [114.168, 219.808])


WORDS = st.sampled_from(["1", "2.5", "-3e1", "1_0", "0x1", "nan", "inf", "1,2", ",", "x", "\u0661"])
BLANKS = [" ", "\t", "  \t ", ", ", "\x0b", "\x0c", "\x85", "\u2028", "\xa0"]
GAPS = st.sampled_from([*BLANKS, "\n", "\r\n", "\r", "\n\n "])


def outcome(text: str) -> list[list[float]] | str:
    try:
        return parse_pts(text).tolist()
    except BrokenFileError as error:
        return str(error)


@given(st.integers(0, 4), st.lists(st.one_of(WORDS, GAPS), max_size=16).map("".join))
@example(0, "1-3e1 1")
@example(2, "\n1 2\n3\t4\n")
@example(1, "\n1 2 3\n")
@example(2, "\n1, 2\n3, 4\n")
@example(2, "\n1 2 3 4\n")
@example(2, "\n1 2 3\n4\n")
def test_the_quick_way_reads_what_the_slow_one_reads(count: int, inside: str) -> None:
    text = f"n_points: {count}\n{{{inside}}}"
    quick = outcome(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pts, "_PAIRS", re.compile("(?!)"))  # never the quick way
        assert outcome(text) == quick


def test_a_third_column_is_passed_over_however_it_is_separated() -> None:
    text = HANDMADE.replace("3 4", "3  \t4\t\t7 8")
    assert np.array_equal(parse_pts(text), [[0, 0], [9.5, 19.25], [2, 3]])


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("1 2\n3 4\n5 6\n", "announces 2 points but lists 3"),
        ("1 2\n3 inf\n", "line 5: 3 inf is not a position; left out"),
        ("1 2\n3 x\n", "has a point that is not a pair of numbers"),
    ],
)
def test_rows_in_trouble_are_told(rows: str, message: str) -> None:
    with pytest.raises(BrokenFileError, match=f"^{re.escape(message)}$"):
        parse_pts(f"version: 1\nn_points: 2\n{{\n{rows}}}\n")
