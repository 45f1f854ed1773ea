"""The choice of a preset: what it is for and how long it takes, in plain words."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox

from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import DEFAULT_PRESET, PRESETS, SEED_PRESETS
from kpstudio.ui import theme
from kpstudio.ui.panels.fields import calm
from kpstudio.ui.panels.naming import PRESET_TITLES

_WORDS = {
    "best": "Best (recommended)",
    "fast": "Fast (a minute or two)",
    "thorough": "Thorough (an hour, or a GPU)",
}
_PURPOSES = {
    "best": "For most work: holds up on turned, badly lit and partly covered faces. "
    "Minutes for a few hundred faces on a laptop.",
    "fast": "For a first look, or to see whether the labels are sound: smaller pictures and a "
    "small network. About a minute for a few hundred faces.",
    "thorough": "For the last bit of accuracy: larger pictures, trained for long. "
    "About an hour on a laptop, much less on a GPU.",
    "smallnet": "The class project's first network: the nose tip only. Seconds.",
    "bignet": "The class project's second network: every point, from the whole picture. "
    "About a minute.",
    "resnet18": "The class project's third network: every point, from a crop of each face. "
    "Several minutes on a laptop.",
}
_HEADING = "Class project"

_CHANGES = {
    "lr": "learning rate",
    "batch_size": "batch size",
    "input_height": "input size",
    "input_width": "input size",
    "weight_decay": "weight decay",
    "ema": "averaging",
    "patience": "early end",
    "judge": "best by",
    "loss": "loss",
    "turned_weight": "turned faces",
    "corrected_weight": "corrected faces",
    "test_flip": "mirrored prediction",
    "test_shift": "shifted prediction",
    "find_face": "finding the face",
    "box_scale": "crop size",
    "start": "start",
    "pretrained": "start",
    "drawn_start": "start",
    "freeze_backbone": "frozen backbone",
}
"""Settings by what a person calls them; others are called as they are in code."""

NOT_THE_PRESET_S = ("seed", "device", "precision", "val_fraction")
"""What no preset says: it stays as a person set it."""
_NAMED = 2
_BESIDE = 16
"""Pixels that the list's own frame and scroll bar take."""


class PresetChoice(QComboBox):
    """Presets, and the class project's networks under a heading of their own."""

    def __init__(self) -> None:
        super().__init__()
        for name in (name for name in PRESETS if name not in SEED_PRESETS):
            self.addItem(_WORDS.get(name, name), name)
        heading = QStandardItem(_HEADING)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        model.appendRow(heading)
        self._heading = heading
        for name in SEED_PRESETS:
            self.addItem(PRESET_TITLES[name], name)
        self.setAccessibleName("Preset")
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
    def name(self) -> str:
        """The chosen preset's name."""
        return str(self.currentData())

    @property
    def purpose(self) -> str:
        """What the chosen preset is for, and about how long it takes."""
        return _PURPOSES.get(self.name, "")

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
    return list(dict.fromkeys(_CHANGES.get(name, name) for name in changed))


def in_short(words: list[str]) -> str:
    """Return "learning rate, loss and 3 more" for a list of five."""
    if len(words) <= _NAMED + 1:
        return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
    return f"{', '.join(words[:_NAMED])} and {len(words) - _NAMED} more"
