"""Three sliders for how the picture is shown: brightness, contrast, gamma."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSlider, QWidget

from kpstudio.app.language import in_digits, tr
from kpstudio.core.adjustment import BRIGHTNESS, CONTRAST, GAMMA, Adjustment
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.button_icon import ButtonIcon
from kpstudio.ui.panels.neutral_slider import NeutralSlider
from kpstudio.ui.panels.room import press_by_enter

_ROWS = ((say("Brightness"), BRIGHTNESS), (say("Contrast"), CONTRAST), (say("Gamma"), GAMMA))
_SLIDER_WIDTH, _SHORT_SLIDER = 140, 72
_VALUE_WIDTH = 40
_AMPLE = QSize(480, 400)
"""Over a smaller picture the panel is as small as it can be."""


class AdjustingPanel(QFrame):
    """A small panel over the window; a click beside it, or Esc, closes it.

    Signals:
        changed: the `Adjustment` that a person has set.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        theme.set_role(self, "popover")
        self.sliders: dict[str, QSlider] = {}
        self._values: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setSizeConstraint(QGridLayout.SizeConstraint.SetFixedSize)  # after another dress, too
        grid.setHorizontalSpacing(theme.INSIDE)
        now = Adjustment()
        neutrals = (now.brightness, now.contrast, now.gamma)
        for row, ((name, (low, high)), neutral) in enumerate(zip(_ROWS, neutrals, strict=True)):
            slider, value = NeutralSlider(neutral), QLabel()
            slider.setRange(low, high)
            slider.setPageStep(10)
            slider.setAccessibleName(tr(name))
            slider.valueChanged.connect(self._tell)
            value.setFixedWidth(_VALUE_WIDTH)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(QLabel(tr(name)), row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
            self.sliders[name], self._values[name] = slider, value
        self._words = QLabel(tr("For viewing only: the picture is not changed."))
        theme.set_role(self._words, "quiet")
        self.reset = QPushButton()
        self.reset.setToolTip(tr("Reset"))
        self.reset.setAccessibleName(tr("Reset"))
        self.reset.clicked.connect(lambda: self._take(Adjustment()))
        self._reset_icon = ButtonIcon(self.reset)
        self._grid = grid
        self.fit(_AMPLE)

    def fit(self, room: QSize) -> None:
        """Be small over a small picture: without words, and with the button at the side."""
        small = room.expandedTo(_AMPLE) != room
        self._grid.addWidget(self._words, len(_ROWS), 0, 1, 2)
        self._words.setVisible(not small)  # in its place by now, or it would be a window of its own
        self.reset.setText("" if small else tr("Reset"))
        self._reset_icon.show("reset" if small else "")
        if small:
            self._grid.addWidget(self.reset, 0, 3, len(_ROWS), 1, Qt.AlignmentFlag.AlignBottom)
        else:
            self._grid.addWidget(self.reset, len(_ROWS), 2)
        inset = (theme.GRID if small else 2 * theme.GRID, 2 * theme.GRID if small else theme.INSIDE)
        self._grid.setVerticalSpacing(inset[0])
        self._grid.setContentsMargins(inset[1], inset[1], inset[1], inset[1])
        for slider in self.sliders.values():
            slider.setFixedWidth(_SHORT_SLIDER if small else _SLIDER_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter the button that has the focus."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @property
    def adjustment(self) -> Adjustment:
        """What the sliders say."""
        return Adjustment(*(self.sliders[name].value() for name, _ in _ROWS))

    def set_adjustment(self, adjustment: Adjustment) -> None:
        """Put the sliders in place without saying so."""
        self.blockSignals(True)
        self._take(adjustment)
        self.blockSignals(False)

    def _take(self, adjustment: Adjustment) -> None:
        numbers = (adjustment.brightness, adjustment.contrast, adjustment.gamma)
        for (name, _), number in zip(_ROWS, numbers, strict=True):
            slider = self.sliders[name]
            slider.blockSignals(True)
            slider.setValue(number)
            slider.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        now = self.adjustment
        for name, number in (("Brightness", now.brightness), ("Contrast", now.contrast)):
            self._values[name].setText(in_digits(number, "+d") if number else "0")
        self._values["Gamma"].setText(in_digits(now.gamma / 100, ".2f"))
        self.reset.setEnabled(not now.neutral)
        self.changed.emit(now)
