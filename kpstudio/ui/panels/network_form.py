"""The form of what is trained: the network, what it sees, how it is asked."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kpstudio.app.language import tr
from kpstudio.core import extensions
from kpstudio.core.texts import say
from kpstudio.engine.config import (
    BACKBONES,
    CROPS,
    FIXED_INPUT,
    HEADS,
    LARGEST_INPUT,
    SMALLEST_INPUT,
    TrainConfig,
    detectors,
    networks,
)
from kpstudio.ui.panels.fields import Switch, choice, decimal, show_row, whole
from kpstudio.ui.panels.naming import BACKBONE_TITLES, network_title
from kpstudio.ui.panels.settings_group import SettingsGroup, choose, chosen

_HEAD_TITLES = {
    "coordinates": say("coordinates"),
    "heatmap": say("heatmaps"),
    "neighbours": say("pixel in pixel"),
}
_HEAD_TIP = say(
    "Coordinates: offsets from the mean shape. Heatmaps: one map per point, read as its mean. "
    "Pixel in pixel: every cell of a coarse map votes for each point, the most certain counting "
    "most."
)
KEYPOINTNET_ONLY = ("backbone", "head", "pretrained", "drawn_start")
"""Settings, as `kpstudio.tasks.grid` calls them, that the other networks do not have."""

_CROP_TITLES = {"face": say("a crop of each face"), "picture": say("the whole picture")}
_FIND_FACE = say("Also learn to find the face")
_FIND_FACE_TIP = say("For predicting pictures that have no box around the face")
_DETECTOR_TIP = say("What finds the face, if it knows faces like these")
_TEST_FLIP = say("Also predict mirrored")
_TEST_FLIP_TIP = say("Predicts each face as it is and mirrored, and takes the mean")
_TEST_SHIFT = say("Also predict shifted")
_TEST_SHIFT_TIP = say(
    "Predicts each face at five positions and takes the mean: slightly better, but slower"
)
_NO_CROP = say("A network that sees the whole picture does not need to find the face")
_NO_FLIP = say("Not trained on mirrored pictures: tick that under Augmentation first")


class NetworkForm(SettingsGroup):
    """Network, backbone and head, input, crop, finding the face, mirrored prediction."""

    heading = say("Network")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.network = choice([(n, network_title(n)) for n in networks()], tr("Network"))
        self.backbone = choice([(n, BACKBONE_TITLES.get(n, n)) for n in BACKBONES], tr("Backbone"))
        self.head = choice([(n, _HEAD_TITLES.get(n, n)) for n in HEADS], tr("Head"))
        self.crop = choice([(n, _CROP_TITLES[n]) for n in reversed(CROPS)], tr("What it sees"))
        self.rows = whole(SMALLEST_INPUT, LARGEST_INPUT, tr("Input height in pixels"))
        self.columns = whole(SMALLEST_INPUT, LARGEST_INPUT, tr("Input width in pixels"))
        self.box_scale = decimal(0.5, 5.0, 0.05, tr(" × the box"), tr("Crop size"), decimals=2)
        self.find_face = Switch(tr(_FIND_FACE), tr(_FIND_FACE_TIP))
        known = [(n, extensions.title(n)) for n in detectors()]
        self.detector = choice(known, tr("Face detector"))
        self.test_flip = Switch(tr(_TEST_FLIP), tr(_TEST_FLIP_TIP))
        self.test_shift = Switch(tr(_TEST_SHIFT), tr(_TEST_SHIFT_TIP))
        self._mirrors = True
        self._fixed = False
        self._free = (SMALLEST_INPUT, SMALLEST_INPUT)
        self._input = _side_by_side(self.rows, self.columns)
        self.add(tr("Network"), self.network)
        self.add(tr("Backbone"), self.backbone, tr("The layers that look at the picture"))
        self.add(tr("Head"), self.head, tr(_HEAD_TIP))
        self.add(tr("Sees"), self.crop)
        self.add(
            tr("Crop size"), self.box_scale, tr("How much larger the crop is than the face box")
        )
        self.add(tr("Input size"), self._input)
        self.add("", self.find_face)
        self.add(tr("Detector"), self.detector, tr(_DETECTOR_TIP))
        self.add("", self.test_flip)
        self.add("", self.test_shift)
        show_row(self.grid, self.detector, self.detector.count() > 1)
        self.network.currentIndexChanged.connect(self._adapt)
        self.crop.currentIndexChanged.connect(self._adapt)
        self.listen(
            self.network, self.backbone, self.head, self.crop, self.rows, self.columns,
            self.box_scale, self.find_face, self.detector, self.test_flip, self.test_shift,
        )  # fmt: skip
        self._adapt()

    def _adapt(self, *_: object) -> None:
        """Leave out what the network does not have, and rule out what does not go together."""
        network = chosen(self.network)
        for name, field in (("backbone", self.backbone), ("head", self.head)):
            show_row(self.grid, field, has_setting(network, name))
        fixed = FIXED_INPUT.get(network)
        if fixed is not None:
            if not self._fixed:
                self._free = (self.rows.value(), self.columns.value())
            self._set_size(fixed)
        elif self._fixed:
            self._set_size(self._free)
        self._fixed = fixed is not None
        self._input.setEnabled(not self._fixed)
        self._input.setToolTip(
            tr("Height × width in pixels")
            if fixed is None
            else tr("{title} has a fixed input size", title=network_title(network))
        )
        crops = chosen(self.crop) == "face"
        show_row(self.grid, self.box_scale, crops)
        self.find_face.rule_out("" if crops else tr(_NO_CROP))
        self.test_flip.rule_out("" if self._mirrors else tr(_NO_FLIP))

    def _set_size(self, size: tuple[int, int]) -> None:
        for field, side in zip((self.rows, self.columns), size, strict=True):
            before = field.blockSignals(True)
            field.setValue(side)
            field.blockSignals(before)

    def set_mirroring(self, mirrors: bool) -> None:
        """Say whether it is trained on mirrored pictures, without which it cannot predict them."""
        self._mirrors = mirrors
        self.test_flip.rule_out("" if mirrors else tr(_NO_FLIP))

    def values(self) -> dict[str, Any]:
        """Return the settings of the network."""
        layers = chosen(self.network) == "keypointnet"
        return {
            "network": chosen(self.network),
            "backbone": chosen(self.backbone) if layers else "",
            "head": chosen(self.head) if layers else "",
            "crop": chosen(self.crop),
            "input_height": self.rows.value(),
            "input_width": self.columns.value(),
            "box_scale": round(self.box_scale.value(), 6),
            "find_face": self.find_face.isChecked(),
            "detector": chosen(self.detector),
            "test_flip": self.test_flip.isChecked(),
            "test_shift": self.test_shift.isChecked(),
        }

    def show_config(self, config: TrainConfig) -> None:
        """Show the settings of ``config``; says `changed` once."""
        before = self.blockSignals(True)
        choose(self.network, config.network)
        if config.backbone:
            choose(self.backbone, config.backbone)
        if config.head:
            choose(self.head, config.head)
        choose(self.crop, config.crop)
        self._adapt()
        self._set_size((config.input_height, config.input_width))
        self.box_scale.setValue(config.box_scale)
        self.set_mirroring(config.augmentation.flip)
        self.find_face.wish(config.find_face)
        choose(self.detector, config.detector)
        self.test_flip.wish(config.test_flip)
        self.test_shift.wish(config.test_shift)
        self.blockSignals(before)
        self.changed.emit()

    def words(self) -> str:
        """Return such as "ResNet18, heatmaps, 128×128"."""
        size = f"{self.rows.value()}×{self.columns.value()}"
        if chosen(self.network) != "keypointnet":
            return f"{self.network.currentText()}, {size}"
        return f"{self.backbone.currentText()}, {self.head.currentText()}, {size}"


def has_setting(network: str, option: str) -> bool:
    """Whether the setting that `kpstudio.tasks.grid` calls ``option`` is one of ``network``."""
    if option == "input-size":
        return network not in FIXED_INPUT
    return network == "keypointnet" or option not in KEYPOINTNET_ONLY


def _side_by_side(height: QWidget, width: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for field in (height, width):
        field.setMinimumWidth(56)
    row.addWidget(height, 1)
    row.addWidget(QLabel("×"))
    row.addWidget(width, 1)
    return both
