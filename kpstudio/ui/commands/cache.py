"""The thumbnails on disk: how much room they may take, and letting go of them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from kpstudio.app.jobs import JobHandle
from kpstudio.app.session import sentence
from kpstudio.ui.frame import Frame

CAPS = (100, 500, 2000)
"""Megabytes to choose from."""


class CacheCommands(QObject):
    """The thumbnail cache in the File menu."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.menu = QMenu("Thumbnail cache", window)
        group = QActionGroup(self.menu)
        for megabytes in CAPS:
            action = self.menu.addAction(f"Up to {megabytes:,} MB")
            action.setCheckable(True)
            action.setData(megabytes * 10**6)
            action.setChecked(window.settings.thumbnail_cap == action.data())
            group.addAction(action)
        group.triggered.connect(self._choose_cap)
        self.menu.addSeparator()
        self.clear_action = self.menu.addAction("Clear")
        self.clear_action.triggered.connect(lambda: self.clear())
        self.menu.aboutToShow.connect(self._tell_size)

    def place(self, above: QAction) -> None:
        """Put the menu into the File menu, at the end of the group above the one of ``above``."""
        file = self._window.menus["File"]
        line = file.actions()[file.actions().index(above) - 1]
        file.insertMenu(line, self.menu)

    def clear(self) -> None:
        """Let go of all thumbnails on disk, off the window's thread."""
        window, store = self._window, self._window.thumbnail_store

        def work(_handle: JobHandle) -> int:
            size = store.size()
            store.clear()
            return size

        job = window.jobs.job(work)
        job.finished.connect(self._cleared)
        job.failed.connect(lambda error: window.warn(sentence(error)))
        job.start()

    def _cleared(self, size: int) -> None:
        self._window.status.say(f"Cleared {_megabytes(size)} of thumbnails.")

    def _tell_size(self) -> None:
        size = self._window.thumbnail_store.size()
        self.clear_action.setText(f"Clear ({_megabytes(size)})")

    def _choose_cap(self, action: QAction) -> None:
        self._window.settings.thumbnail_cap = action.data()
        self._window.thumbnail_store.cap = action.data()


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
