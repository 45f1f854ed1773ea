from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import dlib_peer
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.io.formats.dlib import Dlib
from tests.benchmarks.faces import XY, labels_of
from tests.small_faces import draw_picture

SIDE = st.integers(-50, 500)


@given(SIDE, SIDE, st.integers(1, 300), st.integers(1, 300))
def test_boxes_of_whole_pixels_come_back(left: int, top: int, width: int, height: int) -> None:
    box = Box(left - 0.5, top - 0.5, left + width - 0.5, top + height - 0.5)
    assert dlib_peer.pixel_sides(box) == (left, top, left + width - 1, top + height - 1)


@given(st.floats(-50, 500), st.floats(0, 300))
def test_a_box_around_points_is_at_most_a_pixel_off(left: float, width: float) -> None:
    first, _, last, _ = dlib_peer.pixel_sides(Box(left, 0.0, left + width, 10.0))
    assert abs(first - left) <= 0.5
    assert last >= first
    assert abs(last - (left + width)) <= 1.0


def test_what_dlib_reads_is_what_kpstudio_reads(tmp_path: Path) -> None:
    draw_picture(tmp_path / "a & b.png", seed=1)
    face = replace(next(iter(labels_of(["a & b.png"]))), box=Box(9.5, 19.5, 60.5, 70.5))
    missing = XY.copy()
    missing[1] = np.nan
    partly = replace(face, id="a & b.png#1", landmarks=Landmarks.of(missing))
    pictures = {face.picture: tmp_path / face.picture}
    path = tmp_path / "labels.xml"
    path.write_text(dlib_peer.xml_text([face, partly], pictures), encoding="utf-8")
    read = Dlib().read([path], tmp_path)
    assert not read.problems
    whole, part = LabelSet(tmp_path, read.scheme, read.faces)
    assert whole.box == face.box
    assert whole.landmarks is not None
    assert part.landmarks is not None
    np.testing.assert_array_equal(whole.landmarks.xy_image, XY)
    np.testing.assert_array_equal(part.landmarks.xy_image, missing)


def test_few_faces_are_shown_oftener() -> None:
    assert (dlib_peer.oversampling_for(192), dlib_peer.oversampling_for(644)) == (50, 20)
