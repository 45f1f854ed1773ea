"""menpo's .ljson: one file a picture of the same stem, points as [y, x], null where missing.

Coordinates count pixels by index (inferred: menpo samples pictures at whole numbers), so they are
ours with x and y changed over. A file of version 3 holds named groups, each a set of points: a
group is a face here. Versions 1 and 2 hold one; version 1 lists its points part by part. The parts
("labels", with a mask each) are the scheme's groups, the connectivity is its edges. Source: the
readers in menpo's io package (menpo.org) and the page of the landmarker.io tool.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id, faces_by_picture
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import PointSchema, generic_scheme, scheme_for_count
from kpstudio.core.texts import say
from kpstudio.io.atomic import write_text
from kpstudio.io.formats import json_text
from kpstudio.io.formats.base import Holds, Problems, ReadResult, read_files
from kpstudio.io.formats.per_picture import plan_pictures
from kpstudio.io.pictures import Pictures
from kpstudio.io.text import BrokenFileError, visible

_USUAL_GROUP = "LJSON"
_WHOLE = "all"


class Ljson:
    """menpo landmark files."""

    name = "ljson"
    title = "menpo landmarks (.ljson)"
    suffixes: tuple[str, ...] = (".ljson",)
    per_picture = True
    holds = Holds(
        several_faces=True,
        boxes=False,
        missing=True,
        subpixel=True,
        visibility=False,
        scheme_names=False,
        edges=True,
        groups=True,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a landmark file by its groups, or the labels and landmarks of the only one."""
        found = json_text.outline(head)
        if not isinstance(found, dict) or found.keys() - {
            *("version", "groups", "labels", "landmarks"),
        }:
            return False
        groups = found.get("groups")
        if isinstance(groups, dict):
            ones = list(groups.values())[:1]
        elif isinstance(groups, list):
            ones = groups[:1]
        else:
            ones = [found]
        return bool(ones) and isinstance(ones[0], dict) and bool(ones[0].keys() & _PARTS)

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read landmark files; each belongs to the picture of the same stem."""
        reading = _Reading(pictures or Pictures(root))
        read_files(paths, reading.pictures, reading.problems, reading.add_file)
        return reading.result()

    def plan(self, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Return a file for each picture."""
        return plan_pictures(faces, folder, ".ljson")

    def write(self, labels: LabelSet, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Write a file of version 3 for each picture, a group for each face.

        Raises:
            InputError: If a file cannot be written.
        """
        planned = self.plan(faces, folder)
        by_picture = faces_by_picture(faces)
        for members, path in zip(by_picture.values(), planned, strict=True):
            groups = _groups_to(labels.scheme, members)
            write_text(path, json_text.dump({"version": 3, "groups": groups}, indent=1) + "\n")
        return planned


_PARTS = frozenset({"labels", "landmarks", "label", "connectivity"})


@dataclass(frozen=True)
class _Group:
    """One set of points.

    Attributes:
        name: What the file calls it.
        xy_image: (K, 2) pixels, NaN where missing.
        labels: Name and mask of each part.
        edges: Pairs of points.
        record: As the file has it.
    """

    name: str
    xy_image: FloatArray
    labels: tuple[tuple[str, tuple[int, ...]], ...]
    edges: tuple[tuple[int, int], ...]
    record: Any


@dataclass
class _Reading:
    pictures: Pictures
    groups: list[tuple[str, _Group]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=Problems)
    files: dict[str, str] = field(default_factory=dict)

    def add_file(self, path: Path, where: str) -> None:
        groups = _groups_of(json_text.load(path))
        picture = self.pictures.beside(path)
        if picture is None:
            raise BrokenFileError(
                say("labels without a picture: there is none of the same name beside it")
            )
        if picture in self.files:
            raise BrokenFileError(
                say("left out, since {files} labels the same picture", files=self.files[picture])
            )
        self.files[picture] = where
        self.groups += [(picture, group) for group in groups]

    def result(self) -> ReadResult:
        counts = Counter(len(group.xy_image) for _, group in self.groups)
        usual = max(counts, key=lambda count: (counts[count], count), default=0)
        fitting = [group for _, group in self.groups if len(group.xy_image) == usual]
        scheme = _scheme(usual, fitting)
        numbers: Counter[str] = Counter()
        faces: list[Face] = []
        others: dict[str, dict[str, Any]] = {}
        for picture, group in self.groups:
            count = len(group.xy_image)
            if count == usual:
                faces.append(_face(picture, numbers[picture], group, scheme))
                numbers[picture] += 1
                continue
            others.setdefault(picture, {})[group.name] = group.record
            message = say(
                "group {name!r} has {count} points where most have {usual}; left out",
                name=group.name,
                count=count,
                usual=usual,
            )
            self.problems.append(Problem(self.files[picture], message))
        for k, face in enumerate(faces):
            rest = others.pop(face.picture, None)
            if rest:
                kept = {**face.extras.get("ljson", {}), "others": rest}
                faces[k] = replace(face, extras={"ljson": kept})
        return ReadResult(scheme, tuple(faces), tuple(self.problems), tuple(self.files), self.files)


def _face(picture: str, number: int, group: _Group, scheme: PointSchema) -> Face:
    landmarks = Landmarks.of(group.xy_image)
    kept: dict[str, Any] = {} if group.name == _USUAL_GROUP else {"group": group.name}
    if group.labels != _labels_from(scheme) or group.edges != scheme.edges:
        kept["labels"] = [[name, list(mask)] for name, mask in group.labels]
        kept["edges"] = [list(edge) for edge in group.edges]
    placed = bool(landmarks.present.any())
    return Face(
        id=face_id(picture, number),
        picture=picture,
        landmarks=landmarks if placed else None,
        state=FaceState.LABELLED if placed else FaceState.UNLABELLED,
        extras={"ljson": kept} if kept else {},
    )


def _scheme(count: int, groups: Sequence[_Group]) -> PointSchema:
    """Return the scheme with the parts and edges that most groups have."""
    if not count:
        return generic_scheme(0)
    scheme = scheme_for_count(count)
    parts = Counter(group.labels for group in groups).most_common(1)[0][0]
    edges = Counter(group.edges for group in groups).most_common(1)[0][0]
    named = {name: mask for name, mask in parts if (name, len(mask)) != (_WHOLE, count) and mask}
    return replace(scheme, groups=named or scheme.groups, edges=edges or scheme.edges)


def _labels_from(scheme: PointSchema) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return the parts that a scheme's groups make; menpo wants each point in one at least."""
    parts = tuple((name, tuple(sorted(set(group)))) for name, group in scheme.groups.items())
    covered = {k for _, group in parts for k in group}
    whole = () if len(covered) == scheme.count else ((_WHOLE, tuple(range(scheme.count))),)
    return (*parts, *whole)


def _groups_of(data: Any) -> list[_Group]:
    version = data.get("version") if isinstance(data, dict) else None
    if version == 3 and isinstance(data.get("groups"), dict):
        return [_group(visible(name), record) for name, record in data["groups"].items()]
    if version == 2:
        return [_group(_USUAL_GROUP, data)]
    if version == 1 and isinstance(data.get("groups"), list):
        return [_joined(data["groups"])]
    raise BrokenFileError(say("is not a .ljson file of version 1, 2 or 3"))


def _group(name: str, record: Any) -> _Group:
    landmarks = record.get("landmarks") if isinstance(record, dict) else None
    points = landmarks.get("points") if isinstance(landmarks, dict) else None
    if landmarks is None or not isinstance(points, list) or not points:
        raise BrokenFileError(say("group {name!r} has no points", name=name))
    labels = []
    given = record.get("labels")
    for label in given if isinstance(given, list) else ():
        mask = label.get("mask") if isinstance(label, dict) else None
        if isinstance(mask, list) and len(mask) == len(points):
            chosen = tuple(k for k, inside in enumerate(mask) if inside)
            labels.append((visible(str(label.get("label"))), chosen))
    edges = _edges(landmarks.get("connectivity"), len(points))
    return _Group(name, _places(points), tuple(labels), edges, record)


def _joined(parts: Sequence[Any]) -> _Group:
    """Return the one group that the parts of a file of version 1 make."""
    points: list[Any] = []
    labels, edges = [], []
    for part in parts:
        marks = part.get("landmarks") if isinstance(part, dict) else None
        if not isinstance(marks, list) or not all(isinstance(m, dict) for m in marks):
            raise BrokenFileError(say("has a group without landmarks"))
        first = len(points)
        points += [mark.get("point") for mark in marks]
        labels.append((visible(str(part.get("label"))), tuple(range(first, len(points)))))
        pairs = _edges(part.get("connectivity"), len(marks))
        edges += [(first + i, first + j) for i, j in pairs]
    if not points:
        raise BrokenFileError(say("has no points"))
    return _Group(_USUAL_GROUP, _places(points), tuple(labels), tuple(edges), None)


def _places(points: Sequence[Any]) -> FloatArray:
    xy = np.full((len(points), 2), np.nan)
    for k, point in enumerate(points):
        if not isinstance(point, list) or len(point) != 2:
            raise BrokenFileError(say("point {k} is not a pair of y and x", k=k + 1))
        if None in point:
            continue
        place = json_text.pair(point)
        if place is None:
            raise BrokenFileError(say("point {k} is not a pair of y and x", k=k + 1))
        xy[k] = place[1], place[0]
    return xy


def _edges(pairs: Any, count: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (pair[0], pair[1])
        for pair in (pairs if isinstance(pairs, list) else ())
        if isinstance(pair, list)
        and len(pair) == 2
        and all(type(end) is int and 0 <= end < count for end in pair)
    )


def _groups_to(scheme: PointSchema, faces: Sequence[Face]) -> dict[str, Any]:
    groups: dict[str, Any] = {}
    for face in faces:
        kept: Mapping[str, Any] = face.extras.get("ljson", {})
        groups |= kept.get("others", {})
    for number, face in enumerate(faces):
        assert face.landmarks is not None
        kept = face.extras.get("ljson", {})
        usual = _USUAL_GROUP if number == 0 else f"face {number + 1}"
        name = str(kept.get("group", usual))
        while name in groups:
            number += 1
            name = f"face {number + 1}"
        labels = kept.get("labels", _labels_from(scheme))
        edges = kept.get("edges", scheme.edges)
        points = [[y, x] if x == x else [None, None] for x, y in face.landmarks.xy_image.tolist()]
        groups[name] = {
            "landmarks": {"points": points, "connectivity": [list(edge) for edge in edges]},
            "labels": [
                {"label": label, "mask": [k in mask for k in range(scheme.count)]}
                for label, mask in ((label, frozenset(mask)) for label, mask in labels)
            ],
        }
    return groups
