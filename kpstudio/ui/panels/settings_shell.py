"""The frame around a form: a header, room to scroll, and the button that starts it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from kpstudio.app.language import tr
from kpstudio.ui import theme
from kpstudio.ui.panels.parts import EmptyState, Header, quiet
from kpstudio.ui.panels.room import Room

_ROOMY = 220
"""With less height the button stands in the heading, and the words around it are its tool tip."""
_LEAST = 88


class SettingsShell(QWidget):
    """A form that scrolls between its heading and its button, which stay in view.

    Attributes:
        header: What it is, and whether something is changed.
        reset_button: Takes the changes back.
        train_button: The main action.
        changes: What is changed, said where it moves no field.
        reason: Why the button cannot be pressed.
        nothing: Stands in place of a form that nothing can fill.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header(tr("Settings"))
        self.reset_button = QPushButton(tr("Reset"))
        self.train_button = QPushButton(tr("Train"))
        self.changes, self.reason = quiet(), quiet()
        self.scrolling = Room(sideways=False)
        self.nothing = EmptyState("")
        self._pages = QStackedLayout()
        self._footer = QFrame()

    def enclose(self, *parts: QWidget) -> QWidget:
        """Lay out ``parts`` below each other in the room that scrolls; return what holds them."""
        self.reset_button.setFlat(True)
        self.header.row.addWidget(self.reset_button)
        self._fill_footer()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._pages, 1)
        self._pages.addWidget(self.scrolling)
        self._pages.addWidget(self.nothing)
        column.addWidget(self._footer)
        form = QWidget()
        theme.set_role(form, "pane")
        self.scrolling.setWidget(form)  # still empty: what is put anywhere is styled anew
        inside = QVBoxLayout(form)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(12)
        for part in parts:
            inside.addWidget(part)
        inside.addStretch(1)
        self.setMinimumWidth(280)
        return form

    def show_form(self, shown: bool) -> None:
        """Show the form, or the sentence in its place."""
        self.scrolling.setEnabled(shown)
        self._pages.setCurrentWidget(self.scrolling if shown else self.nothing)

    def _fill_footer(self) -> None:
        self.train_button.setProperty("primary", "true")
        theme.set_role(self._footer, "footer")
        column = QVBoxLayout(self._footer)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.changes)
        column.addWidget(self.reason)
        column.addWidget(self.train_button)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the heading and a field; the rest gives way."""
        return QSize(super().minimumSizeHint().width(), _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the button where it leaves the form some room."""
        super().resizeEvent(event)
        low = self.height() < _ROOMY
        if low is self._footer.isHidden():
            return
        focus = self.train_button.hasFocus()
        if low:
            self.header.row.addWidget(self.train_button)
        elif (column := self._footer.layout()) is not None:
            column.addWidget(self.train_button)
        self._footer.setHidden(low)
        if focus:
            self.train_button.setFocus()
