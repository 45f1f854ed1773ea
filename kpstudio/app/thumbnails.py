"""Thumbnails of faces: decoded off the window's thread, kept in memory and on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QImage

from kpstudio.app.byte_cache import ByteCache
from kpstudio.app.decoding import Decoder, Request
from kpstudio.app.pictures import image_of
from kpstudio.core.geometry import Box
from kpstudio.io import images
from kpstudio.io.inside import file_of
from kpstudio.store.thumbnails import ThumbnailStore

MEMORY_BUDGET = 96 * 2**20
_QUALITY = 90


@dataclass(frozen=True)
class Thumbnail:
    """A square part of a picture, decoded small.

    Attributes:
        image: Square.
        box_image: The part it shows, image frame.
    """

    image: QImage
    box_image: Box


class ThumbnailLoader(QObject):
    """Square thumbnails of faces for lists and grids.

    Args:
        store: Keeps them from one day to the next; None to do without.

    Signals:
        loaded: the key given to `get` of a thumbnail that can now be had, or has failed.
        dropped: what was asked for and is still in sight must be asked for again.
        failed: the path of a picture that cannot be opened, and why not.
    """

    loaded = Signal(str)
    dropped = Signal()
    failed = Signal(str, str)

    def __init__(self, store: ThumbnailStore | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._kept: ByteCache[Thumbnail] = ByteCache(MEMORY_BUDGET)
        self._errors: dict[str, str] = {}
        self._decoder = Decoder(self)
        self._decoder.decoded.connect(self._take)

    @property
    def waiting(self) -> int:
        """How many thumbnails have been asked for and not been begun."""
        return self._decoder.waiting

    def get(self, key: str, path: Path, box_image: Box | None, side: int) -> Thumbnail | None:
        """Return the thumbnail, or None and start decoding it; `loaded` follows.

        Args:
            key: Names the thumbnail; another key is another thumbnail.
            path: The picture.
            box_image: The part to show, image frame; None for the middle of the picture.
            side: Its size in device pixels.
        """
        found = self._kept.get(key)
        if found is None and key not in self._errors:

            def decode(dropped: Callable[[], bool]) -> Thumbnail:
                return stored_thumbnail(self._store, key, path, box_image, side, dropped)

            self._decoder.add(Request((key, str(path)), decode))
        return found

    def error_of(self, key: str) -> str:
        """Return why a thumbnail could not be made, or ""."""
        return self._errors.get(key, "")

    def forgive(self) -> None:
        """Try again what could not be made."""
        self._errors.clear()

    def drop_waiting(self) -> None:
        """Drop what has not been begun: what is out of sight is not worth decoding."""
        if self._decoder.drop_waiting():
            self.dropped.emit()

    def clear(self) -> None:
        """Forget everything decoded and asked for."""
        self._decoder.want(())
        self._kept.clear()
        self._errors.clear()

    def shutdown(self) -> None:
        """Forget everything, wait for the threads, and close the store."""
        self.clear()
        self._decoder.shutdown()
        if self._store is not None:
            self._store.close()

    def _take(self, asked: tuple[str, str], result: object, error: str) -> None:
        key, path = asked
        if isinstance(result, Thumbnail):
            self._kept.put(key, result, result.image.sizeInBytes())
        elif error:
            self._errors[key] = error
            self.failed.emit(path, error)
        self.loaded.emit(key)


def stored_thumbnail(
    store: ThumbnailStore | None,
    key: str,
    path: Path,
    box_image: Box | None,
    side: int,
    dropped: Callable[[], bool] = lambda: False,
) -> Thumbnail:
    """Return the thumbnail from the store, or make it and put it there.

    Args:
        store: None to do without.
        key: As for `ThumbnailLoader.get`: boxes that differ by little may share one.
        path: The picture.
        box_image: The part to show, image frame; None for the middle of the picture.
        side: Its size in device pixels.
        dropped: Asked now and then whether it is no longer wanted.

    Raises:
        Cancelled: If it is not.
        InputError: If the picture cannot be opened.
    """
    stamp = _stamp(path) if store is not None else ""
    if store is not None and stamp:
        entry = store.get(f"{key}\0{stamp}")
        image = QImage.fromData(entry.data) if entry is not None else QImage()
        if entry is not None and image.width() == image.height() == side:
            return Thumbnail(image, Box(*entry.edges))
    made = thumbnail(path, box_image, side, dropped)
    if store is not None and stamp:
        box = made.box_image
        edges = (box.left, box.top, box.right, box.bottom)
        store.put(f"{key}\0{stamp}", edges, _jpeg(made.image))
    return made


def _stamp(path: Path) -> str:
    """Return what another state of the file does not have, or "" where there is no file."""
    try:
        status = file_of(path).stat()
    except OSError:
        return ""
    return f"{status.st_mtime_ns} {status.st_size}"


def _jpeg(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", _QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


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


def thumbnail(
    path: Path,
    box_image: Box | None,
    side: int,
    dropped: Callable[[], bool] = lambda: False,
) -> Thumbnail:
    """Decode the thumbnail of a face: the square about ``box_image``, ``side`` pixels wide.

    Raises:
        Cancelled: If it is no longer wanted, as ``dropped`` tells.
        InputError: If the picture cannot be opened.
    """
    width, height = images.read_size(path)
    crop = thumbnail_box(width, height, box_image)
    # Decode no larger than needed: JPEG can halve while decoding.
    needed = int(np.ceil(max(width, height) * min(1.0, 1.5 * side / crop.width)))
    pixels = images.read_shown(path, max(needed, side), dropped).pixels
    scale_x, scale_y = pixels.shape[1] / width, pixels.shape[0] / height
    left, top = (crop.left + 0.5) * scale_x, (crop.top + 0.5) * scale_y
    right, bottom = (crop.right + 0.5) * scale_x, (crop.bottom + 0.5) * scale_y
    part = pixels[round(top) : max(round(bottom), round(top) + 1)]
    part = part[:, round(left) : max(round(right), round(left) + 1)]
    stretch = Qt.AspectRatioMode.IgnoreAspectRatio
    smooth = Qt.TransformationMode.SmoothTransformation
    return Thumbnail(image_of(part).scaled(side, side, stretch, smooth), crop)
