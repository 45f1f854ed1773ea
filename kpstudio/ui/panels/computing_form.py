"""The form of where and how a network is computed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from kpstudio.app.language import tr
from kpstudio.core.texts import say
from kpstudio.engine.config import PRECISIONS, TrainConfig
from kpstudio.ui.panels.fields import Checked, choice
from kpstudio.ui.panels.settings_group import SettingsGroup, choose, chosen
from kpstudio.ui.panels.settings_text import parse_seed

_DEVICES = [
    ("auto", say("automatic")),
    ("cpu", "CPU"),
    ("cuda", say("CUDA (NVIDIA)")),
    ("mps", say("MPS (Apple)")),
]
_PRECISION_TITLES = {"auto": say("the fastest here")}


class ComputingForm(SettingsGroup):
    """Device, precision, seed."""

    heading = say("Computing")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.device = choice(_DEVICES, tr("Device"))
        precisions = [(name, _PRECISION_TITLES.get(name, name)) for name in PRECISIONS]
        self.precision = choice(precisions, tr("Precision"))
        self.seed = QLineEdit()
        self.seed.setAccessibleName(tr("Seed"))
        self.seed_field = Checked(self.seed, parse_seed)
        self.checked = (self.seed_field,)
        self.add(tr("Device"), self.device)
        self.add(tr("Precision"), self.precision, tr("A few steps are timed to find the fastest"))
        self.add(
            tr("Seed"),
            self.seed,
            tr("For the initial weights, the order and the augmentation"),
            self.seed_field.problem,
        )
        self.listen(self.device, self.precision, self.seed)

    def values(self) -> dict[str, Any]:
        """Return the settings of computing.

        Raises:
            InputError: If the seed is wrong.
        """
        return {**self.choices(), "seed": self.seed_field.value()}

    def choices(self) -> dict[str, str]:
        """Return the settings that are never wrong."""
        return {"device": chosen(self.device), "precision": chosen(self.precision)}

    def show_config(self, config: TrainConfig) -> None:
        """Show the settings of ``config``; says `changed` once."""
        before = self.blockSignals(True)
        choose(self.device, config.device)
        choose(self.precision, config.precision)
        self.seed.setText(str(config.seed))
        self.blockSignals(before)
        self.changed.emit()

    def words(self) -> str:
        """Return such as "automatic, seed 0"."""
        precision = f", {chosen(self.precision)}" if chosen(self.precision) != "auto" else ""
        return tr(
            "{device}{precision}, seed {seed}",
            device=self.device.currentText(),
            precision=precision,
            seed=self.seed.text(),
        )
