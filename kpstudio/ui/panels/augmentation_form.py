"""The form of the random changes that training pictures are given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from kpstudio.engine.augmentation import Augmentation
from kpstudio.ui.panels.fields import Switch, add_row, decimal, form_grid

_SIDES = ("left", "right", "up", "down")
_NO_PAIRS = "This scheme has no mirror pairs: set them in Points, Edit the scheme"
_FLIP = "Every other picture is mirrored, and the points of a pair swap places"
_ROTATION = "Turned by up to this much either way, about the middle"
_SHIFT = "Moved {} by up to this share of the input"
_SCALE = "Enlarged or reduced by up to this much: 20 % goes from 1 / 1.2 to 1.2 times"
_REPAINTED = {
    "light": (
        "Light",
        5.0,
        "How much gamma, contrast and brightness vary, and how strong the light from one side is",
    ),
    "blur": ("Blur", 5.0, "Share of the pictures that are blurred, each by its own amount"),
    "noise": (
        "Noise",
        0.5,
        "Deviation of the grain, in percent of white, in the pictures with most of it",
    ),
    "occlusion": (
        "Occlusion",
        5.0,
        "Share of the pictures that a plain box covers in part; points under it still count",
    ),
}
"""By the name in `Augmentation`: label, step in percent, what it does."""
_ROOM = 3
"""So many changes are named beside the folded heading; of more, all but the first are counted."""


class AugmentationForm(QWidget):
    """Rotation, shift to each side, scale, mirroring; light, blur, noise, occlusion.

    Attributes:
        shifts: The fields of the shifts, in percent, by "left", "right", "up", "down".
        repainted: The fields of what changes grey values, in percent, by their names in
            `Augmentation`.

    Signals:
        changed: a value has changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rotation = decimal(0.0, 180.0, 1.0, " °", "Rotation in degrees either way")
        self.scale = decimal(0.0, 100.0, 1.0, " %", "Scale in percent either way")
        for field in (self.rotation, self.scale):
            field.setPrefix("± ")
        self.shifts = {
            side: decimal(0.0, 99.0, 1.0, " %", f"Shift {side} in percent") for side in _SIDES
        }
        self.flip = Switch("Mirror half of the pictures", _FLIP)
        self.repainted = {
            name: decimal(0.0, 100.0, step, " %", f"{label} in percent")
            for name, (label, step, _) in _REPAINTED.items()
        }
        self._grid = form_grid(self)
        self._add("Rotation", self.rotation, _ROTATION)
        for side, field in self.shifts.items():
            self._add(f"Shift {side}", field, _SHIFT.format(side))
        self._add("Scale", self.scale, _SCALE)
        self._grid.addWidget(self.flip, self._grid.rowCount(), 0, 1, 2)
        self.flip.toggled.connect(self._changed)
        for name, (label, _, tip) in _REPAINTED.items():
            self._add(label, self.repainted[name], tip)

    def _add(self, text: str, field: QDoubleSpinBox, tip: str) -> None:
        add_row(self._grid, text, field).setToolTip(tip)
        field.setToolTip(tip)
        field.valueChanged.connect(self._changed)

    def allow_mirroring(self, allowed: bool, reason: str = "") -> None:
        """Offer mirrored pictures only where it is known which points swap places in them.

        Args:
            allowed: Whether it is known.
            reason: Why it is not; by default because the scheme has no pairs.
        """
        self.flip.rule_out("" if allowed else reason or _NO_PAIRS)

    def _changed(self, *_: object) -> None:
        self.changed.emit()

    def value(self) -> Augmentation:
        """Return the changes that are set."""
        shifts = {f"shift_{side}": _fraction(field) for side, field in self.shifts.items()}
        repainted = {name: _fraction(field) for name, field in self.repainted.items()}
        return Augmentation(
            self.rotation.value(),
            scale=_fraction(self.scale),
            flip=self.flip.isChecked(),
            **shifts,
            **repainted,
        )

    def set_value(self, changes: Augmentation) -> None:
        """Show ``changes``; says `changed` once."""
        before = self.blockSignals(True)
        self.rotation.setValue(changes.rotation_degrees)
        self.scale.setValue(100.0 * changes.scale)
        for side, field in self.shifts.items():
            field.setValue(100.0 * float(getattr(changes, f"shift_{side}")))
        for name, field in self.repainted.items():
            field.setValue(100.0 * float(getattr(changes, name)))
        self.flip.wish(changes.flip)
        self.blockSignals(before)
        self.changed.emit()


def _fraction(field: QDoubleSpinBox) -> float:
    # Rounding makes 10 % the very 0.1 of a preset.
    return round(field.value() / 100.0, 6)


def in_words(changes: Augmentation) -> str:
    """Return the changes in a few words, such as "±10°, shifts to 10 %" or "±25° and 7 more"."""
    words = []
    if changes.rotation_degrees:
        words.append(f"±{changes.rotation_degrees:g}°")
    largest = max(getattr(changes, f"shift_{side}") for side in _SIDES)
    if largest:
        words.append(f"shifts to {100.0 * largest:g} %")
    if changes.scale:
        words.append(f"scale ±{100.0 * changes.scale:g} %")
    if changes.flip:
        words.append("mirrored")
    words += [label.lower() for name, (label, *_) in _REPAINTED.items() if getattr(changes, name)]
    if len(words) > _ROOM:
        return f"{words[0]} and {len(words) - 1} more"
    return ", ".join(words) or "none"
