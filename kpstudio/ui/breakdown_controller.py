"""Between the list and the table of where the errors are: a row is a search, or chosen points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kpstudio.app.behind import Behind
from kpstudio.app.face_list import FaceListModel
from kpstudio.app.language import tr
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.app.undo import Progress, passing
from kpstudio.core.analysis import measure
from kpstudio.core.breakdown import By, Slice, break_down, break_down_parts
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.metrics import Yardstick
from kpstudio.core.selection import Selection
from kpstudio.core.texts import say
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.panels.breakdown import Breakdown

_KINDS = (By.YAW, By.PITCH, By.ROLL, By.TAG, By.PERSON)
_CANCELLED = say("Adding up was cancelled. Turn to another tab and back to begin anew.")


class BreakdownController(QObject):
    """Keeps the table in step with the faces under review, whatever the search leaves of them.

    Attributes:
        behind: Adds up the errors of very many faces.

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
        self.behind = Behind(session.jobs, self)
        self.behind.cancelled.connect(self._cancelled)
        self.behind.failed.connect(panel.say)
        for signal in (session.opened, runs.run_changed):
            signal.connect(lambda *_: self.behind.stop())
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
            ids = self._faces.scope_ids if self._runs.run else ()
            found = map(self._session.labels.get, ids)
            faces = [face for face in found if face is not None]
            take = partial(self._show, self._runs.measuring.yardstick)
            self.behind.work_out(self._adding_up(faces), take, len(faces))
        else:
            self._panel.mark(self._faces.text.strip())

    def _show(self, yardstick: Yardstick, slices: tuple[Slice, ...]) -> None:
        self._panel.show_slices(slices, yardstick)
        self._panel.mark(self._faces.text.strip())

    def _cancelled(self) -> None:
        self._summed_up = None
        self._panel.say(tr(_CANCELLED))

    def _adding_up(self, faces: Sequence[Face]) -> Callable[[Progress], tuple[Slice, ...]]:
        """Return what adds up the errors of ``faces``, on any thread."""
        scheme, by, facts = (
            self._session.labels.scheme,
            self._runs.measuring.yardstick,
            self._faces.facts,
        )
        predictions = self._predictions(faces)

        def work(progress: Progress) -> tuple[Slice, ...]:
            facts.measure_poses(faces, passing(progress, 0, len(faces)))
            every = break_down(faces, facts, (By.NOTHING,), by.threshold)
            if not every:
                return ()
            offsets = measure(faces, predictions, scheme, by.normaliser)
            return (
                *every,
                *break_down_parts(offsets, facts.split, by.threshold),
                *break_down(faces, facts, _KINDS, by.threshold),
            )

        return work

    def _predictions(self, faces: Sequence[Face]) -> dict[str, Landmarks]:
        found = ((face.id, self._runs.prediction(face.id)) for face in faces)
        return {face_id: points for face_id, points in found if points is not None}

    def _choose(self, one: Slice) -> None:
        if one.by is By.PART:
            self._canvas.choose_points(Selection.of(one.points))
        else:
            self.search_wanted.emit(str(one.where))
