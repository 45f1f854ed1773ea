from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.splits import Split
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.finder import finder_config, finder_faces, finder_scheme, finder_split
from tests.engine.conftest import SCHEME

MakeFaces = Callable[[int], list[Face]]
CUT = TrainConfig("smallnet", (0, 1, 2), 60, 80, "face", 1e-3, 4, 1, find_face=True)


def test_of_each_picture_the_largest_face_is_learnt_by_its_edges(make_faces: MakeFaces) -> None:
    first, second = make_faces(2)
    large = replace(first, box=Box(0, 10, 40, 30))
    small = replace(first, id="small", box=Box(50, 10, 60, 20))
    found = finder_faces([small, large, second])
    assert [face.id for face in found] == [first.id, second.id]
    assert found[0].landmarks is not None
    assert found[0].landmarks.xy_image[:4].tolist() == [[0, 20], [40, 20], [20, 0], [20, 40]]
    assert first.landmarks is not None
    assert np.array_equal(found[0].landmarks.xy_image[4:], first.landmarks.xy_image)
    split = Split((first.id, "small"), (second.id,), "list")
    assert finder_split(split, found).training == (first.id,)
    assert finder_split(split, found).validation == (second.id,)


def test_the_settings_are_good_and_bounded() -> None:
    for faces in (0, 1, 200, 10**6):
        scheme = finder_scheme(SCHEME)
        config = finder_config(CUT, scheme, faces)
        config.validate(scheme)
        assert 5 <= config.epochs <= 20
