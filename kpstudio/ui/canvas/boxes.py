"""Drawing a box, and dragging the edges of one that is there."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.ui import theme
from kpstudio.ui.canvas.camera import Camera
from kpstudio.ui.canvas.content import REACH, Content

SMALLEST_BOX = 2.0
"""Image pixels: what is smaller was a click."""

_HANDLE = 8.0  # view pixels
_MIDDLE = 4  # of the nine places where handles might be

Edges = tuple[int, int]
"""Which edge moves across and which up and down: -1 for left or top, 1 for right or bottom, 0."""


class DragBox:
    """Span a box from the press to the pointer, or drag edges of the face's box; all inside."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        camera: Camera,
        content: Content,
        view: Sequence[float],
        limits_image: Box,
        before: Box | None,
        drawn: Callable[[Box], None],
    ) -> None:
        """Begin at a press.

        Args:
            camera: Where the picture stands.
            content: What the canvas shows; its ``rubber`` follows the pointer.
            view: Where the pointer pressed: within reach of an edge or corner of ``before`` it
                takes hold of that, else a new box begins.
            limits_image: The box stays inside.
            before: The box there is, or None.
            drawn: Called once at the end with the box.
        """
        self._camera = camera
        self._content = content
        self._limits = limits_image
        self._drawn = drawn
        here = self._inside(view)
        held = edges_at(camera, before, view)
        if before is None or held == (0, 0):
            self._fixed, self._moving = here, (True, True)
            self._loose = here
        else:
            left_top = np.array([before.left, before.top])
            right_bottom = np.array([before.right, before.bottom])
            first = np.array(held) < 0
            self._fixed = np.where(first, right_bottom, left_top)
            self._loose = np.where(first, left_top, right_bottom)
            self._moving = (held[0] != 0, held[1] != 0)

    def move(self, view: Sequence[float], _: Qt.KeyboardModifier) -> None:
        """Span the box to the pointer, or bring the edges in the hand there."""
        there = np.where(self._moving, self._inside(view), self._loose)
        left, top = np.minimum(there, self._fixed).tolist()
        right, bottom = np.maximum(there, self._fixed).tolist()
        self._content.rubber = Box(left, top, right, bottom)

    def finish(self) -> None:
        """Hand the box over, if it is large enough to be meant."""
        box, self._content.rubber = self._content.rubber, None
        if box is not None and min(box.width, box.height) >= SMALLEST_BOX:
            self._drawn(box)

    def cancel(self) -> None:
        """Forget the box."""
        self._content.rubber = None

    def _inside(self, view: Sequence[float]) -> FloatArray:
        return self._limits.nearest(self._camera.to_image(view))


def edges_at(camera: Camera, box_image: Box | None, view: Sequence[float]) -> Edges:
    """Return which edges of a box lie within reach of ``view`` (x, y); (0, 0) for none."""
    if box_image is None:
        return 0, 0
    corners = [(box_image.left, box_image.top), (box_image.right, box_image.bottom)]
    (left, top), (right, bottom) = camera.to_view(np.array(corners)).tolist()
    x, y = view
    beside = left - REACH <= x <= right + REACH and top - REACH <= y <= bottom + REACH
    if not beside:
        return 0, 0
    return _nearest_end(x, left, right), _nearest_end(y, top, bottom)


def _nearest_end(at: float, first: float, last: float) -> int:
    if min(abs(at - first), abs(at - last)) > REACH:
        return 0
    return -1 if abs(at - first) < abs(at - last) else 1


def paint_handles(painter: QPainter, camera: Camera, box_image: Box) -> None:
    """Draw squares where the edges and corners of a box can be taken hold of."""
    corners = [(box_image.left, box_image.top), (box_image.right, box_image.bottom)]
    (left, top), (right, bottom) = camera.to_view(np.array(corners)).tolist()
    places = itertools.product((left, (left + right) / 2, right), (top, (top + bottom) / 2, bottom))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(theme.current().accent), 1))
    painter.setBrush(QColor("white"))
    for place, (x, y) in enumerate(places):
        if place != _MIDDLE:
            painter.drawRect(QRectF(x - _HANDLE / 2, y - _HANDLE / 2, _HANDLE, _HANDLE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def cursor_over(edges: Edges) -> Qt.CursorShape:
    """Return the pointer's shape over edges that a press would take hold of."""
    across, down = edges
    if across and down:
        falling = across == down
        return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor
    if across:
        return Qt.CursorShape.SizeHorCursor
    return Qt.CursorShape.SizeVerCursor if down else Qt.CursorShape.CrossCursor
