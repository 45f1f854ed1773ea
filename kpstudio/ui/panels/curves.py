"""The curves of training: how the error falls, live or of stored runs, beside the mean shape."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from kpstudio.app.language import numeral, tr
from kpstudio.core.texts import say
from kpstudio.core.ticks import figures, short
from kpstudio.tasks.run_curves import RunCurve
from kpstudio.ui.panels.curve_data import RunData, Series, y_range
from kpstudio.ui.panels.curve_lines import (
    MAIN,
    Marker,
    RunLines,
    colour,
    dashes,
)
from kpstudio.ui.panels.curve_notes import CurveNotes
from kpstudio.ui.panels.legend import Entry, Legend
from kpstudio.ui.panels.naming import run_title, told_apart
from kpstudio.ui.panels.parts import Banner, EmptyState, Header
from kpstudio.ui.panels.plot import Plot
from kpstudio.ui.panels.run_words import RunWords
from kpstudio.ui.panels.spare_segments import SpareSegments

__all__ = ["CurvesPanel", "RunCurve"]

_EMPTY = say("No runs yet. Choose settings and press Train.")
_NONE_CHOSEN = say("No run is selected. Select one or more in the table to see their curves.")
_CHOICES = say("MSE or NME, logarithmic or linear")
_NARROWEST, _LOW_PLOT = 200, 60
_TRAINING, _VALIDATION = "training", "validation"
_NAMES = {_TRAINING: say("training"), _VALIDATION: say("validation")}


class CurvesPanel(QWidget):
    """Errors over epochs: the main run in colour, others in grey, the mean shape as a dashed line.

    The run that is being trained keeps growing in memory whatever is shown; it is drawn when it is
    the run begun last, or when `show_runs` names it.

    Attributes:
        log: Whether the axis of errors is logarithmic.
        words: What is said of the main run: how it goes, and its notices.
        notes: What is written into the plot.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.log = True
        self._nme_wanted = False
        self._notice: tuple[str | None, str] = (None, "warning")
        self._live: RunData | None = None
        self._training = False
        self._runs: list[RunData] = []
        self._zoomed = False
        self.header = Header("")
        self.words = RunWords()
        self.legend = Legend()
        self._many = False
        self._gap = QWidget(self)  # without a parent it would stand as a window of its own
        self._gap.hide()
        self._gap.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.banner = Banner()
        self.plot = Plot(tr("Training curves"))
        self.setMinimumWidth(_NARROWEST)
        self.plot.setMinimumHeight(_LOW_PLOT)
        self.plot.x_axis.whole = True
        self.plot.y_axis.write = lambda value: numeral(short(value))
        self._lines = [RunLines(self.plot, MAIN)]
        self.notes = CurveNotes(self.plot)
        self._marker = Marker(self.plot)
        self._marked: float | None = None
        self._lay_out()
        self.legend.toggled.connect(self._show_lines)
        self.plot.hovered.connect(self._hover)
        self.plot.stepped.connect(self._step)
        self.plot.dressed.connect(self._dress)
        self.plot.box.sigRangeChangedManually.connect(self._zoom)
        self.plot.box.sigResized.connect(self._fit)
        self.plot.doubled.connect(self.fit)
        self.plot.offered.connect(self._offer)
        self.clear()

    def _lay_out(self) -> None:
        self.header.row.insertWidget(1, self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        self.header.row.removeWidget(self.header.note)
        self.header.note.hide()
        scales = ((say("log"), say("Logarithmic axis")), (say("linear"), say("Linear axis from 0")))
        self._scale = self.header.add_segments(scales, self.header.row.count())
        self._scale.button(0).setChecked(True)
        quantities = (
            ("MSE", say("Mean squared error, which training minimises")),
            ("NME", say("Validation error in % of the faces' size")),
        )
        self.header.heading.hide()
        self._quantity = self.header.add_segments(quantities, 0)
        self._quantity.button(0).setChecked(True)
        self.header.row.setSpacing(4)
        self._scale.idClicked.connect(lambda place: self.set_log(place == 0))
        self._quantity.idClicked.connect(lambda place: self.set_nme(place == 1))
        self._segments = SpareSegments((self._quantity, self._scale), tr(_CHOICES), self)
        self.header.row.addWidget(self._segments.more)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._empty = EmptyState(tr(_EMPTY))
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addWidget(body, 1)
        column.addWidget(self.words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend its words."""
        super().resizeEvent(event)
        self._fit_header()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the header may have no room to show."""
        self._segments.menu().popup(event.globalPos())

    def _offer(self, menu: QMenu, _at: object) -> None:
        choices = self._segments.menu()
        menu.addActions(choices.actions())
        menu.destroyed.connect(choices.deleteLater)

    def _fit_header(self) -> None:
        margins, spacing = self.header.row.contentsMargins(), self.header.row.spacing()
        room = self.width() - margins.left() - margins.right()
        self._segments.fit(room - (0 if self._many else self.legend.needed), spacing)

    # What is shown

    def clear(self) -> None:
        """Forget every run and say what to do."""
        self._live = None
        self.set_notice(None)
        self._set_runs([])

    def begin_run(self, name: str, epochs: int, mean_shape_mse: float = math.nan) -> None:
        """Start the curves of a run that is being trained.

        Args:
            name: The run's folder name.
            epochs: Epochs asked for, the length of the axis.
            mean_shape_mse: Error of the mean shape; NaN while unknown.
        """
        self._live = RunData(name, run_title(name), float(epochs), mean_shape_mse)
        self._training = True
        self.set_notice(None)
        self._set_runs([self._live])

    def end_run(self) -> None:
        """Say that the run being trained is over: it no longer comes before others."""
        self._training = False

    def set_mean_shape(self, mse: float) -> None:
        """Say the mean shape's error of the run being trained."""
        if self._live is not None:
            self._live.mean_shape_mse = mse
            self._fit()

    def add_training(self, epochs: Sequence[float], mse: Sequence[float]) -> None:
        """Append training points of the run being trained; call it once for a batch of events."""
        if self._live is not None:
            self._live.training.extend(epochs, mse)
            self._grown()

    def add_validation(self, epoch: float, mse: float, nme: float | None = None) -> None:
        """Append one validation point of the run being trained; ``nme`` is a fraction."""
        if self._live is not None:
            self._live.validation.extend([epoch], [mse])
            knew = self._live.knows_nme
            self._live.add_nme([epoch], [math.nan if nme is None else nme])
            if self._live.knows_nme != knew and self._live in self._runs:
                self._draw()
            self._grown()
            self.plot.setAccessibleDescription(
                tr(
                    "{title}: validation MSE {figures} after epoch {epoch:g}",
                    title=self._live.title,
                    figures=numeral(figures(mse)),
                    epoch=epoch,
                )
            )

    def tell(
        self, caption: str, overfitting_since: int | None = None, collapsed_since: int | None = None
    ) -> None:
        """Say how the run being trained goes.

        Args:
            caption: One sentence.
            overfitting_since: The epoch since which it overfits, or None.
            collapsed_since: The epoch since which it predicts the mean shape, or None.
        """
        if self._live is not None:
            self._live.caption = caption
            self._live.overfitting_since = overfitting_since
            self._live.collapsed_since = collapsed_since
            self._note()

    def list_notices(self, notices: Sequence[str]) -> None:
        """Say all that the training has told so far beside its errors."""
        if self._live is not None:
            self._live.notices = tuple(notices)
            self._note()

    def show_runs(self, runs: Sequence[RunCurve]) -> None:
        """Draw stored runs, the first in colour; without any, the run being trained.

        The run being trained, when among them, comes first and goes on growing.
        """
        live = self._live
        if not runs:
            self._set_runs([live] if live else [])
            return
        data = [RunData.of(run, run_title(run.name, run.label)) for run in runs]
        if live is not None and live.name in {run.name for run in runs}:
            title = next(run.title for run in data if run.name == live.name)
            live.title = title
            data = [live if run.name == live.name else run for run in data]
            if self._training:
                data.sort(key=lambda run: run is not live)
        self._set_runs(data)

    def set_notice(self, text: str | None, kind: str = "warning") -> None:
        """Say a sentence about the run being trained above its curves, or none.

        Args:
            text: The sentence.
            kind: One of `Banner.TONES`.
        """
        self._notice = (text, kind)
        self._note()

    def set_any_runs(self, any_runs: bool) -> None:
        """Say whether there are runs that could be chosen."""
        self._empty.label.setText(tr(_NONE_CHOSEN) if any_runs else tr(_EMPTY))

    def set_log(self, log: bool) -> None:
        """Make the axis of errors logarithmic, or linear."""
        self.log = log
        self._scale.button(0 if log else 1).setChecked(True)
        self._draw()

    def set_nme(self, nme: bool) -> None:
        """Show the validation NME instead of the MSE, where a run knows it."""
        self._nme_wanted = nme
        self._draw()

    @property
    def nme(self) -> bool:
        """Whether NMEs are shown."""
        return self._nme_wanted and any(run.knows_nme for run in self._runs)

    def fit(self) -> None:
        """Show all epochs again after zooming."""
        self._zoomed = False
        self._fit()

    # Drawing

    def _set_runs(self, runs: list[RunData]) -> None:
        self._runs = runs
        self._zoomed = False
        self._hover(None)
        self._stack.setCurrentIndex(1 if runs else 0)
        while len(self._lines) < len(runs):
            self._lines.append(RunLines(self.plot, len(self._lines)))
        self._list_lines()
        self._draw()

    def _list_lines(self) -> None:
        entries = []
        titles = told_apart([run.title for run in self._runs])
        for place, (run, title) in enumerate(zip(self._runs, titles, strict=True)):
            if place == MAIN:
                alone = len(self._runs) == 1
                for key in (_TRAINING, _VALIDATION):
                    name, tint = tr(_NAMES[key]), colour(MAIN, key == _VALIDATION).name()
                    text, whole = (
                        f"{before}{name}"
                        for before in (("", "") if alone else (f"{title} ", f"{run.title} "))
                    )
                    entries.append(Entry(key, text, whole, tint))
            else:
                tint = colour(place, validation=True).name()
                entries.append(Entry(run.name, title, run.title, tint, dashes(place)))
        self._place_legend(len(self._runs) > 1)
        self.legend.set_entries(entries)
        self._fit_header()
        self._show_lines()

    def _place_legend(self, many: bool) -> None:
        """Give the names of many runs a row of their own; those of one fit into the header."""
        if many == self._many:
            return
        self._many = many
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        if many:
            self.header.row.replaceWidget(self.legend, self._gap)
            column.insertWidget(1, self.legend)
        else:
            column.removeWidget(self.legend)
            self.header.row.replaceWidget(self._gap, self.legend)
        self._gap.setVisible(many)
        self.legend.setContentsMargins(8 if many else 0, 4 if many else 0, 8 if many else 0, 0)

    def _show_lines(self, *_: object) -> None:
        for place, lines in enumerate(self._lines):
            if place >= len(self._runs):
                lines.show(False, False)
            elif place == MAIN:
                lines.show(self.legend.shown(_TRAINING), self.legend.shown(_VALIDATION))
            else:
                shown = self.legend.shown(self._runs[place].name)
                lines.show(shown, shown)

    def _grown(self) -> None:
        if self._live is not None and self._live in self._runs:
            self._lines[self._runs.index(self._live)].draw(self._live, self.log, self.nme)
            self._fit()
            if self._marked is not None:
                self._mark(self._marked)

    def _draw(self) -> None:
        self._hover(None)
        self.plot.y_axis.log = self.log
        self._quantity.button(1).setEnabled(any(run.knows_nme for run in self._runs))
        self._quantity.button(int(self.nme)).setChecked(True)
        self._fit_header()
        for run, lines in zip(self._runs, self._lines, strict=False):
            lines.draw(run, self.log, self.nme)
        self._fit()

    def _fit(self) -> None:
        if not self._runs:
            return
        end, nme = self._end, self.nme
        mean = math.nan if nme else self._runs[MAIN].mean_shape_mse
        self.plot.set_zoomable(0.0, end)
        if self._zoomed:
            low, high = self.plot.box.viewRange()[0]
            self.plot.set_height(y_range(self._runs, (low, high), self.log, mean, nme))
        else:
            self.plot.set_range((0.0, end), y_range(self._runs, (0.0, end), self.log, mean, nme))
        self._note()

    def _note(self) -> None:
        """Show what is known of the main run, in the plot and below it."""
        main = self._runs[MAIN] if self._runs else None
        self.words.show_words(tr(main.caption) if main else "", main.notices if main else ())
        self.notes.show(main, self.log, self.nme)
        text, kind = self._notice
        self.banner.say(text if main is self._live else None, kind)

    @property
    def _end(self) -> float:
        return max(run.last_x for run in self._runs)

    def _zoom(self, *_: object) -> None:
        if self._runs:
            self._zoomed = not self.plot.shows_all(0.0, self._end)
            self._hover(None)
            self._fit()

    def _dress(self) -> None:
        for lines in self._lines:
            lines.dress()
        self._list_lines()
        self._note()

    # Reading values

    def _hover(self, at: QPointF | None) -> None:
        if at is not None and any(run.reached for run in self._runs):
            self._mark(at.x())
        else:
            self._marked = None
            self._marker.hide()
            self.plot.hide_readout()

    def _step(self, direction: int) -> None:
        end = max((run.reached for run in self._runs), default=0.0)
        if end:
            here = self._marked if self._marked is not None else (0.0 if direction > 0 else end)
            there = math.floor(here) + 1 if direction > 0 else math.ceil(here) - 1
            self._mark(float(there))

    def _mark(self, x: float) -> None:
        """Read every curve at ``x``, no further than the curves have come."""
        x = min(max(x, 0.0), max(run.reached for run in self._runs))
        lines = [f"<b>{tr('epoch {x:.1f}', x=x)}</b>"]
        dots: list[tuple[float, float, QColor]] = []
        for place, run in enumerate(self._runs):
            training, validation = run.shown(self.nme)
            series = [(_VALIDATION, validation)]
            if place == MAIN:
                series.insert(0, (_TRAINING, training))
            for key, points in series:
                self._read(x, place, run, key, points, lines, dots)
        self._marked = x
        self._marker.show(x, dots)
        self.plot.show_readout("<br>".join(lines), x)

    def _read(
        self,
        x: float,
        place: int,
        run: RunData,
        key: str,
        points: Series,
        lines: list[str],
        dots: list[tuple[float, float, QColor]],
    ) -> None:
        if not self.legend.shown(key if place == MAIN else run.name):
            return
        found = points.nearest(x)
        if found is None:
            return
        px, py = found
        tint = colour(place, key == _VALIDATION)
        name = tr(_NAMES[key]) if place == MAIN else html.escape(run.title)
        value = f"{numeral(figures(py, 3))}{' %' if self.nme else ''}"
        lines.append(f'<span style="color:{tint.name()}">●</span> {name} {value}')
        if py > 0.0 or not self.log:
            dots.append((px, math.log10(py) if self.log else py, tint))
