"""Copies of pictures that hold pixels alone."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from kpstudio.core.errors import InputError
from kpstudio.io.bare_pictures import Loss, _without_segments, bare_copy, bare_suffix
from kpstudio.io.images import read_rgb

SECRET = b"51 deg 28' N, Anna"
PIXELS = np.random.default_rng(3).integers(0, 255, (48, 64, 3), np.uint8)


def exif(orientation: int = 1) -> Image.Exif:
    said = Image.Exif()
    said[0x0112] = orientation
    said[0x010E] = SECRET.decode()  # ImageDescription
    return said


def save(path: Path, orientation: int = 1, **options) -> Path:
    Image.fromarray(PIXELS).save(path, exif=exif(orientation), **options)
    return path


def pixels_of(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


@pytest.mark.parametrize("progressive", [False, True])
def test_an_upright_jpeg_keeps_its_very_pixels_and_its_colours_alone(tmp_path, progressive) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = save(
        tmp_path / "a.jpg", progressive=progressive, icc_profile=profile, comment=SECRET,
        xmp=b"<x>" + SECRET + b"</x>", dpi=(300, 300),
    )  # fmt: skip
    path.write_bytes(path.read_bytes() + b"\xff\xd8 a film behind the picture " + SECRET)
    assert path.read_bytes().count(SECRET) == 4
    copied = bare_copy(path)
    bare = copied.data
    assert copied.lost == {Loss.PROFILE}
    assert SECRET not in bare
    image = Image.open(io.BytesIO(bare))
    assert not image.getexif()
    assert (image.info.get("icc_profile"), image.info["dpi"]) == (None, (300, 300))
    np.testing.assert_array_equal(pixels_of(bare), read_rgb(path))


@pytest.mark.parametrize("orientation", [3, 6])
def test_a_jpeg_on_its_side_is_turned_upright(tmp_path, orientation) -> None:
    smooth = Image.fromarray(PIXELS).resize((8, 6)).resize((64, 48), Image.Resampling.BICUBIC)
    path = tmp_path / "a.jpg"
    smooth.save(path, exif=exif(orientation), quality=95)
    bare = bare_copy(path).data
    assert SECRET not in bare
    upright = read_rgb(path)
    assert np.abs(pixels_of(bare).astype(int) - upright).mean() < 2
    assert not Image.open(io.BytesIO(bare)).getexif()


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp"])
def test_other_pictures_become_pngs_of_the_same_pixels(tmp_path, suffix) -> None:
    options = {}
    if suffix == ".png":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Comment", SECRET.decode())
    path = save(tmp_path / f"a{suffix}", 6, **options)
    bare = bare_copy(path).data
    assert bare_suffix(path) == ".png"
    assert SECRET in path.read_bytes()
    assert SECRET not in bare
    np.testing.assert_array_equal(pixels_of(bare), read_rgb(path))


def test_grey_stays_grey(tmp_path) -> None:
    Image.fromarray(PIXELS[..., 0]).save(tmp_path / "a.bmp")
    assert Image.open(io.BytesIO(bare_copy(tmp_path / "a.bmp").data)).mode == "L"


def test_what_only_calls_itself_a_jpeg_is_written_as_one(tmp_path) -> None:
    Image.fromarray(PIXELS).save(tmp_path / "a.jpg", "PNG")
    assert Image.open(io.BytesIO(bare_copy(tmp_path / "a.jpg").data)).format == "JPEG"


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_what_is_no_picture_is_refused(tmp_path, name) -> None:
    with pytest.raises(InputError, match=name):
        bare_copy(tmp_path / name)
    (tmp_path / name).write_bytes(b"\xff\xd8\xff\xe1no picture")
    with pytest.raises(InputError, match=name):
        bare_copy(tmp_path / name)


def jpeg() -> bytes:
    written = io.BytesIO()
    Image.fromarray(PIXELS).save(written, "JPEG")
    return written.getvalue()


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


UNNEEDED = (0xC8, 0xDE, 0xDF, 0xE1, 0xE2, 0xED, 0xF0, 0xFD, 0xFE)


@pytest.mark.parametrize(
    "hidden",
    [
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x02\x03" + SECRET),  # a preview
        segment(0xE0, b"JFXX\0\x10" + SECRET),
        segment(0xE0, b"JFIF\0"),
        segment(0xEE, b"Adobe\0\x64\0\0\0\0\0" + SECRET),
        segment(0xEE, b"Adobe" + b"\0"),
        *(segment(marker, SECRET) for marker in UNNEEDED),
    ],
)
def test_no_segment_hides_anything(hidden: bytes) -> None:
    data = jpeg()
    bare = _without_segments(data[:2] + hidden + data[2:])
    assert bare is not None
    assert SECRET not in bare
    np.testing.assert_array_equal(pixels_of(bare), pixels_of(data))


def test_colours_that_adobe_transforms_stay(tmp_path: Path) -> None:
    Image.fromarray(PIXELS).convert("CMYK").save(tmp_path / "a.jpg", "JPEG")
    bare = bare_copy(tmp_path / "a.jpg")
    assert Image.open(io.BytesIO(bare.data)).mode == "CMYK"
    np.testing.assert_array_equal(
        pixels_of(bare.data), pixels_of((tmp_path / "a.jpg").read_bytes())
    )


def test_what_a_copy_cannot_hold_is_told(tmp_path: Path) -> None:
    Image.fromarray(PIXELS[..., 0].astype(np.uint16) * 257).save(tmp_path / "deep.png")
    see_through = np.dstack([PIXELS, PIXELS[..., :1]])
    Image.fromarray(see_through).save(tmp_path / "glass.png")
    assert bare_copy(tmp_path / "deep.png").lost == {Loss.FLATTENED}
    assert bare_copy(tmp_path / "glass.png").lost == {Loss.FLATTENED}
    save(tmp_path / "turned.jpg", 6)
    assert bare_copy(tmp_path / "turned.jpg").lost == {Loss.COMPRESSED}


def test_what_stands_between_segments_is_passed_over() -> None:
    data = jpeg()
    fill, alone = b"\xff", b"\xff\x01"
    odd = data[:2] + fill + alone + data[2:]
    assert _without_segments(odd) == data[:2] + alone + data[2:]


def test_a_jpeg_of_several_scans_with_a_fill_byte_after_its_pixels() -> None:
    data = jpeg()
    assert _without_segments(data[:-2] + b"\xff" + data[-2:]) is not None
    assert _without_segments(data + b"\xff\xd8 more") == data


@pytest.mark.parametrize("cut", [2, 3, 20, 400, -2, -1])
def test_a_jpeg_that_ends_too_soon_is_none(cut: int) -> None:
    assert _without_segments(jpeg()[:cut]) is None


def test_what_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path / "a.jpg")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"a\.jpg: cannot be read: Permission denied"):
        bare_copy(tmp_path / "a.jpg")
