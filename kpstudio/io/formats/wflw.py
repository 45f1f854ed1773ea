"""WFLW's lists (.txt): a line a face with 98 points, a box, six flags and the picture's path.

A line is 196 coordinates (x and y in turn), x_min y_min x_max y_max, the flags pose, expression,
illumination, make-up, occlusion and blur as 0 or 1, and the path, which is all that follows and may
hold spaces. The flags become the face's tags. Whether pixels count from 0 or 1, and the half pixel,
are unstated; they count from 0 here with the centre of the top-left pixel at 0, as the training
code that is public for the set takes them, and the box's corners are taken as they stand. Source:
the README of WFLW_annotations and its list_98pt_rect_attr_train.txt (Wu et al., "Look at Boundary",
CVPR 2018). Its other lists (list_98pt_test.txt) go without box and flags; they are read, too.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from kpstudio.core.errors import Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme, scheme_named
from kpstudio.core.texts import say
from kpstudio.io.formats.base import Holds, Problems, ReadResult, each_line, read_files
from kpstudio.io.formats.json_text import FAR
from kpstudio.io.formats.one_file import OneFile
from kpstudio.io.images import SUFFIXES
from kpstudio.io.inside import is_picture_file
from kpstudio.io.pictures import Pictures, reference_from
from kpstudio.io.text import BrokenFileError, decode_head, lines_of, read_text, visible

POINTS = 98
FLAGS = ("pose", "expression", "illumination", "make-up", "occlusion", "blur")

_NUMBERS = 2 * POINTS + 4 + len(FLAGS)
_NUMBER = r"[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?"
_LINE = re.compile(rf"\s*((?:{_NUMBER}\s+){{{_NUMBERS - 1}}}{_NUMBER})[ \t](.*\S.*)")
_SUFFIXES = "|".join(suffix.removeprefix(".") for suffix in sorted(SUFFIXES))
_BARE_LINE = re.compile(
    rf"\s*((?:{_NUMBER}\s+){{{2 * POINTS - 1}}}{_NUMBER})"
    rf"[ \t](?!\s*{_NUMBER}\s)(.*\S\.(?i:{_SUFFIXES})\s*)"
)
"""A line of the lists without box and flags."""

_UNSAID = (np.zeros(4), np.zeros(len(FLAGS)))
_PICTURES = "WFLW_images"
"""The set's folder of pictures, which lies beside the one of its lists."""


class Wflw(OneFile):
    """WFLW's lists."""

    name = "wflw"
    title = "WFLW list"
    suffixes: tuple[str, ...] = (".txt",)
    holds = Holds(
        several_faces=True,
        boxes=True,
        missing=False,
        subpixel=True,
        visibility=False,
        scheme_names=False,
        needs_box=True,
        line_breaks=False,
        points=POINTS,
        reads_as="wflw98",
        tags=frozenset(FLAGS),
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a list by the count of numbers in its first line."""
        lines = (line for line in lines_of(decode_head(head)) if line.strip())
        return _match(next(lines, "")) is not None

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read lists; a face's picture is looked for in the set's own folder, too."""
        pictures = pictures or Pictures(root)
        faces: list[Face] = []
        problems: list[Problem] = Problems()
        numbers: Counter[str] = Counter()

        def add(path: Path, where: str) -> None:
            lines = lines_of(read_text(path))
            if not any(map(_match, lines)):
                raise BrokenFileError(
                    say(
                        "has no line of {all} numbers, or {places}, and a path",
                        all=_NUMBERS,
                        places=2 * POINTS,
                    )
                )

            def take(line: str) -> None:
                face = _face(line, path, pictures, numbers)
                faces.append(face)
                numbers[face.picture] += 1

            each_line(lines, where, problems, take)

        read_files(paths, pictures, problems, add)
        scheme = scheme_named(self.holds.reads_as) if faces else generic_scheme(0)
        return ReadResult(scheme, tuple(faces), tuple(problems), tuple(numbers))

    def text(self, labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
        """Return the list, with six decimals; where a box is missing, the one around the points."""
        pictures = Pictures(labels.root)
        lines = [
            _line(face, reference_from(path.parent, pictures.path(face.picture))) for face in faces
        ]
        return "".join(lines)


def _match(line: str) -> re.Match[str] | None:
    return _LINE.fullmatch(line) or _BARE_LINE.fullmatch(line)


def _face(line: str, path: Path, pictures: Pictures, numbers: Counter[str]) -> Face:
    match = _match(line)
    if match is None:
        raise BrokenFileError(
            say(
                "wrong number of points: {count} words instead of {numbers}; left out",
                count=len(line.split()),
                numbers=_NUMBERS + 1,
            )
        )
    try:
        values = np.array([float(word) for word in match[1].split()])
    except ValueError as error:
        raise BrokenFileError(say("{error}; left out", error=error)) from error
    if not (np.abs(values) <= FAR).all():
        raise BrokenFileError(say("has a number that is not a position; left out"))
    edges, flags = np.split(values[2 * POINTS :], [4]) if len(values) == _NUMBERS else _UNSAID
    if not np.isin(flags, (0, 1)).all():
        raise BrokenFileError(say("has a flag that is neither 0 nor 1; left out"))
    picture = _find(match[2], path, pictures)
    left, top, right, bottom = map(float, edges)
    return Face(
        id=face_id(picture, numbers[picture]),
        picture=picture,
        landmarks=Landmarks.of(values[: 2 * POINTS].reshape(POINTS, 2)),
        box=Box(left, top, right, bottom) if right > left and bottom > top else None,
        state=FaceState.LABELLED,
        tags=frozenset(name for name, flag in zip(FLAGS, flags, strict=True) if flag),
    )


def _find(reference: str, path: Path, pictures: Pictures) -> str:
    homes = [folder / _PICTURES for folder in path.parents[:3]]
    for text in dict.fromkeys((reference, reference.strip())):
        home = next((home for home in homes if is_picture_file(home / text)), path.parent)
        found = pictures.find(text, home / path.name)
        if found is not None:
            return found
    raise BrokenFileError(
        say("labels without a picture: {reference} is missing", reference=visible(reference))
    )


def _line(face: Face, reference: str) -> str:
    assert face.landmarks is not None
    xy = face.landmarks.xy_image
    box = face.box or Box.around(xy)
    edges = (box.left, box.top, box.right, box.bottom)
    numbers = [f"{value:.6f}" for value in xy.ravel()]
    flags = ["1" if name in face.tags else "0" for name in FLAGS]
    return " ".join([*numbers, *map(_short, edges), *flags, reference]) + "\n"


def _short(value: float) -> str:
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" or math.isclose(value, 0, abs_tol=1e-7) else text
