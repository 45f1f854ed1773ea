"""Pictures: their size from the header, their pixels as RGB or grey.

Everything is in the frame of the oriented picture: the EXIF orientation is applied here and nowhere
else. A file is recognised by its content, whatever its suffix says.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import (
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    PngImagePlugin,
    PpmImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)
from PIL.JpegImagePlugin import JpegImageFile

from kpstudio.core.errors import InputError
from kpstudio.io.inside import is_inside, read_inside, size_inside
from kpstudio.io.text import BrokenFileError

UInt8Array = NDArray[np.uint8]

SUFFIXES: frozenset[str] = frozenset(
    {
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".bmp", ".tif", ".tiff", ".webp", ".gif"),
        *(".ppm", ".pgm", ".pbm", ".pnm"),
    }
)
"""Lower-case suffixes of the pictures that a folder is searched for."""

MAX_PIXELS = 300_000_000
"""Larger pictures are refused: their pixels would not fit in memory beside the rest."""

# Named, so that formats which start other programs (EPS) stay out and none waits for Pillow's own
# late registration. JPEG opens the MPO files of phones, too.
_FORMATS = tuple(
    plugin.format
    for plugin in (
        JpegImageFile,
        PngImagePlugin.PngImageFile,
        BmpImagePlugin.BmpImageFile,
        TiffImagePlugin.TiffImageFile,
        WebPImagePlugin.WebPImageFile,
        GifImagePlugin.GifImageFile,
        PpmImagePlugin.PpmImageFile,
    )
)

# Pillow's own limit would warn at 89 million pixels, which phones exceed; _opened() checks instead.
Image.MAX_IMAGE_PIXELS = None

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = frozenset({5, 6, 7, 8})


def read_size(path: Path) -> tuple[int, int]:
    """Return (width, height) of the oriented picture, reading only its header.

    Raises:
        InputError: If the file is not a picture that can be opened.
    """
    if is_inside(path):
        try:
            return size_inside(path)
        except BrokenFileError as error:
            raise InputError(f"{path}: cannot be opened as a picture ({error})") from error
    with _opened(path) as image:
        width, height = image.size
        return (height, width) if _orientation(image) in _SIDEWAYS else (width, height)


def read_rgb(path: Path, max_side: int | None = None) -> UInt8Array:
    """Return the oriented picture as an owned, contiguous (H, W, 3) array.

    Args:
        path: The picture.
        max_side: If given, the picture is shrunk until neither side is longer; JPEGs are then
            decoded at a coarser scale, which is several times faster.

    Raises:
        InputError: If the file is broken, truncated, too large or not a picture.
    """
    return _read(path, "RGB", max_side)


def read_grey(path: Path, max_side: int | None = None) -> UInt8Array:
    """Return the oriented picture's luma (ITU-R BT.601) as an owned, contiguous (H, W) array.

    Args:
        path: The picture.
        max_side: As for `read_rgb`.

    Raises:
        InputError: If the file is broken, truncated, too large or not a picture.
    """
    return _read(path, "L", max_side)


def _read(path: Path, mode: str, max_side: int | None) -> UInt8Array:
    if max_side is not None and max_side < 1:
        raise ValueError(f"max_side {max_side} leaves no picture")
    with _opened(path) as image:
        orientation = _orientation(image)
        size = _fitting(image.size, max_side)
        # JPEG decodes at 1/2, 1/4 or 1/8, and greys without colour.
        if isinstance(image, JpegImageFile):
            image.draft(mode, size)
        flat = _flattened(image).convert(mode)
        if flat.size != size:
            flat = flat.resize(size, Image.Resampling.LANCZOS)
        if orientation in _TURNS:
            flat = flat.transpose(_TURNS[orientation])
        return np.array(flat, dtype=np.uint8, order="C")


def _fitting(size: tuple[int, int], max_side: int | None) -> tuple[int, int]:
    longest = max(size)
    if max_side is None or longest <= max_side:
        return size
    width, height = (max(1, round(side * max_side / longest)) for side in size)
    return width, height


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """Open a picture; whatever goes wrong inside the block becomes an InputError."""
    try:
        if is_inside(path):
            yield read_inside(path)
            return
        # A pipe or device would block for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{path}: not a file, so it cannot be opened as a picture")
        with Image.open(path, formats=_FORMATS) as image:
            width, height = image.size
            if width * height > MAX_PIXELS:
                raise InputError(
                    f"{path}: {width} x {height} pixels are more than kpstudio opens "
                    f"({MAX_PIXELS // 1_000_000} million); make the picture smaller"
                )
            yield image
    except InputError:
        raise
    except FileNotFoundError:
        raise InputError(f"{path}: no such picture") from None
    except MemoryError:
        raise InputError(f"{path}: not enough memory to open this picture") from None
    except Exception as error:  # Pillow raises a dozen kinds for broken files
        raise InputError(
            f"{path}: cannot be opened as a picture ({_reason(path, error)})"
        ) from error


def _reason(path: Path, error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "you may not read it"
    if isinstance(error, UnidentifiedImageError):
        try:
            return "the file is empty" if path.stat().st_size == 0 else "unknown or broken content"
        except OSError:
            return "unknown or broken content"
    text = str(error).splitlines()[0] if str(error) else ""
    return text or type(error).__name__


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 to 8, without decoding the pixels."""
    if image.format == "TIFF":
        return 1  # Pillow turns TIFFs itself, size included
    # PngImageFile.getexif would decode the whole picture to look behind the pixels.
    exif = Image.Image.getexif(image) if image.format == "PNG" else image.getexif()
    value = exif.get(ExifTags.Base.Orientation, 1)
    return value if isinstance(value, int) and value in _TURNS else 1


def _flattened(image: Image.Image) -> Image.Image:
    """Return the picture in an 8-bit mode without transparency."""
    if image.mode.startswith(("I", "F")):
        return Image.fromarray(_eight_bit(np.asarray(image)))
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        colour = image.convert("RGBA")
        white = Image.new("RGBA", colour.size, "white")
        return Image.alpha_composite(white, colour)
    return image


def _eight_bit(values: NDArray[np.generic]) -> UInt8Array:
    """Bring deep grey values to 0..255: 16-bit ones by 1/257, floats by their range."""
    grey = np.nan_to_num(values.astype(np.float64), posinf=0.0, neginf=0.0)
    top = float(grey.max(initial=0.0))
    if np.issubdtype(values.dtype, np.floating):
        scale = 255.0 if top <= 1.0 else 1.0 if top <= 255.0 else 255.0 / top
    elif values.dtype.itemsize == 2 or top > 255.0:
        scale = 1.0 / 257.0 if top <= 65535.0 else 255.0 / top
    else:
        scale = 1.0
    return np.clip(np.rint(grey * scale), 0, 255).astype(np.uint8)
