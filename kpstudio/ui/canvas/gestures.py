"""What a press begins: each gesture follows the pointer, then ends once or is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import Qt

from kpstudio.app.language import tr
from kpstudio.core.contour import Bend
from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.selection import Selection
from kpstudio.core.shape_prior import Follower
from kpstudio.ui.canvas.camera import Camera
from kpstudio.ui.canvas.content import Content

# View pixels: a hand that only clicks must not move anything.
STILL = 2.0


class Gesture(Protocol):
    """Something that lasts from a press to its release."""

    cursor: Qt.CursorShape

    def move(self, view: Sequence[float], keys: Qt.KeyboardModifier) -> None:
        """Follow the pointer to ``view`` (x, y), while ``keys`` are held."""

    def finish(self) -> None:
        """Take effect: the button was released."""

    def cancel(self) -> None:
        """Leave everything as it was before the press."""


class Pan:
    """Shift the picture; without a shift it was a click."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(
        self, camera: Camera, view: Sequence[float], clicked: Callable[[], None] | None = None
    ) -> None:
        self._camera = camera
        self._last = self._start = np.asarray(view, dtype=np.float64)
        self._moving = False
        self._clicked = clicked

    def move(self, view: Sequence[float], _: Qt.KeyboardModifier) -> None:
        """Shift the picture along with the pointer."""
        here = np.asarray(view, dtype=np.float64)
        self._moving = self._moving or is_far(here, self._start)
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


class ChoosePoints:
    """Span a rubber band, and choose the points in it; without a band it was a click."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        camera: Camera,
        content: Content,
        view: Sequence[float],
        more: bool,
        chosen: Callable[[Selection], None],
        clicked: Callable[[], None] | None = None,
    ) -> None:
        """Begin a band.

        Args:
            camera: Where the picture stands.
            content: What the canvas shows; its ``selection`` follows the band.
            view: Where the pointer pressed.
            more: Whether what is chosen already stays so.
            chosen: Called once at the end with what is chosen then.
            clicked: Called instead if the pointer was still.
        """
        self._camera = camera
        self._content = content
        self._press = np.asarray(view, dtype=np.float64)
        self._press_image = camera.to_image(self._press)
        self._before = content.selection
        self._base = self._before if more else Selection()
        self._chosen = chosen
        self._clicked = clicked

    def move(self, view: Sequence[float], _: Qt.KeyboardModifier) -> None:
        """Span the band to the pointer."""
        if self._content.rubber is None and not is_far(view, self._press):
            return
        band = Box.around([self._press_image, self._camera.to_image(view)])
        self._content.rubber = band
        xy_image = self._content.selectable_xy()
        if xy_image is not None:
            inside = np.flatnonzero(band.contains(xy_image)).tolist()
            self._content.selection = self._base.joined(inside)

    def finish(self) -> None:
        """Tell what is chosen, if it is something else than before."""
        band, self._content.rubber = self._content.rubber, None
        if band is not None and self._content.selection != self._before:
            self._chosen(self._content.selection)
        elif band is None and self._clicked is not None:
            self._clicked()

    def cancel(self) -> None:
        """Choose again what was chosen before."""
        self._content.selection = self._before
        self._content.rubber = None


class MovePoints:
    """Drag the chosen points; only the graphic moves until the release.

    While Ctrl is held, other points follow as the shape prior wants them; else, where lines bend, a
    point of one takes it along.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        camera: Camera,
        content: Content,
        view: Sequence[float],
        limits_image: Box,
        moved: Callable[[tuple[int, ...], FloatArray], None],
        clicked: Callable[[], None] | None = None,
    ) -> None:
        """Take hold of the chosen points that can be moved: one at least.

        Args:
            camera: Where the picture stands.
            content: What the canvas shows; its ``dragged`` follows the pointer.
            view: Where the pointer pressed; the points keep their distance from it.
            limits_image: The points stay inside; one that starts outside may stay there.
            moved: Called once at the end with N point numbers and (N, 2) ``xy_image``.
            clicked: Called instead if the pointer was still.
        """
        self._camera = camera
        self._content = content
        self._indices, self._from = held_points(content)
        self._press = np.asarray(view, dtype=np.float64)
        self._press_image = camera.to_image(self._press)
        self._limits = limits_image
        self._least, self._most = limits_image.room(self._from)
        self._moved = moved
        self._clicked = clicked
        self._moving = False
        self._before = content.truth_xy()
        self._follower: Follower | None = None
        self._bend = content.bend(self._indices) if content.bending else None

    def move(self, view: Sequence[float], keys: Qt.KeyboardModifier) -> None:
        """Shift the points along with the pointer; with Ctrl their neighbours follow."""
        self._moving = self._moving or is_far(view, self._press)
        if not self._moving:
            return
        shift = self._camera.to_image(view) - self._press_image
        shift = np.clip(shift, self._least, self._most)
        content, count = self._content, len(self._indices)
        content.loupe_beside = (float(view[0]), float(view[1]))
        content.dragged = (self._indices, self._from + shift)
        dx, dy = shift.tolist()
        content.note = (
            tr("{count} points · {dx:+.1f}, {dy:+.1f} px", count=count, dx=dx, dy=dy)
            if count > 1
            else ""
        )
        if keys & Qt.KeyboardModifier.ControlModifier:
            self._let_neighbours_follow(self._from + shift)
        elif self._bend is not None:
            self._follow(self._bend, self._from + shift)

    def _let_neighbours_follow(self, places: FloatArray) -> None:
        content = self._content
        if self._follower is None:
            self._follower = content.follower(self._indices)
        if self._follower is None:
            why = (
                tr("no shape model yet")
                if content.prior is None
                else tr("nothing nearby to follow")
            )
            content.note = f"{self._held} · {why}"
        else:
            self._follow(self._follower, places)

    def _follow(self, follower: Follower | Bend, places: FloatArray) -> None:
        content, before = self._content, self._before
        if before is None:
            return
        content.dragged = led(follower, self._indices, places, before, self._limits)
        content.note = tr(
            "{held} · {count} points follow", held=self._held, count=len(follower.followers)
        )

    @property
    def _held(self) -> str:
        alone = len(self._indices) == 1
        return self._content.name(self._indices[0]) if alone else tr("selected points")

    def finish(self) -> None:
        """Hand the new places over, unless the points came back to where they were."""
        dragged = self._content.dragged
        self._content.let_go()
        if dragged is not None and self._before is not None:
            if not np.array_equal(dragged[1], self._before[list(dragged[0])]):
                self._moved(*dragged)
        elif not self._moving and self._clicked is not None:
            self._clicked()

    def cancel(self) -> None:
        """Let the points snap back."""
        self._content.let_go()


