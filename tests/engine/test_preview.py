from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.preview import show

SCHEME = PointSchema("pair", ("left", "right"), (1, 0))
CONFIG = TrainConfig("resnet18", (0, 1), 120, 160, "picture", lr=1e-3, batch_size=4, epochs=1)
MOVED = replace(CONFIG, augmentation=Augmentation(20.0, 0.1, 0.1, 0.1, 0.1, flip=True))
XY = np.array([[60.0, 40.0], [100.0, 80.0]])


@pytest.fixture
def face(tmp_path: Path) -> Face:
    """A picture whose left point is a bright spot and whose right one a less bright one."""
    grey = np.zeros((120, 160), dtype=np.uint8)
    for (x, y), value in zip(XY.astype(int), (250, 120), strict=True):
        grey[y - 1 : y + 2, x - 1 : x + 2] = value
    Image.fromarray(grey).save(tmp_path / "a.png")
    return Face("a.png#0", "a.png", Landmarks.of(XY), state=FaceState.LABELLED)


def test_without_augmentation_the_picture_is_shown_as_it_is(tmp_path: Path, face: Face) -> None:
    shown = show([face], tmp_path, CONFIG, SCHEME, seed=0)
    assert shown.faces == (face,)
    assert np.array_equal(shown.pixels[0], np.asarray(Image.open(tmp_path / "a.png")))
    assert np.allclose(shown.xy_crop[0], XY, atol=1e-4)
    assert (shown.degrees[0], shown.mirrored[0], shown.notices) == (0, False, ())


def test_points_stay_on_their_spots_and_change_sides_in_a_mirrored_picture(
    tmp_path: Path, face: Face
) -> None:
    shown = show([face] * 16, tmp_path, MOVED, SCHEME, seed=1)
    assert 0 < shown.mirrored.sum() < 16
    assert np.abs(shown.degrees).max() > 5
    assert np.abs(shown.degrees).max() <= 20
    for pixels, xy, mirrored in zip(shown.pixels, shown.xy_crop, shown.mirrored, strict=True):
        bright, dim = (1, 0) if mirrored else (0, 1)
        columns, rows = np.round(xy).astype(int).T
        assert pixels[rows[bright], columns[bright]] > 200
        assert 80 < pixels[rows[dim], columns[dim]] < 150


def test_the_seed_decides_the_moves(tmp_path: Path, face: Face) -> None:
    one, again, other = (
        show([face] * 3, tmp_path, MOVED, SCHEME, seed).degrees for seed in (1, 1, 2)
    )
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)


def test_a_picture_that_cannot_be_read_is_left_out_with_a_notice(
    tmp_path: Path, face: Face
) -> None:
    gone = replace(face, id="b.png#0", picture="b.png")
    shown = show([gone, face], tmp_path, MOVED, SCHEME, seed=0)
    assert shown.faces == (face,)
    assert len(shown.pixels) == len(shown.xy_crop) == len(shown.degrees) == 1
    (notice,) = shown.notices
    assert "b.png" in notice
    empty = show([gone], tmp_path, MOVED, SCHEME, seed=0)
    assert empty.faces == ()
    assert empty.pixels.shape == (0, 120, 160)


def test_repainted_pictures_are_shown_with_their_points_where_they_were(
    tmp_path: Path, face: Face
) -> None:
    painted = replace(MOVED.augmentation, light=0.5, blur=0.5, noise=0.1, occlusion=0.5)
    plain = show([face] * 8, tmp_path, MOVED, SCHEME, seed=1)
    shown = show([face] * 8, tmp_path, replace(MOVED, augmentation=painted), SCHEME, seed=1)
    assert np.array_equal(shown.xy_crop, plain.xy_crop)
    assert np.array_equal(shown.degrees, plain.degrees)
    assert np.array_equal(shown.mirrored, plain.mirrored)
    assert shown.pixels.dtype == np.uint8
    assert all((a != b).any() for a, b in zip(shown.pixels, plain.pixels, strict=True))
    bright = replace(MOVED, augmentation=Augmentation(noise=1.0))
    grain = show([face], tmp_path, bright, SCHEME, seed=0).pixels[0]
    # What is darker than black or whiter than white is shown as such, not wrapped round.
    assert (grain == 0).mean() > 0.3
    assert (grain > 128).mean() < 0.4
