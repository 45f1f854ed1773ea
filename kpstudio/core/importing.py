"""What labels from elsewhere would change, face by face, told before anything is changed.

Pictures and faces are found again by name and place. No labelled point is ever taken away: where
the other labels lack one that is here, the one here stays. Points that are only predicted go.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.edits import Edit, FaceChange, SchemeChange
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id, faces_by_picture
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.pairing import extent, overlapping, same_pictures
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import joined, say


class Fate(StrEnum):
    """What importing does to a face."""

    NEW = "new"
    """It had no labels here."""
    FILLED = "filled"
    """It gets what was missing here; all else is the same."""
    MOVED = "moved"
    """Its points go elsewhere; nobody has worked on it here."""
    DISPUTED = "disputed"
    """A person has worked on it here, or took it out, and it would change."""


@dataclass(frozen=True)
class Precision:
    """What the format of labels can tell.

    Attributes:
        same_px: Points this close, in pixels, are the same: formats round.
        visibility: Whether it tells which points are occluded.
    """

    same_px: float = 0.01
    visibility: bool = True


_FULL = Precision()
_WORDS = (
    say("{count} added"), say("{count} moved"), say("{count} kept from here"),
    say("{count} predicted removed"),
)  # fmt: skip


@dataclass(frozen=True)
class Incoming:
    """What importing does to one face.

    Attributes:
        change: The face before and after.
        fate: Which kind of change that is.
        moved: How many points go elsewhere, or are seen otherwise.
        filled: How many points come that are missing here.
        kept: How many points stay that the other labels lack.
        largest_px: How far the point goes that goes farthest; 0 where none does.
        gone: How many points go that were only predicted and the other labels lack.
    """

    change: FaceChange
    fate: Fate
    moved: int
    filled: int
    kept: int
    largest_px: float
    gone: int = 0

    @property
    def face(self) -> Face:
        """The face as it would be."""
        assert self.change.after is not None
        return self.change.after

    @property
    def words(self) -> str:
        """What happens to its points, for a person."""
        counts = self.filled, self.moved, self.kept, self.gone
        told = [say(to, count=n) for to, n in zip(_WORDS, counts, strict=True) if n]
        return joined(told, ", ") if told else say("tags added")


@dataclass(frozen=True)
class Difference:
    """Labels from elsewhere beside those here.

    Attributes:
        incoming: The faces that importing changes, in the order of the pictures here.
        same: How many faces are the same on both sides.
        elsewhere: Their labelled pictures that are not here.
        unmentioned: How many labelled faces here they say nothing of: those stay as they are.
        scheme: What the faces here become points of, where they had none so far.
    """

    incoming: tuple[Incoming, ...]
    same: int
    elsewhere: tuple[str, ...]
    unmentioned: int
    scheme: PointSchema | None = None

    def of(self, fate: Fate) -> tuple[Incoming, ...]:
        """Return the faces of one fate."""
        return tuple(one for one in self.incoming if one.fate is fate)

    def edit(self, chosen: Iterable[Incoming], source: str) -> Edit:
        """Return the edit that imports ``chosen`` of the faces.

        Args:
            chosen: Some of `incoming`.
            source: What to call where they are from.
        """
        changes = tuple(one.change for one in chosen)
        faces = "1 face" if len(changes) == 1 else f"{len(changes)} faces"
        seen = None if self.scheme is None else SchemeChange(None, self.scheme)
        return Edit(f"import {faces} from {source}", changes, scheme=seen if changes else None)


def difference(
    labels: LabelSet,
    others: Iterable[Face],
    scheme: PointSchema | None = None,
    precision: Precision = _FULL,
    folder: PurePath | None = None,
) -> Difference:
    """Tell what importing ``others`` would change in ``labels``.

    Args:
        labels: The faces here.
        others: Faces from elsewhere, with the points that the faces here have, in their order;
            those that are not labelled are passed over.
        scheme: What ``others`` are points of, where the faces here have none so far.
        precision: What the format of ``others`` can tell.
        folder: Where the pictures of ``others`` may lie, to be known by their paths from there.
    """
    theirs = faces_by_picture([face for face in others if face.labelled])
    pairs = same_pictures(labels.pictures, theirs, folder)
    incoming: list[Incoming] = []
    same = mentioned = 0
    for picture, other in pairs.items():
        found = _found(labels.faces_of(picture), theirs[other])
        met = [_meet(before, face, precision) for before, face in found]
        mentioned += sum(before.labelled for before, _ in found)
        same += met.count(None)
        known = [face for _, face in found]
        new = [face for face in theirs[other] if all(face is not one for one in known)]
        incoming += [*(one for one in met if one is not None), *_added(labels, picture, new)]
    away = tuple(name for name in theirs if name not in set(pairs.values()))
    unmentioned = labels.labelled_count - mentioned
    return Difference(tuple(incoming), same, away, unmentioned, scheme)


def _found(ours: Sequence[Face], theirs: Sequence[Face]) -> list[tuple[Face, Face]]:
    """Return our faces of a picture with theirs; a face without a place takes one that is left."""
    pairs = overlapping(ours, theirs)
    extents = [extent(face) for face in ours]
    left = [k for k in range(len(theirs)) if k not in pairs.values()]
    for number, where in enumerate(extents):
        if where is None and left:
            pairs[number] = left.pop(0)
    if len(ours) == len(theirs) == 1 and _touch(extents[0], extent(theirs[0])):
        pairs = {0: 0}
    return [(ours[a], theirs[b]) for a, b in sorted(pairs.items())]


def _touch(a: Box | None, b: Box | None) -> bool:
    if a is None or b is None:
        return True
    beside = max(a.left, b.left) <= min(a.right, b.right)
    return beside and max(a.top, b.top) <= min(a.bottom, b.bottom)


def _meet(before: Face, theirs: Face, precision: Precision) -> Incoming | None:
    """Return what ``theirs`` makes of a face here, or None if it is the same already."""
    there = theirs.landmarks
    assert there is not None
    here = before.landmarks
    if here is None or not (before.labelled or _is_refused_label(before)):
        after = replace(
            before, landmarks=there, box=before.box or theirs.box, state=_state(theirs),
            tags=before.tags | theirs.tags, review=None,
        )  # fmt: skip
        fate = Fate.DISPUTED if before.finished else Fate.NEW
        gone = 0 if here is None else _count(here.present & ~there.present)
        return Incoming(FaceChange(before, after), fate, 0, _count(there.present), 0, 0.0, gone)
    both, apart = here.present & there.present, np.zeros(here.count)
    apart[both] = np.hypot(*(there.xy_image - here.xy_image)[both].T)
    if not precision.visibility and there.source is Source.FILE:
        there = replace(there, visibility=np.where(both, here.visibility, there.visibility))
    moved = both & ((apart > precision.same_px) | (here.visibility != there.visibility))
    filled, kept = there.present & ~here.present, here.present & ~there.present
    after = replace(before, tags=before.tags | theirs.tags)
    fate = Fate.MOVED if moved.any() else Fate.FILLED
    if (moved | filled).any() or not before.labelled:
        state = FaceState.CORRECTED if kept.any() else _state(theirs)
        joined = _joined(here, there, moved | filled)
        after = replace(after, landmarks=joined, state=state, review=None)
        if before.by_person or before.finished:
            fate = Fate.DISPUTED
    elif after == before:
        return None
    largest = float(apart[moved].max(initial=0.0))
    counts = _count(moved), _count(filled), _count(kept)
    return Incoming(FaceChange(before, after), fate, *counts, largest)


def _is_refused_label(face: Face) -> bool:
    """Whether a person rejected a face whose points are no prediction: they are not to be lost."""
    points = face.landmarks
    if points is None or points.source is Source.PREDICTION:
        return False
    return face.state is FaceState.REJECTED and bool(points.present.any())


def _count(which: NDArray[np.bool_]) -> int:
    return int(which.sum())


def _joined(here: Landmarks, there: Landmarks, taken: NDArray[np.bool_]) -> Landmarks:
    """Return the points here, with those ``taken`` from there."""
    xy_image = np.where(taken[:, None], there.xy_image, here.xy_image)
    return Landmarks(
        xy_image, np.where(taken, there.visibility, here.visibility), source=there.source
    )


def _state(theirs: Face) -> FaceState:
    """Return how far a person had got with a face there; here it differs from the files."""
    return theirs.state if theirs.state is FaceState.CHECKED else FaceState.CORRECTED


def _added(labels: LabelSet, picture: str, theirs: Sequence[Face]) -> list[Incoming]:
    """Return the faces of a picture that are not here so far."""
    present = labels.faces_of(picture)
    photo = any(face.photo for face in present)
    # Nothing tells where a face lay that was taken out: any of these may be it.
    fate = Fate.DISPUTED if labels.lacks_any_of(picture) else Fate.NEW
    numbers = itertools.count(labels.count_of(picture))
    ids = (face_id(picture, number) for number in numbers)
    free = (name for name in ids if name not in labels and name not in labels.kept)
    added = []
    for face in theirs:
        assert face.landmarks is not None
        new = Face(
            next(free),
            picture, face.landmarks, face.box, _state(face), photo, tags=face.tags,
        )  # fmt: skip
        there = _count(face.landmarks.present)
        added.append(Incoming(FaceChange(None, new), fate, 0, there, 0, 0.0))
    return added
