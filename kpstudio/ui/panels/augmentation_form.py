"""The form of the random changes that training pictures are given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from kpstudio.app.language import in_digits, tr
from kpstudio.core.texts import say
from kpstudio.engine.augmentation import Augmentation
from kpstudio.ui.panels.fields import Switch, add_row, decimal, form_grid

_SIDES = ("left", "right", "up", "down")
_NO_PAIRS = say("This scheme has no mirror pairs: set them in Points > Edit scheme")
_FLIP = say("Every other picture is mirrored, and the points of a pair swap places")
_ROTATION = say("Rotated about the centre by up to this much either way")
_SHIFTS = {
    "left": (say("Shift left"), say("Moved left by up to this share of the input")),
    "right": (say("Shift right"), say("Moved right by up to this share of the input")),
    "up": (say("Shift up"), say("Moved up by up to this share of the input")),
    "down": (say("Shift down"), say("Moved down by up to this share of the input")),
}
_SCALE = say("Scaled up or down by up to this much: 20 % means from 1 / 1.2 to 1.2 times")
_REPAINTED = {
    "light": (
        say("Light"),
        5.0,
        say("How much gamma, contrast, brightness and light from one side vary"),
    ),
    "blur": (
        say("Blur"),
        5.0,
        say("Share of pictures that are blurred, each by a different amount"),
    ),
    "noise": (
        say("Noise"),
        0.5,
        say("Standard deviation of the noise in the noisiest pictures, in percent of white"),
    ),
    "occlusion": (
        say("Occlusion"),
        5.0,
        say("Share of pictures partly covered by a plain box; points under it still count"),
    ),
}
"""By the name in `Augmentation`: label, step in percent, what it does."""
_SHORT = {
    "light": say("light"),
    "blur": say("blur"),
    "noise": say("noise"),
    "occlusion": say("occlusion"),
}
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
        self.rotation = decimal(0.0, 180.0, 1.0, " °", tr("Rotation in degrees either way"))
        self.scale = decimal(0.0, 100.0, 1.0, " %", tr("Scale in percent either way"))
        for field in (self.rotation, self.scale):
            field.setPrefix("± ")
        self.shifts = {
            side: decimal(
                0.0, 99.0, 1.0, " %", tr("{label} in percent", label=tr(_SHIFTS[side][0]))
            )
            for side in _SIDES
        }
        self.flip = Switch(tr("Mirror half of the pictures"), tr(_FLIP))
        self.repainted = {
            name: decimal(0.0, 100.0, step, " %", tr("{label} in percent", label=tr(label)))
            for name, (label, step, _) in _REPAINTED.items()
        }
        self._grid = form_grid(self)
        self._add(tr("Rotation"), self.rotation, tr(_ROTATION))
        for side, field in self.shifts.items():
            words, tip = _SHIFTS[side]
            self._add(tr(words), field, tr(tip))
        self._add(tr("Scale"), self.scale, tr(_SCALE))
        self._grid.addWidget(self.flip, self._grid.rowCount(), 0, 1, 2)
        self.flip.toggled.connect(self._changed)
        for name, (label, _, tip) in _REPAINTED.items():
            self._add(tr(label), self.repainted[name], tr(tip))

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
        self.flip.rule_out("" if allowed else reason or tr(_NO_PAIRS))

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
        words.append(f"±{in_digits(changes.rotation_degrees, 'g')}°")
    largest = max(getattr(changes, f"shift_{side}") for side in _SIDES)
    if largest:
        words.append(tr("shifts to {largest:g} %", largest=100.0 * largest))
    if changes.scale:
        words.append(tr("scale ±{scale:g} %", scale=100.0 * changes.scale))
    if changes.flip:
        words.append(tr("mirrored"))
    words += [tr(short) for name, short in _SHORT.items() if getattr(changes, name)]
    if len(words) > _ROOM:
        return tr("{words} and {count} more", words=words[0], count=len(words) - 1)
    return ", ".join(words) or tr("none")
