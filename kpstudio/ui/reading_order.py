"""Going through a window by Tab: every control that can be used, in the order in which one reads.

Qt goes through controls in the order in which they were made, and stops before a tab bar that is
hidden. Here the order follows from where things lie at the moment of the key, so that whatever was
made, shown or moved later has its place, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

Part = tuple[QRect, list[QWidget]]
"""Where a part of a pane lies, and the controls in it, in order."""

_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly
_SPANS: tuple[Callable[[QRect], tuple[int, int]], ...] = (
    lambda place: (place.top(), place.bottom()),
    lambda place: (place.left(), place.right()),
)


def step(root: QWidget, forwards: bool) -> bool:
    """Give the focus to the control after that which has it, or before; round the ends, too.

    Of buttons of which one is down, that one stands for all: arrow keys lead to the others.

    Args:
        root: The window.
        forwards: Whether Tab was pressed, and not Shift+Tab.

    Returns:
        Whether there is another control.
    """
    now = root.focusWidget()
    way = _controls(root, now)
    if not forwards:
        way.reverse()
    place = way.index(now) + 1 if now in way else 0
    others = [widget for widget in way[place:] + way[:place] if widget is not now]
    if not others:
        return False
    reason = Qt.FocusReason
    others[0].setFocus(reason.TabFocusReason if forwards else reason.BacktabFocusReason)
    for area in root.findChildren(QScrollArea):
        if area.isAncestorOf(others[0]):
            area.ensureWidgetVisible(others[0])
    return True


def _controls(around: QWidget, now: QWidget | None) -> list[QWidget]:
    """Return what takes keys in view below a widget in reading order, and what has the focus."""
    parts: list[Part] = []
    for child in around.findChildren(QWidget, options=_CHILDREN):
        if child.isVisible() and not child.isWindow():
            own = [child] if child is now or _takes_keys(child) else []
            if controls := own + _controls(child, now):
                parts.append((child.geometry(), controls))
    return [widget for _, controls in _in_order(parts) for widget in controls]


def _takes_keys(widget: QWidget) -> bool:
    if not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QAbstractButton) and (group := widget.group()) is not None:
        down = group.checkedButton()
        if group.exclusive() and down is not None:
            return widget is down  # Qt takes the focus from whichever were not used last
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _in_order(parts: Sequence[Part]) -> list[Part]:
    """Return parts row by row, where clear lines part the rows; else column by column."""
    for span in _SPANS:
        pieces = _cut(parts, span)
        if len(pieces) > 1:
            return [part for piece in pieces for part in _in_order(piece)]
    return sorted(parts, key=lambda part: (part[0].top(), part[0].left()))


def _cut(parts: Sequence[Part], span: Callable[[QRect], tuple[int, int]]) -> list[list[Part]]:
    """Cut parts apart wherever nothing lies across, along one direction."""
    pieces: list[list[Part]] = []
    end = 0
    for part in sorted(parts, key=lambda part: span(part[0])):
        start, stop = span(part[0])
        if pieces and start <= end:
            pieces[-1].append(part)
            end = max(end, stop)
        else:
            pieces.append([part])
            end = stop
    return pieces
