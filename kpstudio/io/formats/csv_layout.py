"""Which column of a table means what."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from kpstudio.core.schema import PointSchema, generic_scheme, scheme_for_count, shipped_schemes
from kpstudio.core.texts import say
from kpstudio.io.images import SUFFIXES

_NUMBERED = re.compile(r"([xy])[ _.-]?(\d{1,6})", re.IGNORECASE)
_NAMED_BEFORE = re.compile(r"([xy])[_.](.+)", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"(.+?)[ _.-]([xy])", re.IGNORECASE)
_PICTURE_WORDS = (
    *("image", "image_name", "imagename", "image_path", "image_file", "imagefile", "img"),
    *("filename", "file_name", "file", "filepath", "file_path", "path", "picture", "photo"),
    "name",  # MUCT's, without the suffix
)
_DELIMITERS = ",;\t"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

MOST_COLUMNS = 100_000
"""Two for each of 50,000 points; a row of more would fill the memory."""


@dataclass(frozen=True)
class Layout:
    """The meaning of a table's columns.

    Attributes:
        delimiter: Between the cells.
        header: Whether the first row names the columns.
        width: Number of columns.
        picture: The column of the picture's name.
        pairs: K pairs (column of x, column of y), in the order of the scheme.
        scheme: The points.
        others: Columns with something else -> their names.
    """

    delimiter: str
    header: bool
    width: int
    picture: int
    pairs: tuple[tuple[int, int], ...]
    scheme: PointSchema
    others: Mapping[int, str]


def layout_of(text: str) -> Layout | None:
    """Return the layout of the table that begins with ``text``, or None if it is no landmarks'."""
    for delimiter in sorted(_DELIMITERS, key=lambda d: -text.partition("\n")[0].count(d)):
        rows = _first_rows(text, delimiter)
        if rows and len(rows[0]) >= 3:
            layout = _with_header(rows, delimiter) or _without_header(rows, delimiter)
            if layout is not None:
                return layout
    return None


def table(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells) of each row that is not blank.

    Raises:
        csv.Error: If it is no table, or one with absurdly many columns.
    """
    columns = 0

    def lines() -> Iterator[str]:
        nonlocal columns
        for match in _LINE.finditer(text):
            line = match[0]
            columns += line.count(delimiter)
            if columns > MOST_COLUMNS:
                raise csv.Error(say("it has more than {most:,} columns", most=MOST_COLUMNS))
            yield line

    reader = csv.reader(lines(), delimiter=delimiter)
    for cells in reader:
        columns = 0
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells


def row_text(cells: Iterable[str]) -> str:
    """Return a row of a comma-separated table, ended with a line feed; cells may hold anything."""
    buffer = io.StringIO(newline="")
    # The writer quotes only such line breaks as it writes itself.
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n") + "\n"


def column_names(scheme: PointSchema) -> list[str]:
    """Return the columns to write: x0, y0, ..., or by name where numbers would lose the names."""
    numbered = [f"{axis}{k}" for k in range(scheme.count) for axis in "xy"]
    named = [f"{name}_{axis}" for name in scheme.points for axis in "xy"]
    unnamed = scheme_for_count(scheme.count).points == scheme.points
    return named if not unnamed and _reads_back(named, scheme) else numbered


def keeps_names(scheme: PointSchema) -> bool:
    """Whether the names of a scheme's points come back from the columns that are written."""
    found = _named_points(column_names(scheme))
    return found is not None and found[0].points == scheme.points


def _reads_back(columns: Sequence[str], scheme: PointSchema) -> bool:
    """Whether columns are understood as they are meant: "x_y_x" would be another point."""
    found = _named_points([column.strip() for column in columns])
    straight = tuple((2 * k, 2 * k + 1) for k in range(scheme.count))
    return found is not None and found[0].points == scheme.points and found[1] == straight


