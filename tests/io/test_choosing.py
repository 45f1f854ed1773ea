"""Which of several label sets counts: asked for, never guessed."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.io.choosing import LabelChoice, LabelChoiceNeeded, LabelSource, Meeting
from kpstudio.io.formats.base import Format
from kpstudio.io.formats.csv import Csv
from kpstudio.io.formats.dlib import Dlib
from kpstudio.io.formats.pts import Pts
from kpstudio.io.opening import Opened, open_path
from tests.io.helpers import HEIGHT, face, label_set, points


def write(folder: Path, form: Format, faces: list[Face], name: str = "") -> None:
    (path, *_) = form.write(label_set(folder, faces), faces, folder)
    if name:
        path.rename(folder / name)


def two_sets(folder: Path) -> None:
    """Write .pts of a, b and c, and an XML of a, b (two faces) and d, a pixel to the right."""
    write(folder, Pts(), [face(f"{name}.png", points(4, k)) for k, name in enumerate("abc")])
    moved = [face(f"{name}.png", np.round(points(4, k)) + 1) for k, name in enumerate("ab")]
    write(folder, Dlib(), [*moved, face("b.png", points(4, 8), 1), face("d.png", points(4, 9))])


def xy(opened: Opened, picture: str, number: int = 0) -> np.ndarray:
    landmarks = opened.labels[f"{picture}#{number}"].landmarks
    assert landmarks is not None
    return landmarks.xy_image


def test_two_sets_of_the_same_pictures_are_asked_about(tmp_path: Path) -> None:
    two_sets(tmp_path)
    with pytest.raises(LabelChoiceNeeded) as caught:
        open_path(tmp_path)
    needed = caught.value
    assert [str(source) for source in needed.sources] == [
        "*.pts (300-W points (.pts): 3 faces, 4 points)",
        "labels.xml (dlib XML: 4 faces, 4 points and boxes)",
    ]
    (meeting,) = needed.meetings
    assert (meeting.a, meeting.b, meeting.pictures) == ("*.pts", "labels.xml", 2)
    assert 0.5 < meeting.median_px <= meeting.worst_px < 2.5, "of picture a, which has one face"
    assert [(name, len(a), len(b)) for name, a, b in meeting.examples] == [
        ("a.png", 1, 1),
        ("b.png", 1, 2),
    ]
    assert "--labels pts, --labels dlib or --labels pts --boxes dlib" in str(needed)


@pytest.mark.parametrize(("first", "second"), [("pts", "dlib"), ("*.pts", "labels.xml")])
def test_the_chosen_set_counts_alone(first: str, second: str, tmp_path: Path) -> None:
    two_sets(tmp_path)
    one = open_path(tmp_path, choice=LabelChoice((first,)))
    assert one.format == "pts"
    assert np.allclose(xy(one, "a.png"), points(4, 0), atol=1e-3)
    assert {f.picture for f in one.labels if f.labelled} == {"a.png", "b.png", "c.png"}
    assert all(f.box is None for f in one.labels)
    other = open_path(tmp_path, choice=LabelChoice((second,)))
    assert other.format == "dlib"
    assert np.array_equal(xy(other, "a.png"), np.round(points(4, 0)) + 1)
    assert {f.picture for f in other.labels if f.labelled} == {"a.png", "b.png", "d.png"}


def test_the_first_of_two_chosen_sets_wins_and_the_second_fills_up(tmp_path: Path) -> None:
    two_sets(tmp_path)
    opened = open_path(tmp_path, choice=LabelChoice(("pts", "dlib")))
    assert np.allclose(xy(opened, "a.png"), points(4, 0), atol=1e-3)
    assert len(opened.labels.faces_of("b.png")) == 1
    assert {f.picture for f in opened.labels if f.labelled} == {f"{n}.png" for n in "abcd"}


def test_boxes_of_one_set_go_to_the_points_of_the_other_that_they_fit(tmp_path: Path) -> None:
    left, right = points(4) % 20, points(4) % 20 + [40, 20]
    write(tmp_path, Csv(), [face("a.png", left), face("a.png", right, 1)])
    boxed = [
        Face("a.png#0", "a.png", None, Box(38, 18, 62, 44)),
        Face("a.png#1", "a.png", None, Box(0, 0, 22, 22)),
        Face("a.png#2", "a.png", None, Box(30, 0, 36, 6)),
    ]
    write(tmp_path, Dlib(), boxed)
    opened = open_path(tmp_path, choice=LabelChoice(("csv",), ("dlib",)))
    first, second = (f.box for f in opened.labels)
    assert first is not None and second is not None
    assert abs(first.left - 0) <= 0.5 and abs(first.right - 22) <= 0.5
    assert abs(second.left - 38) <= 0.5 and abs(second.right - 62) <= 0.5
    assert [str(p) for p in opened.problems] == [
        "labels.xml: 1 box matches no face and was not used"
    ]


def test_a_set_that_meets_no_other_counts_unasked(tmp_path: Path) -> None:
    write(tmp_path, Pts(), [face("a.png", points(4))])
    write(tmp_path, Dlib(), [face("b.png", points(4, 1))])
    opened = open_path(tmp_path)
    assert {f.picture for f in opened.labels if f.labelled} == {"a.png", "b.png"}
    assert opened.problems == ()
    assert [source.name for source in opened.sources] == ["a.pts", "labels.xml"]


def test_every_meeting_has_to_be_settled(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        faces = [face(f"{folder}/a.png", points(4))]
        write(tmp_path, Csv(), faces, f"{folder}.csv")
        write(tmp_path, Csv(), faces, f"{folder} again.csv")
    with pytest.raises(LabelChoiceNeeded) as caught:
        open_path(tmp_path, choice=LabelChoice(("one.csv",)))
    assert [{m.a, m.b} for m in caught.value.meetings] == [{"two.csv", "two again.csv"}]
    both = LabelChoice(("one.csv", "two again.csv"))
    assert len(open_path(tmp_path, choice=both).labels) == 2


@pytest.mark.parametrize("name", ["gone.xml", "csv"])
def test_a_name_that_is_not_there_or_names_two_is_asked_about(name: str, tmp_path: Path) -> None:
    for file in ("one.csv", "two.csv"):
        write(tmp_path, Csv(), [face("a.png", points(4))], file)
    with pytest.raises(LabelChoiceNeeded, match=f"there is no label set {name} here; one.csv and"):
        open_path(tmp_path, choice=LabelChoice((name,)))


def test_a_choice_survives_json() -> None:
    choice = LabelChoice(("*.pts", "labels.xml"), ("labels.xml",))
    assert LabelChoice.from_json(choice.to_json()) == choice


def test_sets_that_count_y_from_different_ends_are_told_apart(tmp_path: Path) -> None:
    xy = points(5, 3)
    write(tmp_path, Pts(), [face("a.png", xy), face("b.png", xy)])
    for shift in (0, 1):
        turned = np.column_stack((xy[:, 0], HEIGHT - shift - xy[:, 1]))
        write(tmp_path, Csv(), [face("a.png", turned), face("b.png", turned)])
        with pytest.raises(LabelChoiceNeeded) as caught:
            open_path(tmp_path)
        assert caught.value.meetings[0].upside_down
        assert "at most); they would agree if one of them counted y upwards" in str(caught.value)
    write(tmp_path, Csv(), [face("a.png", xy[::-1]), face("b.png", xy[::-1])])
    with pytest.raises(LabelChoiceNeeded) as caught:
        open_path(tmp_path)
    assert not caught.value.meetings[0].upside_down
    assert "upwards" not in str(caught.value)


def test_boxes_cannot_come_from_a_set_without_any(tmp_path: Path) -> None:
    two_sets(tmp_path)
    with pytest.raises(LabelChoiceNeeded, match=r"\*\.pts contains no boxes; "):
        open_path(tmp_path, choice=LabelChoice(("dlib",), ("pts",)))


@pytest.mark.parametrize(
    ("points", "boxes", "words"),
    [
        (0, 2, "boxes: 1,200 faces, boxes only"),
        (68, 2, "boxes: 1,200 faces, 68 points and boxes"),
        (68, 0, "boxes: 1,200 faces, 68 points"),
    ],
)
def test_a_set_says_what_it_holds(points: int, boxes: int, words: str) -> None:
    source = LabelSource("a.xml", "dlib", "boxes", 1200, 1200, points, boxes)
    assert source.words == words
    assert str(source) == f"a.xml ({words})"


def test_sets_without_a_face_to_compare_say_how_much_they_share() -> None:
    meeting = Meeting("a.xml", "b.csv", 1200, math.nan, math.nan)
    assert str(meeting) == "a.xml and b.csv both label 1,200 pictures"


def test_boxes_alone_do_not_hide_that_y_is_counted_upwards(tmp_path: Path) -> None:
    xy = points(4, 1)
    write(tmp_path, Pts(), [face("a.png", xy), face("b.png", points(4, 2))])
    turned = np.column_stack([xy[:, 0], HEIGHT - 1 - xy[:, 1]])
    boxed = Face("b.png#0", "b.png", None, Box(3, 4, 20, 21))
    write(tmp_path, Csv(), [face("a.png", turned)])
    write(tmp_path, Dlib(), [boxed, face("a.png", np.round(turned))])
    with pytest.raises(LabelChoiceNeeded) as caught:
        open_path(tmp_path)
    told = [m.upside_down for m in caught.value.meetings if "pts" in m.a or "pts" in m.b]
    assert told and all(told)
