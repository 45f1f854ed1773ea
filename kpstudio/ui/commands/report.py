"""Writing the report of the run in use, behind the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kpstudio.app.jobs import JobHandle
from kpstudio.app.session import sentence
from kpstudio.core.labelset import LabelSet
from kpstudio.tasks.doctor import case_of
from kpstudio.tasks.report import Asked, write_report
from kpstudio.ui.frame import Frame

_TASK = "report"


class ReportCommands(QObject):
    """Asks where to, and writes."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"report": self.write}

    def write(self) -> None:
        """Write a page about the run in use, compared with the one chosen in Moved."""
        path, _ = QFileDialog.getSaveFileName(
            self._window, "Write a report", "report.html", "HTML (*.html)"
        )
        if path:
            self._write(Path(path))

    def _write(self, out: Path) -> None:
        window = self._window
        session, runs, other = window.session, window.runs, window.old_run.name
        yardstick = window.runs.measuring.yardstick
        asked = Asked(
            runs.folder(runs.run),
            runs.folder(other) if other else None,
            yardstick.normaliser.name,
            yardstick.threshold,
            window.faces_model.facts.persons,
        )
        now = session.labels
        labels = LabelSet(now.root, now.scheme, tuple(now))  # as they are, whatever is dragged on
        case = case_of(labels, session.problems, session.project)

        def work(handle: JobHandle) -> Path:
            def progress(done: int, total: int) -> bool:
                handle.report((done, total))
                return not handle.cancelled

            return write_report(asked, labels, case, out, progress)

        job = window.jobs.job(work)

        def tell(reports: list[tuple[int, int]]) -> None:
            done, total = reports[-1]
            window.status.show_progress("Measuring for the report", done, total, job.cancel, _TASK)

        job.reported.connect(tell)
        job.finished.connect(lambda written: window.status.say(f"Wrote {written}"))
        job.failed.connect(lambda error: window.warn(sentence(error)))
        job.ended.connect(lambda: window.status.hide_progress(_TASK))
        job.start()