def _first_rows(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    with suppress(csv.Error):  # what comes before the trouble may do
        rows.extend(cells for _, cells in islice(table(text, delimiter), 4))
    return rows


def _with_header(rows: Sequence[list[str]], delimiter: str) -> Layout | None:
    header = [cell.strip() for cell in rows[0]]
    found = _named_points(header) or _counted_points(header)
    if found is None:
        return None
    scheme, pairs = found
    used = {column for pair in pairs for column in pair}
    first = next((row for row in rows[1:] if len(row) == len(header)), None)
    picture = _picture_column(header, used, first)
    if picture is None:
        return None
    others = {
        column: name
        for column, name in enumerate(header)
        if column not in used and column != picture and name
    }
    return Layout(delimiter, True, len(header), picture, pairs, scheme, others)


def _without_header(rows: Sequence[list[str]], delimiter: str) -> Layout | None:
    first = rows[0]
    count, odd = divmod(len(first) - 1, 2)
    numbers = all(_is_number(cell) or not cell.strip() for cell in first[1:])
    if odd or not count or not numbers or not _names_picture(first[0]):
        return None
    pairs = tuple((2 * k + 1, 2 * k + 2) for k in range(count))
    return Layout(delimiter, False, len(first), 0, pairs, scheme_for_count(count), {})


def _named_points(
    header: Sequence[str],
) -> tuple[PointSchema, tuple[tuple[int, int], ...]] | None:
    places: dict[str, dict[str, int]] = {}
    for column, title in enumerate(header):
        parsed = _axis_and_name(title)
        if parsed is not None:
            places.setdefault(parsed[1], {}).setdefault(parsed[0], column)
    titles = {title.lower() for title in header}
    names = [
        name
        for name, axes in places.items()
        if len(axes) == 2 and not _is_box(name.lower(), titles)
    ]
    if not names:
        return None
    scheme, names = _scheme_of(names)
    return scheme, tuple((places[name]["x"], places[name]["y"]) for name in names)


def _axis_and_name(title: str) -> tuple[str, str] | None:
    """Split "x0", "y_nose" or "nose tip_x" into axis and point name."""
    for pattern in (_NUMBERED, _NAMED_BEFORE):
        match = pattern.fullmatch(title)
        if match is not None:
            return match[1].lower(), match[2]
    match = _NAMED_AFTER.fullmatch(title)
    return (match[2].lower(), match[1]) if match is not None else None


def _is_box(name: str, titles: set[str]) -> bool:
    return any(f"{name}_{extent}" in titles for extent in ("w", "width"))


def _scheme_of(names: list[str]) -> tuple[PointSchema, list[str]]:
    """Return the scheme and the names in its order."""
    count = len(names)
    if all(name.isascii() and name.isdigit() and len(name) < 7 for name in names):
        ordered = sorted(names, key=int)
        numbers = [int(name) for name in ordered]
        if numbers in (list(range(count)), list(range(1, count + 1))):
            return scheme_for_count(count), ordered
        return generic_scheme(count, tuple(ordered)), ordered
    for scheme in (*shipped_schemes(), generic_scheme(count)):
        if set(scheme.points) == set(names):
            return scheme, list(scheme.points)
    return generic_scheme(count, tuple(names)), names


def _counted_points(
    header: Sequence[str],
) -> tuple[PointSchema, tuple[tuple[int, int], ...]] | None:
    """Columns 0, 1, 2, ... are x and y in turn, as in the YouTube-faces key points."""
    columns = [c for c, name in enumerate(header) if name.isascii() and name.isdigit()]
    count, odd = divmod(len(columns), 2)
    numbers = [int(header[column][:9]) for column in columns]
    if odd or not count or numbers != list(range(numbers[0], numbers[0] + 2 * count)):
        return None
    if numbers[0] not in (0, 1):
        return None
    pairs = tuple((columns[2 * k], columns[2 * k + 1]) for k in range(count))
    return scheme_for_count(count), pairs


def _picture_column(
    header: Sequence[str], used: set[int], first: Sequence[str] | None
) -> int | None:
    free = [column for column in range(len(header)) if column not in used]
    if first is not None:
        named = [column for column in free if _names_picture(first[column])]
        if named:
            return named[0]
    by_word = [column for column in free if header[column].lower() in _PICTURE_WORDS]
    if not by_word or (first is not None and _is_pixels(first[by_word[0]])):
        return None
    return by_word[0]


def _names_picture(cell: str) -> bool:
    stem, dot, suffix = cell.strip().rpartition(".")
    return bool(stem) and f"{dot}{suffix.lower()}" in SUFFIXES


def _is_pixels(cell: str) -> bool:
    """Whether a cell holds a whole picture's grey values, as Kaggle's facial keypoints do."""
    words = cell.split()
    return len(words) > 50 and all(word.isdigit() for word in words[:50])


def _is_number(cell: str) -> bool:
    try:
        float(cell.replace(",", "."))
    except ValueError:
        return False
    return True
