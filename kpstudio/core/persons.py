"""Which person a picture shows, as its name tells: for splits, searches and checks.

A rule is a regular expression with one group, the person, searched in the picture's path ("/"
between folders, no suffix). A project keeps its own under the setting `SETTING`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say

PersonOf = Callable[[str], str | None]
"""Returns the person of a picture, or None where its name shows none."""

SETTING = "person pattern"
"""Key of the project's setting that holds the regular expression."""
IMM_NAMES = r"(?:^|/)(\d{2,})-\d+[mf]$"
"""The names of the IMM face database: person, "-", view, then m or f: 07-3f."""
FIRST_FOLDER = r"^([^/]+)/"
"""A folder for each person."""


def person_of(picture: str) -> str | None:
    """Return the person that a picture's name shows by IMM's rule ("07-3f.jpg" is person 07)."""
    return person_rule(IMM_NAMES)(picture)


@cache
def person_rule(pattern: str = "") -> PersonOf:
    """Return the rule that ``pattern`` means; an empty one is IMM's.

    Raises:
        InputError: If it is no regular expression, or has no group or several.
    """
    try:
        compiled = re.compile(pattern or IMM_NAMES)
    except (re.error, OverflowError) as error:
        raise InputError(
            say(
                "the person pattern {pattern!r} is not valid: {error}",
                pattern=pattern,
                error=error,
            )
        ) from error
    if compiled.groups != 1:
        raise InputError(
            say(
                "the person pattern {pattern!r} has {groups} groups: put one pair of brackets "
                "around the person, as in ^(\\d+)-",
                pattern=pattern,
                groups=compiled.groups,
            )
        )

    def rule(picture: str) -> str | None:
        stem = picture
        if "." in picture.rpartition("/")[2][1:]:
            stem = picture.rpartition(".")[0]
        found = compiled.search(stem)
        return found.group(1) or None if found else None

    return rule
