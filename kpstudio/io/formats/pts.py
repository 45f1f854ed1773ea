"""Point files (.pts) of 300-W and iBUG: one face a picture, pixels counted from 1.

Source: the annotation files of the 300-W challenge (Sagonas et al. 2013); MATLAB wrote them, where
the first pixel is 1.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.texts import say
from kpstudio.io.atomic import write_text
from kpstudio.io.formats.base import Holds, ReadResult
from kpstudio.io.formats.json_text import FAR
from kpstudio.io.formats.per_picture import OneFace, plan_each, read_each
from kpstudio.io.pictures import Pictures
from kpstudio.io.text import BrokenFileError, decode_head, lines_of, read_text

_START = re.compile(r"\s*(version\s*:\s*[\d.]+\s+)?n_points\s*:\s*(\d+)\s*\{", re.IGNORECASE)

_PAIRS = re.compile(r"\s*(?:[^\s]+[ \t]+[^\s]+[ \t]*(?:[\r\n]\s*|$))+")
"""Two words a line, as nearly every file has it."""


class Pts:
    """300-W point files."""

    name = "pts"
    title = "300-W points (.pts)"
    suffixes: tuple[str, ...] = (".pts",)
    per_picture = True
    holds = Holds(
        several_faces=False,
        boxes=False,
        missing=False,
        subpixel=True,
        visibility=False,
        scheme_names=False,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a point file by its first words."""
        return _START.match(decode_head(head)) is not None

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read point files; each belongs to the picture of the same stem."""
        return read_each(paths, pictures or Pictures(root), _parse)

    def plan(self, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Return a file for each face."""
        return plan_each(faces, folder, ".pts")

    def write(self, labels: LabelSet, faces: Sequence[Face], folder: Path) -> list[Path]:  # noqa: ARG002
        """Write each face, with three decimals.

        Raises:
            ValueError: If a point is missing.
            InputError: If a file cannot be written.
        """
        planned = self.plan(faces, folder)
        for face, path in zip(faces, planned, strict=True):
            assert face.landmarks is not None
            write_text(path, pts_text(face.landmarks.xy_image))
        return planned


def pts_text(xy_image: FloatArray) -> str:
    """Return the text of a point file for (K, 2) pixels, none missing.

    Raises:
        ValueError: If a point is missing.
    """
    if not np.isfinite(xy_image).all():
        raise ValueError("a .pts file cannot hold a missing point")
    rows = "".join(f"{x + 1:.3f} {y + 1:.3f}\n" for x, y in xy_image)
    return f"version: 1\nn_points: {len(xy_image)}\n{{\n{rows}}}\n"


def _parse(path: Path, pictures: Pictures) -> OneFace:
    xy_image = parse_pts(read_text(path))
    if (np.abs(xy_image) > FAR).any():
        raise BrokenFileError(say("has a coordinate outside any picture"))
    picture = pictures.beside(path)
    if picture is None:
        raise BrokenFileError(
            say("labels without a picture: there is none of the same name beside it")
        )
    return OneFace(picture, xy_image)


def parse_pts(text: str) -> FloatArray:
    """Return the (K, 2) pixels, from 0, that a point file's text holds.

    Raises:
        BrokenFileError: If the text is not what the format says.
    """
    start = _START.match(text)
    if start is None:
        raise BrokenFileError(say("does not begin like a .pts file"))
    inside, brace, _ = text[start.end() :].partition("}")
    if not brace:
        raise BrokenFileError(say("ends before its closing brace"))
    if _PAIRS.fullmatch(inside):
        with contextlib.suppress(ValueError):
            xy = np.array([float(word) for word in inside.split()]).reshape(-1, 2)
            if len(xy) == int(start.group(2)[:9]) and np.isfinite(xy).all():
                return xy - 1.0
    return _parse_slowly(text, start, inside)


def _parse_slowly(text: str, start: re.Match[str], inside: str) -> FloatArray:
    """Parse what is not quite as usual, or say which line is wrong."""
    first = len(lines_of(text[: start.end()]))  # the line of the opening brace
    lines = [(first + k, line.split()) for k, line in enumerate(lines_of(inside)) if line.strip()]
    rows = [row for _, row in lines]
    expected = int(start.group(2)[:9])
    if len(rows) != expected or not rows:
        raise BrokenFileError(
            say("announces {expected} points but lists {count}", expected=expected, count=len(rows))
        )
    try:
        xy = np.array([(float(row[0]), float(row[1])) for row in rows])
    except (ValueError, IndexError):
        raise BrokenFileError(say("has a point that is not a pair of numbers")) from None
    finite = np.isfinite(xy).all(axis=1)
    if not finite.all():
        line, (x, y, *_) = lines[int(np.argmin(finite))]
        raise BrokenFileError(
            say("line {line}: {x} {y} is not a position; left out", line=line, x=x[:40], y=y[:40])
        )
    return xy - 1.0
