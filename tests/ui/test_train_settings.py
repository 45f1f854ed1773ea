from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kpstudio.core.errors import InputError
from kpstudio.core.schema import shipped_schemes
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import BACKBONES, DRAWN_BACKBONES, IMAGENET_BACKBONES, NETWORKS
from kpstudio.engine.presets import PRESETS, preset
from kpstudio.ui.panels.train_settings import TrainSettings

IMM, IBUG = shipped_schemes()[:2]


def choose(page: TrainSettings, name: str) -> None:
    page.preset.choose(name)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_fills_the_form_and_comes_back(page: TrainSettings, name: str) -> None:
    choose(page, name)
    assert page.config() == preset(name, IMM)
    assert page.header.note.text() == ""
    assert not page.reset_button.isVisible()


def test_the_best_preset_is_the_first_choice(page: TrainSettings) -> None:
    assert page.config() == preset("best", IMM)
    assert page.preset.currentText() == "Best (recommended)"
    assert "turned" in page._purpose.text()
    assert page.train_button.isEnabled()


def test_a_narrow_choice_of_presets_cuts_no_word(page: TrainSettings) -> None:
    choice, shown = page.preset, set()
    for width in range(240, 100, -10):
        choice.setFixedWidth(width)
        shown.add(choice.shown)
    assert shown == {"Best (recommended)", "Best"}


def test_the_class_project_s_networks_stand_under_a_heading(page: TrainSettings) -> None:
    items = [page.preset.itemText(k) for k in range(page.preset.count())]
    assert items == [
        "Best (recommended)",
        "Fast (a minute or two)",
        "Thorough (an hour, or a GPU)",
        "Class project",
        "SmallNet",
        "BigNet",
        "ResNet18",
    ]
    page.preset.choose("thorough")
    page.preset.setFocus()
    QTest.keyClick(page.preset, Qt.Key.Key_Down)  # past the heading, which is no choice
    assert page.preset.name == "smallnet"


def test_the_preset_is_described(page: TrainSettings) -> None:
    choose(page, "bignet")
    assert page._description.text() == "All 58 points from the whole picture, 120×160 grey."
    choose(page, "smallnet")
    assert page._description.text() == "Nose tip from the whole picture, 60×80 grey."
    choose(page, "resnet18")
    assert page._description.text() == "All 58 points from a crop of each face, 224×224 grey."
    assert "class project" in page._purpose.text()


def set_to(field: QWidget, value: object) -> None:
    if isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QLineEdit):
        field.setText(str(value))
    else:
        assert isinstance(field, QSpinBox | QDoubleSpinBox)
        field.setValue(value)  # type: ignore[arg-type]


def test_every_field_reaches_the_config(page: TrainSettings) -> None:
    page.points.setEditText("0-2, mouth")
    network, learning, computing = (
        page.network_form,
        page.learning_form,
        page.computing_form,
    )
    start, moves = page.start_form, page.augmentation
    start.set_runs([("/faces/.kpstudio/runs/0003-best", "run 3 · Best")])
    for field, value in (
        (page.lr, "3e-4"), (page.batch_size, 9), (page.epochs, 60), (computing.seed, "7"),
        (computing.device, "cpu"), (computing.precision, "fp32"),
        (page.validation_form.fraction, 25.0), (moves.rotation, 15.5), (moves.flip, False),
        (moves.shifts["down"], 5.0), (network.backbone, "mobilenet_v3_small"),
        (network.head, "neighbours"), (network.rows, 96), (network.columns, 160),
        (network.box_scale, 1.55), (network.find_face, False), (learning.loss, "wing"),
        (learning.weight_decay, "5e-4"), (learning.schedule, "cosine"), (learning.ema, 0.995),
        (learning.patience, 11), (learning.judge, "mse"), (learning.turned, 1.5),
        (learning.corrected, 3.0), (start.source, "/faces/.kpstudio/runs/0003-best"),
        (start.freeze, True),
    ):  # fmt: skip
        set_to(field, value)
    own = preset("best", IMM)
    assert page.config() == replace(
        own,
        points=(0, 1, 2, *range(39, 47)),
        lr=3e-4, batch_size=9, epochs=60, seed=7, device="cpu", precision="fp32",
        val_fraction=0.25, backbone="mobilenet_v3_small", head="neighbours", input_height=96,
        input_width=160, box_scale=1.55, find_face=False, test_flip=False, loss="wing",
        weight_decay=5e-4, schedule="cosine", ema=0.995, patience=11, judge="mse",
        turned_weight=1.5, corrected_weight=3.0, start="/faces/.kpstudio/runs/0003-best",
        freeze_backbone=True, drawn_start=False,
        augmentation=replace(
            own.augmentation, rotation_degrees=15.5, shift_down=0.05, flip=False
        ),
    )  # fmt: skip
    assert page.validation() == 0.25
    set_to(learning.optimiser, "adam")
    set_to(network.network, "resnet18")
    set_to(network.crop, "picture")
    config = page.config()
    assert (config.optimiser, config.network, config.crop) == ("adam", "resnet18", "picture")
    assert (config.backbone, config.head) == ("", "")


