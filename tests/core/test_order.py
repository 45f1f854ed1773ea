"""Names in the order in which people count."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.order import natural_key

names = st.text(st.sampled_from("aBß你 .-_0123456789٣"), max_size=12)


def as_people_count(name: str) -> list[tuple[str, int]]:
    """Return the words and numbers of a name, taking turns."""
    words = re.split(r"(\d+)", name.casefold())
    return [("", int(word)) if k % 2 else (word, 0) for k, word in enumerate(words)]


def test_numbers_count_and_case_does_not():
    order = ["a.jpg", "a2.jpg", "a10.jpg", "A11.jpg", "a100.jpg", "b.jpg", "b1.jpg"]
    assert sorted(sorted(order), key=natural_key) == order


@given(names, st.integers(0, 10**30), st.integers(0, 10**30))
def test_of_two_numbers_the_smaller_comes_first(name, a, b):
    assert (natural_key(f"{name}x{a}") < natural_key(f"{name}x{b}")) == (a < b)


@given(names, names)
def test_names_share_a_key_when_their_words_and_numbers_are_the_same(a, b):
    same = as_people_count(a) == as_people_count(b)
    assert (natural_key(a) == natural_key(b)) == same
