"""The form of how a network learns: loss, optimiser, schedule, what counts more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from kpstudio.app.language import tr
from kpstudio.core import extensions
from kpstudio.core.texts import say
from kpstudio.engine.config import JUDGES, OPTIMISERS, SCHEDULES, TrainConfig, losses
from kpstudio.ui.panels.fields import Checked, choice, decimal, whole
from kpstudio.ui.panels.settings_group import SettingsGroup, choose, chosen
from kpstudio.ui.panels.settings_text import parse_share, rate_text

_LOSS_TITLES = {
    "mse": say("squared error (MSE)"),
    "smooth_l1": say("smooth L1"),
    "wing": say("Wing"),
    "nme": say("distance (NME)"),
}
_OPTIMISER_TITLES = {"adam": say("Adam"), "adamw": say("AdamW")}
_SCHEDULE_TITLES = {
    "constant": say("constant"),
    "one_cycle": say("one cycle"),
    "cosine": say("cosine"),
}
_JUDGE_TITLES = {"mse": say("validation MSE"), "nme": say("validation NME")}


def _titled(names: tuple[str, ...], titles: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, titles.get(name, extensions.title(name))) for name in names]


class LearningForm(SettingsGroup):
    """Loss, optimiser, weight decay, schedule, averaging, early end, weights of faces."""

    heading = say("Learning")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss = choice(_titled(losses(), _LOSS_TITLES), tr("Loss"))
        self.optimiser = choice(_titled(OPTIMISERS, _OPTIMISER_TITLES), tr("Optimiser"))
        self.weight_decay = QLineEdit()
        self.weight_decay.setAccessibleName(tr("Weight decay"))
        self.schedule = choice(_titled(SCHEDULES, _SCHEDULE_TITLES), tr("Schedule"))
        self.ema = decimal(0.0, 0.9999, 0.001, "", tr("Moving average of the weights"), decimals=4)
        self.ema.setSpecialValueText(tr("off"))
        self.patience = whole(0, 100000, tr("Epochs without improvement before training ends"))
        self.patience.setSpecialValueText(tr("never"))
        self.patience.setSuffix(tr(" worse epochs"))
        self.judge = choice(
            _titled(JUDGES, _JUDGE_TITLES), tr("What the best weights are chosen by")
        )
        self.turned = decimal(0.0, 10.0, 0.5, "", tr("How much more often turned faces are shown"))
        self.turned.setSpecialValueText(tr("as others"))
        self.corrected = decimal(0.1, 100.0, 1.0, tr(" × others"), tr("Weight of corrected faces"))
        self._decay = Checked(self.weight_decay, lambda text: parse_share(text, tr("weight decay")))
        self.checked = (self._decay,)
        self.add(tr("Loss"), self.loss, tr("What training minimises"))
        self.add(tr("Optimiser"), self.optimiser)
        self.add(tr("Weight decay"), self.weight_decay, "", self._decay.problem)
        self.add(
            tr("Schedule"), self.schedule, tr("How the learning rate changes from step to step")
        )
        self.add(tr("Averaging"), self.ema, tr("How much of the old average is kept at each step"))
        self.add(tr("Early stop"), self.patience, tr("After this many epochs without improvement"))
        self.add(tr("Best by"), self.judge, tr("The error that decides which weights are best"))
        self.add(
            tr("Turned faces"),
            self.turned,
            tr("0 shows them as often as others, 1 about twice as often"),
        )
        self.add(tr("Corrected"), self.corrected, tr("How much faces corrected by a person count"))
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
            tr("For convolutions and full layers, such as 0.01")
            if decays
            else tr("Only AdamW uses it")
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
