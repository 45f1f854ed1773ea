from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.tags import clean_tag, parse_tags, tags_in_use


@given(st.lists(st.sampled_from(["glasses", "looks away", "Köln", "7"])))
def test_a_line_of_tags_is_read_as_it_is_shown(tags: list[str]) -> None:
    assert parse_tags(", ".join(tags)) == frozenset(tags)
    assert parse_tags("  ,".join(tag.replace(" ", "   ") for tag in tags)) == frozenset(tags)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("  ", "at least one letter"),
        ("none", "tag:none finds faces without one"),
        ("None", "a tag cannot be called none"),
        ("a,b", "comma"),
        ('say "x"', "quote"),
        ("a\x07b", "not text"),
        ("x" * 61, "longer than 60"),
    ],
)
def test_what_could_not_be_told_apart_is_no_tag(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        clean_tag(text)


def test_the_tags_of_most_faces_come_first() -> None:
    tags = [{"b", "a"}, {"b"}, {"C", "a"}, {"b"}, set()]
    faces = [Face(f"{k}#0", f"{k}", tags=frozenset(t)) for k, t in enumerate(tags)]
    assert tags_in_use(faces) == ["b", "a", "C"]
