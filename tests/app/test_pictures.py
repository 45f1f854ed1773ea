"""Decoding off the window's thread, and what thumbnails show."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kpstudio.app.pictures import PictureLoader, ThumbnailLoader, thumbnail, thumbnail_box
from kpstudio.core.geometry import Box


@pytest.fixture
def ramp(tmp_path: Path) -> Path:
    pixels = np.zeros((120, 160, 3), np.uint8)
    pixels[..., 0] = np.arange(160)
    pixels[..., 1] = np.arange(120)[:, None]
    path = tmp_path / "ramp.png"
    Image.fromarray(pixels).save(path)
    return path


def test_a_picture_comes_once_asked_for(qtbot, ramp):
    loader = PictureLoader()
    with qtbot.waitSignal(loader.loaded, timeout=5000) as loaded:
        assert loader.get(ramp) is None
    assert loaded.args == [str(ramp)]
    picture = loader.get(ramp)
    assert (picture.width, picture.height) == (160, 120)
    assert picture.pixels[7, 5].tolist() == [5, 7, 0]
    loader.shutdown()
    loader.deleteLater()


def test_a_broken_picture_says_why(qtbot, tmp_path):
    path = tmp_path / "broken.jpg"
    path.write_bytes(b"\xff\xd8 nothing more")
    loader = PictureLoader()
    with qtbot.waitSignal(loader.loaded, timeout=5000):
        loader.get(path)
    assert loader.get(path) is None
    assert "broken.jpg" in loader.error_of(str(path))
    loader.shutdown()
    loader.deleteLater()


def test_the_budget_drops_the_oldest(qtbot, tmp_path):
    loader = ThumbnailLoader()
    loader._budget = 3 * 16 * 16 * 4
    paths = []
    for number in range(5):
        path = tmp_path / f"{number}.png"
        Image.new("RGB", (20, 20)).save(path)
        paths.append(path)
        with qtbot.waitSignal(loader.loaded, timeout=5000):
            assert loader.get(path.name, path, None, 16) is None
    assert loader.get("4.png", paths[4], None, 16) is not None
    assert loader.get("0.png", paths[0], None, 16) is None
    loader.shutdown()
    loader.deleteLater()


def test_a_thumbnail_shows_its_box(ramp):
    small = thumbnail(ramp, Box(60, 40, 100, 80), 50)
    assert small.box_image.width == pytest.approx(50)
    assert small.image.width() == small.image.height() == 50
    x, y = small.box_image.centre
    middle = small.image.pixelColor(25, 25)
    assert middle.red() == pytest.approx(x + 0.5, abs=1.5)
    assert middle.green() == pytest.approx(y + 0.5, abs=1.5)


sides = st.integers(16, 4000)
edges = st.floats(-500, 4500, allow_nan=False)


@given(sides, sides, edges, edges, st.floats(1, 3000))
def test_a_thumbnail_is_a_square_inside_the_picture(width, height, left, top, size):
    crop = thumbnail_box(width, height, Box(left, top, left + size, top + size))
    whole = Box.whole(width, height)
    assert crop.width == pytest.approx(crop.height)
    assert crop.left >= whole.left - 1e-6
    assert crop.top >= whole.top - 1e-6
    assert crop.right <= whole.right + 1e-6
    assert crop.bottom <= whole.bottom + 1e-6
