"""Going from face to face, and settling a face."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from kpstudio.app.language import tr
from kpstudio.core.edits import reject, set_state, start_from
from kpstudio.core.known_shape import shipped_prior
from kpstudio.core.labelset import FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.mean_shape import mean_shape, shapes_of
from kpstudio.core.reviewing import unchecked_state
from kpstudio.ui.dialogs.scheme_choice import SchemeChoice
from kpstudio.ui.dialogs.scheme_editor import SchemeEditor
from kpstudio.ui.dialogs.scheme_parts import drawn_shape
from kpstudio.ui.frame import Frame

_TEN = 10
_TO_THE_END = 10**9


class FaceCommands(QObject):
    """The Edit, Go and Points menus."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.faces.face_chosen.connect(window.session.choose)
        window.faces.left.connect(window.focus_centre)
        window.canvas.stepped.connect(self.step)
        window.session.saved.connect(window.status.show_saved)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        leave.activated.connect(window.canvas.give_up)
        leave.setEnabled(False)
        window.canvas.mode_changed.connect(leave.setEnabled)
        window.canvas.mode_changed.connect(self._end_hint)
        window.session.current_changed.connect(lambda _: window.status.end_hint())

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        session = self._window.session
        return {
            "undo": session.undo,
            "redo": session.redo,
            "previous_face": lambda: self.step(-1),
            "next_face": lambda: self.step(1),
            "ten_back": lambda: self.step(-_TEN),
            "ten_on": lambda: self.step(_TEN),
            "first_face": lambda: self.step(-_TO_THE_END),
            "last_face": lambda: self.step(_TO_THE_END),
            "next_unfinished": self.next_unfinished,
            "search": self.search,
            "start_from": self.start_from,
            "checked": self.checked,
            "reject": self.reject,
            "unchecked": self.unchecked,
            "draw_box": self.draw_box,
            "predict": self.predict,
            "edit_scheme": self.edit_scheme,
        }

    def _end_hint(self, in_mode: bool) -> None:
        if not in_mode:
            self._window.status.end_hint()

    def draw_box(self) -> None:
        """Ask for the box of the face in view."""
        self._window.canvas.start_box()
        self._window.canvas.setFocus()

    def step(self, step: int) -> None:
        """Go ``step`` faces on in the list; where a search finds none, the face in view stays."""
        window = self._window
        face = window.session.current
        if following := window.faces_model.neighbour(face.id if face else "", step):
            window.session.choose(following)

    def next_unfinished(self) -> None:
        """Go to the next face that is neither checked nor rejected."""
        window = self._window
        face = window.session.current
        following = window.faces_model.next_unfinished(face.id if face else "")
        if following:
            window.session.choose(following)
        else:
            window.status.say(tr("Every face in this list is already checked or rejected."))

    def search(self) -> None:
        """Put the cursor into the search line."""
        self._window.folding.ask("list", True)
        self._window.faces.search.setFocus()
        self._window.faces.search.selectAll()

    def start_from(self) -> None:
        """Make the prediction the face's own points."""
        session = self._window.session
        face = session.current
        prediction = self._window.runs.prediction(face.id) if face else None
        if face is None or prediction is None:
            return
        if why_not := self._window.locks.why_not(face.id):
            self._window.status.say(why_not)
        else:
            session.perform(start_from(face, _completed(prediction, face.landmarks)))

    def checked(self) -> None:
        """Mark the face as checked and go on."""
        session = self._window.session
        face = session.current
        if face is None or face.landmarks is None:
            return
        if face.state is FaceState.CHECKED or session.perform(set_state(face, FaceState.CHECKED)):
            self.next_unfinished()

    def reject(self) -> None:
        """Find what is predicted of the face useless and go on."""
        face = self._window.session.current
        if face is not None and self._window.session.perform(reject(face)):
            self.next_unfinished()

    def unchecked(self) -> None:
        """Make the face neither checked nor rejected."""
        session = self._window.session
        face = session.current
        if face is not None and face.finished:
            session.perform(set_state(face, unchecked_state(face)))

    def predict(self) -> None:
        """Predict the face in view again."""
        face = self._window.session.current
        if face is not None:
            self._window.runs.predict([face])

    def edit_scheme(self) -> None:
        """Let a person name, group and pair the points; or choose them, if none is placed."""
        session = self._window.session
        if session.labels.scheme_is_open:
            self._choose_scheme()
            return
        labels, face = session.labels, session.current
        mean = mean_shape(shapes_of(list(labels), labels.scheme.count))
        shown = face.landmarks.xy_image if face is not None and face.landmarks else None
        prior = shipped_prior(labels.scheme)
        drawn = drawn_shape(mean, shown, None if prior is None else prior.mean)
        dialog = SchemeEditor(labels.scheme, labels.own_scheme, drawn, self._window)
        if dialog.exec() and dialog.scheme != labels.scheme and session.set_scheme(dialog.scheme):
            self._window.status.say(
                tr("This face now has the points of {name}.", name=dialog.scheme.name)
            )
        dialog.deleteLater()

    def _choose_scheme(self) -> None:
        dialog = SchemeChoice(self._window, self._window.session.labels.scheme)
        if dialog.exec() and self._window.session.set_scheme(dialog.scheme):
            self._window.status.say(
                tr(
                    "The scheme has {count} points. Points, Place mean shape puts them all down "
                    "at once; Place point by point asks for each in turn.",
                    count=dialog.scheme.count,
                )
            )
        dialog.deleteLater()


def _completed(prediction: Landmarks, own: Landmarks | None) -> Landmarks:
    """Return the prediction, with the face's own points where the network predicts none."""
    if own is None or prediction.present.all():
        return prediction
    predicted = prediction.present
    return Landmarks(
        np.where(predicted[:, None], prediction.xy_image, own.xy_image),
        np.where(predicted, prediction.visibility, own.visibility),
        source=prediction.source,
        run=prediction.run,
    )
