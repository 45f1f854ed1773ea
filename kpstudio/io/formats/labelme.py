"""LabelMe's JSON: one file a picture, points with labels, a group for each face.

Coordinates are of the canvas, where the top-left pixel covers 0 to 1 (inferred: LabelMe draws the
picture from 0 and says nothing), so the centre of a pixel is at x - 0.5, y - 0.5 in ours. A missing
point is absent. LabelMe knows no visibility: a point with the flag ``occluded`` is an occluded one.
A rectangle is the box of the face in its group. Source: the label files of LabelMe 5
(github.com/wkentaro/labelme), `LabelFile` and its examples.
"""

from __future__ import annotations

import base64
import io
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, LabelSet, faces_by_picture
from kpstudio.core.landmarks import Visibility
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.io.atomic import write_text
from kpstudio.io.formats import json_text
from kpstudio.io.formats.base import Holds, Problems, ReadResult, read_files
from kpstudio.io.formats.corner import corner_box, from_corner, to_corner
from kpstudio.io.formats.named import (
    LAST,
    NamedFace,
    homes_of,
    kept_points,
    labels_for,
    result_of,
)
from kpstudio.io.formats.per_picture import plan_pictures
from kpstudio.io.images import read_rgb
from kpstudio.io.pictures import Pictures, reference_from
from kpstudio.io.text import BrokenFileError, visible

_VERSION = "5.5.0"
_OWN_KEYS = ("shapes", "imagePath", "imageData", "imageHeight", "imageWidth", "kpstudio")
_PLAIN_POINT: dict[str, Any] = {"description": "", "shape_type": "point", "flags": {}, "mask": None}
_PLAIN_BOX: dict[str, Any] = {
    "description": "",
    "shape_type": "rectangle",
    "flags": {},
    "mask": None,
}


