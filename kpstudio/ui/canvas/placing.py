"""Placing the points of a face that has none: the mean shape, or point after point."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

import numpy as np
from PySide6.QtCore import Qt

from kpstudio.core.dropping import Dropping
from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.ui.canvas.boxes import SMALLEST_BOX
from kpstudio.ui.canvas.camera import Camera
from kpstudio.ui.canvas.content import Content
from kpstudio.ui.canvas.gestures import is_far


class Wanted(Enum):
    """What the next press is for, where it is for something special."""

    NOTHING = "nothing"
    BOX = "box"
    NEW_BOX = "the box of a new face"
    SHAPE = "shape"
    POINT = "point"


class DropShape:
    """Span a box that the mean shape fills; without a box it was a click on an eye."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        camera: Camera,
        content: Content,
        view: Sequence[float],
        limits_image: Box,
        dropping: Dropping,
        dropped: Callable[[FloatArray], None],
        clicked: Callable[[FloatArray], None],
    ) -> None:
        """Begin with a press.

        Args:
            camera: Where the picture stands.
            content: What the canvas shows; its ``rubber`` and ``ghost`` follow the pointer.
            view: Where the pointer pressed.
            limits_image: The box stays inside.
            dropping: The shape.
            dropped: Called once at the end with (K, 2) points, image frame.
            clicked: Called instead with (2,) image if the pointer was still.
        """
        self._camera = camera
        self._content = content
        self._press = np.asarray(view, dtype=np.float64)
        self._limits = limits_image
        self._dropping = dropping
        self._dropped = dropped
        self._clicked = clicked

    def move(self, view: Sequence[float], _: Qt.KeyboardModifier) -> None:
        """Span the box to the pointer, and show the shape in it."""
        if self._content.rubber is None and not is_far(view, self._press):
            return
        box = Box.around([self._inside(self._press), self._inside(view)])
        self._content.rubber = box
        large = min(box.width, box.height) >= SMALLEST_BOX
        self._content.ghost = self._dropping.in_box(box) if large else None

    def finish(self) -> None:
        """Hand the shape over, or tell of the click."""
        band, ghost = self._content.rubber, self._content.ghost
        self._content.let_go()
        if band is None:
            self._clicked(self._inside(self._press))
        elif ghost is not None:
            self._dropped(ghost)

    def cancel(self) -> None:
        """Forget the box."""
        self._content.let_go()

    def _inside(self, view: Sequence[float] | FloatArray) -> FloatArray:
        return self._limits.nearest(self._camera.to_image(view))


class PlacePoint:
    """Put the point that is asked for where the button is released."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        camera: Camera,
        content: Content,
        view: Sequence[float],
        limits_image: Box,
        placed: Callable[[FloatArray], None],
    ) -> None:
        """Begin with a press.

        Args:
            camera: Where the picture stands.
            content: What the canvas shows; its ``spots`` follow the pointer.
            view: Where the pointer pressed.
            limits_image: The point stays inside.
            placed: Called once at the end with (2,) of the image frame.
        """
        self._camera = camera
        self._content = content
        self._limits = limits_image
        self._placed = placed
        self.move(view, Qt.KeyboardModifier.NoModifier)

    def move(self, view: Sequence[float], _: Qt.KeyboardModifier) -> None:
        """Let the point lie under the pointer."""
        xy_image = self._limits.nearest(self._camera.to_image(view))
        self._content.spots = xy_image[None]
        self._content.loupe_beside = (float(view[0]), float(view[1]))

    def finish(self) -> None:
        """Hand the place over."""
        spots, self._content.spots = self._content.spots, None
        self._content.let_go()
        if spots is not None:
            self._placed(spots[0])

    def cancel(self) -> None:
        """Forget the place."""
        self._content.spots = None
        self._content.let_go()
