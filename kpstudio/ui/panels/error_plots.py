"""The plots of Review: how the error is spread, and over which faces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import repeat

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kpstudio.app.face_order import ByPoints
from kpstudio.app.language import tr
from kpstudio.core.analysis import Offsets, parts_of
from kpstudio.core.metrics import FAILURE_THRESHOLD, Yardstick, mean_known
from kpstudio.core.query import Figure
from kpstudio.core.schemes.names import in_words
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.ced_plot import PEOPLE, CedPlot, RunErrors
from kpstudio.ui.panels.curve_lines import MAIN, colour, dashes
from kpstudio.ui.panels.dot_plot import TurnPlot
from kpstudio.ui.panels.error_bars import ErrorBars
from kpstudio.ui.panels.legend import Entry, Legend
from kpstudio.ui.panels.noise_floor import DASHES
from kpstudio.ui.panels.part_menu import add
from kpstudio.ui.panels.part_plot import PartPlot
from kpstudio.ui.panels.parts import Header
from kpstudio.ui.panels.point_map import PointMap
from kpstudio.ui.panels.review_faces import PERCENT, ReviewFaces

_SPREAD = (
    (say("curve"), say("Cumulative error: click or drag to list the faces to the right of it")),
    (say("bars"), say("Histogram: click a bar, or drag over some, to list their faces")),
)
_OVER = (
    (say("turn"), say("Error by head turn")),
    (say("parts"), say("Error by part of the face: click a part's name to sort by it")),
    (say("points"), say("Error by point, on the mean face: click a point to sort by it")),
)
_OVER_HEADINGS = (say("Error by turn"), say("Error by part"), say("Error by point"))

_LOWEST = 128
"""Pixels below which a plot is not read any more; there the page scrolls."""


class ErrorPlots(QWidget):
    """Linked plots: they mark the same face and the same range of the error.

    Attributes:
        ced, bars, turn, parts, points: The plots.
        legend: Names the runs drawn; hidden while there is but one.

    Signals:
        face_chosen: id of the face a person chose.
        narrowed: bounds of the error that a person chose, a tuple of `Figure`; empty to let go.
        runs_chosen: names of the other runs to draw.
        point_chosen: number of the point a person chose.
        order_wanted: the `ByPoints` to sort the list by.
        offsets_wanted: a plot came into view that shows parts or points.
    """

    face_chosen = Signal(str)
    narrowed = Signal(object)
    runs_chosen = Signal(list)
    point_chosen = Signal(int)
    order_wanted = Signal(object)
    offsets_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ced, self.bars = CedPlot(), ErrorBars()
        self.turn, self.parts, self.points = TurnPlot(), PartPlot(), PointMap()
        self.legend = Legend()
        self._others: list[RunErrors] = []
        self._title = ""
        self._unknown = 0
        self._with_people = False
        self._turned: tuple[ReviewFaces, float] | None = None  # what the turns are to be drawn of
        self._measured: tuple[ReviewFaces, Offsets, Yardstick] | None = None
        self.runs_button = QPushButton(tr("Runs"))
        self.runs_button.setFlat(True)
        self.runs_button.setToolTip(tr("Show other runs along with the one in use"))
        self._menu = QMenu(self.runs_button)
        self.runs_button.setMenu(self._menu)
        keeps = self.runs_button.sizePolicy()  # what is beside it stays where it is
        keeps.setRetainSizeWhenHidden(True)
        self.runs_button.setSizePolicy(keeps)
        spread, self.over_header = Header(tr("Cumulative")), Header(tr("Error by turn"))
        self._spread = spread
        self.spread = spread.add_segments(_SPREAD, 2)
        spread.row.addWidget(self.runs_button)
        self.over = self.over_header.add_segments(_OVER, 2)
        self._upper = _stack(self.ced, self.bars)
        self._lower = _stack(self.turn, self.parts, self.points)
        self._upper.setMinimumHeight(_LOWEST)
        self._lower.setMinimumHeight(_LOWEST)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in (
            (spread, 0),
            (self.legend, 0),
            (self._upper, 2),
            (self.over_header, 0),
            (self._lower, 2),
        ):
            column.addWidget(widget, stretch)
        self._connect()
        self.spread.button(0).setChecked(True)
        self.over.button(0).setChecked(True)
        self.set_runs([])
        self.set_others("", [])

    def _connect(self) -> None:
        for each in (self.ced, self.bars, self.turn, self.parts, self.points):
            each.offered.connect(self._offer_all)
        for plot in (self.ced, self.bars):
            plot.narrowed.connect(self.narrowed)
            plot.released.connect(lambda: self.narrowed.emit(()))
        for dots in (self.turn, self.parts):
            dots.face_chosen.connect(self.face_chosen)
        self.parts.part_chosen.connect(self._sort_by_part)
        self.points.point_chosen.connect(self._sort_by_point)
        self.over.idToggled.connect(self._show_over)
        self.legend.toggled.connect(lambda *_: self._hide_runs())
        self.spread.idToggled.connect(self._show_spread)
        self._menu.triggered.connect(lambda _: self._choose_runs())
        self.ced.dressed.connect(self._name_runs)

    # What is shown

    def set_faces(self, faces: ReviewFaces, threshold: float = FAILURE_THRESHOLD) -> None:
        """Draw faces, all of whose errors are known, and the NME above which they have failed."""
        self.ced.set_faces(faces, threshold)
        self.bars.set_faces(faces, threshold)
        self._unknown = len(faces) - int(np.isfinite(faces.yaw_degrees).sum())
        self._turned, self._measured = (faces, threshold), None
        self._draw_over()
        self._tell_over()

    @property
    def wants_offsets(self) -> bool:
        """Whether a plot in view shows parts or points."""
        return self._lower.currentWidget() is not self.turn

    def set_offsets(self, faces: ReviewFaces, offsets: Offsets, yardstick: Yardstick) -> None:
        """Draw the errors of parts or points, whichever is in view.

        Args:
            faces: Those of `set_faces`.
            offsets: How far the points of these faces are off.
            yardstick: What their errors are measured by.
        """
        self._measured = faces, offsets, yardstick
        self._draw_over()

    def _draw_over(self) -> None:
        """Draw what is in view; of many faces what is not would hold up the window."""
        if self._turned is not None and not self.wants_offsets:
            self.turn.set_faces(*self._turned)
            self._turned = None
        if self._measured is None:
            return
        faces, offsets, yardstick = self._measured
        if self._lower.currentWidget() is self.parts:
            rows = np.array(list(map(faces.row_of.get, offsets.ids, repeat(-1))), dtype=np.intp)
            here = rows >= 0
            errors = {part: values[here] for part, values in offsets.of_parts.items()}
            self.parts.set_parts(faces.taken(rows[here]), errors, yardstick.threshold)
        elif self._lower.currentWidget() is self.points:
            self.points.set_offsets(offsets, yardstick.normaliser, yardstick.threshold)
        self._tell_over()

    def set_runs(self, runs: Sequence[tuple[str, str]], chosen: Sequence[str] = ()) -> None:
        """Offer other runs as (name, title) pairs, of which some are drawn."""
        self._menu.clear()
        for name, title in runs:
            action = QAction(title.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(name in chosen)
            action.setData(name)
            self._menu.addAction(action)
        self.runs_button.setEnabled(bool(runs))

    def set_others(self, title: str, runs: Sequence[RunErrors]) -> None:
        """Draw other runs beside the one in use, which is called ``title``."""
        self._title, self._others = title, list(runs)
        self.ced.set_others(runs)
        self._name_runs()
        self._hide_runs()

    def set_people(self, apart: Offsets | None) -> None:
        """Draw how far two people's labels of the faces lie apart; None takes it away."""
        nme = np.empty(0) if apart is None else apart.nme[np.isfinite(apart.nme)]
        mean = float(mean_known(nme, axis=0))
        self._with_people = len(nme) > 0
        self.ced.set_people(nme)
        for plot in (self.bars, self.turn):
            plot.floor.show(PERCENT * mean)
        parts = {} if apart is None else apart.of_parts
        self.parts.set_people({part: _median(values) for part, values in parts.items()})
        self._name_runs()

    def choose(self, face_id: str) -> None:
        """Mark a face in every plot; an id that is not here marks none."""
        for plot in (self.ced, self.bars, self.turn, self.parts):
            plot.choose(face_id)

    def show_bounds(self, bounds: Sequence[Figure]) -> None:
        """Mark the range of the error that the list is narrowed to."""
        for plot in (self.ced, self.bars, self.turn, self.parts):
            plot.show_bounds(bounds)

    def _show_spread(self, number: int, on: bool) -> None:
        if on:
            self._upper.setCurrentIndex(number)
            curve = self._upper.currentWidget() is self.ced
            self._spread.heading.setText(tr("Cumulative") if curve else tr("Histogram"))
            self._spread.note.setText("" if curve else tr("faces"))
            self.runs_button.setVisible(curve)
            self._name_runs()

    def _offer_all(self, menu: QMenu, _at: object) -> None:
        add(menu, tr("List all faces"), lambda: self.narrowed.emit(()), bool(self.ced.bounds))

    # Parts and points

    def _show_over(self, number: int, on: bool) -> None:
        if on:
            self._lower.setCurrentIndex(number)
            face = self._lower.currentWidget() is self.points  # it cannot be as low as a plot
            self._column.setStretchFactor(self._lower, 3 if face else 2)
            self.over_header.heading.setText(tr(_OVER_HEADINGS[number]))
            self._tell_over()
            self._draw_over()
            if self.wants_offsets and self._measured is None:
                self.offsets_wanted.emit()

    def _tell_over(self) -> None:
        unknown = (
            tr("{unknown} without a known turn", unknown=self._unknown)
            if self._unknown
            else "NME %"
        )
        notes = (unknown, "" if self.parts.parts else tr("no groups"), "")
        self.over_header.note.setText(notes[self.over.checkedId()])

    def _sort_by_part(self, part: str) -> None:
        if self._measured is not None:
            scheme = self._measured[1].scheme
            self.order_wanted.emit(ByPoints(in_words(part), parts_of(scheme)[part]))

    def _sort_by_point(self, point: int) -> None:
        self.point_chosen.emit(point)
        if self._measured is not None:
            name = self._measured[1].scheme.called(point)
            self.order_wanted.emit(ByPoints(name, (point,)))

    # Other runs

    def _choose_runs(self) -> None:
        self.runs_chosen.emit([a.data() for a in self._menu.actions() if a.isChecked()])

    def _hide_runs(self) -> None:
        names = (*(run.name for run in self._others), PEOPLE)
        self.ced.hide_runs([name for name in names if not self.legend.shown(name)])

    def _name_runs(self) -> None:
        entries = [Entry(self._title, self._title, self._title, colour(MAIN, False).name())]
        for place, run in enumerate(self._others, start=MAIN + 1):
            whole = f"{run.title}, {run.note}" if run.note else run.title
            grey = colour(place, True).name()
            entries.append(Entry(run.name, run.title, whole, grey, dashes(place)))
        if self._with_people:
            purple = theme.current().data.mean_shape
            whole = tr("two people's labels, compared")
            entries.append(Entry(PEOPLE, tr("two people"), whole, purple, DASHES))
        several = len(entries) > 1
        self.legend.set_entries(entries if several else [])
        curve = self._upper.currentWidget() is self.ced
        self.legend.setVisible(several and curve)


def _median(values: NDArray[np.float64]) -> float:
    known = values[np.isfinite(values)]
    return float(np.median(known)) if len(known) else math.nan


def _stack(*widgets: QWidget) -> QStackedWidget:
    stack = QStackedWidget()
    for widget in widgets:
        stack.addWidget(widget)
    return stack
