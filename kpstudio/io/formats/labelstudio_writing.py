"""The text of a Label Studio file: tasks, with what their own file said besides."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, faces_by_picture
from kpstudio.core.schema import PointSchema
from kpstudio.io.formats import json_text
from kpstudio.io.formats.named import LAST, kept_points, labels_for
from kpstudio.io.pictures import Pictures, reference_from

_SERVED = "/data/local-files/?d="


def file_text(labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
    """Return the file's text, a task for each picture.

    Raises:
        InputError: If a picture's size cannot be read.
    """
    pictures = Pictures(labels.root)
    by_picture = faces_by_picture(faces)
    tasks = []
    for number, (picture, members) in enumerate(by_picture.items(), start=1):
        reference = reference_from(path.parent, pictures.path(picture))
        size = pictures.size(picture)
        tasks.append(json_text.dump(_task(labels.scheme, members, reference, size, number)))
    return "[\n" + ",\n".join(tasks) + "\n]\n"


def _task(
    scheme: PointSchema,
    faces: Sequence[Face],
    reference: str,
    size: tuple[int, int],
    number: int,
) -> dict[str, Any]:
    kept = [dict(face.extras.get("labelstudio", {})) for face in faces]
    task = dict(next((one["task"] for one in kept if "task" in one), {"id": number}))
    data = task.get("data")
    if not isinstance(data, dict):
        task["data"] = {"image": _SERVED + quote(reference)}
    labels, points = labels_for("labelstudio", scheme, faces)
    note: dict[str, Any] = {"picture": reference}
    if points:
        note["points"] = [list(entry) for entry in points]
    predicted = [k for k, face in enumerate(faces) if face.state is FaceState.PREDICTED]
    if predicted and len(predicted) < len(faces):
        note["predicted"] = predicted
    meta = task.get("meta")
    task["meta"] = {**(meta if isinstance(meta, dict) else {}), "kpstudio": note}
    several = len(faces) > 1
    taken = {str(one) for k in kept for one in _ids(k)}
    free = (f"kp{n}" for n in itertools.count(1) if f"kp{n}" not in taken)
    regions: dict[bool, list[tuple[int, dict[str, Any]]]] = {False: [], True: []}
    for face, one in zip(faces, kept, strict=True):
        guessed = face.state is FaceState.PREDICTED
        regions[guessed] += _regions(face, one, labels, size, several, free)
        regions[guessed] += [(at, other) for at, other in one.get("others", ())]
    rest = dict(next((one["annotation"] for one in kept if "annotation" in one), {}))
    task["annotations"] = [{**rest, "result": _sorted(regions[False])}] if regions[False] else []
    task["predictions"] = (
        [{"model_version": _run(faces), "result": _sorted(regions[True])}] if regions[True] else []
    )
    return task


def _run(faces: Sequence[Face]) -> str:
    return next((f.landmarks.run for f in faces if f.landmarks and f.landmarks.run), "")


def _sorted(regions: Sequence[tuple[int, dict[str, Any]]]) -> list[dict[str, Any]]:
    return [region for _, region in sorted(regions, key=lambda entry: entry[0])]


def _ids(kept: Mapping[str, Any]) -> Iterator[Any]:
    for region in (*kept.get("rest", ()), kept.get("box", {}).get("region")):
        if isinstance(region, dict):
            yield region.get("id")


def _regions(
    face: Face,
    kept: Mapping[str, Any],
    labels: Sequence[str],
    size: tuple[int, int],
    several: bool,
    free: Iterator[str],
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield (place in the file, region) of the box and of each point of a face."""
    parent = ""
    if face.box is not None:
        at, region = _box_region(face.box, kept.get("box") or {}, size, free)
        parent = str(region["id"])
        yield at, region
    if face.landmarks is None:
        return
    if several and not parent:
        parent = next(free)
    said = kept_points(face, "labelstudio", len(labels))
    for k in np.flatnonzero(face.landmarks.present).tolist():
        x, y = face.landmarks.xy_image[k].tolist()
        at, old = said[k]
        region = dict(old) if isinstance(old, dict) else _new_region("keypointlabels", size, free)
        value = dict(region.get("value") or {"width": 0.5})
        place = _percent(region, x, y, size)
        if not _is_there(value, place):
            value["x"], value["y"] = place
        if not isinstance(old, dict):
            value["keypointlabels"] = [labels[k]]
            score = face.landmarks.score
            if score is not None and np.isfinite(score[k]):
                region["score"] = float(score[k])
        region["value"] = value
        if parent and (several or not isinstance(old, dict)) and "parentID" not in region:
            region["parentID"] = parent
        yield at, region


def _new_region(kind: str, size: tuple[int, int], free: Iterator[str]) -> dict[str, Any]:
    return {
        "id": next(free),
        "type": kind,
        "from_name": "kp" if kind == "keypointlabels" else "box",
        "to_name": "image",
        "original_width": size[0],
        "original_height": size[1],
        "image_rotation": 0,
    }


def _box_region(
    box: Box, kept: Mapping[str, Any], size: tuple[int, int], free: Iterator[str]
) -> tuple[int, dict[str, Any]]:
    old = kept.get("region")
    region = dict(old) if isinstance(old, dict) else _new_region("rectanglelabels", size, free)
    value = dict(region.get("value") or {"rotation": 0, "rectanglelabels": ["face"]})
    a = _percent(region, box.left, box.top, size)
    b = _percent(region, box.right, box.bottom, size)
    left, right = sorted((a[0], b[0]))
    top, bottom = sorted((a[1], b[1]))
    place = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    near = all(
        isinstance(old_one := value.get(key), (int, float)) and abs(old_one - new) < 1e-11
        for key, new in place.items()
    )
    region["value"] = value if near else value | place
    region.setdefault("id", next(free))
    return kept.get("at", LAST), region


def _percent(
    region: Mapping[str, Any], x: float, y: float, size: tuple[int, int]
) -> tuple[float, float]:
    """Return where a pixel of the upright picture lies, in percent of the picture as turned."""
    width = json_text.number(region.get("original_width")) or size[0]
    height = json_text.number(region.get("original_height")) or size[1]
    u, v = (x + 0.5) / width, (y + 0.5) / height
    turn = int(json_text.number(region.get("image_rotation")) or 0) % 360
    u, v = {90: (1 - v, u), 180: (1 - u, 1 - v), 270: (v, 1 - u)}.get(turn, (u, v))
    return u * 100, v * 100


def _is_there(value: Mapping[str, Any], place: tuple[float, float]) -> bool:
    """Whether a value says this place already, but for the last bits."""
    said = json_text.number(value.get("x")), json_text.number(value.get("y"))
    return all(a is not None and abs(a - b) < 1e-11 for a, b in zip(said, place, strict=True))
