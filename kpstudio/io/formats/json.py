"""kpstudio's own JSON: everything about every face, exactly.

A file is an object with "format": "kpstudio", "version", "scheme" (as `PointSchema.to_json`) and
"faces". A face has "picture" (relative to the file), "key" (what tells it from the picture's other
faces), "points" ([x, y] or null for a missing one; pixels of the oriented picture, the centre of
the top-left one at 0), "visibility" (0 missing, 1 occluded, 2 visible), "score", "source", "run",
"box" ([left, top, right, bottom], edges), "state", "photo", "tags" and "extras".
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.core.texts import say
from kpstudio.io.formats import json_text
from kpstudio.io.formats.base import Holds, Problems, ReadResult, read_files
from kpstudio.io.formats.one_file import OneFile
from kpstudio.io.pictures import Pictures, reference_from
from kpstudio.io.text import BrokenFileError, decode_head, visible

VERSION = 1
_MARK = re.compile(r'\s*\{\s*"format"\s*:\s*"kpstudio"')


class Json(OneFile):
    """kpstudio's own label files."""

    name = "json"
    title = "kpstudio JSON"
    suffixes: tuple[str, ...] = (".json",)
    holds = Holds(
        several_faces=True,
        boxes=True,
        missing=True,
        subpixel=True,
        visibility=True,
        scheme_names=True,
        scheme=True,
        states=True,
        pointless=True,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell our files by their first key."""
        return _MARK.match(decode_head(head)) is not None

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read label files; one with other points than the first is a problem."""
        reading = _Reading(pictures or Pictures(root))
        read_files(paths, reading.pictures, reading.problems, reading.add_file)
        faces = tuple(reading.faces.values())
        met = dict.fromkeys(face.picture for face in faces)
        scheme = reading.scheme or generic_scheme(0)
        return ReadResult(scheme, faces, tuple(reading.problems), tuple(met))

    def text(self, labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
        """Return everything that is known of the faces, a line each."""
        pictures = Pictures(labels.root)
        head = {
            "format": "kpstudio",
            "version": VERSION,
            "scheme": labels.scheme.to_json(),
        }
        records = [_dump(_face_to(face, path, pictures)) for face in faces]
        return f'{_dump(head)[:-1]}, "faces": [\n' + ",\n".join(records) + "\n]}\n"


@dataclass
class _Reading:
    pictures: Pictures
    scheme: PointSchema | None = None
    faces: dict[str, Face] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=Problems)

    def add_file(self, path: Path, where: str) -> None:
        found, records = _load(path)
        if self.scheme is not None and found.points != self.scheme.points:
            raise BrokenFileError(say("left out, since its points differ from those of the first"))
        self.scheme = found
        for number, record in enumerate(records, start=1):
            try:
                face = _face_from(record, found, path, self.pictures)
                if face.id in self.faces:
                    raise BrokenFileError(say("two faces share the id {id}; left out", id=face.id))
                self.faces[face.id] = face
            except BrokenFileError as error:
                at = say("{where}, face {number}", where=where, number=number)
                self.problems.append(Problem(at, str(error)))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _load(path: Path) -> tuple[PointSchema, list[Any]]:
    data = json_text.load(path)
    if not isinstance(data, dict) or data.get("format") != "kpstudio":
        raise BrokenFileError(say("is not a label file of kpstudio"))
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BrokenFileError(
            say(
                "does not say the version of its format: its first keys should hold "
                '"version": {version}',
                version=VERSION,
            )
        )
    if version > VERSION:
        raise BrokenFileError(
            say(
                "was written by a newer kpstudio (version {version!r}): update this one",
                version=version,
            )
        )
    try:
        scheme = PointSchema.from_json(data.get("scheme", {}))
    except InputError as error:
        raise BrokenFileError(str(error)) from error
    odd = next((name for name in scheme.points if visible(name) != name), None)
    if odd is not None:
        raise BrokenFileError(
            say("names a point {odd!r}, which is not valid Unicode", odd=visible(odd))
        )
    records = data.get("faces")
    if not isinstance(records, list):
        raise BrokenFileError(say("has no list of faces"))
    return scheme, records


def _face_to(face: Face, path: Path, pictures: Pictures) -> dict[str, Any]:
    record: dict[str, Any] = {
        "picture": reference_from(path.parent, pictures.path(face.picture)),
        "key": face.id.removeprefix(f"{face.picture}#"),
        "state": face.state.value,
    }
    if face.landmarks is not None:
        record |= _landmarks_to(face.landmarks)
    if face.box is not None:
        record["box"] = [face.box.left, face.box.top, face.box.right, face.box.bottom]
    if face.photo:
        record["photo"] = True
    if face.tags:
        record["tags"] = sorted(face.tags)
    if face.extras:
        record["extras"] = dict(face.extras)
    return record


def _landmarks_to(landmarks: Landmarks) -> dict[str, Any]:
    record: dict[str, Any] = {
        "points": [None if math.isnan(x) else [x, y] for x, y in landmarks.xy_image.tolist()],
        "visibility": landmarks.visibility.tolist(),
        "source": landmarks.source.value,
    }
    if landmarks.score is not None:
        record["score"] = [None if math.isnan(s) else s for s in landmarks.score.tolist()]
    if landmarks.run:
        record["run"] = landmarks.run
    return record


def _face_from(record: Any, scheme: PointSchema, path: Path, pictures: Pictures) -> Face:
    if not isinstance(record, Mapping):
        raise BrokenFileError(say("is not an object; left out"))
    reference = record.get("picture")
    picture = pictures.find(reference, path) if isinstance(reference, str) else None
    if picture is None:
        raise BrokenFileError(
            say(
                "labels without a picture: {reference} is missing",
                reference=visible(str(reference)),
            )
        )
    try:
        landmarks = _landmarks_from(record, scheme.count) if "points" in record else None
        box = Box(*(_finite(edge) for edge in record["box"])) if record.get("box") else None
        return Face(
            id=f"{picture}#{record['key']}" if "key" in record else face_id(picture),
            picture=picture,
            landmarks=landmarks,
            box=box,
            state=FaceState(record.get("state", FaceState.LABELLED)),
            photo=bool(record.get("photo", False)),
            extras=dict(record.get("extras", {})),
            tags=_tags_from(record.get("tags", [])),
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BrokenFileError(say("is damaged: {error}; left out", error=error)) from error


def _tags_from(value: Any) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(tag, str) and tag for tag in value):
        raise ValueError(say("the tags are not a list of words"))
    return frozenset(map(visible, value))


def _landmarks_from(record: Mapping[str, Any], count: int) -> Landmarks:
    points = record["points"]
    if len(points) != count:
        raise ValueError(
            say(
                "wrong number of points: {here} where the scheme has {count}",
                here=len(points),
                count=count,
            )
        )
    xy = np.array([(math.nan, math.nan) if p is None else _pair(p) for p in points])
    score = record.get("score")
    given = record.get("visibility")
    visibility = [2] * count if given is None else [int(v) for v in given]
    if len(visibility) != count or not set(visibility) <= {0, 1, 2}:
        raise ValueError(say("the visibility is not {count} numbers from 0 to 2", count=count))
    if score is not None and len(score) != count:
        raise ValueError(say("the score is not {count} numbers", count=count))
    return Landmarks(
        xy.reshape(-1, 2),
        np.array(visibility, dtype=np.uint8),
        None if score is None else np.array([math.nan if s is None else float(s) for s in score]),
        Source(record.get("source", Source.FILE)),
        visible(str(record.get("run", ""))),
    )


def _pair(point: Sequence[Any]) -> tuple[float, float]:
    x, y = point
    return _finite(x), _finite(y)


def _finite(value: Any) -> float:
    number = float(value)
    if not abs(number) <= json_text.FAR:
        raise ValueError(say("{value!r} is not a coordinate", value=value))
    return number
