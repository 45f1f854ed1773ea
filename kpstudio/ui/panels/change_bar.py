"""A quiet bar across the window: the folder is no longer as it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpstudio.app.language import tr
from kpstudio.ui.panels.notice_bar import NoticeBar

if TYPE_CHECKING:
    from kpstudio.app.watching import FolderChange


class ChangeBar(NoticeBar):
    """Says what has changed in the folder, and offers to read it again.

    Signals:
        rescan_asked: a person wants the folder to be read again.
    """

    rescan_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rescan = self.add_button(
            tr("Reload"), tr("Read the folder again; your corrections stay")
        )
        self.rescan.clicked.connect(self.rescan_asked)

    def show_change(self, change: FolderChange) -> None:
        """Show how the folder differs; nothing where it does not."""
        self.rescan.setVisible(not change.away)
        self.say(change.sentence() if change else "", "\n".join(change.examples()))
