"""Coarse at once, sharp where one stays, the next ones ahead, and no more memory than allowed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kpstudio.app import pictures
from kpstudio.app.byte_cache import ByteCache
from kpstudio.app.pictures import Picture, PictureLoader, levels_of

PATIENCE_MS = 20_000
WIDTH, HEIGHT = 400, 300
SIDE = 130  # of which 97 are decoded: 1/4


@pytest.fixture
def loader(qtbot) -> Iterator[PictureLoader]:
    made = PictureLoader()
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.jpg" for number in range(6)]
    for number, path in enumerate(paths):
        Image.new("RGB", (WIDTH, HEIGHT), (40 * number, 90, 0)).save(path, quality=95)
    return paths


def test_a_picture_comes_coarse_and_then_sharp(qtbot, loader, photos):
    seen: list[Picture] = []
    loader.loaded.connect(lambda _path: seen.append(loader.best(photos[2])))
    assert loader.show(photos[2], (), SIDE) is None
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=PATIENCE_MS)
    coarse, sharp = seen
    assert (coarse.width, coarse.height) == (sharp.width, sharp.height) == (WIDTH, HEIGHT)
    assert (coarse.levels[0].width(), coarse.sharp) == (100, False)
    assert (sharp.levels[0].width(), sharp.sharp) == (WIDTH, True)
    assert abs(sharp.levels[0].pixelColor(9, 9).red() - 80) <= 2


def test_the_neighbours_are_there_before_they_are_asked_for(qtbot, loader, photos):
    loader.show(photos[0], photos[1:4], SIDE)
    qtbot.waitUntil(lambda: all(loader.best(p) for p in photos[:4]), timeout=PATIENCE_MS)
    assert not loader.best(photos[3]).sharp
    assert loader.show(photos[1], photos[2:5], SIDE) is loader.best(photos[1])


def test_a_small_picture_is_decoded_once(qtbot, loader, photos):
    came: list[str] = []
    loader.loaded.connect(came.append)
    loader.show(photos[0], (), 1000)
    qtbot.waitUntil(lambda: loader.best(photos[0]) is not None, timeout=PATIENCE_MS)
    assert loader.best(photos[0]).sharp
    qtbot.wait(150)  # a rest
    assert came == [str(photos[0])]


def test_what_is_passed_by_quickly_is_never_decoded_in_full(qtbot, loader, photos):
    for number, path in enumerate(photos):
        loader.show(path, photos[number + 1 :], SIDE)
    last = photos[-1]
    qtbot.waitUntil(lambda: loader.best(last) and loader.best(last).sharp, timeout=PATIENCE_MS)
    assert not any(best.sharp for p in photos[:-1] if (best := loader.best(p)) is not None)


def test_pictures_that_come_in_full_do_not_drive_each_other_out(
    qtbot, tmp_path, monkeypatch: pytest.MonkeyPatch
):
    paths = [tmp_path / f"{number}.png" for number in range(8)]
    for path in paths:
        Image.new("RGB", (WIDTH, HEIGHT), "red").save(path)
    size = sum(level.sizeInBytes() for level in levels_of(np.zeros((HEIGHT, WIDTH), np.uint8)))
    monkeypatch.setattr(pictures, "SHARP_BUDGET", 3 * size + 1)
    loader = PictureLoader()
    came: list[str] = []
    loader.loaded.connect(came.append)
    loader.show(paths[0], (), SIDE)
    qtbot.waitUntil(lambda: loader.best(paths[0]) is not None, timeout=PATIENCE_MS)
    loader.show(paths[0], paths[1:], SIDE)
    qtbot.waitUntil(lambda: all(loader.best(p) for p in paths[:3]), timeout=PATIENCE_MS)
    qtbot.wait(150)  # a rest
    assert sorted(came) == [str(path) for path in paths[:3]]
    assert all(loader.best(path) is not None for path in paths[:3])
    loader.shutdown()
    loader.deleteLater()


def test_a_broken_picture_says_why_once(qtbot, loader, tmp_path):
    path = tmp_path / "broken.jpg"
    path.write_bytes(b"\xff\xd8 nothing more")
    failed: list[tuple[str, str]] = []
    loader.failed.connect(lambda *said: failed.append(said))
    with qtbot.waitSignal(loader.loaded, timeout=PATIENCE_MS):
        loader.show(path, (), SIDE)
    qtbot.wait(150)  # a rest, after which it would be asked for in full
    assert loader.show(path, (), SIDE) is None
    assert "broken.jpg" in loader.error_of(path)
    assert failed == [(str(path), loader.error_of(path))]


def test_nothing_comes_after_all_is_cleared(qtbot, loader, photos):
    came: list[str] = []
    loader.loaded.connect(came.append)
    loader.show(photos[0], photos[1:], SIDE)
    loader.clear()
    qtbot.wait(150)
    assert came == []
    assert loader.best(photos[0]) is None


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 60)), max_size=40))
def test_the_budget_holds_and_the_last_is_there(puts):
    kept: ByteCache[int] = ByteCache(100)
    for key, size in puts:
        kept.put(key, size, size)
        assert kept.get(key) == size
        assert kept.size <= 100
        assert kept.size == sum(kept.get(k) for k in range(6) if k in kept)


def test_the_one_not_asked_for_the_longest_goes_first():
    kept: ByteCache[str] = ByteCache(3)
    for name in "abc":
        kept.put(name, name, 1)
    assert kept.get("a") == "a"
    kept.put("d", "d", 1)
    assert [name for name in "abcd" if name in kept] == ["a", "c", "d"]
    kept.put("e", "e", 99)
    assert kept.get("e") == "e"
    assert kept.size == 99


@given(st.integers(1, 700), st.integers(1, 700))
def test_each_level_is_half_of_the_one_before(width, height):
    levels = levels_of(np.zeros((height, width), np.uint8))
    assert (levels[0].width(), levels[0].height()) == (width, height)
    for above, below in itertools.pairwise(levels):
        assert below.width() == max(above.width() // 2, 1)
        assert below.height() == max(above.height() // 2, 1)
    assert max(levels[-1].width(), levels[-1].height()) <= 256
