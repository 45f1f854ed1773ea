"""What the mouse does, and the keys that belong to a place: listed for information."""

from __future__ import annotations

from dataclasses import dataclass

_ARROWS = ("Left", "Right", "Up", "Down")


@dataclass(frozen=True)
class Fixed:
    """One thing that the hand does and that cannot be changed.

    Attributes:
        how: What the hand does.
        does: What comes of it.
        keys: Keys that no action can have for that reason, in Qt's portable text.
    """

    how: str
    does: str
    keys: tuple[str, ...] = ()


FIXED = (
    Fixed("Click", "Choose a point, or another face of the picture"),
    Fixed("Drag", "Move a point; what is no point moves the picture"),
    Fixed("Arrow keys", "Move the chosen point by 1 px; Up and Down without one: go to a face",
          _ARROWS),
    Fixed("Shift + arrow keys", "Move the chosen point by 10 px",
          tuple(f"Shift+{arrow}" for arrow in _ARROWS)),
    Fixed("Alt + arrow keys", "Move the chosen point by 0.1 px",
          tuple(f"Alt+{arrow}" for arrow in _ARROWS)),
    Fixed("Esc", "Put back what is being dragged, choose no point, close a dialog", ("Esc",)),
    Fixed("Wheel, pinch", "Zoom at the pointer"),
    Fixed("Space + drag, middle drag", "Move the picture", ("Space",)),
    Fixed("Double-click in the points", "Zoom to that point"),
    Fixed("Drop", "Open a folder or label file; add pictures as photos"),
    Fixed("Tab, Shift + Tab", "Go to the next or previous field", ("Tab", "Shift+Tab")),
    Fixed("F2, Del in the runs", "Rename or delete the chosen runs", ("F2", "Del")),
    Fixed("Backspace in a key's field", "Take the key away", ("Backspace",)),
)  # fmt: skip
