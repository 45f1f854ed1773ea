"""Makes automatic copies of the open project behind the window, and tidies up after a kill."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import tr
from kpstudio.app.session import Session
from kpstudio.app.settings import Settings
from kpstudio.store.backups import back_up
from kpstudio.store.leftovers import clear_runs

log = logging.getLogger(__name__)

EVERY_MS = 20 * 60 * 1000
SOON_MS = 3000
"""After opening, when the window has drawn its first pictures."""


class BackupKeeper(QObject):
    """Copies the project soon after it was opened, and now and then while there is work.

    Signals:
        failed: one sentence for the person, once for each folder opened.
    """

    failed = Signal(str)

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(session)
        self._session, self._settings = session, settings
        self._job: Job | None = None
        self._told = self._cleared = False
        self._soon, self._timer = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._timer.setInterval(EVERY_MS)
        for timer in (self._soon, self._timer):
            timer.timeout.connect(self.back_up)
        session.opened.connect(self._opened)

    def stop(self) -> None:
        """Make no more: the window closes."""
        self._soon.stop()
        self._timer.stop()

    def _opened(self) -> None:
        self._told, self._job = False, None  # one of the folder before ends by itself
        self._cleared = False
        self._soon.start()
        self._timer.start()

    def back_up(self) -> None:
        """Copy the project if it has changed, on another thread."""
        project = self._session.project
        if project is None or project.read_only or self._job is not None:
            return
        location, keeping = project.location, self._settings.keeping
        clears, self._cleared = not self._cleared, True

        def work(_handle: JobHandle) -> None:
            if clears:
                clear_runs(location)
            back_up(location, keeping)

        job = self._session.jobs.job(work)
        job.failed.connect(self._fail)
        job.ended.connect(self._over)
        self._job = job
        job.start()

    def _over(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def _fail(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        message = tr("The automatic copy failed: {sentence}", sentence=sentence(error))
        log.info("%s", message)
        if not self._told:
            self._told = True
            self.failed.emit(message)
