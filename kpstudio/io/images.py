"""Pictures: their size from the header, their pixels as RGB or grey.

Everything is in the frame of the oriented picture: the EXIF orientation is applied here and nowhere
else. A file is recognised by its content, whatever its suffix says.
"""

from __future__ import annotations

import functools
import io
import math
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

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
    features,
)
from PIL.JpegImagePlugin import JpegImageFile

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.texts import Said, say
from kpstudio.io.flatten import flattened, turned_array
from kpstudio.io.inside import is_inside, read_inside, size_inside
from kpstudio.io.jpeg_scans import components_in_scans, require_few_scans
from kpstudio.io.text import BrokenFileError, of_file

UInt8Array = NDArray[np.uint8]

SUFFIXES: frozenset[str] = frozenset(
    {
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".bmp", ".tif", ".tiff", ".webp", ".gif"),
        *(".ppm", ".pgm", ".pbm", ".pnm", ".heic", ".heif", ".hif", ".avif"),
    }
)
"""Lower-case suffixes of the pictures that a folder is searched for."""

MAX_PIXELS = 64_000_000
"""No picture is decoded to more, which takes about 450 MB; JPEGs are decoded coarser instead."""

MOST_TEXT_PIXELS = 1_000_000
"""Of a PPM, PGM or PBM written out as text, of which Pillow reads a million numbers in 2 s."""

MOST_READS = 300_000
"""From the header of a file; as many single bytes take a second."""

SCREEN_PIXELS = 51_000_000
"""`read_shown` gives no more; the cameras of most people do not, either."""

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
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_AVIF_BRANDS = (b"avif", b"avis")

# Pillow's own limit would warn at 89 million pixels, which phones exceed; MAX_PIXELS is checked.
Image.MAX_IMAGE_PIXELS = None

_TILE_LENGTH = 323
_SIDEWAYS = frozenset({5, 6, 7, 8})


@dataclass(frozen=True)
class Shown:
    """A picture decoded for the screen.

    Attributes:
        pixels: (H, W, 3) RGB, owned, contiguous; stretched over the whole picture they lie right.
        width: Of the picture in full, pixels.
        height: Of the picture in full, pixels.
    """

    pixels: UInt8Array
    width: int
    height: int

    @property
    def whole(self) -> bool:
        """Whether no pixel of the picture is left out."""
        return self.pixels.shape[:2] == (self.height, self.width)


def read_size(path: Path) -> tuple[int, int]:
    """Return (width, height) of the oriented picture, reading only its header.

    Raises:
        InputError: If the file is not a picture that can be opened.
    """
    if is_inside(path):
        try:
            return size_inside(path)
        except BrokenFileError as error:
            raise of_file(
                path, say("cannot be opened as a picture ({error})", error=error)
            ) from error
    with _opened(path) as image:
        return _upright(image.size, _orientation(image))


@dataclass(frozen=True)
class Stored:
    """How a picture lies in its file.

    Attributes:
        orientation: The EXIF orientation, 1 to 8, that is applied to it; 1 is upright.
        mode: Pillow's name of its kind of pixels, such as "RGB".
        see_through: Whether it has transparent parts.
        profile: Whether it says what its colours mean (ICC).
    """

    orientation: int
    mode: str
    see_through: bool
    profile: bool


def stored(path: Path) -> Stored:
    """Return how a picture lies in its file, reading only its header.

    Raises:
        InputError: If the file is not a picture that can be opened.
    """
    with _opened(path) as image:
        see_through = image.has_transparency_data
        profile = bool(image.info.get("icc_profile"))
        return Stored(_orientation(image), image.mode, see_through, profile)


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


