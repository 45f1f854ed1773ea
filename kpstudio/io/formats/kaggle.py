"""Kaggle's facial keypoints (.csv): a row a face, its picture's grey values in the last cell.

The columns are ``<point>_x`` and ``<point>_y``, in any order, whatever else there is (the test set
has an ImageId and no points), and ``Image``: the values of a square picture, row by row, 96 x 96 in
Kaggle's files. An empty cell is a missing point. Pixels count from 0; the half pixel is unstated,
and the centre of the top-left pixel is taken as 0, for the values were drawn over the array of the
picture's pixels. Left and right are the subject's. Source: the data page of the competition "Facial
Keypoints Detection" (kaggle.com) and its training.csv and test.csv.

The pictures stay in the file (see `kpstudio.io.inside`). Written ones are grey; one that is not
square is filled up with black at the right or below, so that no point moves.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import numpy as np

from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema, generic_scheme, scheme_for
from kpstudio.core.texts import say
from kpstudio.io.atomic import replacing
from kpstudio.io.formats.base import MOST_CELLS, Holds, Problems, ReadResult, read_files
from kpstudio.io.formats.csv import coordinate
from kpstudio.io.formats.csv_layout import row_text, table
from kpstudio.io.formats.one_file import one_file
from kpstudio.io.images import UInt8Array, read_grey
from kpstudio.io.inside import COLUMN, MAX_SIDE, Row, picture_table
from kpstudio.io.pictures import Pictures
from kpstudio.io.text import BrokenFileError, decode_head

DECIMALS = 6
_AXES = ("_x", "_y")
_LEAST_SIDE = 8
_LEAST_VALUES = 51
"""Fewer numbers in a cell may be anything."""


class Kaggle:
    """Tables of facial keypoints with the pictures inside."""

    name = "kaggle"
    title = "Kaggle keypoints CSV"
    suffixes: tuple[str, ...] = (".csv",)
    per_picture = False
    holds = Holds(
        several_faces=False,
        boxes=False,
        missing=True,
        subpixel=True,
        visibility=False,
        scheme_names=True,
        pointless=True,
        needs_picture=True,
        own_pictures=MAX_SIDE,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell the table by its last column, which is full of numbers."""
        rows: list[list[str]] = []
        with suppress(csv.Error):
            rows += (cells for _, cells in islice(table(decode_head(head), ","), 2))
        if len(rows) < 2 or rows[0][-1].strip().lower() != COLUMN:
            return False
        values = rows[1][-1].split()
        return len(values) >= _LEAST_VALUES and all(v.isascii() and v.isdigit() for v in values)

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read tables; one with other points than the first is a problem."""
        pictures = pictures or Pictures(root)
        scheme = generic_scheme(0)
        faces: dict[str, Face] = {}
        problems: list[Problem] = Problems()

        def add(path: Path, where: str) -> None:
            nonlocal scheme
            found = picture_table(path)
            layout = _layout_of(found.header)
            if scheme.count and layout.scheme.count and layout.scheme.points != scheme.points:
                raise BrokenFileError(
                    say("left out, since its points differ from those of the first")
                )
            if len(found.rows) * len(layout.pairs) > MOST_CELLS:
                raise BrokenFileError(say("has more faces and points than can be read"))
            scheme = layout.scheme if layout.scheme.count else scheme
            for number, row in enumerate(found.rows, start=1):
                picture = pictures.inside(path / str(number))
                try:
                    faces[picture] = _face(row, layout, picture)
                except BrokenFileError as error:
                    at = say("{where}, line {line}", where=where, line=row.line)
                    problems.append(Problem(at, str(error)))

        read_files(paths, pictures, problems, add)
        return ReadResult(scheme, tuple(faces.values()), tuple(problems), tuple(faces))

    def plan(self, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Return the one file for all faces."""
        return [one_file(folder, ".csv")] if faces else []

    def write(self, labels: LabelSet, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Write one table, coordinates with six decimals at most.

        Raises:
            InputError: If a picture cannot be opened, or the file cannot be written.
        """
        planned = self.plan(faces, folder)
        for path in planned:
            with replacing(path) as temporary, temporary.open("wb") as file:
                _write_table(file, labels, faces)
        return planned


@dataclass(frozen=True)
class _Layout:
    """The meaning of the columns before the grey values.

    Attributes:
        width: How many there are.
        scheme: The points.
        pairs: K pairs (column of x, column of y).
        others: Columns with something else -> their names.
    """

    width: int
    scheme: PointSchema
    pairs: tuple[tuple[int, int], ...]
    others: Mapping[int, str]


def _layout_of(header: Sequence[str]) -> _Layout:
    columns = {title: k for k, title in reversed(list(enumerate(header)))}  # the first counts
    bare = [title[:-2] for title in dict.fromkeys(header) if title.endswith("_x")]
    names = [name for name in bare if f"{name}_y" in columns]
    pairs = tuple((columns[f"{name}_x"], columns[f"{name}_y"]) for name in names)
    used = {column for pair in pairs for column in pair}
    others = {k: title for k, title in enumerate(header) if k not in used}
    return _Layout(len(header), scheme_for(names, len(names)), pairs, others)


def _face(row: Row, layout: _Layout, picture: str) -> Face:
    if row.side == 0:
        raise BrokenFileError(say("the grey values are not those of a square picture; left out"))
    try:
        cells = next(csv.reader([row.cells]), [])
    except csv.Error as error:
        raise BrokenFileError(
            say("is not a row of a table: {error}; left out", error=error)
        ) from error
    if len(cells) != layout.width:
        raise BrokenFileError(
            say(
                "wrong number of points: {count} cells before the picture instead of {width}; "
                "left out",
                count=len(cells),
                width=layout.width,
            )
        )
    xy = np.array([[coordinate(cells[column]) for column in pair] for pair in layout.pairs])
    landmarks = Landmarks.of(xy.reshape(-1, 2))
    others = {name: cells[column] for column, name in layout.others.items() if cells[column]}
    labelled = bool(landmarks.present.any())
    return Face(
        id=face_id(picture),
        picture=picture,
        landmarks=landmarks if labelled else None,
        state=FaceState.LABELLED if labelled else FaceState.UNLABELLED,
        photo=not layout.pairs,
        extras={"kaggle": others} if others else {},
    )


def _write_table(file: BinaryIO, labels: LabelSet, faces: Sequence[Face]) -> None:
    columns = [f"{name}{axis}" for name in labels.scheme.points for axis in _AXES]
    taken = {COLUMN, *columns}
    extras = [face.extras.get("kaggle", {}) for face in faces]
    others = [name for name in dict.fromkeys(k for e in extras for k in e) if name not in taken]
    file.write(row_text([*others, *columns, "Image"]).encode())
    for face, extra in zip(faces, extras, strict=True):
        cells = [*(extra.get(name, "") for name in others), *_cells(face, labels.scheme.count)]
        grey = _square(read_grey(labels.picture_path(face.picture)))
        file.write(row_text([*cells, " ".join(map(str, grey.ravel().tolist()))]).encode())


def _cells(face: Face, count: int) -> list[str]:
    if face.landmarks is None:
        return [""] * (2 * count)
    xy = face.landmarks.xy_image
    return ["" if math.isnan(v) else repr(round(float(v), DECIMALS)) for v in xy.ravel()]


def _square(grey: UInt8Array) -> UInt8Array:
    height, width = grey.shape
    side = max(height, width, _LEAST_SIDE)
    return np.pad(grey, ((0, side - height), (0, side - width)))
