"""Wide tables (.csv): one row a face, a column each for x and y of every point.

The columns are named x0, y0, x1, ... or after the points (nose tip_x), or numbered 0, 1, 2, ... in
the order x, y (YouTube faces); separated by commas, semicolons or tabs. Pixels count from 0 and an
empty cell is a missing point.
"""

from __future__ import annotations

import csv
import io
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.core.texts import say
from kpstudio.io.formats.base import MOST_CELLS, Holds, Problems, ReadResult, read_files
from kpstudio.io.formats.csv_layout import Layout, column_names, keeps_names, layout_of, table
from kpstudio.io.formats.json_text import FAR
from kpstudio.io.formats.one_file import OneFile
from kpstudio.io.images import SUFFIXES
from kpstudio.io.pictures import Pictures, reference_from
from kpstudio.io.text import HEAD_BYTES, BrokenFileError, decode_head, read_text, visible

DECIMALS = 6
_MISSING = frozenset({"", "nan", "na", "n/a", "null", "none", "-"})


class Csv(OneFile):
    """Wide tables."""

    name = "csv"
    title = "CSV table"
    suffixes: tuple[str, ...] = (".csv", ".tsv")
    holds = Holds(
        several_faces=True,
        boxes=False,
        missing=True,
        subpixel=True,
        visibility=False,
        scheme_names=True,
        line_breaks=False,
        names=keeps_names,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a table of landmarks by its header and first row."""
        text = decode_head(head)
        if len(head) >= HEAD_BYTES and text.strip().count("\n") > 1:
            text = text[: text.rindex("\n") + 1]  # the last row may be cut short
        return "\0" not in text and layout_of(text) is not None

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read tables; one with other points than the first is a problem."""
        pictures = pictures or Pictures(root)
        scheme: PointSchema | None = None
        faces: list[Face] = []
        problems: list[Problem] = Problems()
        numbers: Counter[str] = Counter()

        def add(path: Path, where: str) -> None:
            nonlocal scheme
            found, rows, odd = _read_table(path, where, pictures)
            problems.extend(odd)
            if scheme is not None and found.points != scheme.points:
                raise BrokenFileError(
                    say("left out, since its points differ from those of the first")
                )
            scheme = found
            for picture, landmarks, others in rows:
                faces.append(_face(picture, numbers[picture], landmarks, others))
                numbers[picture] += 1

        read_files(paths, pictures, problems, add)
        return ReadResult(
            scheme or generic_scheme(0), tuple(faces), tuple(problems), tuple(numbers)
        )

    def text(self, labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
        """Return one table, with six decimals at most."""
        return _table_text(labels, faces, path)


_Row = tuple[str, Landmarks | None, dict[str, str]]


def _read_table(
    path: Path, where: str, pictures: Pictures
) -> tuple[PointSchema, list[_Row], list[Problem]]:
    text = read_text(path)
    layout = layout_of(text)
    if layout is None:
        raise BrokenFileError(say("has no columns for a picture and for x and y of points"))
    rows: list[_Row] = []
    problems: list[Problem] = Problems()
    try:
        for index, (line, cells) in enumerate(table(text, layout.delimiter)):
            if index == 0 and layout.header:
                continue
            if len(rows) * len(layout.pairs) > MOST_CELLS:
                raise BrokenFileError(say("has more faces and points than can be read"))
            try:
                rows.append(_parse_row(cells, layout, path, pictures))
            except BrokenFileError as error:
                at = say("{where}, line {line}", where=where, line=line)
                problems.append(Problem(at, str(error)))
    except csv.Error as error:
        problems.append(
            Problem(where, say("is damaged, the rest of it was left out: {error}", error=error))
        )
    if not rows and not problems:
        problems.append(Problem(where, say("contains no faces: there is no row below its header")))
    return layout.scheme, rows, problems


def _parse_row(cells: Sequence[str], layout: Layout, path: Path, pictures: Pictures) -> _Row:
    if len(cells) != layout.width:
        raise BrokenFileError(
            say(
                "wrong number of points: {count} cells instead of {width}; left out",
                count=len(cells),
                width=layout.width,
            )
        )
    reference = cells[layout.picture]
    picture = pictures.find(reference, path) or pictures.find(reference.strip(), path)
    stem = reference.strip()
    if picture is None and stem and "\0" not in stem and Path(stem).suffix.lower() not in SUFFIXES:
        picture = pictures.beside(path.parent / f"{stem}.", path)
    if picture is None:
        raise BrokenFileError(
            say("labels without a picture: {stem} is missing", stem=visible(stem))
        )
    comma = layout.delimiter != ","
    xy = np.array([[coordinate(cells[column], comma) for column in pair] for pair in layout.pairs])
    landmarks = Landmarks.of(xy)
    others = {name: cells[column] for column, name in layout.others.items() if cells[column]}
    return picture, landmarks if landmarks.present.any() else None, others


def coordinate(cell: str, comma: bool = False) -> float:
    """Return the number in a cell, or NaN where it says that a point is missing.

    Args:
        cell: The text.
        comma: Whether a comma stands for the decimal point.

    Raises:
        BrokenFileError: If it holds something else.
    """
    text = cell.strip()
    if text.lower() in _MISSING:
        return math.nan
    try:
        number = float(text.replace(",", ".") if comma else text)
    except ValueError:
        raise BrokenFileError(say("{text!r} is not a number; left out", text=text[:40])) from None
    if not abs(number) <= FAR:
        raise BrokenFileError(say("{text!r} is not a coordinate; left out", text=text[:40]))
    return number


def _face(picture: str, number: int, landmarks: Landmarks | None, others: dict[str, str]) -> Face:
    return Face(
        id=face_id(picture, number),
        picture=picture,
        landmarks=landmarks,
        state=FaceState.LABELLED if landmarks else FaceState.UNLABELLED,
        extras={"csv": others} if others else {},
    )


def _table_text(labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
    columns = column_names(labels.scheme)
    pictures = Pictures(labels.root)
    taken = {"image", *columns}
    others = [
        name
        for name in dict.fromkeys(name for face in faces for name in face.extras.get("csv", {}))
        if name not in taken
    ]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["image", *columns, *others])
    for face in faces:
        reference = reference_from(path.parent, pictures.path(face.picture))
        more = [face.extras.get("csv", {}).get(name, "") for name in others]
        writer.writerow([reference, *_cells(face, labels.scheme.count), *more])
    return buffer.getvalue()


def _cells(face: Face, count: int) -> list[str]:
    if face.landmarks is None:
        return [""] * (2 * count)
    xy: FloatArray = face.landmarks.xy_image
    return ["" if math.isnan(v) else repr(round(float(v), DECIMALS)) for v in xy.ravel()]
