"""A box drawn by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kpstudio.core.geometry import Box
from kpstudio.ui.canvas.boxes import SMALLEST_BOX

SHARE = 0.5
"""How large what keys put into a picture without a box is, of the picture's larger side."""
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Begin a box, and take it."""
SIZES = {
    Qt.Key.Key_Plus: 1.1,
    Qt.Key.Key_Equal: 1.1,  # where + is, without Shift
    Qt.Key.Key_Minus: 1 / 1.1,
}


def first_box(own: Box | None, limits: Box) -> Box:
    """Return the box to begin with: the face's own, else a square in the middle."""
    return own or _inside(limits.square(SHARE), limits)


def moved(box: Box, dx: float, dy: float, limits: Box) -> Box:
    """Return the box so far to the side and down, as far as there is room."""
    dx = min(max(dx, limits.left - box.left), limits.right - box.right)
    dy = min(max(dy, limits.top - box.top), limits.bottom - box.bottom)
    return Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)


def stretched(box: Box, dx: float, dy: float, limits: Box) -> Box:
    """Return the box with its right or lower edge moved, as far as there is room; it stays one."""
    right = min(max(box.right + dx, box.left + SMALLEST_BOX), limits.right)
    bottom = min(max(box.bottom + dy, box.top + SMALLEST_BOX), limits.bottom)
    return Box(box.left, box.top, right, bottom)


def resized(box: Box, scale: float, limits: Box) -> Box:
    """Return the box enlarged about its centre, as far as there is room; it stays a box."""
    x, y = box.centre
    across, down = (max(scale * side, SMALLEST_BOX) / 2 for side in (box.width, box.height))
    return _inside(Box(x - across, y - down, x + across, y + down), limits)


def _inside(box: Box, limits: Box) -> Box:
    return Box(
        max(box.left, limits.left),
        max(box.top, limits.top),
        min(box.right, limits.right),
        min(box.bottom, limits.bottom),
    )
