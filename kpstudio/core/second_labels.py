"""Two people's labels of the same faces: how far they lie apart is as close as one can measure.

A network's error is its distance to one person's points. Two people do not place them alike, so
that an error as small as their distance cannot be told from a difference of habit: the noise floor.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from kpstudio.core.labelset import Face, faces_by_picture
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.pairing import overlapping, same_pictures

_SAME_PX = 1e-6


def same_faces(first: Iterable[Face], second: Iterable[Face]) -> dict[str, Face]:
    """Find one person's faces among another's.

    Pictures are the same by `same_pictures`. Within a picture the faces that overlap most are the
    same; one face each is the same in any case.

    Args:
        first: The one's faces; those that are not labelled are passed over.
        second: The other's.

    Returns:
        By the id of a face of ``first``, that of ``second``.
    """
    ours, theirs = (
        faces_by_picture([face for face in faces if face.labelled]) for faces in (first, second)
    )
    pairs: dict[str, Face] = {}
    for picture, other in same_pictures(ours, theirs).items():
        pairs |= _paired(ours[picture], theirs[other])
    return pairs


def _paired(ours: Sequence[Face], theirs: Sequence[Face]) -> dict[str, Face]:
    if len(ours) == len(theirs) == 1:
        return {ours[0].id: theirs[0]}
    return {ours[a].id: theirs[b] for a, b in overlapping(ours, theirs).items()}


def copied(first: Landmarks, second: Landmarks) -> bool:
    """Return whether no point differs: nobody places every point anew exactly where it was."""
    off = np.abs(first.xy_image - second.xy_image)
    return bool(np.isfinite(off).any() and np.nanmax(off) <= _SAME_PX)
