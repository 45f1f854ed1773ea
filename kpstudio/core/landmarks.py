"""Landmarks: the K points of one face, with visibility, score and where they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]


class Visibility(IntEnum):
    """Whether a landmark can be seen; a missing one has NaN coordinates."""

    MISSING = 0
    OCCLUDED = 1
    VISIBLE = 2


# Often asked for, and to look up a member of an enum takes long.
_MISSING = int(Visibility.MISSING)


class Source(StrEnum):
    """Who placed the landmarks."""

    FILE = "file"
    PREDICTION = "prediction"
    PERSON = "person"


@dataclass(frozen=True, eq=False, slots=True)
class Landmarks:
    """The landmarks of one face; immutable.

    Attributes:
        xy_image: (K, 2) float64, pixels of the oriented image, x right, y down, the centre of the
            top-left pixel at (0, 0). A missing point is NaN in both coordinates.
        visibility: (K,) uint8 of `Visibility`; MISSING exactly where ``xy_image`` is NaN.
        score: (K,) float64 in [0, 1], or None where nothing gave a confidence.
        source: Who placed them.
        run: The name of the run that predicted them, or "".
        spread: (K, 3) float64, how far the predictions of each point scatter: the variance along x,
            the covariance, the variance along y, in squared pixels; NaN where unknown. None where
            that was not measured.
        placed: How many points are placed.
    """

    xy_image: FloatArray
    visibility: NDArray[np.uint8]
    score: FloatArray | None = None
    source: Source = Source.FILE
    run: str = ""
    spread: FloatArray | None = None
    placed: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        xy = np.array(self.xy_image, dtype=np.float64)
        if xy.ndim != 2 or xy.shape[1] != 2:
            raise ValueError(f"landmarks need shape (K, 2), not {xy.shape}")
        visibility = np.array(self.visibility, dtype=np.uint8)
        if visibility.shape != (len(xy),):
            raise ValueError(f"{len(xy)} landmarks need as many visibilities")
        missing = ~np.isfinite(xy).all(axis=1) | (visibility == _MISSING)
        xy[missing] = np.nan
        visibility[missing] = _MISSING
        object.__setattr__(self, "placed", int(np.count_nonzero(visibility)))
        _freeze(self, "xy_image", xy)
        _freeze(self, "visibility", visibility)
        if self.score is not None:
            score = np.array(self.score, dtype=np.float64)
            if score.shape != (len(xy),):
                raise ValueError(f"{len(xy)} landmarks need as many scores")
            _freeze(self, "score", score)
        if self.spread is not None:
            spread = np.array(self.spread, dtype=np.float64)
            if spread.shape != (len(xy), 3):
                raise ValueError(f"{len(xy)} landmarks need a spread of shape ({len(xy)}, 3)")
            _freeze(self, "spread", spread)

    @classmethod
    def of(cls, xy_image: ArrayLike, source: Source = Source.FILE, run: str = "") -> Landmarks:
        """Make landmarks from (K, 2) pixels; NaN rows are missing, all others visible."""
        xy = np.asarray(xy_image, dtype=np.float64)
        visible = np.full(len(xy), Visibility.VISIBLE, dtype=np.uint8)
        return cls(xy, visible, source=source, run=run)

    @property
    def count(self) -> int:
        """The number of points K, missing ones included."""
        return len(self.xy_image)

    @property
    def present(self) -> NDArray[np.bool_]:
        """(K,) True where a point is placed."""
        return np.asarray(self.visibility != _MISSING)

    def moved(self, indices: Sequence[int], xy_image: ArrayLike) -> Landmarks:
        """Return landmarks placed by a person, with the points ``indices`` at ``xy_image``.

        A point that was missing becomes visible by being placed.

        Args:
            indices: N point numbers.
            xy_image: (N, 2) new positions, image frame.
        """
        chosen = np.asarray(indices, dtype=np.intp)
        xy = self.xy_image.copy()
        xy[chosen] = np.asarray(xy_image, dtype=np.float64)
        visibility = self.visibility.copy()
        visibility[chosen] = np.where(
            visibility[chosen] == Visibility.MISSING, Visibility.VISIBLE, visibility[chosen]
        )
        return Landmarks(xy, visibility, source=Source.PERSON)

    def seen_as(self, indices: Sequence[int], visibility: Visibility) -> Landmarks:
        """Return landmarks of a person who says how far the points ``indices`` can be seen.

        MISSING takes their places away; a point that has no place stays missing.
        """
        seen = self.visibility.copy()
        seen[np.asarray(indices, dtype=np.intp)] = visibility
        return Landmarks(self.xy_image, seen, source=Source.PERSON)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Landmarks):
            return NotImplemented
        return self is other or (
            self.source == other.source
            and self.run == other.run
            and np.array_equal(self.visibility, other.visibility)
            and np.array_equal(self.xy_image, other.xy_image, equal_nan=True)
            and _same_or_none(self.score, other.score)
            and _same_or_none(self.spread, other.spread)
        )

    def __hash__(self) -> int:
        # Adding zero makes 0.0 of -0.0, which are equal and so must hash alike.
        return hash(
            ((self.xy_image + 0.0).tobytes(), self.visibility.tobytes(), self.source, self.run)
        )


def _freeze(landmarks: Landmarks, name: str, array: NDArray[np.generic]) -> None:
    array.setflags(write=False)
    object.__setattr__(landmarks, name, array)


def _same_or_none(a: FloatArray | None, b: FloatArray | None) -> bool:
    if a is None or b is None:
        return a is b
    return np.array_equal(a, b, equal_nan=True)
