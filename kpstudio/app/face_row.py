"""What the list of faces shows of one."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kpstudio.core.facts import FaceError
from kpstudio.core.labelset import Face, FaceState


@dataclass(frozen=True)
class FaceRow:
    """What one row shows.

    Attributes:
        face: The face.
        name: What to call it (`FaceListModel.name_of`).
        error: How far the prediction is off, or None.
        yaw: About how far the head is turned, degrees; NaN where unknown.
        split: "train", "val" or "".
        state: As shown: a face without points of its own that has a prediction is predicted.
        broken: Why its picture cannot be opened, or "".
        doubt: How far its prediction scatters, like the error in percent; NaN where there are
            labels or that is unknown.
        suspected: What is suspicious about its labels, or "".
    """

    face: Face
    name: str
    error: FaceError | None
    yaw: float
    split: str
    state: FaceState
    broken: str = ""
    doubt: float = math.nan
    suspected: str = ""
