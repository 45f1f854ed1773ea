"""The header: four workspaces at the left, the page's few main actions at the right."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
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
        self._page_of: dict[Workspace, QWidget] = {}
        self._spare: dict[QWidget, list[QPushButton]] = {}
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

    def add_action(
        self, workspace: Workspace, action: QAction, primary: bool = False, spare: bool = False
    ) -> None:
        """Put a button for ``action`` there; a switch shows whether it is on.

        Args:
            workspace: Where.
            action: What it does.
            primary: Whether it is the page's main action.
            spare: Whether the menus will do where there is no room; of those the last goes first.
        """
        button = action_button(action)
        if primary:
            theme.set_role(button, "", primary=True)
        if spare:
            self._spare.setdefault(self._page_of[workspace], []).insert(0, button)
        self.add(workspace, button)

    def show_actions(self, shown: bool) -> None:
        """Show the actions at the right, or leave their place empty."""
        self._pages.setVisible(shown)

    def show_workspace(self, workspace: Workspace) -> None:
        """Mark a workspace as the one in view."""
        self._tabs[workspace].setChecked(True)
        self._pages.setCurrentWidget(self._page_of[workspace])
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self, *_: object) -> None:
        row, page = self.layout(), self._pages.currentWidget()
        inside = None if page is None else page.layout()
        if row is None or page is None or inside is None:
            return
        margins = row.contentsMargins()
        tabs = sum(tab.sizeHint().width() + row.spacing() for tab in self._tabs.values())
        room = self.width() - margins.left() - margins.right() - tabs
        widgets = page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        needs = {widget: widget.sizeHint().width() + inside.spacing() for widget in widgets}
        needed = sum(needs.values())
        for button in self._spare.get(page, ()):
            button.setVisible(needed <= room)
            needed -= 0 if needed <= room else needs[button]


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
        button.setToolTip(action.toolTip())

    action.changed.connect(follow)
    follow()
    return button
