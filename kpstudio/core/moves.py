"""Which points a change of a face moved, and how far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpstudio.core.edits import FaceChange
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schemes.names import in_words
from kpstudio.core.texts import joined, say, say_count


@dataclass(frozen=True, eq=False)
class Moves:
    """The points that are elsewhere after a change.

    Attributes:
        points: N point numbers, ascending.
        before_image: (N, 2) where they were, image frame; NaN for one that was placed.
        after_image: (N, 2) where they are, image frame; NaN for one that was taken away.
    """

    points: tuple[int, ...]
    before_image: FloatArray
    after_image: FloatArray

    @property
    def distances(self) -> FloatArray:
        """(N,) how far they were moved in image pixels; NaN for one placed or taken away."""
        return np.asarray(np.hypot(*(self.after_image - self.before_image).T), dtype=np.float64)

    def name(self, number: int, names: Sequence[str]) -> str:
        """Return the name of ``points[number]``; other labels may have had more points."""
        point = self.points[number]
        return in_words(names[point]) if point < len(names) else say("point {point}", point=point)

    def sentence(self, names: Sequence[str]) -> str:
        """Return how many points were moved how far, by the points' names; "" for none."""
        distances = self.distances
        moved = np.flatnonzero(np.isfinite(distances))
        parts: list[str] = []
        if len(moved) == 1:
            name, far = self.name(moved[0], names), distances[moved[0]]
            parts.append(say("{name} by {distance:.1f} px", name=name, distance=far))
        elif len(moved):
            far = moved[np.argmax(distances[moved])]
            mean, most = f"{np.mean(distances[moved]):.1f}", f"{distances[far]:.1f}"
            name, at_most = self.name(far, names), ""
            if most != mean:
                at_most = say(", at most {most} px ({name})", most=most, name=name)
            count = len(moved)
            parts.append(
                say("{count} points by {mean} px{at_most}", count=count, mean=mean, at_most=at_most)
            )
        placed, taken = (
            int(np.isfinite(here).all(axis=1).sum()) - len(moved)
            for here in (self.after_image, self.before_image)
        )
        if placed:
            parts.append(say_count("1 point placed", "{count} points placed", placed))
        if taken:
            parts.append(say_count("1 point removed", "{count} points removed", taken))
        return joined(parts, "; ")


def moves(change: FaceChange) -> Moves:
    """Return which points ``change`` moved, placed and took away."""
    count = max((_count(face) for face in (change.before, change.after)), default=0)
    before, after = _xy(change.before, count), _xy(change.after, count)
    same = (before == after) | (np.isnan(before) & np.isnan(after))
    points = np.flatnonzero(~same.all(axis=1))
    return Moves(tuple(points.tolist()), before[points], after[points])


def _count(face: Face | None) -> int:
    return 0 if face is None or face.landmarks is None else face.landmarks.count


def _xy(face: Face | None, count: int) -> FloatArray:
    if face is None or face.landmarks is None:
        return np.full((count, 2), np.nan)
    return face.landmarks.xy_image
