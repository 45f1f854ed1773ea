"""The header: four workspaces at the left, the page's few main actions at the right."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from kpstudio.app.language import tr
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.button_icon import ButtonIcon
from kpstudio.ui.panels.menu import Menu
from kpstudio.ui.panels.parts import ElidedChoice
from kpstudio.ui.shortcuts import follow_tip, tip_of

_NARROW = 700
"""In a narrower window the tabs are closer together."""
_SHORT_CHOICE, _LONG_CHOICE = 96, 200
_HIGH = 1 << 12


class Workspace(StrEnum):
    """What a person is doing."""

    LABEL = say("Label")
    TRAIN = say("Train")
    REVIEW = say("Review")
    PHOTOS = say("Photos")


class Header(QWidget):
    """Workspace tabs and action buttons.

    Signals:
        chosen: the `Workspace` whose tab was pressed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        self._edges = [QToolButton(), QToolButton()]
        self._narrow = False
        self._folds: dict[QToolButton, QAction] = {}
        row.addWidget(self._edges[0])
        group = QButtonGroup(self)
        self._tabs = {}
        for workspace in Workspace:
            tab = QToolButton()
            tab.setText(tr(workspace))
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            theme.set_role(tab, "workspace")
            tab.clicked.connect(lambda _=False, workspace=workspace: self.chosen.emit(workspace))
            group.addButton(tab)
            row.addWidget(tab)
            self._tabs[workspace] = tab
        self._pages = QStackedWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setRetainSizeWhenHidden(True)  # or the tabs would spread
        self._pages.setSizePolicy(policy)
        row.addWidget(self._pages, 1)
        self._more = QToolButton()
        ButtonIcon(self._more, "more")
        self._more.setToolTip(tr("More"))
        self._more.setAccessibleName(tr("More"))
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(Menu(self._more))
        self._more.menu().setToolTipsVisible(True)
        for button in (self._more, self._edges[1]):
            row.addWidget(button)
        for button in (self._more, *self._edges):
            button.hide()
        self._page_of: dict[Workspace, QWidget] = {}
        self._spare: dict[QWidget, list[QPushButton]] = {}
        self._actions: dict[QPushButton, QAction] = {}
        for workspace in Workspace:
            page = QWidget()
            inside = QHBoxLayout(page)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(8)
            inside.addStretch(1)
            self._pages.addWidget(page)
            self._page_of[workspace] = page
        theme.bus.changed.connect(self._make_room)

    def add(self, workspace: Workspace, widget: QWidget) -> None:
        """Put ``widget`` at the right end of a workspace's actions."""
        layout = self._page_of[workspace].layout()
        assert layout is not None
        layout.addWidget(widget)
        if isinstance(widget, RunChoice):
            for signal in (widget.model().rowsInserted, widget.model().rowsRemoved):
                signal.connect(self._make_room)

    def add_action(
        self, workspace: Workspace, action: QAction, primary: bool = False, spare: bool = False
    ) -> None:
        """Put a button for ``action`` there; a switch shows whether it is on.

        Args:
            workspace: Where.
            action: What it does.
            primary: Whether it is the page's main action.
            spare: Whether it goes to the menu of more before the others; of those the last first.
        """
        button = action_button(action)
        self._actions[button] = action
        if primary:
            theme.set_role(button, "", primary=True)
        if spare:
            self._spare.setdefault(self._page_of[workspace], []).insert(0, button)
        self.add(workspace, button)

    def mark(self, workspace: Workspace, action: QAction) -> None:
        """Make another action the main one of a workspace."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for button in self._page_of[workspace].findChildren(QPushButton, options=direct):
            main = self._actions.get(button) is action
            if bool(button.property("primary")) != main:
                theme.set_role(button, "", primary=main)

    def show_actions(self, shown: bool) -> None:
        """Show the actions at the right, or leave their place empty."""
        self._pages.setVisible(shown)
        self._show_edges()

    def show_workspace(self, workspace: Workspace) -> None:
        """Mark a workspace as the one in view."""
        self._tabs[workspace].setChecked(True)
        self._pages.setCurrentWidget(self._page_of[workspace])
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            for tab in self._tabs.values():
                theme.set_role(tab, "workspace", tone="narrow" if narrow else "")
                tab.updateGeometry()
        self._make_room()

    def add_edges(self, left: QAction, right: QAction) -> None:
        """Offer to show what is folded at either side; the switches tell whether it is."""
        for button, action, side in zip(self._edges, (left, right), ("left", "right"), strict=True):
            ButtonIcon(button, f"part-{side}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text())
            button.clicked.connect(partial(action.setChecked, True))
            action.changed.connect(self._show_edges)
            self._folds[button] = action
        self._show_edges()

    def follow(self, workspace: Workspace, action: QAction) -> None:
        """Let a workspace's tab tell what the action tells that turns to it."""
        follow_tip(self._tabs[workspace], action)

    def _show_edges(self) -> None:
        for button, action in self._folds.items():
            button.setToolTip(tip_of(action))
            button.setVisible(self._pages.isVisibleTo(self) and not action.isChecked())
        self._make_room()

    def _make_room(self, *_: object) -> None:
        row, page = self.layout(), self._pages.currentWidget()
        inside = None if page is None else page.layout()
        if row is None or page is None or inside is None:
            return
        margins = row.contentsMargins()
        beside = [button for button in self._edges if button.isVisibleTo(self)]
        beside += self._tabs.values()
        taken = sum(button.sizeHint().width() + row.spacing() for button in beside)
        room = self.width() - margins.left() - margins.right() - taken
        widgets = page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        needs = {widget: _needed(widget) + inside.spacing() for widget in widgets}
        needed, left_out = sum(needs.values()) - inside.spacing(), []
        order = self._order(page)
        wanted = {button: 0 if button.property("primary") else _wanted(widgets) for button in order}
        if any(needed + wanted[button] > room for button in order):
            room -= self._more.sizeHint().width() + row.spacing()
        for button in order:
            lacks = needed + wanted[button] > room
            button.setVisible(not lacks)
            if lacks:
                needed -= needs[button]
                left_out.append(self._actions[button])
        self._more.setVisible(bool(left_out) and self._pages.isVisibleTo(self))
        menu = self._more.menu()
        menu.clear()
        menu.addActions(left_out[::-1])

    def _order(self, page: QWidget) -> list[QPushButton]:
        """Return the buttons of a page in the order in which they make room."""
        spare = self._spare.get(page, [])
        others = [button for button in self._actions if button.parent() is page]
        return [*spare, *(button for button in others if button not in spare)]


