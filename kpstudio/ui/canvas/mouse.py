"""The part of the canvas that answers to the mouse: presses become gestures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kpstudio.core.dependence import Dependence
from kpstudio.core.dropping import Dropping
from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.selection import Selection
from kpstudio.core.shape_prior import ShapePrior
from kpstudio.ui.canvas.boxes import DragBox, cursor_over, edges_at
from kpstudio.ui.canvas.content import NONE, FaceView, Guide
from kpstudio.ui.canvas.gestures import ChoosePoints, Gesture, MovePoints, Pan
from kpstudio.ui.canvas.guide import place_guide
from kpstudio.ui.canvas.handles import Handle, ReshapePoints
from kpstudio.ui.canvas.placing import DropShape, PlacePoint, Wanted
from kpstudio.ui.canvas.view import CanvasView

MODIFIERS = Qt.KeyboardModifier
# A wheel's notch is 120 eighths of a degree: four notches double the picture.
_ANGLE_FOR_DOUBLE = 480.0
_PIXELS_FOR_DOUBLE = 200.0


class Under(StrEnum):
    """What may lie under the pointer."""

    POINT = "point"
    FACE = "face"
    PICTURE = "picture"


class CanvasMouse(CanvasView):
    """Chooses and moves points, draws boxes, pans and zooms by the mouse.

    It owns no data: what a gesture ends in goes out as a signal.
    """

    points_moved = Signal(object, object)  # tuple of N point numbers, (N, 2) ndarray, image frame
    points_chosen = Signal(object)  # Selection, by the person
    point_hovered = Signal(int)  # -1 for none
    face_chosen = Signal(str)  # id of another face of the picture that was clicked
    box_drawn = Signal(object)  # Box, image frame
    new_box_drawn = Signal(object)  # Box of another face, image frame
    cursor_moved = Signal(object)  # (x, y) image frame, or None outside the picture
    menu_wanted = Signal(object, object)  # Under, and a QPoint on the screen
    points_held = Signal()  # a drag of points begins whose neighbours could follow
    shape_judged = Signal(object)  # Usual of the shape in view, a drag included; or None
    shape_dropped = Signal(object)  # (K, 2) ndarray, image frame
    point_placed = Signal(object)  # (2,) ndarray, image frame: the point that was asked for
    mode_changed = Signal(bool)  # whether there is something that Esc ends, wherever the focus is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._gesture: Gesture | None = None
        self._gesture_button = Qt.MouseButton.NoButton
        self._before_press = Selection()
        self._wanted = Wanted.NOTHING
        self._space_held = False
        self._dropped: Dropping | None = None
        self._pointer: QPointF | None = None
        self._handle: Handle | None = None

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid moving points by hand."""
        self._content.editable = editable
        self._update_pointer()

    def set_shape_prior(self, prior: ShapePrior | None) -> None:
        """Take what shapes are like: neighbours can follow then, and shapes are judged."""
        self._content.prior = prior
        self._judge()

    def bend_lines(self, bending: bool) -> None:
        """Let a dragged point of a line take the line along, or the point alone move."""
        self._content.bending = bending

    def start_box(self) -> None:
        """Let the next drag draw a box, or move edges of the face's own; Esc gives up."""
        self._want(Wanted.BOX)

    def start_new_box(self) -> None:
        """Let the next drag draw the box of another face; Esc gives up."""
        self._want(Wanted.NEW_BOX)

    def start_shape(self, dropping: Dropping) -> None:
        """Let the next two clicks on the eyes, or the next drag of a box, put a shape there."""
        self._want(Wanted.SHAPE)
        self._dropped = dropping

    def ask_for(self, guide: Guide | None) -> None:
        """Let the next press place a point, or none any more."""
        self._want(Wanted.POINT if guide is not None else Wanted.NOTHING)
        self._content.guide = guide if self._wanted is Wanted.POINT else None

    def stop_asking(self) -> None:
        """Let presses mean again what they mean on a picture."""
        self._want(Wanted.NOTHING)

    def _want(self, wanted: Wanted) -> None:
        self._cancel_gesture()
        self._wanted = wanted if self._frame is not None else Wanted.NOTHING
        self._content.spots = self._content.ghost = self._content.guide = None
        self._content.rubber = None
        self._hide_crosshair()
        self._update_pointer()
        self.update()
        self.mode_changed.emit(self.in_mode)

    @property
    def asking(self) -> bool:
        """Whether the next press is for something special."""
        return self._wanted is not Wanted.NOTHING

    @property
    def in_mode(self) -> bool:
        """Whether something is asked for, or a map lies over the picture."""
        return self.asking or self._dependence is not None

    def set_dependence(self, dependence: Dependence | None) -> None:
        """Show which part of the picture the chosen points depend on, else all; None hides it."""
        super().set_dependence(dependence)
        self.mode_changed.emit(self.in_mode)

    def choose_all(self) -> None:
        """Choose every point of the face."""
        scheme = self._content.scheme
        if scheme is not None and self._content.face is not None and self._gesture is None:
            self._choose(Selection.of(range(scheme.count), self.selection.lead))

    def set_faces(self, views: Sequence[FaceView], current: int) -> None:
        """Show the faces of the picture; a drag goes on if it is of the same face."""
        before = self._content.face
        face = views[current] if 0 <= current < len(views) else None
        if self._content.dragged is not None and not _same_points(before, face):
            self._cancel_gesture()
        super().set_faces(views, current)
        same = before is not None and face is not None and before.face_id == face.face_id
        if self._wanted in (Wanted.BOX, Wanted.NEW_BOX, Wanted.SHAPE) and not same:
            self._want(Wanted.NOTHING)
        self._judge()
        self._update_pointer()

    # --- pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture: a box, a pan, a rubber band, or a drag of what is under the pointer."""
        if self._gesture is not None or self._frame is None:
            return
        view, button = event.position(), event.button()
        self._hide_crosshair()
        self._pointer, self._reached_by_keys = view, False
        self._update_pointer()
        self._before_press = self._content.selection
        if button == Qt.MouseButton.MiddleButton or (
            button == Qt.MouseButton.LeftButton and self._space_held
        ):
            self._begin(Pan(self._camera, _pair(view)), button)
        elif button == Qt.MouseButton.LeftButton:
            self._begin(self._left_gesture(_pair(view), event.modifiers()), button)

    def _left_gesture(self, at: tuple[float, float], keys: Qt.KeyboardModifier) -> Gesture:
        camera, content = self._camera, self._content
        limits = self.limits_image
        if self._wanted is Wanted.BOX:
            before = content.box_image
            return DragBox(camera, content, at, limits, before, self._box_finished)
        if self._wanted is Wanted.NEW_BOX:
            return DragBox(camera, content, at, limits, None, self._new_box_finished)
        if self._wanted is Wanted.SHAPE and self._dropped is not None:
            ends = self._shape_finished, self._eye_clicked
            return DropShape(camera, content, at, limits, self._dropped, *ends)
        if self._wanted is Wanted.POINT:
            return PlacePoint(camera, content, at, limits, self.point_placed.emit)
        if self._handle is not None:
            return ReshapePoints(camera, content, self._handle, at, limits, self.points_moved.emit)
        point = content.point_at(camera, at)
        more = bool(keys & MODIFIERS.ShiftModifier)
        if point == NONE:
            return self._ground_gesture(at, more)
        chosen, clicked = content.selection, None
        if more:
            chosen = chosen.toggled(point)
        elif point in chosen.points:
            chosen = chosen.led_by(point)

            def clicked() -> None:
                self._choose(Selection.only(point))
        else:
            chosen = Selection.only(point)
        self._choose(chosen)
        return self._hold(at, point, clicked)

    def _hold(
        self, at: tuple[float, float], point: int, clicked: Callable[[], None] | None = None
    ) -> Gesture:
        """Take hold of the chosen points by one of them, or begin a band where that cannot be."""
        camera, content = self._camera, self._content
        if point in content.movable() and content.truth_at(camera, at) == point:
            limits = self.limits_image
            return MovePoints(camera, content, at, limits, self.points_moved.emit, clicked)
        return ChoosePoints(camera, content, at, True, self._band_finished, clicked)

    def _ground_gesture(self, at: tuple[float, float], more: bool) -> Gesture:
        xy_image = self._content.selectable_xy()
        if xy_image is None or not np.isfinite(xy_image).any():  # a band would find nothing
            return Pan(self._camera, at, lambda: self._ground_clicked(at, more))
        return ChoosePoints(
            self._camera,
            self._content,
            at,
            more,
            self._band_finished,
            lambda: self._ground_clicked(at, more),
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer with the gesture in hand, else with the hover."""
        if event.position() != self._pointer:  # and not what moved below it
            self._hide_crosshair()
        self._pointer = event.position()
        self._move_gesture(event.modifiers())
        self._try_eyes(self.image_from_view(self._pointer))
        self._update_pointer()
        self._tell_cursor()

    def _move_gesture(self, keys: Qt.KeyboardModifier) -> None:
        if self._gesture is not None and self._pointer is not None:
            began = self._content.dragged is None
            self._gesture.move(_pair(self._pointer), keys)
            if self._content.dragged is not None:
                self._judge()
                if began and isinstance(self._gesture, MovePoints) and self._content.prior:
                    self.points_held.emit()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture that this button began."""
        if self._gesture is not None and event.button() == self._gesture_button:
            gesture, self._gesture = self._gesture, None
            gesture.finish()
            self._judge()
            self._update_pointer()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose what belongs with a point, and hold it; fit the picture on empty ground."""
        at = _pair(event.position())
        point = self._content.point_at(self._camera, at)
        plain = event.button() == Qt.MouseButton.LeftButton and self._wanted is Wanted.NOTHING
        plain = plain and self._handle is None
        if not plain or self._space_held or self._frame is None or self._gesture is not None:
            self.mousePressEvent(event)
        elif point == NONE:
            self.fit()
        else:  # the first press has already chosen the point alone
            self._choose(self._content.belonging(point, self._before_press))
            self._begin(self._hold(at, point), event.button())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about what is under the pointer, or about what is chosen by keys."""
        if self._frame is None or self._gesture is not None or self._wanted is not Wanted.NOTHING:
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            under, there = Under.FACE, QRectF(self.rect()).center()
            if self.selection.points:
                point = self._content.point_xy(self.selection.lead)
                under = Under.POINT
                there = there if point is None else self.view_from_image(point.tolist())
            self.menu_wanted.emit(under, self.mapToGlobal(there.toPoint()))
        else:
            self.menu_wanted.emit(self._under(QPointF(event.pos())), event.globalPos())

    def _under(self, view: QPointF) -> Under:
        """Return what is at a place, which is chosen then."""
        at, content = _pair(view), self._content
        point = content.point_at(self._camera, at)
        if point != NONE:
            if point not in content.selection.points:
                self._choose(Selection.only(point))
            return Under.POINT
        other = content.other_face_at(self._camera, at)
        if other is not None:
            self.face_chosen.emit(other)
        covered = other is not None or content.covers(self.image_from_view(view))
        return Under.FACE if covered else Under.PICTURE

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
            self._judge()

    def _judge(self) -> None:
        self._content.judge()
        self.shape_judged.emit(self._content.usual)

    def _box_finished(self, box_image: Box) -> None:
        self._wanted = Wanted.NOTHING
        self.box_drawn.emit(box_image)
        self.mode_changed.emit(self.in_mode)

    def _new_box_finished(self, box_image: Box) -> None:
        self._want(Wanted.NOTHING)
        self.new_box_drawn.emit(box_image)

    def _eye_clicked(self, xy_image: FloatArray) -> None:
        first = self._content.spots
        if self._dropped is None or self._dropped.eyes is None:
            return
        if first is None:
            self._content.spots = xy_image[None]
            return
        shape = self._dropped.on_eyes([first[0], xy_image])
        if shape is not None:
            self._shape_finished(shape)

    def _try_eyes(self, xy_image: Sequence[float]) -> None:
        """Show the shape as it would lie if the second eye were at a place of the image frame."""
        first, dropped = self._content.spots, self._dropped
        if self._wanted is not Wanted.SHAPE or self._gesture is not None:
            return
        if first is not None and dropped is not None:
            here = self.limits_image.nearest(xy_image)
            self._content.ghost = dropped.on_eyes([first[0], here])
            self.update()

    def _shape_finished(self, xy_image: FloatArray) -> None:
        self._want(Wanted.NOTHING)
        self.shape_dropped.emit(self.limits_image.nearest(xy_image))

    def _ground_clicked(self, at: tuple[float, float], more: bool) -> None:
        other = self._content.other_face_at(self._camera, at)
        if other is not None:
            self.face_chosen.emit(other)
        elif not more:
            self._choose(Selection())

    def _choose(self, selection: Selection) -> None:
        if selection != self._content.selection:
            self._band_finished(selection)

    def _band_finished(self, selection: Selection) -> None:
        self._content.selection = selection
        self.points_chosen.emit(selection)
        self.update()

    def _update_pointer(self) -> None:
        """Bring hover and cursor shape up to date."""
        hovered, self._handle = NONE, None
        if self._gesture is not None:
            hovered = self._content.hovered
        elif self._pointer is not None and self._wanted is Wanted.NOTHING:
            at, frame = _pair(self._pointer), self._frame_of_chosen()
            self._handle = frame.handle_at(at) if frame is not None else None
            if self._handle is None:
                hovered = self._content.point_at(self._camera, at)
        if hovered != self._content.hovered:
            self._content.hovered = hovered
            self.point_hovered.emit(hovered)
            self.update()
        self.setCursor(self._shape())

    def _shape(self) -> Qt.CursorShape:
        if self._gesture is not None:
            return self._gesture.cursor
        if self._wanted is Wanted.BOX and self._pointer is not None and not self._space_held:
            at = _pair(self._pointer)
            return cursor_over(edges_at(self._camera, self._content.box_image, at))
        if self._wanted is not Wanted.NOTHING and not self._space_held:
            return Qt.CursorShape.CrossCursor
        if self._space_held:
            return Qt.CursorShape.OpenHandCursor
        if self._handle is not None:
            return self._handle.cursor
        if self._content.hovered != NONE:
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.ArrowCursor

    def _guide_rect(self) -> QRectF:
        return place_guide(self._pointer, self.width())

    def _hide_crosshair(self) -> None:
        if self._content.crosshair is not None:
            self._content.crosshair = None
            self.cursor_moved.emit(None)
            self.update()

    def _tell_cursor(self) -> None:
        if self._frame is None or self._pointer is None:
            return
        place = self.image_from_view(self._pointer)
        inside = bool(self.limits_image.contains(place))
        self.cursor_moved.emit(place if inside else None)


def _pair(view: QPointF) -> tuple[float, float]:
    return view.x(), view.y()


def _same_points(before: FaceView | None, after: FaceView | None) -> bool:
    if before is None or after is None or before.face_id != after.face_id:
        return False
    old, new = before.ground_truth, after.ground_truth
    return old is not None and new is not None and old.count == new.count
