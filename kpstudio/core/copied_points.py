"""Points as text that a spreadsheet takes and gives back: one a line, with tabs between."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.edits import Edit, place_points
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray, Landmarks, Source, Visibility
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say

HEADING = ("point", "x", "y", "seen")
"""The words on top of the columns."""
_NUMBER = r"([-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?|nan)"
_ENGLISH = r"([-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan)"
_BARE = re.compile(rf"{_NUMBER}(?:\s*;\s*|\s+){_NUMBER}|{_ENGLISH}\s*,\s*{_ENGLISH}", re.IGNORECASE)
"""A line of two numbers; a comma stands between them only where it is not in them."""
_BARE_HEADING = re.compile(r"\s*x\s*[;,\s]\s*y\s*", re.IGNORECASE)
_NO_POINTS = say("The clipboard contains no points: copy points of a face first.")


@dataclass(frozen=True)
class CopiedPoints:
    """Some points of a face.

    Attributes:
        points: N numbers in the scheme, each once.
        xy_image: (N, 2) pixels; NaN for a missing point.
        visibility: (N,) of `Visibility`.
    """

    points: tuple[int, ...]
    xy_image: FloatArray
    visibility: NDArray[np.uint8]


def points_text(
    scheme: PointSchema, landmarks: Landmarks, points: Sequence[int], decimal: str = "."
) -> str:
    """Return ``points`` of a face as text: a heading, then name, x, y and how far it is seen.

    Coordinates are pixels of the image frame, with all their digits; a missing point has none.

    Args:
        scheme: Of the face.
        landmarks: Of the face.
        points: Numbers of those to write.
        decimal: What parts whole pixels from their fractions: "." or ",", as a spreadsheet reads.
    """
    lines = ["\t".join(HEADING)]
    for point in points:
        seen = Visibility(landmarks.visibility[point])
        there = seen is not Visibility.MISSING
        digits = [repr(float(value)) if there else "" for value in landmarks.xy_image[point]]
        places = [number.replace(".", decimal) for number in digits]
        lines.append("\t".join((scheme.points[point], *places, seen.name.lower())))
    return "\n".join(lines) + "\n"


def is_points_text(text: str) -> bool:
    """Return whether ``text`` is meant to be points, be it right or not."""
    return bool(_bare_rows(text)) or _has_heading(text)


def _has_heading(text: str) -> bool:
    return text.lstrip().split("\n", 1)[0].strip().split("\t")[:3] == list(HEADING[:3])


def read_points(text: str, scheme: PointSchema) -> CopiedPoints:
    """Read what `points_text` wrote, perhaps by way of a spreadsheet, or all points without names.

    Those without names are x and y in the order of the scheme, two numbers a line and nothing else.
    Numbers may have a decimal comma, lines may be in another order, and a point may lack the word
    about how far it is seen: it is visible then.

    Args:
        text: What was copied.
        scheme: Of the face that the points are for.

    Raises:
        InputError: If the text is no points, some are not of the scheme, or there are no names and
            too many points or too few.
    """
    if bare := _bare_rows(text):
        return _in_order(bare, scheme)
    if not _has_heading(text):
        raise InputError(_NO_POINTS)
    lines = [line.rstrip("\r").split("\t") for line in text.strip("\n\r").split("\n")[1:]]
    rows = [row for row in lines if any(cell.strip() for cell in row)]
    if not rows:
        raise InputError(_NO_POINTS)
    numbers = {name: number for number, name in enumerate(scheme.points)}
    found: dict[int, tuple[float, float, Visibility]] = {}
    for row in rows:
        name, x, y, seen = (*(cell.strip() for cell in row), "", "", "")[:4]
        if name not in numbers:
            raise InputError(
                say(
                    "The copied points belong to another scheme: {scheme} has no point “{name}”.",
                    scheme=scheme.name,
                    name=name,
                )
            )
        if numbers[name] in found:
            raise InputError(say("The copied points name “{name}” twice.", name=name))
        found[numbers[name]] = (*_place(name, x, y, seen), _seen(name, seen, bool(x or y)))
    return _copied(found)


def _bare_rows(text: str) -> list[tuple[str, str]]:
    """Return x and y of each line; nothing where a line is anything else."""
    written = [line for line in text.splitlines() if line.strip()]
    if written and _BARE_HEADING.fullmatch(written[0]):
        del written[0]
    lines = [_BARE.fullmatch(line.strip()) for line in written]
    if not all(lines):
        return []
    pairs = (filter(None, line.groups()) for line in lines if line)
    return [(next(pair), next(pair)) for pair in pairs]


def _in_order(rows: Sequence[tuple[str, str]], scheme: PointSchema) -> CopiedPoints:
    if len(rows) != scheme.count:
        raise InputError(
            say(
                "The copied text has {rows} lines of two numbers, but {scheme} has {count} "
                "points: copy one line per point.",
                rows=len(rows),
                scheme=scheme.name,
                count=scheme.count,
            )
        )
    named = zip(scheme.points, rows, strict=True)
    places = [
        (math.nan, math.nan) if "nan" in f"{x}{y}".lower() else _place(name, x, y, "")
        for name, (x, y) in named
    ]
    missing = [math.isnan(x) for x, _ in places]
    seen = [Visibility.MISSING if gone else Visibility.VISIBLE for gone in missing]
    return _copied({n: (*place, seen[n]) for n, place in enumerate(places)})


def _copied(found: dict[int, tuple[float, float, Visibility]]) -> CopiedPoints:
    points = tuple(sorted(found))
    xy_image = np.array([found[point][:2] for point in points], dtype=np.float64)
    visibility = np.array([found[point][2] for point in points], dtype=np.uint8)
    return CopiedPoints(points, xy_image, visibility)


def _place(name: str, x: str, y: str, seen: str) -> tuple[float, float]:
    if seen.lower() == "missing" or not (x or y):
        return math.nan, math.nan
    try:
        place = float(x.replace(",", ".")), float(y.replace(",", "."))
    except ValueError:
        place = math.nan, math.nan
    if not all(map(math.isfinite, place)):
        raise InputError(
            say(
                "The copied point “{name}” has no position: x is “{x}”, y is “{y}”.",
                name=name,
                x=x,
                y=y,
            )
        )
    return place


def _seen(name: str, word: str, placed: bool) -> Visibility:
    if not word:
        return Visibility.VISIBLE if placed else Visibility.MISSING
    try:
        return Visibility[word.upper()]
    except KeyError:
        known = ", ".join(one.name.lower() for one in Visibility)
        raise InputError(
            say(
                "The copied point “{name}” is “{word}”: write {known}.",
                name=name,
                word=word,
                known=known,
            )
        ) from None


def paste_points(face: Face, count: int, copied: CopiedPoints, keep: Iterable[int] = ()) -> Edit:
    """Give ``face`` the copied points; its others stay, and it is then corrected.

    Args:
        face: Of a scheme of ``count`` points, with or without landmarks.
        count: The number of points K.
        copied: What it gets.
        keep: Points that stay where they are.
    """
    held = set(keep)
    taken = [row for row, point in enumerate(copied.points) if point not in held]
    points = [copied.points[row] for row in taken]
    before = face.landmarks or Landmarks.of(np.full((count, 2), np.nan))
    xy_image, visibility = before.xy_image.copy(), before.visibility.copy()
    xy_image[points] = copied.xy_image[taken]
    visibility[points] = copied.visibility[taken]
    what = "1 point" if len(points) == 1 else f"{len(points)} points"
    landmarks = Landmarks(xy_image, visibility, source=Source.PERSON)
    edit = place_points(face, landmarks, f"paste {what}")
    return edit if points else replace(edit, changes=())