def test_every_setting_is_shown_as_it_is(page: TrainSettings) -> None:
    config = replace(
        preset("thorough", IMM),
        points=(3, 4, 5, 9), epochs=3, seed=11, lr=2.5e-4, ema=0.9995, patience=4,
        weight_decay=1e-4, turned_weight=0.5, corrected_weight=2.0, test_flip=False,
        find_face=False, precision="fp32", device="cpu", pretrained=True, freeze_backbone=True,
        box_scale=1.4, augmentation=Augmentation(3.0, scale=0.2, noise=0.01), backbone="resnet18",
        drawn_start=False,
    )  # fmt: skip
    page.set_config(config)
    assert page.config() == config
    other = replace(config, pretrained=False, start="/elsewhere/best.safetensors")
    page.set_config(other)
    assert page.config() == other
    assert page.start_form.source.currentText() == "elsewhere/best.safetensors"
    page.start_form.set_runs([])
    assert page.config() == other


def test_changes_are_marked_named_and_taken_back(page: TrainSettings, qtbot: QtBot) -> None:
    page.computing_form.seed.setText("3")  # not the preset's business
    page.points.setEditText("mouth")
    assert page.header.note.text() == ""
    page.resize(350, 400)
    QApplication.processEvents()
    before = page.batch_size.mapTo(page, QPoint())
    page.lr.setText("1e-5")
    QApplication.processEvents()
    assert page.batch_size.mapTo(page, QPoint()) == before  # no field moves under the pointer
    assert page.header.note.text() == "changed"
    assert page.changes.text() == "Changed: learning rate."
    page.epochs.setValue(7)
    page.learning_form.patience.setValue(5)
    page.network_form.rows.setValue(96)
    page.network_form.columns.setValue(96)
    assert page.changes.text() == "Changed: input size, learning rate and 2 more."
    assert page.reset_button.text() == "Back to Best"
    qtbot.mouseClick(page.reset_button, Qt.MouseButton.LeftButton)
    points = tuple(sorted(IMM.groups["mouth"]))
    assert page.config() == replace(preset("best", IMM, points), seed=3)
    assert page.header.note.text() == ""
    assert not page.changes.isVisible()


def test_chosen_points_stay_between_presets_but_not_the_nose_of_smallnet(
    page: TrainSettings,
) -> None:
    page.points.setEditText("jaw")
    choose(page, "fast")
    assert page.points.currentText() == "jaw"
    choose(page, "smallnet")
    assert page.points.currentText() == "nose tip"
    choose(page, "fast")
    assert page.points.currentText() == "all"
    assert page.config() == preset("fast", IMM)


@pytest.mark.parametrize("network", NETWORKS)
def test_the_head_of_every_network_can_be_trained_alone(page: TrainSettings, network: str) -> None:
    set_to(page.network_form.network, network)
    page.start_form.set_runs([("runs/first", "first")])
    set_to(page.start_form.source, "runs/first")
    assert page.start_form.freeze.isEnabled()
    page.start_form.freeze.setChecked(True)
    assert page.config().freeze_backbone


