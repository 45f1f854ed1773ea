"""The window's message boxes: what went wrong, and whether something may be lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from kpstudio.app.language import tr
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.room import margin


class MessageBox(QMessageBox):
    """A message box with the margins of all dialogs; a file in its words may be called <b>.jpg."""

    def __init__(self, icon: QMessageBox.Icon, title: str, text: str, parent: QWidget) -> None:
        super().__init__(icon, title, text, parent=parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def recommend(self, button: QPushButton) -> None:
        """Let Enter press a button, which is drawn as the main one."""
        self.setDefaultButton(button)
        theme.set_role(button, "", primary=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the margins at last, for Qt lays the box out anew with each button and text."""
        self._set_margins()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the margins again: with another theme Qt lays the box out anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_margins()

    def _set_margins(self) -> None:
        if (grid := self.layout()) is not None:
            side = margin(self)
            grid.setContentsMargins(side, side, side, side)


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
    say("The run stops; its best and last weights are kept."),
    say("Keep training"),
)
SEARCH = Stoppable(
    say("Searching for suspicious labels"),
    say("The search stops; networks that are done will not be trained again."),
    say("Keep searching"),
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
    box = MessageBox(MessageBox.Icon.Warning, "kpstudio", message, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    details = box.addButton(tr("Copy details"), MessageBox.ButtonRole.ActionRole)
    details.clicked.connect(lambda: copy(message))
    seen = box.addButton(MessageBox.StandardButton.Ok)
    box.setDefaultButton(seen)
    box.setEscapeButton(seen)
    box.open()


def tell_and_wait(parent: QWidget, title: str, message: str) -> None:
    """Show why something was not done, and wait until it was read."""
    box = MessageBox(MessageBox.Icon.Warning, title, message, parent)
    box.exec()
    box.deleteLater()


def may_stop(parent: QWidget, what: Stoppable, question: str, verb: str) -> bool:
    """Ask whether what goes on may be stopped, and wait for the answer.

    Args:
        parent: What it is shown over.
        what: What goes on.
        question: What would stop it.
        verb: The words on the button that stops it.
    """
    return sure(parent, tr(what.title), f"{question} {tr(what.loses)}", verb, tr(what.keep))


def sure(parent: QWidget, title: str, text: str, verb: str, keep: str = "", more: str = "") -> bool:
    """Ask what `question` asks, and wait for the answer."""
    box, does = question(parent, title, text, verb, keep, more)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is does


def question(
    parent: QWidget, title: str, text: str, verb: str, keep: str = "", more: str = ""
) -> tuple[QMessageBox, QPushButton]:
    """Return a question about what loses something, to which Enter and Esc say no.

    Args:
        parent: What it is shown over.
        title: Of the box.
        text: What is asked.
        verb: The words on the button that does it.
        keep: The words on the one that does not; "" for "Cancel".
        more: What else there is to know.

    Returns:
        The box, and the button that does it.
    """
    text = f"{text}\n\n{more}" if more else text  # Qt makes it as narrow as its text alone
    box = MessageBox(MessageBox.Icon.Question, title, text, parent)
    does = box.addButton(verb, MessageBox.ButtonRole.DestructiveRole)
    does.setAutoDefault(False)  # Qt makes it the default, where a change of theme loses that
    theme.set_role(does, "", danger=True)
    stays = box.addButton(keep or tr("Cancel"), MessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stays)
    box.setEscapeButton(stays)
    return box, does
