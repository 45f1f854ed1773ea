"""The frame around several chosen points, with handles to stretch and to turn them by."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kpstudio.app.language import in_digits
from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.reshape import Reshape, drag_of_corner
from kpstudio.ui import theme
from kpstudio.ui.canvas.camera import Camera
from kpstudio.ui.canvas.content import Content
from kpstudio.ui.canvas.gestures import STILL, held_points
from kpstudio.ui.canvas.layers import faint

# View pixels.
_PADDING = 16.0
_STEM = 22.0
_REACH = 7.0
_HALF_SIDE = 4.0
_EDGE = 9.0  # a frame that is larger than the view keeps its handles so far inside
_LEAST_EXTENT = 6.0  # what is thinner cannot be stretched across: a pixel would be worth too much
_ROOM_BETWEEN = 48.0

_SNAP = math.radians(15.0)
_CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (0, 0): Qt.CursorShape.PointingHandCursor,
}


@dataclass(frozen=True)
class Handle:
    """Something of the frame to take hold of.

    Attributes:
        side: (x, y) of the side or corner, each -1, 0 or 1; (0, 0) turns.
        view: (x, y) where it is, view frame.
    """

    side: tuple[int, int]
    view: tuple[float, float]

    @property
    def turns(self) -> bool:
        """Whether it turns the points instead of stretching them."""
        return self.side == (0, 0)

    @property
    def cursor(self) -> Qt.CursorShape:
        """The shape of the pointer on it."""
        return _CURSORS[self.side]


@dataclass(frozen=True)
class HandleFrame:
    """The frame of several chosen points.

    Attributes:
        rect: Where its line runs, view frame.
        handles: What to take hold of.
    """

    rect: QRectF
    handles: tuple[Handle, ...]

    def handle_at(self, view: Sequence[float]) -> Handle | None:
        """Return the handle under ``view`` (x, y), or None."""
        near = [(math.dist(handle.view, view), k) for k, handle in enumerate(self.handles)]
        away, k = min(near)
        return self.handles[k] if away <= _REACH else None


def frame_of(camera: Camera, content: Content, width: float, height: float) -> HandleFrame | None:
    """Return the frame around the chosen points that can be moved, if it is of use.

    None for less than two points, for points in one place, and while none of them is in the view.
    A frame that is larger than the view is drawn smaller, so that its handles can be reached.

    Args:
        camera: Where the picture stands.
        content: What the canvas shows.
        width: Of the view.
        height: Of the view.
    """
    if len(content.movable()) < 2:
        return None
    _, xy_image = held_points(content)
    box = Box.around(camera.to_view(xy_image))
    wide, tall = box.width >= _LEAST_EXTENT, box.height >= _LEAST_EXTENT
    out_of_sight = box.right < 0 or box.left > width or box.bottom < 0 or box.top > height
    if out_of_sight or not (wide or tall):
        return None
    left, right = (
        min(max(x, _EDGE), width - _EDGE) for x in (box.left - _PADDING, box.right + _PADDING)
    )
    top, bottom = (
        min(max(y, _EDGE + _STEM), height - _EDGE)
        for y in (box.top - _PADDING, box.bottom + _PADDING)
    )
    rect = QRectF(left, top, right - left, bottom - top)
    return HandleFrame(rect, (*_stretching(rect, wide, tall), Handle((0, 0), _turning(rect))))


def _stretching(rect: QRectF, wide: bool, tall: bool) -> list[Handle]:
    centre = rect.center()
    handles = []
    for x in (-1, 0, 1) if wide else (0,):
        for y in (-1, 0, 1) if tall else (0,):
            between = not (x and y) and wide and tall  # in the middle of a side, between corners
            room = rect.width() if y else rect.height()
            if (x or y) and not (between and room < _ROOM_BETWEEN):
                at = (centre.x() + x * rect.width() / 2, centre.y() + y * rect.height() / 2)
                handles.append(Handle((x, y), at))
    return handles


def _turning(rect: QRectF) -> tuple[float, float]:
    return rect.center().x(), rect.top() - _STEM


class ReshapePoints:
    """Stretch or turn the chosen points by a handle; only the graphic moves until the release."""

    def __init__(
        self,
        camera: Camera,
        content: Content,
        handle: Handle,
        view: Sequence[float],
        limits_image: Box,
        moved: Callable[[tuple[int, ...], FloatArray], None],
    ) -> None:
        """Take hold of a handle.

        Args:
            camera: Where the picture stands.
            content: What the canvas shows; its ``dragged`` and ``outline`` follow the pointer.
            handle: What is held.
            view: Where the pointer pressed.
            limits_image: The points stay inside; those that start outside may stay there.
            moved: Called once at the end with N point numbers and (N, 2) ``xy_image``.
        """
        self.cursor = Qt.CursorShape.ClosedHandCursor if handle.turns else handle.cursor
        self._camera = camera
        self._content = content
        self._handle = handle
        self._indices, self._from = held_points(content)
        self._box = Box.around(self._from)
        self._press = np.asarray(view, dtype=np.float64)
        self._press_image = camera.to_image(self._press)
        self._limits = limits_image
        self._moved = moved

    def move(self, view: Sequence[float], keys: Qt.KeyboardModifier) -> None:
        """Follow the pointer; Shift keeps proportions or snaps angles, Ctrl keeps the middle."""
        if self._content.dragged is None and math.dist(view, self._press) < STILL:
            return
        here = self._camera.to_image(view)
        even = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        centred = bool(keys & Qt.KeyboardModifier.ControlModifier)
        if self._handle.turns:
            asked = self._turn(here, even)
        else:
            shift = (here - self._press_image).tolist()
            asked = drag_of_corner(self._box, self._handle.side, shift, centred, even)
        done = asked.within(self._limits, self._from)
        content, box, scale = self._content, self._box, self._camera.scale
        content.dragged = (self._indices, done.affine(self._from))
        pad = _PADDING / scale
        left, right, top, bottom = box.left - pad, box.right + pad, box.top - pad, box.bottom + pad
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        content.outline = done.affine(corners)
        content.note = _words(done, self._handle.turns)

    def _turn(self, here: FloatArray, snapped: bool) -> Reshape:
        x, y = self._box.centre
        (x0, y0), (x1, y1) = self._press_image.tolist(), here.tolist()
        radians = math.atan2(y1 - y, x1 - x) - math.atan2(y0 - y, x0 - x)
        radians = math.remainder(radians, math.tau)
        if snapped:
            radians = round(radians / _SNAP) * _SNAP
        return Reshape(self._box.centre, radians=radians)

    def finish(self) -> None:
        """Hand the new places over, unless the points came back to where they were."""
        dragged = self._content.dragged
        self._content.let_go()
        if dragged is not None and not np.array_equal(dragged[1], self._from):
            self._moved(*dragged)

    def cancel(self) -> None:
        """Let the points snap back."""
        self._content.let_go()


def _words(done: Reshape, turned: bool) -> str:
    if turned:
        return f"{in_digits(math.degrees(done.radians), '+.1f')}°"
    if done.factor_x == done.factor_y:
        return f"{in_digits(100 * done.factor_x, '.1f')} %"
    return f"{in_digits(100 * done.factor_x, '.1f')} % × {in_digits(100 * done.factor_y, '.1f')} %"


def paint_frame(painter: QPainter, frame: HandleFrame) -> None:
    """Draw the frame with a hairline and its handles."""
    accent, rim = QColor(theme.current().accent), faint(theme.current().data.rim, 0.5)
    turning = QPointF(*frame.handles[-1].view)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(rim, 3), QPen(accent, 1)):
        painter.setPen(pen)
        painter.drawRect(frame.rect)
        painter.drawLine(turning, QPointF(turning.x(), frame.rect.top()))
    painter.setBrush(QColor("white"))
    painter.setPen(QPen(accent, 1.5))
    for handle in frame.handles[:-1]:
        square = QRectF(0, 0, 2 * _HALF_SIDE, 2 * _HALF_SIDE)
        square.moveCenter(QPointF(*handle.view))
        painter.drawRoundedRect(square, 1.5, 1.5)
    painter.drawEllipse(turning, _HALF_SIDE + 1, _HALF_SIDE + 1)


def paint_outline(painter: QPainter, view: FloatArray) -> None:
    """Draw (4, 2) corners of a frame in hand, joined by a hairline."""
    corners = QPolygonF([QPointF(x, y) for x, y in view.tolist()])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (
        QPen(faint(theme.current().data.rim, 0.5), 3),
        QPen(QColor(theme.current().accent), 1),
    ):
        painter.setPen(pen)
        painter.drawPolygon(corners)
