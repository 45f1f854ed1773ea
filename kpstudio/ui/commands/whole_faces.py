"""Mirroring, copying, adding and deleting faces."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kpstudio.app.language import tr, tr_count
from kpstudio.core.edits import Edit
from kpstudio.core.errors import Cancelled
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.schema import PointSchema
from kpstudio.core.whole_face import (
    add_face,
    delete_faces,
    mirror_face,
    place_like,
    swap_sides,
)
from kpstudio.ui.commands.tagging import chosen_faces
from kpstudio.ui.frame import Frame


class WholeFaceCommands(QObject):
    """What the Points menu does with a face as a whole."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.canvas.new_box_drawn.connect(self._add)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {
            "mirror_face": lambda: self._by_pairs(mirror_face),
            "swap_sides": lambda: self._by_pairs(swap_sides),
            "place_like": self.place_like_before,
            "add_face": self.add,
            "delete_face": self.delete,
        }

    def _by_pairs(self, make: Callable[[Face, PointSchema], Edit]) -> None:
        session, face = self._window.session, self._window.session.current
        if face is None or not face.has_points:
            self._window.status.say(tr("This face has no points yet."))
        elif not session.labels.scheme.paired:
            self._window.status.say(
                tr("The mirror pairs are not known: set them in Points > Edit scheme.")
            )
        else:
            self._perform(make(face, session.labels.scheme), face)

    def _perform(self, edit: Edit, face: Face) -> None:
        """Move all points of a face, unless one of them is locked."""
        if why_not := self._window.locks.why_not(face.id):
            self._window.status.say(why_not)
        else:
            self._window.session.perform(edit)

    def place_like_before(self) -> None:
        """Give the face the points of the one in the picture before."""
        window, face = self._window, self._window.session.current
        if face is None or not window.canvas.has_picture:
            return
        other = self._before(face)
        if other is None:
            window.status.say(tr("No picture before this one in the list has a face with points."))
        else:
            self._perform(place_like(face, other, window.canvas.limits_image), face)

    def _before(self, face: Face) -> Face | None:
        """Return the placed face in the nearest picture above: of the same number there, or one."""
        session, model = self._window.session, self._window.faces_model
        above = model.face_ids[: max(model.row_of(face.id), 0)]
        for other in (session.labels[face_id] for face_id in reversed(above)):
            if other.picture == face.picture or not other.has_points:
                continue
            siblings = session.labels.faces_of(other.picture)
            number = session.labels.faces_of(face.picture).index(face)
            twin = siblings[number] if number < len(siblings) else other
            return twin if twin.has_points else other
        return None

    def add(self) -> None:
        """Let the box of another face in the picture in view be drawn."""
        canvas = self._window.canvas
        canvas.start_new_box()
        canvas.setFocus()
        if canvas.asking:
            self._window.status.hint(tr("Drag a box around the new face; Esc cancels."))

    def _add(self, box_image: Box) -> None:
        session, face = self._window.session, self._window.session.current
        if face is None:
            return
        edit = add_face(session.labels, face, box_image)
        if session.perform(edit):
            session.choose(edit.face_ids[0])
            self._window.runs.predict([session.labels[edit.face_ids[0]]])

    def delete(self) -> None:
        """Take the chosen faces out and go on to the next one that stays."""
        window = self._window
        faces = window.session.changeable(chosen_faces(window))
        labels = window.session.labels
        try:
            edit = window.session.waited(lambda _: delete_faces(labels, faces), len(faces))
        except Cancelled:
            return
        if not edit.changes:
            window.status.say(
                tr(
                    "Every picture in the folder keeps at least one face, and this one is already "
                    "empty."
                )
            )
            return
        following = self._following({face.id for face in faces})
        if window.session.perform(edit):
            window.session.choose(following)
            window.status.say(
                tr_count(
                    "The face was deleted; Undo brings it back.",
                    "{count} faces were deleted; Undo brings them back.",
                    len(edit.changes),
                )
            )

    def _following(self, gone: set[str]) -> str:
        """Return the face next to those that go, "" where none is left.

        One of the picture in view comes first, then those below in the list, then those above.
        """
        session, ids = self._window.session, self._window.faces_model.face_ids
        rows = [row for row, face_id in enumerate(ids) if face_id in gone]
        last = max(rows, default=-1)
        around = [i for i in (*ids[last + 1 :], *reversed(ids[: max(last, 0)])) if i not in gone]
        face = session.current
        here = [i for i in around if face is not None and session.labels[i].picture == face.picture]
        return next(iter((*here, *around)), "")
