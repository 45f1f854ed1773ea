"""What the parts of a face are called in dlib's XML, and which scheme the names make."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpstudio.core.schema import PointSchema, generic_scheme, scheme_for_count, shipped_schemes

_COMMENT = re.compile(r"kpstudio: (\d{1,6}) points")


def comment_of(scheme: PointSchema) -> str:
    """Return the note that tells how many points there are, even those missing everywhere."""
    return f"kpstudio: {scheme.count} points"


def scheme_of(names: Iterable[str], comment: str = "") -> tuple[PointSchema, dict[str, int]]:
    """Return the scheme that part names make, and each name's point number.

    Names that are numbers are sorted as such, others by the alphabet. Numbers that may be those of
    a shipped scheme, or of the scheme that `comment_of` noted, may have gaps: points missing from
    every face.
    """
    unique = set(names)
    if not unique:
        return generic_scheme(0), {}
    if all(name.isascii() and name.isdigit() and len(name) < 7 for name in unique):
        return _numbered(unique, _COMMENT.search(comment))
    ordered = tuple(sorted(unique))
    index = {name: k for k, name in enumerate(ordered)}
    for scheme in (*shipped_schemes(), generic_scheme(len(ordered))):
        if set(scheme.points) == unique:
            return scheme, {name: k for k, name in enumerate(scheme.points)}
    return generic_scheme(len(ordered), ordered), index


def _numbered(names: set[str], noted: re.Match[str] | None) -> tuple[PointSchema, dict[str, int]]:
    numbers = {name: int(name) for name in names}
    top = max(numbers.values())
    count = int(noted[1]) if noted else top + 1
    distinct = len(set(numbers.values())) == len(names)
    shipped = scheme_for_count(count) in shipped_schemes()
    if distinct and top < count and (noted or shipped or len(names) == count):
        return scheme_for_count(count), numbers
    ordered = tuple(sorted(names, key=lambda name: (numbers[name], name)))
    index = {name: k for k, name in enumerate(ordered)}
    if distinct and min(numbers.values()) == 1 and top == len(names):
        return scheme_for_count(len(names)), index
    return generic_scheme(len(names), ordered), index


def names_for(scheme: PointSchema, all_placed: bool = True) -> tuple[str, ...]:
    """Return the part names to write: the scheme's own where reading keeps their order.

    dlib sorts parts by name, so all others are written as numbers of equal length.

    Args:
        scheme: The points.
        all_placed: Whether some face has each point; a name that is nowhere would be lost.
    """
    read_back, _ = scheme_of(scheme.points)
    known = scheme_for_count(scheme.count).points == scheme.points
    if all_placed and not known and read_back.points == scheme.points:
        return scheme.points
    digits = max(2, len(str(scheme.count - 1)))
    return tuple(f"{k:0{digits}}" for k in range(scheme.count))


def keeps_names(scheme: PointSchema) -> bool:
    """Whether the names of a scheme's points come back from what `names_for` writes."""
    return scheme_of(names_for(scheme), comment_of(scheme))[0].points == scheme.points
