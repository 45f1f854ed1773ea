"""Places counted from the picture's corner, as the drawing tools have them.

On a canvas the top-left pixel covers 0 to 1, so that its centre is at 0.5; ours is at 0.
"""

from __future__ import annotations

from kpstudio.core.geometry import Box


def to_corner(value: float) -> float:
    """Return a pixel coordinate counted from the picture's corner: centres lie at 0.5, 1.5, ..."""
    # Half a pixel is exact in binary but for places near 0, where rounding brings back what was
    # read.
    moved = value + 0.5
    return moved if moved >= 1.0 else round(moved, 14)


def from_corner(value: float) -> float:
    """Return the pixel coordinate of a place counted from the picture's corner."""
    return value - 0.5


def corner_box(left: float, top: float, right: float, bottom: float) -> Box | None:
    """Return the box with these edges, counted from the picture's corner; None if it is flat."""
    left, right = sorted((left, right))
    top, bottom = sorted((top, bottom))
    if not (right > left and bottom > top):
        return None
    return Box(*(from_corner(edge) for edge in (left, top, right, bottom)))
