"""Going through a window by Tab: every control that can be used, in the order in which one reads.

Qt goes through controls in the order in which they were made, and stops before a tab bar that is
hidden. Here the order follows from where things lie at the moment of the key, so that whatever was
made, shown or moved later has its place, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTabWidget,
    QTextEdit,
    QWidget,
)

Part = tuple[QRect, list[QWidget]]
"""Where a part of a pane lies, and the controls in it, in order."""
_WHOLE = (QAbstractSpinBox, QComboBox)
"""Controls whose inner field takes keys for them, and is none by itself."""
_FIELDS = (
    *(QLineEdit, QAbstractSpinBox, QComboBox, QCheckBox, QRadioButton),
    *(QAbstractItemView, QAbstractSlider, QTextEdit),
)
_NONE = -1
"""The number of no button, in Qt's groups."""
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
    now = QApplication.focusWidget()
    way = _controls(root, now, root.findChildren(QButtonGroup))
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


def first_field(root: QWidget) -> QWidget | None:
    """Return the first control of a window that takes an answer; None where all are buttons."""
    way = _controls(root, None, root.findChildren(QButtonGroup))
    return next((widget for widget in way if isinstance(widget, _FIELDS)), None)


# Nothing here asks a widget for its focus proxy, or a button for its group: PySide takes what such
# a call returns for a child of the widget asked, and deletes it as soon as that one is forgotten.


def _controls(
    around: QWidget, now: QWidget | None, groups: Sequence[QButtonGroup]
) -> list[QWidget]:
    """Return what takes keys in view below a widget in reading order, and what has the focus."""
    parts: list[Part] = []
    inner = around.viewport() if isinstance(around, QAbstractScrollArea) else None
    for child in around.findChildren(QWidget, options=_CHILDREN):
        if child.isVisible() and not child.isWindow():
            takes = child is now or (child is not inner and _takes_keys(child, groups))
            below = [] if isinstance(child, _WHOLE) else _controls(child, now, groups)
            if controls := [child] * takes + below:
                parts.append((child.geometry(), controls))
    return [widget for _, controls in _in_order(parts) for widget in controls]


def _takes_keys(widget: QWidget, groups: Sequence[QButtonGroup]) -> bool:
    if not widget.isEnabled() or isinstance(widget, QTabWidget):  # its bar takes them
        return False
    if isinstance(widget, QAbstractButton):
        for group in groups:
            own, down = group.id(widget), group.checkedId()
            if own != _NONE and down != _NONE and group.exclusive():
                return own == down  # Qt takes the focus from whichever were not used last
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
