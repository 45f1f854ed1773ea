"""What a press begins: each gesture follows the pointer, then ends once or is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import Qt

from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.ui.canvas.camera import Camera
from kpstudio.ui.canvas.content import Content

# View pixels: a hand that only clicks must not move anything.
_STILL = 2.0
_SMALLEST_BOX = 2.0


class Gesture(Protocol):
    """Something that lasts from a press to its release."""

    cursor: Qt.CursorShape

    def move(self, view: Sequence[float]) -> None:
        """Follow the pointer to ``view`` (x, y)."""

    def finish(self) -> None:
        """Take effect: the button was released."""

    def cancel(self) -> None:
        """Leave everything as it was before the press."""


class Pan:
    """Shift the picture; without a shift it was a click."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(
        self, camera: Camera, view: Sequence[float], clicked: Callable[[], None] | None
    ) -> None:
        self._camera = camera
        self._last = self._start = np.asarray(view, dtype=np.float64)
        self._moving = False
        self._clicked = clicked

    def move(self, view: Sequence[float]) -> None:
        """Shift the picture along with the pointer."""
        here = np.asarray(view, dtype=np.float64)
        self._moving = self._moving or _far(here, self._start)
        if self._moving:
            dx, dy = (here - self._last).tolist()
            self._camera.pan(dx, dy)
            self._last = here

    def finish(self) -> None:
        """Report a click, if it was one."""
        if not self._moving and self._clicked is not None:
            self._clicked()

    def cancel(self) -> None:
        """Shift the picture back."""
        dx, dy = (self._start - self._last).tolist()
        if self._moving:
            self._camera.pan(dx, dy)


class MovePoints:
    """Drag points of the current face; only the graphic moves until the release."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        camera: Camera,
        content: Content,
        indices: Sequence[int],
        view: Sequence[float],
        limits_image: Box,
        moved: Callable[[tuple[int, ...], FloatArray], None],
    ) -> None:
        """Take hold of points.

        Args:
            camera: Where the picture stands.
            content: What the canvas shows; its ``dragged`` follows the pointer.
            indices: N points of the current face, all placed.
            view: Where the pointer pressed; the points keep their distance from it.
            limits_image: The points stay inside; one that starts outside may stay there.
            moved: Called once at the end with ``indices`` and (N, 2) ``xy_image``.
        """
        truth = content.truth_xy()
        if truth is None:
            raise ValueError("there are no points to take hold of")
        self._camera = camera
        self._content = content
        self._indices = tuple(indices)
        self._from = truth[list(indices)]
        self._press = np.asarray(view, dtype=np.float64)
        self._press_image = camera.to_image(self._press)
        low, high = (limits_image.left, limits_image.top), (limits_image.right, limits_image.bottom)
        self._least = np.minimum(low - self._from.min(axis=0), 0.0)
        self._most = np.maximum(high - self._from.max(axis=0), 0.0)
        self._moved = moved
        self._moving = False

    def move(self, view: Sequence[float]) -> None:
        """Shift the points along with the pointer."""
        self._moving = self._moving or _far(view, self._press)
        if self._moving:
            shift = self._camera.to_image(view) - self._press_image
            xy_image = self._from + np.clip(shift, self._least, self._most)
            self._content.dragged = (self._indices, xy_image)

    def finish(self) -> None:
        """Hand the new places over, unless the points came back to where they were."""
        dragged, self._content.dragged = self._content.dragged, None
        if dragged is not None and not np.array_equal(dragged[1], self._from):
            self._moved(*dragged)

    def cancel(self) -> None:
        """Let the points snap back."""
        self._content.dragged = None


class DrawBox:
    """Span a box from the press to the pointer, inside the picture."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        camera: Camera,
        content: Content,
        view: Sequence[float],
        limits_image: Box,
        drawn: Callable[[Box], None],
    ) -> None:
        self._camera = camera
        self._content = content
        self._limits = limits_image
        self._press_image = self._inside(view)
        self._drawn = drawn

    def move(self, view: Sequence[float]) -> None:
        """Span the box to the pointer."""
        here = self._inside(view)
        left, top = np.minimum(here, self._press_image).tolist()
        right, bottom = np.maximum(here, self._press_image).tolist()
        self._content.rubber = Box(left, top, right, bottom)

    def finish(self) -> None:
        """Hand the box over, if it is large enough to be meant."""
        box, self._content.rubber = self._content.rubber, None
        if box is not None and min(box.width, box.height) >= _SMALLEST_BOX:
            self._drawn(box)

    def cancel(self) -> None:
        """Forget the box."""
        self._content.rubber = None

    def _inside(self, view: Sequence[float]) -> FloatArray:
        box = self._limits
        xy_image = self._camera.to_image(view)
        return np.asarray(np.clip(xy_image, (box.left, box.top), (box.right, box.bottom)))


def _far(here: ArrayLike, start: FloatArray) -> bool:
    return float(np.hypot(*(np.asarray(here, dtype=np.float64) - start))) >= _STILL
