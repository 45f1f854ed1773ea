"""Writing the report of the run in use, behind the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kpstudio.app.language import tr
from kpstudio.core.progress import Progress
from kpstudio.tasks.doctor import case_of
from kpstudio.tasks.report import Asked, write_report
from kpstudio.ui.commands.writing import write_behind
from kpstudio.ui.frame import Frame


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
            self._window, tr("Write a report"), "report.html", tr("HTML (*.html)")
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
            window.second_labels.labels,
        )
        now = session.labels
        labels = now.copy()  # as they are, whatever is dragged on
        case = case_of(labels, session.problems, session.project)

        def write(progress: Progress) -> Path:
            return write_report(asked, labels, case, out, progress)

        write_behind(window, tr("Measuring for the report"), write)
