"""Waiting for a job that a dialog needs the answer of: the window stays alive meanwhile."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from kpstudio.app.jobs import Job, JobHandle, JobRunner
from kpstudio.app.language import tr
from kpstudio.core.errors import Cancelled

_SHOWN_AFTER_MS = 500
_UNTOUCHED = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents

Answer = TypeVar("Answer")


def wait_for(
    jobs: JobRunner,
    function: Callable[[JobHandle], Answer],
    words: str,
    parent: QWidget,
    alone: bool = False,
    reads: bool = False,
) -> Answer:
    """Return what ``function`` returns on a thread of its own; progress shows where that is long.

    A person can do nothing else meanwhile, not even before the progress is shown.

    Args:
        jobs: Runs it.
        function: Reports (done, total) and looks whether it is cancelled.
        words: What is done, for the person.
        parent: The window that waits.
        alone: Whether other jobs are only heard of afterwards.
        reads: Whether it changes nothing: once cancelled, its answer is of no use.

    Raises:
        Cancelled: If a person did not want to wait.
        Exception: What ``function`` raised.
    """
    job = jobs.job(function)
    answers: list[Answer] = []
    errors: list[Exception] = []
    ended: list[bool] = []
    cancelled = False
    loop, soon = QEventLoop(), QTimer()
    soon.timeout.connect(loop.quit)
    job.finished.connect(answers.append)
    job.failed.connect(errors.append)
    job.ended.connect(lambda: ended.append(True))
    job.ended.connect(loop.quit)
    with jobs.alone(job) if alone else contextlib.nullcontext():
        job.start()
        soon.start(_SHOWN_AFTER_MS)
        loop.exec(_UNTOUCHED)
        soon.stop()
        if not ended:
            shown, button = _shown(job, words, parent)
            shown.canceled.connect(loop.quit)
            loop.exec()
            if not ended:
                cancelled = True
                job.cancel()
                changes = alone and not reads
                _cancelling(shown, button, tr("Reverting…") if changes else tr("Cancelling…"))
                loop.exec(_UNTOUCHED)
            shown.hide()
            shown.deleteLater()
    if errors:
        raise errors[0]
    if not answers or (cancelled and reads):
        raise Cancelled(tr("it was cancelled"))
    return answers[0]


def _shown(job: Job, words: str, parent: QWidget) -> tuple[QProgressDialog, QPushButton]:
    """Show how far a job is; return the dialog, and what cancels the job there."""
    shown = QProgressDialog(words, tr("Cancel"), 0, 0, parent)
    shown.setWindowModality(Qt.WindowModality.ApplicationModal)
    shown.setMinimumDuration(0)
    shown.setAutoClose(False)
    shown.setAutoReset(False)
    shown.canceled.disconnect(shown.cancel)  # that would hide it before the job has ended
    # Keys struck before it came into view are meant for something else.
    button = shown.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.setAutoDefault(False)
    shown.setFocus()

    def tell(reports: list[tuple[int, int]]) -> None:
        if not job.handle.cancelled:
            done, total = reports[-1]
            shown.setMaximum(total)
            shown.setValue(min(done, total - 1))

    job.reported.connect(tell)
    job.ended.connect(lambda: job.reported.disconnect(tell))
    shown.show()
    return shown, button


def _cancelling(shown: QProgressDialog, button: QPushButton, words: str) -> None:
    """Show that a job is about to end."""
    shown.setLabelText(words)
    shown.setMaximum(0)
    button.setEnabled(False)
    shown.show()  # where it was closed
