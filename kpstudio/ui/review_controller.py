"""Between the runs and Review: errors of the faces shown, and the choice of the run."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from statistics import fmean
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox

from kpstudio.app.behind import in_portions
from kpstudio.app.face_list import FaceListModel
from kpstudio.app.language import tr
from kpstudio.app.other_runs import OtherRuns
from kpstudio.app.run_book import RunBook
from kpstudio.app.second_labels import SecondBook
from kpstudio.app.session import Session
from kpstudio.app.squares import SquaredErrors
from kpstudio.core.analysis import Offsets, measure
from kpstudio.core.breakdown import TRAINING, VALIDATION
from kpstudio.core.facts import FaceError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.matching import compile_query
from kpstudio.core.metrics import Yardstick
from kpstudio.core.narrowing import apart, narrowed
from kpstudio.core.progress import Progress
from kpstudio.core.query import Figure
from kpstudio.core.query_parser import parse_query
from kpstudio.core.selection import Selection
from kpstudio.tasks.contact_sheet import SheetFace
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.following import ADDING_UP, Following, predictions_of
from kpstudio.ui.panels.ced_plot import RunErrors
from kpstudio.ui.panels.naming import run_title
from kpstudio.ui.panels.narrowing_plot import FIGURE
from kpstudio.ui.panels.review_faces import ReviewFaces
from kpstudio.ui.panels.review_summary import ReviewSummary
from kpstudio.ui.panels.split_figures import SplitErrors

_ErrorsOf = Callable[[Sequence[str]], Sequence[FaceError | None]]
_AFTER_MS = 40
"""How long after the list the plots follow: while one types, they wait for the last letter."""


class _Errors(NamedTuple):
    """What the plots show.

    Attributes:
        faces: Those with an error.
        offsets: Of their points; None where no plot in view shows them.
        people: How far another person's labels lie from those of the faces; None without any.
        others: NME of the faces by each of the other runs, by its name; fractions.
        splits: Errors of the run's validation and training faces; None where those told are right.
        state: Of what these tell of, a number.
        yardstick: What all are measured by.
    """

    faces: ReviewFaces
    offsets: Offsets | None
    people: Offsets | None
    others: dict[str, FloatArray]
    splits: dict[str, list[tuple[Face, FaceError]]] | None
    state: int
    yardstick: Yardstick


class ReviewController(QObject):
    """Keeps summary and run choice in step with the list.

    A range of the error chosen in a plot becomes a part of the search. The plots go on to show all
    faces that the search finds without that part.

    Attributes:
        following: Keeps figures and plots in step.

    Signals:
        search_wanted: the search that the list is to follow.
    """

    search_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        runs: RunBook,
        others: OtherRuns,
        second: SecondBook,
        faces: FaceListModel,
        summary: ReviewSummary,
        choice: QComboBox,
        canvas: Canvas,
    ) -> None:
        super().__init__(summary)
        self._session = session
        self._runs = runs
        self._others = others
        self._second = second
        self._faces = faces
        self._summary = summary
        self._choice = choice
        self._squares = SquaredErrors(session, runs)
        self.following = Following(session, summary, self._summarise, ADDING_UP, _AFTER_MS)
        self._state, self._told_state = 1, 0  # of all faces, and the one whose splits are told
        self._titles: dict[str, str] = {}
        for signal in (
            summary.plots.offsets_wanted,
            faces.modelReset,
            session.faces_changed,
            others.changed,
            others.predicted,
            second.changed,
        ):
            signal.connect(self.following.again)
        for signal in (
            session.faces_changed,
            session.faces_listed,
            session.reread,
            runs.predictions_changed,
            self._squares.measured,
        ):
            signal.connect(self._measure_splits_again)
        others.changed.connect(self._list_others)
        runs.runs_changed.connect(self._list_runs)
        runs.run_changed.connect(self._mark_run)
        choice.activated.connect(lambda _: runs.use(str(choice.currentData())))
        self._connect(canvas)

    def _connect(self, canvas: Canvas) -> None:
        session, faces, summary = self._session, self._faces, self._summary
        plots = summary.plots
        session.current_changed.connect(lambda face_id: plots.choose(face_id or ""))
        plots.face_chosen.connect(session.choose)
        plots.narrowed.connect(self._narrow)
        plots.runs_chosen.connect(self._others.choose)
        plots.order_wanted.connect(lambda order: faces.sort_by(order))
        plots.point_chosen.connect(lambda point: canvas.turn_to(Selection.only(point)))
        canvas.points_chosen.connect(lambda chosen: plots.points.choose(chosen.lead))

    def _measure_splits_again(self, *_: object) -> None:
        self._state += 1
        self.following.again()

    def _summarise(self) -> None:
        if self._session.project is None:
            return  # the window is closing
        faces, bounds = self._shown() if self._runs.run else ([], ())
        self._others.predict_missing(faces)
        self._summary.plots.show_bounds(bounds)
        every = () if self._state == self._told_state else tuple(self._session.labels)
        count, work = len(faces) + len(every), self._adding_up(faces, every)
        self.following.work_out(work, partial(self._show, faces), count, self._runs.run)

    def _adding_up(
        self, faces: Sequence[Face], every: Sequence[Face]
    ) -> Callable[[Progress], _Errors]:
        """Return what measures and adds up, on any thread; of ``every`` face the splits."""
        facts, errors, names = self._faces.facts, self._runs.errors.of_all, self._names_of
        others, second = self._others.chosen, self._second.labels
        scheme, by = self._session.labels.scheme, self._runs.measuring.yardstick
        wants = self._summary.plots.wants_offsets
        predictions = predictions_of(self._runs, faces) if wants else None
        state, split = self._state, self._runs.split_of

        def work(progress: Progress) -> _Errors:
            found, total = [], len(faces) + len(every)
            for portion in in_portions(faces, progress, 0, total):
                facts.measure_poses(portion)
                found += [(face, error.nme) for face, error in _measured(portion, errors)]
            splits = _parted(in_portions(every, progress, len(faces), total), errors, split)
            rows = ReviewFaces(
                tuple(face.id for face, _ in found),
                np.array([nme for _, nme in found], dtype=np.float64),
                np.array([facts.yaw(face) for face, _ in found], dtype=np.float64),
                names,
            )
            offsets = people = None
            if predictions is not None:
                offsets = measure(faces, predictions, scheme, by.normaliser)
                _ = offsets.of_parts, offsets.of_points  # here, and not while the window waits
            if second is not None:
                people = second.offsets(faces, scheme, by.normaliser)
                _ = people.of_parts
            return _Errors(
                rows,
                offsets,
                people,
                {answers.name: np.array(answers.errors(faces)) for answers in others},
                splits if every else None,
                state,
                by,
            )

        return work

    def _names_of(self, face_id: str) -> str:
        face = self._session.labels.get(face_id)
        return "" if face is None else self._faces.name_of(face)

    def _show(self, faces: Sequence[Face], errors: _Errors) -> None:
        plots = self._summary.plots
        self._summary.set_faces(errors.faces, errors.yardstick)
        if errors.offsets is not None:
            plots.set_offsets(errors.faces.known, errors.offsets, errors.yardstick)
        told = errors.people is not None and bool(np.isfinite(errors.people.nme).any())
        plots.set_people(errors.people if told else None)
        plots.set_others(self.run_title, self._told_of_others(faces, errors.others))
        if errors.splits is not None:
            self._tell_splits(errors.splits)
            self._told_state = errors.state
        if self._session.current is not None:
            plots.choose(self._session.current.id)

    def _tell_splits(self, parts: Mapping[str, Sequence[tuple[Face, FaceError]]]) -> None:
        """Set training against validation, which the list and its search change nothing of."""
        names = {VALIDATION: tr("Validation"), TRAINING: tr("Training")}
        self._summary.splits.tell(
            [self._split(names[part], found) for part, found in parts.items() if found]
        )

    def _split(self, name: str, found: Sequence[tuple[Face, FaceError]]) -> SplitErrors:
        nme = [error.nme for _, error in found if math.isfinite(error.nme)]
        pixels = fmean(error.pixels for _, error in found)
        mean, mse = fmean(nme) if nme else math.nan, self._squares.mse(face for face, _ in found)
        return SplitErrors(name, len(found), mean, pixels, mse)

    def _shown(self) -> tuple[list[Face], tuple[Figure, ...]]:
        """Return the faces of the list and those that its bounds of the error hide, and these."""
        labels = self._session.labels
        rest, bounds = apart(parse_query(self._faces.text), FIGURE)
        ids = self._faces.scope_ids if bounds else self._faces.face_ids
        faces = labels.known(ids)
        if bounds:
            test = compile_query(rest, self._faces.facts, self._faces.filters.filters)
            faces = list(filter(test, faces))
        return faces, bounds

    def _narrow(self, bounds: tuple[Figure, ...]) -> None:
        self.search_wanted.emit(narrowed(self._faces.text, FIGURE, bounds))

    def _told_of_others(
        self, faces: Sequence[Face], errors: Mapping[str, FloatArray]
    ) -> list[RunErrors]:
        found = []
        for answers in self._others.chosen:
            if answers.name not in errors:
                continue  # it was chosen just now
            learnt = sum(face.id in answers.trained_on for face in faces)
            missing = len(answers.missing(faces))
            notes = (
                tr("was trained on {learnt} of these", learnt=learnt) if learnt else "",
                tr("{missing} not predicted yet", missing=missing) if missing else "",
                tr("being read") if answers.reading else "",
            )
            title, note = (
                self._titles.get(answers.name, answers.name),
                ", ".join(filter(None, notes)),
            )
            found.append(RunErrors(answers.name, title, errors[answers.name], note))
        return found

    def _list_others(self) -> None:
        chosen = [answers.name for answers in self._others.chosen]
        runs = [(run.name, run_title(run.name, run.label)) for run in self._others.choices()]
        self._titles = dict(runs)
        self._summary.plots.set_runs(runs, chosen)

    def sheet_faces(self) -> list[SheetFace]:
        """Return the faces in the list that have an error, for a contact sheet."""
        labels = self._session.labels
        faces = []
        listed = labels.known(self._faces.face_ids)
        for face, error in _measured(listed, self._runs.errors.of_all):
            prediction = self._runs.prediction(face.id)
            if face.landmarks and prediction:
                path, truth = labels.picture_path(face.picture), face.landmarks.xy_image
                name = self._faces.name_of(face)
                faces.append(SheetFace(path, name, truth, prediction.xy_image, error.nme))
        return faces

    @property
    def run_title(self) -> str:
        """What to call the run whose errors are shown."""
        return self._choice.currentText() or self._runs.run

    def _list_runs(self) -> None:
        self._choice.clear()
        for run in reversed(self._runs.summaries()):
            self._choice.addItem(run_title(run.name, run.label), run.name)
        self._choice.setEnabled(self._choice.count() > 0)
        self._choice.setPlaceholderText(
            tr("Choose a run") if self._choice.count() else tr("No runs yet")
        )
        self._mark_run(self._runs.run)

    def _mark_run(self, name: str) -> None:
        self._choice.setCurrentIndex(self._choice.findData(name))


def _measured(faces: Sequence[Face], errors: _ErrorsOf) -> list[tuple[Face, FaceError]]:
    """Return those of ``faces`` that have an error, each with it."""
    pairs = zip(faces, errors([face.id for face in faces]), strict=True)
    return [(face, error) for face, error in pairs if error is not None]


def _parted(
    portions: Iterable[Sequence[Face]], errors: _ErrorsOf, split: Callable[[str], str]
) -> dict[str, list[tuple[Face, FaceError]]]:
    """Return the faces of either part of the run that have an error, each with it."""
    parts: dict[str, list[tuple[Face, FaceError]]] = {VALIDATION: [], TRAINING: []}
    for portion in portions:
        for part, found in parts.items():
            found += _measured([face for face in portion if split(face.id) == part], errors)
    return parts
