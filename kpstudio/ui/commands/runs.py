"""Training, and walking what a run gets wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kpstudio.app.behind import Behind
from kpstudio.app.language import tr
from kpstudio.app.old_run import OldRun
from kpstudio.app.other_runs import OtherRuns
from kpstudio.app.run_book import RunBook
from kpstudio.core.metrics import Yardstick
from kpstudio.core.progress import Progress
from kpstudio.tasks.contact_sheet import SheetFace, contact_sheet
from kpstudio.ui.commands.writing import write_behind
from kpstudio.ui.frame import Frame
from kpstudio.ui.workspaces import Workspace

_OTHERS, _PREDICTING = "other runs", "predicting"


class RunCommands(QObject):
    """The Train and Review menus."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        for source in (window.runs, window.old_run, window.other_runs):
            source.reading_progressed.connect(partial(self._reading, source))
        for behind, words in (
            (window.review.following.behind, tr("Calculating the errors")),
            (window.breaking_down.following.behind, tr("Calculating the errors")),
            (window.moved.following.behind, tr("Comparing the runs")),
        ):
            behind.progressed.connect(partial(self._working_out, behind, words))
        window.runs.predicting_progressed.connect(self._predicting)
        window.other_runs.predicting_progressed.connect(self._others_predicting)
        window.runs.noted.connect(window.status.say)
        window.training.status_changed.connect(window.status.say)
        window.training.changed.connect(self._training_changed)
        window.resuming.changed.connect(window.show_bottom)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        training = self._window.training
        return {
            "train": self.train,
            "pause": training.pause,
            "stop": training.stop,
            "resume": self._window.resuming.go_on,
            "pictures": self.pictures,
            "worst": self.worst,
            "contact_sheet": self.contact_sheet,
        }

    def train(self) -> None:
        """Turn to Train; there already, start."""
        window = self._window
        if window.workspace is Workspace.TRAIN and not window.desk.running:
            window.training.start()
        else:
            window.show_workspace(Workspace.TRAIN)

    def pictures(self, shown: bool) -> None:
        """Show what the network is fed in place of the canvas."""
        window = self._window
        if shown:
            window.show_workspace(Workspace.TRAIN)
            window.training.sample_pictures()
            window.actions_by_key["gallery"].setChecked(False)
        window.show_centre()

    def worst(self) -> None:
        """Turn to Review, on the worst validation face."""
        window = self._window
        window.show_workspace(Workspace.REVIEW)
        window.faces_model.rebuild()
        window.faces.choose_first()
        window.faces.view.setFocus()

    def contact_sheet(self) -> None:
        """Save a picture of the worst and best faces of the run in use."""
        window = self._window
        path, _ = QFileDialog.getSaveFileName(
            window, tr("Save contact sheet"), "contact-sheet.png", tr("PNG (*.png)")
        )
        if path:
            self._draw_sheet(window.review.sheet_faces(), Path(path), window.review.run_title)

    def _draw_sheet(self, faces: list[SheetFace], path: Path, title: str) -> None:
        window = self._window
        subtitle = _measured(faces, window.runs.measuring.yardstick)

        def write(progress: Progress) -> Path:
            return contact_sheet(faces, path, title, subtitle, progress=progress)

        write_behind(window, tr("Drawing faces"), write)

    def _reading(self, source: RunBook | OldRun | OtherRuns, done: int, total: int) -> None:
        status, task = self._window.status, f"reading {type(source).__name__}"
        if total:
            status.show_progress(
                tr("Reading predictions"), done, total, source.cancel_reading, task
            )
        else:
            status.hide_progress(task)

    def _working_out(self, behind: Behind, words: str, done: int, total: int) -> None:
        status, task = self._window.status, f"{words} {id(behind)}"
        if total:
            status.show_progress(words, done, total, behind.cancel, task)
        else:
            status.hide_progress(task)

    def _predicting(self, done: int, total: int) -> None:
        status, cancel = self._window.status, self._window.runs.cancel_predicting
        if total:
            status.show_progress(tr("Predicting"), done, total, cancel, _PREDICTING)
        else:
            status.hide_progress(_PREDICTING)

    def _others_predicting(self, done: int, total: int) -> None:
        status, others = self._window.status, self._window.other_runs
        if total:
            status.show_progress(
                tr("Predicting with other runs"), done, total, others.cancel, _OTHERS
            )
        else:
            status.hide_progress(_OTHERS)

    def _training_changed(self) -> None:
        window = self._window
        window.show_bottom()
        window.status.show_figure("device", window.training.device.upper())


def _measured(faces: Sequence[SheetFace], by: Yardstick) -> str:
    """Return what the errors of a sheet are relative to, and how many faces fail."""
    failures = sum(face.nme > by.threshold for face in faces)
    return tr(
        "NME in percent of the {in_words} · {failures} of {count} above {threshold:g} %",
        in_words=by.normaliser.in_words,
        failures=failures,
        count=len(faces),
        threshold=100 * by.threshold,
    )
