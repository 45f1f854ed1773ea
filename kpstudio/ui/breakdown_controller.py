"""Between the list and the table of where the errors are: a row is a search, or chosen points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kpstudio.app.behind import in_portions
from kpstudio.app.face_list import FaceListModel
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.core.analysis import measure
from kpstudio.core.breakdown import By, Slice, break_down, break_down_parts
from kpstudio.core.labelset import Face
from kpstudio.core.metrics import Yardstick
from kpstudio.core.progress import Progress
from kpstudio.core.selection import Selection
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.following import ADDING_UP, Following, predictions_of
from kpstudio.ui.panels.breakdown import Breakdown

_KINDS = (By.YAW, By.PITCH, By.ROLL, By.TAG, By.PERSON)


class BreakdownController(QObject):
    """Keeps the table in step with the faces under review, whatever the search leaves of them.

    Attributes:
        following: Keeps the table in step.

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
        self.following = Following(session, panel, self._update, ADDING_UP)
        self._state = 0  # of what is added up
        self._summed_up: object = None
        for signal in (session.faces_changed, runs.predictions_changed):
            signal.connect(self._forget)
        faces.modelReset.connect(self.following.again)
        panel.chosen.connect(self._choose)

    def _forget(self, *_: object) -> None:
        self._state += 1
        self.following.again()

    def _update(self) -> None:
        about = self._state, self._faces.facts, self._faces.scope_ids
        if about != self._summed_up:  # a search alone changes nothing here
            ids = self._faces.scope_ids if self._runs.run else ()
            found = map(self._session.labels.get, ids)
            faces = [face for face in found if face is not None]
            take = partial(self._show, about, self._runs.measuring.yardstick)
            self.following.work_out(self._adding_up(faces), take, len(faces), self._runs.run)
        else:
            self._panel.mark(self._faces.text.strip())

    def _show(self, about: object, yardstick: Yardstick, slices: tuple[Slice, ...]) -> None:
        self._summed_up = about
        self._panel.show_slices(slices, yardstick)
        self._panel.mark(self._faces.text.strip())

    def _adding_up(self, faces: Sequence[Face]) -> Callable[[Progress], tuple[Slice, ...]]:
        """Return what adds up the errors of ``faces``, on any thread."""
        scheme, by, facts = (
            self._session.labels.scheme,
            self._runs.measuring.yardstick,
            self._faces.facts,
        )
        predictions = predictions_of(self._runs, faces)

        def work(progress: Progress) -> tuple[Slice, ...]:
            for portion in in_portions(faces, progress):
                facts.measure_poses(portion)
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

    def _choose(self, one: Slice) -> None:
        if one.by is By.PART:
            self._canvas.turn_to(Selection.of(one.points))
        else:
            self.search_wanted.emit(str(one.where))
