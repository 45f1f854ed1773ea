"""The canvas: shows a picture with its points and turns mouse and keys into gestures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.ui.canvas.content import NONE, FaceView
from kpstudio.ui.canvas.gestures import DrawBox, Gesture, MovePoints, Pan
from kpstudio.ui.canvas.view import CanvasView

_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MODIFIERS = Qt.KeyboardModifier
_NUDGES = {
    _MODIFIERS.NoModifier: 1.0,
    _MODIFIERS.ShiftModifier: 10.0,
    _MODIFIERS.AltModifier: 0.1,
}
# A wheel's notch is 120 eighths of a degree: four notches double the picture.
_ANGLE_FOR_DOUBLE = 480.0
_PIXELS_FOR_DOUBLE = 200.0


class Canvas(CanvasView):
    """Picture, points and gestures of one face at a time.

    It owns no data: values come in by the ``set_...`` methods, gestures go out as signals. After
    `points_moved` and `point_nudged` the owner hands in the new points with `set_faces`; if it does
    not, the points are back where they were.
    """

    points_moved = Signal(object, object)  # tuple of N point numbers, (N, 2) ndarray, image frame
    point_nudged = Signal(int, float, float)  # point number, dx, dy in image pixels
    point_chosen = Signal(int)  # by the person; -1 for none
    point_hovered = Signal(int)  # -1 for none
    face_chosen = Signal(str)  # id of another face of the picture that was clicked
    box_drawn = Signal(object)  # Box, image frame
    stepped = Signal(int)  # Up (-1) or Down (1) while no point is chosen: another face is wanted
    cursor_moved = Signal(object)  # (x, y) image frame, or None outside the picture
    files_dropped = Signal(object)  # list[Path]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self._gesture: Gesture | None = None
        self._gesture_button = Qt.MouseButton.NoButton
        self._editable = True
        self._box_wanted = False
        self._space_held = False
        self._dropping = False
        self._pointer: QPointF | None = None

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid moving points by hand."""
        self._editable = editable
        self._update_pointer()

    def start_box(self) -> None:
        """Let the next drag draw a box; Esc gives up."""
        self._box_wanted = self._frame is not None
        self._update_pointer()
        self.update()

    def set_faces(self, views: Sequence[FaceView], current: int) -> None:
        """Show the faces of the picture; a drag goes on if it is of the same face."""
        before = self._content.face
        face = views[current] if 0 <= current < len(views) else None
        if self._content.dragged is not None and not _same_points(before, face):
            self._cancel_gesture()
        super().set_faces(views, current)
        self._update_pointer()

    # --- pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture: a box, a pan, or a drag of what is under the pointer."""
        if self._gesture is not None or self._frame is None:
            return
        view, button = event.position(), event.button()
        if button == Qt.MouseButton.MiddleButton or (
            button == Qt.MouseButton.LeftButton and self._space_held
        ):
            self._begin(Pan(self._camera, _pair(view), None), button)
        elif button == Qt.MouseButton.LeftButton:
            self._begin(self._left_gesture(view), button)

    def _left_gesture(self, view: QPointF) -> Gesture:
        at = _pair(view)
        if self._box_wanted:
            limits = self._limits_image()
            return DrawBox(self._camera, self._content, at, limits, self._box_finished)
        point = self._content.point_at(self._camera, at)
        if point == NONE:
            return Pan(self._camera, at, lambda: self._ground_clicked(at))
        self._choose(point)
        if self._editable and self._content.truth_at(self._camera, at) == point:
            limits = self._limits_image()
            moved = self._points_finished
            return MovePoints(self._camera, self._content, (point,), at, limits, moved)
        return Pan(self._camera, at, None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer with the gesture in hand, else with the hover."""
        self._pointer = event.position()
        if self._gesture is not None:
            self._gesture.move(_pair(self._pointer))
            self.update()
        self._update_pointer()
        self._tell_cursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture that this button began."""
        if self._gesture is not None and event.button() == self._gesture_button:
            gesture, self._gesture = self._gesture, None
            gesture.finish()
            self._update_pointer()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit the picture on empty ground; on a point it is one more press."""
        empty = self._content.point_at(self._camera, _pair(event.position())) == NONE
        if event.button() == Qt.MouseButton.LeftButton and empty and not self._box_wanted:
            self.fit()
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer: by notches, or smoothly with a touchpad."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        smooth = not pixels.isNull()
        turned = (pixels.y() or pixels.x()) if smooth else (angle.y() or angle.x())
        doublings = turned / (_PIXELS_FOR_DOUBLE if smooth else _ANGLE_FOR_DOUBLE)
        self._zoom_by(2.0**doublings, event.position())
        event.accept()

    def _zoom_by(self, factor: float, view: QPointF) -> None:
        if self._frame is not None:
            self.zoom_about(self._camera.scale * factor, view)
            self._update_pointer()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Start following the pointer."""
        self._pointer = event.position()
        self._update_pointer()

    def leaveEvent(self, event: QEvent) -> None:
        """Stop following the pointer."""
        self._pointer = None
        self._update_pointer()
        self.cursor_moved.emit(None)

    # --- keys

    def event(self, event: QEvent) -> bool:
        """Keep keys that mean something here from being shortcuts; zoom by pinching."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._takes(event):
                event.accept()
                return True
        elif (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom_by(1.0 + event.value(), event.position())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nudge the chosen point, step on, take a gesture back, or get ready to pan."""
        key = event.key()
        if not self._takes(event):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_Space:
            self._space_held = True
            self._update_pointer()
        elif self._can_step(event):
            self.stepped.emit(_STEPS[Qt.Key(key)])
        else:
            self._nudge(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stop being ready to pan."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self._update_pointer()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the held Space: its release will go elsewhere."""
        self._space_held = False
        self._update_pointer()
        super().focusOutEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            return self._gesture is not None or self._box_wanted or self._content.chosen != NONE
        if key == Qt.Key.Key_Space:
            return self._frame is not None and _modifiers(event) == _MODIFIERS.NoModifier
        if self._can_step(event):
            return True
        return key in _DIRECTIONS and _modifiers(event) in _NUDGES and self._can_nudge()

    def _can_step(self, event: QKeyEvent) -> bool:
        free = self._content.chosen == NONE and self._gesture is None
        plain = _modifiers(event) == _MODIFIERS.NoModifier
        return free and plain and Qt.Key(event.key()) in _STEPS

    def _can_nudge(self) -> bool:
        truth, point = self._content.truth_xy(), self._content.chosen
        if truth is None or not self._editable or not 0 <= point < len(truth):
            return False
        return bool(np.isfinite(truth[point]).all()) and self._content.layers.ground_truth

    def _nudge(self, event: QKeyEvent) -> None:
        truth, point = self._content.truth_xy(), self._content.chosen
        if truth is None or self._gesture is not None:
            return
        length = _NUDGES[_modifiers(event)]
        step = length * np.array(_DIRECTIONS[Qt.Key(event.key())], dtype=np.float64)
        box, here = self._limits_image(), truth[point]
        least = np.minimum((box.left, box.top) - here, 0.0)
        most = np.maximum((box.right, box.bottom) - here, 0.0)
        dx, dy = np.clip(step, least, most).tolist()
        if dx or dy:
            self.point_nudged.emit(point, dx, dy)

    def _escape(self) -> None:
        if self._gesture is not None:
            self._cancel_gesture()
        elif self._box_wanted:
            self._box_wanted = False
        else:
            self._choose(NONE)
        self._update_pointer()
        self.update()

    # --- files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        self._dropping = bool(_files(event))
        if self._dropping:
            event.acceptProposedAction()
            self.update()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Welcome files everywhere on the canvas."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self._dropping = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        self._dropping = False
        self.update()
        if paths := _files(event):
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    # --- inside

    def _begin(self, gesture: Gesture, button: Qt.MouseButton) -> None:
        self._gesture = gesture
        self._gesture_button = button
        self._update_pointer()
        self.update()

    def _cancel_gesture(self) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()

    def _points_finished(self, indices: tuple[int, ...], xy_image: FloatArray) -> None:
        self.points_moved.emit(indices, xy_image)

    def _box_finished(self, box_image: Box) -> None:
        self._box_wanted = False
        self.box_drawn.emit(box_image)

    def _ground_clicked(self, at: tuple[float, float]) -> None:
        other = self._content.other_face_at(self._camera, at)
        if other is not None:
            self.face_chosen.emit(other)
        else:
            self._choose(NONE)

    def _choose(self, point: int) -> None:
        if point != self._content.chosen:
            self._content.chosen = point
            self.point_chosen.emit(point)
            self.update()

    def _update_pointer(self) -> None:
        """Bring hover and cursor shape up to date."""
        hovered = NONE
        if self._pointer is not None and self._gesture is None and not self._box_wanted:
            hovered = self._content.point_at(self._camera, _pair(self._pointer))
        elif self._gesture is not None:
            hovered = self._content.hovered
        if hovered != self._content.hovered:
            self._content.hovered = hovered
            self.point_hovered.emit(hovered)
            self.update()
        self.setCursor(self._shape())

    def _shape(self) -> Qt.CursorShape:
        if self._gesture is not None:
            return self._gesture.cursor
        if self._box_wanted:
            return Qt.CursorShape.CrossCursor
        if self._space_held:
            return Qt.CursorShape.OpenHandCursor
        if self._content.hovered != NONE:
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.ArrowCursor

    def _tell_cursor(self) -> None:
        if self._frame is None or self._pointer is None:
            return
        place = self.image_from_view(self._pointer)
        inside = bool(self._limits_image().contains(place))
        self.cursor_moved.emit(place if inside else None)

    def _banner(self) -> str:
        if self._dropping:
            return "Drop to open"
        if self._box_wanted:
            return "Drag a box around the face · Esc gives up"
        return ""


def _pair(view: QPointF) -> tuple[float, float]:
    return view.x(), view.y()


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~_MODIFIERS.KeypadModifier


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _same_points(before: FaceView | None, after: FaceView | None) -> bool:
    if before is None or after is None or before.face_id != after.face_id:
        return False
    old, new = before.ground_truth, after.ground_truth
    return old is not None and new is not None and old.count == new.count
