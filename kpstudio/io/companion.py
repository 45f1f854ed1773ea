"""What the points of label files are that only number them, or do not tell their mirror pairs.

A table beside them says it: a .csv with a column "name" and, usually, "mirror_index" (or "mirror"):
the row number, from 0, of the point that each becomes in a mirrored picture. Else the shape of the
points may tell.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face
from kpstudio.core.mean_shape import mean_shape, shapes_of
from kpstudio.core.mirror import derive_mirror
from kpstudio.core.recognise import recognise
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.io.formats.csv_layout import table
from kpstudio.io.text import BrokenFileError, read_text

FILE_NAME = "points.csv"
LEAST_FACES = 8
"""Fewer faces do not tell whether their mean is symmetric, or they happen to be."""

_MIRROR = ("mirror_index", "mirror")


def is_companion(path: Path) -> bool:
    """Whether the file at ``path`` is a table of points."""
    try:  # the first row alone: the table of anything may be large
        _, cells = next(table(read_text(path), ","), (0, []))
    except (BrokenFileError, csv.Error):
        return False
    header = [cell.strip().lower() for cell in cells]
    return "name" in header and any(title in header for title in _MIRROR)


def settled_scheme(
    scheme: PointSchema, companions: list[Path], faces: Sequence[Face]
) -> tuple[PointSchema, list[Problem]]:
    """Return what is known about the points of label files.

    Points without names are those of the table beside them, else those of a shipped scheme if their
    mean shape is that of a face. Mirror pairs that nothing tells are taken from the names or the
    mean shape of the points, if that is clearly symmetric; this is told as a problem.

    Args:
        scheme: As the label files have it.
        companions: Tables of points.
        faces: What the label files hold.

    Returns:
        The scheme with as many points in the same order, and what a person should know.
    """
    named, trouble = scheme_beside(scheme, companions)
    problems = [trouble] if trouble is not None else []
    if named.count == 0 or named.paired:
        return named, problems
    shapes = shapes_of(faces, named.count)
    mean = mean_shape(shapes)
    if named.unnamed:
        named = recognise(named.count, mean) or named
    if named.paired or len(shapes) < LEAST_FACES:
        return named, problems
    derived = derive_mirror(named.points, mean)
    if derived.clear:
        told = say(
            "{count} mirror pairs were derived from the mean shape of the points: check them in "
            "Points > Edit scheme before training with mirrored pictures"
        )
        if derived.named:
            told = say(
                "{count} mirror pairs were derived from the names of the points: check them in "
                "Points > Edit scheme before training with mirrored pictures"
            )
        count = sum(other > k for k, other in enumerate(derived.pairs))
        problems.append(Problem(named.name, say(told, count=count)))
        named = replace(named, mirror=derived.pairs)
    return named, problems


def scheme_beside(
    scheme: PointSchema, companions: list[Path]
) -> tuple[PointSchema, Problem | None]:
    """Return the scheme with the names of the first table that fits it.

    A scheme that has names already stays as it is.

    Returns:
        The scheme, and what is wrong with the table where it fits by its length only.
    """
    if scheme.count == 0 or not scheme.unnamed:
        return scheme, None
    for path in companions:
        try:
            header, *rows = _rows(path)
            if len(rows) == scheme.count:
                return _named(scheme, header, rows), None
        except (BrokenFileError, InputError, ValueError, IndexError) as error:
            return scheme, Problem(path.name, say("does not name the points: {error}", error=error))
    return scheme, None


def _named(scheme: PointSchema, header: list[str], rows: list[list[str]]) -> PointSchema:
    name = header.index("name")
    mirror = next(header.index(title) for title in _MIRROR if title in header)
    return PointSchema(
        scheme.name,
        tuple(row[name].strip() for row in rows),
        tuple(int(row[mirror]) for row in rows),
    )


def _rows(path: Path) -> list[list[str]]:
    try:
        rows = [cells for _, cells in table(read_text(path), ",")]
    except csv.Error as error:
        raise BrokenFileError(str(error)) from error
    return [[cell.strip().lower() for cell in rows[0]], *rows[1:]] if rows else []
