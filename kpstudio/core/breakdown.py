"""How well a run does on what: by part of the face, and by split, tag, person and pose.

Each slice of the faces has a search (`kpstudio.core.query`) that finds just its faces again.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.analysis import JAW, Offsets, jaw_components, part_errors, parts_of
from kpstudio.core.facts import FaceFacts
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.metrics import FAILURE_THRESHOLD, NmeSummary, mean_known, summarise
from kpstudio.core.order import natural_key
from kpstudio.core.query import All, Figure, Is, Not, Query, naming
from kpstudio.core.query_words import NONE
from kpstudio.core.schemes.names import in_words
from kpstudio.core.texts import say

TRAINING, VALIDATION = "train", "val"


class By(StrEnum):
    """What is told apart: nothing, parts of each face, or faces."""

    NOTHING = "all faces"
    PART = "part"
    SPLIT = "split"
    TAG = "tag"
    PERSON = "person"
    YAW = "yaw"
    PITCH = "pitch"
    ROLL = "roll"


OF_FACES = (By.SPLIT, By.TAG, By.PERSON, By.YAW, By.PITCH, By.ROLL)
"""What tells whole faces apart."""
POSE_EDGES: Mapping[By, tuple[float, ...]] = {
    By.YAW: (-45.0, -30.0, -15.0, 15.0, 30.0, 45.0),
    By.PITCH: (-20.0, -10.0, 10.0, 20.0),
    By.ROLL: (-20.0, -10.0, 10.0, 20.0),
}
"""Degrees between the bins; a bin has its lower edge, the first and the last have no end."""
_EVERY, _WITHOUT = say("all faces"), say("none")
_ALONG = say("{part} along", part=in_words(JAW))
_ACROSS = say("{part} across", part=in_words(JAW))


@dataclass(frozen=True)
class Slice:
    """Some of the faces, or a part of all of them, and how well they are predicted.

    Attributes:
        by: What tells them apart.
        name: Theirs, such as "glasses" or "15° to 30°"; "none" for those without a tag or person,
            "unknown" for those without a pose; made by `say` where it is none of a tag, a person or
            a group of points.
        where: The search that finds them; of a part it finds all faces.
        every: NME over all of them.
        training: NME over those that the run was trained on.
        validation: NME over those that were held out.
        points: Numbers of the points of a part; empty for whole faces.
    """

    by: By
    name: str
    where: Query
    every: NmeSummary
    training: NmeSummary
    validation: NmeSummary
    points: tuple[int, ...] = ()


def break_down(
    faces: Iterable[Face],
    facts: FaceFacts,
    by: Sequence[By] = OF_FACES,
    threshold: float = FAILURE_THRESHOLD,
) -> tuple[Slice, ...]:
    """Sum up the errors of slices of the faces.

    Each way of telling faces apart parts them, but for tags, of which a face may have several.
    Slices without a face are left out, and so are tags and persons where no face has one, and
    poses where none is known.

    Args:
        faces: Those of interest; the ones without an error are left out.
        facts: Tells errors, splits, persons and poses.
        by: What to tell faces apart by, in the order of the slices.
        threshold: NME above which a face counts as failed.
    """
    faces = tuple(faces)
    pairs = zip(faces, facts.errors(faces), strict=True)
    errors = [(face, error.nme) for face, error in pairs if error is not None]
    measured = [face for face, error in errors if math.isfinite(error)]
    nme = np.array([error for _, error in errors if math.isfinite(error)])
    facts.measure_poses(measured)
    split = np.array([facts.split(face.id) for face in measured], dtype=object)
    return tuple(
        Slice(kind, name, where, *_sums(nme[rows], split[rows], threshold))
        for kind in by
        for name, where, rows in _parted(kind, measured, facts)
    )


def break_down_parts(
    offsets: Offsets, split: Callable[[str], str], threshold: float = FAILURE_THRESHOLD
) -> tuple[Slice, ...]:
    """Sum up the errors of the parts of the face; none where the scheme has no groups.

    Of a jaw also those along its contour, where a point's place is hardly defined, and across it.

    Args:
        offsets: Of the faces.
        split: Returns the part of a face id in the run: "train", "val" or "".
        threshold: Mean error of a part, as a fraction, above which it counts as failed.
    """
    points, errors = _parts_with_jaw(offsets)
    learnt = np.array([split(face_id) for face_id in offsets.ids], dtype=object)
    return tuple(
        Slice(By.PART, in_words(name), All(), *_sums(errors[name], learnt, threshold), numbers)
        for name, numbers in points.items()
    )


def _parts_with_jaw(
    offsets: Offsets,
) -> tuple[dict[str, tuple[int, ...]], dict[str, FloatArray]]:
    """Return the points and the (N,) errors of each part, those of the jaw first."""
    points, errors = parts_of(offsets.scheme), part_errors(offsets)
    components = jaw_components(offsets)
    if JAW in points and components is not None:
        split = mean_known(np.abs(components), axis=1)
        jaw: dict[str, FloatArray] = {way: split[:, k] for k, way in enumerate((_ALONG, _ACROSS))}
        points = {JAW: points[JAW], **dict.fromkeys(jaw, points[JAW]), **points}
        errors = {JAW: errors[JAW], **jaw, **errors}
    return points, errors


def _sums(
    nme: FloatArray, split: NDArray[np.object_], threshold: float
) -> tuple[NmeSummary, NmeSummary, NmeSummary]:
    """Return what (N,) faces sum up to: all of them, training and validation."""
    training, validation = nme[split == TRAINING], nme[split == VALIDATION]
    return (
        summarise(nme, threshold),
        summarise(training, threshold),
        summarise(validation, threshold),
    )


Parts = Iterator[tuple[str, Query, list[int]]]


def _parted(kind: By, faces: Sequence[Face], facts: FaceFacts) -> Parts:
    """Yield name, search and numbers of the faces in each slice that has any."""
    match kind:
        case By.NOTHING:
            return iter([(_EVERY, All(), list(range(len(faces))))] if faces else [])
        case By.SPLIT:
            return _by_word(kind, [(facts.split(face.id),) for face in faces], keep_lone=True)
        case By.TAG:
            return _by_word(kind, [tuple(face.tags) for face in faces])
        case By.PERSON:
            return _by_word(kind, [(facts.person(face),) for face in faces])
        case By.YAW:
            return _by_angle(kind, faces, facts.yaw)
        case By.PITCH:
            return _by_angle(kind, faces, facts.pitch)
    return _by_angle(kind, faces, facts.roll)


def _by_word(kind: By, words: Sequence[Sequence[str]], keep_lone: bool = False) -> Parts:
    rows: dict[str, list[int]] = {}
    spelt: dict[str, str] = {}  # a search does not tell capitals apart
    for row, of_face in enumerate(words):
        for word in {w.casefold(): w for w in of_face if w}.values() or ("",):
            rows.setdefault(word.casefold(), []).append(row)
            spelt.setdefault(word.casefold(), word)
    if set(rows) == {""} and not keep_lone:
        return
    for key in sorted(rows, key=lambda word: (not word, natural_key(word))):
        name = spelt[key]
        where = Is(kind, name or NONE) if kind is By.SPLIT or not name else naming(kind, name)
        yield name or _WITHOUT, where, rows[key]


def _by_angle(kind: By, faces: Sequence[Face], angle: Callable[[Face], float]) -> Parts:
    angles = np.array([angle(face) for face in faces], dtype=np.float64)
    known = np.isfinite(angles)
    if not known.any():
        return
    for low, high in itertools.pairwise((-math.inf, *POSE_EDGES[kind], math.inf)):
        rows = np.flatnonzero(known & (angles >= low) & (angles < high)).tolist()
        if rows:
            yield bin_name(low, high), _bin_query(kind, low, high), rows
    if not known.all():
        unknown = Not(Figure(kind, ">=", 0.0))  # what is unknown is neither above nor below
        yield say("unknown"), unknown, np.flatnonzero(~known).tolist()


def bin_name(low: float, high: float) -> str:
    """Return such as "-15° to +15°"; "from +45°" where there is no upper edge."""
    if math.isinf(low):
        return say("below {high:+.0f}°", high=high)
    if math.isinf(high):
        return say("from {low:+.0f}°", low=low)
    return say("{low:+.0f}° to {high:+.0f}°", low=low, high=high)


def _bin_query(kind: By, low: float, high: float) -> Query:
    above, below = Figure(kind, ">=", low, sided=True), Figure(kind, "<", high, sided=True)
    if math.isinf(low):
        return below
    return above if math.isinf(high) else All((above, below))