def held_points(content: Content) -> tuple[tuple[int, ...], FloatArray]:
    """Return what a hand takes hold of: N numbers, and (N, 2) places in the image frame.

    Raises:
        ValueError: If no chosen point can be moved.
    """
    indices, truth = content.movable(), content.truth_xy()
    if truth is None or not indices:
        raise ValueError("there are no points to take hold of")
    return indices, truth[list(indices)]


def led(
    follower: Follower | Bend,
    indices: tuple[int, ...],
    places: FloatArray,
    before: FloatArray,
    limits_image: Box,
) -> tuple[tuple[int, ...], FloatArray]:
    """Return where points come to that are led, and those that follow them.

    Args:
        follower: Who follows, and how.
        indices: The N points that are led.
        places: Where to, (N, 2) image frame.
        before: All points of the face, (K, 2) image frame.
        limits_image: They stay inside; one that is outside before gets no farther out.

    Returns:
        M numbers in rising order, and their (M, 2) places in the image frame.
    """
    moving = sorted((*indices, *follower.followers))
    low = np.minimum((limits_image.left, limits_image.top), before[moving])
    high = np.maximum((limits_image.right, limits_image.bottom), before[moving])
    return tuple(moving), np.clip(follower(places)[moving], low, high)


def is_far(here: ArrayLike, start: FloatArray) -> bool:
    """Whether the pointer went farther from ``start`` (x, y) than a hand that only clicks."""
    return float(np.hypot(*(np.asarray(here, dtype=np.float64) - start))) >= STILL
