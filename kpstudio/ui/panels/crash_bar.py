"""A quiet bar across the window: the program did not end properly the last time."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpstudio.app.crashes import Crash
from kpstudio.app.language import tr
from kpstudio.ui.panels.notice_bar import NoticeBar


class CrashBar(NoticeBar):
    """Says when that was, and offers what was open then.

    Signals:
        open_asked: the `Path` that a person wants to open again.
        copy_asked: what to copy for whoever looks into it.
    """

    open_asked = Signal(object)
    copy_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._told = ""
        self.again = self.add_button(tr("Open it again"), tr("Continue where you left off"))
        self.copy = self.add_button(
            tr("Copy details"),
            tr("Copy what the program was doing, to send to whoever is helping you"),
        )
        self.again.clicked.connect(self._open)
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self._told))

    def show_crash(self, crash: Crash, opening: Path | None) -> None:
        """Show one.

        Args:
            crash: How the program ended.
            opening: What is being opened now, which needs no button.
        """
        self._folder = crash.folder
        when = crash.when.astimezone()
        how = (
            tr("crashed") if crash.trace else tr("was ended from outside, or the computer stopped")
        )
        offered = crash.folder is not None and crash.folder != opening
        self.again.setVisible(offered and os.path.exists(crash.folder or ""))  # noqa: PTH110 - never raises
        name = tr(", with {name} open,", name=crash.folder.name) if crash.folder is not None else ""
        sentence = tr(
            "Last time{name} kpstudio {how}. Every finished change is saved.",
            name=name,
            how=how,
        )
        more = f"{when:%Y-%m-%d %H:%M}  {crash.folder or ''}\n{crash.trace}".strip()
        self._told = f"{sentence}\n{more}"
        self.say(sentence, more)

    def _open(self) -> None:
        self.hide()
        self.open_asked.emit(self._folder)
