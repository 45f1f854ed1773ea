"""Importing labels from elsewhere into the open folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import tr, tr_count
from kpstudio.core.edits import StaleEditError
from kpstudio.core.texts import say
from kpstudio.io.choosing import LabelChoice, LabelChoiceNeeded
from kpstudio.tasks.importing import Import, read_import
from kpstudio.ui.dialogs.import_labels import ImportDialog
from kpstudio.ui.dialogs.label_choice import LabelChoiceDialog
from kpstudio.ui.dialogs.where_labels import ask_where
from kpstudio.ui.frame import Frame

_TASK = "import"
_WHAT = say(
    "Import labels of these pictures from another program, another person or an earlier day: "
    "choose the file or folder. You will see what would change first."
)


class ImportCommands(QObject):
    """Asks for labels, shows what they would change, and takes what a person chooses."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        window.session.opened.connect(self._forget)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"import_labels": self.ask}

    def ask(self) -> None:
        """Ask where the labels are."""
        path = ask_where(self._window, tr("Import labels"), tr(_WHAT)).path
        if path is not None:
            self.take(path)

    def take(self, path: Path, choice: LabelChoice | None = None) -> None:
        """Read labels behind the window, then show what they would change.

        Args:
            path: A folder or a label file.
            choice: Which labels of the folder count.
        """
        self._forget()
        labels = self._window.session.labels.copy()  # as they are, whatever is dragged on

        def work(handle: JobHandle) -> Import:
            return read_import(labels, path, choice, handle.progress)

        self._job = job = self._window.jobs.job(work)
        status = self._window.status

        def tell(reports: list[tuple[int, int]]) -> None:
            status.show_progress(tr("Reading"), *reports[-1], job.cancel, _TASK)

        job.reported.connect(tell)
        job.finished.connect(partial(self._show, job))
        job.failed.connect(lambda error: self._failed(job, path, error))
        job.ended.connect(lambda: status.hide_progress(_TASK))
        status.show_progress(tr("Reading the labels…"), 0, 0, job.cancel, _TASK)
        job.start()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _failed(self, job: Job, path: Path, error: Exception) -> None:
        if job is not self._job:
            return
        self._job = None
        if not isinstance(error, LabelChoiceNeeded):
            self._window.warn(tr("Nothing was imported: {sentence}", sentence=sentence(error)))
            return
        dialog = LabelChoiceDialog(error, self._window.pictures, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.take(path, dialog.choice))
        dialog.open()

    def _show(self, job: Job, found: Import) -> None:
        if job is not self._job:
            return
        self._job = None
        window = self._window
        if not found.difference.incoming:
            window.status.say(
                tr(
                    "{name} contains nothing new. {rest}",
                    name=found.path.name,
                    rest=found.rest,
                )
            )
            return
        dialog = ImportDialog(window.session.labels, found, window.pictures, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._import(dialog, found))
        dialog.open()

    def _import(self, dialog: ImportDialog, found: Import) -> None:
        window = self._window
        edit = found.difference.edit(dialog.chosen, found.path.name)
        try:
            done = window.session.perform(edit)
        except StaleEditError:
            window.warn(
                tr("Nothing was imported, as faces have changed in the meantime: import again.")
            )
            return
        if done:
            window.status.say(
                tr_count(
                    "1 face was imported from {name}; Undo reverts this.",
                    "{count} faces were imported from {name}; Undo reverts this.",
                    len(edit.changes),
                    name=found.path.name,
                )
            )
