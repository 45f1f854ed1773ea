"""Laying what a person changed over freshly opened label files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

import numpy as np

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.texts import say
from kpstudio.io.inside import is_picture_file

_SAME_PX = 0.01
"""Points this close are the same: a file format rounds, a correction does not move so little."""


@dataclass(frozen=True)
class StoredFace:
    """One face as the project keeps it.

    Attributes:
        id: Its id in the label set.
        face: As the person left it; None where the person took it out.
        original: As the files had it when it was first changed; None where they had none.
    """

    id: str
    face: Face | None
    original: Face | None


def overlay(labels: LabelSet, stored: Iterable[StoredFace]) -> list[Problem]:
    """Put the stored faces into ``labels``; what does not fit there is reported and left out."""
    problems: list[Problem] = []
    stored = list(stored)
    pictures = set(labels.pictures) if stored else set()
    for one in stored:
        face = one.face or one.original
        picture = one.id if face is None else face.picture
        try:
            if one.face is not None:
                _require_picture(labels, one.face, pictures)
            from_file = labels.get(one.id)
            _put(labels, one)
        except InputError as error:
            problems.append(
                Problem(picture, say("{error}; its correction stays in the project", error=error))
            )
            labels.kept[one.id] = _why_kept(labels, one.face, picture)
            continue
        if _same_points(from_file, one.original):
            continue
        labels.outdated[one.id] = one.original
        if not _same_points(from_file, one.face):
            problems.append(
                Problem(
                    picture,
                    say(
                        "the label file has changed since the face was corrected here; the "
                        "correction is shown"
                    ),
                )
            )
    return problems


def _why_kept(labels: LabelSet, face: Face | None, picture: str) -> str:
    """Return why what is stored of a face must not be written over."""
    if face is None or face.landmarks is None or face.fits(labels.scheme.count):
        return say(
            "{picture} cannot be changed yet: the project has an earlier correction of it; open "
            "the folder again to see it",
            picture=picture,
        )
    return say(
        "{picture} cannot be changed: the project has a correction of it with {count} points, but "
        "faces here now have {due}; put back the labels it was made with, or work on these in "
        "another folder",
        picture=picture,
        count=face.landmarks.count,
        due=labels.scheme.count,
    )


def _require_picture(labels: LabelSet, face: Face, pictures: set[str]) -> None:
    if face.picture in pictures:
        return
    # Known only to the project: a person's own photo from anywhere on the disk.
    if not _is_absolute(face.picture):
        raise InputError(say("the picture is no longer in the folder"))
    if not is_picture_file(labels.picture_path(face.picture)):
        raise InputError(say("the photo is no longer there"))


def _is_absolute(picture: str) -> bool:
    return PurePosixPath(picture).is_absolute() or PureWindowsPath(picture).is_absolute()


def _put(labels: LabelSet, stored: StoredFace) -> None:
    if stored.face is not None:
        labels.put(stored.face)
    elif stored.id in labels:
        labels.remove(stored.id)


def _same_points(a: Face | None, b: Face | None) -> bool:
    """Return whether two faces have the same points, none at all included."""
    xy_a = None if a is None or a.landmarks is None else a.landmarks.xy_image
    xy_b = None if b is None or b.landmarks is None else b.landmarks.xy_image
    if xy_a is None or xy_b is None:
        return xy_a is xy_b
    return xy_a.shape == xy_b.shape and np.allclose(
        xy_a, xy_b, rtol=0.0, atol=_SAME_PX, equal_nan=True
    )
