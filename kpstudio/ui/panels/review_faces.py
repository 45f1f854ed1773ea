"""What the plots of Review show of the faces: arrays, for there may be very many."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kpstudio.app.language import in_digits
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.metrics import FAILURE_THRESHOLD

PERCENT = 100.0


@dataclass(frozen=True, eq=False)
class ReviewFaces:
    """N faces with errors.

    Attributes:
        ids: N ids in the label set, each once.
        nme: (N,) normalised mean errors as fractions; NaN where a face has none.
        yaw_degrees: (N,) about how far each head is turned, positive towards picture right; NaN
            where unknown.
        name: Returns what a person calls the face of an id, such as the file's name.
    """

    ids: tuple[str, ...]
    nme: FloatArray
    yaw_degrees: FloatArray
    name: Callable[[str], str]

    def __len__(self) -> int:
        return len(self.ids)

    def taken(self, rows: NDArray[np.intp]) -> ReviewFaces:
        """Return the faces at ``rows``, in that order."""
        ids = tuple(map(self.ids.__getitem__, rows.tolist()))
        return ReviewFaces(ids, self.nme[rows], self.yaw_degrees[rows], self.name)

    @cached_property
    def known(self) -> ReviewFaces:
        """Those whose error is known."""
        known = np.isfinite(self.nme)
        return self if known.all() else self.taken(np.flatnonzero(known))

    @cached_property
    def by_error(self) -> ReviewFaces:
        """The same faces, the best first."""
        return self.taken(np.argsort(self.nme, kind="stable"))

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Where each face stands, by its id."""
        return dict(zip(self.ids, range(len(self.ids)), strict=True))

    def words(self, row: int) -> str:
        """Return name, error and turn of a face in one line."""
        yaw = float(self.yaw_degrees[row])
        turn = f" · {in_digits(yaw, '+.0f')}°" if math.isfinite(yaw) else ""
        return f"{self.name(self.ids[row])} · {in_digits(PERCENT * self.nme[row], '.1f')} %{turn}"


NO_FACES = ReviewFaces((), np.empty(0), np.empty(0), str)


def error_limit(errors: ArrayLike, threshold: float = FAILURE_THRESHOLD) -> float:
    """Return where the axis of errors, which are fractions, ends, in percent.

    Past the threshold of failure, and all faces are in view up to 40 %.
    """
    values = np.asarray(errors, dtype=np.float64)
    largest = PERCENT * max(float(values[np.isfinite(values)].max(initial=0.0)), threshold)
    least = float(math.ceil(1.5 * PERCENT * threshold))
    step = next((step for step in (1.0, 2.0) if largest <= 8.0 * step), 4.0)
    return min(max(step * math.ceil(1.02 * largest / step), least), 40.0)
