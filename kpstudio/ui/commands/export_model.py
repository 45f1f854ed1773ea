"""Taking the network of a run out of the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import JobHandle
from kpstudio.app.language import tr, translated
from kpstudio.tasks.export_model import ExportedModel, export_apart
from kpstudio.ui.frame import Frame

_TASK = "export model"


class ModelCommands(QObject):
    """What “Export model…” does, in the menu and in the table of runs."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._busy = False
        window.runs_table.export_requested.connect(self.export)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"export_model": lambda: self.export(self._window.runs.run)}

    def export(self, run: str) -> None:
        """Ask where the network of a run goes, and write it there behind the window."""
        window = self._window
        if self._busy:
            window.status.say(tr("Another network is being exported: wait until it is done."))
            return
        path, _ = QFileDialog.getSaveFileName(
            window, tr("Export model"), f"{run}.onnx", tr("ONNX (*.onnx)")
        )
        if path:
            self._write(window.runs.folder(run), Path(path))

    def _write(self, run: Path, path: Path) -> None:
        def work(handle: JobHandle) -> ExportedModel:
            return export_apart(run, path, lambda: handle.cancelled)

        window = self._window
        job = window.jobs.job(work)
        job.finished.connect(self._written)
        job.failed.connect(lambda error: window.warn(sentence(error)))
        job.ended.connect(self._ended)
        self._busy = True
        window.status.show_progress(tr("Exporting the network…"), 0, 0, job.cancel, _TASK)
        job.start()

    def _written(self, exported: ExportedModel) -> None:
        told = translated(exported.sentence())
        self._window.status.say(f"{told[0].upper()}{told[1:]}.")

    def _ended(self) -> None:
        self._busy = False
        self._window.status.hide_progress(_TASK)
