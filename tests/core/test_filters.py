from __future__ import annotations

import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.filters import clean_name, expand, renamed, users_of, with_filter, without
from kpstudio.core.query_parser import parse_query

FILTERS = {"hard": "error>8 | yaw>20", "To do": "@HARD -state:checked", "odd": "state:nothing"}


def test_a_saved_filter_stands_for_its_search() -> None:
    query = expand(parse_query('a -@"to do" | @hard'), FILTERS)
    assert str(query) == "a -((error>8 | yaw>20) -state:checked) | error>8 | yaw>20"


def test_what_is_not_saved_or_broken_or_circular_is_told() -> None:
    with pytest.raises(InputError, match='there is no filter @harf here: use @hard, @"To do", @o'):
        expand(parse_query("@harf"), FILTERS)
    with pytest.raises(InputError, match=r"; did you mean hard\?"):
        expand(parse_query("@harf"), FILTERS)
    with pytest.raises(InputError, match="there is no filter @x: none has been saved here yet"):
        expand(parse_query("@x"), {})
    with pytest.raises(InputError, match="in @odd: there is no state 'nothing'"):
        expand(parse_query("a @odd"), FILTERS)
    circle = {"a": "x @b", "b": "-(@c | y)", "c": "@A"}
    with pytest.raises(InputError, match="refers to itself: @b → @c → @a → @b"):
        expand(parse_query("@b"), circle)


def test_saving_checks_the_name_and_the_search() -> None:
    assert with_filter({}, "  @my  set ", " a b ") == {"my set": "a b"}
    assert with_filter({"My Set": "a", "b": "c"}, "my set", "x") == {"b": "c", "my set": "x"}
    with pytest.raises(InputError, match="refers to itself: @hard → @hard"):
        with_filter(FILTERS, "hard", "-@hard")
    with pytest.raises(InputError, match='refers to itself: @hard → @"To do" → @hard'):
        with_filter(FILTERS, "hard", '@"to do"')
    with pytest.raises(InputError, match="search is empty"):
        with_filter({}, "all", "  ")
    with pytest.raises(InputError, match="no state"):
        with_filter({}, "all", "state:x")
    for name in ("", " @ ", 'a"b', "x" * 61, "a\x07"):
        with pytest.raises(InputError, match="a filter name"):
            clean_name(name)


def test_renaming_keeps_the_searches_that_use_it() -> None:
    assert renamed(FILTERS, "hard", "too hard") == {
        "too hard": "error>8 | yaw>20",
        "To do": '@"too hard" -state:checked',
        "odd": "state:nothing",
    }
    assert renamed({"a": "b | -(@C x)", "c": "d"}, "c", "e") == {"a": "b | -(@e x)", "e": "d"}
    assert renamed({"a": "b"}, "a", "A") == {"A": "b"}
    with pytest.raises(InputError, match="another filter is already called to do"):
        renamed(FILTERS, "hard", "to do")


def test_a_filter_that_others_use_stays() -> None:
    assert users_of(FILTERS, "hard") == ["To do"]
    with pytest.raises(InputError, match='@"To do" uses @hard'):
        without(FILTERS, "hard")
    assert list(without(FILTERS, "To do")) == ["hard", "odd"]
