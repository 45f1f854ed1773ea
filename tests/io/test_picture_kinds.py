"""Every kind of picture file that people have: deep, CMYK, animated, HEIC, wrongly turned."""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, features

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.io import images
from kpstudio.io.flatten import turned_array
from kpstudio.io.images import read_grey, read_rgb, read_shown, read_size

RAMP = np.linspace(0, 255, 24 * 40).reshape(24, 40).astype(np.uint8)
COLOUR = np.stack([RAMP, 255 - RAMP, np.full_like(RAMP, 90)], axis=-1)
CORNER = {1: 0, 2: 1, 3: 2, 4: 3, 5: 0, 6: 1, 7: 2, 8: 3}
"""Clockwise from the top left: where the stored top-left corner goes (EXIF 2.3, tag 274)."""
STEP = 1.6
"""Grey levels from pixel to pixel of a ramp: JPEG is off by one now and then."""


@pytest.fixture(scope="session")
def heif() -> None:
    pytest.importorskip("pillow_heif", reason="HEIC's library is not here").register_heif_opener()


def _exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def _bright_corner(pixels: np.ndarray) -> int:
    corners = [pixels[4, 4], pixels[4, -5], pixels[-5, -5], pixels[-5, 4]]
    return int(np.argmax([np.mean(colour) for colour in corners]))


def _dark_with_corner() -> Image.Image:
    pixels = np.zeros((48, 80, 3), np.uint8)
    pixels[:16, :16] = 255
    return Image.fromarray(pixels)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_heic_is_turned_once(tmp_path: Path, heif: None, orientation: int) -> None:
    path = tmp_path / "a.heic"
    # As bytes, they are written as a turn of the picture, which is what a phone writes.
    _dark_with_corner().save(path, exif=_exif(orientation).tobytes(), quality=90)
    pixels = read_rgb(path)
    assert read_size(path) == (pixels.shape[1], pixels.shape[0])
    assert pixels.shape[:2] == ((80, 48) if orientation >= 5 else (48, 80))
    assert _bright_corner(pixels) == CORNER[orientation]


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow was built without AVIF")
@pytest.mark.parametrize("orientation", range(1, 9))
def test_avif_is_turned_once(tmp_path: Path, orientation: int) -> None:
    path = tmp_path / "a.avif"
    _dark_with_corner().save(path, exif=_exif(orientation), quality=90)
    pixels = read_rgb(path)
    assert read_size(path) == (pixels.shape[1], pixels.shape[0])
    assert pixels.shape[:2] == ((80, 48) if orientation >= 5 else (48, 80))
    assert _bright_corner(pixels) == CORNER[orientation]


def test_heic_under_another_name_opens_by_its_content(tmp_path: Path, heif: None) -> None:
    path = tmp_path / "IMG_0001.JPG"
    Image.fromarray(COLOUR).save(path, format="HEIF", quality=95)
    assert np.abs(read_rgb(path).astype(int) - COLOUR).mean() < 8


def test_without_its_library_heic_says_what_is_missing(
    tmp_path: Path, heif: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.heic"
    Image.fromarray(COLOUR).save(path)
    images._heif_library.cache_clear()
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(InputError, match=r"a\.heic: HEIC pictures need the package pillow-heif"):
        read_size(path)
    images._heif_library.cache_clear()


def test_a_truncated_heic_is_one_sentence(tmp_path: Path, heif: None) -> None:
    path = tmp_path / "a.heic"
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (200, 200, 3), np.uint8)).save(path)
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(InputError, match=r"a\.heic: "):
        read_rgb(path)


