"""The canvas: shows a picture with its points and turns mouse and keys into gestures."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QNativeGestureEvent,
)
from PySide6.QtWidgets import QWidget

from kpstudio.app.language import tr
from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.selection import Selection
from kpstudio.ui.canvas import key_box, key_pointer, key_points
from kpstudio.ui.canvas.content import Guide
from kpstudio.ui.canvas.gestures import held_points
from kpstudio.ui.canvas.guide import NOWHERE, place_guide
from kpstudio.ui.canvas.loupe import place_beside
from kpstudio.ui.canvas.mouse import MODIFIERS, CanvasMouse
from kpstudio.ui.canvas.placing import Wanted
from kpstudio.ui.dropped_files import take_files

_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NUDGES = {
    MODIFIERS.NoModifier: 1.0,
    MODIFIERS.ShiftModifier: 10.0,
    MODIFIERS.AltModifier: 0.1,
}
_LEADS = MODIFIERS.ControlModifier | MODIFIERS.ShiftModifier
"""With arrow keys: the neighbours of what is moved by a pixel follow."""

_PAN = 0.1  # of the view's shorter side, with each arrow key
_GUIDED = {Qt.Key.Key_S: 1, Qt.Key.Key_Delete: 1, Qt.Key.Key_Backspace: -1}
_BOXES = (Wanted.BOX, Wanted.NEW_BOX)
_HELD = {
    Qt.Key.Key_Shift: MODIFIERS.ShiftModifier,
    Qt.Key.Key_Control: MODIFIERS.ControlModifier,
}
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Canvas(CanvasMouse):
    """Picture, points and gestures of one face at a time.

    It owns no data: values come in by the ``set_...`` methods, gestures go out as signals. After
    `points_moved`, `points_nudged` and `points_reshaped` the owner hands in the new points with
    `set_faces`; if it does not, the points are back where they were.
    """

    points_nudged = Signal(object, float, float)  # tuple of point numbers, dx, dy in image pixels
    points_reshaped = Signal(object, object)  # as points_moved; step by step, of the same points
    stepped = Signal(int)  # Up (-1) or Down (1) while no point is chosen: another face is wanted
    files_dropped = Signal(object)  # list[Path]
    placing_stepped = Signal(int)  # guided placing: the point is skipped (1), or one back (-1)
    placing_left = Signal()  # guided placing is over
    dependence_left = Signal()  # the map of what points depend on is no longer wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self._dropping = False

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
        """Nudge the chosen points, step on, take a gesture back, or get ready to pan."""
        key = event.key()
        if (held := _HELD.get(Qt.Key(key))) is not None:
            self._move_gesture(event.modifiers() | held)
        if not self._takes(event):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_Space:
            self._space_held = True
            self._update_pointer()
        elif self._can_pan(event):
            self._pan(Qt.Key(key))
        elif self._wanted is Wanted.POINT and key in _GUIDED:
            if self._gesture is None:
                self.placing_stepped.emit(_GUIDED[Qt.Key(key)])
        elif self._takes_for_place(Qt.Key(key), _modifiers(event)):
            self._use_crosshair(event)
        elif self._wanted is Wanted.SHAPE and key in key_box.TAKES:
            self._put_shape()
        elif self._wanted in _BOXES:
            self._change_box(event)
        elif self._can_step(event):
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif self._can_reshape(event):
            self._reshape(event)
        elif _modifiers(event) == _LEADS:
            self._lead(Qt.Key(key))
        else:
            self._nudge(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stop being ready to pan."""
        if (held := _HELD.get(Qt.Key(event.key()))) is not None:
            self._move_gesture(event.modifiers() & ~held)
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self._update_pointer()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it has the focus to who came by Tab; it has it nearly always."""
        self._reached_by_keys = event.reason() in _BY_TAB
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the held Space: its release will go elsewhere."""
        self._reached_by_keys = self._space_held = False
        self.update()
        self._update_pointer()
        super().focusOutEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            return self._gesture is not None or self.in_mode or bool(self.selection.points)
        if self._can_pan(event):
            return True
        of_mode = {Wanted.POINT: tuple(_GUIDED), Wanted.SHAPE: key_box.TAKES}
        if key in of_mode.get(self._wanted, ()):
            return _modifiers(event) == MODIFIERS.NoModifier
        if self._wanted in _BOXES and self._takes_for_box(key, _modifiers(event)):
            return True
        if self._takes_for_place(key, _modifiers(event)):
            return True
        if key == Qt.Key.Key_Space:
            return self._frame is not None and _modifiers(event) == MODIFIERS.NoModifier
        if self._can_step(event) or self._can_reshape(event):
            return True
        held = _modifiers(event)
        moves = held in _NUDGES or (held == _LEADS and self._wanted is Wanted.NOTHING)
        return key in _DIRECTIONS and moves and self._can_nudge()

    def _takes_for_box(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if key in key_box.TAKES:
            return held == MODIFIERS.NoModifier
        if self._content.rubber is None:
            return False
        by_an_edge = held & ~MODIFIERS.ControlModifier
        return key in key_box.SIZES or (key in _DIRECTIONS and by_an_edge in _NUDGES)

    def _change_box(self, event: QKeyEvent) -> None:
        """Begin a box, move or resize it, or take it."""
        if self._gesture is not None:
            return
        key, box, limits = Qt.Key(event.key()), self._content.rubber, self.limits_image
        if box is None:
            own = self._content.box_image if self._wanted is Wanted.BOX else None
            self._content.rubber = key_box.first_box(own, limits)
        elif key in key_box.TAKES:
            self._content.rubber = None
            take = self._box_finished if self._wanted is Wanted.BOX else self._new_box_finished
            take(box)
        elif key in key_box.SIZES:
            self._content.rubber = key_box.resized(box, key_box.SIZES[key], limits)
        else:
            held, edge = _modifiers(event), MODIFIERS.ControlModifier
            dx, dy = np.array(_DIRECTIONS[key]) * _NUDGES[held & ~edge]
            change = key_box.stretched if held & edge else key_box.moved
            self._content.rubber = change(box, dx, dy, limits)
        self.update()

    # --- the crosshair

    def ask_for(self, guide: Guide | None) -> None:
        """Let the next press place a point, or none any more; the crosshair goes on to it."""
        before = self._content.crosshair
        super().ask_for(guide)
        if before is not None and guide is not None and self.asking:
            self._point_at(before if guide.expected is None else guide.expected)

    def _takes_for_place(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Whether a key shows, moves or uses the crosshair: for a point, or for an eye."""
        if self._wanted is not Wanted.POINT and not self._asks_for_eyes:
            return False
        if key in key_pointer.TAKES:  # else it puts the shape into the face's box
            shown = self._wanted is Wanted.POINT or self._content.crosshair is not None
            return shown and held == MODIFIERS.NoModifier
        return key in _DIRECTIONS and held in _NUDGES

    @property
    def _asks_for_eyes(self) -> bool:
        dropped = self._dropped if self._wanted is Wanted.SHAPE else None
        return dropped is not None and dropped.eyes is not None

    def _use_crosshair(self, event: QKeyEvent) -> None:
        """Show the crosshair, move it, or click where it is."""
        if self._gesture is not None:
            return
        key, place = Qt.Key(event.key()), self._content.crosshair
        if place is None:
            self._point_at(key_pointer.first_place(self._content, self.limits_image))
        elif key in _DIRECTIONS:
            self._point_at(place + _NUDGES[_modifiers(event)] * np.array(_DIRECTIONS[key]))
        elif not event.isAutoRepeat():
            take = self.point_placed.emit if self._wanted is Wanted.POINT else self._eye_clicked
            take(place)

    def _point_at(self, xy_image: FloatArray) -> None:
        place = self._content.crosshair = self.limits_image.nearest(xy_image)
        if not self._camera.fitted:
            self._camera.reveal(place, key_pointer.MARGIN)
        self._try_eyes(place.tolist())
        self.cursor_moved.emit(tuple(place.tolist()))
        self.update()

    def _guide_rect(self) -> QRectF:
        """Keep the drawing away from the crosshair, and from the loupe beside it."""
        at = self._crosshair
        if at is None:
            return super()._guide_rect()
        width, height = self.width(), self.height()
        beside = place_beside((at.x(), at.y()), width, height) if self._loupe else NOWHERE
        return place_guide(at, width, beside)

    # --- the chosen points

    def turn_to(self, selection: Selection) -> None:
        """Mark the chosen points as `choose_points` does, and let all that follow them know."""
        self.choose_points(selection)
        self.points_chosen.emit(selection)

    def _can_step(self, event: QKeyEvent) -> bool:
        free = not self.selection.points and self._gesture is None
        free = free and self._wanted is not Wanted.POINT
        plain = _modifiers(event) == MODIFIERS.NoModifier
        return free and plain and Qt.Key(event.key()) in _STEPS

    def _can_nudge(self) -> bool:
        return bool(self._content.movable())

    def _nudge(self, event: QKeyEvent) -> None:
        if self._gesture is not None:
            return
        indices, xy_image = held_points(self._content)
        length = _NUDGES[_modifiers(event)]
        step = length * np.array(_DIRECTIONS[Qt.Key(event.key())], dtype=np.float64)
        dx, dy = np.clip(step, *self.limits_image.room(xy_image)).tolist()
        if dx or dy:
            self.points_nudged.emit(indices, dx, dy)

    def _lead(self, key: Qt.Key) -> None:
        """Move the chosen points by a pixel, and let others follow."""
        if self._gesture is None:
            step = np.array(_DIRECTIONS[key], dtype=np.float64)
            self._take(key_points.moved(self._content, step, self.limits_image))

    def _can_reshape(self, event: QKeyEvent) -> bool:
        free = self._wanted is Wanted.NOTHING and self._gesture is None
        asked = key_points.reshapes(Qt.Key(event.key()), _modifiers(event))
        return asked and free and len(self._content.movable()) > 1

    def _reshape(self, event: QKeyEvent) -> None:
        """Stretch or turn the chosen points about their mean."""
        across = bool(_modifiers(event) & MODIFIERS.AltModifier)
        points = key_points.reshaped(self._content, Qt.Key(event.key()), across, self.limits_image)
        self._take(points)

    def _take(self, points: key_points.Points) -> None:
        """Tell of points that keys have moved; where there was no room, nothing has happened."""
        truth = self._content.truth_xy()
        if truth is not None and not np.array_equal(truth[list(points[0])], points[1]):
            self.points_reshaped.emit(*points)

    # --- the view

    def _can_pan(self, event: QKeyEvent) -> bool:
        free = self._frame is not None and self._gesture is None
        plain = _modifiers(event) == MODIFIERS.NoModifier
        return self._space_held and free and plain and Qt.Key(event.key()) in _DIRECTIONS

    def _pan(self, key: Qt.Key) -> None:
        """Show more of what lies in a direction."""
        dx, dy = (-_PAN * min(self.width(), self.height()) * np.array(_DIRECTIONS[key])).tolist()
        self._camera.pan(dx, dy)
        self._view_changed()

    def _put_shape(self) -> None:
        """Put the mean shape into the face's box, else into the middle of the picture."""
        face = self._content.face
        if self._dropped is not None and face is not None and self._gesture is None:
            box = face.box_image or self.limits_image.square(key_box.SHARE)
            self._shape_finished(self._dropped.in_box(box))

    def _escape(self) -> None:
        if self._gesture is not None:
            self._cancel_gesture()
        elif self.in_mode:
            self.give_up()
        else:
            self._choose(Selection())
        self._update_pointer()
        self.update()

    def give_up(self) -> None:
        """End what presses are for, else take the map away."""
        if self._wanted is Wanted.POINT:
            self.placing_left.emit()
        elif self.asking:
            self.stop_asking()
        elif self._dependence is not None:
            self.dependence_left.emit()

    # --- files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        self._dropping = bool(take_files(event))
        self.update()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Welcome files everywhere on the canvas."""
        take_files(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self._dropping = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        self._dropping = False
        self.update()
        if paths := take_files(event):
            self.files_dropped.emit(paths)

    def _banner(self) -> str:
        if self._dropping:
            return tr("Drop to open")
        if self._wanted in _BOXES:
            return self._box_banner()
        if self._wanted is Wanted.SHAPE:
            return self._shape_banner()
        guide = self._content.guide
        if guide is not None:
            name = self._content.name(guide.point)
            if self._content.crosshair is not None:
                return tr(
                    "Enter places {name} · S skips it · Backspace goes back · Esc ends", name=name
                )
            return tr(
                "Click {name} or press an arrow key · S skips it · Backspace goes back · Esc ends",
                name=name,
            )
        return ""

    def _box_to_drag(self) -> Box | None:
        wanted = self._wanted is Wanted.BOX and self._content.rubber is None
        return self._content.box_image if wanted else None

    def _box_banner(self) -> str:
        if self._content.rubber is not None and self._gesture is None:
            return tr(
                "Arrow keys move the box, with Ctrl an edge; + and − resize it · Enter accepts, "
                "Esc cancels"
            )
        if self._box_to_drag() is not None:
            return tr("Drag an edge of the box, or a new box around the face · Esc cancels")
        if self._wanted is Wanted.BOX:
            return tr("Drag a box around the face · Esc cancels")
        return tr("Drag a box around the new face · Esc cancels")

    def _shape_banner(self) -> str:
        if not self._asks_for_eyes:
            return tr("Drag a box around the points · Esc cancels")
        if self._content.crosshair is not None:
            return tr("Move to the middle of an eye with arrow keys, press Enter · Esc cancels")
        if self._content.spots is not None:
            return tr("Click the other eye · Esc cancels")
        return tr("Click the two eyes, or drag a box around the points · Esc cancels")


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~MODIFIERS.KeypadModifier
