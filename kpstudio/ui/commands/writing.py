"""Writing a file behind the window, with progress that can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import JobHandle
from kpstudio.app.language import tr
from kpstudio.core.progress import Progress
from kpstudio.ui.frame import Frame


def write_behind(window: Frame, words: str, write: Callable[[Progress], Path]) -> None:
    """Write on another thread, and say where to, or what went wrong.

    Args:
        window: Shows the progress.
        words: What is being done.
        write: Writes, telling how far it is, and returns the file.
    """

    def work(handle: JobHandle) -> Path:
        return write(handle.progress)

    job = window.jobs.job(work)

    def tell(reports: list[tuple[int, int]]) -> None:
        window.status.show_progress(words, *reports[-1], job.cancel, words)

    job.reported.connect(tell)
    job.finished.connect(lambda written: window.status.say(tr("Wrote {written}", written=written)))
    job.failed.connect(lambda error: window.warn(sentence(error)))
    job.ended.connect(lambda: window.status.hide_progress(words))
    job.start()
