"""Points as text: what is copied is what is pasted, by way of a spreadsheet too."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.copied_points import (
    HEADING,
    is_points_text,
    paste_points,
    points_text,
    read_points,
)
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks, Source, Visibility
from kpstudio.core.schema import shipped_schemes

SCHEME = next(scheme for scheme in shipped_schemes() if scheme.count == 58)
NUMBER = st.floats(allow_nan=False, allow_infinity=False, width=64)
POINTS = st.lists(st.integers(0, SCHEME.count - 1), min_size=1, unique=True)


@st.composite
def landmarks(draw: st.DrawFn) -> Landmarks:
    """Points of a face as a person placed them, anywhere, some missing."""
    seed = draw(st.integers(0, 2**32 - 1))
    random = np.random.default_rng(seed)
    xy_image = random.normal(100.0, 10.0 ** draw(st.integers(-3, 5)), (SCHEME.count, 2))
    xy_image[0] = draw(NUMBER), draw(NUMBER)
    seen = random.integers(0, 3, SCHEME.count).astype(np.uint8)
    return Landmarks(xy_image, seen, source=Source.PERSON)


def face(points: Landmarks | None) -> Face:
    return Face("a.png#0", "a.png", landmarks=points)


def pasted(onto: Face, text: str, keep: tuple[int, ...] = ()) -> Landmarks | None:
    edit = paste_points(onto, SCHEME.count, read_points(text, SCHEME), keep)
    return edit.changes[0].after.landmarks


@given(landmarks())
def test_a_face_pasted_onto_itself_is_itself(points: Landmarks) -> None:
    text = points_text(SCHEME, points, range(SCHEME.count))
    after = pasted(face(points), text)
    assert after == (points if points.present.any() else None)


@given(landmarks(), landmarks(), POINTS)
def test_chosen_points_arrive_exactly_and_the_others_stay(
    source: Landmarks, target: Landmarks, chosen: list[int]
) -> None:
    after = pasted(face(target), points_text(SCHEME, source, chosen))
    taken = np.isin(np.arange(SCHEME.count), chosen)
    wanted = np.where(taken[:, None], source.xy_image, target.xy_image)
    if after is None:
        assert not np.isfinite(wanted).any()
    else:
        np.testing.assert_array_equal(after.xy_image, wanted)
        seen = np.where(taken, source.visibility, target.visibility)
        np.testing.assert_array_equal(after.visibility, seen)


@given(
    landmarks(), st.sampled_from(["\t", ";", " ", "  ", ",", ", "]), st.booleans(), st.booleans()
)
def test_all_points_may_come_without_names(
    points: Landmarks, between: str, comma: bool, heading: bool
) -> None:
    rows = [between.join(map(repr, row)) for row in points.xy_image.tolist()]
    if comma and "," not in between:
        rows = [row.replace(".", ",") for row in rows]
    text = "\n".join([f"x{between}y"] * heading + rows) + "\n"
    assert is_points_text(text)
    copied = read_points(text, SCHEME)
    assert copied.points == tuple(range(SCHEME.count))
    np.testing.assert_array_equal(copied.xy_image, points.xy_image)
    np.testing.assert_array_equal(copied.visibility > 0, points.present)


@pytest.mark.parametrize("rows", [1, SCHEME.count - 1, SCHEME.count + 1])
def test_too_few_or_too_many_points_without_names_are_told(rows: int) -> None:
    text = "1.5\t2\n" * rows
    assert is_points_text(text)
    with pytest.raises(InputError, match=f"{rows} lines of two numbers.* has 58 points"):
        read_points(text, SCHEME)


@pytest.mark.parametrize("text", ["", "\n", "1", "1 2 3", "a b", "1 2\nx", "x y", "x\ty\tz\n1 2"])
def test_other_words_are_no_points(text: str) -> None:
    assert not is_points_text(text)


@given(landmarks(), POINTS)
def test_a_spreadsheet_may_reorder_lines_and_write_commas(
    points: Landmarks, chosen: list[int]
) -> None:
    plain = points_text(SCHEME, points, chosen)
    heading, *lines = plain.splitlines()
    turned = "\r\n".join([heading, *reversed(lines), "\t\t\t"]).replace(".", ",")
    a, b = read_points(plain, SCHEME), read_points(turned, SCHEME)
    assert a.points == b.points
    np.testing.assert_array_equal(a.xy_image, b.xy_image)
    np.testing.assert_array_equal(a.visibility, b.visibility)


@given(landmarks(), POINTS)
def test_points_with_decimal_commas_are_the_same(points: Landmarks, chosen: list[int]) -> None:
    text = points_text(SCHEME, points, chosen, ",")
    assert all("." not in line.split("\t", 1)[1] for line in text.splitlines())
    a, b = read_points(points_text(SCHEME, points, chosen), SCHEME), read_points(text, SCHEME)
    np.testing.assert_array_equal(a.xy_image, b.xy_image)


def test_points_go_to_a_face_that_has_none_and_locked_ones_stay() -> None:
    source = Landmarks.of(np.arange(2.0 * SCHEME.count).reshape(-1, 2))
    text = points_text(SCHEME, source, [3, 4])
    assert list(np.flatnonzero(pasted(face(None), text).present)) == [3, 4]
    held = Landmarks.of(np.zeros((SCHEME.count, 2)))
    after = pasted(face(held), text, keep=(3,))
    assert after.xy_image[3].tolist() == [0.0, 0.0]
    assert after.xy_image[4].tolist() == [8.0, 9.0]
    assert paste_points(face(held), SCHEME.count, read_points(text, SCHEME), (3, 4)).empty


def test_a_line_without_words_about_being_seen_is_visible_or_missing() -> None:
    a, b = SCHEME.points[:2]
    found = read_points(f"point\tx\ty\n{a}\t1\t2\n{b}\n", SCHEME)
    assert found.visibility.tolist() == [Visibility.VISIBLE, Visibility.MISSING]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "copy points of a face first"),
        (["tail\t1\t2\tvisible"], "another scheme: imm58 has no point “tail”"),
        (["A\t1\t2", "A\t1\t2"], "name “A” twice"),
        (["A\t1\tx\tvisible"], "“A” has no position: x is “1”, y is “x”"),
        (["A\tinf\t1\tvisible"], "“A” has no position"),
        (["A\t1\t2\thidden"], "“A” is “hidden”: write missing, occluded, visible"),
    ],
)
def test_what_does_not_fit_is_told(rows: list[str], told: str) -> None:
    scheme = replace(SCHEME, points=("A", *SCHEME.points[1:]))
    text = "\n".join(["\t".join(HEADING), *rows])
    assert is_points_text(text)
    with pytest.raises(InputError, match=told):
        read_points(text, scheme)


@pytest.mark.parametrize("text", ["", "hello", "x\ty", "https://example.org/point"])
def test_other_text_is_no_points(text: str) -> None:
    assert not is_points_text(text)
    with pytest.raises(InputError, match="copy points of a face first"):
        read_points(text, SCHEME)
