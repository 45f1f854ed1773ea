from __future__ import annotations

import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.persons import FIRST_FOLDER, person_of, person_rule


@pytest.mark.parametrize(
    ("picture", "person"),
    [
        ("07-3f.jpg", "07"),
        ("sub/12-1m.bmp", "12"),
        ("123-10m.jpg", "123"),
        ("07-3f", "07"),
        ("7-3f.jpg", None),
        ("07-3x.jpg", None),
        ("07-3f-copy.jpg", None),
        ("x07-3f.jpg", None),
        ("holiday.jpg", None),
    ],
)
def test_persons_are_read_from_imm_names(picture: str, person: str | None) -> None:
    assert person_of(picture) == person
    assert person_rule("")(picture) == person


def test_a_project_may_have_a_rule_of_its_own() -> None:
    folders = person_rule(FIRST_FOLDER)
    assert [folders(p) for p in ("ann/1.jpg", "v1.2/a/2", "3.jpg")] == ["ann", "v1.2", None]
    last = person_rule(r"_(s\d*)$")
    # The suffix is no part of the name; a person without a letter is none.
    assert [last(p) for p in ("a_s12.jpg", "d.x/a_s1", ".hidden_s3")] == ["s12", "s1", "s3"]
    assert person_rule(r"^(\d*)")("holiday.jpg") is None


@pytest.mark.parametrize(
    ("pattern", "why"),
    [("(", "is not valid"), (r"\d+", "has 0 groups"), ("(a)(b)", "has 2 groups")],
)
def test_a_pattern_needs_one_group(pattern: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        person_rule(pattern)
