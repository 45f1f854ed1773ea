"""AAM shape files (.asf) of the IMM Face Database: one face a picture, coordinates in 0..1.

A coordinate is x / width or y / height with x, y in our pixels (the format leaves the half pixel
unstated; the centre of the top-left pixel is taken as 0). Source: Stegmann's AAM-API format, as the
240 files of the IMM Face Database (Nordstrøm et al. 2004) use it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import PointSchema, scheme_for_count
from kpstudio.core.texts import say
from kpstudio.io.atomic import write_text
from kpstudio.io.formats.base import Holds, ReadResult
from kpstudio.io.formats.json_text import FAR
from kpstudio.io.formats.per_picture import OneFace, plan_each, read_each
from kpstudio.io.pictures import Pictures, reference_from
from kpstudio.io.text import BrokenFileError, decode_head, lines_of, read_text, reason

_HEADER = """\
######################################################################
#
#    AAM Shape File  -  written by kpstudio
#
######################################################################

#
# number of model points
#
{count}

#
# model points
#
# format: <path#> <type> <x rel.> <y rel.> <point#> <connects from> <connects to>
#
"""
_FOOTER = """
#
# host image
#
{host}
"""
_OPEN_PATH = 4
_ROW = re.compile(r"(\s*\d+\s+\d+\s+)(\S+)(\s+)(\S+)(\s+(\d+)\s+\d+\s+\d+(?:\s.*)?)")


class Asf:
    """AAM shape files."""

    name = "asf"
    title = "IMM shape (.asf)"
    suffixes: tuple[str, ...] = (".asf",)
    per_picture = True
    holds = Holds(
        several_faces=False,
        boxes=False,
        missing=False,
        subpixel=True,
        visibility=False,
        scheme_names=False,
        needs_picture=True,
        line_breaks=False,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a shape file by its count and its first row."""
        data = _data_lines(lines_of(decode_head(head)))[:2]
        lines = [line.strip() for _, line in data]
        return len(lines) == 2 and lines[0].isdecimal() and _ROW.fullmatch(lines[1]) is not None

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read shape files; each names its picture, and one of the same stem will do, too."""
        return read_each(paths, pictures or Pictures(root), _parse)

    def plan(self, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Return a file for each face."""
        return plan_each(faces, folder, ".asf")

    def write(self, labels: LabelSet, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Write each face; one that came from a shape file changes only where its points moved.

        Raises:
            ValueError: If a point is missing.
            InputError: If a picture's size cannot be read, or a file cannot be written.
        """
        planned = self.plan(faces, folder)
        pictures = Pictures(labels.root)
        rows = rows_of(labels.scheme)
        for face, path in zip(faces, planned, strict=True):
            write_text(path, _face_text(face, path, pictures, rows))
        return planned


@dataclass(frozen=True)
class AsfRow:
    """What a point's row says besides its place.

    Attributes:
        path: Number of the contour it belongs to.
        kind: The type bits; 4 marks an open contour.
        connects_from: The point before it on its contour, itself at an open end.
        connects_to: The point after it, itself at an open end.
    """

    path: int
    kind: int
    connects_from: int
    connects_to: int


def asf_text(
    xy_image: ArrayLike,
    width: int,
    height: int,
    image_name: str,
    rows: Sequence[AsfRow] | None = None,
) -> str:
    """Return the text of an .asf file.

    Args:
        xy_image: (K, 2) pixels of the oriented picture, none missing.
        width: The picture's width in pixels.
        height: The picture's height in pixels.
        image_name: The picture's name or path as seen from the file.
        rows: K rows for what is not the place; None derives them from the edges of the shipped
            scheme with K points.

    Raises:
        ValueError: If a point is missing or ``rows`` has another length.
    """
    xy = np.asarray(xy_image, dtype=np.float64)
    if not np.isfinite(xy).all():
        raise ValueError("an .asf file cannot hold a missing point")
    relative = xy / (width, height)
    rows = rows_of(scheme_for_count(len(xy))) if rows is None else rows
    lines = [
        f"{row.path}\t{row.kind}\t{x:.8f}\t{y:.8f}\t{k}\t{row.connects_from}\t{row.connects_to}\n"
        for k, ((x, y), row) in enumerate(zip(relative, rows, strict=True))
    ]
    return _HEADER.format(count=len(xy)) + "".join(lines) + _FOOTER.format(host=_host(image_name))


def rows_of(scheme: PointSchema) -> list[AsfRow]:
    """Derive contours from a scheme's edges: each chain is a path; a point alone is one, too."""
    before = {b: a for a, b in scheme.edges}
    after = dict(scheme.edges)
    path_of: dict[int, int] = {}
    ends: set[int] = set()
    paths = 0
    for start in range(scheme.count):
        if start in path_of:
            continue
        k = start
        while k not in path_of:
            path_of[k] = paths
            if k not in after:
                ends.add(paths)
            k = after.get(k, k)
        paths += 1
    return [
        AsfRow(path_of[k], _OPEN_PATH * (path_of[k] in ends), before.get(k, k), after.get(k, k))
        for k in range(scheme.count)
    ]


@dataclass(frozen=True)
class AsfShape:
    """The content of a shape file.

    Attributes:
        relative: (K, 2) coordinates in 0..1, by point number.
        host: The picture's name or path, as the file has it.
        lines: The whole text.
        row_lines: K line numbers: where each point stands.
        host_line: The line number of the picture's name.
    """

    relative: FloatArray
    host: str
    lines: list[str]
    row_lines: list[int]
    host_line: int


def parse_asf(text: str) -> AsfShape:
    """Read a shape file's text.

    Raises:
        BrokenFileError: If the text is not what the format says.
    """
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    data = _data_lines(lines)
    first = data[0][1].strip() if data else ""
    if not first.isdecimal() or int(first[:9]) == 0:
        raise BrokenFileError(say("does not begin with the number of points"))
    count = int(first[:9])
    rows = data[1 : count + 1]
    if len(data) < count + 2:
        raise BrokenFileError(
            say(
                "announces {count} points but ends after {what}",
                count=count,
                what=max(len(data) - 2, 0),
            )
        )
    if len(data) > count + 2:
        raise BrokenFileError(
            say("announces {count} points but lists {total}", count=count, total=len(data) - 2)
        )
    matches = []
    for number, line in rows:
        match = _ROW.fullmatch(line.rstrip())
        if match is None:
            raise BrokenFileError(say("line {number} does not describe a point", number=number + 1))
        matches.append(match)
    points = [int(match.group(6)[:9]) for match in matches]
    if sorted(points) != list(range(count)):
        points = list(range(count))  # numbers that make no sense: the order counts
    relative = np.empty((count, 2))
    row_lines = [0] * count
    for point, match, (number, _) in zip(points, matches, rows, strict=True):
        row_lines[point] = number
        try:
            relative[point] = float(match.group(2)), float(match.group(4))
        except ValueError:
            raise BrokenFileError(
                say("line {number} does not describe a point", number=number + 1)
            ) from None
    if not np.isfinite(relative).all():
        raise BrokenFileError(say("has a coordinate that is not a number"))
    host_line, host = data[-1]
    return AsfShape(relative, host.strip("\r\n"), lines, row_lines, host_line)


def _data_lines(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return (line number, line) of all that are neither blank nor a comment."""
    return [(n, x) for n, x in enumerate(lines) if x.strip() and not x.lstrip().startswith("#")]


def _parse(path: Path, pictures: Pictures) -> OneFace:
    text = read_text(path)
    shape = parse_asf(text)
    picture = pictures.of(shape.host, path)
    if picture is None:
        raise BrokenFileError(
            say("labels without a picture: {host} is missing", host=shape.host.strip())
        )
    try:
        size = pictures.size(picture)
    except InputError as error:
        message = reason(pictures.path(picture), error)
        raise BrokenFileError(
            say("its picture {picture} cannot be read: {message}", picture=picture, message=message)
        ) from error
    xy_image = shape.relative * size
    if (np.abs(xy_image) > FAR).any():
        raise BrokenFileError(say("has a coordinate outside any picture"))
    return OneFace(picture, xy_image, {"asf": text})


def _face_text(face: Face, path: Path, pictures: Pictures, rows: Sequence[AsfRow]) -> str:
    assert face.landmarks is not None
    xy = face.landmarks.xy_image
    width, height = pictures.size(face.picture)
    name = reference_from(path.parent, pictures.path(face.picture))
    original = face.extras.get("asf")
    if isinstance(original, str):
        try:
            shape = parse_asf(original)
        except BrokenFileError:
            shape = None
        if shape is not None and len(shape.relative) == len(xy):
            return _patched(shape, xy, (width, height), name)
    return asf_text(xy, width, height, name, rows)


def _patched(shape: AsfShape, xy: FloatArray, size: tuple[int, int], name: str) -> str:
    """Return the file's own text with new coordinates where a point moved, and the picture."""
    if not np.isfinite(xy).all():
        raise ValueError("an .asf file cannot hold a missing point")
    lines = list(shape.lines)
    moved = (shape.relative * size != xy).any(axis=1)
    for point in np.flatnonzero(moved):
        number = shape.row_lines[point]
        line = lines[number].rstrip()
        end = lines[number][len(line) :]
        match = _ROW.fullmatch(line)
        assert match is not None
        x, y = xy[point] / size
        lines[number] = f"{match[1]}{x:.8f}{match[3]}{y:.8f}{match[5]}{end}"
    if shape.host.strip() != name:
        host_line = lines[shape.host_line]
        lines[shape.host_line] = _host(name) + host_line[len(host_line.rstrip("\r\n")) :]
    return "".join(lines)


def _host(image_name: str) -> str:
    # A line that begins with "#" would be a comment; one with spaces around it would lose them.
    bare = image_name.startswith("#") or image_name != image_name.strip()
    return f"./{image_name}" if bare else image_name
