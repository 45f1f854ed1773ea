"""Between two runs and the tab of what moved: the list's faces compared, and what is chosen."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject

from kpstudio.app.face_list import FaceListModel
from kpstudio.app.face_order import by_name
from kpstudio.app.language import tr, translated
from kpstudio.app.old_run import OldRun
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.core.comparing import Comparison, Outcome
from kpstudio.core.labelset import Face
from kpstudio.core.progress import Progress
from kpstudio.core.selection import Selection
from kpstudio.core.texts import say
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.following import Following
from kpstudio.ui.panels.moved_table import MovedRow
from kpstudio.ui.panels.naming import run_title
from kpstudio.ui.panels.what_moved import WhatMoved
from kpstudio.ui.status import StatusBar

_NO_RUN = say("No run is in use. Train a network, or choose a run above.")
_ONLY_RUN = say(
    "There is no other run to compare with yet. Correct some faces and train on the corrections "
    "to see here what got better and what got worse."
)
_NO_CHOICE = say("Choose a run above to see what got better and what got worse since.")
_NO_FACE = say("No face here was predicted by both runs.")
_NO_POINT = say("The two runs have no points in common.")
_READING = say("The old run's predictions are being read.")
_PREDICTING = say("The old run is predicting these faces.")
_WORDS = (
    say("The two runs are being compared."),
    say("The comparison was cancelled. Switch to another tab and back to start again."),
)
_TASK = "old run"


class _Moves(NamedTuple):
    """What is shown, ready for the tables."""

    comparison: Comparison
    faces: list[MovedRow]
    points: list[MovedRow]


class MovedController(QObject):
    """Keeps the tab in step with list, runs and labels while it is in view.

    Attributes:
        following: Keeps the tab in step.
    """

    def __init__(
        self,
        session: Session,
        runs: RunBook,
        old: OldRun,
        faces: FaceListModel,
        panel: WhatMoved,
        canvas: Canvas,
        status: StatusBar,
    ) -> None:
        super().__init__(panel)
        self._session, self._runs, self._old, self._faces = session, runs, old, faces
        self._panel, self._status = panel, status
        self._compared_ids: tuple[str, ...] | None = None
        self.following = Following(session, panel, self._update, _WORDS)
        for signal in (
            session.faces_changed,
            runs.predictions_changed,
            runs.predicting_progressed,
            old.changed,
            old.predicted,
        ):
            signal.connect(self.following.again)
        faces.modelReset.connect(self._list_changed)
        old.changed.connect(self._list_runs)
        old.predicting_progressed.connect(self._predicting)
        session.current_changed.connect(panel.mark)
        canvas.points_chosen.connect(lambda chosen: panel.points.mark(chosen.lead))
        panel.run_chosen.connect(old.choose)
        panel.face_chosen.connect(session.choose)
        panel.point_chosen.connect(lambda point: canvas.turn_to(Selection.only(point)))

    def _list_changed(self) -> None:
        self._compared_ids = None
        self.following.again()

    def _list_runs(self) -> None:
        runs = [(run.name, run_title(run.name, run.label)) for run in self._old.choices()]
        self._panel.set_runs(runs, self._old.name)

    def _update(self) -> None:
        reason = self._why_nothing()
        faces = [] if reason else self._compared()
        self._old.predict_missing(faces)
        if reason or self._old.reading:
            self.following.behind.stop()
            self._panel.say(reason or tr(_READING))
            return
        compare = self._old.comparing(faces)
        name, scheme = self._faces.name_of, self._session.labels.scheme

        def work(progress: Progress) -> _Moves:
            found = compare(progress)
            _ = found.count(Outcome.FIXED), found.means, found.uncertainty  # not in the window
            names = {face.id: name(face) for face in faces}
            return _Moves(
                found,
                [MovedRow(face_id, names[face_id], s) for face_id, s in found.faces.items()],
                [
                    MovedRow(k, translated(scheme.called(k)), shift)
                    for k, shift in enumerate(found.points)
                ],
            )

        about = self._runs.run, self._old.name
        self.following.work_out(work, partial(self._show, len(faces)), len(faces), about)

    def _show(self, count: int, moves: _Moves) -> None:
        """Show what moved of ``count`` faces."""
        if not moves.faces:
            self._panel.say(tr(_PREDICTING) if self._old.predicting else tr(_NO_FACE))
            return
        if not any(math.isfinite(point.moved) for point in moves.comparison.points):
            self._panel.say(tr(_NO_POINT))
            return
        self._panel.show_moves(*moves)
        waiting = count - len(moves.faces)
        coming = self._old.predicting or self._runs.predicting
        self._panel.tell(
            tr("{waiting} more are being predicted.", waiting=waiting) if waiting and coming else ""
        )

    def _why_nothing(self) -> str:
        """Return why there is nothing to compare, or ""."""
        if not self._runs.run:
            return tr(_NO_RUN)
        if self._runs.live:
            return tr(
                "{run_title} is being trained. When it is done, this shows what moved.",
                run_title=run_title(self._runs.run),
            )
        if not self._old.name:
            return tr(_NO_CHOICE) if self._panel.choice.count() else tr(_ONLY_RUN)
        return self._old.why_not

    def _compared(self) -> list[Face]:
        """Return the faces of the list, and where it is about all, those without labels as well."""
        labels = self._session.labels
        if self._compared_ids is None:
            shown = set(self._faces.face_ids)
            ids = filter(shown.__contains__, self._faces.scope_ids)  # in the order of their names
            found = labels.known(ids)
            if not self._faces.split:
                finds = self._faces.finds
                more = [face for face in labels if not face.labelled and finds(face)]
                found = sorted(found + more, key=by_name) if more else found
            self._compared_ids = tuple(face.id for face in found)
        return labels.known(self._compared_ids)

    def _predicting(self, done: int, total: int) -> None:
        if total:
            words = tr("Predicting with {text}", text=self._panel.choice.currentText())
            self._status.show_progress(words, done, total, self._old.cancel, _TASK)
        else:
            self._status.hide_progress(_TASK)
