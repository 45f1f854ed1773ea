"""Choices of two in a header that give way to what stands between them, at last to a menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QButtonGroup, QMenu, QToolButton, QWidget

from kpstudio.app.language import tr
from kpstudio.ui import theme
from kpstudio.ui.panels.button_icon import ButtonIcon

_WIDTH = 24


class SpareSegments(QObject):
    """Shows both buttons of each choice, or the one that is down, or a menu, as room allows.

    A button that stands alone turns to the other one when it is pressed.

    Attributes:
        more: Opens the menu; in view where there is no room for the choices' own buttons.
    """

    def __init__(self, groups: Sequence[QButtonGroup], tip: str, parent: QWidget) -> None:
        """Begin with all buttons.

        Args:
            groups: Of two buttons each, with the numbers 0 and 1; what listens to them does so by
                now, for a press is heard as one of the button alone, then as one of the other.
            tip: What is chosen, in the window's language.
            parent: What they are gone with.
        """
        super().__init__(parent)
        self._pairs = [_Pair(group) for group in groups]
        self.more = QToolButton(parent)
        ButtonIcon(self.more, "more")
        self.more.setToolTip(tip)
        self.more.setAccessibleName(tip)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.set_role(self.more, "segment")
        self.more.setFixedWidth(_WIDTH)
        self.more.hide()
        self.more.clicked.connect(self._open)

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
        self.more.setVisible(alone > room)

    def menu(self) -> QMenu:
        """Return a menu of all choices."""
        menu = QMenu(self.more)
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

    def _open(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


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
