"""The choice of a preset: what it is for and how long it takes, in plain words."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox

from kpstudio.app.language import tr
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import DEFAULT_PRESET, PRESETS, SEED_PRESETS
from kpstudio.ui import theme
from kpstudio.ui.panels.fields import calm
from kpstudio.ui.panels.naming import PRESET_TITLES
from kpstudio.ui.panels.parts import ElidedChoice

_WORDS = {
    "best": say("Best (recommended)"),
    "fast": say("Fast (a minute or two)"),
    "thorough": say("Thorough (an hour, or a GPU)"),
}
_PURPOSES = {
    "best": say(
        "For most work: copes with turned, badly lit and partly covered faces. A few minutes for "
        "a few hundred faces on a laptop."
    ),
    "fast": say(
        "For a first look, or a quick check of the labels: smaller pictures and a small network. "
        "About a minute for a few hundred faces."
    ),
    "thorough": say(
        "For the highest accuracy: larger pictures and longer training. About an hour on a "
        "laptop, much less on a GPU."
    ),
    "smallnet": say("The class project's first network: the nose tip only. Seconds."),
    "bignet": say(
        "The class project's second network: every point, from the whole picture. About a minute."
    ),
    "resnet18": say(
        "The class project's third network: every point, from a crop of each face. "
        "Several minutes on a laptop."
    ),
}
_HEADING = say("Class project")

_CHANGES = {
    "lr": say("learning rate"),
    "batch_size": say("batch size"),
    "input_height": say("input size"),
    "input_width": say("input size"),
    "weight_decay": say("weight decay"),
    "ema": say("averaging"),
    "patience": say("early stop"),
    "judge": say("best by"),
    "loss": say("loss"),
    "turned_weight": say("turned faces"),
    "corrected_weight": say("corrected faces"),
    "test_flip": say("mirrored prediction"),
    "test_shift": say("shifted prediction"),
    "find_face": say("face finding"),
    "detector": say("face detector"),
    "box_scale": say("crop size"),
    "start": say("start"),
    "pretrained": say("start"),
    "drawn_start": say("start"),
    "freeze_backbone": say("frozen backbone"),
}
"""Settings by what a person calls them; others are called as they are in code."""

NOT_THE_PRESET_S = ("seed", "device", "precision", "val_fraction")
"""What no preset says: it stays as a person set it."""
_NAMED = 2
_BESIDE = 16
"""Pixels that the list's own frame and scroll bar take."""


class PresetChoice(ElidedChoice):
    """Presets, and the class project's networks under a heading of their own."""

    def __init__(self) -> None:
        super().__init__()
        for name in (name for name in PRESETS if name not in SEED_PRESETS):
            self.addItem(tr(_WORDS.get(name, name)), name)
        heading = QStandardItem(tr(_HEADING))
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        model.appendRow(heading)
        self._heading = heading
        for name in SEED_PRESETS:
            self.addItem(PRESET_TITLES[name], name)
        self.setAccessibleName(tr("Preset"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        theme.bus.changed.connect(self._dress)
        self._dress()
        self.choose(DEFAULT_PRESET)
        calm(self)

    def _dress(self) -> None:
        self._heading.setForeground(QColor(theme.current().quiet))

    def showPopup(self) -> None:
        """Open the list as wide as its longest words need."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + _BESIDE)
        super().showPopup()

    @property
    def shown(self) -> str:
        """The words; without what stands in brackets where they would be cut off."""
        shown = super().shown
        return shown if shown == self.words else self.words.partition(" (")[0]

    @property
    def name(self) -> str:
        """The chosen preset's name."""
        return str(self.currentData())

    @property
    def purpose(self) -> str:
        """What the chosen preset is for, and about how long it takes."""
        return tr(_PURPOSES.get(self.name, ""))

    def choose(self, name: str) -> None:
        """Choose a preset by its name."""
        self.setCurrentIndex(self.findData(name))


def changes(config: TrainConfig, own: TrainConfig) -> list[str]:
    """Return what is changed about a preset, in words, each once.

    Args:
        config: The settings.
        own: Those of the preset.
    """
    kept = {name: getattr(config, name) for name in NOT_THE_PRESET_S}
    own = replace(own, **kept)
    changed = [f.name for f in fields(own) if getattr(own, f.name) != getattr(config, f.name)]
    return list(dict.fromkeys(tr(_CHANGES.get(name, name)) for name in changed))


def in_short(words: list[str]) -> str:
    """Return "learning rate, loss and 3 more" for a list of five."""
    if len(words) <= _NAMED + 1:
        *before, last = words or [""]
        return tr("{before} and {last}", before=", ".join(before), last=last) if before else last
    return tr(
        "{before} and {count} more", before=", ".join(words[:_NAMED]), count=len(words) - _NAMED
    )
