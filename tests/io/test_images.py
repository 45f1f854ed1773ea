import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.io import images
from kpstudio.io.images import read_grey, read_rgb, read_size


def gradient(height: int = 30, width: int = 50) -> np.ndarray:
    y, x = np.mgrid[:height, :width]
    return np.stack([x * 5, y * 8, 255 - x * 5], axis=-1).astype(np.uint8)


@pytest.mark.parametrize("suffix", ["png", "bmp", "tiff", "ppm"])
def test_lossless_pictures_come_back_exactly(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(gradient()).save(path)
    pixels = read_rgb(path)
    assert np.array_equal(pixels, gradient())
    assert pixels.flags.owndata
    assert pixels.flags.c_contiguous
    assert pixels.flags.writeable
    assert read_size(path) == (50, 30)


@pytest.mark.parametrize("suffix", ["jpg", "webp", "gif"])
def test_lossy_pictures_come_back_nearly(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(gradient()).save(path)
    assert np.abs(read_rgb(path).astype(int) - gradient()).mean() < 8
    assert read_size(path) == (50, 30)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["png", "tiff", "jpg", "webp"])
def test_exif_orientation_is_applied_to_pixels_and_size(
    tmp_path: Path, orientation: int, suffix: str
) -> None:
    pixels = np.zeros((24, 40, 3), np.uint8)
    pixels[:8, :8] = 255
    picture = Image.fromarray(pixels)
    exif = picture.getexif()
    exif[0x0112] = orientation
    path = tmp_path / f"a.{suffix}"
    picture.save(path, exif=exif)
    oriented = read_rgb(path)
    assert read_size(path) == (oriented.shape[1], oriented.shape[0])
    assert oriented.shape[:2] == ((40, 24) if orientation >= 5 else (24, 40))
    corners = [oriented[2, 2], oriented[2, -3], oriented[-3, -3], oriented[-3, 2]]
    bright = [k for k, colour in enumerate(corners) if colour.mean() > 128]
    # Clockwise from the top left: where the stored top-left corner goes (EXIF 2.3, tag 274).
    assert bright == [{1: 0, 2: 1, 3: 2, 4: 3, 5: 0, 6: 1, 7: 2, 8: 3}[orientation]]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_mode_opens_as_rgb_and_grey(tmp_path: Path, mode: str) -> None:
    grey = np.linspace(0, 255, 20 * 30).reshape(20, 30).astype(np.uint8)
    if mode == "I;16":
        picture = Image.fromarray(grey.astype(np.uint16) * 257)
    elif mode == "F":
        picture = Image.fromarray(grey.astype(np.float32) / 255)
    else:
        picture = Image.fromarray(grey).convert("RGB" if mode in ("RGBA", "CMYK") else "L")
        picture = picture.convert(mode)
    path = tmp_path / ("a.png" if mode not in ("CMYK", "F", "I") else "a.tiff")
    picture.save(path)
    expected = grey if mode != "1" else np.asarray(picture).astype(np.uint8) * 255
    assert np.abs(read_rgb(path).astype(int) - expected[..., None]).max() <= 1
    assert np.abs(read_grey(path).astype(int) - expected).max() <= 1


def test_transparent_pixels_are_shown_on_white(tmp_path: Path) -> None:
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(tmp_path / "a.png")
    assert read_rgb(tmp_path / "a.png").min() == 255


@pytest.mark.parametrize("size", [(400, 100), (100, 400), (333, 333), (60, 60), (500, 1)])
def test_max_side_bounds_both_sides_and_keeps_the_shape(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    Image.new("RGB", size, "red").save(tmp_path / "a.jpg")
    for read in (read_rgb, read_grey):
        height, width = read(tmp_path / "a.jpg", max_side=64).shape[:2]
        assert max(width, height) == min(64, max(size))
        scale = min(1.0, 64 / max(size))
        assert (width, height) == tuple(max(1, round(side * scale)) for side in size)


def test_shrinking_does_not_alias(tmp_path: Path) -> None:
    stripes = np.tile(np.array([0, 255], np.uint8), (400, 200))
    Image.fromarray(stripes).save(tmp_path / "a.png")
    grey = read_grey(tmp_path / "a.png", max_side=50).astype(int)
    assert np.abs(grey - 127).max() < 12


def test_a_jpg_that_is_a_png_opens_by_its_content(tmp_path: Path) -> None:
    Image.fromarray(gradient()).save(tmp_path / "a.jpg", format="PNG")
    assert np.array_equal(read_rgb(tmp_path / "a.jpg"), gradient())


def huge_png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 0, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


def truncated_jpeg(folder: Path) -> bytes:
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3), dtype=np.uint8)
    Image.fromarray(noise).save(folder / "whole.jpg")
    return (folder / "whole.jpg").read_bytes()[:9000]


@pytest.mark.parametrize("kind", ["empty", "garbage", "text", "huge"])
def test_a_broken_picture_is_an_input_error_naming_the_file(tmp_path: Path, kind: str) -> None:
    contents = {
        "empty": b"",
        "garbage": np.random.default_rng(0).bytes(5000),
        "text": b"version: 1\n",
        "huge": huge_png(),
    }
    path = tmp_path / "broken.png"
    path.write_bytes(contents[kind])
    for read in (read_size, read_rgb, read_grey):
        with pytest.raises(InputError, match=r"broken\.png"):
            read(path)


def test_a_truncated_picture_has_a_size_but_no_pixels(tmp_path: Path) -> None:
    path = tmp_path / "short.jpg"
    path.write_bytes(truncated_jpeg(tmp_path))
    assert read_size(path) == (200, 200)
    with pytest.raises(InputError, match=r"short\.jpg.*truncated"):
        read_rgb(path)


def test_what_is_no_file_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "folder.jpg").mkdir()
    (tmp_path / "dangling.jpg").symlink_to(tmp_path / "nowhere")
    names = ["folder.jpg", "dangling.jpg", "missing.jpg"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.jpg")
        names.append("pipe.jpg")
    for name in names:
        with pytest.raises(InputError, match=name):
            read_size(tmp_path / name)


def test_suffixes_are_lower_case_with_a_dot() -> None:
    assert all(suffix == suffix.lower() and suffix[0] == "." for suffix in images.SUFFIXES)


def test_a_picture_of_no_side_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    Image.fromarray(gradient()).save(tmp_path / "a.png")
    with pytest.raises(ValueError, match="max_side 0 leaves no picture"):
        read_rgb(tmp_path / "a.png", max_side=0)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (MemoryError(), "not enough memory to open this picture"),
        (PermissionError(13, "denied"), "you do not have permission to read it"),
        (FileNotFoundError(), "the picture does not exist"),
        (ZeroDivisionError(), "ZeroDivisionError"),
        (ZeroDivisionError("first\nsecond"), r"\(first\)"),
    ],
)
def test_what_goes_wrong_at_opening_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, message: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    Image.fromarray(gradient()).save(tmp_path / "a.png")
    monkeypatch.setattr(Image, "open", fail)
    with pytest.raises(InputError, match=rf"a\.png: .*{message}"):
        read_size(tmp_path / "a.png")


def test_a_film_is_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.heic"
    path.write_bytes((24).to_bytes(4, "big") + b"ftypmp42" + bytes(12) + bytes(100))
    with pytest.raises(InputError, match="unknown or damaged content"):
        read_size(path)


def test_broken_notes_do_not_hide_the_pixels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(gradient()).save(path)

    def fail(_: object) -> None:
        raise SyntaxError("not a TIFF file")

    monkeypatch.setattr(Image.Image, "getexif", fail)
    assert np.array_equal(read_rgb(path), gradient())
