"""What keys do to several chosen points: stretch, turn, and take their neighbours along."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Qt

from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.reshape import Reshape
from kpstudio.ui.canvas.content import Content
from kpstudio.ui.canvas.gestures import held_points, led

_STRETCHES = {
    Qt.Key.Key_Plus: 1.01,
    Qt.Key.Key_Equal: 1.01,  # where + is, without Shift
    Qt.Key.Key_Minus: 1 / 1.01,
}
_TURNS = {Qt.Key.Key_Comma: -math.radians(1.0), Qt.Key.Key_Period: math.radians(1.0)}

Points = tuple[tuple[int, ...], FloatArray]
"""N numbers, and (N, 2) places in the image frame."""


def reshapes(key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    """Whether a key stretches or turns points, with what is held."""
    across = Qt.KeyboardModifier.AltModifier
    held &= ~Qt.KeyboardModifier.ShiftModifier  # + may need it
    return (key in _TURNS and not held) or (key in _STRETCHES and not held & ~across)


def reshaped(content: Content, key: Qt.Key, across: bool, limits_image: Box) -> Points:
    """Return the chosen points stretched or turned about their mean; ``across``: only wider."""
    indices, xy_image = held_points(content)
    x, y = xy_image.mean(axis=0).tolist()
    factor = _STRETCHES.get(key, 1.0)
    asked = Reshape((x, y), factor, 1.0 if across else factor, _TURNS.get(key, 0.0))
    return indices, asked.within(limits_image, xy_image).affine(xy_image)


def moved(content: Content, step: FloatArray, limits_image: Box) -> Points:
    """Return the chosen points moved by ``step`` (x, y), with those that follow.

    They follow as in a drag with Ctrl; where no shape is known, lines do that bend. Else the chosen
    points move alone.
    """
    (indices, xy_image), before = held_points(content), content.truth_xy()
    places = xy_image + np.clip(step, *limits_image.room(xy_image))
    follower = content.follower(indices) or (content.bend(indices) if content.bending else None)
    if follower is None or before is None:
        return indices, places
    return led(follower, indices, places, before, limits_image)
