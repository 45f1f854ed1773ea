"""Whether pictures can be opened, and whether the points of their faces lie in them."""

from __future__ import annotations

from collections.abc import Sequence

from kpstudio.core.errors import Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.texts import say, say_count

FAR = 3.0
"""A face with a point more than so many picture sizes outside its picture is left out."""


def is_far_away(face: Face, size: tuple[int, int]) -> bool:
    """Whether a point lies where no crop of the (width, height) picture could ever reach."""
    if face.landmarks is None:
        return False
    width, height = size
    reach = Box(-FAR * width, -FAR * height, (1 + FAR) * width, (1 + FAR) * height)
    return not reach.contains(face.landmarks.xy_image[face.landmarks.present]).all()


def points_outside(faces: Sequence[Face], size: tuple[int, int]) -> list[Problem]:
    """Return a problem for each face with points outside its (width, height) picture."""
    whole = Box.whole(*size)
    return [problem for face in faces if (problem := _outside(face, size, whole)) is not None]


def _outside(face: Face, size: tuple[int, int], whole: Box) -> Problem | None:
    if face.landmarks is None:
        return None
    inside = whole.contains(face.landmarks.xy_image)
    count = int((face.landmarks.present & ~inside).sum())
    if count == 0:
        return None
    number = face.id.removeprefix(f"{face.picture}#")
    where = face.picture
    if number != "0":
        where = say("{where}, face {number}", where=where, number=number)
    width, height = size
    if is_far_away(face, size):
        message = say_count(
            "1 point is far outside the picture ({width} x {height} pixels); left out",
            "{count} points are far outside the picture ({width} x {height} pixels); left out",
            count,
            width=width,
            height=height,
        )
    else:
        message = say_count(
            "1 point is outside the picture ({width} x {height} pixels)",
            "{count} points are outside the picture ({width} x {height} pixels)",
            count,
            width=width,
            height=height,
        )
    return Problem(where, message)


def unreadable(picture: str, why: str, faces: Sequence[Face]) -> Problem:
    """Return the problem of a picture that cannot be opened, with the faces labelled in it."""
    if not faces:
        return Problem(picture, why)
    told = say_count(
        "{why}; 1 labelled face left out with it",
        "{why}; {count} labelled faces left out with it",
        len(faces),
        why=why,
    )
    return Problem(picture, told)
