from __future__ import annotations

import math

import pytest
from hypothesis import given

from kpstudio.core.narrowing import allowed, apart, interval, narrowed
from kpstudio.core.query import All, Figure
from kpstudio.core.query_parser import parse_query
from tests.core.queries import queries

ABOVE = (Figure("error", ">", 6.5),)


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("", "error>6.5"),
        ("error>8", "error>6.5"),
        ("nme>=2 f1 error<4 yaw>+20", "f1 yaw>+20 error>6.5"),
        ("f1 | f2", "(f1 | f2) error>6.5"),
        ("error>8 | f2", "(error>8 | f2) error>6.5"),
        ("-error>8", "-error>8 error>6.5"),
        ("error>", "error>6.5"),
    ],
)
def test_bounds_take_the_place_of_those_before(text: str, becomes: str) -> None:
    assert narrowed(text, "error", ABOVE) == becomes


def test_letting_go_leaves_the_rest() -> None:
    assert narrowed("f1 error>6.5 error<8", "error", ()) == "f1"
    assert narrowed("error>6.5", "error", ()) == ""


@given(queries)
def test_narrowing_is_read_back_and_let_go_of(query) -> None:
    rest, _ = apart(query, "error")
    found, bounds = apart(parse_query(narrowed(str(query), "error", ABOVE)), "error")
    assert bounds == ABOVE
    assert str(found) == str(rest)
    assert apart(found, "error")[1] == ()


def test_the_interval_is_what_all_allow() -> None:
    assert interval(()) == (-math.inf, math.inf)
    assert interval(apart(parse_query("error>2 error>=4 error<8 x"), "error")[1]) == (4.0, 8.0)
    assert interval(apart(parse_query("error=3"), "error")[1]) == (3.0, 3.0)
    assert apart(All(), "error") == (All(), ())


def test_values_are_allowed_by_all_bounds_and_what_is_unknown_by_none() -> None:
    values = [1.0, 6.5, 7.0, math.nan, 9.0]
    assert allowed(values, ABOVE).tolist() == [False, False, True, False, True]
    between = (*ABOVE, Figure("error", "<=", 7.0))
    assert allowed(values, between).tolist() == [False, False, True, False, False]
    assert allowed(values, ()).tolist() == [True, True, True, False, True]
