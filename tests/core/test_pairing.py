"""Finding pictures and faces again."""

from __future__ import annotations

from pathlib import PurePath

import numpy as np
import pytest

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.pairing import overlapping, same_pictures

SHAPE = np.array([[0.0, 0.0], [60.0, 0.0], [0.0, 80.0], [60.0, 80.0], [20.0, 70.0], [40.0, 70.0]])
GONE = np.array([np.nan, np.nan])


def face(at: float, *present: int, box: Box | None = None) -> Face:
    xy = SHAPE + np.array([at, 0.0])
    xy[[k for k in range(len(SHAPE)) if k not in present]] = GONE
    return Face("a#0", "a", Landmarks.of(xy), box)


WHOLE = range(len(SHAPE))


@pytest.mark.parametrize("some", [(4, 5), (0, 1, 4), (4,), (0,)])
def test_part_of_the_points_tells_which_face_it_is(some: tuple[int, ...]) -> None:
    """Two mouth corners lie in a row; a single point has no extent at all."""
    ours = [face(0.0, *WHOLE), face(400.0, *WHOLE)]
    theirs = [face(403.0, *some), face(3.0, *some)]
    assert overlapping(ours, theirs) == {0: 1, 1: 0}
    assert overlapping(theirs, ours) == {0: 1, 1: 0}


def test_without_a_point_in_common_boxes_tell() -> None:
    eyes, mouth = face(0.0, 0, 1), face(0.0, 4, 5)
    assert overlapping([eyes], [mouth]) == {}
    box = Box(-5.0, -5.0, 65.0, 85.0)
    boxed = [Face("a#0", "a", one.landmarks, box) for one in (eyes, mouth)]
    assert overlapping(boxed[:1], boxed[1:]) == {0: 0}
    assert overlapping([face(0.0)], [mouth]) == {}, "no point, no box, no place"


def test_points_of_two_schemes_are_compared_as_wholes() -> None:
    other = Face("a#0", "a", Landmarks.of(SHAPE[:4]))
    assert overlapping([face(0.0, *WHOLE)], [other]) == {0: 0}


def test_pictures_are_called_as_seen_from_the_folder() -> None:
    ours = ("x/1.png", "y/1.png", "z/2.png")
    theirs = ("/far/x/1.png", "/far/y/1.png", "/off/2.png")
    assert same_pictures(ours, theirs) == {"z/2.png": "/off/2.png"}
    assert same_pictures(ours, theirs, PurePath("/far")) == dict(zip(ours, theirs, strict=True))


def test_what_is_called_alike_twice_is_not_guessed() -> None:
    theirs = ("x/1.png", "/far/x/1.png")
    assert same_pictures(("x/1.png",), theirs, PurePath("/far")) == {}
    assert same_pictures(("/far/1.png",), ("/far/1.png",), PurePath("/far")) == {
        "/far/1.png": "/far/1.png"
    }
