"""Two people's labels of the same faces: how far they lie apart is as close as one can measure.

A network's error is its distance to one person's points. Two people do not place them alike, so
that an error as small as their distance cannot be told from a difference of habit: the noise floor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

import numpy as np

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, faces_by_picture
from kpstudio.core.landmarks import Landmarks

_SAME_FACE = 0.3
"""Faces of a picture that overlap less are two faces."""
_SAME_PX = 1e-6


def same_faces(first: Iterable[Face], second: Iterable[Face]) -> dict[str, Face]:
    """Find one person's faces among another's.

    Pictures are the same by their names or, where folders differ, by their files' names, if those
    are one picture's alone on either side. Within a picture the faces that overlap most are the
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
    by_file, our_files = _by_file(theirs), _by_file(ours)
    pairs: dict[str, Face] = {}
    for picture, faces in ours.items():
        file = PurePath(picture).name
        alone = our_files[file] is not None and by_file.get(file) is not None
        found = theirs.get(picture) or (by_file[file] if alone else None)
        pairs |= _paired(faces, found or ())
    return pairs


def _by_file(pictures: Mapping[str, Sequence[Face]]) -> dict[str, Sequence[Face] | None]:
    """Return the faces of pictures by the names of their files; None where two have one name."""
    found: dict[str, Sequence[Face] | None] = {}
    for picture, faces in pictures.items():
        file = PurePath(picture).name
        found[file] = None if file in found else faces
    return found


def _paired(ours: Sequence[Face], theirs: Sequence[Face]) -> dict[str, Face]:
    if len(ours) == len(theirs) == 1:
        return {ours[0].id: theirs[0]}
    boxes = [[_extent(face) for face in faces] for faces in (ours, theirs)]
    overlaps = np.array([[a.overlap(b) for b in boxes[1]] for a in boxes[0]])
    pairs: dict[str, Face] = {}
    while overlaps.size and overlaps.max() >= _SAME_FACE:
        row, column = divmod(int(overlaps.argmax()), len(theirs))
        pairs[ours[row].id] = theirs[column]
        overlaps[row, :] = overlaps[:, column] = 0.0
    return pairs


def _extent(face: Face) -> Box:
    assert face.landmarks is not None
    return Box.around(face.landmarks.xy_image)


def copied(first: Landmarks, second: Landmarks) -> bool:
    """Return whether no point differs: nobody places every point anew exactly where it was."""
    off = np.abs(first.xy_image - second.xy_image)
    return bool(np.isfinite(off).any() and np.nanmax(off) <= _SAME_PX)
