"""Pictures that lie inside a table: the grey values of each are a cell of its row.

Kaggle's facial keypoints come so. Such a picture is called ``<table>/<row>``, rows from 1, as if
the table were a folder. The values are never held: one pass notes where each row's lie.
"""

from __future__ import annotations

import csv
import math
import os
import re
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image

from kpstudio.core.texts import say
from kpstudio.io.text import MAX_BYTES, BrokenFileError, decode, open_file

SUFFIX = ".csv"
"""Of the tables."""

COLUMN = "image"
"""The lower-case name of the column of grey values, which is the last."""

MAX_SIDE = 1024
"""Pixels across the largest picture that a table may hold."""

MOST_ROWS = 1_000_000
"""Of a table; each takes some hundred bytes of memory."""

_MAX_LINE = 5 * MAX_SIDE**2
_AROUND = b' "\t\r\n'
_DIGITS = b"0123456789 "
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_KEPT_TABLES = 4


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Attributes:
        line: Its number in the file, from 1.
        cells: The text before the grey values.
        offset: Where these begin in the file, in bytes.
        length: Their length in bytes.
        side: Pixels across the square picture, or 0 where they make none.
    """

    line: int
    cells: str
    offset: int
    length: int
    side: int


@dataclass(frozen=True)
class PictureTable:
    """A table with pictures.

    Attributes:
        header: The names of its columns, without that of the grey values.
        rows: Those that are not blank.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]


_tables: OrderedDict[tuple[str, int, int], PictureTable] = OrderedDict()
_lock = threading.Lock()


def picture_table(path: Path) -> PictureTable:
    """Return what lies where in the table at ``path``; it is read again only where it changed.

    Raises:
        BrokenFileError: If it cannot be read or has no pictures.
    """
    try:
        status = path.stat()
        key = (os.path.abspath(path), status.st_mtime_ns, status.st_size)  # noqa: PTH100
        with _lock:
            if key not in _tables:
                with open_file(path) as file:
                    _tables[key] = _index(file)
                while len(_tables) > _KEPT_TABLES:
                    _tables.popitem(last=False)
            _tables.move_to_end(key)
            return _tables[key]
    except OSError as error:
        raise BrokenFileError(
            say("cannot be read: {error}", error=error.strerror or error)
        ) from error


def is_inside(path: Path) -> bool:
    """Whether ``path`` leads into a table."""
    # Unlike Path.is_file, this takes every name, too long ones as well.
    return path.parent.suffix.lower() == SUFFIX and os.path.isfile(path.parent)  # noqa: PTH113


def pictures_inside(path: Path) -> list[Path]:
    """Return the pictures in the table at ``path``; none where it is something else."""
    if path.suffix.lower() != SUFFIX:
        return []
    try:
        rows = picture_table(path).rows
    except BrokenFileError:
        return []
    return [path / str(number) for number, row in enumerate(rows, start=1) if row.side]


def file_of(path: Path) -> Path:
    """Return the file on disk that the picture at ``path`` is, or lies in."""
    return path.parent if is_inside(path) else path


def is_picture_file(path: Path) -> bool:
    """Whether there is a file at ``path``, or a picture inside one."""
    if not is_inside(path):
        return os.path.isfile(path)  # noqa: PTH113
    try:
        return _row(path).side > 0
    except BrokenFileError:
        return False


def size_inside(path: Path) -> tuple[int, int]:
    """Return (width, height) of a picture in a table.

    Raises:
        BrokenFileError: If there is none.
    """
    row = _row(path)
    if row.side == 0:
        raise BrokenFileError(say("its grey values are not those of a square picture"))
    return row.side, row.side


def read_inside(path: Path) -> Image.Image:
    """Return a picture in a table, grey.

    Raises:
        BrokenFileError: If there is none.
        OSError: If the table cannot be read any more.
    """
    width, height = size_inside(path)
    row = _row(path)
    with path.parent.open("rb") as file:
        file.seek(row.offset)
        text = file.read(row.length)
    values = np.fromstring(text.decode("ascii"), dtype=np.int64, sep=" ")
    if len(values) != width * height or values.max() > 255:
        raise BrokenFileError(say("its grey values are not all from 0 to 255"))
    return Image.fromarray(values.astype(np.uint8).reshape(height, width))


def _row(path: Path) -> Row:
    rows = picture_table(path.parent).rows
    if _NUMBER.fullmatch(path.name) is None or int(path.name) > len(rows):
        raise BrokenFileError(say("the table has no such row"))
    return rows[int(path.name) - 1]


def _index(file: BinaryIO) -> PictureTable:
    """Note where everything lies, in one pass."""
    lines = _lines(file)
    try:
        titles = next(csv.reader(decode(line) for _, line in lines), [])
    except csv.Error as error:
        raise BrokenFileError(say("is not a table: {error}", error=error)) from error
    if not titles or titles[-1].strip().lower() != COLUMN:
        raise BrokenFileError(say('its last column is not "Image" with grey values'))
    offset = file.tell()
    rows = []
    kept = 0
    for number, line in lines:
        if line.strip():
            rows.append(row := _row_of(number, line, offset))
            kept += len(row.cells)
        if len(rows) > MOST_ROWS or kept > MAX_BYTES:
            raise BrokenFileError(
                say(
                    "has more than {most_rows:,} pictures, or far too much text",
                    most_rows=MOST_ROWS,
                )
            )
        offset += len(line)
    return PictureTable(tuple(titles[:-1]), tuple(rows))


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := file.readline(_MAX_LINE):
        number += 1
        if len(line) >= _MAX_LINE:
            raise BrokenFileError(
                say("line {number} is too long for a picture in a table", number=number)
            )
        yield number, line


def _row_of(number: int, line: bytes, offset: int) -> Row:
    cells, _, last = line.rpartition(b",")
    pixels = last.lstrip(_AROUND)
    at = offset + len(line) - len(pixels)
    pixels = pixels.rstrip(_AROUND)
    return Row(number, decode(cells), at, len(pixels), _side(pixels))


def _side(pixels: bytes) -> int:
    if not pixels or pixels.translate(None, _DIGITS):
        return 0
    return _root(pixels.count(b" ") + 1) or _root(len(pixels.split()))


def _root(count: int) -> int:
    side = math.isqrt(count)
    return side if side * side == count and side <= MAX_SIDE else 0