def read_shown(
    path: Path, side: int | None, cancelled: Callable[[], bool] = lambda: False
) -> Shown:
    """Decode a picture for the screen, as coarse as it may be.

    JPEGs come at 1/2, 1/4 or 1/8 where that is enough, which is several times faster than decoding
    them in full; other pictures come in full up to `SCREEN_PIXELS`.

    Args:
        path: The picture.
        side: Pixels that the longer side needs; None for all there are, up to `SCREEN_PIXELS`.
        cancelled: Asked now and then whether the picture is still wanted.

    Raises:
        Cancelled: If it is not.
        InputError: If the file is broken, truncated, too large or not a picture.
    """
    with _opened(path, cancelled) as image:
        width, height = image.size
        orientation = _orientation(image)
        reduction = _reduction(image.size, side)
        needed = max(width // reduction, 1), max(height // reduction, 1)
        factor = reduction if width * height > SCREEN_PIXELS else 1
        flat, covered = _decoded(path, image, "RGB", needed, factor)
        if covered != flat.size:
            flat = flat.resize(flat.size, Image.Resampling.BICUBIC, box=(0.0, 0.0, *covered))
        return Shown(turned_array(flat, orientation), *_upright((width, height), orientation))


def _reduction(size: tuple[int, int], side: int | None) -> int:
    """Return the largest power of two that ``side`` allows, or more where there are too many."""
    width, height = size
    reduction = 1
    while width * height > SCREEN_PIXELS * reduction**2:
        reduction *= 2
    while side is not None and max(size) >= 2 * reduction * side:
        reduction *= 2
    return reduction


def _read(path: Path, mode: str, max_side: int | None) -> UInt8Array:
    if max_side is not None and max_side < 1:
        raise ValueError(f"max_side {max_side} leaves no picture")
    with _opened(path) as image:
        orientation = _orientation(image)
        size = _fitting(image.size, max_side)
        # Averaging blocks first saves memory, and is not seen when two of them make a pixel.
        large = image.width * image.height > SCREEN_PIXELS
        factor = max(image.width // (2 * size[0]), 1) if large else 1
        flat, covered = _decoded(path, image, mode, size, factor)
        if (flat.size, covered) != (size, size):
            flat = flat.resize(size, Image.Resampling.LANCZOS, box=(0.0, 0.0, *covered))
        return turned_array(flat, orientation)


def _decoded(
    path: Path, image: Image.Image, mode: str, needed: tuple[int, int], factor: int
) -> tuple[Image.Image, tuple[float, float]]:
    """Decode at ``needed`` size or more.

    Args:
        path: The picture.
        image: Opened.
        mode: "RGB" or "L".
        needed: (width, height) in the frame of the file.
        factor: How many pixels along each side may become one; JPEG goes its own way.

    Returns:
        The pixels, and the (width, height) of the part of them that the picture covers: where its
        size is no multiple of the reduction, the last ones stick out.
    """
    full = image.size
    if isinstance(image, JpegImageFile):
        require_few_scans(path, image)
        # Decodes at 1/2, 1/4 or 1/8, and greys without colour.
        image.draft(mode, needed)
        drafted = next(k for k in (1, 2, 4, 8) if image.size == _divided(full, k))
        factor = max(factor // drafted, 1)
    else:
        drafted = 1
    if image.width * image.height > MAX_PIXELS:
        raise _too_large(path, full)
    flat = flattened(image, mode, factor)
    return flat, (full[0] / (drafted * factor), full[1] / (drafted * factor))


def _divided(size: tuple[int, int], by: int) -> tuple[int, int]:
    return -(-size[0] // by), -(-size[1] // by)


def _upright(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    return (size[1], size[0]) if orientation in _SIDEWAYS else size


def _fitting(size: tuple[int, int], max_side: int | None) -> tuple[int, int]:
    longest = max(size)
    if max_side is None or longest <= max_side:
        return size
    width, height = (max(1, round(side * max_side / longest)) for side in size)
    return width, height


class _Watched(io.BufferedReader):
    """A file that stops being read once what is read is no longer wanted, or leads nowhere."""

    def __init__(self, path: Path, cancelled: Callable[[], bool]) -> None:
        super().__init__(io.FileIO(path))
        self._cancelled = cancelled
        self._left = MOST_READS

    def expect(self, pixels: int) -> None:
        """Allow for what decoding so many pixels takes: packed BMPs are read byte by byte."""
        self._left = MOST_READS + 2 * pixels

    def read(self, size: int | None = -1, /) -> bytes:
        if self._cancelled():
            raise Cancelled("no longer wanted")
        self._left -= 1
        if self._left < 0:  # Pillow looks for the end of a comment byte by byte
            raise OSError(say("its header never ends"))
        return super().read(size)


@contextmanager
def _opened(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Image.Image]:
    """Open a picture; whatever goes wrong inside the block becomes an InputError."""
    try:
        if is_inside(path):
            yield read_inside(path)
            return
        # A pipe or device would block for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise of_file(path, say("not a file, so it cannot be opened as a picture"))
        with (
            _Watched(path, cancelled) as file,
            Image.open(file, formats=_formats_of(path, file.peek(64))) as image,
        ):
            if image.width * image.height > MAX_PIXELS and not _comes_coarser(image, file):
                raise _too_large(path, image.size)
            _require_plain(path, image)
            file.expect(image.width * image.height)
            yield image
    except (InputError, Cancelled):
        raise
    except FileNotFoundError:
        raise of_file(path, say("the picture does not exist")) from None
    except MemoryError:
        raise of_file(path, say("not enough memory to open this picture")) from None
    except Exception as error:  # Pillow raises a dozen kinds for broken files
        raise of_file(
            path, say("cannot be opened as a picture ({error})", error=_reason(path, error))
        ) from error


def _require_plain(path: Path, image: Image.Image) -> None:
    """Check that decoding takes time and memory for the pixels that there are.

    Raises:
        InputError: If not.
    """
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        sides = (image.tag_v2.get(TiffImagePlugin.TILEWIDTH, 0), image.tag_v2.get(_TILE_LENGTH, 0))
        if all(isinstance(side, int) for side in sides) and math.prod(sides) > MAX_PIXELS // 4:
            raise of_file(
                path,
                say(
                    "TIFFs in tiles of {width} x {height} are not supported",
                    width=sides[0],
                    height=sides[1],
                ),
            )
    text = isinstance(image, PpmImagePlugin.PpmImageFile) and image.tile[0][0] == "ppm_plain"
    if text and image.width * image.height > MOST_TEXT_PIXELS:
        raise of_file(
            path, say("a picture this large written as text would take too long; save it as PNG")
        )


def _comes_coarser(image: Image.Image, file: BinaryIO) -> bool:
    """Whether a picture can be decoded coarsely without being held in full."""
    if not isinstance(image, JpegImageFile) or "progressive" in image.info:
        return False
    # Nor can one whose colours come one after the other.
    return next(components_in_scans(file), 0) == image.layers


def _too_large(path: Path, size: tuple[int, int]) -> InputError:
    return of_file(
        path,
        say(
            "{width} x {height} pixels are too many for kpstudio ({max_pixels} million at most); "
            "make the picture smaller",
            width=size[0],
            height=size[1],
            max_pixels=MAX_PIXELS // 1_000_000,
        ),
    )


def _formats_of(path: Path, beginning: bytes) -> tuple[str, ...]:
    """Return the formats that a file can be of; HEIC's library is loaded where one is met."""
    length = int.from_bytes(beginning[:4], "big")
    brands = beginning[8:length]
    if beginning[4:8] != b"ftyp":
        return _FORMATS
    if any(brand in brands for brand in _AVIF_BRANDS) and features.check("avif"):
        from PIL import AvifImagePlugin

        return (AvifImagePlugin.AvifImageFile.format,)
    if any(brand in brands for brand in (*_HEIF_BRANDS, *_AVIF_BRANDS)):
        try:
            return (_heif_library().HeifImageFile.format,)
        except ImportError as error:
            raise of_file(
                path,
                say(
                    "HEIC pictures need the package pillow-heif, which cannot be "
                    "loaded ({error}); install it, or save the picture as JPEG",
                    error=error,
                ),
            ) from error
    return _FORMATS


@functools.cache
def _heif_library() -> ModuleType:
    import pillow_heif

    pillow_heif.register_heif_opener(thumbnails=False)
    return pillow_heif


def _reason(path: Path, error: Exception) -> str:
    if isinstance(error, PermissionError):
        return say("you do not have permission to read it")
    if isinstance(error, UnidentifiedImageError):
        empty = path.exists() and path.stat().st_size == 0
        return say("the file is empty") if empty else say("unknown or damaged content")
    text = str(error)
    if isinstance(text, Said):  # its first line alone would not be translated
        return text
    return text.splitlines()[0] if text else type(error).__name__


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 to 8, without decoding the pixels."""
    if image.format in ("TIFF", "HEIF"):
        return 1  # turned by Pillow and by HEIC's library, size included
    try:
        # PngImageFile.getexif would decode the whole picture to look behind the pixels.
        exif = Image.Image.getexif(image) if image.format == "PNG" else image.getexif()
        value = exif.get(ExifTags.Base.Orientation, 1)
    except Exception:  # broken notes about a picture do not make its pixels unreadable
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1
