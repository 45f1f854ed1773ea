"""What the network of the run in use sees: what to label next, faces alike, what points rest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from kpstudio.app.face_order import ByFigure
from kpstudio.app.language import tr
from kpstudio.core.dependence import Dependence
from kpstudio.core.label_next import Pick
from kpstudio.ui.frame import Frame
from kpstudio.ui.workspaces import Workspace

_TASK = "sight"
_WITH_ALL_FACES = (Workspace.LABEL, Workspace.PHOTOS)


class SeeingCommands(QObject):
    """Sorts the list by what the network sees, and draws what its answer depends on."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window, self._sight = window, window.sight
        self._mapped = False
        self._sight.progressed.connect(self._progressed)
        self._sight.ended.connect(self._ended)
        self._sight.ranked.connect(self._show_ranking)
        self._sight.compared.connect(self._show_alike)
        self._sight.depended.connect(self._show_dependence)
        window.session.current_changed.connect(self._face_changed)
        window.runs.run_changed.connect(self._hide_dependence)
        window.canvas.dependence_left.connect(self._hide_dependence)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {
            "label_next": self.rank,
            "more_like": self.compare,
            "depends": self.switch_dependence,
        }

    def rank(self) -> None:
        """Rank the faces without labels; the list is then sorted by it."""
        self._say(self._sight.rank(self._window.faces_model.facts))

    def compare(self) -> None:
        """Sort the list by how alike faces are to the one in view."""
        face = self._window.session.current
        if face is not None:
            self._say(self._sight.compare(face))

    def switch_dependence(self, shown: bool) -> None:
        """Show on which part of the picture the chosen points depend, or take the map away."""
        window = self._window
        face = window.session.current
        self._show_map(None)
        if not shown or face is None:
            return
        if why_not := self._sight.ask_dependence(face):
            self._say(why_not)
            self._hide_dependence()
        else:
            window.actions_by_key["gallery"].setChecked(False)

    # What came out

    def _show_ranking(self, picks: Sequence[Pick], waiting: int) -> None:
        window = self._window
        if window.workspace not in _WITH_ALL_FACES:
            window.show_workspace(Workspace.LABEL)
        ranks = {pick.id: float(number) for number, pick in enumerate(picks)}
        why = {
            pick.id: tr(
                "Label next, {number} of {count}: {why}",
                number=number,
                count=len(picks),
                why=tr(pick.why),
            )
            for number, pick in enumerate(picks, start=1)
        }
        window.faces_model.sort_by(ByFigure(tr("to label next"), ranks, why))
        window.faces.choose_first()
        if not picks:
            self._say(
                tr(
                    "None of the {waiting} unlabelled faces could be examined.",
                    waiting=waiting,
                )
            )
        else:
            self._tell_why()

    def _show_alike(self, face_id: str, away: Mapping[str, float]) -> None:
        window = self._window
        window.faces_model.sort_by(ByFigure(tr("most similar first"), away))
        face = window.session.labels.get(face_id)
        name = "" if face is None else window.faces_model.name_of(face)
        self._say(tr("Sorted by similarity to {name}, as the run's network sees faces.", name=name))

    def _show_dependence(self, face_id: str, found: Dependence) -> None:
        window = self._window
        face = window.session.current
        wanted = window.actions_by_key["depends"].isChecked()
        if wanted and face is not None and face.id == face_id:
            self._show_map(found)

    def _show_map(self, found: Dependence | None) -> None:
        self._mapped = found is not None
        self._window.canvas.set_dependence(found)

    def _face_changed(self, *_: object) -> None:
        self._hide_dependence()
        self._tell_why()

    def _tell_why(self) -> None:
        """Say why the face in view stands where it does in a ranking."""
        face = self._window.session.current
        self._say("" if face is None else self._window.faces_model.why(face.id))

    def _hide_dependence(self, *_: object) -> None:
        self._show_map(None)
        self._window.actions_by_key["depends"].setChecked(False)

    def _progressed(self, words: str, done: int, total: int) -> None:
        self._window.status.show_progress(words, done, total, self._sight.cancel, _TASK)

    def _ended(self) -> None:
        self._window.status.hide_progress(_TASK)
        if not self._mapped:  # it failed, was cancelled, or gave way to something else
            self._hide_dependence()

    def _say(self, sentence: str) -> None:
        if sentence:
            self._window.status.say(sentence)
