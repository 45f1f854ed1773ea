"""Three sliders for how the picture is shown: brightness, contrast, gamma."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSlider, QWidget

from kpstudio.app.language import in_digits, tr
from kpstudio.core.adjustment import BRIGHTNESS, CONTRAST, GAMMA, Adjustment
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.room import press_by_enter

_ROWS = ((say("Brightness"), BRIGHTNESS), (say("Contrast"), CONTRAST), (say("Gamma"), GAMMA))
_SLIDER_WIDTH = 140
_VALUE_WIDTH = 40


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
        grid.setContentsMargins(theme.INSIDE, theme.INSIDE, theme.INSIDE, theme.INSIDE)
        grid.setHorizontalSpacing(theme.INSIDE)
        grid.setVerticalSpacing(2 * theme.GRID)
        for row, (name, (low, high)) in enumerate(_ROWS):
            slider, value = QSlider(Qt.Orientation.Horizontal), QLabel()
            slider.setRange(low, high)
            slider.setPageStep(10)
            slider.setFixedWidth(_SLIDER_WIDTH)
            slider.setAccessibleName(tr(name))
            slider.valueChanged.connect(self._tell)
            value.setFixedWidth(_VALUE_WIDTH)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(QLabel(tr(name)), row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
            self.sliders[name], self._values[name] = slider, value
        words = QLabel(tr("For looking only: the picture stays as it is."))
        theme.set_role(words, "quiet")
        self.reset = QPushButton(tr("Reset"))
        self.reset.clicked.connect(lambda: self._take(Adjustment()))
        grid.addWidget(words, len(_ROWS), 0, 1, 2)
        grid.addWidget(self.reset, len(_ROWS), 2)

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
        self._values["Brightness"].setText(in_digits(now.brightness, "+d"))
        self._values["Contrast"].setText(in_digits(now.contrast, "+d"))
        self._values["Gamma"].setText(in_digits(now.gamma / 100, ".2f"))
        self.reset.setEnabled(not now.neutral)
        self.changed.emit(now)
