"""Label Studio's JSON: an array of tasks, key points and rectangles in percent of the picture.

x and y are percent of the picture's size, counted from its corner (inferred: the canvas begins
there), so the centre of the top-left pixel of a picture of 100 pixels is at 0.5 percent. Where a
picture was turned while it was labelled, they are of the turned one (inferred). Regions of one
``parentID``, or tied by relations, are one face; a rectangle among them is its box. A task without
annotations shows its predictions. Label Studio knows no visibility. Source: labelstud.io/guide
("Label Studio JSON format of annotated tasks", "Units of image annotations").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Source
from kpstudio.core.texts import joined, say
from kpstudio.io.formats import json_text
from kpstudio.io.formats.base import Holds, Problems, ReadResult, read_files
from kpstudio.io.formats.corner import corner_box, from_corner
from kpstudio.io.formats.labelstudio_writing import file_text
from kpstudio.io.formats.named import NamedFace, homes_of, result_of
from kpstudio.io.formats.one_file import OneFile
from kpstudio.io.pictures import Pictures
from kpstudio.io.text import BrokenFileError, visible

_UPLOADED = re.compile(r"[0-9a-f]{8}-(.+)", re.DOTALL)
_TASK_KEYS = frozenset({"annotations", "predictions", "completions"})


class LabelStudio(OneFile):
    """Label Studio files."""

    name = "labelstudio"
    title = "Label Studio JSON"
    suffixes: tuple[str, ...] = (".json",)
    holds = Holds(
        several_faces=True,
        boxes=True,
        missing=True,
        subpixel=True,
        visibility=False,
        scheme_names=True,
        pointless=True,
        empty=False,
        predicted=True,
        needs_picture=True,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell an array of tasks, or one of them, by its data and annotations."""
        found = json_text.outline(head)
        if isinstance(found, list):
            found = found[0] if found else None
        if not isinstance(found, dict):
            return False
        if _is_min(found):
            return True
        results = [
            one[0]
            for key in _TASK_KEYS
            if isinstance(one := found.get(key), list) and one and isinstance(one[0], dict)
        ]
        data = isinstance(found.get("data"), dict)
        return any("result" in one for one in results) or (data and bool(found.keys() & _TASK_KEYS))

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read label files; the union of all labels is the scheme."""
        reading = _Reading(pictures or Pictures(root))
        read_files(paths, reading.pictures, reading.problems, reading.add_file)
        return result_of(
            self.name, reading.faces, tuple(reading.met), reading.problems, reading.noted
        )

    def text(self, labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
        """Return a task for each picture; predicted faces are its predictions."""
        return file_text(labels, faces, path)


def _is_min(task: Mapping[str, Any]) -> bool:
    """Whether a task comes from an export as JSON-MIN, which leaves much out."""
    return {"annotation_id", "annotator"} <= task.keys() and not task.keys() & {"data", *_TASK_KEYS}


@dataclass
class _Reading:
    pictures: Pictures
    faces: list[NamedFace] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=Problems)
    met: dict[str, None] = field(default_factory=dict)
    noted: list[Sequence[str]] = field(default_factory=list)

    def add_file(self, path: Path, where: str) -> None:
        data = json_text.load(path)
        tasks = data if isinstance(data, list) else [data]
        if not all(isinstance(task, dict) for task in tasks):
            raise BrokenFileError(say("is not a list of Label Studio tasks"))
        if any(map(_is_min, tasks)):
            raise BrokenFileError(say("is a Label Studio JSON-MIN file: export as JSON instead"))
        for number, task in enumerate(tasks, start=1):
            self.add_task(task, path, say("{where}, task {number}", where=where, number=number))

    def add_task(self, task: dict[str, Any], path: Path, where: str) -> None:
        note = _note_of(task)
        picture, reference = _picture(task, note, path, self.pictures)
        if picture is None:
            message = say(
                "labels without a picture: {reference} is missing",
                reference=visible(reference[:200]),
            )
            self.problems.append(Problem(where, message))
            return
        self.met[picture] = None
        names = {
            str(entry[1]): str(entry[0])
            for entry in _list_of(note.get("points"))
            if isinstance(entry, list) and len(entry) == 2
        }
        self.noted += [tuple(names.values())] if names else []
        faces: list[NamedFace] = []
        labelled, predicted = _answers(task)
        self._tell_others(task, labelled, where)
        for answer in (labelled, predicted):
            if answer is None or (answer is predicted and labelled and not note):
                continue
            at = joined((where, visible(picture)), ", ")
            one = _OneAnswer(picture, at, names, self.pictures)
            one.add_all(answer)
            self.problems += one.problems
            made = one.faces
            if answer is predicted:
                for face in made:
                    face.state, face.source = FaceState.PREDICTED, Source.PREDICTION
                    face.run = visible(str(answer.get("model_version") or ""))
            elif made:
                rest = {k: v for k, v in answer.items() if k != "result"}
                made[0].extras |= {"annotation": rest, "others": one.others}
            faces += made
        faces = _in_order(faces, note.get("predicted"))
        if faces:
            rest = {k: v for k, v in task.items() if k not in _TASK_KEYS}
            faces[0].extras["task"] = rest
        self.faces += faces

    def _tell_others(self, task: Mapping[str, Any], used: Any, where: str) -> None:
        given = _list_of(task.get("annotations") or task.get("completions"))
        others = sum(isinstance(a, dict) and bool(a.get("result")) for a in given) - bool(used)
        if others > 0:
            message = say(
                "has {others} annotations of one picture; the first valid one is used",
                others=others + 1,
            )
            self.problems.append(Problem(where, message))


def _in_order(faces: list[NamedFace], places: Any) -> list[NamedFace]:
    """Return the faces in the order they were written in; ours notes where the predicted stood."""
    predicted = [face for face in faces if face.state is FaceState.PREDICTED]
    if not isinstance(places, list) or len(places) != len(predicted):
        return faces
    ordered = [face for face in faces if face.state is not FaceState.PREDICTED]
    for place, face in zip(places, predicted, strict=True):
        at = json_text.number(place)
        ordered.insert(len(ordered) if at is None else int(at), face)
    return ordered


def _answers(task: Mapping[str, Any]) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Return the annotation and the prediction that count: the first with a result."""

    def first(key: str) -> dict[str, Any] | None:
        fitting = (
            one
            for one in _list_of(task.get(key))
            if isinstance(one, dict)
            and isinstance(one.get("result"), list)
            and one["result"]
            and not json_text.is_true(one.get("was_cancelled"))
        )
        return next(fitting, None)

    return first("annotations") or first("completions"), first("predictions")