def test_what_a_network_does_not_have_is_left_out(page: TrainSettings) -> None:
    form, start = page.network_form, page.start_form
    page.folds[form].button.setChecked(True)
    page.folds[start].button.setChecked(True)
    assert form.backbone.isVisible()
    assert form.rows.isEnabled()
    own = replace(page.config(), backbone="resnet18", drawn_start=False)
    set_to(form.backbone, "resnet18")
    set_to(start.source, "imagenet")
    assert page.config() == replace(own, pretrained=True)
    set_to(form.network, "bignet")
    assert not form.backbone.isVisible()
    assert not form.head.isVisible()
    assert (form.rows.value(), form.columns.value()) == (120, 160)
    assert not form.rows.isEnabled()
    assert "fixed input size" in form.rows.parentWidget().toolTip()
    assert not start.freeze.isEnabled()
    assert "not learnt anything" in start.freeze.toolTip()
    config = page.config()
    assert (config.backbone, config.head, config.pretrained) == ("", "", False)
    set_to(form.network, "keypointnet")
    assert (form.rows.value(), form.columns.value()) == (own.input_height, own.input_width)
    assert page.config() == replace(own, pretrained=True)  # what was wished for comes back


@pytest.mark.parametrize(
    ("source", "backbones", "why_not"),
    [
        ("imagenet", IMAGENET_BACKBONES, "no public ImageNet weights"),
        ("drawn", DRAWN_BACKBONES, "for these backbones only"),
    ],
)
def test_weights_learnt_before_are_offered_where_there_are_some(
    page: TrainSettings, source: str, backbones: tuple[str, ...], why_not: str
) -> None:
    start, backbone = page.start_form.source, page.network_form.backbone
    model, row = start.model(), start.findData(source)
    assert isinstance(model, QStandardItemModel)
    for name in BACKBONES:
        set_to(backbone, name)
        item = model.item(row)
        assert item.isEnabled() == (name in backbones)
        assert (why_not in item.toolTip()) != item.isEnabled()
    set_to(backbone, backbones[0])
    set_to(start, source)
    config = page.config()
    assert (config.pretrained, config.drawn_start) == (source == "imagenet", source == "drawn")
    set_to(backbone, next(name for name in BACKBONES if name not in backbones))
    config = page.config()
    assert (config.pretrained, config.drawn_start) == (False, False)
    assert start.currentText() == "new weights"
    set_to(start, "")
    set_to(page.network_form.network, "resnet18")
    assert "Only KeypointNet" in model.item(row).toolTip()


def test_what_needs_something_else_comes_back_with_it(page: TrainSettings) -> None:
    form, moves = page.network_form, page.augmentation
    own = page.config()
    moves.flip.setChecked(False)
    assert not form.test_flip.isEnabled()
    assert "Augmentation" in form.test_flip.toolTip()
    assert not page.config().test_flip
    moves.flip.setChecked(True)
    assert page.config() == own
    set_to(form.crop, "picture")
    assert not form.find_face.isEnabled()
    assert not page.config().find_face
    set_to(form.crop, "face")
    assert page.config() == own
    page.start_form.freeze.wish(True)
    assert page.config().freeze_backbone
    set_to(page.start_form.source, "")
    assert not page.config().freeze_backbone  # new weights: nothing to keep
    set_to(page.start_form.source, "drawn")
    set_to(form.backbone, "resnet18")
    assert page.start_form.source.currentText() == "new weights"
    set_to(form.backbone, own.backbone)
    assert page.config() == replace(own, freeze_backbone=True)
    set_to(page.learning_form.optimiser, "adam")
    assert not page.learning_form.weight_decay.isEnabled()


