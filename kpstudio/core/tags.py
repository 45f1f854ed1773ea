"""Tags: a person's own words on faces, to find them by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.texts import say

NO_TAG = "none"
"""What a search says for faces without a tag; no tag is called so."""
_LONGEST = 60


def clean_tag(text: str) -> str:
    """Return a tag as it is kept: its words with one space between them.

    Raises:
        InputError: If nothing is left, it is too long, or it could not be told from other text.
    """
    tag = " ".join(text.split())
    if not tag:
        raise InputError(say("a tag needs at least one letter: try glasses"))
    if len(tag) > _LONGEST:
        raise InputError(
            say(
                "the tag {tag}… is longer than {longest} letters: shorten it",
                tag=tag[:20],
                longest=_LONGEST,
            )
        )
    if tag.casefold() == NO_TAG:
        raise InputError(
            say(
                "a tag cannot be called {no_tag}: tag:{no_tag} finds faces without one",
                no_tag=NO_TAG,
            )
        )
    if any(letter in ',"' or not letter.isprintable() for letter in tag):
        raise InputError(
            say(
                "the tag {tag!r} contains a comma, a quote or a character that is not text", tag=tag
            )
        )
    return tag


def parse_tags(text: str) -> frozenset[str]:
    """Return the tags of a line such as ``glasses, looks away``.

    Raises:
        InputError: If one of them is no tag.
    """
    return frozenset(clean_tag(part) for part in text.split(",") if part.strip())


def tags_in_use(faces: Iterable[Face]) -> list[str]:
    """Return the tags of ``faces``, those of most faces first."""
    counts = Counter(tag for face in faces for tag in face.tags)
    return sorted(counts, key=lambda tag: (-counts[tag], tag.casefold(), tag))
