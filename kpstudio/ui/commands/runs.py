"""Training, and walking what a run gets wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kpstudio.core.errors import InputError
from kpstudio.ui.frame import Frame
from kpstudio.ui.workspaces import Workspace


class RunCommands(QObject):
    """The Train and Review menus."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.runs.predicting_progressed.connect(self._predicting)
        window.runs.noted.connect(window.status.say)
        window.training.status_changed.connect(window.status.say)
        window.training.changed.connect(self._training_changed)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        training = self._window.training
        return {
            "train": self.train,
            "pause": training.pause,
            "stop": training.stop,
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
        window.centre.setCurrentWidget(window.training_pictures if shown else window.canvas)

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
            window, "Save contact sheet", "contact-sheet.png", "PNG (*.png)"
        )
        if not path:
            return
        try:
            window.review.save_contact_sheet(Path(path))
        except InputError as error:
            window.warn(str(error))
        else:
            window.status.say(f"Wrote {path}")

    def _predicting(self, done: int, total: int) -> None:
        if total:
            self._window.status.show_progress("Predicting", done, total)
        else:
            self._window.status.hide_progress()

    def _training_changed(self) -> None:
        window = self._window
        window.show_bottom()
        window.status.show_figure("device", window.training.device.upper())
