"""The one place where faces and landmarks become JSON text and come back, exactly.

Floats are written as their shortest exact decimal, so that a round trip changes no bit. JSON knows
no NaN: a missing point is null, a missing score is null. What a file said besides (a face's
extras) may hold tuples and non-finite floats; these are tagged, so that they come back as such.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.edits import FaceChange, SchemeChange
from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks, Source, Visibility
from kpstudio.core.review import Review, Verdict
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say

_TAG = "$"
_LANDMARKS = "landmarks"
_PLACE = f'"{_LANDMARKS}":0'
_NAN = float("nan")
_KINDS = {int(kind): int(kind) for kind in Visibility}


def dumps(value: Any) -> str:
    """Return ``value`` as compact ASCII JSON.

    Raises:
        ValueError: If it holds a NaN or an infinity, which JSON has no word for.
    """
    return json.dumps(value, allow_nan=False, separators=(",", ":"))


def landmarks_to_text(landmarks: Landmarks) -> str:
    """Return the landmarks as JSON text."""
    return dumps(_landmarks_to_json(landmarks))


def landmarks_from_text(text: str) -> Landmarks:
    """Read what `landmarks_to_text` wrote.

    Raises:
        InputError: If the text is not that.
    """
    try:
        return _landmarks_from_json(json.loads(text))
    except _MALFORMED as error:
        raise InputError(say("stored landmarks cannot be read: {error}", error=error)) from error


class Writer:
    """Writes one face and its change as JSON text.

    Landmarks are most of the text, and most changes leave them as they are: they are put into words
    once.
    """

    def __init__(self) -> None:
        # By identity; the landmarks are held, or others could come to have their number.
        self._known: dict[int, tuple[Landmarks, str]] = {}

    def face(self, face: Face) -> str:
        """Return a face as JSON text.

        Raises:
            TypeError: If its extras hold something that JSON cannot carry.
        """
        data = _face_to_json(face)
        for late in ("tags", "review"):  # as it was before there were any: texts are compared
            if not data[late]:
                del data[late]
        return self._filled(data, face)

    def change(self, change: FaceChange) -> str:
        """Return a change of a face as JSON text; what it leaves alone is written once.

        Raises:
            TypeError: If extras hold something that JSON cannot carry.
        """
        before, after = change.before, change.after
        old = {} if before is None else _face_to_json(before)
        new = {} if after is None else _face_to_json(after)
        if before is not None and after is not None:
            moved = self._landmarks(before) != self._landmarks(after)
            new = {
                key: value
                for key, value in new.items()
                if (moved if key == _LANDMARKS else value != old[key])
            }
        first = "null" if before is None else self._filled(old, before)
        second = "null" if after is None else self._filled(new, after)
        return f'{{"before":{first},"after":{second}}}'

    def _filled(self, data: Mapping[str, Any], face: Face) -> str:
        """Return ``data`` of ``face`` as text, with the landmarks in their place."""
        text = dumps(data)
        if _LANDMARKS not in data:
            return text
        # The first such key is the face's own: no string holds a bare quotation mark.
        return text.replace(_PLACE, f'"{_LANDMARKS}":{self._landmarks(face)}', 1)

    def _landmarks(self, face: Face) -> str:
        landmarks = face.landmarks
        if landmarks is None:
            return "null"
        if id(landmarks) not in self._known:
            self._known[id(landmarks)] = landmarks, landmarks_to_text(landmarks)
        return self._known[id(landmarks)][1]


def face_to_text(face: Face) -> str:
    """Return the face as JSON text.

    Raises:
        TypeError: If its extras hold something that JSON cannot carry.
    """
    return Writer().face(face)


def face_from_text(text: str) -> Face:
    """Read what `face_to_text` wrote.

    Raises:
        InputError: If the text is not that.
    """
    try:
        return _face_from_json(json.loads(text))
    except _MALFORMED as error:
        raise InputError(say("a stored face cannot be read: {error}", error=error)) from error


def change_to_text(change: FaceChange) -> str:
    """Return a change of a face as JSON text; what it leaves alone is written once."""
    return Writer().change(change)


def change_from_text(text: str) -> FaceChange:
    """Read what `change_to_text` wrote.

    Raises:
        InputError: If the text is not that.
    """
    try:
        return _change_from_json(json.loads(text))
    except _MALFORMED as error:
        raise InputError(say("a stored change cannot be read: {error}", error=error)) from error


def scheme_change_to_text(change: SchemeChange) -> str:
    """Return a change of the scheme as JSON text."""
    both = (change.before, change.after)
    return dumps([None if scheme is None else scheme.to_json() for scheme in both])


def scheme_change_from_text(text: str) -> SchemeChange:
    """Read what `scheme_change_to_text` wrote.

    Raises:
        InputError: If the text is not that.
    """
    try:
        before, after = (
            None if data is None else PointSchema.from_json(data) for data in json.loads(text)
        )
    except _MALFORMED as error:
        raise InputError(
            say("a stored change of the scheme cannot be read: {error}", error=error)
        ) from error
    return SchemeChange(before, after)


_MALFORMED = (
    *(KeyError, TypeError, ValueError, OverflowError),
    *(AttributeError, IndexError, RecursionError),
)


def _change_from_json(data: Mapping[str, Any]) -> FaceChange:
    old, new = data["before"], data["after"]
    before = None if old is None else _face_from_json(old)
    if new is None:
        return FaceChange(before, None)
    if before is None:
        return FaceChange(None, _face_from_json(new))
    if _LANDMARKS in new:
        return FaceChange(before, _face_from_json({**old, **new}))
    after = _face_from_json({**old, **new, _LANDMARKS: None})
    return FaceChange(before, replace(after, landmarks=before.landmarks))


def _face_to_json(face: Face) -> dict[str, Any]:
    box = face.box
    return {
        "id": face.id,
        "picture": face.picture,
        _LANDMARKS: 0,  # the writer's to fill in
        "box": None if box is None else _pack([box.left, box.top, box.right, box.bottom]),
        "state": face.state.value,
        "photo": face.photo,
        "extras": _pack(dict(face.extras)),
        "tags": sorted(face.tags),
        "review": None if face.review is None else _review_to_json(face.review),
    }


def _face_from_json(data: Mapping[str, Any]) -> Face:
    landmarks, box = data[_LANDMARKS], data["box"]
    return Face(
        id=str(data["id"]),
        picture=str(data["picture"]),
        landmarks=None if landmarks is None else _landmarks_from_json(landmarks),
        box=None if box is None else Box(*map(float, _unpack(box))),
        state=FaceState(data["state"]),
        photo=bool(data["photo"]),
        extras=_unpack(data["extras"]),
        tags=frozenset(map(str, data.get("tags", ()))),
        review=_review_from_json(data.get("review")),
    )


def _review_to_json(review: Review) -> dict[str, str]:
    return {"verdict": review.verdict.value, "by": review.by, "note": review.note}


def _review_from_json(data: Mapping[str, Any] | None) -> Review | None:
    if data is None:
        return None
    return Review(Verdict(data["verdict"]), str(data["by"]), str(data["note"]))


def _landmarks_to_json(landmarks: Landmarks) -> dict[str, Any]:
    points, placed = landmarks.xy_image.tolist(), landmarks.present
    if not placed.all():
        points = [point if here else None for point, here in zip(points, placed, strict=True)]
    data: dict[str, Any] = {
        "xy": points,
        "visibility": landmarks.visibility.tolist(),
        "source": landmarks.source.value,
        "run": landmarks.run,
    }
    if landmarks.score is not None:
        data["score"] = [None if math.isnan(s) else s for s in landmarks.score.tolist()]
    if landmarks.spread is not None:
        known = np.asarray(np.isfinite(landmarks.spread).all(axis=1))
        rows = zip(landmarks.spread.tolist(), known, strict=True)
        data["spread"] = [row if here else None for row, here in rows]
    return data


def _landmarks_from_json(data: Mapping[str, Any]) -> Landmarks:
    points = [(_NAN, _NAN) if point is None else point for point in data["xy"]]
    score, spread = data.get("score"), data.get("spread")
    return Landmarks(
        np.array(points, dtype=np.float64).reshape(len(points), 2),
        np.array([_KINDS[v] for v in data["visibility"]], dtype=np.uint8),
        None if score is None else np.array([_NAN if s is None else s for s in score]),
        Source(data["source"]),
        str(data["run"]),
        None if spread is None else _spread_from_json(spread),
    )


def _spread_from_json(rows: list[list[float] | None]) -> NDArray[np.float64]:
    told = [(_NAN, _NAN, _NAN) if row is None else row for row in rows]
    return np.array(told, dtype=np.float64).reshape(len(told), 3)


def _pack(value: Any) -> Any:
    """Return ``value`` with what JSON lacks (tuples, NaN, infinities) tagged."""
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {_TAG: "float", "is": str(value)}
    if isinstance(value, list):
        return [_pack(part) for part in value]
    if isinstance(value, tuple):
        return {_TAG: "tuple", "is": [_pack(part) for part in value]}
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        packed = {key: _pack(part) for key, part in value.items()}
        return {_TAG: "dict", "is": packed} if _TAG in packed else packed
    raise TypeError(f"extras hold a {type(value).__name__}, which the project cannot keep")


def _unpack(value: Any) -> Any:
    """Undo `_pack`."""
    if isinstance(value, list):
        return [_unpack(part) for part in value]
    if not isinstance(value, dict):
        return value
    content: Any = value["is"] if _TAG in value else value
    match value.get(_TAG):
        case "float":
            return float(content)
        case "tuple":
            return tuple(_unpack(part) for part in content)
        case _:
            return {key: _unpack(part) for key, part in content.items()}
