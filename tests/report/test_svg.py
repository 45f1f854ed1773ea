"""Plots as SVG."""

from __future__ import annotations

import math
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.report.svg import Plot


def plot(log: bool = False) -> Plot:
    return Plot((0.0, 10.0), (0.001, 1.0), "epoch", "a < b", "told & seen", log=log)


def drawn(made: Plot) -> ElementTree.Element:
    return ElementTree.fromstring(made.svg())


def places(root: ElementTree.Element) -> list[tuple[float, float]]:
    return [(float(c.attrib["cx"]), float(c.attrib["cy"])) for c in root.iter("circle")]


def test_words_are_written_as_they_are() -> None:
    made = plot()
    made.level(0.5, "limit", "<half>")
    made.dots([1.0], [0.5], "bad", ["a & b"])
    root = drawn(made)
    texts = [part.text for part in root.iter("text")]
    assert {"epoch", "a < b", "<half>"} <= set(texts)
    assert [part.text for part in root.iter("title")] == ["a & b"]
    assert root.attrib["aria-label"] == "told & seen"


@given(st.floats(0.0, 10.0), st.floats(0.0, 10.0), st.floats(0.001, 1.0), st.floats(0.001, 1.0))
def test_larger_values_lie_to_the_right_and_higher(a: float, b: float, c: float, d: float) -> None:
    for log in (False, True):
        made = plot(log)
        made.dots([a, b], [c, d], "bad")
        (xa, yc), (xb, yd) = places(drawn(made))
        assert (a - b) * (xa - xb) >= 0
        assert (c - d) * (yc - yd) <= 0


def test_what_is_no_number_or_beyond_the_ends_does_no_harm() -> None:
    made = plot(log=True)
    made.dots([1.0, math.nan, 99.0], [0.5, 0.5, math.inf], "bad")
    made.dots([99.0], [0.5], "bad")
    made.level(math.nan, "mean", "nowhere")
    made.level(0.0, "mean", "nowhere")
    made.line([1.0, 2.0, 3.0, 4.0], [0.1, math.nan, 0.0, 0.2], "training")
    root = drawn(made)
    assert len(places(root)) == 2
    assert max(x for x, _ in places(root)) == pytest.approx(made.width - 12)
    (line,) = root.iter("polyline")
    assert len(line.attrib["points"].split()) == 2
    assert "nowhere" not in {part.text for part in root.iter("text")}


def test_steps_are_level_up_to_the_next_value() -> None:
    made = plot()
    made.line([0.0, 5.0, 10.0], [0.2, 0.4, 0.9], "training", steps=True)
    (line,) = drawn(made).iter("polyline")
    ys = [float(pair.split(",")[1]) for pair in line.attrib["points"].split()]
    assert len(ys) == 5
    assert ys[0] == ys[1] > ys[2] == ys[3] > ys[4]
