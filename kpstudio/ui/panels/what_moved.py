"""What moved from one run to another: which faces are fixed, which broken, and by how much."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import in_digits, tr, tr_count
from kpstudio.core.comparing import Comparison, Outcome
from kpstudio.core.texts import say
from kpstudio.ui.panels.followed import Followed
from kpstudio.ui.panels.moved_table import MovedRow, MovedTable, limit, percent
from kpstudio.ui.panels.pair_plot import PairPlot
from kpstudio.ui.panels.parts import EmptyState, Header, quiet
from kpstudio.ui.panels.room import Room

_ALL = "all"
_FILTERS = (_ALL, Outcome.FIXED.value, Outcome.BROKEN.value)
_TITLES = {
    _ALL: say("all {count}"),
    Outcome.FIXED: say("fixed {count}"),
    Outcome.BROKEN: say("broken {count}"),
}
_NONE_SUCH = {
    _ALL: say("No face here."),
    Outcome.FIXED: say("No face here is fixed."),
    Outcome.BROKEN: say("No face here is broken."),
}
_BELOW = (
    (say("points"), say("What changed, point by point")),
    (say("plot"), say("Each face by the errors of both runs: click a dot to see the face")),
)
_TIPS = (
    say("Show every face that both runs have predicted"),
    say("Show the faces that failed and no longer do"),
    say("Show the faces that fail only now"),
)


class WhatMoved(Followed):
    """A choice of the old run, the result in a sentence, and lists of faces and points.

    Signals:
        run_chosen: the name of the run that a person wants to compare with.
        face_chosen: id of the face that a person chose.
        point_chosen: number of the point that a person chose.
    """

    run_chosen = Signal(str)
    face_chosen = Signal(str)
    point_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = QComboBox()
        self.choice.setToolTip(tr("The run that the one in use is compared with"))
        self.choice.setAccessibleName(tr("Compared with"))
        self.choice.setPlaceholderText(tr("Choose a run"))
        self.choice.setMinimumContentsLength(8)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.result, self.note = QLabel(), quiet()
        self.result.setWordWrap(True)
        self.faces = MovedTable(tr("face"), 1, (38, 38, 48, 46, 0))
        self.points = MovedTable(tr("point"), 2, (46, 46, 58, 58))
        self.pairs = PairPlot()
        self._rows: list[MovedRow] = []
        self._undrawn: tuple[Sequence[MovedRow], float] | None = None
        self._counted = ""
        self._none = EmptyState("")
        faces = Header("")  # the table below says what it is about; the words need the room
        faces.heading.hide()
        faces.row.setSpacing(4)
        words = [say(_TITLES[name], count=0) for name in _FILTERS]
        self.filter = faces.add_segments(list(zip(words, _TIPS, strict=True)), 2)
        self.filter.button(0).setChecked(True)
        self._lay_out(faces)
        self.choice.activated.connect(lambda _: self.run_chosen.emit(self.choice.currentData()))
        self.filter.idToggled.connect(lambda *_: self._show_faces())
        self.faces.chosen.connect(lambda face_id: self.face_chosen.emit(face_id))
        self.pairs.face_chosen.connect(self.face_chosen)
        self.points.chosen.connect(lambda point: self.point_chosen.emit(point))
        self.say("")

    def _lay_out(self, faces: Header) -> None:
        top = Header(tr("Compared with"))
        top.note.hide()
        top.row.addWidget(self.choice, 1)
        words = QVBoxLayout()
        words.setContentsMargins(12, 8, 12, 8)
        words.setSpacing(4)
        words.addWidget(self.result)
        words.addWidget(self.note)
        points = self._points_header = Header(tr("Points"))
        self.below = points.add_segments(_BELOW, 2)
        self.below.button(0).setChecked(True)
        self.below.idToggled.connect(self._show_below)
        page, lists = QWidget(), QWidget()
        self._lower = QStackedWidget()
        self._lower.addWidget(self.points)
        self._lower.addWidget(self.pairs)
        self._list = QStackedLayout(lists)
        self._list.addWidget(self._none)
        self._list.addWidget(self.faces)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(words)
        inside.addWidget(faces)
        inside.addWidget(lists, 3)
        inside.addWidget(points)
        inside.addWidget(self._lower, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(self._stack, 1)
        self._fill(Room(page, sideways=False))

    # What is shown

    def set_runs(self, runs: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer runs as (name, title) pairs, of which one may be chosen."""
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for name, title in runs:
                self.choice.addItem(title, name)
            self.choice.setCurrentIndex(self.choice.findData(chosen))
        self.choice.setEnabled(bool(runs))

    def show_moves(
        self, comparison: Comparison, faces: Sequence[MovedRow], points: Sequence[MovedRow]
    ) -> None:
        """Show what changed.

        Args:
            comparison: Of the two runs.
            faces: A row for each of its faces, in the order of their names.
            points: A row for each point of the scheme.
        """
        self._show_contents()
        self.result.setText(in_words(comparison))
        self._counted = (
            tr("means over all {count}", count=in_digits(len(faces), ",")) if faces[1:] else ""
        )
        self._undrawn = faces, comparison.yardstick.threshold
        self._draw_pairs()
        self._name_below()
        for table in (self.faces, self.points):
            table.rows.measure_by(comparison.yardstick)
        self._rows = list(faces)
        for number, name in enumerate(_FILTERS):
            count = len(faces) if name == _ALL else comparison.count(Outcome(name))
            self.filter.button(number).setText(tr(_TITLES[name], count=in_digits(count, ",")))
        self._show_faces()
        self.points.rows.set_rows(points)

    def tell(self, note: str) -> None:
        """Show a quiet sentence below the result; "" for none."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _show_faces(self) -> None:
        wanted = _FILTERS[self.filter.checkedId()]
        rows = [row for row in self._rows if wanted in (_ALL, row.shift.outcome)]
        self.faces.rows.set_rows(rows)
        self._none.label.setText(tr(_NONE_SUCH[wanted]))
        self._list.setCurrentIndex(1 if rows else 0)

    def mark(self, face_id: str) -> None:
        """Mark a face in list and plot."""
        self.faces.mark(face_id)
        self.pairs.choose(face_id)

    def _draw_pairs(self) -> None:
        """Draw the plot once it is in view: many faces take their time."""
        if self._undrawn is not None and self._lower.currentWidget() is self.pairs:
            self.pairs.set_rows(*self._undrawn)
            self._undrawn = None

    def _show_below(self, number: int, on: bool) -> None:
        if on:
            self._lower.setCurrentIndex(number)
            self._draw_pairs()
            self._name_below()

    def _name_below(self) -> None:
        plot = self.below.checkedId() == 1
        self._points_header.heading.setText(tr("New by old NME %") if plot else tr("Points"))
        self._points_header.note.setText("" if plot else self._counted)


def in_words(comparison: Comparison) -> str:
    """Return the result in one sentence."""
    unknown = comparison.count(Outcome.UNKNOWN)
    known = len(comparison.faces) - unknown
    if not known:
        return tr("No face here is labelled: only how far the points moved is known.")
    fixed, broken = comparison.count(Outcome.FIXED), comparison.count(Outcome.BROKEN)
    before, after = comparison.means
    assert math.isfinite(before)
    more = ""
    if unknown:
        more = tr_count(", 1 more is unlabelled", ", {count} more are unlabelled", unknown)
    return tr(
        "{fixed} fixed, {broken} broken at {limit}; mean NME {before} → {after} % over "
        "{faces}{more}.{certain}",
        fixed=in_digits(fixed, ",") if fixed else tr("None"),
        broken=in_digits(broken, ",") if broken else tr("none"),
        limit=limit(comparison.yardstick),
        before=percent(before),
        after=percent(after),
        faces=tr_count("1 face", "{count} faces", known),
        more=more,
        certain=_certain(comparison),
    )


def _certain(comparison: Comparison) -> str:
    """Return the mean change with its confidence interval, where there are faces enough for one."""
    before, after = comparison.means
    half = comparison.uncertainty
    if not math.isfinite(half):
        return ""
    change = percent(after - before, sign="+")
    chance = "" if abs(after - before) > half else tr(": it may be chance")
    return tr(
        " Paired change {change} ± {half} (95\xa0%){chance}.",
        change=change,
        half=percent(half),
        chance=chance,
    )
