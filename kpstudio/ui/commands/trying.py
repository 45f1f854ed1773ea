"""Trying settings: a sweep over some, and the search for a learning rate."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from kpstudio.app.language import tr, translated
from kpstudio.core.errors import InputError
from kpstudio.core.splits import Split
from kpstudio.engine.config import TrainConfig
from kpstudio.store.runs import list_runs
from kpstudio.ui.dialogs.rate_finder import RateFinderDialog
from kpstudio.ui.dialogs.sweep import SweepDialog
from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.settings_text import rate_text
from kpstudio.ui.workspaces import Workspace


class TryingCommands(QObject):
    """What the Train menu offers to people who do not know which settings to take."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"sweep": self.sweep, "find_rate": self.find_rate}

    def sweep(self) -> None:
        """Ask what to vary, then train every combination."""
        window = self._window
        window.show_workspace(Workspace.TRAIN)
        asked, project = self._asked(), window.session.project
        if asked is None or project is None:
            return
        config, faces = asked[0], len(asked[1].training)
        runs = list_runs(project.runs_folder)
        dialog = SweepDialog(config, window.session.labels.scheme, faces, runs, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: window.training.start_sweep(dialog.trials()))
        dialog.open()

    def find_rate(self) -> None:
        """Look for a learning rate on the faces and with the settings of the page."""
        window = self._window
        window.show_workspace(Workspace.TRAIN)
        if (asked := self._asked()) is None:
            return
        dialog = RateFinderDialog(window.jobs, window.session.labels.copy(), *asked, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.rate_chosen.connect(lambda rate: window.train_settings.lr.setText(rate_text(rate)))
        dialog.open()
        dialog.search()

    def _asked(self) -> tuple[TrainConfig, Split] | None:
        """Return what the page asks for; None, having told so, where it is wrong."""
        window = self._window
        running = tr("A run is being trained: stop it, or wait until it is done.")
        if busy := running if window.desk.running else window.suspects.why_busy():
            window.status.say(busy)
            return None
        try:
            return window.train_settings.config(), window.training.split()
        except InputError as error:
            window.warn(translated(error))
            return None
