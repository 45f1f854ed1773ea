"""Another person's labels of the open folder's faces, which the project remembers the place of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import tr, translated
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.io.choosing import LabelChoice, LabelChoiceNeeded
from kpstudio.tasks.second_labels import (
    SecondLabels,
    read_second,
    remember_second,
    remembered_second,
)


class SecondBook(QObject):
    """Reads the labels behind the window.

    Signals:
        changed: there are other labels, or none.
        read: labels that a person asked for have been read.
        choice_needed: the `LabelChoiceNeeded` of a folder with several label sets.
        failed: one sentence for the person.
    """

    changed = Signal()
    read = Signal(object)
    choice_needed = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._labels: SecondLabels | None = None
        self._job: Job | None = None
        session.opened.connect(self._opened)
        session.reread.connect(self._opened)  # faces may have come
        session.scheme_changed.connect(self._opened)

    @property
    def labels(self) -> SecondLabels | None:
        """Another person's labels, or None."""
        return self._labels

    def take(self, path: Path, choice: LabelChoice | None = None) -> None:
        """Read another person's labels, as a person wishes, and remember where they are.

        Args:
            path: A folder or a label file.
            choice: Which labels of the folder count.
        """
        self._read(path, choice, asked=True)

    def forget(self) -> None:
        """Compare with no second person's labels any more."""
        self._stop()
        self._remember(None, None)
        self._set(None)

    def _opened(self) -> None:
        self._stop()
        self._set(None)
        remembered = remembered_second(self._session.project)
        if remembered is not None:
            self._read(*remembered, asked=False)

    def _read(self, path: Path, choice: LabelChoice | None, asked: bool) -> None:
        self._stop()
        now = self._session.labels
        labels = now.copy()  # as they are, whatever is dragged on

        def work(handle: JobHandle) -> SecondLabels:
            return read_second(labels, path, choice, lambda *_: not handle.cancelled)

        job = self._session.jobs.job(work)
        job.finished.connect(lambda found: self._take(job, found, choice, asked))
        job.failed.connect(lambda error: self._fail(job, error))
        self._job = job
        job.start()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(self, job: Job, found: SecondLabels, choice: LabelChoice | None, asked: bool) -> None:
        if job is not self._job:
            return
        self._job = None
        if asked:
            self._remember(found.path, choice)
        self._set(found)
        if asked:
            self.read.emit(found)

    def _fail(self, job: Job, error: Exception) -> None:
        if job is not self._job:
            return
        self._job = None
        if isinstance(error, LabelChoiceNeeded):
            self.choice_needed.emit(error)
        else:
            self.failed.emit(
                tr(
                    "The other person's labels could not be read: {sentence}",
                    sentence=sentence(error),
                )
            )

    def _remember(self, path: Path | None, choice: LabelChoice | None) -> None:
        project = self._session.project
        if project is not None:
            try:
                remember_second(project, path, choice)
            except InputError as error:
                self.failed.emit(translated(error))

    def _set(self, labels: SecondLabels | None) -> None:
        if labels is not self._labels:
            self._labels = labels
            self.changed.emit()
