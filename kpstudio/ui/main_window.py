"""The window: what it consists of, and what is dropped onto it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from kpstudio.ui.dropped_files import take_files
from kpstudio.ui.frame import Frame

if TYPE_CHECKING:
    from kpstudio.ui.availability import Availability
    from kpstudio.ui.commands import (
        AdjustCommands,
        CacheCommands,
        CopyCommands,
        DoctorCommands,
        FaultCommands,
        FileCommands,
        ImportCommands,
        MeasuringCommands,
        PublicCommands,
    )


class MainWindow(Frame):
    """The one window.

    What its commands are called is told here alone: `kpstudio.ui.window_setup` makes them.
    """

    files: FileCommands
    adjusting: AdjustCommands
    public: PublicCommands
    doctor: DoctorCommands
    faults: FaultCommands
    imports: ImportCommands
    copies: CopyCommands
    cache: CacheCommands
    measuring: MeasuringCommands
    availability: Availability

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and folders."""
        take_files(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Welcome files and folders everywhere."""
        take_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dropped folder or label file; dropped pictures become photos of the project."""
        if paths := take_files(event):
            self.files.take_dropped(paths)