class RunChoice(ElidedChoice):
    """Which run is shown; where there is too little room the header sees to its width."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        """Ask for the room of the longest name, up to a bound."""
        return super().sizeHint().boundedTo(QSize(theme.sized(_LONG_CHOICE), _HIGH))

    def minimumSizeHint(self) -> QSize:
        """Do with the beginning of the words."""
        return QSize(_SHORT_CHOICE, super().minimumSizeHint().height())


def _needed(widget: QWidget) -> int:
    hint = widget.sizeHint() if isinstance(widget, QPushButton) else widget.minimumSizeHint()
    return max(hint.width(), widget.minimumWidth())


def _wanted(widgets: Iterable[QWidget]) -> int:
    """Return how much more room choices would like than they need: all but the main action yields.

    Args:
        widgets: Of a page.
    """
    choices = [widget for widget in widgets if isinstance(widget, RunChoice)]
    return sum(max(each.sizeHint().width() - _needed(each), 0) for each in choices)


def action_button(action: QAction) -> QPushButton:
    """Return a button that says, shows and does what ``action`` does."""
    button = QPushButton()
    button.setCheckable(action.isCheckable())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the canvas's keys
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setText(action.iconText())
        button.setEnabled(action.isEnabled())
        button.setChecked(action.isChecked())
        button.setToolTip(tip_of(action))

    action.changed.connect(follow)
    follow()
    return button
