"""The form of what weights a training starts from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QWidget

from kpstudio.engine.config import IMAGENET_BACKBONES, TrainConfig
from kpstudio.ui.panels.fields import Switch, choice
from kpstudio.ui.panels.naming import BACKBONE_TITLES
from kpstudio.ui.panels.network_form import has_setting
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.settings_group import SettingsGroup, chosen

_NEW, _IMAGENET, _FILE = "", "imagenet", "file"
_CHOICES = [(_NEW, "new weights"), (_IMAGENET, "ImageNet weights"), (_FILE, "a file or run…")]
_FREEZE = "Train the head only"
_FREEZE_TIP = "The layers that look at the picture stay as they are: safe with few faces"
_NOTHING_LEARNT = "New weights have learnt nothing yet that could stay as it is"
_IMAGENET_TIP = "The backbone begins with what it learnt from ImageNet's photographs"
_NO_IMAGENET = "Nobody publishes ImageNet weights of this backbone: only of " + ", ".join(
    BACKBONE_TITLES[name] for name in IMAGENET_BACKBONES
)
_NO_KEYPOINTNET = "ImageNet weights are for the backbone of a KeypointNet"
_NOTES = {
    _NEW: "",
    _IMAGENET: "Fetched once, and kept; without them training starts from new weights.",
}
_FINE_TUNING = "Goes on from what that run has learnt, on the faces chosen above."


class StartForm(SettingsGroup):
    """New weights, ImageNet's, a run of the project or a file; whether the backbone is frozen.

    Signals:
        run_chosen: the folder of a run that a person chose to start from.
    """

    run_chosen = Signal(str)
    heading = "Start"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = choice(_CHOICES, "Weights to start from")
        self.freeze = Switch(_FREEZE, _FREEZE_TIP)
        self.note = quiet()
        self._network, self._backbone = "keypointnet", IMAGENET_BACKBONES[0]
        self._before = _NEW
        self._filling = False
        self.add("Start from", self.source, "", self.note)
        self.add("", self.freeze)
        self.source.currentIndexChanged.connect(self._choose)
        self.listen(self.freeze)
        self._adapt()

    def set_runs(self, runs: Sequence[tuple[str, str]]) -> None:
        """Offer runs as (folder, title) pairs, newest first; what is chosen stays chosen."""
        self._filling = True
        now = chosen(self.source)
        titles = {
            self.source.itemData(k): self.source.itemText(k) for k in range(self.source.count())
        }
        while self.source.count() > 2:
            self.source.removeItem(2)
        for folder, title in runs:
            self.source.addItem(title, folder)
        if self.source.findData(now) < 0 and now != _FILE:
            self.source.addItem(titles[now], now)
        self.source.addItem(_CHOICES[-1][1], _FILE)
        self.source.setCurrentIndex(self.source.findData(now))
        self._filling = False

    def set_network(self, network: str, backbone: str) -> None:
        """Say what is trained: not each network or backbone has ImageNet weights."""
        self._network, self._backbone = network, backbone
        self._adapt()

    def _choose(self, *_: object) -> None:
        if self._filling:
            return
        if chosen(self.source) == _FILE:
            self._ask()
            return
        self._before = chosen(self.source)
        self._adapt()
        if self._before not in (_NEW, _IMAGENET):
            self.run_chosen.emit(self._before)
        self._changed()

    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, "Weights to start from", "", "Weights (*.safetensors);;All (*)"
        )
        self._offer(path or self._before)
        if path:
            self._choose()

    def _offer(self, start: str) -> None:
        """Choose ``start`` without a word, adding it where it is not offered yet."""
        self._filling = True
        if self.source.findData(start) < 0:
            path = Path(start)
            title = f"{path.parent.name}/{path.name}" if path.suffix else path.name
            self.source.insertItem(self.source.count() - 1, title, start)
        self.source.setCurrentIndex(self.source.findData(start))
        self._filling = False

    def _adapt(self) -> None:
        reason = "" if self._backbone in IMAGENET_BACKBONES else _NO_IMAGENET
        if not has_setting(self._network, "pretrained"):
            reason = _NO_KEYPOINTNET
        model = self.source.model()
        assert isinstance(model, QStandardItemModel)
        item = model.item(self.source.findData(_IMAGENET))
        item.setFlags(
            Qt.ItemFlag.NoItemFlags
            if reason
            else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        )
        item.setToolTip(reason or _IMAGENET_TIP)
        if reason and chosen(self.source) == _IMAGENET:
            self._offer(_NEW)
            self._before = _NEW
        start = chosen(self.source)
        self.note.setText(_NOTES.get(start, _FINE_TUNING))
        self.note.setVisible(bool(self.note.text()))
        unlearnt = _NOTHING_LEARNT if start == _NEW else ""
        self.freeze.rule_out(unlearnt)

    def values(self) -> dict[str, Any]:
        """Return the settings of the start."""
        start = chosen(self.source)
        return {
            "pretrained": start == _IMAGENET,
            "start": "" if start in (_NEW, _IMAGENET) else start,
            "freeze_backbone": self.freeze.isChecked(),
        }

    def show_config(self, config: TrainConfig) -> None:
        """Show the settings of ``config``; says `changed` once."""
        self._network, self._backbone = config.network, config.backbone
        self._before = config.start or (_IMAGENET if config.pretrained else _NEW)
        self._offer(self._before)
        before = self.blockSignals(True)
        self._adapt()
        self.freeze.wish(config.freeze_backbone)
        self.blockSignals(before)
        self.changed.emit()

    def words(self) -> str:
        """Return such as "run 3 · Best, head only"."""
        head = ", head only" if self.freeze.isChecked() else ""
        return f"{self.source.currentText()}{head}"
