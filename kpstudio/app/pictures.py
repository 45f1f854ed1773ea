"""Pictures for the canvas: coarse at once, sharp where one stays, the next ones ahead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from kpstudio.app.byte_cache import ByteCache
from kpstudio.app.decoding import Decoder, Request
from kpstudio.io import images

COARSE_BUDGET = 128 * 2**20
SHARP_BUDGET = 192 * 2**20

REST_MS = 100
"""How long a picture is in view before it is decoded in full: keys that are held repeat faster."""

_SCREEN = 0.75
"""Coarse pixels for each one of the screen: twice as many would cost twice the time."""
_NEAR = 3
"""How many pictures ahead are decoded coarsely before the one in view is decoded in full."""
_SMALLEST_LEVEL = 256


@dataclass(frozen=True)
class Picture:
    """A decoded picture, ready to be drawn at any scale.

    Attributes:
        levels: Each about half as large as the one before, all stretched over the same place.
        width: Of the picture in full, pixels.
        height: Of the picture in full, pixels.
        sharp: Whether there is no better one to be had.
    """

    levels: tuple[QImage, ...]
    width: int
    height: int
    sharp: bool

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return sum(level.sizeInBytes() for level in self.levels)


class PictureLoader(QObject):
    """Pictures for the canvas: one in view, and those that a person may turn to next.

    Signals:
        loaded: the path of a picture that can now be had, or had better, or has failed.
        failed: the path of a picture that cannot be opened, and why not.
    """

    loaded = Signal(str)
    failed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._coarse: ByteCache[Picture] = ByteCache(COARSE_BUDGET)
        self._sharp: ByteCache[Picture] = ByteCache(SHARP_BUDGET)
        self._errors: dict[str, str] = {}
        self._shown: Path | None = None
        self._ahead: tuple[Path, ...] = ()
        self._side = 1
        self._decoder = Decoder(self)
        self._decoder.decoded.connect(self._take)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask)

    def show(self, path: Path, ahead: Sequence[Path], side: int) -> Picture | None:
        """Return the best there is of the picture in view, and see to it that better comes.

        Everything that was asked for before and is not named now is dropped.

        Args:
            path: The picture in view.
            ahead: Pictures to decode coarsely meanwhile, the likeliest first.
            side: Pixels of the screen that the longer side of a picture takes.
        """
        if path != self._shown:
            self._rest.start()
        self._shown, self._ahead = path, tuple(ahead)
        self._side = max(round(side * _SCREEN), 1)
        self._ask()
        return self.best(path)

    def best(self, path: Path) -> Picture | None:
        """Return the best there is of a picture, without asking for more."""
        return self._sharp.get(str(path)) or self._coarse.get(str(path))

    def error_of(self, path: Path) -> str:
        """Return why a picture could not be decoded, or ""."""
        return self._errors.get(str(path), "")

    def forgive(self, path: Path) -> None:
        """Try a picture again that could not be decoded."""
        self._errors.pop(str(path), None)

    def clear(self) -> None:
        """Forget everything decoded and asked for."""
        self._rest.stop()
        self._shown, self._ahead = None, ()
        self._decoder.want(())
        self._coarse.clear()
        self._sharp.clear()
        self._errors.clear()

    def shutdown(self) -> None:
        """Forget everything and wait for the threads."""
        self.clear()
        self._decoder.shutdown()

    def _ask(self) -> None:
        if self._shown is None:
            return
        coarse = [p for p in (self._shown, *self._affordable()) if self._lacks(p)]
        requests = [self._request(path, self._side) for path in coarse]
        best = self.best(self._shown)
        rested = not self._rest.isActive() and str(self._shown) not in self._errors
        if rested and not (best is not None and best.sharp):
            # Those that may be wanted within the second go before: it would take all their time.
            near = sum(self._lacks(path) for path in (self._shown, *self._ahead[:_NEAR]))
            requests.insert(near, self._request(self._shown, None))
        self._decoder.want(requests)

    def _affordable(self) -> tuple[Path, ...]:
        """Return the pictures ahead; fewer where they come in full and would not all be kept."""
        shown = self._sharp.get(str(self._shown))
        if shown is None or str(self._shown) in self._coarse:
            return self._ahead
        return self._ahead[: max(self._sharp.budget // shown.size - 1, 1)]

    def _lacks(self, path: Path) -> bool:
        key = str(path)
        return key not in self._coarse and key not in self._sharp and key not in self._errors

    def _request(self, path: Path, side: int | None) -> Request:
        def decode(dropped: Callable[[], bool]) -> Picture:
            shown = images.read_shown(path, side, dropped)
            sharp = shown.whole or side is None
            return Picture(levels_of(shown.pixels), shown.width, shown.height, sharp)

        return Request((str(path), side is None), decode)

    def _take(self, key: tuple[str, bool], result: object, error: str) -> None:
        path, _ = key
        if isinstance(result, Picture):
            (self._sharp if result.sharp else self._coarse).put(path, result, result.size)
        elif error:
            self._errors[path] = error
            self.failed.emit(path, error)
        if path == str(self._shown):
            self._ask()  # now it is known how large such pictures are
        self.loaded.emit(path)


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """Return ``pixels`` as an image that owns its memory, in the format that draws fastest.

    Args:
        pixels: (H, W, 3) RGB or (H, W) grey uint8, in any memory layout.

    Raises:
        ValueError: If the array has another shape or type.
    """
    colour = pixels.ndim == 3 and pixels.shape[2] == 3
    if pixels.dtype != np.uint8 or not (colour or pixels.ndim == 2) or pixels.size == 0:
        raise ValueError(f"a picture needs uint8 (H, W, 3) or (H, W), not {pixels.shape}")
    array = np.ascontiguousarray(pixels)
    height, width = array.shape[:2]
    kind = QImage.Format.Format_RGB888 if colour else QImage.Format.Format_Grayscale8
    borrowed = QImage(array.data, width, height, array.strides[0], kind)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)  # a copy: the array may go


def levels_of(pixels: NDArray[np.uint8]) -> tuple[QImage, ...]:
    """Return a picture halved again and again, so that one of them draws fast at any scale.

    Args:
        pixels: (H, W, 3) RGB or (H, W) grey uint8.

    Raises:
        ValueError: If the array has another shape or type.
    """
    levels = [image_of(pixels)]
    while max(levels[-1].width(), levels[-1].height()) > _SMALLEST_LEVEL:
        last = levels[-1]
        half = last.scaled(
            max(last.width() // 2, 1),
            max(last.height() // 2, 1),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        levels.append(half)
    return tuple(levels)
