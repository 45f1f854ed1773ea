"""Finding the pictures and faces of one label set among those of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

import numpy as np

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray

_SAME_FACE = 0.3
"""Faces of a picture that overlap less are two faces."""

_ENOUGH = 2
"""So many points that two faces share tell by their extent whether they are one."""


def same_pictures(
    ours: Iterable[str], theirs: Iterable[str], folder: PurePath | None = None
) -> dict[str, str]:
    """Find our pictures among theirs.

    They are the same by their names or, where folders differ, by their files' names, if those are
    one picture's alone on either side.

    Args:
        ours: Names of our pictures.
        theirs: Names of theirs.
        folder: Where theirs may lie: they are then called as seen from there.

    Returns:
        By our name, theirs. Where two of theirs are called like one of ours, it has none.
    """
    ours, theirs = tuple(ours), frozenset(theirs)
    called: dict[str, str | None] = {}
    for picture in theirs:
        name = _from(folder, picture)
        called[name] = None if name in called else picture
    our_files, their_files = _by_file(ours), _by_file(theirs)
    pairs: dict[str, str] = {}
    for picture in ours:
        file = PurePath(picture).name
        other = their_files.get(file) if our_files[file] is not None else None
        if picture in called:
            other = called[picture]
        elif picture in theirs:
            other = picture
        if other is not None:
            pairs[picture] = other
    return pairs


def _from(folder: PurePath | None, picture: str) -> str:
    if folder is None or not PurePath(picture).is_relative_to(folder):
        return picture
    return PurePath(picture).relative_to(folder).as_posix()


def _by_file(pictures: Iterable[str]) -> dict[str, str | None]:
    """Return the pictures by the names of their files; None where two have one name."""
    found: dict[str, str | None] = {}
    for picture in pictures:
        file = PurePath(picture).name
        found[file] = None if file in found else picture
    return found


def overlapping(ours: Sequence[Face], theirs: Sequence[Face]) -> dict[int, int]:
    """Find our faces of a picture among theirs: those that overlap most are the same.

    Where one lacks points that the other has, the extents of those that both have are compared.

    Args:
        ours: Our faces of one picture.
        theirs: Theirs.

    Returns:
        By the number of one of ours, that of one of theirs, each once.
    """
    overlaps = np.nan_to_num([[_alike(a, b) for b in theirs] for a in ours])
    pairs: dict[int, int] = {}
    while overlaps.size and overlaps.max() >= _SAME_FACE:
        row, column = divmod(int(overlaps.argmax()), len(theirs))
        pairs[row] = column
        overlaps[row, :] = overlaps[:, column] = 0.0
    return pairs


def _alike(ours: Face, theirs: Face) -> float:
    """Return how far two faces cover the same place, 0 to 1."""
    a, b = ours.landmarks, theirs.landmarks
    if a is None or b is None or a.count != b.count or np.array_equal(a.present, b.present):
        return _overlap(extent(ours), extent(theirs))
    both = a.present & b.present
    if both.sum() >= _ENOUGH:
        return _overlap(_square(a.xy_image[both]), _square(b.xy_image[both]))
    return max(_inside(extent(ours), extent(theirs)), _overlap(ours.box, theirs.box))


def _overlap(a: Box | None, b: Box | None) -> float:
    if a is None or b is None:
        return 0.0
    return 1.0 if a == b else a.overlap(b)  # a box of no area overlaps none


def _square(xy_image: FloatArray) -> Box:
    """Return the square about (N, 2) points: few lie in a row, and their tight box is thin."""
    tight = Box.around(xy_image)
    x, y = (tight.left + tight.right) / 2, (tight.top + tight.bottom) / 2
    half = max(tight.width, tight.height) / 2
    return Box(x - half, y - half, x + half, y + half)


def _inside(a: Box | None, b: Box | None) -> float:
    """Return how much of the smaller of two boxes lies in the other, 0 to 1."""
    if a is None or b is None:
        return 0.0
    across = _shared((a.left, a.right), (b.left, b.right))
    return across * _shared((a.top, a.bottom), (b.top, b.bottom))


def _shared(a: tuple[float, float], b: tuple[float, float]) -> float:
    shared, smaller = min(a[1], b[1]) - max(a[0], b[0]), min(a[1] - a[0], b[1] - b[0])
    if shared < 0:
        return 0.0
    return shared / smaller if smaller else 1.0


def extent(face: Face) -> Box | None:
    """Return the extent of a face's points, else its box, image frame; None where unknown."""
    if face.landmarks is not None and face.landmarks.present.any():
        return Box.around(face.landmarks.xy_image)
    return face.box
