"""What can be done with the runs chosen in their table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from kpstudio.ui.commands.context import add_actions
from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.part_menu import PartMenu, add_copy_table
from kpstudio.ui.workspaces import Workspace

_MENU = ("use_run", "resume", "rename_run", "run_folder", "export_run", "", "delete_runs")


class RunListCommands(QObject):
    """The table's part of the Train menu, and its own menu."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        PartMenu(window.runs_table.view, self._fill_menu)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        table = self._window.runs_table
        return {
            "use_run": table.use,
            "rename_run": self.rename,
            "run_folder": table.show_folder,
            "export_run": table.export,
            "delete_runs": table.ask_to_delete,
        }

    def rename(self) -> None:
        """Let the chosen run's name be edited, where it stands."""
        if self._window.workspace is not Workspace.TRAIN:
            self._window.show_workspace(Workspace.TRAIN)
        self._window.runs_table.rename()

    def _fill_menu(self, menu: QMenu, _place: QPoint | None) -> None:
        add_actions(menu, self._window, _MENU)
        menu.addSeparator()
        add_copy_table(menu, self._window.runs_table.view)
