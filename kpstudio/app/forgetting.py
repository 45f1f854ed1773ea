"""Deleting what a run has predicted: a little at once, much behind the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import JobHandle
from kpstudio.app.language import translated
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.store.predictions import forget_predictions

FEW = 2000
"""So many predictions are deleted at once, in about a twentieth of a second."""


class Forgetting(QObject):
    """Deletes the predictions of runs that are gone, or that have been trained on.

    Where the program ends meanwhile, some rows of a run that is gone stay. Nobody asks for them:
    the names of runs are used only once.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def forget(
        self, run: str, fail: Callable[[str], object], then: Callable[[], object] | None = None
    ) -> None:
        """Delete what a run has predicted.

        Args:
            run: Its name.
            fail: Gets a sentence where that is not to be.
            then: Called after it, well or not, unless another folder was opened meanwhile.
        """
        project = self._session.project
        assert project is not None

        def over() -> None:
            if then is not None and self._session.project is project:
                then()

        many = False
        try:
            many = project.has_more_predictions(run, FEW)
            if not many:
                project.delete_predictions(run)
        except InputError as error:
            fail(translated(error))
        if not many:
            over()
            return
        location = project.location

        def work(handle: JobHandle) -> None:
            forget_predictions(location, run, lambda: not handle.cancelled)

        job = self._session.jobs.job(work)
        job.failed.connect(lambda error: fail(sentence(error)))
        job.ended.connect(over)
        job.start()
