"""The form of what weights a training starts from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QWidget

from kpstudio.app.language import tr
from kpstudio.core.texts import say
from kpstudio.engine.config import DRAWN_BACKBONES, IMAGENET_BACKBONES, TrainConfig
from kpstudio.ui.panels.fields import Switch, choice
from kpstudio.ui.panels.naming import BACKBONE_TITLES
from kpstudio.ui.panels.network_form import has_setting
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.settings_group import SettingsGroup, chosen

_NEW, _DRAWN, _IMAGENET, _FILE = "", "drawn", "imagenet", "file"
_CHOICES = [
    (_NEW, say("new weights")),
    (_DRAWN, say("pretrained on drawn faces")),
    (_IMAGENET, say("ImageNet weights")),
    (_FILE, say("a file or run…")),
]
_OURS = (_NEW, _DRAWN, _IMAGENET)
_FREEZE = say("Train the head only")
_FREEZE_TIP = say("Keeps the layers that look at the picture unchanged: safe with few faces")
_NOTHING_LEARNT = say("New weights have not learnt anything worth keeping yet")
_IMAGENET_TIP = say("The backbone starts from what it learnt on ImageNet's photographs")
_DRAWN_TIP = say("Starts from what kpstudio learnt on faces it drew itself: better with few faces")
_NO_DRAWN = say("kpstudio has such weights for these backbones only: {backbones}")
_NO_IMAGENET = say("There are no public ImageNet weights for this backbone: only for {backbones}")
_NO_KEYPOINTNET = say("Only KeypointNet takes pretrained weights")
_LEARNT = (
    (_DRAWN, DRAWN_BACKBONES, _DRAWN_TIP, _NO_DRAWN),
    (_IMAGENET, IMAGENET_BACKBONES, _IMAGENET_TIP, _NO_IMAGENET),
)
_NOTES = {
    _NEW: "",
    _DRAWN: say("Comes with kpstudio."),
    _IMAGENET: say("Downloaded once and kept; without them training starts from new weights."),
}
_FINE_TUNING = say("Continues from what that run has learnt, on the faces selected above.")


class StartForm(SettingsGroup):
    """New weights, some learnt before, a run's or a file's; whether the backbone is frozen.

    Signals:
        run_chosen: the folder of a run that a person chose to start from.
    """

    run_chosen = Signal(str)
    heading = say("Start")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = choice(_CHOICES, tr("Weights to start from"))
        self.freeze = Switch(tr(_FREEZE), tr(_FREEZE_TIP))
        self.note = quiet()
        self._network, self._backbone = "keypointnet", IMAGENET_BACKBONES[0]
        self._before = _NEW
        self._filling = False
        self.add(tr("Start from"), self.source, "", self.note)
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
        while self.source.count() > len(_OURS):
            self.source.removeItem(len(_OURS))
        for folder, title in runs:
            self.source.addItem(title, folder)
        if self.source.findData(now) < 0 and now != _FILE:
            self.source.addItem(titles[now], now)
        self.source.addItem(tr(_CHOICES[-1][1]), _FILE)
        self.source.setCurrentIndex(self.source.findData(now))
        self._filling = False

    def set_network(self, network: str, backbone: str) -> None:
        """Say what is trained: its backbone tells what it can have learnt before."""
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
        if self._before not in _OURS:
            self.run_chosen.emit(self._before)
        self._changed()

    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Weights to start from"), "", tr("Weights (*.safetensors);;All (*)")
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
        for source, backbones, tip, missing in _LEARNT:
            titles = ", ".join(tr(BACKBONE_TITLES[name]) for name in backbones)
            reason = "" if self._backbone in backbones else tr(missing, backbones=titles)
            if not has_setting(self._network, "pretrained"):
                reason = tr(_NO_KEYPOINTNET)
            self._allow(source, tr(tip), reason)
        wished = self._item(self._before)
        self._offer(self._before if wished is None or wished.isEnabled() else _NEW)
        start = chosen(self.source)
        self.note.setText(tr(_NOTES.get(start, _FINE_TUNING)))
        self.note.setVisible(bool(self.note.text()))
        unlearnt = tr(_NOTHING_LEARNT) if start == _NEW else ""
        self.freeze.rule_out(unlearnt)

    def _allow(self, source: str, tip: str, reason: str) -> None:
        """Offer weights learnt before, unless there is a ``reason`` not to."""
        item = self._item(source)
        assert item is not None
        allowed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(Qt.ItemFlag.NoItemFlags if reason else allowed)
        item.setToolTip(reason or tip)

    def _item(self, source: str) -> QStandardItem | None:
        """Return the entry of the list that stands for ``source``; None where there is none."""
        model = self.source.model()
        assert isinstance(model, QStandardItemModel)
        row = self.source.findData(source)
        return model.item(row) if row >= 0 else None

    def values(self) -> dict[str, Any]:
        """Return the settings of the start."""
        start = chosen(self.source)
        return {
            "pretrained": start == _IMAGENET,
            "drawn_start": start == _DRAWN,
            "start": "" if start in _OURS else start,
            "freeze_backbone": self.freeze.isChecked(),
        }

    def show_config(self, config: TrainConfig) -> None:
        """Show the settings of ``config``; says `changed` once."""
        self._network, self._backbone = config.network, config.backbone
        learnt = _IMAGENET if config.pretrained else _DRAWN if config.starts_drawn else _NEW
        self._before = config.start or learnt
        self._offer(self._before)
        before = self.blockSignals(True)
        self._adapt()
        self.freeze.wish(config.freeze_backbone)
        self.blockSignals(before)
        self.changed.emit()

    def words(self) -> str:
        """Return such as "run 3 · Best, head only"."""
        head = tr(", head only") if self.freeze.isChecked() else ""
        return f"{self.source.currentText()}{head}"
