"""The form of how a network learns: loss, optimiser, schedule, what counts more."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from kpstudio.engine.config import JUDGES, LOSSES, OPTIMISERS, SCHEDULES, TrainConfig
from kpstudio.ui.panels.fields import Checked, choice, decimal, whole
from kpstudio.ui.panels.settings_group import SettingsGroup, choose, chosen
from kpstudio.ui.panels.settings_text import parse_share, rate_text

_LOSS_TITLES = {
    "mse": "squared error (MSE)",
    "smooth_l1": "smooth L1",
    "wing": "Wing",
    "nme": "distance (NME)",
}
_OPTIMISER_TITLES = {"adam": "Adam", "adamw": "AdamW"}
_SCHEDULE_TITLES = {"constant": "constant", "one_cycle": "one cycle", "cosine": "cosine"}
_JUDGE_TITLES = {"mse": "validation MSE", "nme": "validation NME"}


def _titled(names: tuple[str, ...], titles: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, titles.get(name, name)) for name in names]


class LearningForm(SettingsGroup):
    """Loss, optimiser, weight decay, schedule, averaging, early end, weights of faces."""

    heading = "Learning"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss = choice(_titled(LOSSES, _LOSS_TITLES), "Loss")
        self.optimiser = choice(_titled(OPTIMISERS, _OPTIMISER_TITLES), "Optimiser")
        self.weight_decay = QLineEdit()
        self.weight_decay.setAccessibleName("Weight decay")
        self.schedule = choice(_titled(SCHEDULES, _SCHEDULE_TITLES), "Schedule")
        self.ema = decimal(0.0, 0.9999, 0.001, "", "Moving average of the weights", decimals=4)
        self.ema.setSpecialValueText("off")
        self.patience = whole(0, 100000, "Epochs without a better one before it ends")
        self.patience.setSpecialValueText("never")
        self.patience.setSuffix(" worse epochs")
        self.judge = choice(_titled(JUDGES, _JUDGE_TITLES), "What the best weights are chosen by")
        self.turned = decimal(0.0, 10.0, 0.5, "", "How much oftener turned faces are shown")
        self.turned.setSpecialValueText("as others")
        self.corrected = decimal(0.1, 100.0, 1.0, " × others", "Weight of corrected faces")
        self._decay = Checked(self.weight_decay, lambda text: parse_share(text, "weight decay"))
        self.checked = (self._decay,)
        self.add("Loss", self.loss, "What is made small")
        self.add("Optimiser", self.optimiser)
        self.add("Weight decay", self.weight_decay, "", self._decay.problem)
        self.add("Schedule", self.schedule, "How the learning rate goes from step to step")
        self.add("Averaging", self.ema, "Share of the old that the average of the weights keeps")
        self.add("Early end", self.patience, "After so many epochs without a better one")
        self.add("Best by", self.judge, "The error that the best weights have the lowest of")
        self.add("Turned faces", self.turned, "0 shows them as often as others, 1 about twice")
        self.add("Corrected", self.corrected, "How much a face counts that a person corrected")
        self.optimiser.currentIndexChanged.connect(self._adapt)
        self.listen(
            self.loss, self.optimiser, self.weight_decay, self.schedule, self.ema, self.patience,
            self.judge, self.turned, self.corrected,
        )  # fmt: skip
        self._adapt()

    def _adapt(self, *_: object) -> None:
        decays = chosen(self.optimiser) == "adamw"
        self.weight_decay.setEnabled(decays)
        self.weight_decay.setToolTip(
            "Of convolutions and full layers, such as 0.01" if decays else "AdamW alone has it"
        )

    def values(self) -> dict[str, Any]:
        """Return the settings of learning.

        Raises:
            InputError: If the weight decay is wrong.
        """
        return {
            "loss": chosen(self.loss),
            "optimiser": chosen(self.optimiser),
            "weight_decay": self._decay.value(),
            "schedule": chosen(self.schedule),
            "ema": round(self.ema.value(), 6),
            "patience": self.patience.value(),
            "judge": chosen(self.judge),
            "turned_weight": round(self.turned.value(), 6),
            "corrected_weight": round(self.corrected.value(), 6),
        }

    def show_config(self, config: TrainConfig) -> None:
        """Show the settings of ``config``; says `changed` once."""
        before = self.blockSignals(True)
        choose(self.loss, config.loss)
        choose(self.optimiser, config.optimiser)
        self.weight_decay.setText(rate_text(config.weight_decay) if config.weight_decay else "0")
        choose(self.schedule, config.schedule)
        self.ema.setValue(config.ema)
        self.patience.setValue(config.patience)
        choose(self.judge, config.judge)
        self.turned.setValue(config.turned_weight)
        self.corrected.setValue(config.corrected_weight)
        self.blockSignals(before)
        self.changed.emit()

    def words(self) -> str:
        """Return such as "AdamW, one cycle, distance (NME)"."""
        fields = (self.optimiser, self.schedule, self.loss)
        return ", ".join(field.currentText() for field in fields)
