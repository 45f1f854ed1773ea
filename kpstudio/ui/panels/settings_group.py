"""What the groups of settings have in common: fields in, settings out, a few words when folded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from kpstudio.engine.config import TrainConfig
from kpstudio.ui.panels.fields import Checked, add_row, form_grid

Field = QComboBox | QDoubleSpinBox | QSpinBox | QLineEdit | QCheckBox


class SettingsGroup(QWidget):
    """A group of fields that stand for some settings of a training.

    Attributes:
        heading: What stands above it.
        checked: Fields whose text may be wrong.

    Signals:
        changed: a value has changed.
    """

    changed = Signal()
    heading = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = form_grid(self)
        self.checked: Sequence[Checked[Any]] = ()

    def add(self, text: str, field: QWidget, tip: str = "", *below: QWidget) -> None:
        """Append a labelled field, or with "" one that labels itself."""
        if text:
            label = add_row(self.grid, text, field, *below)
            label.setToolTip(tip)
        else:
            self.grid.addWidget(field, self.grid.rowCount(), 0, 1, 2)
        if tip:
            field.setToolTip(tip)

    def listen(self, *changing: Field) -> None:
        """Say `changed` when one of these fields changes."""
        for field in changing:
            if isinstance(field, QComboBox):
                field.currentIndexChanged.connect(self._changed)
            elif isinstance(field, QLineEdit):
                field.textChanged.connect(self._changed)
            elif isinstance(field, QCheckBox):
                field.toggled.connect(self._changed)
            else:
                field.valueChanged.connect(self._changed)

    def _changed(self, *_: object) -> None:
        self.changed.emit()

    def values(self) -> dict[str, Any]:
        """Return the settings of `TrainConfig` that the fields stand for, by their names.

        Raises:
            InputError: If one of them is wrong.
        """
        raise NotImplementedError

    def show_config(self, config: TrainConfig) -> None:
        """Show the settings of ``config``."""
        raise NotImplementedError

    def words(self) -> str:
        """Return the group in a few words, to stand beside its heading."""
        raise NotImplementedError


def chosen(field: QComboBox) -> str:
    """Return the value of a field for one of several."""
    return str(field.currentData())


def choose(field: QComboBox, value: str) -> None:
    """Choose a value; one that is not offered is added as it is."""
    if field.findData(value) < 0:
        field.addItem(value, value)
    field.setCurrentIndex(field.findData(value))
