from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme
from kpstudio.doctor import frames
from kpstudio.doctor.frames import Place, mender
from kpstudio.doctor.material import Material
from kpstudio.io.images import read_grey

SIDES = st.integers(1, 4000)
# Sixteenths, so that sums and differences are exact.
COORDINATES = st.integers(-80_000, 80_000).map(lambda n: n / 16)
POINTS = st.lists(st.tuples(COORDINATES, COORDINATES), min_size=1, max_size=8).map(np.array)
OWN_INVERSE = (frames.Y_UP, frames.XY_SWAPPED, frames.MIRRORED, frames.UPSIDE_DOWN)


@pytest.mark.parametrize("frame", OWN_INVERSE, ids=lambda frame: frame.key)
@given(xy=POINTS, width=SIDES, height=SIDES)
def test_turning_over_twice_gives_every_point_back_exactly(frame, xy, width, height) -> None:
    at = Place(width, height)
    assert np.array_equal(frame.to_image(frame.to_image(xy, at), at), xy)


@given(xy=POINTS, width=SIDES, height=SIDES)
def test_fractions_and_percent_become_the_pixels_they_were_made_of(xy, width, height) -> None:
    at = Place(width, height)
    relative = xy / np.array([width, height])
    assert frames.RELATIVE.to_image(relative, at) == pytest.approx(xy, abs=1e-9)
    assert frames.PERCENT.to_image(relative * 100, at) == pytest.approx(xy, abs=1e-9)


@given(xy=POINTS, left=COORDINATES, top=COORDINATES)
def test_a_crop_is_put_back_where_it_was_cut(xy, left, top) -> None:
    x, y = np.rint(left), np.rint(top)
    at = Place(9000, 9000, box=Box(x - 0.5, y - 0.5, x + 9.5, y + 9.5))  # pixels x to x + 9
    assert np.array_equal(frames.CROP.to_image(xy - np.array([x, y]), at), xy)


@pytest.mark.parametrize("turn", range(1, 9))
def test_points_turn_as_the_picture_does(tmp_path: Path, turn: int) -> None:
    stored = np.zeros((4, 7), dtype=np.uint8)
    stored[1, 5] = 255
    exif = Image.Exif()
    exif[0x0112] = turn
    Image.fromarray(stored).save(tmp_path / "dot.png", exif=exif)
    shown = read_grey(tmp_path / "dot.png")
    row, column = np.argwhere(shown == 255)[0]
    face = Face("dot.png#0", "dot.png", Landmarks.of([(5, 1)]))
    material = Material(LabelSet(tmp_path, generic_scheme(1), [face]))
    assert material.turn("dot.png") == turn
    mended = mender(material, frames.BEFORE_EXIF)(face)
    assert mended.landmarks.xy_image.tolist() == [[column, row]]


def test_a_box_goes_with_its_points_and_one_elsewhere_stays(clean: LabelSet) -> None:
    material = Material(clean)
    mend = mender(material, frames.Y_UP)
    face = next(iter(clean))
    on_it = replace(face, box=Box.around(face.landmarks.xy_image))
    after = mend(on_it)
    assert after.box == Box.around(after.landmarks.xy_image)
    elsewhere = replace(face, box=Box(-50, -50, -40, -40))
    assert mend(elsewhere).box == elsewhere.box


def test_a_face_whose_picture_is_gone_is_left_alone(tmp_path: Path) -> None:
    face = Face("gone.png#0", "gone.png", Landmarks.of([(5, 1)]))
    material = Material(LabelSet(tmp_path, generic_scheme(1), [face]))
    assert mender(material, frames.Y_UP)(face) is face