def test_a_run_to_start_from_brings_its_network(page: TrainSettings, qtbot: QtBot) -> None:
    page.lr.setText("1e-4")
    page.start_form.set_runs([("/runs/0001-fast", "run 1 · Fast")])
    with qtbot.waitSignal(page.start_chosen, timeout=1000) as caught:
        set_to(page.start_form.source, "/runs/0001-fast")
    assert caught.args == ["/runs/0001-fast"]
    earlier = preset("fast", IMM, tuple(sorted(IMM.groups["mouth"])))
    page.adopt_network(earlier)
    config = page.config()
    assert (config.start, config.lr) == ("/runs/0001-fast", 1e-4)
    assert config.points == tuple(range(58))  # by name, from what the run knows of them
    assert (config.backbone, config.input_height) == (earlier.backbone, earlier.input_height)


def test_a_file_to_start_from(
    page: TrainSettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answers = ["", str(tmp_path / "best.safetensors")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers.pop(0), ""))
    source = page.start_form.source
    set_to(source, "file")
    assert source.currentText() == "pretrained on drawn faces"
    assert page.config().start == ""
    set_to(source, "file")
    assert page.config().start == str(tmp_path / "best.safetensors")


def test_seed_device_and_validation_survive_another_network(page: TrainSettings) -> None:
    page.computing_form.seed.setText("5")
    page.computing_form.device.setCurrentIndex(page.computing_form.device.findData("cpu"))
    page.validation_form.fraction.setValue(10.0)
    page.lr.setText("nonsense")
    choose(page, "resnet18")
    config = page.config()
    assert (config.device, config.lr) == ("cpu", 1e-3)
    choose(page, "smallnet")
    page.computing_form.seed.setText("6")
    choose(page, "bignet")
    assert page.config().seed == 6


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [("lr", "fast", "learning rate"), ("points", "0-99", "scheme imm58")],
)
def test_a_wrong_field_says_why_and_stops_training(
    page: TrainSettings, field: str, text: str, word: str
) -> None:
    widget = page.points.lineEdit() if field == "points" else getattr(page, field)
    assert page.train_button.isEnabled()
    widget.setText(text)
    checked = getattr(page, f"_{field}")
    assert word in checked.problem.text().lower()
    assert checked.problem.isVisible()
    assert checked.wrong
    assert not page.train_button.isEnabled()
    assert page.reason.text() == "Correct what is marked in red, then train."
    with pytest.raises(InputError, match=word):
        page.config()


def test_a_wrong_field_of_a_folded_group_stops_training(page: TrainSettings) -> None:
    page.computing_form.seed.setText("-1")
    assert not page.train_button.isEnabled()
    page.computing_form.seed.setText("1")
    page.learning_form.weight_decay.setText("much")
    assert not page.train_button.isEnabled()
    assert page.changes.text() == "Changed: what is marked in red."


def test_points_without_the_other_of_a_pair_are_not_mirrored(page: TrainSettings) -> None:
    assert page.config().augmentation.flip
    page.points.setEditText("left eye")
    assert page.config() == preset("best", IMM, tuple(sorted(IMM.groups["left eye"])))
    assert not page.augmentation.flip.isEnabled()
    assert "select both" in page.augmentation.flip.toolTip()
    page.points.setEditText("left eye, right eye")
    assert page.config().augmentation.flip
    assert page.config().test_flip


def test_the_button_asks_for_a_training(page: TrainSettings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.train_requested, timeout=1000):
        qtbot.mouseClick(page.train_button, Qt.MouseButton.LeftButton)


def test_one_run_at_a_time(page: TrainSettings) -> None:
    page.set_running(True)
    assert not page.train_button.isEnabled()
    page.set_running(False)
    assert page.train_button.isEnabled()
    assert page.train_button.text() == "Train"


def test_an_earlier_config_is_shown(page: TrainSettings) -> None:
    config = replace(preset("resnet18", IMM), points=(3, 4, 5, 9), epochs=3, seed=11, lr=2.5e-4)
    page.set_config(config)
    assert page.config() == config
    assert page.points.currentText() == "3-5, 9"
    assert page.lr.text() == "2.5e-4"