@pytest.mark.parametrize("suffix", ["png", "tiff"])
def test_sixteen_bits_of_grey_keep_their_high_half(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(RAMP.astype(np.uint16) * 257).save(path)
    assert np.array_equal(read_grey(path), RAMP)
    assert np.array_equal(read_rgb(path), np.repeat(RAMP[..., None], 3, axis=2))


def _png_of_16_bits(pixels: np.ndarray) -> bytes:
    """A PNG of (H, W, 3) uint16: Pillow writes none."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 16, 2, 0, 0, 0)
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in pixels)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_sixteen_bits_of_colour_keep_their_high_half(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(_png_of_16_bits(COLOUR.astype(np.uint16) * 257))
    assert np.array_equal(read_rgb(path), COLOUR)


def test_a_deep_picture_in_strips_has_one_scale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.tiff"
    Image.fromarray(RAMP.astype(np.float32) * 100).save(path)
    whole = read_grey(path)
    monkeypatch.setattr("kpstudio.io.flatten.STRIP_PIXELS", 100)
    assert np.array_equal(read_grey(path), whole)


def test_cmyk_jpegs_are_not_negatives(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    # Pillow writes CMYK as Adobe's programs do: inverted, with Adobe's marker.
    Image.fromarray(COLOUR).convert("CMYK").save(path, quality=95)
    assert b"Adobe" in path.read_bytes()
    assert np.abs(read_rgb(path).astype(int) - COLOUR).mean() < 6
    assert np.abs(read_shown(path, 20).pixels.astype(int) - COLOUR[::2, ::2]).mean() < 10


def test_a_transparent_palette_is_shown_on_white(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    picture = Image.new("P", (8, 4), 0)
    picture.putpalette([0, 0, 0, 200, 10, 10])
    picture.paste(1, (4, 0, 8, 4))
    picture.save(path, transparency=0)
    pixels = read_rgb(path)
    assert (pixels[:, :4] == 255).all()
    assert (pixels[:, 4:] == (200, 10, 10)).all()


@pytest.mark.parametrize("suffix", ["gif", "png", "webp", "tiff"])
def test_of_several_frames_the_first_is_shown(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    first, second = Image.new("RGB", (16, 12), (250, 0, 0)), Image.new("RGB", (16, 12), "blue")
    first.save(path, save_all=True, append_images=[second])
    assert read_size(path) == (16, 12)
    assert np.abs(read_rgb(path).astype(int) - (250, 0, 0)).max() <= 6


def test_a_phones_picture_with_a_second_inside_shows_the_first(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    first, second = Image.fromarray(COLOUR), Image.new("RGB", (16, 12), "blue")
    first.save(path, format="MPO", save_all=True, append_images=[second], quality=95)
    assert read_size(path) == (40, 24)
    assert np.abs(read_rgb(path).astype(int) - COLOUR).mean() < 6
    assert read_shown(path, 20).pixels.shape == (12, 20, 3)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_broken_exif_does_not_hide_the_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.fromarray(COLOUR).save(path, exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff nonsense")
    assert read_size(path) == (40, 24)
    assert read_rgb(path).shape == (24, 40, 3)


def _as_pillow(image: Image.Image, orientation: int) -> np.ndarray:
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    return np.asarray(image.transpose(turns[orientation]) if orientation > 1 else image)


@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 8), st.sampled_from(["RGB", "L"]))
def test_turning_in_strips_is_turning(width: int, height: int, orientation: int, mode: str) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)
    image = Image.fromarray(pixels).convert(mode)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kpstudio.io.flatten.STRIP_PIXELS", 2 * width)
        turned = turned_array(image, orientation)
    assert turned.flags.owndata
    assert np.array_equal(turned, _as_pillow(image, orientation))


@given(
    st.integers(33, 150),
    st.integers(33, 150),
    st.integers(1, 8),
    st.integers(8, 60),
)
@example(66, 33, 1, 8)
def test_a_coarse_picture_lies_where_the_sharp_one_does(
    tmp_path_factory: pytest.TempPathFactory, width: int, height: int, orientation: int, side: int
) -> None:
    """A ramp tells of every pixel where it lies: a shift by a part of a pixel would be seen."""
    path = tmp_path_factory.mktemp("ramps") / "a.jpg"
    y, x = np.mgrid[:height, :width]
    ramp = np.rint(np.stack([x, y, 0 * x], axis=-1) * STEP).astype(np.uint8)
    Image.fromarray(ramp).save(path, exif=_exif(orientation), quality=100, subsampling=0)
    sharp, coarse = read_shown(path, None), read_shown(path, side)
    assert sharp.whole
    assert (coarse.width, coarse.height) == (sharp.width, sharp.height) == read_size(path)
    assert max(coarse.pixels.shape[:2]) >= min(side, max(width, height))
    rows, columns = coarse.pixels.shape[:2]
    # Centres of the coarse pixels in the image frame, where the canvas stretches them to.
    x_image = (np.arange(columns) + 0.5) * sharp.width / columns - 0.5
    y_image = (np.arange(rows) + 0.5) * sharp.height / rows - 0.5
    expected = _sampled(sharp.pixels[..., :2].astype(float), x_image, y_image)
    off = (coarse.pixels[..., :2].astype(float) - expected) / STEP  # in image pixels
    inner = off[2:-2, 2:-2]
    if inner.size:
        # A part of a coarse pixel, which covers as many of the picture's own.
        step = max(sharp.width / columns, sharp.height / rows)
        assert np.abs(inner.mean(axis=(0, 1))).max() < max(0.8, 0.15 * step)
        slope = np.abs(inner[:, -1].mean(axis=0) - inner[:, 0].mean(axis=0)).max()
        assert slope < max(1.6, 0.3 * step)


def _sampled(pixels: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    left = np.clip(np.floor(x).astype(int), 0, pixels.shape[1] - 2)
    top = np.clip(np.floor(y).astype(int), 0, pixels.shape[0] - 2)
    across, down = (x - left)[None, :, None], (y - top)[:, None, None]
    upper = pixels[top][:, left] * (1 - across) + pixels[top][:, left + 1] * across
    lower = pixels[top + 1][:, left] * (1 - across) + pixels[top + 1][:, left + 1] * across
    return upper * (1 - down) + lower * down


def test_shrinking_a_jpeg_of_odd_size_does_not_stretch_it(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    # 8 x 33 + 1: decoding at 1/8 makes a pixel that sticks out by seven eighths.
    ramp = np.tile(np.linspace(0, 250, 265).astype(np.uint8), (64, 1))
    Image.fromarray(ramp).save(path, quality=100)
    small = read_grey(path, max_side=33)[4].astype(float)
    x_image = (np.arange(33) + 0.5) * 265 / 33 - 0.5
    expected = np.interp(x_image, np.arange(265), ramp[0])
    assert np.abs(small - expected)[2:-2].max() < 1.6


def _never() -> bool:
    return False


def test_a_picture_no_longer_wanted_is_given_up_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    noise = np.random.default_rng(0).integers(0, 255, (900, 1200, 3), dtype=np.uint8)
    Image.fromarray(noise).save(path, quality=95)
    asked: list[int] = []

    def after_three() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        read_shown(path, None, after_three)
    assert len(asked) == 4
    wanted: Callable[[], bool] = _never
    assert read_shown(path, None, wanted).pixels.shape == (900, 1200, 3)
