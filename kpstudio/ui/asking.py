"""The window's message boxes: what went wrong, and whether a run may be stopped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def tell(parent: QWidget, message: str, copy: Callable[[str], object]) -> None:
    """Show what went wrong, without waiting; the same message stands but once.

    Args:
        parent: What it is shown over.
        message: One sentence.
        copy: Takes the message when a person wants to pass it on with its details.
    """
    if any(box.text() == message for box in parent.findChildren(QMessageBox) if box.isVisible()):
        return
    box = QMessageBox(QMessageBox.Icon.Warning, "kpstudio", message, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # a file may be called <b>.jpg
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    details = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
    details.clicked.connect(lambda: copy(message))
    seen = box.addButton(QMessageBox.StandardButton.Ok)
    box.setDefaultButton(seen)
    box.setEscapeButton(seen)
    box.open()


def may_stop(parent: QWidget, question: str, verb: str) -> bool:
    """Ask whether the run being trained may be stopped, and wait for the answer.

    Args:
        parent: What it is shown over.
        question: What would stop it.
        verb: The words on the button that stops it.
    """
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("A run is being trained")
    box.setText(f"{question} The run stops; its best and last state are kept.")
    keep = box.addButton("Keep training", QMessageBox.ButtonRole.RejectRole)
    stop = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is stop