class LabelMe:
    """LabelMe label files."""

    name = "labelme"
    title = "LabelMe JSON"
    suffixes: tuple[str, ...] = (".json",)
    per_picture = True
    holds = Holds(
        several_faces=True,
        boxes=True,
        missing=True,
        subpixel=True,
        visibility=True,
        scheme_names=True,
        pointless=True,
        empty=False,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a label file by its list of shapes, or the copy of its picture."""
        found = json_text.outline(head)
        if not isinstance(found, dict) or "images" in found or "format" in found:
            return False
        if isinstance(found.get("shapes"), list):
            return all(isinstance(s, dict) for s in found["shapes"][:1])
        return b'"imageData"' in head and not found.keys() - {"version", "flags", *_OWN_KEYS}

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read label files; the union of all labels is the scheme."""
        reading = _Reading(pictures or Pictures(root))
        read_files(paths, reading.pictures, reading.problems, reading.add_file)
        return result_of(
            self.name,
            reading.faces,
            tuple(reading.files),
            reading.problems,
            reading.noted,
            reading.files,
        )

    def plan(self, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Return a file for each picture."""
        return plan_pictures(faces, folder, ".json")

    def write(self, labels: LabelSet, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Write a file for each picture; what it said besides is in it again.

        Raises:
            InputError: If a file cannot be written.
        """
        planned = self.plan(faces, folder)
        by_picture = faces_by_picture(faces)
        pictures = Pictures(labels.root)
        for (picture, members), path in zip(by_picture.items(), planned, strict=True):
            record = _file_record(labels.scheme, members, picture, path, pictures)
            write_text(path, json_text.dump(record, indent=2) + "\n")
        return planned


@dataclass
class _Reading:
    pictures: Pictures
    faces: list[NamedFace] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=Problems)
    files: dict[str, str] = field(default_factory=dict)
    noted: list[Sequence[str]] = field(default_factory=list)

    def add_file(self, path: Path, where: str) -> None:
        data = json_text.load(path)
        if not isinstance(data, dict) or not isinstance(data.get("shapes"), list):
            raise BrokenFileError(say("is not a LabelMe file: it has no list of shapes"))
        picture = _picture(data, path, self.pictures)
        if picture in self.files:
            raise BrokenFileError(
                say("left out, since {files} labels the same picture", files=self.files[picture])
            )
        self.files[picture] = where
        one = _OneFile(picture, where, _names_of(data.get("kpstudio")))
        self.noted += [tuple(one.names.values())] if one.names else []
        for at, shape in enumerate(data["shapes"]):
            if not isinstance(shape, dict):
                self.problems.append(
                    Problem(where, say("shape {at} is not an object; left out", at=at + 1))
                )
            elif not one.add(shape, at):
                one.others.append([at, shape])
        self.problems += one.problems
        faces = one.all_faces()
        if faces:
            rest = {key: value for key, value in data.items() if key not in _OWN_KEYS}
            faces[0].extras |= {
                "file": rest,
                "others": one.others,
                "embedded": data.get("imageData") is not None,
            }
        self.faces += faces


def _picture(data: Mapping[str, Any], path: Path, pictures: Pictures) -> str:
    named = data.get("imagePath")
    reference = named if isinstance(named, str) else ""
    picture = pictures.of(reference, path)
    if picture is None:
        name = visible(reference[:200]) or say("its picture")
        told = say("labels without a picture: {name} is missing")
        if isinstance(data.get("imageData"), str):
            told = say(
                "labels without a picture: {name} is missing; the file contains a copy of it "
                "(imageData): save that beside it to use the labels"
            )
        raise BrokenFileError(say(told, name=name))
    return picture


def _names_of(note: Any) -> dict[str, str]:
    """Return label -> name of the points, in their order, where a file of ours says it."""
    points = note.get("points") if isinstance(note, dict) else None
    if not isinstance(points, list):
        return {}
    return {
        str(label): str(name)
        for name, label in (p for p in points if isinstance(p, list) and len(p) == 2)
    }


@dataclass
class _OneFile:
    picture: str
    where: str
    names: Mapping[str, str]
    others: list[list[Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=Problems)
    groups: dict[str, NamedFace] = field(default_factory=dict)
    boxes: list[NamedFace] = field(default_factory=list)

    def add(self, shape: dict[str, Any], at: int) -> bool:
        """Add a point or a box; return False where the shape is neither."""
        kind, points = shape.get("shape_type", "polygon"), shape.get("points")
        places = [json_text.pair(p) for p in points] if isinstance(points, list) else []
        xy = [place for place in places if place is not None]
        due = {"point": 1, "rectangle": 2}.get(kind) if isinstance(kind, str) else None
        if due is None:
            return False
        label = visible(str(shape.get("label")))
        if len(xy) != due or len(places) != due:
            message = say(
                "{kind} {label!r} has no position; it is kept as it is", kind=kind, label=label[:80]
            )
            self.problems.append(Problem(self.where, message))
            return False
        group = shape.get("group_id")
        rest = {k: v for k, v in shape.items() if k not in ("label", "points", "group_id")}
        if kind == "rectangle":
            return self._add_box(group, (*xy[0], *xy[1]), {"at": at, "label": label, **rest})
        flags = rest.get("flags")
        occluded = isinstance(flags, dict) and json_text.is_true(flags.get("occluded"))
        place = from_corner(xy[0][0]), from_corner(xy[0][1])
        self._face(group).put(label, place, occluded, at, rest, self.names)
        return True

    def _face(self, group: Any) -> NamedFace:
        key = _key(group)
        if key not in self.groups:
            self.groups[key] = NamedFace(self.picture, extras={"group": group})
        return self.groups[key]

    def _add_box(
        self, group: Any, edges: tuple[float, float, float, float], rest: dict[str, Any]
    ) -> bool:
        box = corner_box(*edges)
        if box is None:
            self.problems.append(Problem(self.where, say("a box is flat; it is kept as it is")))
            return False
        self.boxes.append(NamedFace(self.picture, box=box, extras={"group": group, "box": rest}))
        return True

    def all_faces(self) -> list[NamedFace]:
        """Return the faces with their boxes; a box of no face is a face without points."""
        lone, loose = [], []
        for box in self.boxes:
            face = self.groups.get(_key(box.extras["group"]))
            if box.extras["group"] is None:
                loose.append(box)
            elif face is not None and face.box is None:
                _adopt(face, box)
            else:
                lone.append(box)
        faces = [face for face in self.groups.values() if face.box is None]
        homes = homes_of([box.box for box in loose if box.box is not None], faces)
        for number, home in homes.items():
            _adopt(faces[home], loose[number])
        homeless = [box for number, box in enumerate(loose) if number not in homes]
        return sorted([*self.groups.values(), *lone, *homeless], key=_first_shape)


def _first_shape(face: NamedFace) -> int:
    shapes = [kept.at for kept in face.kept.values()]
    return min([*shapes, face.extras["box"]["at"]] if face.box else shapes)


def _key(group: Any) -> str:
    return f"{type(group).__name__} {group!r}"


def _adopt(face: NamedFace, box: NamedFace) -> None:
    face.box = box.box
    face.extras["box"] = box.extras["box"]


def _file_record(
    scheme: PointSchema, faces: Sequence[Face], picture: str, path: Path, pictures: Pictures
) -> dict[str, Any]:
    kept = [dict(face.extras.get("labelme", {})) for face in faces]
    from_file = next((one for one in kept if isinstance(one.get("file"), dict)), {})
    labels, note = labels_for("labelme", scheme, faces)
    shapes: list[tuple[int, dict[str, Any]]] = list(map(tuple, from_file.get("others", ())))
    for face, one, group in zip(faces, kept, _groups(faces, kept), strict=True):
        shapes += _point_shapes(face, labels, group)
        if face.box is not None:
            shapes.append(_box_shape(face.box, one.get("box"), group))
    width, height = _size(pictures, picture)
    whole = pictures.path(picture)
    return {
        **from_file.get("file", {"version": _VERSION, "flags": {}}),
        **({"kpstudio": {"points": [list(entry) for entry in note]}} if note else {}),
        "shapes": [shape for _, shape in sorted(shapes, key=lambda entry: entry[0])],
        "imagePath": reference_from(path.parent, whole),
        "imageData": _copy(whole) if from_file.get("embedded") else None,
        "imageHeight": height,
        "imageWidth": width,
    }


def _groups(faces: Sequence[Face], kept: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Return a group for each face: the file's own, where it still tells the faces apart."""
    if len(faces) == 1:
        return [kept[0].get("group")]
    own = [one.get("group") for one in kept]
    taken: list[Any] = []
    for face, one, group in zip(faces, kept, own, strict=True):
        grouped = group is not None or ("group" in one and face.box is None)
        if not grouped or group in taken:
            group = next(k for k in itertools.count(1) if k not in taken and k not in own)
        taken.append(group)
    return taken


def _point_shapes(
    face: Face, labels: Sequence[str], group: Any
) -> Iterator[tuple[int, dict[str, Any]]]:
    if face.landmarks is None:
        return
    marks, kept = face.landmarks, kept_points(face, "labelme", len(labels))
    for label, (at, said), (x, y), seen in zip(
        labels, kept, marks.xy_image.tolist(), marks.visibility, strict=True
    ):
        if seen == Visibility.MISSING:
            continue
        rest = dict(said if isinstance(said, dict) else _PLAIN_POINT)
        flags = rest["flags"] if isinstance(rest.get("flags"), dict) else {}
        occluded = bool(seen == Visibility.OCCLUDED)
        if json_text.is_true(flags.get("occluded")) != occluded:
            rest["flags"] = flags | {"occluded": occluded}
        place = [[to_corner(x), to_corner(y)]]
        yield at, {"label": label, "points": place, "group_id": group, **rest}


def _box_shape(box: Box, kept: Mapping[str, Any] | None, group: Any) -> tuple[int, dict[str, Any]]:
    rest = {"at": LAST, "label": "face", **(kept or _PLAIN_BOX)}
    at, label = rest.pop("at"), rest.pop("label")
    edges = [[box.left, box.top], [box.right, box.bottom]]
    corners = [[to_corner(x), to_corner(y)] for x, y in edges]
    return at, {"label": label, "points": corners, "group_id": group, **rest}


def _size(pictures: Pictures, picture: str) -> tuple[int | None, int | None]:
    try:
        return pictures.size(picture)
    except InputError:
        return None, None


def _copy(path: Path) -> str | None:
    """Return the picture as LabelMe puts it into its file: turned upright, then base64."""
    try:
        with Image.open(path) as image:
            upright = image.getexif().get(0x0112, 1) == 1
        if upright:
            data = path.read_bytes()
        else:
            buffer = io.BytesIO()
            Image.fromarray(read_rgb(path)).save(buffer, format="PNG")
            data = buffer.getvalue()
    except (OSError, InputError):
        return None
    return base64.b64encode(data).decode("ascii")
