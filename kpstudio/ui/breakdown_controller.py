"""Between the list and the table of where the errors are: a row is a search, or chosen points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from kpstudio.app.face_list import FaceListModel
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.core.analysis import measure
from kpstudio.core.breakdown import By, Slice, break_down, break_down_parts
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.selection import Selection
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.panels.breakdown import Breakdown

_KINDS = (By.YAW, By.PITCH, By.ROLL, By.TAG, By.PERSON)


class BreakdownController(QObject):
    """Keeps the table in step with the faces under review, whatever the search leaves of them.

    Signals:
        search_wanted: the search that the list is to follow.
    """

    search_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        runs: RunBook,
        faces: FaceListModel,
        panel: Breakdown,
        canvas: Canvas,
    ) -> None:
        super().__init__(panel)
        self._session, self._runs, self._faces = session, runs, faces
        self._panel, self._canvas = panel, canvas
        self._soon = QTimer(self)  # several signals at once are one reason to look again
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._update)
        self._summed_up: object = None
        for signal in (session.faces_changed, runs.predictions_changed):
            signal.connect(self._forget)
        for signal in (panel.shown, faces.modelReset):
            signal.connect(self._look_again)
        panel.chosen.connect(self._choose)

    def _forget(self, *_: object) -> None:
        self._summed_up = None
        self._look_again()

    def _look_again(self, *_: object) -> None:
        if self._panel.isVisible():
            self._soon.start()

    def _update(self) -> None:
        about = self._faces.facts, self._faces.scope_ids
        if about != self._summed_up:  # a search alone changes nothing here
            self._summed_up = about
            self._panel.show_slices(self._slices(), self._runs.measuring.yardstick)
        self._panel.mark(self._faces.text.strip())

    def _slices(self) -> tuple[Slice, ...]:
        labels, runs = self._session.labels, self._runs
        yardstick, facts = runs.measuring.yardstick, self._faces.facts
        ids = self._faces.scope_ids if runs.run else ()
        faces = [face for face_id in ids if (face := labels.get(face_id)) is not None]
        every = break_down(faces, facts, (By.NOTHING,), yardstick.threshold)
        if not every:
            return ()
        offsets = measure(faces, self._predictions(faces), labels.scheme, yardstick.normaliser)
        return (
            *every,
            *break_down_parts(offsets, facts.split, yardstick.threshold),
            *break_down(faces, facts, _KINDS, yardstick.threshold),
        )

    def _predictions(self, faces: Sequence[Face]) -> dict[str, Landmarks]:
        found = ((face.id, self._runs.prediction(face.id)) for face in faces)
        return {face_id: points for face_id, points in found if points is not None}

    def _choose(self, one: Slice) -> None:
        if one.by is By.PART:
            self._canvas.choose_points(Selection.of(one.points))
        else:
            self.search_wanted.emit(str(one.where))
