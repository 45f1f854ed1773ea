from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.query import Is, Saved
from kpstudio.core.query_parser import parse_query
from kpstudio.core.query_words import complete, quoted

VALUES = {"tag": ["glasses", "looks away"], "person": ["07"], "@": ["hard", "to do"]}


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("st", 0, ("state:",)),
        ("a -(Sta", 4, ("state:",)),
        ("e", 0, ("error>",)),
        ("state:ch", 0, ("state:checked",)),
        ("x state:un", 2, ("state:unlabelled", "state:unchecked")),
        ("split:", 0, ("split:train", "split:val", "split:none")),
        ("tag:", 0, ("tag:glasses", 'tag:"looks away"', "tag:none")),
        ("tag:l", 0, ('tag:"looks away"',)),
        ('-tag:"looks a', 1, ('tag:"looks away"',)),
        ("person:", 0, ("person:07", "person:none")),
        ("tag:=l", 0, ('tag:"looks away"',)),
        ("@", 0, ("@hard", '@"to do"')),
        ('tag:"looks away" @', 17, ("@hard", '@"to do"')),
        ('"a b" st', 6, ("state:",)),
        ('tag:"looks away"', 0, ()),
        ("a|@t", 2, ('@"to do"',)),
        ("state:checked", 0, ()),
        ("nothing:", 0, ()),
        ("a ", 2, ()),
        ("", 0, ()),
    ],
)
def test_the_word_before_the_cursor_is_completed(
    text: str, start: int, words: tuple[str, ...]
) -> None:
    def values(key: str) -> list[str]:
        return VALUES[key]

    found = complete(text, len(text), values)
    assert (found.start, found.words) == (start, words)
    assert complete(text + "zzz", len(text), values) == found


def test_what_would_stand_for_others_is_completed_to_itself_alone() -> None:
    found = complete("tag:a", 5, lambda key: ["a*", "a b?", "None"] if key == "tag" else [])
    assert found.words == ("tag:=a*", 'tag:="a b?"')


@given(st.text(min_size=1).filter(str.strip))
def test_a_quoted_value_is_read_as_that_value(value: str) -> None:
    assert parse_query(f"tag:{quoted(value)}") == Is("tag", value)
    assert parse_query(f"tag:={quoted(value)}") == Is("tag", value, exact=True)
    assert parse_query(f"@{quoted(value)}") == Saved(value)
