"""TPS files (.tps) of tpsDig and geomorph: landmarks counted from the bottom of the picture.

For each specimen ``LM=n`` (``LM3=`` with a third coordinate), n lines ``x y``, then ``IMAGE=``,
``ID=``, ``SCALE=`` and others in any case and order, which are kept and written again as they were,
``CURVES=`` with their ``POINTS=`` among them. SCALE is not applied. Several specimens of one IMAGE
are several faces.

y goes up. Whether the bottom row of pixels is 0 or 1 is unstated, and writers differ: it is taken
as 0 here, so that y = height - 1 - y in our pixels. Files of the other convention (height - y) come
out one pixel too high, for the label doctor to find. The half pixel is unstated, too: whole numbers
are the centres of pixels. A point is missing where a coordinate is NA (as geomorph writes it, and
as is written here) or negative (as tpsDig has it). A specimen with points left of or below the
picture gets a ``COMMENT=`` line that says so. Sources: the description of readland.tps in geomorph
and the files of tpsDig2 (F. J. Rohlf).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import scheme_for_count
from kpstudio.core.texts import say
from kpstudio.io.formats.base import Holds, Problems, ReadResult, read_files
from kpstudio.io.formats.json_text import FAR
from kpstudio.io.formats.one_file import OneFile
from kpstudio.io.pictures import Pictures, reference_from
from kpstudio.io.text import BrokenFileError, decode_head, lines_of, read_text, reason, visible

DECIMALS = 5
OUTSIDE = "COMMENT=kpstudio: negative coordinates are places outside the picture"

_LM = re.compile(r"\s*LM(3?)\s*=\s*(\d{1,6})\s*", re.IGNORECASE)
_KEY = re.compile(r"\s*([A-Za-z]\w*)\s*=(.*)", re.DOTALL)
_FIRST_LINES = 40
_MISSING = frozenset({"na", "nan"})


class Tps(OneFile):
    """TPS files."""

    name = "tps"
    title = "TPS (tpsDig)"
    suffixes: tuple[str, ...] = (".tps",)
    holds = Holds(
        several_faces=True,
        boxes=False,
        missing=True,
        subpixel=True,
        visibility=False,
        scheme_names=False,
        needs_picture=True,
        line_breaks=False,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a file by its first specimen."""
        lines = [line for line in lines_of(decode_head(head)) if line.strip()]
        for line, after in zip(lines[:_FIRST_LINES], [*lines[1:], ""], strict=False):
            match = _LM.fullmatch(line)
            if match is not None:
                return int(match[2]) == 0 or _is_place(after.split(), 3 if match[1] else 2)
        return False

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read files; the number of points that most specimens have counts."""
        pictures = pictures or Pictures(root)
        problems: list[Problem] = Problems()
        placed: list[tuple[str, str, _Specimen]] = []

        def add(path: Path, where: str) -> None:
            for item in _specimens(lines_of(read_text(path))):
                at = say("{where}, line {line}", where=where, line=item.line)
                if item.trouble:
                    problems.append(Problem(at, say("{trouble}; left out", trouble=item.trouble)))
                elif (picture := _picture_of(item, path, pictures)) is not None:
                    placed.append((at, picture, item))
                else:
                    message = say(
                        "labels without a picture: {image} is missing", image=visible(item.image)
                    )
                    problems.append(Problem(at, message))

        read_files(paths, pictures, problems, add)
        return _result(placed, problems, pictures)

    def text(self, labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
        """Return the specimens, with five decimals."""
        pictures = Pictures(labels.root)
        lines: list[str] = []
        for number, face in enumerate(faces):
            reference = reference_from(path.parent, pictures.path(face.picture))
            lines += _lines_of(face, pictures.size(face.picture)[1], reference, number)
        return "\n".join(lines) + "\n"


@dataclass
class _Specimen:
    """One specimen of a file.

    Attributes:
        line: Where it begins, from 1.
        three: Whether its points have a third coordinate.
        points: Each point's words.
        head: Lines before the first specimen.
        rest: Lines after the points.
        trouble: What is wrong with it, or "".
    """

    line: int
    three: bool
    points: list[list[str]] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    trouble: str = ""

    def value(self, key: str) -> str:
        """Return what follows "key=", or ""."""
        for line in self.rest:
            match = _KEY.fullmatch(line)
            if match is not None and match[1].lower() == key:
                return match[2]
        return ""

    @property
    def image(self) -> str:
        """How it calls its picture."""
        return self.value("image") or self.value("id")


def _specimens(lines: Sequence[str]) -> Iterator[_Specimen]:
    """Yield what each specimen says.

    Raises:
        BrokenFileError: If there is none, or the file ends within the points of one.
    """
    starts = [k for k, line in enumerate(lines) if _LM.fullmatch(line)]
    if not starts:
        raise BrokenFileError(say("has no specimen: a line such as LM=12"))
    head = [line for line in lines[: starts[0]] if line.strip()]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        match = _LM.fullmatch(lines[start])
        assert match is not None
        item = _Specimen(start + 1, bool(match[1]), head=head)
        head = []
        body = [line for line in lines[start + 1 : end] if line.strip()]
        count = int(match[2])
        if len(body) < count and end == len(lines):
            raise BrokenFileError(
                say("ends after {count} of {total} points", count=len(body), total=count)
            )
        item.points = [line.split() for line in body[:count]]
        item.rest = body[count:]
        item.trouble = _trouble(item, count)
        yield item


def _trouble(item: _Specimen, count: int) -> str:
    width = 3 if item.three else 2
    if len(item.points) < count:
        return say(
            "wrong number of points: it announces {count} but lists {listed}",
            count=count,
            listed=len(item.points),
        )
    for words in item.points:
        if not _is_place(words, width):
            return say("{words!r} are not {width} numbers", words=" ".join(words)[:40], width=width)
    return ""


def _is_place(words: Sequence[str], width: int) -> bool:
    """Whether a line of these words is a point of ``width`` coordinates, maybe missing ones."""
    try:
        values = [float(word) for word in words if word.lower() not in _MISSING]
    except ValueError:
        return False
    return len(words) == width and all(abs(value) <= FAR for value in values)


def _picture_of(item: _Specimen, path: Path, pictures: Pictures) -> str | None:
    image = item.value("image")
    for text in dict.fromkeys((image, image.strip())):
        if (found := pictures.find(text, path)) is not None:
            return found
    stem = item.value("id").strip()
    named = not image.strip() and stem and "\0" not in stem and "/" not in stem
    return pictures.beside(path.parent / f"{stem}.", path) if named else None


def _result(
    placed: Sequence[tuple[str, str, _Specimen]], problems: list[Problem], pictures: Pictures
) -> ReadResult:
    counts = Counter(len(item.points) for _, _, item in placed if item.points)
    usual = max(counts, key=lambda count: (counts[count], count), default=0)
    numbers: Counter[str] = Counter()
    faces = []
    for at, picture, item in placed:
        count = len(item.points)
        if count not in (0, usual):
            message = say(
                "wrong number of points: {count} where most specimens have {usual}; left out",
                count=count,
                usual=usual,
            )
            problems.append(Problem(at, message))
            continue
        try:
            height = pictures.size(picture)[1]
        except InputError as error:
            why = reason(pictures.path(picture), error)
            problems.append(
                Problem(
                    at,
                    say(
                        "its picture {picture} cannot be read: {message}",
                        picture=picture,
                        message=why,
                    ),
                )
            )
            continue
        faces.append(_face(item, picture, numbers[picture], height))
        numbers[picture] += 1
    met = dict.fromkeys(picture for _, picture, _ in placed)
    return ReadResult(scheme_for_count(usual), tuple(faces), tuple(problems), tuple(met))


def _face(item: _Specimen, picture: str, number: int, height: int) -> Face:
    landmarks = Landmarks.of(_pixels(item, height)) if item.points else None
    if landmarks is not None and not landmarks.present.any():
        landmarks = None
    extras: dict[str, Any] = {"lines": [line for line in item.rest if line.strip() != OUTSIDE]}
    if item.head:
        extras["head"] = item.head
    if item.three:
        extras["z"] = [words[2] for words in item.points]
    return Face(
        id=face_id(picture, number),
        picture=picture,
        landmarks=landmarks,
        state=FaceState.LABELLED if landmarks else FaceState.UNLABELLED,
        extras={"tps": extras},
    )


def _pixels(item: _Specimen, height: int) -> FloatArray:
    """Return the (K, 2) points in our pixels; missing ones are NaN."""
    values = [
        [math.nan if word.lower() in _MISSING else float(word) for word in words[:2]]
        for words in item.points
    ]
    xy = np.array(values)
    if OUTSIDE not in (line.strip() for line in item.rest):
        xy[(xy < 0).any(axis=1)] = np.nan
    xy[:, 1] = height - 1 - xy[:, 1]
    return xy


def _lines_of(face: Face, height: int, reference: str, number: int) -> list[str]:
    """Return a specimen's lines; a face from such a file keeps all but points and picture."""
    assert face.landmarks is not None
    own = face.extras.get("tps", {})
    z = own.get("z", [])
    three = len(z) == face.landmarks.count
    lines = [*own.get("head", []), f"LM{'3' if three else ''}={face.landmarks.count}"]
    outside = False
    for k, (x, y) in enumerate(face.landmarks.xy_image.tolist()):
        place = "NA NA" if math.isnan(x) else f"{_text(x)} {_text(height - 1 - y)}"
        outside = outside or "-" in place
        lines.append(f"{place} {z[k]}" if three else place)
    kept = list(own.get("lines", [f"ID={number}"]))
    images = [k for k, line in enumerate(kept) if _is_image(line)]
    if images:
        kept[images[0]] = f"{kept[images[0]].partition('=')[0]}={reference}"
    else:
        kept.insert(0, f"IMAGE={reference}")
    return [*lines, *kept, *([OUTSIDE] if outside else [])]


def _text(value: float) -> str:
    text = f"{value:.{DECIMALS}f}"
    return text.lstrip("-") if float(text) == 0 else text


def _is_image(line: str) -> bool:
    match = _KEY.fullmatch(line)
    return match is not None and match[1].lower() == "image"
