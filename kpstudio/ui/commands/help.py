"""The window of help, opened at what is in view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kpstudio.ui.dialogs.help import HelpDialog
from kpstudio.ui.frame import Frame
from kpstudio.ui.help_pages import OF_DIALOGS, OF_WORKSPACES, START

_OWN = "help"


class HelpCommands(QObject):
    """Opens the pages of help, from the window and from every dialog."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._reach)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {_OWN: self.open}

    def open(self) -> None:
        """Show the page about the dialog or the workspace in view."""
        asker = QApplication.activeModalWidget() or self._window
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, HelpDialog)]
        dialog = next((each for each in shown if each.isVisible()), None)
        if dialog is not None and dialog.parent() is not asker:
            dialog.close()  # the dialog that asks blocks the windows of others
            dialog = None
        if dialog is None:
            dialog = HelpDialog(self._window.shortcuts, self._window.settings, asker)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show_page(self._topic(asker))
        dialog.show()
        dialog.activateWindow()

    def _topic(self, asker: QWidget) -> str:
        topic = OF_DIALOGS.get(type(asker).__name__)
        if topic is not None:
            return topic
        return OF_WORKSPACES[self._window.workspace] if self._window.session.is_open else START

    def _reach(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Let the key work in a dialog, which takes the window's keys away."""
        dialog = now.window() if now is not None else None
        action = self._window.actions_by_key.get(_OWN)
        if isinstance(dialog, QDialog) and action is not None and action not in dialog.actions():
            dialog.addAction(action)
