"""Finding the pictures and faces of one label set among those of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

import numpy as np

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face

_SAME_FACE = 0.3
"""Faces of a picture that overlap less are two faces."""


def same_pictures(ours: Iterable[str], theirs: Iterable[str]) -> dict[str, str]:
    """Find our pictures among theirs.

    They are the same by their names or, where folders differ, by their files' names, if those are
    one picture's alone on either side.

    Returns:
        By our name, theirs.
    """
    ours, theirs = tuple(ours), frozenset(theirs)
    our_files, their_files = _by_file(ours), _by_file(theirs)
    pairs: dict[str, str] = {}
    for picture in ours:
        file = PurePath(picture).name
        other = their_files.get(file) if our_files[file] is not None else None
        if picture in theirs:
            pairs[picture] = picture
        elif other is not None:
            pairs[picture] = other
    return pairs


def _by_file(pictures: Iterable[str]) -> dict[str, str | None]:
    """Return the pictures by the names of their files; None where two have one name."""
    found: dict[str, str | None] = {}
    for picture in pictures:
        file = PurePath(picture).name
        found[file] = None if file in found else picture
    return found


def overlapping(ours: Sequence[Box | None], theirs: Sequence[Box | None]) -> dict[int, int]:
    """Find our faces of a picture among theirs: those that overlap most are the same.

    Args:
        ours: Where our faces lie; None where that is not known.
        theirs: Where theirs lie.

    Returns:
        By the number of one of ours, that of one of theirs, each once.
    """
    overlaps = np.nan_to_num([[_overlap(a, b) for b in theirs] for a in ours])
    pairs: dict[int, int] = {}
    while overlaps.size and overlaps.max() >= _SAME_FACE:
        row, column = divmod(int(overlaps.argmax()), len(theirs))
        pairs[row] = column
        overlaps[row, :] = overlaps[:, column] = 0.0
    return pairs


def _overlap(a: Box | None, b: Box | None) -> float:
    if a is None or b is None:
        return 0.0
    return 1.0 if a == b else a.overlap(b)  # a box of no area overlaps nothing


def extent(face: Face) -> Box | None:
    """Return the extent of a face's points, else its box, image frame; None where unknown."""
    if face.landmarks is not None and face.landmarks.present.any():
        return Box.around(face.landmarks.xy_image)
    return face.box
