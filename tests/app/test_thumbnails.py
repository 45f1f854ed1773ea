"""What thumbnails show, that they come from the disk the second time, and what is dropped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kpstudio.app import thumbnails
from kpstudio.app.thumbnails import ThumbnailLoader, stored_thumbnail, thumbnail, thumbnail_box
from kpstudio.core.geometry import Box
from kpstudio.store.thumbnails import ThumbnailStore

PATIENCE_MS = 20_000


@pytest.fixture
def ramp(tmp_path: Path) -> Path:
    pixels = np.zeros((120, 160, 3), np.uint8)
    pixels[..., 0] = np.arange(160)
    pixels[..., 1] = np.arange(120)[:, None]
    path = tmp_path / "ramp.png"
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ThumbnailStore]:
    made = ThumbnailStore(tmp_path / "cache" / "thumbnails.sqlite")
    yield made
    made.close()


@pytest.fixture
def loader(qtbot, store) -> Iterator[ThumbnailLoader]:
    made = ThumbnailLoader(store)
    yield made
    made.shutdown()
    made.deleteLater()


def test_the_budget_drops_the_oldest(qtbot, loader, tmp_path):
    loader._kept.budget = 3 * 16 * 16 * 4
    paths = []
    for number in range(5):
        path = tmp_path / f"{number}.png"
        Image.new("RGB", (20, 20)).save(path)
        paths.append(path)
        with qtbot.waitSignal(loader.loaded, timeout=PATIENCE_MS):
            assert loader.get(path.name, path, None, 16) is None
    assert loader.get("4.png", paths[4], None, 16) is not None
    assert loader.get("0.png", paths[0], None, 16) is None


def test_what_scrolled_off_does_not_wait_in_the_queue(qtbot, loader, tmp_path, ramp):
    for number in range(3000):
        loader.get(f"{number}", tmp_path / "not there.png", None, 16)
        loader.drop_waiting()
    assert loader.waiting == 0
    loader.get("seen", ramp, None, 16)
    qtbot.waitUntil(lambda: loader.get("seen", ramp, None, 16) is not None, timeout=PATIENCE_MS)


def test_a_picture_that_fails_says_which_and_why(qtbot, loader, tmp_path):
    path = tmp_path / "broken.png"
    path.write_bytes(b"")
    with qtbot.waitSignal(loader.failed, timeout=PATIENCE_MS) as failed:
        loader.get("key", path, None, 16)
    assert failed.args[0] == str(path)
    assert "the file is empty" in failed.args[1]
    assert loader.error_of("key") == failed.args[1]
    assert loader.get("key", path, None, 16) is None
    assert loader.waiting == 0


def test_a_thumbnail_shows_its_box(ramp):
    small = thumbnail(ramp, Box(60, 40, 100, 80), 50)
    assert small.box_image.width == pytest.approx(50)
    assert small.image.width() == small.image.height() == 50
    x, y = small.box_image.centre
    middle = small.image.pixelColor(25, 25)
    assert middle.red() == pytest.approx(x + 0.5, abs=1.5)
    assert middle.green() == pytest.approx(y + 0.5, abs=1.5)


def test_the_second_time_it_comes_from_the_disk(ramp, store, monkeypatch):
    box = Box(60, 40, 100, 80)
    first = stored_thumbnail(store, "key", ramp, box, 50)
    decoded: list[Path] = []
    monkeypatch.setattr(thumbnails, "thumbnail", lambda path, *_: decoded.append(path) or first)
    second = stored_thumbnail(store, "key", ramp, box, 50)
    assert decoded == []
    assert second.box_image == first.box_image
    off = [
        abs(first.image.pixelColor(x, x).red() - second.image.pixelColor(x, x).red())
        for x in range(50)
    ]
    assert max(off) <= 6
    os.utime(ramp, ns=(1, 1))  # another state of the file
    stored_thumbnail(store, "key", ramp, box, 50)
    assert decoded == [ramp]


def test_a_stored_thumbnail_of_another_size_is_made_anew(ramp, store):
    assert stored_thumbnail(store, "key", ramp, None, 50).image.width() == 50
    assert stored_thumbnail(store, "key", ramp, None, 80).image.width() == 80


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
