"""Asking where labels are: in a folder or in a file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from kpstudio.app.language import tr
from kpstudio.ui.asking import MessageBox


class Answer(NamedTuple):
    """What a person answered.

    Attributes:
        path: The folder or file; None where none was chosen.
        other: Whether the other button was pressed.
    """

    path: Path | None
    other: bool = False


def ask_where(parent: QWidget, title: str, words: str, more: str = "", other: str = "") -> Answer:
    """Say what labels are for, and ask where they are.

    Args:
        parent: The window.
        title: Of all dialogs.
        words: What is asked for, and why.
        more: What is the case now.
        other: The words on one more button; "" for none.
    """
    box = MessageBox(MessageBox.Icon.Question, title, words, parent)
    box.setInformativeText(more)
    role = MessageBox.ButtonRole
    folder = box.addButton(tr("Folder…"), role.ActionRole)
    file = box.addButton(tr("Label file…"), role.ActionRole)
    away = box.addButton(other, role.DestructiveRole) if other else None
    box.setEscapeButton(box.addButton(tr("Cancel"), role.RejectRole))
    box.recommend(folder)
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    path = ""
    if pressed is folder:
        path = QFileDialog.getExistingDirectory(parent, title)
    elif pressed is file:
        path, _ = QFileDialog.getOpenFileName(parent, title)
    return Answer(Path(path) if path else None, away is not None and pressed is away)
