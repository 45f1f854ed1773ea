"""What moved from one run to another: which faces are fixed, which broken, and by how much."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import in_digits, tr, tr_count
from kpstudio.core.comparing import Comparison, Outcome
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.button_icon import ButtonIcon
from kpstudio.ui.panels.followed import Followed
from kpstudio.ui.panels.moved_table import MovedRow, MovedTable, limit, percent
from kpstudio.ui.panels.pair_plot import PairPlot
from kpstudio.ui.panels.part_menu import add
from kpstudio.ui.panels.parts import Clauses, EmptyState, Header, quiet
from kpstudio.ui.panels.room import Room

_ALL = "all"
_FILTERS = (_ALL, Outcome.FIXED.value, Outcome.BROKEN.value)
_TITLES = {
    _ALL: say("all {count}"),
    Outcome.FIXED: say("fixed {count}"),
    Outcome.BROKEN: say("broken {count}"),
}
_NONE_SUCH = {
    _ALL: say("No faces here."),
    Outcome.FIXED: say("No fixed faces here."),
    Outcome.BROKEN: say("No broken faces here."),
}
_BELOW = (
    (say("points"), say("What changed, point by point")),
    (say("plot"), say("Errors of both runs for each face: click a dot to see the face")),
)
_SECTIONS = (say("Faces"), say("Points"), say("Plot of both runs"))
_LOW, _LOWEST, _TURN = 400, 260, 28
"""In a lower panel faces and points take turns; in the lowest one the result has a single line."""
_TIPS = (
    say("Show all faces predicted by both runs"),
    say("Show faces that failed before and no longer do"),
    say("Show faces that did not fail before but do now"),
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
        self.choice.setToolTip(tr("The run to compare with the one in use"))
        self.choice.setAccessibleName(tr("Compared with"))
        self.choice.setPlaceholderText(tr("Choose a run"))
        self.choice.setMinimumContentsLength(8)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.result, self.brief, self.note = QLabel(), Clauses(), quiet()
        self.result.setWordWrap(True)
        self.faces = MovedTable(tr("face"), 1, (38, 38, 48, 46, 0))
        self.points = MovedTable(tr("point"), 2, (46, 46, 58, 58))
        self._section = 0
        self._menu = QMenu(self)
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
        for number, tone in enumerate(("", "ok", "danger")):  # as the changes below have it
            theme.set_role(self.filter.button(number), "segment", tone=tone)
        self._lay_out(faces)
        self.choice.activated.connect(lambda _: self.run_chosen.emit(self.choice.currentData()))
        self.filter.idToggled.connect(lambda *_: self._show_faces())
        self.faces.chosen.connect(lambda face_id: self.face_chosen.emit(face_id))
        self.pairs.face_chosen.connect(self.face_chosen)
        self.points.chosen.connect(lambda point: self.point_chosen.emit(point))
        self.faces.offered.connect(self._offer_face)
        self.points.offered.connect(self._offer_point)
        self.say("")

    def _offer_face(self, menu: QMenu, face_id: str | None) -> None:
        shown = face_id is not None
        add(menu, tr("Show this face"), lambda: self.face_chosen.emit(face_id), shown)

    def _offer_point(self, menu: QMenu, point: int | None) -> None:
        named = point is not None
        add(menu, tr("Select this point"), lambda: self.point_chosen.emit(point), named)

    def _lay_out(self, faces: Header) -> None:
        self._faces_header = faces
        for number, title in enumerate(_SECTIONS):
            self._menu.addAction(tr(title)).triggered.connect(partial(self._show_section, number))
        top = Header(tr("Compared with"))
        top.note.hide()
        top.row.addWidget(self.choice, 1)
        words = self._words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.result)
        words.addWidget(self.brief)
        words.addWidget(self.note)
        points = self._points_header = Header(tr("Points"))
        self.below = points.add_segments(_BELOW, 2)
        self.below.button(0).setChecked(True)
        self.below.idToggled.connect(self._show_below)
        self._turns = [self._turn(header) for header in (faces, points)]
        page, self._lists = QWidget(), QWidget()
        self._lower = QStackedWidget()
        self._lower.addWidget(self.points)
        self._lower.addWidget(self.pairs)
        self._list = QStackedLayout(self._lists)
        self._list.addWidget(self._none)
        self._list.addWidget(self.faces)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(words)
        inside.addWidget(faces)
        inside.addWidget(self._lists, 3)
        inside.addWidget(points)
        inside.addWidget(self._lower, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(self._stack, 1)
        self._fill(Room(page, sideways=False))

    def _turn(self, header: Header) -> QToolButton:
        """Put a button into a header that lets faces, points and plot take turns."""
        button = QToolButton()
        ButtonIcon(button, "more")
        button.setToolTip(tr("Show faces, points or the plot of both runs"))
        button.setAccessibleName(button.toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._menu)
        theme.set_role(button, "segment")
        button.setFixedWidth(_TURN)
        header.row.insertWidget(0, button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what there is no room for side by side take turns."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        low, lowest = self.height() < _LOW, self.height() < _LOWEST
        above = not low or self._section == 0
        self._words.setContentsMargins(12, 4 if lowest else 8, 12, 4 if lowest else 8)
        self.result.setVisible(not lowest)
        self.brief.setVisible(lowest)
        self.note.setVisible(bool(self.note.text()) and not lowest)
        self.brief.setText(f"{self.result.text()} {self.note.text()}".strip())
        for part in (self._faces_header, self._lists):
            part.setVisible(above)
        for part in (self._points_header, self._lower):
            part.setVisible(not (low and above))
        for button in self._turns:
            button.setVisible(low)

    def _show_section(self, number: int, *_: object) -> None:
        self._section = number
        if number:
            self.below.button(number - 1).setChecked(True)
        self._share_room()

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
        self._share_room()

    def tell(self, note: str) -> None:
        """Show a quiet sentence below the result; "" for none."""
        self.note.setText(note)
        self._share_room()

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
        self._points_header.heading.setText(tr("New against old NME %") if plot else tr("Points"))
        self._points_header.note.setText("" if plot else self._counted)


def in_words(comparison: Comparison) -> str:
    """Return the result in one sentence."""
    unknown = comparison.count(Outcome.UNKNOWN)
    known = len(comparison.faces) - unknown
    if not known:
        return tr("No face here is labelled: only how far the points moved can be shown.")
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
    chance = "" if abs(after - before) > half else tr(": this may be chance")
    return tr(
        " Paired change {change} ± {half} (95\xa0%){chance}.",
        change=change,
        half=percent(half),
        chance=chance,
    )
