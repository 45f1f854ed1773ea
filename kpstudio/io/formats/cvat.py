"""CVAT for images 1.1: one XML for many pictures, with skeletons or plain points.

Coordinates are of the canvas, where the top-left pixel covers 0 to 1 (inferred: boxes reach from 0
to the picture's width, and points are drawn on the same canvas), so the centre of a pixel is at
x - 0.5, y - 0.5 in ours. A point of a skeleton with ``outside`` is missing; ``occluded`` ones are
occluded. A box belongs to the points of its ``group_id``. Source:
docs.cvat.ai/docs/manual/advanced/xml_format and the files that CVAT 2 writes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.texts import say
from kpstudio.io.formats import safe_xml
from kpstudio.io.formats.base import Holds, Problems, ReadResult, read_files
from kpstudio.io.formats.corner import corner_box, from_corner
from kpstudio.io.formats.cvat_writing import file_text, has_xml_names, names_of
from kpstudio.io.formats.json_text import FAR
from kpstudio.io.formats.named import NamedFace, homes_of, result_of
from kpstudio.io.formats.one_file import OneFile
from kpstudio.io.pictures import Pictures
from kpstudio.io.text import BrokenFileError, decode_head, read_bytes, visible

_START = re.compile(r"\s*(<\?xml[^>]*\?>\s*)?(<!--[^>]*-->\s*)*<annotations[\s/>]")
_EDGES = ("xtl", "ytl", "xbr", "ybr")
_YES = ("1", "true", "True")
_OF_POINT = frozenset({"label", "points", "outside", "occluded", "group_id"})


class Cvat(OneFile):
    """CVAT label files."""

    name = "cvat"
    title = "CVAT for images"
    suffixes: tuple[str, ...] = (".xml",)
    holds = Holds(
        several_faces=True,
        boxes=True,
        missing=True,
        subpixel=True,
        visibility=True,
        scheme_names=True,
        pointless=True,
        empty=False,
        control_characters=False,
        names=has_xml_names,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a label file by its outermost element; reading says why one is of no use."""
        return _START.match(decode_head(head)) is not None

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read label files; the union of all labels is the scheme."""
        reading = _Reading(pictures or Pictures(root))
        read_files(paths, reading.pictures, reading.problems, reading.add_file)
        reading.leave_out_misfits()
        return result_of(
            self.name, reading.faces, tuple(reading.met), reading.problems, reading.noted
        )

    def text(self, labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
        """Return a skeleton for each face; coordinates have six decimals at most."""
        return file_text(labels, faces, path)


def _parse(path: Path) -> Element:
    try:
        tree = safe_xml.parse(read_bytes(path))
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise BrokenFileError(say("is not valid XML: {error}", error=error)) from error
    if tree.tag != "annotations":
        raise BrokenFileError(say("is not a CVAT file: its outermost element is not <annotations>"))
    if tree.find("image") is None and tree.find("track") is not None:
        raise BrokenFileError(say("is a CVAT file of a video: export the task as CVAT for images"))
    return tree


@dataclass
class _Reading:
    pictures: Pictures
    faces: list[NamedFace] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=Problems)
    met: dict[str, None] = field(default_factory=dict)
    noted: list[Sequence[str]] = field(default_factory=list)
    shapes: list[_Shape] = field(default_factory=list)

    def add_file(self, path: Path, where: str) -> None:
        tree = _parse(path)
        names = names_of(tree)
        self.noted += [tuple(names.values())] if names else []
        meta = tree.find("meta")
        kept = "" if meta is None else ElementTree.tostring(meta, encoding="unicode").strip()
        before = len(self.faces)
        for image in tree.iter("image"):
            reference = image.get("name", "")
            picture = self.pictures.find(reference, path)
            if picture is None:
                message = say(
                    "labels without a picture: {reference} is missing",
                    reference=visible(reference),
                )
                self.problems.append(Problem(where, message))
                continue
            self.met[picture] = None
            one = _OneImage(picture, f"{where}, {visible(picture)}", names)
            for element in image:
                if not one.add(element):
                    one.others.append(ElementTree.tostring(element, encoding="unicode").strip())
            self.problems += one.problems
            self.shapes += one.shapes
            faces = one.all_faces()
            if faces:
                faces[0].extras |= {"image": dict(image.attrib), "others": one.others}
            self.faces += faces
        for face in self.faces[before : before + 1]:
            face.extras["meta"] = kept

    def leave_out_misfits(self) -> None:
        """Leave out faces of a shape with another number of points than most of its label have."""
        counts: dict[str, Counter[int]] = {}
        for shape in self.shapes:
            counts.setdefault(shape.label, Counter())[shape.count] += 1
        wrong = set()
        for shape in self.shapes:
            usual = max(counts[shape.label].items(), key=lambda item: item[::-1])[0]
            if usual > 1 and shape.count != usual:
                message = say(
                    "wrong number of points: {count} where most have {usual}; left out",
                    count=shape.count,
                    usual=usual,
                )
                self.problems.append(Problem(shape.where, message))
                wrong.add(id(shape.face))
        self.faces = [face for face in self.faces if id(face) not in wrong]


@dataclass(frozen=True)
class _Shape:
    """Plain points: whose, under which label, and how many."""

    face: NamedFace
    where: str
    label: str
    count: int


@dataclass
class _OneImage:
    picture: str
    where: str
    names: Mapping[str, str]
    others: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=Problems)
    faces: list[NamedFace] = field(default_factory=list)
    groups: dict[str, NamedFace] = field(default_factory=dict)
    boxes: list[NamedFace] = field(default_factory=list)
    shapes: list[_Shape] = field(default_factory=list)

    def add(self, element: Element) -> bool:
        """Add a skeleton, points or a box; return False where it is something else."""
        if element.tag == "skeleton":
            return self._add_skeleton(element)
        if element.tag == "points":
            return self._add_points(element)
        return element.tag == "box" and self._add_box(element)

    def _add_skeleton(self, element: Element) -> bool:
        face = NamedFace(self.picture, extras={"skeleton": dict(element.attrib)})
        children = []
        for child in element:
            if child.tag != "points":
                children.append(ElementTree.tostring(child, encoding="unicode").strip())
                continue
            places = _places(child.get("points"))
            label = child.get("label", "")
            if child.get("outside") in _YES:
                continue
            if len(places) != 1:
                message = say(
                    "point {label!r} of a skeleton has no position; left out", label=label
                )
                self.problems.append(Problem(self.where, message))
                continue
            self._put(face, label, places[0], child)
        if children:
            face.extras["children"] = children
        self.faces.append(face)
        self._join_group(face, element)
        return True

    def _add_points(self, element: Element) -> bool:
        places = _places(element.get("points"))
        label = element.get("label", "")
        if not places:
            message = say(
                "points {label!r} have no position; they are kept as they are", label=label
            )
            self.problems.append(Problem(self.where, message))
            return False
        group = _group(element)
        face = self.groups.get(group)
        if face is None or (group == "" and len(places) > 1):
            face = NamedFace(self.picture)
            self.faces.append(face)
            self._join_group(face, element)
        self.shapes.append(_Shape(face, self.where, label, len(places)))
        for number, place in enumerate(places, start=1):
            self._put(face, f"{label} {number}" if len(places) > 1 else label, place, element)
        return True

    def _put(
        self, face: NamedFace, label: str, place: tuple[float, float], element: Element
    ) -> None:
        rest = {key: value for key, value in element.attrib.items() if key not in _OF_POINT}
        inside = [ElementTree.tostring(child, encoding="unicode").strip() for child in element]
        kept = (rest | ({"children": inside} if inside else {})) or None
        occluded = element.get("occluded") in _YES
        face.put(label, place, occluded, len(face.points), kept, self.names)

    def _join_group(self, face: NamedFace, element: Element) -> None:
        group = _group(element)
        self.groups.setdefault(group, face)
        if group:
            face.extras["group"] = group

    def _add_box(self, element: Element) -> bool:
        edges = [_number(element.get(name)) for name in _EDGES]
        left, top, right, bottom = edges
        box = None
        if left is not None and top is not None and right is not None and bottom is not None:
            box = corner_box(left, top, right, bottom)
        if box is None:
            message = say("a box has no position or no size; it is kept as it is")
            self.problems.append(Problem(self.where, message))
            return False
        rest: dict[str, Any] = {k: v for k, v in element.attrib.items() if k not in _EDGES}
        inside = [ElementTree.tostring(child, encoding="unicode").strip() for child in element]
        lone = NamedFace(self.picture, box=box, extras={"box": rest | {"children": inside}})
        if _group(element):
            lone.extras["group"] = _group(element)
        self.boxes.append(lone)
        self.faces.append(lone)
        return True

    def all_faces(self) -> list[NamedFace]:
        """Return the faces with their boxes; a box of no face is a face without points."""
        loose = [box for box in self.boxes if "group" not in box.extras]
        adopted = []
        for box in self.boxes:
            face = self.groups.get(box.extras.get("group", ""))
            if "group" in box.extras and face is not None and face.box is None:
                _adopt(face, box)
                adopted.append(id(box))
        free = [face for face in self.faces if face.box is None]
        homes = homes_of([box.box for box in loose if box.box is not None], free)
        for number, home in homes.items():
            _adopt(free[home], loose[number])
            adopted.append(id(loose[number]))
        return [face for face in self.faces if id(face) not in adopted]


def _adopt(face: NamedFace, box: NamedFace) -> None:
    face.box = box.box
    face.extras["box"] = box.extras["box"]


def _group(element: Element) -> str:
    group = element.get("group_id", "")
    return "" if group == "0" else group  # 0 says that there is none


def _places(text: str | None) -> list[tuple[float, float]]:
    """Return the pixels that "x,y;x,y" means; none where one of them is no place."""
    places = []
    for pair in (text or "").strip().strip(";").split(";"):
        x, y = (_number(part) for part in (pair.split(",") if pair.count(",") == 1 else ("", "")))
        if x is None or y is None:
            return []
        places.append((from_corner(x), from_corner(y)))
    return places


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if -FAR < value < FAR else None
