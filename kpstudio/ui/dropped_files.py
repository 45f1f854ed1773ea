"""Files that are dropped on the window: they are read where they lie, and stay there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def local_files(data: QMimeData) -> list[Path]:
    """Return the files and folders of this computer that are dragged or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def take_files(event: QDropEvent) -> list[Path]:
    """Accept what is dragged or dropped if there are files or folders of this computer in it.

    It is taken as a copy, whatever the source proposes: some delete what was moved.

    Args:
        event: Any event of dragging: of coming, moving or dropping.

    Returns:
        The files and folders; empty where the event was refused.
    """
    paths = local_files(event.mimeData())
    if not paths or not event.possibleActions() & Qt.DropAction.CopyAction:
        event.ignore()
        return []
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return paths
