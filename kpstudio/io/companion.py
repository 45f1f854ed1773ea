"""A table of the points' names and mirror pairs beside label files that only number them.

The table is a .csv with a column "name" and, usually, "mirror_index" (or "mirror"): the row number,
from 0, of the point that each becomes in a mirrored picture.
"""

from __future__ import annotations

import csv
from pathlib import Path

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.io.formats.csv_layout import table
from kpstudio.io.text import BrokenFileError, read_text

FILE_NAME = "points.csv"
_MIRROR = ("mirror_index", "mirror")


def is_companion(path: Path) -> bool:
    """Whether the file at ``path`` is a table of points."""
    try:
        header = _rows(path)[0]
    except (BrokenFileError, IndexError):
        return False
    return "name" in header and any(title in header for title in _MIRROR)


def scheme_beside(
    scheme: PointSchema, companions: list[Path]
) -> tuple[PointSchema, Problem | None]:
    """Return the scheme with the names of the first table that fits it.

    A scheme that has names already stays as it is.

    Returns:
        The scheme, and what is wrong with the table where it fits by its length only.
    """
    if scheme.count == 0 or scheme.points != generic_scheme(scheme.count).points:
        return scheme, None
    for path in companions:
        try:
            header, *rows = _rows(path)
            if len(rows) == scheme.count:
                return _named(scheme, header, rows), None
        except (BrokenFileError, InputError, ValueError, IndexError) as error:
            return scheme, Problem(path.name, f"does not name the points: {error}")
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
