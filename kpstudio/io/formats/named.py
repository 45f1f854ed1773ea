"""What the formats share whose points are known by their names, not by their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from kpstudio.core.errors import Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, face_id
from kpstudio.core.landmarks import Landmarks, Source, Visibility
from kpstudio.core.schema import PointSchema, generic_scheme, scheme_for_count, shipped_schemes
from kpstudio.core.texts import say
from kpstudio.io.formats.base import MOST_CELLS, ReadResult

LAST = 1 << 30
"""The place of what was not in the file."""

Note = tuple[tuple[str, str], ...]
"""(name, label) of each point of a scheme."""


@dataclass(frozen=True)
class Kept:
    """What a file says of a point besides its place.

    Attributes:
        label: What it calls it.
        at: Its place among all that the file says of the picture.
        rest: The rest.
    """

    label: str
    at: int
    rest: Any


@dataclass
class NamedFace:
    """A face while it is read.

    Attributes:
        picture: As in `Face.picture`.
        points: Name -> (x, y) in pixels and its `Visibility`.
        box: The face's box.
        extras: What else the format keeps of the face.
        kept: Name -> what else it keeps of the point.
        state: Of a face with points.
        source: Who placed them.
        run: Which run predicted them.
        scores: Name -> confidence.
        met: Name -> the last number given to a point whose label was there already.
    """

    picture: str
    points: dict[str, tuple[float, float, int]] = field(default_factory=dict)
    box: Box | None = None
    extras: dict[str, Any] = field(default_factory=dict)
    kept: dict[str, Kept] = field(default_factory=dict)
    state: FaceState = FaceState.LABELLED
    source: Source = Source.FILE
    run: str = ""
    scores: dict[str, float] = field(default_factory=dict)
    met: dict[str, int] = field(default_factory=dict)

    def put(
        self,
        label: str,
        xy: tuple[float, float],
        occluded: bool = False,
        at: int = 0,
        rest: Any = None,
        names: Mapping[str, str] | None = None,
    ) -> str:
        """Add a point and return its name: one whose label is there already gets a number.

        Args:
            label: What the file calls it.
            xy: Its place in pixels.
            occluded: Whether it cannot be seen.
            at: Its place among all that the file says of the picture.
            rest: What else the file says of it.
            names: Label -> name, where the file has a note of it.
        """
        name = first = label if names is None else names.get(label, label)
        while name in self.points:
            number = self.met[first] = self.met.get(first, 1) + 1
            name = f"{first} {number}"
        self.points[name] = (*xy, int(Visibility.OCCLUDED if occluded else Visibility.VISIBLE))
        self.kept[name] = Kept(label, at, rest)
        return name


def face_scheme(
    faces: Iterable[NamedFace], noted: Iterable[Sequence[str]] = ()
) -> tuple[PointSchema, dict[str, int]]:
    """Return the scheme that the names make, and each name's point number.

    Args:
        faces: All faces; the names of the fullest ones give the order.
        noted: The points in their order, where files say them.
    """
    said = sorted(dict.fromkeys(map(tuple, noted)), key=len, reverse=True)
    fullest = sorted((tuple(face.points) for face in faces), key=len, reverse=True)
    names = tuple(dict.fromkeys(name for order in (*said, *fullest) for name in order))
    scheme = _scheme_of(names, in_order=bool(said) and len(said[0]) == len(names))
    return scheme, {name: k for k, name in enumerate(scheme.points)} | _numbers(names, scheme)


def scheme_with_names(names: Sequence[str]) -> PointSchema:
    """Return the scheme whose points have these names in this order: a shipped one if there is."""
    known = (*shipped_schemes(), generic_scheme(len(names)))
    fitting = (scheme for scheme in known if scheme.points == tuple(names))
    return next(fitting, generic_scheme(len(names), tuple(names)))


def _scheme_of(names: tuple[str, ...], in_order: bool) -> PointSchema:
    if in_order or not names:
        return scheme_with_names(names)
    for scheme in (*shipped_schemes(), generic_scheme(len(names))):
        if set(scheme.points) == set(names):
            return scheme
    if _numbers(names, scheme_for_count(len(names))):
        return scheme_for_count(len(names))
    return generic_scheme(len(names), names)


def _numbers(names: Sequence[str], scheme: PointSchema) -> dict[str, int]:
    """Return each name's number where the names count up from 0 or 1, maybe after one word."""
    words = [name.rpartition(" ") for name in names]
    if set(names) == set(scheme.points) or len({prefix for prefix, _, _ in words}) > 1:
        return {}
    if not all(word.isascii() and word.isdigit() and len(word) < 7 for _, _, word in words):
        return {}
    found = {name: int(word) for name, (_, _, word) in zip(names, words, strict=True)}
    first = min(found.values(), default=0)
    if sorted(found.values()) != list(range(first, first + len(names))) or first not in (0, 1):
        return {}
    return {name: number - first for name, number in found.items()}


