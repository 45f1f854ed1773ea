"""COCO keypoints: one JSON for many pictures, faces as annotations with [x, y, v] a point.

A point counts pixels by index, so that (0, 0) is the centre of the top-left one, as in ours; a box
[x, y, width, height] counts from the picture's corner, half a pixel before. v is 0 where a point is
missing, 1 where it is hidden, 2 where it can be seen. A skeleton's pairs count from 1. Source:
cocodataset.org/#format-data; detectron2's documentation tells points and boxes apart.
"""

from __future__ import annotations

import contextlib
import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema, generic_scheme, scheme_for_count
from kpstudio.core.texts import say, say_count
from kpstudio.io.formats import json_text
from kpstudio.io.formats.base import Holds, Problems, ReadResult, read_files
from kpstudio.io.formats.corner import corner_box, to_corner
from kpstudio.io.formats.named import scheme_with_names
from kpstudio.io.formats.one_file import OneFile
from kpstudio.io.pictures import Pictures, reference_from
from kpstudio.io.text import BrokenFileError, visible

_LISTS = ("images", "annotations", "categories")
_OWN = ("keypoints", "num_keypoints", "image_id", "category_id")


class Coco(OneFile):
    """COCO keypoint files."""

    name = "coco"
    title = "COCO keypoints"
    suffixes: tuple[str, ...] = (".json",)
    holds = Holds(
        several_faces=True,
        boxes=True,
        missing=True,
        subpixel=True,
        visibility=True,
        scheme_names=True,
        pointless=True,
        edges=True,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a COCO file by its lists of images, annotations or categories."""
        found = json_text.outline(head)
        if not isinstance(found, dict) or found.keys() & {"format", "shapes", "groups", "data"}:
            return False
        first = {
            name: found[name][0]
            for name in _LISTS
            if isinstance(found.get(name), list) and found[name]
        }
        needed = {"images": "file_name", "annotations": "image_id", "categories": "name"}
        return any(isinstance(one, dict) and needed[name] in one for name, one in first.items())

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read label files; one whose points differ from the first is a problem."""
        reading = _Reading(pictures or Pictures(root))
        read_files(paths, reading.pictures, reading.problems, reading.add_file)
        return ReadResult(
            reading.scheme or generic_scheme(0),
            tuple(reading.faces),
            tuple(reading.problems),
            tuple(reading.met),
        )

    def text(self, labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
        """Return one category; what the faces' own file said besides is in it again."""
        return _file_text(labels, faces, path)


@dataclass
class _Reading:
    pictures: Pictures
    scheme: PointSchema | None = None
    faces: list[Face] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=Problems)
    met: dict[str, int] = field(default_factory=dict)

    def add_file(self, path: Path, where: str) -> None:
        data = json_text.load(path)
        if not isinstance(data, dict) or not isinstance(data.get("annotations"), list):
            raise BrokenFileError(say("is not a COCO file: it has no list of annotations"))
        annotations = [one for one in data["annotations"] if isinstance(one, dict)]
        chosen, odd = _Category.choose(data.get("categories"), annotations)
        if self.scheme and self.scheme.count and chosen.scheme.points != self.scheme.points:
            raise BrokenFileError(say("left out, since its points differ from those of the first"))
        self.problems += [Problem(where, message) for message in odd]
        self.scheme = chosen.scheme
        images = self._images(data.get("images"), path, where)
        rest = {key: value for key, value in data.items() if key not in _LISTS}
        from_file: dict[str, Any] = {"file": rest, "category": chosen.record}
        lost: Counter[str] = Counter()
        for number, record in enumerate(data["annotations"]):
            at = say("{where}, annotation {number}", where=where, number=number + 1)
            if not isinstance(record, dict):
                self.problems.append(Problem(at, say("is not an object; left out")))
            elif _key(record.get("category_id")) not in chosen.ids and chosen.ids:
                lost[chosen.others.get(_key(record.get("category_id")), "unknown")] += 1
            else:
                image = images.get(_key(record.get("image_id")))
                if image is not None:
                    self._add(record, image, chosen.scheme.count, at, from_file)
                elif image is None and _key(record.get("image_id")) not in images:
                    self.problems.append(
                        Problem(at, say("belongs to no image in the file; left out"))
                    )
        for name, count in lost.items():
            message = say(
                "annotations of the category {name!r} have no such points", name=visible(name)
            )
            self.problems.append(
                Problem(where, say("{message}: {count:,} left out", message=message, count=count))
            )

    def _images(
        self, records: Any, path: Path, where: str
    ) -> dict[str, tuple[str, dict[str, Any]] | None]:
        """Return id -> (picture, the record), or None where the picture is not there."""
        found: dict[str, tuple[str, dict[str, Any]] | None] = {}
        for record in records if isinstance(records, list) else ():
            if not isinstance(record, dict):
                continue
            name = record.get("file_name")
            picture = self.pictures.find(name, path) if isinstance(name, str) else None
            if picture is None:
                message = say(
                    "labels without a picture: {name} is missing", name=visible(str(name)[:200])
                )
                self.problems.append(Problem(where, message))
            else:
                self.met.setdefault(picture, 0)
            found[_key(record.get("id"))] = None if picture is None else (picture, record)
        return found

    def _add(
        self,
        record: dict[str, Any],
        image: tuple[str, dict[str, Any]],
        count: int,
        at: str,
        from_file: dict[str, Any],
    ) -> None:
        picture, image_record = image
        try:
            landmarks = _landmarks(record.get("keypoints"), count)
        except BrokenFileError as error:
            self.problems.append(Problem(at, str(error)))
            return
        box = _box(record.get("bbox"))
        if box is None and record.get("bbox"):
            self.problems.append(Problem(at, say("the box has no position or no size")))
        extras: dict[str, Any] = {
            "annotation": {key: value for key, value in record.items() if key not in _OWN}
        }
        if "keypoints" not in record:
            extras["bare"] = True
        if not self.met[picture]:
            extras["image"] = image_record
        extras |= from_file
        from_file.clear()  # what the whole file says goes with its first face
        self.faces.append(
            Face(
                id=face_id(picture, self.met[picture]),
                picture=picture,
                landmarks=landmarks,
                box=box,
                state=FaceState.LABELLED if landmarks else FaceState.UNLABELLED,
                extras={"coco": extras},
            )
        )
        self.met[picture] += 1


@dataclass(frozen=True)
class _Category:
    """The categories whose points are read.

    Attributes:
        scheme: The points.
        ids: Of the categories that have them; none where the file tells no categories.
        record: The first of them, as the file has it.
        others: id -> name of the other categories.
    """

    scheme: PointSchema
    ids: frozenset[str]
    record: dict[str, Any]
    others: Mapping[str, str]

    @classmethod
    def choose(
        cls, records: Any, annotations: Sequence[Mapping[str, Any]]
    ) -> tuple[_Category, list[str]]:
        """Choose the points that most annotations have.

        Raises:
            BrokenFileError: If none has any, nor a box.
        """
        categories = {
            _key(one.get("id")): one
            for one in (records if isinstance(records, list) else ())
            if isinstance(one, dict)
        }
        lengths: dict[str, Counter[int]] = {}
        for one in annotations:
            values = one.get("keypoints")
            if isinstance(values, list) and values and len(values) % 3 == 0:
                lengths.setdefault(_key(one.get("category_id")), Counter())[len(values) // 3] += 1
        names: dict[str, tuple[str, ...]] = {}
        for key in dict.fromkeys((*categories, *lengths)):
            given = categories.get(key, {}).get("keypoints")
            told = tuple(visible(str(n)) for n in given) if isinstance(given, list) else ()
            usual = lengths[key].most_common(1)[0][0] if key in lengths else 0
            unique = bool(told) and len(set(told)) == len(told) and usual in (0, len(told))
            if told or usual:
                names[key] = told if unique else scheme_for_count(usual or len(told)).points
        if not names:
            return cls._of_boxes(categories, annotations)
        weight: Counter[tuple[str, ...]] = Counter()
        for key, points in names.items():
            weight[points] += sum(lengths.get(key, Counter()).values())
        best = weight.most_common(1)[0][0]
        ids = [key for key, points in names.items() if points == best]
        record = categories.get(ids[0], {})
        edges, odd = _edges(record.get("skeleton"), len(best))
        scheme = scheme_with_names(best)
        scheme = replace(scheme, edges=edges) if edges else scheme
        others = {key: str(one.get("name")) for key, one in categories.items() if key not in ids}
        return cls(scheme, frozenset(ids if categories else ()), record, others), odd

    @classmethod
    def _of_boxes(
        cls, categories: Mapping[str, dict[str, Any]], annotations: Sequence[Mapping[str, Any]]
    ) -> tuple[_Category, list[str]]:
        """Take all boxes for faces, where nothing has points.

        Raises:
            BrokenFileError: If no annotation has a box.
        """
        boxed = [one for one in annotations if _box(one.get("bbox")) is not None]
        if not boxed:
            raise BrokenFileError(say("has no category with keypoints, and no boxes"))
        keys = dict.fromkeys(_key(one.get("category_id")) for one in boxed)
        known = [categories[key] for key in keys if key in categories]
        names = ", ".join(repr(visible(str(one.get("name")))) for one in known)
        odd = say("has no keypoints; boxes of {names} are all read as faces", names=names)
        told: list[str] = [odd] if known[1:] else []
        return cls(generic_scheme(0), frozenset(), known[0] if known else {}, {}), told


def _edges(skeleton: Any, count: int) -> tuple[tuple[tuple[int, int], ...], list[str]]:
    pairs = skeleton if isinstance(skeleton, list) else []
    edges = [
        (pair[0] - 1, pair[1] - 1)
        for pair in pairs
        if isinstance(pair, list)
        and len(pair) == 2
        and all(type(end) is int and 1 <= end <= count for end in pair)
    ]
    told = say_count(
        "1 pair of the skeleton refers to points other than 1 to {most}; left out",
        "{count} pairs of the skeleton refer to points other than 1 to {most}; left out",
        len(pairs) - len(edges),
        most=count,
    )
    return tuple(edges), [told] if pairs[len(edges) :] else []


def _key(value: Any) -> str:
    """Return what ids are compared by: some tools write numbers as text."""
    return str(value)


def _landmarks(values: Any, count: int) -> Landmarks | None:
    if values is None or values == []:
        return None
    if not isinstance(values, list) or len(values) != 3 * count:
        length = len(values) / 3 if isinstance(values, list) else 0
        raise BrokenFileError(
            say(
                "wrong number of points: {length:g} instead of {count}; left out",
                length=length,
                count=count,
            )
        )
    xy = np.full((count, 2), np.nan)
    visibility = np.zeros(count, dtype=np.uint8)
    for k in range(count):
        x, y, v = (json_text.number(value) for value in values[3 * k : 3 * k + 3])
        if x is None or y is None or v not in (0, 1, 2):
            if v == 0:
                continue
            raise BrokenFileError(
                say("point {k} is not x, y and v with v 0, 1 or 2; left out", k=k + 1)
            )
        xy[k], visibility[k] = (x, y), int(v)
    landmarks = Landmarks(xy, visibility)
    return landmarks if landmarks.present.any() else None


def _box(values: Any) -> Box | None:
    edges = [json_text.number(value) for value in values] if isinstance(values, list) else []
    if len(edges) != 4 or None in edges:
        return None
    left, top, width, height = (edge or 0.0 for edge in edges)
    if width <= 0 or height <= 0:
        return None
    return corner_box(left, top, left + width, top + height)


def _file_text(labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
    kept: list[Mapping[str, Any]] = [face.extras.get("coco", {}) for face in faces]
    head: Mapping[str, Any] = next((one for one in kept if "file" in one), {})
    category = _category_record(labels.scheme, head.get("category") or {})
    images = _image_records(labels, faces, path)
    annotations = [_face_record(face, labels.scheme.count) for face in faces]
    _give_ids(annotations)
    for face, record in zip(faces, annotations, strict=True):
        record |= {"image_id": images[face.picture]["id"], "category_id": category["id"]}
    blocks = {"images": images.values(), "annotations": annotations, "categories": [category]}
    rows = [
        f'"{name}": [\n' + ",\n".join(map(json_text.dump, records)) + "\n]"
        for name, records in blocks.items()
    ]
    rest = [f"{json_text.dump(k)}: {json_text.dump(v)}" for k, v in head.get("file", {}).items()]
    return "{" + ",\n".join([*rest, *rows]) + "}\n"


def _give_ids(records: Sequence[dict[str, Any]]) -> None:
    """Let each record have an id of its own; the first to bring one keeps it."""
    taken = {_key(record["id"]) for record in records if "id" in record}
    free = (number for number in itertools.count(1) if _key(number) not in taken)
    used: set[str] = set()
    for record in records:
        if "id" not in record or _key(record["id"]) in used:
            record["id"] = next(free)
        used.add(_key(record["id"]))


def _category_record(scheme: PointSchema, kept: Mapping[str, Any]) -> dict[str, Any]:
    record = {"id": 1, "name": "face", "supercategory": "face", **kept}
    if scheme.count:
        record["keypoints"] = list(scheme.points)
        record["skeleton"] = [[i + 1, j + 1] for i, j in scheme.edges]
    return record


def _image_records(
    labels: LabelSet, faces: Sequence[Face], path: Path
) -> dict[str, dict[str, Any]]:
    pictures = Pictures(labels.root)
    kept: dict[str, dict[str, Any]] = {}
    for face in faces:
        said = face.extras.get("coco", {}).get("image")
        kept[face.picture] = dict(said) if isinstance(said, dict) else kept.get(face.picture, {})
    _give_ids(list(kept.values()))
    for picture, record in kept.items():
        record["file_name"] = reference_from(path.parent, pictures.path(picture))
        with contextlib.suppress(InputError):  # what the file said of it stays
            record["width"], record["height"] = pictures.size(picture)
    return kept


def _face_record(face: Face, count: int) -> dict[str, Any]:
    kept = face.extras.get("coco", {})
    record: dict[str, Any] = dict(kept.get("annotation", {"iscrowd": 0}))
    if face.landmarks is not None:
        marks = face.landmarks
        record["keypoints"] = [
            value
            for (x, y), v in zip(marks.xy_image.tolist(), marks.visibility.tolist(), strict=True)
            for value in ((x, y, v) if v else (0, 0, 0))
        ]
        record["num_keypoints"] = int(marks.present.sum())
    elif count and not kept.get("bare"):
        record |= {"keypoints": [0] * (3 * count), "num_keypoints": 0}
    if face.box is None:
        record.pop("bbox", None)
    elif _box(record.get("bbox")) != face.box:
        box = face.box
        record["bbox"] = [to_corner(box.left), to_corner(box.top), box.width, box.height]
        record["area"] = record.get("area", box.width * box.height)
    return record
