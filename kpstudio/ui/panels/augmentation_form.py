"""The form of the random moves that training pictures are given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from kpstudio.engine.augmentation import Augmentation
from kpstudio.ui.panels.fields import add_row, decimal

_SIDES = ("left", "right", "up", "down")
_NO_PAIRS = "This scheme has no mirror pairs: set them in Points, Edit the scheme"


class AugmentationForm(QWidget):
    """Rotation, shift to each side, mirroring.

    Signals:
        changed: a value has changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rotation = decimal(0.0, 180.0, 1.0, " °", "Rotation in degrees either way")
        self.rotation.setPrefix("± ")
        self.shifts = {
            side: decimal(0.0, 99.0, 1.0, " %", f"Shift {side} in percent") for side in _SIDES
        }
        self.flip = QCheckBox("Mirror half of the pictures")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        add_row(grid, "Rotation", self.rotation)
        for side, field in self.shifts.items():
            add_row(grid, f"Shift {side}", field)
            field.valueChanged.connect(self._changed)
        grid.addWidget(self.flip, grid.rowCount(), 0, 1, 2)
        self.rotation.valueChanged.connect(self._changed)
        self.flip.toggled.connect(self._changed)

    def allow_mirroring(self, paired: bool) -> None:
        """Offer mirrored pictures only where it is known which points swap places in them."""
        self.flip.setEnabled(paired)
        if not paired:
            self.flip.setChecked(False)
        self.flip.setToolTip("" if paired else _NO_PAIRS)

    def _changed(self, *_: object) -> None:
        self.changed.emit()

    def value(self) -> Augmentation:
        """Return the moves that are set."""
        # Rounding makes 10 % the very 0.1 of a preset.
        shifts = {f"shift_{s}": round(f.value() / 100.0, 6) for s, f in self.shifts.items()}
        return Augmentation(self.rotation.value(), flip=self.flip.isChecked(), **shifts)

    def set_value(self, moves: Augmentation) -> None:
        """Show ``moves``; says `changed` once."""
        before = self.blockSignals(True)
        self.rotation.setValue(moves.rotation_degrees)
        for side, field in self.shifts.items():
            field.setValue(100.0 * float(getattr(moves, f"shift_{side}")))
        self.flip.setChecked(moves.flip)
        self.blockSignals(before)
        self.changed.emit()


def in_words(moves: Augmentation) -> str:
    """Return the moves in a few words, such as "±10°, shifts to 10 %"."""
    words = []
    if moves.rotation_degrees:
        words.append(f"±{moves.rotation_degrees:g}°")
    largest = max(getattr(moves, f"shift_{side}") for side in _SIDES)
    if largest:
        words.append(f"shifts to {100.0 * largest:g} %")
    if moves.flip:
        words.append("mirrored")
    return ", ".join(words) or "none"
