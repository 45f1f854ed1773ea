"""Choices of two in a header that give way to what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QButtonGroup, QMenu, QToolButton, QWidget

from kpstudio.app.language import tr


class SpareSegments(QObject):
    """Shows both buttons of each choice, or the one that is down, or none, as room allows.

    A button that stands alone turns to the other one when it is pressed.
    """

    def __init__(self, groups: Sequence[QButtonGroup], parent: QWidget) -> None:
        """Begin with all buttons.

        Args:
            groups: Of two buttons each, with the numbers 0 and 1; what listens to them does so by
                now, for a press is heard as one of the button alone, then as one of the other.
            parent: What they are gone with.
        """
        super().__init__(parent)
        self._pairs = [_Pair(group) for group in groups]

    def fit(self, room: int, spacing: int) -> None:
        """Show as many buttons as fit.

        Args:
            room: Pixels that they may take.
            spacing: Pixels beside each button.
        """
        both = sum(pair.width(alone=False, spacing=spacing) for pair in self._pairs)
        alone = sum(pair.width(alone=True, spacing=spacing) for pair in self._pairs)
        for pair in self._pairs:
            pair.show(2 if both <= room else int(alone <= room))

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of all choices, for where there is no room for any button."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for pair in self._pairs:
            menu.addSeparator()
            for button in pair.buttons:
                action = menu.addAction(button.text())
                action.setCheckable(True)
                action.setChecked(button.isChecked())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(partial(pair.press, button))
        return menu


class _Pair(QObject):
    """One of two."""

    def __init__(self, group: QButtonGroup) -> None:
        super().__init__(group)
        self.buttons = [button for button in group.buttons() if isinstance(button, QToolButton)]
        self._tips = [button.toolTip() for button in self.buttons]
        self._count, self._turning = 2, False
        group.idClicked.connect(self._clicked)
        for button in self.buttons:
            button.toggled.connect(self._apply)

    def width(self, alone: bool, spacing: int) -> int:
        """Return the pixels that both take, or the wider one alone."""
        widths = [button.sizeHint().width() + spacing for button in self.buttons]
        return max(widths) if alone else sum(widths)

    def show(self, count: int) -> None:
        """Show so many of the two."""
        self._count = count
        self._apply()

    def _apply(self, *_: object) -> None:
        for place, button in enumerate(self.buttons):
            other, tip = self.buttons[1 - place], self._tips[place]
            alone = self._count == 1 and button.isChecked()
            if alone and other.isEnabled():
                tip += "\n" + tr("Click for {name}", name=other.text())
            button.setToolTip(tip)
            button.setVisible(self._count == 2 or alone)

    def _clicked(self, place: int) -> None:
        other = self.buttons[1 - place]
        if self._count == 1 and not self._turning and other.isEnabled():
            self.press(other)
            other.setFocus()

    def press(self, button: QToolButton, *_: object) -> None:
        """Press one of the two, and mean that one."""
        self._turning = True
        button.click()
        self._turning = False