def result_of(
    form: str,
    faces: Sequence[NamedFace],
    pictures: Sequence[str],
    problems: Sequence[Problem],
    noted: Iterable[Sequence[str]] = (),
    files: Mapping[str, str] | None = None,
) -> ReadResult:
    """Return what was read, all faces with the points of one scheme.

    Args:
        form: The format's name; what it keeps stands under it in `Face.extras`.
        faces: In the order of the files.
        pictures: All that the files speak of and that exist.
        problems: What was odd.
        noted: The points in their order, where files say them.
        files: Picture -> its own label file, where each has one.
    """
    scheme, index = face_scheme(faces, noted)
    told = list(problems)
    if scheme.count * len(faces) > MOST_CELLS:
        message = say(
            "{count:,} differently named points do not make a scheme; all left out",
            count=scheme.count,
        )
        told.append(Problem(faces[0].picture, message))
        return ReadResult(generic_scheme(0), (), tuple(told), tuple(pictures), files or {})
    numbers: Counter[str] = Counter()
    shared: dict[str, Any] = {}
    made = []
    for face in faces:
        kept = face.extras | _lists(face, scheme, index, shared)
        extras = {form: kept} if kept else {}
        made.append(_face(face, numbers[face.picture], scheme.count, index, extras))
        numbers[face.picture] += 1
    return ReadResult(scheme, tuple(made), tuple(told), tuple(pictures), files or {})


def _lists(
    face: NamedFace, scheme: PointSchema, index: Mapping[str, int], shared: dict[str, Any]
) -> dict[str, Any]:
    """Return what is kept of the points: lists by number; equal ones are one in memory."""
    if not face.kept:
        return {}
    at: list[int | None] = [None] * scheme.count
    rest: list[Any] = [None] * scheme.count
    called = {}
    for name, kept in face.kept.items():
        number = index[name]
        at[number], rest[number] = kept.at, kept.rest
        if kept.label != scheme.points[number]:
            called[scheme.points[number]] = kept.label
    lists = {"at": at, "rest": rest, "called": called}
    return {key: shared.setdefault(f"{key}{value!r}", value) for key, value in lists.items()}


def _face(
    face: NamedFace, number: int, count: int, index: Mapping[str, int], extras: dict[str, Any]
) -> Face:
    landmarks = None
    if face.points:
        xy = np.full((count, 2), np.nan)
        visibility = np.zeros(count, dtype=np.uint8)
        score = np.full(count, np.nan) if face.scores else None
        for name, (x, y, seen) in face.points.items():
            xy[index[name]] = x, y
            visibility[index[name]] = seen
            if score is not None:
                score[index[name]] = face.scores.get(name, np.nan)
        landmarks = Landmarks(xy, visibility, score, face.source, face.run)
    return Face(
        id=face_id(face.picture, number),
        picture=face.picture,
        landmarks=landmarks,
        box=face.box,
        state=face.state if landmarks is not None else FaceState.UNLABELLED,
        extras=extras,
    )


def kept_points(face: Face, form: str, count: int) -> list[tuple[int, Any]]:
    """Return, of each of K points, its place in the file it came from and what that says of it."""
    at, rest = (face.extras.get(form, {}).get(key) for key in ("at", "rest"))
    if not (isinstance(at, list) and isinstance(rest, list) and len(at) == len(rest) == count):
        return [(LAST, None)] * count
    return [(LAST if at[k] is None else at[k], rest[k]) for k in range(count)]


def labels_for(form: str, scheme: PointSchema, faces: Sequence[Face]) -> tuple[list[str], Note]:
    """Return the K labels to write for the points: those of the file the faces came from.

    Returns:
        The labels; and what the file has to say of the scheme because they alone would not: the
        (name, label) of each point, in order.
    """
    called: dict[str, str] = {}
    for face in faces:
        called = face.extras.get(form, {}).get("called", {}) | called
    labels = [str(called.get(name, name)) for name in scheme.points]
    read, meant = [], []
    for face in faces:
        if face.landmarks is not None:
            kept = kept_points(face, form, scheme.count)
            order = sorted(np.flatnonzero(face.landmarks.present), key=lambda k: kept[k][0])
            trial = NamedFace(face.picture)
            meant += [(trial.put(labels[k], (0.0, 0.0)), k) for k in order]
            read.append(trial)
    told, index = face_scheme(read)
    if told.points == scheme.points and all(index[name] == k for name, k in meant):
        return labels, ()
    if len(set(labels)) < len(labels):
        labels = list(scheme.points)
    return labels, tuple(zip(scheme.points, labels, strict=True))


def _span(face: NamedFace) -> tuple[float, float, float, float]:
    x, y, _ = zip(*face.points.values(), strict=True)
    return min(x), min(y), max(x), max(y)


def homes_of(boxes: Sequence[Box], faces: Sequence[NamedFace]) -> dict[int, int]:
    """Tell which box belongs to which face, where nothing says so.

    The only box belongs to the only face; else one that holds all points of just one face, which
    no other box does.

    Returns:
        Number of the box -> number of the face.
    """
    if len(boxes) == len(faces) == 1:
        return {0: 0}
    placed = [k for k, face in enumerate(faces) if face.points]
    if not boxes or not placed or len(boxes) * len(placed) > MOST_CELLS:
        return {}
    spans = np.array([_span(faces[k]) for k in placed])
    inside = {}
    for number, box in enumerate(boxes):
        near = spans[:, :2] >= (box.left, box.top)
        far = spans[:, 2:] <= (box.right, box.bottom)
        inside[number] = [placed[k] for k in np.flatnonzero(near.all(axis=1) & far.all(axis=1))]
    claims = Counter(k for found in inside.values() for k in found)
    return {
        number: found[0]
        for number, found in inside.items()
        if len(found) == 1 and claims[found[0]] == 1
    }
