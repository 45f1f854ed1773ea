"""Decoding pictures and thumbnails off the window's thread, newest request first."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.io import images

PICTURE_BUDGET = 256 * 2**20
THUMBNAIL_BUDGET = 96 * 2**20


@dataclass(frozen=True)
class Picture:
    """A decoded picture.

    Attributes:
        pixels: (H, W, 3) uint8 RGB, owned, never written again.
    """

    pixels: NDArray[np.uint8]

    @property
    def width(self) -> int:
        """Pixels across."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Pixels down."""
        return int(self.pixels.shape[0])


@dataclass(frozen=True)
class Thumbnail:
    """A square part of a picture, decoded small.

    Attributes:
        image: Square.
        box_image: The part it shows, image frame.
    """

    image: QImage
    box_image: Box


class _Decode(QRunnable):
    def __init__(self, key: str, decode: Callable[[], object], emit: Callable[..., None]) -> None:
        super().__init__()
        self._key = key
        self._decode = decode
        self._emit = emit

    def run(self) -> None:
        try:
            self._emit(self._key, self._decode(), "")
        except InputError as error:
            self._emit(self._key, None, str(error))
        except Exception as error:  # a decoder may fail in ways of its own: the picture is at fault
            self._emit(self._key, None, f"{self._key}: cannot be decoded ({error})")


class _Decoder(QObject):
    """Decodes by key with two threads, keeps results within a budget of bytes."""

    _decoded = Signal(str, object, str)

    def __init__(self, budget: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._budget = budget
        self._size = 0
        self._kept: OrderedDict[str, tuple[object, int]] = OrderedDict()
        self._waiting: set[str] = set()
        self._errors: dict[str, str] = {}
        self._order = itertools.count()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._decoded.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def _ask(self, key: str, decode: Callable[[], object]) -> object | None:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][0]
        if key not in self._waiting and key not in self._errors:
            self._waiting.add(key)
            # Rising priority: what was asked for last is on the screen, and comes first.
            self._pool.start(_Decode(key, decode, self._decoded.emit), next(self._order))
        return None

    def error_of(self, key: str) -> str:
        """Return why ``key`` could not be decoded, or ""."""
        return self._errors.get(key, "")

    @Slot(str, object, str)
    def _keep(self, key: str, result: object, error: str) -> None:
        if key not in self._waiting:
            return  # asked for before the last clear
        self._waiting.discard(key)
        if error:
            self._errors[key] = error
        else:
            size = self._bytes(result)
            self._kept[key] = (result, size)
            self._size += size
            while self._size > self._budget and len(self._kept) > 1:
                _, (_, dropped) = self._kept.popitem(last=False)
                self._size -= dropped
        self._arrived(key)

    def _bytes(self, result: object) -> int:
        raise AssertionError(f"{type(self).__name__} must say how large {result!r} is")

    def _arrived(self, key: str) -> None:
        raise AssertionError(f"{type(self).__name__} must announce {key}")

    def clear(self) -> None:
        """Forget everything decoded and asked for."""
        self._pool.clear()
        self._kept.clear()
        self._waiting.clear()
        self._errors.clear()
        self._size = 0

    def shutdown(self) -> None:
        """Forget everything and wait for the threads."""
        self.clear()
        self._pool.waitForDone()


class PictureLoader(_Decoder):
    """Whole pictures for the canvas.

    Signals:
        loaded: the path (as text) of a picture that can now be had, or has failed.
    """

    loaded = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(PICTURE_BUDGET, parent)

    def get(self, path: Path) -> Picture | None:
        """Return the picture, or None and start decoding it; `loaded` follows."""
        found = self._ask(str(path), lambda: Picture(images.read_rgb(path)))
        return found if isinstance(found, Picture) else None

    def _bytes(self, result: object) -> int:
        return result.pixels.nbytes if isinstance(result, Picture) else 0

    def _arrived(self, key: str) -> None:
        self.loaded.emit(key)


class ThumbnailLoader(_Decoder):
    """Square thumbnails of faces for lists and grids.

    Signals:
        loaded: the key given to `get` of a thumbnail that can now be had.
    """

    loaded = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(THUMBNAIL_BUDGET, parent)

    def get(self, key: str, path: Path, box_image: Box | None, side: int) -> Thumbnail | None:
        """Return the thumbnail, or None and start decoding it; `loaded` follows.

        Args:
            key: Names the thumbnail; another key is another thumbnail.
            path: The picture.
            box_image: The part to show, image frame; None for the middle of the picture.
            side: Its size in device pixels.
        """
        found = self._ask(key, lambda: thumbnail(path, box_image, side))
        return found if isinstance(found, Thumbnail) else None

    def _bytes(self, result: object) -> int:
        return result.image.sizeInBytes() if isinstance(result, Thumbnail) else 0

    def _arrived(self, key: str) -> None:
        self.loaded.emit(key)


def qimage(pixels: NDArray[np.uint8]) -> QImage:
    """Return a QImage that owns a copy of (H, W, 3) uint8 ``pixels``."""
    height, width, _ = pixels.shape
    pixels = np.ascontiguousarray(pixels)
    view = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return view.copy()


def thumbnail_box(width: int, height: int, box_image: Box | None) -> Box:
    """Return the square of a picture that its thumbnail shows, kept inside where that is possible.

    Args:
        width: Of the picture, pixels.
        height: Of the picture, pixels.
        box_image: The face, or None for the middle.
    """
    whole = Box.whole(width, height)
    wanted = box_image.square(1.25) if box_image is not None else whole
    side = min(max(wanted.width, 8.0), float(min(width, height)))
    if box_image is None:
        side = float(min(width, height))
    x, y = wanted.centre
    left = min(max(x - side / 2, whole.left), whole.right - side)
    top = min(max(y - side / 2, whole.top), whole.bottom - side)
    return Box(left, top, left + side, top + side)


def thumbnail(path: Path, box_image: Box | None, side: int) -> Thumbnail:
    """Decode the thumbnail of a face: the square about ``box_image``, ``side`` pixels wide."""
    width, height = images.read_size(path)
    crop = thumbnail_box(width, height, box_image)
    # Decode no larger than needed: JPEG can halve while decoding.
    max_side = int(np.ceil(max(width, height) * min(1.0, 1.5 * side / crop.width)))
    pixels = images.read_rgb(path, max_side=max(max_side, side))
    scale_x, scale_y = pixels.shape[1] / width, pixels.shape[0] / height
    left, top = (crop.left + 0.5) * scale_x, (crop.top + 0.5) * scale_y
    right, bottom = (crop.right + 0.5) * scale_x, (crop.bottom + 0.5) * scale_y
    part = pixels[round(top) : max(round(bottom), round(top) + 1)]
    part = part[:, round(left) : max(round(right), round(left) + 1)]
    stretch = Qt.AspectRatioMode.IgnoreAspectRatio
    smooth = Qt.TransformationMode.SmoothTransformation
    return Thumbnail(qimage(part).scaled(side, side, stretch, smooth), crop)
