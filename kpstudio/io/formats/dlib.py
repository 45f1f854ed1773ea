"""dlib's and imglab's XML: one file for many pictures, boxes with named parts, whole pixels.

A box of left, top, width, height covers the pixels left to left + width - 1. Source: dlib's
image_dataset_metadata reader and writer, and the label files that imglab and the iBUG sets have.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id, faces_by_picture
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme
from kpstudio.core.texts import say
from kpstudio.io.formats.base import MOST_CELLS, Holds, Problems, ReadResult, read_files
from kpstudio.io.formats.dlib_names import comment_of, keeps_names, names_for, scheme_of
from kpstudio.io.formats.json_text import FAR
from kpstudio.io.formats.loose_xml import parse_xml
from kpstudio.io.formats.one_file import OneFile
from kpstudio.io.pictures import Pictures, reference_from
from kpstudio.io.text import decode_head, read_bytes, visible

_PLACE = ("top", "left", "width", "height")
_FLAGS = ("difficult", "truncated", "occluded", "ignore")
_YES = {"1", "true"}
_NO = {"0", "false"}


class Dlib(OneFile):
    """dlib label files."""

    name = "dlib"
    title = "dlib XML"
    suffixes: tuple[str, ...] = (".xml",)
    holds = Holds(
        several_faces=True,
        boxes=True,
        missing=True,
        subpixel=False,
        visibility=False,
        scheme_names=False,
        needs_box=True,
        pointless=True,
        control_characters=False,
        names=keeps_names,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a label file by its outermost element and what is in it."""
        text = decode_head(head)
        start = text.find("<dataset")
        return (
            start >= 0
            and text.lstrip().startswith("<")
            and text[start + 8 : start + 9] in ("", ">", " ", "\t", "\n", "\r", "/")
            and not text[:start].count("<html")
        )

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read label files; the union of all part names is the scheme."""
        reading = _Reading(pictures or Pictures(root))
        read_files(paths, reading.pictures, reading.problems, reading.add_file)
        return reading.result()

    def text(self, labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
        """Return the XML; a face without a box gets the box around its points."""
        return _file_text(labels, faces, path)


@dataclass
class _RawFace:
    picture: str
    parts: dict[str, tuple[float, float]]
    box: Box | None
    extras: dict[str, Any]


@dataclass
class _Reading:
    pictures: Pictures
    faces: list[_RawFace] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=Problems)
    met: dict[str, None] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)

    def add_file(self, path: Path, where: str) -> None:
        tree, repaired = parse_xml(read_bytes(path))
        if repaired:
            self.problems.append(
                Problem(where, say("is not valid XML (unescaped names); it was read anyway"))
            )
        self.comments.append(tree.findtext("comment") or "")
        for image in tree.iter("image"):
            self._add_image(image, path, where)

    def _add_image(self, image: Element, path: Path, where: str) -> None:
        reference = image.get("file", "")
        picture = self.pictures.find(reference, path)
        if picture is None:
            self.problems.append(
                Problem(
                    where,
                    say(
                        "labels without a picture: {reference} is missing",
                        reference=visible(reference),
                    ),
                )
            )
            return
        self.met[picture] = None
        for number, box in enumerate(image.findall("box")):
            at = say(
                "{where}, {picture}, box {number}",
                where=where,
                picture=visible(picture),
                number=number + 1,
            )
            self._add_box(box, picture, at)

    def _add_box(self, element: Element, picture: str, at: str) -> None:
        box = _box(element)
        if box is None:
            self.problems.append(
                Problem(at, say("the box has no position: left, top, width or height"))
            )
        parts: dict[str, tuple[float, float]] = {}
        for part in element.findall("part"):
            name = part.get("name", "")
            x, y = _number(part.get("x")), _number(part.get("y"))
            if x is None or y is None:
                self.problems.append(
                    Problem(at, say("part {name!r} has no position; left out", name=name))
                )
            elif name in parts:
                self.problems.append(
                    Problem(at, say("part {name!r} occurs twice; the first is used", name=name))
                )
            else:
                parts[name] = (x, y)
        if box is not None or parts:
            self.faces.append(_RawFace(picture, parts, box, _extras(element)))

    def result(self) -> ReadResult:
        names = [name for face in self.faces for name in face.parts]
        comments = set(self.comments)
        scheme, index = scheme_of(names, comments.pop() if len(comments) == 1 else "")
        if scheme.count * sum(bool(raw.parts) for raw in self.faces) > MOST_CELLS:
            message = say(
                "{count:,} differently named parts do not make a scheme; all left out",
                count=scheme.count,
            )
            self.problems.append(Problem(self.faces[0].picture, message))
            return ReadResult(generic_scheme(0), (), tuple(self.problems), tuple(self.met))
        numbers: Counter[str] = Counter()
        faces = []
        for raw in self.faces:
            landmarks = None
            if raw.parts:
                xy = np.full((scheme.count, 2), np.nan)
                for name, place in raw.parts.items():
                    xy[index[name]] = place
                landmarks = Landmarks.of(xy)
            faces.append(
                Face(
                    id=face_id(raw.picture, numbers[raw.picture]),
                    picture=raw.picture,
                    landmarks=landmarks,
                    box=raw.box,
                    state=FaceState.LABELLED if landmarks else FaceState.UNLABELLED,
                    extras={"dlib": raw.extras} if raw.extras else {},
                )
            )
            numbers[raw.picture] += 1
        return ReadResult(scheme, tuple(faces), tuple(self.problems), tuple(self.met))


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if abs(value) <= FAR else None


def _box(element: Element) -> Box | None:
    top, left, width, height = (_number(element.get(name)) for name in _PLACE)
    if top is None or left is None or width is None or height is None:
        return None
    if width <= 0 or height <= 0:
        return None
    return Box(left - 0.5, top - 0.5, left + width - 0.5, top + height - 0.5)


def _extras(element: Element) -> dict[str, Any]:
    """Return what a box says besides place and parts, as text; flags as 0 or 1."""
    extras: dict[str, Any] = {}
    for name, text in element.attrib.items():
        if name in _FLAGS and text.lower() in _YES | _NO:
            extras[name] = "1" if text.lower() in _YES else "0"
        elif name not in _PLACE:
            extras[name] = text
    label = element.findtext("label")
    if label is not None:
        extras["label"] = label
    return extras


def pixel_box(face: Face) -> tuple[int, int, int, int]:
    """Return (left, top, width, height) in whole pixels, as dlib counts them.

    Args:
        face: With a box, or else with a point at least; the box around the points is then taken.
    """
    box = face.box
    if box is None:
        assert face.landmarks is not None
        tight = Box.around(face.landmarks.xy_image)
        box = Box(tight.left - 0.5, tight.top - 0.5, tight.right + 0.5, tight.bottom + 0.5)
    left, top, right, bottom = (
        math.floor(edge + 1.0) for edge in (box.left, box.top, box.right, box.bottom)
    )
    return left, top, max(1, right - left), max(1, bottom - top)


def _file_text(labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
    placed = [face.landmarks.present for face in faces if face.landmarks is not None]
    names = names_for(labels.scheme, not placed or bool(np.any(placed, axis=0).all()))
    pictures = Pictures(labels.root)
    by_picture = faces_by_picture(faces)
    lines = [
        "<?xml version='1.0' encoding='UTF-8'?>",
        "<dataset>",
        "<name>Faces</name>",
        f"<comment>{comment_of(labels.scheme)}</comment>",
        "<images>",
    ]
    for picture, members in by_picture.items():
        reference = reference_from(path.parent, pictures.path(picture))
        lines.append(f"  <image file={quoteattr(reference)}{_size_text(pictures, picture)}>")
        for face in members:
            lines += _box_lines(face, names)
        lines.append("  </image>")
    return "\n".join([*lines, "</images>", "</dataset>", ""])


def _size_text(pictures: Pictures, picture: str) -> str:
    try:
        width, height = pictures.size(picture)
    except InputError:
        return ""  # the size is optional
    return f" width='{width}' height='{height}'"


def _box_lines(face: Face, names: Sequence[str]) -> list[str]:
    left, top, width, height = pixel_box(face)
    extras = dict(face.extras.get("dlib", {}))
    label = extras.pop("label", None)
    more = "".join(f" {name}={quoteattr(str(text))}" for name, text in extras.items())
    opening = f"    <box top='{top}' left='{left}' width='{width}' height='{height}'{more}"
    inside = []
    if label is not None:
        inside.append(f"      <label>{escape(str(label))}</label>")
    if face.landmarks is not None:
        for name, (x, y) in zip(names, face.landmarks.xy_image, strict=True):
            if not math.isnan(x):
                place = f"x='{math.floor(x + 0.5)}' y='{math.floor(y + 0.5)}'"
                inside.append(f"      <part name={quoteattr(name)} {place}/>")
    return [opening + ">", *inside, "    </box>"] if inside else [opening + "/>"]
