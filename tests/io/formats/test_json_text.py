"""What JSON files begin with and hold, as far as readers may rely on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from kpstudio.io.formats import json_text
from kpstudio.io.text import BrokenFileError
from tests.core.strategies import plain_json


@given(plain_json)
def test_the_outline_of_a_whole_text_is_what_it_says(value: object) -> None:
    text = json.dumps(value)
    expected = json.loads(text) if text[0] in "{[" else None
    found = json_text.outline(text.encode())
    assert json.dumps(found) == json.dumps(expected)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b'{"a": [1, {"b": 2}, {"c": "cut he', {"a": [1, {"b": 2}, {}]}),
        (b'{"a": 1, "b": tru', {"a": 1}),
        (b"[[1, 2], [3", [[1, 2], []]),
        (b"[" * 99, None),
        (b"[1}", None),
        (b"]", None),
        (b"{,]", None),
    ],
)
def test_a_head_is_closed_where_it_was_cut(head: bytes, found: object) -> None:
    assert json_text.outline(head) == found


def test_depth_is_bounded_and_numbers_are_finite(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("[" * json_text.MAX_DEPTH + "]" * json_text.MAX_DEPTH)
    assert json_text.load(path)
    path.write_text("[" * 66 + "]" * 66)
    with pytest.raises(BrokenFileError, match="nested more than 64 levels deep"):
        json_text.load(path)
    path.write_text("[1e999, NaN, -Infinity, 1e9, 2]")
    assert json_text.load(path) == [None, None, None, 1e9, 2]


@pytest.mark.parametrize(
    ("value", "pair"),
    [([1, 2.5, 9], (1.0, 2.5)), ([1], None), ("12", None), ([True, 1], None), ([1, 1e9], None)],
)
def test_a_pair_is_two_numbers_that_a_picture_may_have(value: object, pair: object) -> None:
    assert json_text.pair(value) == pair