def _list_of(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _note_of(task: Mapping[str, Any]) -> dict[str, Any]:
    meta = task.get("meta")
    note = meta.get("kpstudio") if isinstance(meta, dict) else None
    return note if isinstance(note, dict) else {}


def _picture(
    task: Mapping[str, Any], note: Mapping[str, Any], path: Path, pictures: Pictures
) -> tuple[str | None, str]:
    """Return the picture of a task, and what the task calls it."""
    data = task.get("data")
    said = data if isinstance(data, dict) else {}
    given = [value for value in said.values() if isinstance(value, str)]
    if isinstance(said.get("image"), str):
        given.insert(0, said["image"])
    own = note.get("picture")
    for text in [own] if isinstance(own, str) else []:
        found = pictures.find(text, path)
        if found is not None:
            return found, text
    for text in given:
        for name in _names_in(text):
            found = pictures.find(name, path)
            if found is not None:
                return found, text
    return None, given[0] if given else "its picture"


def _names_in(reference: str) -> Iterator[str]:
    """Yield what a task's reference may mean as a path, the likeliest first."""
    yield reference
    try:
        parts = urlsplit(reference)
        local = parse_qs(parts.query).get("d", [])
    except ValueError:
        return
    for text in (*local, unquote(parts.path)):
        yield text
        last = text.replace("\\", "/").rpartition("/")[2]
        yield last
        uploaded = _UPLOADED.fullmatch(last)
        if uploaded:
            yield uploaded[1]


@dataclass
class _OneAnswer:
    picture: str
    where: str
    names: Mapping[str, str]
    pictures: Pictures
    others: list[list[Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=Problems)
    faces: list[NamedFace] = field(default_factory=list)
    groups: dict[str, NamedFace] = field(default_factory=dict)

    def add_all(self, answer: Mapping[str, Any]) -> None:
        regions = answer["result"]
        group_of = _groups_of(regions)
        loose = []
        for at, region in enumerate(regions):
            if not isinstance(region, dict):
                self.problems.append(
                    Problem(self.where, say("region {at} is not an object; left out", at=at + 1))
                )
                continue
            group = group_of.get(str(region.get("id")), "")
            if region.get("type") in ("keypointlabels", "keypoint"):
                self._add_point(region, at, group)
            elif region.get("type") in ("rectanglelabels", "rectangle"):
                box = self._add_box(region, at, group)
                loose += [box] if box is not None and not group else []
            else:
                self.others.append([at, region])
        if not group_of:
            self._find_homes(loose)

    def _add_point(self, region: dict[str, Any], at: int, group: str) -> None:
        value = region.get("value")
        place = self._place(region, value, "x", "y") if isinstance(value, dict) else None
        if not isinstance(value, dict) or place is None:
            self.problems.append(
                Problem(self.where, say("key point {at} has no position; left out", at=at + 1))
            )
            return
        labels = value.get("keypointlabels")
        label = visible(str(labels[0])) if isinstance(labels, list) and labels else "point"
        face = self._face(group)
        name = face.put(label, place, at=at, rest=region, names=self.names)
        score = json_text.number(region.get("score"))
        if score is not None:
            face.scores[name] = score

    def _face(self, group: str) -> NamedFace:
        if group not in self.groups:
            self.groups[group] = NamedFace(self.picture)
            self.faces.append(self.groups[group])
        return self.groups[group]

    def _add_box(self, region: dict[str, Any], at: int, group: str) -> NamedFace | None:
        value = region.get("value")
        near = self._place(region, value, "x", "y") if isinstance(value, dict) else None
        box = None
        if isinstance(value, dict) and near is not None:
            far = {k: json_text.number(value.get(k)) for k in ("x", "y", "width", "height")}
            if None not in far.values() and not value.get("rotation"):
                x, y, width, height = (number or 0.0 for number in far.values())
                end = self._place(region, {"x": x + width, "y": y + height}, "x", "y")
                box = corner_box(*(edge + 0.5 for edge in (*near, *end))) if end else None
        if box is None:
            self.others.append([at, region])
            message = say(
                "rectangle {at} is flat, turned or has no position; it is kept as it is", at=at + 1
            )
            self.problems.append(Problem(self.where, message))
            return None
        kept = {"at": at, "region": region}
        face = self.groups.get(group) if group else None
        if group and face is None:
            face = self._face(group)
        if face is None or face.box is not None:
            face = NamedFace(self.picture)
            self.faces.append(face)
        face.box, face.extras["box"] = box, kept
        return face

    def _place(
        self, region: Mapping[str, Any], value: Mapping[str, Any], x: str, y: str
    ) -> tuple[float, float] | None:
        """Return the pixel that percent mean, in the upright picture."""
        right, down = json_text.number(value.get(x)), json_text.number(value.get(y))
        size = self._size(region)
        if right is None or down is None or size is None:
            return None
        turn = json_text.number(region.get("image_rotation")) or 0.0
        u, v = right / 100, down / 100
        turned = {90: (v, 1 - u), 180: (1 - u, 1 - v), 270: (1 - v, u)}
        u, v = turned.get(int(turn) % 360, (u, v))
        return from_corner(u * size[0]), from_corner(v * size[1])

    def _size(self, region: Mapping[str, Any]) -> tuple[float, float] | None:
        width = json_text.number(region.get("original_width"))
        height = json_text.number(region.get("original_height"))
        if width and height and width > 0 and height > 0:
            return width, height
        try:
            return self.pictures.size(self.picture)
        except InputError:
            return None

    def _find_homes(self, loose: Sequence[NamedFace]) -> None:
        free = [face for face in self.faces if face.points and face.box is None]
        homes = homes_of([box.box for box in loose if box.box is not None], free)
        for number, home in homes.items():
            free[home].box = loose[number].box
            free[home].extras["box"] = loose[number].extras["box"]
            self.faces = [face for face in self.faces if face is not loose[number]]


def _groups_of(regions: Sequence[Any]) -> dict[str, str]:
    """Return id of a region -> its group: regions of one parent, or tied by relations."""
    leader: dict[str, str] = {}

    def top(one: str) -> str:
        while (above := leader.get(one, one)) != one:
            leader[one] = leader.get(above, above)  # shortens the way: chains may be long
            one = above
        return one

    for region in regions:
        if not isinstance(region, dict):
            continue
        ties = (
            (region.get("id"), region.get("parentID")),
            (region.get("from_id"), region.get("to_id")),
        )
        for a, b in ties:
            if a and b:
                first, second = top(str(a)), top(str(b))
                leader.setdefault(second, second)
                leader[first] = second
    return {one: top(one) for one in leader}
