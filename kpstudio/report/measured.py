"""What a report tells of one run on some faces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.analysis import Offsets
from kpstudio.core.breakdown import TRAINING, Slice
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.metrics import NmeSummary, Yardstick, summarise


@dataclass(frozen=True, eq=False)
class Measured:
    """A run measured on N labelled faces.

    Attributes:
        name: What to call the run.
        offsets: Predictions against ground truth.
        split: (N,) "train", "val" or "" for faces that the run knows nothing of.
        mse: (N,) mean squared error of each face in the run's own units; NaN where unknown.
        yaw: (N,) degrees; NaN where unknown.
        slices: The figures of the faces that are judged: by part of the face, pose, tag and person.
        yardstick: What errors are divided by, and above what a face fails.
        names: What to call a face, by id.
        people: (M,) how far two people's labels of a face lie apart, as errors are measured; empty
            where one alone has labelled them.
    """

    name: str
    offsets: Offsets
    split: NDArray[np.str_]
    mse: FloatArray
    yaw: FloatArray
    slices: tuple[Slice, ...]
    yardstick: Yardstick
    names: Mapping[str, str]
    people: FloatArray = field(default_factory=lambda: np.empty(0))

    @cached_property
    def nme(self) -> FloatArray:
        """(N,) error of each face, a fraction."""
        return self.offsets.nme

    @property
    def held_out(self) -> bool:
        """Whether there are faces that the run has not seen."""
        return bool((self.split != TRAINING).any())

    @cached_property
    def judged(self) -> NDArray[np.bool_]:
        """(N,) True for the faces that tell how well it does."""
        return judged(self.split)

    @property
    def judged_ids(self) -> tuple[str, ...]:
        """Ids of the faces that are judged."""
        return self.offsets.only(self.judged).ids

    def summary(self, which: NDArray[np.bool_] | None = None) -> NmeSummary:
        """Sum up the faces where ``which`` is True, by default those that are judged."""
        return summarise(self.nme[self.judged if which is None else which], self.threshold)

    @property
    def threshold(self) -> float:
        """NME above which a face fails, a fraction."""
        return self.yardstick.threshold


def judged(split: NDArray[np.str_]) -> NDArray[np.bool_]:
    """Return (N,) True for faces that are not "train"; for all of them where there is no other."""
    unseen = split != TRAINING
    return np.asarray(unseen if unseen.any() else np.ones(len(split), dtype=np.bool_))
