from __future__ import annotations

import pytest
from hypothesis import given

from kpstudio.core.query import Query, leaves, needs_errors
from kpstudio.core.query_parser import parse_query
from tests.core.queries import queries


@given(queries)
def test_a_search_is_read_back_from_its_own_text(query: Query) -> None:
    assert parse_query(str(query)) == query


@given(queries)
def test_the_words_of_a_search_come_from_left_to_right(query: Query) -> None:
    at = 0
    for word in leaves(query):
        at = str(query).index(str(word), at)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("state:checked -(a | error>8)", "error>8"),
        ("a px<2", "px<2"),
        ("has:prediction yaw>20 missing>0 state:predicted", ""),
        ("", ""),
    ],
)
def test_a_search_says_whether_it_compares_errors(text: str, word: str) -> None:
    assert needs_errors(parse_query(text)) == word
