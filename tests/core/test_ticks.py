from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.ticks import Rate, figures, linear_ticks, log_ticks, plain, short

lows = st.floats(1e-7, 1e3)
factors = st.floats(1.001, 1e6)
most = st.integers(1, 20)


def test_log_ticks_read_as_people_write_errors() -> None:
    assert [plain(v) for v in log_ticks(0.0018, 0.031, 8)] == ["0.002", "0.005", "0.01", "0.02"]


def test_very_small_ticks_are_short() -> None:
    assert [short(v) for v in (1e-9, 2e-5, 1e-4, 0.05, 20.0)] == [
        "1e-9",
        "2e-5",
        "0.0001",
        "0.05",
        "20",
    ]
    assert (short(0.0), short(math.nan)) == ("0", "–")


def test_log_ticks_are_thinned_to_decades_where_room_is_short() -> None:
    assert log_ticks(1e-5, 1.0, 6) == [1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0]


@given(lows, st.floats(10.0, 1e6), most)
def test_a_long_log_axis_has_no_more_ticks_than_room(low: float, factor: float, most: int) -> None:
    assert 1 <= len(log_ticks(low, low * factor, most)) <= most


def test_a_short_log_axis_falls_back_to_even_steps() -> None:
    values = log_ticks(0.0031, 0.0044, 6)
    assert len(values) >= 2
    steps = [b - a for a, b in itertools.pairwise(values)]
    assert steps == pytest.approx([steps[0]] * len(steps))


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-1.0, 1.0), (1.0, math.inf), (2.0, 1.0)])
def test_log_ticks_of_impossible_ranges_are_none(low: float, high: float) -> None:
    assert log_ticks(low, high, 5) == []


@given(lows, factors, most)
def test_log_ticks_lie_on_the_axis_and_ascend(low: float, factor: float, most: int) -> None:
    high = low * factor
    values = log_ticks(low, high, most)
    assert all(low * (1 - 1e-9) <= value <= high * (1 + 1e-9) for value in values)
    assert values == sorted(set(values))


@given(st.floats(-1e4, 1e4), st.floats(1e-4, 1e5), most)
def test_linear_ticks_are_few_and_on_the_axis(low: float, span: float, most: int) -> None:
    high = low + span
    values = linear_ticks(low, high, most)
    assert len(values) <= 1.1 * most + 1
    slack = 1e-6 * span
    assert all(low - slack <= value <= high + slack for value in values)


def test_linear_ticks_of_epochs_are_whole() -> None:
    assert linear_ticks(0.0, 3.0, 10, whole=True) == [0.0, 1.0, 2.0, 3.0]
    assert linear_ticks(0.0, 12.0, 6) == [0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0]


def test_linear_ticks_of_nothing_are_none() -> None:
    assert linear_ticks(1.0, 1.0, 5) == []
    assert linear_ticks(0.0, math.nan, 5) == []


@given(st.floats(1e-6, 1e6))
def test_plain_has_no_exponent_and_keeps_the_value(value: float) -> None:
    text = plain(value)
    assert "e" not in text
    assert float(text) == pytest.approx(value, rel=1e-5)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.004123, 3, "0.00412"),
        (0.0041, 2, "0.0041"),
        (0.02, 3, "0.0200"),
        (12.34, 2, "12"),
        (0.0, 3, "0"),
        (math.nan, 3, "–"),
    ],
)
def test_figures_are_significant(value: float, digits: int, text: str) -> None:
    assert figures(value, digits) == text


def test_a_rate_is_written_in_one_way_everywhere():
    rates = (1e-5, 2e-4, 2.5e-4, 1e-3, 0.0012, 0.01, 0.5, 1.0, 0.0)
    told = ["1e-5", "2e-4", "2.5e-4", "1e-3", "1.2e-3", "0.01", "0.5", "1", "0"]
    assert [str(Rate(rate)) for rate in rates] == told
    assert [f"{Rate(rate):>7}".strip() for rate in rates] == told
    assert f"{Rate.rounded(0.00023456)}" == "2.3e-4"
