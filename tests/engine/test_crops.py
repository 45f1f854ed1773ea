from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import Framing, input_box, read_crops
from tests.engine.conftest import blobs, centroid

WHOLE = TrainConfig("bignet", (0,), 120, 160, "picture", 1e-3, 4, 1)
CUT = TrainConfig("resnet18", (0,), 64, 64, "face", 1e-3, 4, 1, box_scale=1.5)
NO_FACE = Face("a#0", "a.png")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    x=st.floats(60, 140),
    y=st.floats(60, 100),
    size=st.floats(60, 300),
    off=st.floats(-20, 20),
    margin=st.integers(0, 9),
)
def test_pixels_and_points_of_a_cut_out_face_agree(
    tmp_path: Path, x: float, y: float, size: float, off: float, margin: int
) -> None:
    xy = np.array([[x, y]])
    Image.fromarray(blobs(xy, 200, 160, sigma=5.0)).save(tmp_path / "a.png")
    box = Box(x + off - size / 2, y - off - size / 2, x + off + size / 2, y - off + size / 2)
    (crop,) = read_crops(tmp_path / "a.png", [replace(NO_FACE, box=box)], CUT, margin)
    assert crop.pixels.shape == (64 + 2 * margin, 64 + 2 * margin)
    expected = crop.to_crop(xy)[0] * 64 - 0.5 + margin
    assert np.abs(centroid(crop.pixels) - expected).max() < 0.05
    assert np.allclose(crop.to_image(crop.to_crop(xy)), xy)


def test_whole_pictures_are_stretched_to_the_input(tmp_path: Path) -> None:
    xy = np.array([[70.25, 210.5]])
    Image.fromarray(blobs(xy, 200, 400, sigma=12.0)).save(tmp_path / "a.png")
    (crop,) = read_crops(tmp_path / "a.png", [NO_FACE], WHOLE)
    assert crop.pixels.shape == (120, 160)
    expected = crop.to_crop(xy)[0] * [160, 120] - 0.5
    assert np.abs(centroid(crop.pixels) - expected).max() < 0.02


def test_large_pictures_decoded_coarsely_keep_their_points(tmp_path: Path) -> None:
    xy = np.array([[1400.0, 900.0]])
    Image.fromarray(blobs(xy, 2003, 1501, sigma=60.0)).save(tmp_path / "a.jpg", quality=95)
    (crop,) = read_crops(tmp_path / "a.jpg", [NO_FACE], WHOLE)
    weights = np.where(crop.pixels > 20, crop.pixels, 0)
    expected = crop.to_crop(xy)[0] * [160, 120] - 0.5
    assert np.abs(centroid(weights) - expected).max() < 0.25


def test_the_box_comes_from_the_file_else_the_points_else_the_picture() -> None:
    points = Landmarks.of([[10, 20], [50, 40]])
    from_file = replace(NO_FACE, box=Box(0, 0, 10, 20), landmarks=points)
    assert input_box(from_file, CUT, 100, 80) == Box(-10, -5, 20, 25)
    assert input_box(replace(NO_FACE, landmarks=points), CUT, 100, 80) == Box(0, 0, 60, 60)
    whole = Box(-0.5, -10.5, 99.5, 89.5)
    assert input_box(NO_FACE, CUT, 100, 80) == whole
    one_point = Landmarks.of([[10, 20], [np.nan, np.nan]])
    assert input_box(replace(NO_FACE, landmarks=one_point), CUT, 100, 80) == whole
    empty = replace(NO_FACE, box=Box(5, 5, 5, 9), landmarks=Landmarks.of([[np.nan, np.nan]]))
    assert input_box(empty, CUT, 100, 80) == whole
    assert input_box(from_file, WHOLE, 100, 80) == Box.whole(100, 80)


def test_a_face_is_cut_in_the_input_s_aspect_ratio() -> None:
    config = replace(WHOLE, crop="face", box_scale=1.0)
    box = input_box(replace(NO_FACE, box=Box(0, 0, 30, 30)), config, 100, 80)
    assert (box.width, box.height) == pytest.approx((40, 30))
    assert box.centre == pytest.approx((15, 15))


def test_a_giant_box_is_cut_to_what_fits_in_memory(tmp_path: Path) -> None:
    Image.new("L", (40, 30), 90).save(tmp_path / "a.png")
    giant = replace(NO_FACE, box=Box(-1e5, -1e5, 1e5, 1e5))
    small = replace(NO_FACE, box=Box(10, 10, 14, 14))
    crops = read_crops(tmp_path / "a.png", [giant, small], CUT)
    assert crops[0].box_image.width == 160
    assert all((crop.pixels == 90).all() for crop in crops)


def test_the_edge_of_the_picture_is_continued(tmp_path: Path) -> None:
    ramp = np.repeat(np.arange(40, dtype=np.uint8)[None] * 6, 40, axis=0)
    Image.fromarray(ramp).save(tmp_path / "a.png")
    face = replace(NO_FACE, box=Box(29.5, -0.5, 59.5, 29.5))
    (crop,) = read_crops(tmp_path / "a.png", [face], replace(CUT, box_scale=1.0))
    assert (crop.pixels[:, -30:] == 39 * 6).all()


def test_an_unreadable_picture_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"not a picture")
    with pytest.raises(InputError, match=r"a\.png"):
        read_crops(tmp_path / "a.png", [NO_FACE], WHOLE)


def test_a_photo_with_a_box_is_framed_as_the_training_pictures_were() -> None:
    points = Landmarks.of([[260, 200], [380, 360]])
    labelled = replace(NO_FACE, landmarks=points)
    framing = Framing.of([labelled, labelled], [Box.whole(640, 480)] * 2)
    assert framing is not None
    # The same face, twice as large and elsewhere, in a photo of another shape.
    box_image = Box(1000 + 2 * 260, 500 + 2 * 200, 1000 + 2 * 380, 500 + 2 * 360)
    photo = replace(NO_FACE, box=box_image, photo=True)
    seen = input_box(photo, WHOLE, 3000, 4000, framing)
    expected = Box(1000 - 1, 500 - 1, 1000 + 2 * 639.5, 500 + 2 * 479.5)
    edges = [(b.left, b.top, b.right, b.bottom) for b in (seen, expected)]
    assert edges[0] == pytest.approx(edges[1])
    whole = Box.whole(3000, 4000)
    assert input_box(replace(photo, box=None), WHOLE, 3000, 4000, framing) == whole
    assert input_box(replace(photo, photo=False), WHOLE, 3000, 4000, framing) == whole
    assert input_box(photo, WHOLE, 3000, 4000) == whole


def test_framing_is_unknown_where_no_face_tells_its_size() -> None:
    one_point = replace(NO_FACE, landmarks=Landmarks.of([[10, 20]]))
    assert Framing.of([one_point], [Box.whole(640, 480)]) is None
