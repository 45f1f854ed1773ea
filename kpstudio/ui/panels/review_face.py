"""What the plots of Review show of a face."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kpstudio.app.language import in_digits
from kpstudio.core.metrics import FAILURE_THRESHOLD

PERCENT = 100.0


@dataclass(frozen=True)
class ReviewFace:
    """One face with an error.

    Attributes:
        face_id: Its id in the label set.
        name: What a person calls it, such as the file's name.
        nme: Normalised mean error as a fraction; NaN where it has none.
        yaw_degrees: About how far the head is turned, positive towards picture right; NaN where
            unknown.
    """

    face_id: str
    name: str
    nme: float
    yaw_degrees: float


def rows_by_face(faces: Sequence[ReviewFace]) -> dict[str, list[int]]:
    """Return where each face stands among ``faces``, by its id: one in view is marked at once."""
    rows: dict[str, list[int]] = {}
    for row, face in enumerate(faces):
        rows.setdefault(face.face_id, []).append(row)
    return rows


def in_words(face: ReviewFace) -> str:
    """Return name, error and turn of a face in one line."""
    turn = f" · {in_digits(face.yaw_degrees, '+.0f')}°" if math.isfinite(face.yaw_degrees) else ""
    return f"{face.name} · {in_digits(PERCENT * face.nme, '.1f')} %{turn}"


def error_limit(errors: Sequence[float], threshold: float = FAILURE_THRESHOLD) -> float:
    """Return where the axis of errors ends, in percent.

    Past the threshold of failure, and all faces are in view up to 40 %.
    """
    finite = [PERCENT * error for error in errors if math.isfinite(error)]
    largest = max([*finite, PERCENT * threshold])
    least = float(math.ceil(1.5 * PERCENT * threshold))
    return min(max(4.0 * math.ceil(1.02 * largest / 4.0), least), 40.0)
