from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.engine.box_relation import BoxRelation

MakeFaces = Callable[[int], list[Face]]
sides = st.floats(5, 200)


@given(x=st.floats(-0.3, 0.3), y=st.floats(-0.3, 0.3), ratio=st.floats(0.5, 2.0), side=sides)
def test_the_box_comes_back_from_the_points(x: float, y: float, ratio: float, side: float) -> None:
    xy = np.array([[10.0, 20.0], [10 + side, 20.0], [10.0, 20 + side / 2]])
    box = BoxRelation(x, y, ratio).about_points(xy)
    assert box is not None
    assert box.width == pytest.approx(ratio * side)
    assert box.centre[0] == pytest.approx(10 + side / 2 + x * side)
    assert box.centre[1] == pytest.approx(20 + side / 4 + y * side)


def test_the_relation_is_the_median_over_the_usable_boxes(make_faces: MakeFaces) -> None:
    faces = make_faces(6)
    relation = BoxRelation(0.1, -0.2, 1.5)
    boxed = [
        replace(f, box=relation.about_points(f.landmarks.xy_image)) for f in faces if f.landmarks
    ]
    boxed[4] = replace(boxed[4], box=Box(0, 0, 500, 500))
    boxed[5] = replace(boxed[5], box=None, landmarks=None)
    found = BoxRelation.to_points(boxed, (0, 1, 2))
    assert (found.x, found.y, found.side) == pytest.approx((0.1, -0.2, 1.5))
    flat = [replace(face, box=Box(5, 5, 5, 5)) for face in faces]
    assert BoxRelation.to_points(flat, (0, 1, 2)) == BoxRelation()
    assert BoxRelation.to_points(faces, (0, 1, 2)) == BoxRelation()


def test_the_relation_is_to_the_points_that_will_be_found(make_faces: MakeFaces) -> None:
    faces = make_faces(4)
    relation = BoxRelation.to_points(faces, (0, 2))
    for face in faces:
        assert face.landmarks is not None
        box = relation.about_points(face.landmarks.xy_image[[0, 2]])
        whole = Box.around(face.landmarks.xy_image).square()
        assert box is not None
        assert (*box.centre, box.width) == pytest.approx((*whole.centre, whole.width), abs=0.5)
    assert relation.about_points(faces[0].landmarks.xy_image[:1]) is None  # type: ignore[union-attr]


def test_a_box_is_told_from_another_one_by_the_median_of_pairs() -> None:
    relation = BoxRelation(0.1, -0.2, 0.8)
    others = [Box(10, 20, 40, 60), Box(0, 0, 12, 9), Box(5, 5, 9, 30)]
    pairs = [(other, relation.about(other)) for other in others]
    pairs.append((Box(0, 0, 10, 10), Box(500, 500, 900, 900)))
    found = BoxRelation.between(pairs)
    # The median of four lies between: three agree, so that it is theirs.
    assert (found.x, found.y, found.side) == pytest.approx((0.1, -0.2, 0.8))
    assert BoxRelation.between([]) == BoxRelation()
