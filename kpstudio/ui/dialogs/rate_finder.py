"""Looking for a learning rate, live: the error at each rate, and a line to drag to one's choice."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import JobHandle, JobRunner
from kpstudio.app.language import tr
from kpstudio.core.labelset import LabelSet
from kpstudio.core.splits import Split
from kpstudio.core.ticks import Rate
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.events import Event, Preparing
from kpstudio.engine.rates import (
    FIRST_RATE,
    LAST_RATE,
    RateTried,
    next_rate,
    round_rate,
    smooth,
    suggest,
)
from kpstudio.tasks.lr_finder import find_rate, in_words
from kpstudio.ui import theme
from kpstudio.ui.panels.legend import Entry, Legend
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.plot import Plot, line_pen
from kpstudio.ui.panels.room import Dialog, give_size
from kpstudio.ui.panels.settings_text import rate_text

_DASHES = (4.0, 2.0)
_HIGHEST = 2.0
"""Errors above this many times the mean shape's are beyond the plot."""


class RateFinderDialog(Dialog):
    """The curve, and the rate under the line.

    Signals:
        rate_chosen: the learning rate to train with.

    Attributes:
        line: The suggestion, which can be dragged.
        use_button: Takes the rate under the line.
    """

    rate_chosen = Signal(float)

    def __init__(
        self, jobs: JobRunner, labels: LabelSet, config: TrainConfig, split: Split, parent: QWidget
    ) -> None:
        """Create it; `search` begins.

        Args:
            jobs: Runs the search.
            labels: A frozen copy of the faces.
            config: The settings to find a rate for.
            split: Which faces are trained on.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Find a learning rate"))
        give_size(self, 640, 440)
        self._tried: list[RateTried] = []
        self._control = Control()
        self.plot = Plot(tr("Error at each learning rate"))
        self.plot.x_axis.log = True
        self.plot.x_axis.write = rate_text
        self.plot.setMinimumHeight(112)
        self._raw = self.plot.add(pg.PlotDataItem(antialias=True))
        self._curve = self.plot.add(pg.PlotDataItem(antialias=True), 1)
        self._mean = self.plot.add(pg.InfiniteLine(angle=0, pos=1.0), -1)
        self.legend = Legend()
        self.legend.toggled.connect(self._show_lines)
        self.line = self.plot.add(pg.InfiniteLine(angle=90, movable=True), 2)
        self.line.setCursor(Qt.CursorShape.SizeHorCursor)
        self.line.hide()
        self.line.sigPositionChanged.connect(self._moved)
        self._said = QLabel(tr("Reading faces…"))
        self._said.setWordWrap(True)
        self.use_button = QPushButton(tr("Use it"))
        self.use_button.setEnabled(False)
        self._lay_out()
        self.plot.dressed.connect(self._dress)
        self.plot.stepped.connect(self._step)
        self._dress()
        self._fit()
        self._job = jobs.job(self._work(labels, config, split))
        self._job.reported.connect(self._heard)
        self._job.finished.connect(self._searched)
        self._job.failed.connect(lambda error: self._said.setText(sentence(error)))
        self.finished.connect(self._job.cancel)

    def _lay_out(self) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        theme.set_role(self.use_button, "", primary=True)
        self.buttons.addButton(self.use_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._use)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(
            quiet(
                tr(
                    "A throw-away network is trained for up to a hundred steps while the learning "
                    "rate grows. 1 is the error of always predicting the mean shape. Drag the "
                    "line, or use the arrow keys in the plot, to choose another rate."
                )
            )
        )
        above = QHBoxLayout()
        above.addWidget(quiet(tr("Error by learning rate"), wrap=False))
        above.addWidget(self.legend, 1)
        drawn = QVBoxLayout()
        drawn.setSpacing(0)
        drawn.addLayout(above)
        drawn.addWidget(self.plot, 1)
        column.addLayout(drawn, 1)
        column.addWidget(self._said)
        column.addWidget(self.buttons)

    def _work(self, labels: LabelSet, config: TrainConfig, split: Split):  # type: ignore[no-untyped-def]
        control = self._control

        def work(handle: JobHandle) -> None:
            handle.on_cancel(control.stop)
            for event in find_rate(labels, config, split, control):
                handle.report(event)

        return work

    def search(self) -> None:
        """Begin; closing the dialog ends it."""
        self._job.start()

    @property
    def rate(self) -> float:
        """The rate under the line."""
        return round_rate(10.0 ** float(self.line.value()))

    def _heard(self, said: list[Event | RateTried]) -> None:
        for event in said:
            if isinstance(event, RateTried):
                self._tried.append(event)
            elif isinstance(event, Preparing):
                what = tr(event.what)
                what = what[:1].upper() + what[1:]
                self._said.setText(
                    tr("{what}, {done} of {total}.", what=what, done=event.done, total=event.total)
                )
        if self._tried:
            last = self._tried[-1]
            self._said.setText(tr("Trying {rate}…", rate=Rate.rounded(last.lr)))
            self._draw()

    def _searched(self, _: object) -> None:
        found = suggest(self._tried)
        self._said.setText(tr(in_words(found)))
        if not self._tried:
            return
        middle = math.sqrt(self._tried[0].lr * self._tried[-1].lr)
        self.line.setBounds((math.log10(self._tried[0].lr), math.log10(self._tried[-1].lr)))
        self.line.setValue(math.log10(found.lr if found is not None else round_rate(middle)))
        self.line.show()
        self.use_button.setEnabled(True)
        self.use_button.setDefault(True)
        self.use_button.setFocus()  # Cancel had it, and Enter presses what has the focus
        self._moved()

    def _moved(self, *_: object) -> None:
        self.use_button.setText(tr("Use {rate_text}", rate_text=rate_text(self.rate)))

    def _step(self, by: int) -> None:
        if self.use_button.isEnabled():
            self.line.setValue(math.log10(next_rate(self.rate, by)))

    def _use(self) -> None:
        self.rate_chosen.emit(self.rate)
        self.accept()

    # Drawing

    def _draw(self) -> None:
        x = [math.log10(step.lr) for step in self._tried]
        errors = [step.error for step in self._tried]
        self._raw.setData(x, errors)
        self._curve.setData(x, smooth(errors))
        self._fit()

    def _fit(self) -> None:
        errors = smooth([step.error for step in self._tried]) if self._tried else [1.0]
        top = min(max(1.2, 1.1 * max(errors)), _HIGHEST)
        self.plot.set_range((math.log10(FIRST_RATE), math.log10(LAST_RATE)), (0.0, float(top)))

    def _show_lines(self) -> None:
        for key, line in (("step", self._raw), ("smooth", self._curve), ("mean", self._mean)):
            line.setVisible(self.legend.shown(key))

    def _dress(self) -> None:
        look = theme.current()
        mean_shape = line_pen(look.data.mean_shape, width=1.5)
        mean_shape.setDashPattern(list(_DASHES))
        self._mean.setPen(mean_shape)
        faint = look.outline
        self._raw.setPen(line_pen(faint))
        self._curve.setPen(line_pen(QColor(look.data.training), width=2))
        step, smoothed, mean = tr("each step"), tr("smoothed"), tr("mean shape")
        self.legend.set_entries(
            [
                Entry("smooth", smoothed, smoothed, look.data.training),
                Entry("step", step, step, faint),
                Entry("mean", mean, mean, look.data.mean_shape, _DASHES),
            ]
        )
        self.line.setPen(line_pen(QColor(look.text), width=2))
        self.line.setHoverPen(line_pen(QColor(look.text), width=4))
