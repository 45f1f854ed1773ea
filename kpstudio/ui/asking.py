"""The window's message boxes: what went wrong, and whether a training may be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from kpstudio.app.language import tr
from kpstudio.core.texts import say


class Stoppable(NamedTuple):
    """What a person is asked before it is stopped.

    Attributes:
        title: What goes on.
        loses: What stopping does.
        keep: The words on the button that lets it go on.
    """

    title: str
    loses: str
    keep: str


RUN = Stoppable(
    say("A run is being trained"),
    say("The run stops; its best and last state are kept."),
    say("Keep training"),
)
SEARCH = Stoppable(
    say("Suspicious labels are being looked for"),
    say("The search stops; networks that have answered are not trained again."),
    say("Keep looking"),
)


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
    details = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
    details.clicked.connect(lambda: copy(message))
    seen = box.addButton(QMessageBox.StandardButton.Ok)
    box.setDefaultButton(seen)
    box.setEscapeButton(seen)
    box.open()


def may_stop(parent: QWidget, what: Stoppable, question: str, verb: str) -> bool:
    """Ask whether what goes on may be stopped, and wait for the answer.

    Args:
        parent: What it is shown over.
        what: What goes on.
        question: What would stop it.
        verb: The words on the button that stops it.
    """
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr(what.title))
    box.setText(f"{question} {tr(what.loses)}")
    keep = box.addButton(tr(what.keep), QMessageBox.ButtonRole.RejectRole)
    stop = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is stop
