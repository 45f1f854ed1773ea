"""The thumbnails on disk: letting go of them, and of those that there is no more room for."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import JobHandle
from kpstudio.app.language import in_digits, tr
from kpstudio.ui.frame import Frame


class CacheCommands(QObject):
    """The thumbnail cache in the Edit menu, below the settings, which say how large it may be."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.clear_action = QAction(tr("Clear the thumbnails"), self)
        self.clear_action.triggered.connect(lambda: self.clear())
        window.menus["Edit"].addAction(self.clear_action)
        window.menus["Edit"].aboutToShow.connect(self._tell_size)
        window.settings.changed.connect(self._preferred)

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
        self._window.status.say(
            tr("Cleared {megabytes} of thumbnails.", megabytes=_megabytes(size))
        )

    def _tell_size(self) -> None:
        size = self._window.thumbnail_store.size()
        self.clear_action.setText(
            tr("Clear the thumbnails ({megabytes})", megabytes=_megabytes(size))
        )

    def _preferred(self, key: str) -> None:
        if key == "thumbnail_megabytes":
            self._window.thumbnail_store.cap = self._window.settings.thumbnail_cap


def _megabytes(size: int) -> str:
    return f"{in_digits(size / 1e6, ',.1f')} MB"
