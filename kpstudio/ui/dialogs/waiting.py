"""Waiting for a job that a dialog needs the answer of: the window stays alive meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from kpstudio.app.jobs import JobHandle, JobRunner
from kpstudio.app.language import tr
from kpstudio.core.errors import Cancelled

_SHOWN_AFTER_MS = 500
_NEVER_MS = 2**30

Answer = TypeVar("Answer")


def wait_for(
    jobs: JobRunner, function: Callable[[JobHandle], Answer], words: str, parent: QWidget
) -> Answer:
    """Return what ``function`` returns on a thread of its own; progress shows where that is long.

    Args:
        jobs: Runs it.
        function: Reports (done, total) and looks whether it is cancelled.
        words: What is done, for the person.
        parent: The window that waits.

    Raises:
        Cancelled: If a person did not want to wait.
        Exception: What ``function`` raised.
    """
    answers: list[Answer] = []
    errors: list[Exception] = []
    loop = QEventLoop()
    shown = QProgressDialog(words, tr("Cancel"), 0, 0, parent)
    shown.setWindowModality(Qt.WindowModality.WindowModal)
    shown.setMinimumDuration(_NEVER_MS)  # it would wait for the next report
    shown.setAutoClose(False)
    shown.setAutoReset(False)

    def tell(reports: list[tuple[int, int]]) -> None:
        done, total = reports[-1]
        shown.setMaximum(total)
        shown.setValue(min(done, total - 1))

    job = jobs.job(function)
    job.reported.connect(tell)
    job.finished.connect(answers.append)
    job.failed.connect(errors.append)
    job.ended.connect(loop.quit)
    shown.canceled.connect(job.cancel)
    soon = QTimer(shown)
    soon.setSingleShot(True)
    soon.timeout.connect(shown.show)
    soon.start(_SHOWN_AFTER_MS)
    job.start()
    loop.exec()
    soon.stop()
    shown.hide()
    shown.deleteLater()
    if errors:
        raise errors[0]
    if not answers:
        raise Cancelled(tr("it was cancelled"))
    return answers[0]
