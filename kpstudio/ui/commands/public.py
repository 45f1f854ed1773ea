"""Getting public sets: fetched off the window's thread, opened once they are there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import tr, translated
from kpstudio.core.errors import InputError
from kpstudio.public.catalogue import PublicSet, read_catalogue
from kpstudio.tasks.getting import Step, get
from kpstudio.ui.asking import MessageBox
from kpstudio.ui.commands.files import FileCommands
from kpstudio.ui.dialogs.public_data import Pace, PublicDataDialog
from kpstudio.ui.frame import Frame

_TASK = "public"


class PublicCommands(QObject):
    """What “Get public data…” does, and what comes of it."""

    def __init__(self, window: Frame, files: FileCommands) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._dialog: PublicDataDialog | None = None
        self._job: Job | None = None
        self._title = ""
        self._pace = Pace()

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"public_data": self.show}

    def show(self) -> None:
        """Show the sets, or what is coming."""
        if self._dialog is None:
            try:
                sets = read_catalogue()
            except InputError as error:
                self._window.warn(translated(error))
                return
            place = self._window.settings.public_place
            self._dialog = dialog = PublicDataDialog(sets, place, self._window)
            dialog.wanted.connect(self._get)
            dialog.left.connect(self._cancel)
            dialog.finished.connect(self._closed)
        self._window.status.hide_progress(_TASK)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _closed(self) -> None:
        if self._job is None and self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _get(self, wanted: PublicSet, to: Path, given: Sequence[Path]) -> None:
        def work(handle: JobHandle) -> Path:
            def progress(step: Step) -> bool:
                if not handle.cancelled:
                    handle.report(step)
                return not handle.cancelled

            return get(wanted, to, True, progress, given)

        assert self._dialog is not None
        self._window.settings.public_place = to.parent
        self._title, self._pace = wanted.title, Pace()
        self._dialog.begin()
        self._job = job = self._window.jobs.job(work)
        job.reported.connect(lambda reports: self._show(reports[-1]))
        job.finished.connect(self._got)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        job.start()

    def _show(self, step: Step) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.show_step(step)
        else:
            words = self._pace.words(step)
            self._window.status.show_progress(words, 0, 0, self._cancel, _TASK)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _ended(self) -> None:
        if self._job is not None:  # it neither finished nor failed: it was cancelled
            self._rest()
            if self._dialog is not None:
                self._dialog.end()

    def _failed(self, error: Exception) -> None:
        hidden = self._rest()
        if self._dialog is not None:
            self._dialog.end(sentence(error), bad=True)
        if hidden:
            self._window.warn(sentence(error))

    def _rest(self) -> bool:
        """Take note that nothing comes any more; return whether the dialog was hidden."""
        self._job = None
        hidden = self._dialog is None or not self._dialog.isVisible()
        if hidden:
            self._window.status.hide_progress(_TASK)
            self._closed()
        return hidden

    def _got(self, folder: Path) -> None:
        if not self._rest() and self._dialog is not None:
            self._dialog.accept()
            self._files.open(folder)
            return
        told = tr("{title} is in {folder}.", title=self._title, folder=folder)
        box = MessageBox(MessageBox.Icon.Question, tr("Public data"), told, self._window)
        later = box.addButton(tr("Later"), MessageBox.ButtonRole.RejectRole)
        opens = box.addButton(tr("Open"), MessageBox.ButtonRole.AcceptRole)
        box.recommend(opens)
        box.setEscapeButton(later)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opens.clicked.connect(lambda: self._files.open(folder))
        box.open()
