"""What the mouse does, and the keys that belong to a place: listed for information."""

from __future__ import annotations

from dataclasses import dataclass

from kpstudio.core.texts import Text
from kpstudio.ui.actions import MENUS

_ARROWS = ("Left", "Right", "Up", "Down")

RETURNS = ("Return", "Enter")
"""Keys that press buttons and end what is typed: only where faces are can they mean more."""


@dataclass(frozen=True)
class Fixed:
    """One thing that the hand does and that cannot be changed.

    Attributes:
        how: What the hand does.
        does: What comes of it.
        keys: Keys that no action can have for that reason, in Qt's portable text; `RETURNS` are
            refused only outside the faces.
    """

    how: Text
    does: Text
    keys: tuple[str, ...] = ()


ON_PICTURE = (
    Fixed("Click", "Select a point, or another face in the picture"),
    Fixed("Shift + click", "Add a point to the selection, or remove it"),
    Fixed("Double-click on a point", "Select the eye or the mouth; again: the whole face"),
    Fixed("Double-click beside the points", "Fit the picture"),
    Fixed("Drag a point", "Move it, with the other selected points"),
    Fixed("Ctrl + drag a point", "Move it and let its neighbours follow, as they do in faces"),
    Fixed("Drag from an empty spot", "Select the points in a rectangle"),
    Fixed("Shift + drag from an empty spot", "Add the points in a rectangle to the selection"),
    Fixed("Drag a handle", "Stretch or turn the selected points"),
    Fixed("Shift + drag a handle", "Keep the proportions; turn in steps of 15°"),
    Fixed("Ctrl + drag a handle", "Stretch from the middle"),
    Fixed("Space + drag, middle drag", "Move the picture", ("Space",)),
    Fixed("Wheel, Ctrl + wheel, pinch", "Zoom at the pointer"),
    Fixed("Arrow keys", "Move the selected points by 1 px; if none: Up and Down change the face",
          _ARROWS),
    Fixed("Shift + arrow keys", "Move the selected points by 10 px",
          tuple(f"Shift+{arrow}" for arrow in _ARROWS)),
    Fixed("Alt + arrow keys", "Move the selected points by 0.1 px",
          tuple(f"Alt+{arrow}" for arrow in _ARROWS)),
    Fixed("Ctrl + Shift + arrow keys", "Move the selected points by 1 px; their neighbours follow",
          tuple(f"Ctrl+Shift+{arrow}" for arrow in _ARROWS)),
    Fixed("Space + arrow keys", "Move the picture to show more on that side"),
    Fixed("+ and −, several points selected", "Stretch them from their middle by 1 %"),
    Fixed("Alt + + and Alt + −, several points selected", "Stretch only their width by 1 %"),
    Fixed(", and ., several points selected", "Turn them by 1° to the left or to the right"),
    Fixed("Enter, drawing a box", "Start a box: arrow keys move it, with Ctrl its right or lower "
          "edge, + and − resize it; Enter again accepts it",
          RETURNS),
    Fixed("Enter, placing the mean shape", "Put it into the face box", RETURNS),
    Fixed("Arrow keys, placing points or the mean shape", "Show a crosshair and move it: by 1 px, "
          "with Shift 10, with Alt 0.1; Enter clicks there", RETURNS),
    Fixed("S or Del, placing point by point", "Skip the point"),
    Fixed("Backspace, placing point by point", "Go back to the previous point"),
    Fixed("Esc", "Cancel a drag, else cancel the current step, else hide the map, else deselect "
          "all points", ("Esc",)),
)  # fmt: skip

ELSEWHERE = (
    Fixed("Drop files", "Open a folder or a label file; if one is open, add pictures as photos"),
    Fixed("Space, Enter on a button", "Press it", RETURNS),
    Fixed("Enter, double-click in the gallery", "Show that face large", RETURNS),
    Fixed("Ctrl + wheel in the gallery", "Make the pictures larger or smaller"),
    Fixed("Double-click in the points", "Zoom to that point"),
    Fixed("Ctrl + Up, Down and Space in the points", "Move without selecting; select or deselect"),
    Fixed("Arrow keys in a plot", "Go to the neighbour"),
    Fixed("Arrow keys, Enter in the drawing of a scheme", "Go to a point; click it"),
    Fixed("Click or drag in a plot of the error", "List the faces to the right, or in the bars"),
    Fixed("Esc in a plot of the error", "List all faces again"),
    Fixed("Double-click on the curves", "Show the whole curves"),
    Fixed("Enter, double-click in the runs", "Use that run for predictions", RETURNS),
    Fixed("Esc in a search", "Clear it; once it is empty, leave it"),
    Fixed("Esc in a dialog", "Close it"),
    Fixed("Esc elsewhere", "Leave the gallery, else end the tour"),
    Fixed("Menu key, Shift + F10", "Open the context menu of the focused part",
          ("Shift+F10", "Menu")),
    Fixed("Tab, Shift + Tab", "Go to the next or the previous field", ("Tab", "Shift+Tab")),
    Fixed("Alt + a menu's first letter", "Open that menu",
          tuple(f"Alt+{menu[0]}" for menu in MENUS)),
    Fixed("Backspace in a key's field", "Clear the key", ("Backspace",)),
)  # fmt: skip

FIXED = ON_PICTURE + ELSEWHERE
