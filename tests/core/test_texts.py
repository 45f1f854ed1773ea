"""Texts that can be said in another language later."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.texts import Said, kept, recalled, say, say_count


def test_a_text_without_places_stays_as_it_is():
    said = say("100 % of {faces}")
    assert said == "100 % of {faces}"
    assert (said.sentence, said.values) == ("100 % of {faces}", {})


def test_a_text_knows_the_sentence_and_the_values_it_was_made_of():
    said = say("{count:,} faces of {name}", count=1200, name="IMM")
    assert said == "1,200 faces of IMM"
    assert said.sentence == "{count:,} faces of {name}"
    assert said.values == {"count": 1200, "name": "IMM"}


def test_a_text_stays_one_that_can_be_translated_where_str_is_taken_of_it():
    said = say("{count} faces", count=2)
    assert str(said) is said
    assert str(InputError(said)) is said


names = st.sampled_from(["a", "count", "name"])
values = st.integers() | st.floats(allow_nan=False) | st.text()


@given(st.dictionaries(names, values | st.builds(lambda n: say("{n} of it", n=n), st.integers())))
def test_what_is_kept_as_json_is_recalled_as_it_was(given_values):
    said = say(", ".join(f"{{{name}}}" for name in given_values) or "nothing", **given_values)
    back = recalled(json.loads(json.dumps(kept(said))))
    assert isinstance(back, Said)
    assert (back, back.sentence, back.values) == (said, said.sentence, said.values)


def test_counts_and_plain_texts_are_recalled_too():
    one = say_count("1 face", "{count} faces", 1)
    back = recalled(kept(one))
    assert isinstance(back, Said)
    assert (back, back.one) == ("1 face", "1 face")
    assert recalled(kept("as it is")) == "as it is"


@pytest.mark.parametrize(
    "data",
    [
        None,
        3,
        {},
        {"sentence": "{a}", "values": {"b": 1}, "one": ""},
        {"sentence": "x", "values": 1},
    ],
)
def test_what_was_never_kept_is_recalled_as_nothing(data):
    assert recalled(data) == ""


def test_a_text_keeps_what_an_error_says_and_not_the_error():
    why = say("{count} added", count=3)
    said = say("no: {error}", error=InputError(why))
    assert said == "no: 3 added"
    assert said.values["error"] is why
