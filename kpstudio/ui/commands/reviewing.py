"""The history, who makes changes, and a second person's word on a face."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kpstudio.app.language import tr, tr_count
from kpstudio.core.reviewing import approve, give_back, returnable
from kpstudio.ui.commands.tagging import chosen_faces
from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.field_dialog import ask_text


class ReviewingCommands(QObject):
    """History and name in the Edit menu; approving and returning in the Points menu."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.settings.changed.connect(self._preferred)
        self._preferred("author")

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {
            "history": self._window.show_history,
            "author": self.ask_author,
            "approve": self.approve,
            "give_back": self.give_back,
        }

    def ask_author(self) -> None:
        """Ask for the name that is written to every change from now on."""
        window = self._window
        words = tr(
            "Your name is shown beside your changes in the history.\nIf empty, your system user "
            "name is used."
        )
        name = ask_text(window, tr("Your name"), words, tr("Save"), window.session.author)
        if name is not None:
            window.settings.set_value("author", name)

    def _preferred(self, key: str) -> None:
        if key == "author":
            self._window.session.author = self._window.settings.author

    def approve(self) -> None:
        """Agree with the chosen faces that are checked, and go on to the next one."""
        window = self._window
        faces = window.session.changeable(chosen_faces(window))
        edit = approve(faces, window.session.author)
        following = window.faces_model.neighbour(faces[0].id, 1) if len(faces) == 1 else ""
        if edit.changes and window.session.perform(edit) and following:
            window.session.choose(following)

    def give_back(self) -> None:
        """Ask what is to be done otherwise, and return the chosen faces with that."""
        window = self._window
        faces = [face for face in chosen_faces(window) if returnable(face)]
        faces = window.session.changeable(faces)
        if not faces:
            return
        what = (
            faces[0].picture if len(faces) == 1 else tr_count("1 face", "{count} faces", len(faces))
        )
        words = tr("What should be changed in {what}?", what=what)
        note = ask_text(window, tr("Return with a note"), words, tr("Return"))
        if note is None:
            return
        edit = give_back(faces, window.session.author, note)
        if edit.changes:
            window.session.perform(edit)
