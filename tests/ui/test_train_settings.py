from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QStandardItemModel, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kpstudio.core.errors import InputError
from kpstudio.core.schema import generic_scheme, shipped_schemes
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import BACKBONES, DRAWN_BACKBONES, IMAGENET_BACKBONES, NETWORKS
from kpstudio.engine.presets import PRESETS, preset
from kpstudio.ui import theme
from kpstudio.ui.panels.augmentation_form import in_words
from kpstudio.ui.panels.settings_text import (
    parse_rate,
    parse_seed,
    points_in_words,
    points_text,
    rate_text,
)
from kpstudio.ui.panels.train_settings import TrainSettings

IMM, IBUG = shipped_schemes()[:2]


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot) -> TrainSettings:
    theme.apply(qapp, theme.DARK)
    widget = TrainSettings()
    qtbot.addWidget(widget)
    widget.resize(340, 600)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_scheme(IMM, 240)
    return widget


def choose(panel: TrainSettings, name: str) -> None:
    panel.preset.choose(name)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_fills_the_form_and_comes_back(panel: TrainSettings, name: str) -> None:
    choose(panel, name)
    assert panel.config() == preset(name, IMM)
    assert panel.header.note.text() == ""
    assert not panel.reset_button.isVisible()


def test_the_best_preset_is_the_first_choice(panel: TrainSettings) -> None:
    assert panel.config() == preset("best", IMM)
    assert panel.preset.currentText() == "Best (recommended)"
    assert "turned" in panel._purpose.text()
    assert panel.train_button.isEnabled()


def test_the_class_project_s_networks_stand_under_a_heading(panel: TrainSettings) -> None:
    items = [panel.preset.itemText(k) for k in range(panel.preset.count())]
    assert items == [
        "Best (recommended)",
        "Fast (about a minute)",
        "Thorough (an hour, or a GPU)",
        "Class project",
        "SmallNet",
        "BigNet",
        "ResNet18",
    ]
    panel.preset.choose("thorough")
    panel.preset.setFocus()
    QTest.keyClick(panel.preset, Qt.Key.Key_Down)  # past the heading, which is no choice
    assert panel.preset.name == "smallnet"


def test_the_preset_is_described(panel: TrainSettings) -> None:
    choose(panel, "bignet")
    assert panel._description.text() == "All 58 points from the whole picture, 120×160 grey."
    choose(panel, "smallnet")
    assert panel._description.text() == "Nose tip from the whole picture, 60×80 grey."
    choose(panel, "resnet18")
    assert panel._description.text() == "All 58 points from a crop of each face, 224×224 grey."
    assert "class project" in panel._purpose.text()


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


def test_every_field_reaches_the_config(panel: TrainSettings) -> None:
    panel.points.setEditText("0-2, mouth")
    network, learning, computing = panel.network_form, panel.learning_form, panel.computing_form
    start, moves = panel.start_form, panel.augmentation
    start.set_runs([("/faces/.kpstudio/runs/0003-best", "run 3 · Best")])
    for field, value in (
        (panel.lr, "3e-4"), (panel.batch_size, 9), (panel.epochs, 60), (computing.seed, "7"),
        (computing.device, "cpu"), (computing.precision, "fp32"),
        (panel.validation_form.fraction, 25.0), (moves.rotation, 15.5), (moves.flip, False),
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
    assert panel.config() == replace(
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
    assert panel.validation() == 0.25
    set_to(learning.optimiser, "adam")
    set_to(network.network, "resnet18")
    set_to(network.crop, "picture")
    config = panel.config()
    assert (config.optimiser, config.network, config.crop) == ("adam", "resnet18", "picture")
    assert (config.backbone, config.head) == ("", "")


def test_every_setting_is_shown_as_it_is(panel: TrainSettings) -> None:
    config = replace(
        preset("thorough", IMM),
        points=(3, 4, 5, 9), epochs=3, seed=11, lr=2.5e-4, ema=0.9995, patience=4,
        weight_decay=1e-4, turned_weight=0.5, corrected_weight=2.0, test_flip=False,
        find_face=False, precision="fp32", device="cpu", pretrained=True, freeze_backbone=True,
        box_scale=1.4, augmentation=Augmentation(3.0, scale=0.2, noise=0.01), backbone="resnet18",
        drawn_start=False,
    )  # fmt: skip
    panel.set_config(config)
    assert panel.config() == config
    other = replace(config, pretrained=False, start="/elsewhere/best.safetensors")
    panel.set_config(other)
    assert panel.config() == other
    assert panel.start_form.source.currentText() == "elsewhere/best.safetensors"
    panel.start_form.set_runs([])
    assert panel.config() == other


def test_changes_are_marked_named_and_taken_back(panel: TrainSettings, qtbot: QtBot) -> None:
    panel.computing_form.seed.setText("3")  # not the preset's business
    panel.points.setEditText("mouth")
    assert panel.header.note.text() == ""
    panel.resize(350, 400)
    QApplication.processEvents()
    before = panel.batch_size.mapTo(panel, QPoint())
    panel.lr.setText("1e-5")
    QApplication.processEvents()
    assert panel.batch_size.mapTo(panel, QPoint()) == before  # no field moves under the pointer
    assert panel.header.note.text() == "changed"
    assert panel.changes.text() == "Changed: learning rate."
    panel.epochs.setValue(7)
    panel.learning_form.patience.setValue(5)
    panel.network_form.rows.setValue(96)
    panel.network_form.columns.setValue(96)
    assert panel.changes.text() == "Changed: input size, learning rate and 2 more."
    assert panel.reset_button.text() == "Back to Best"
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    points = tuple(sorted(IMM.groups["mouth"]))
    assert panel.config() == replace(preset("best", IMM, points), seed=3)
    assert panel.header.note.text() == ""
    assert not panel.changes.isVisible()


def test_chosen_points_stay_between_presets_but_not_the_nose_of_smallnet(
    panel: TrainSettings,
) -> None:
    panel.points.setEditText("jaw")
    choose(panel, "fast")
    assert panel.points.currentText() == "jaw"
    choose(panel, "smallnet")
    assert panel.points.currentText() == "nose tip"
    choose(panel, "fast")
    assert panel.points.currentText() == "all"
    assert panel.config() == preset("fast", IMM)


@pytest.mark.parametrize("network", NETWORKS)
def test_the_head_of_every_network_can_be_trained_alone(panel: TrainSettings, network: str) -> None:
    set_to(panel.network_form.network, network)
    panel.start_form.set_runs([("runs/first", "first")])
    set_to(panel.start_form.source, "runs/first")
    assert panel.start_form.freeze.isEnabled()
    panel.start_form.freeze.setChecked(True)
    assert panel.config().freeze_backbone


def test_what_a_network_does_not_have_is_left_out(panel: TrainSettings) -> None:
    form, start = panel.network_form, panel.start_form
    panel.folds[form].button.setChecked(True)
    panel.folds[start].button.setChecked(True)
    assert form.backbone.isVisible()
    assert form.rows.isEnabled()
    own = replace(panel.config(), backbone="resnet18", drawn_start=False)
    set_to(form.backbone, "resnet18")
    set_to(start.source, "imagenet")
    assert panel.config() == replace(own, pretrained=True)
    set_to(form.network, "bignet")
    assert not form.backbone.isVisible()
    assert not form.head.isVisible()
    assert (form.rows.value(), form.columns.value()) == (120, 160)
    assert not form.rows.isEnabled()
    assert "no other size" in form.rows.parentWidget().toolTip()
    assert not start.freeze.isEnabled()
    assert "learnt nothing" in start.freeze.toolTip()
    config = panel.config()
    assert (config.backbone, config.head, config.pretrained) == ("", "", False)
    set_to(form.network, "keypointnet")
    assert (form.rows.value(), form.columns.value()) == (own.input_height, own.input_width)
    assert panel.config() == replace(own, pretrained=True)  # what was wished for comes back


@pytest.mark.parametrize(
    ("source", "backbones", "why_not"),
    [
        ("imagenet", IMAGENET_BACKBONES, "Nobody publishes"),
        ("drawn", DRAWN_BACKBONES, "for these backbones only"),
    ],
)
def test_weights_learnt_before_are_offered_where_there_are_some(
    panel: TrainSettings, source: str, backbones: tuple[str, ...], why_not: str
) -> None:
    start, backbone = panel.start_form.source, panel.network_form.backbone
    model, row = start.model(), start.findData(source)
    assert isinstance(model, QStandardItemModel)
    for name in BACKBONES:
        set_to(backbone, name)
        item = model.item(row)
        assert item.isEnabled() == (name in backbones)
        assert (why_not in item.toolTip()) != item.isEnabled()
    set_to(backbone, backbones[0])
    set_to(start, source)
    config = panel.config()
    assert (config.pretrained, config.drawn_start) == (source == "imagenet", source == "drawn")
    set_to(backbone, next(name for name in BACKBONES if name not in backbones))
    config = panel.config()
    assert (config.pretrained, config.drawn_start) == (False, False)
    assert start.currentText() == "new weights"
    set_to(start, "")
    set_to(panel.network_form.network, "resnet18")
    assert "for a KeypointNet" in model.item(row).toolTip()


def test_what_needs_something_else_comes_back_with_it(panel: TrainSettings) -> None:
    form, moves = panel.network_form, panel.augmentation
    own = panel.config()
    moves.flip.setChecked(False)
    assert not form.test_flip.isEnabled()
    assert "Augmentation" in form.test_flip.toolTip()
    assert not panel.config().test_flip
    moves.flip.setChecked(True)
    assert panel.config() == own
    set_to(form.crop, "picture")
    assert not form.find_face.isEnabled()
    assert not panel.config().find_face
    set_to(form.crop, "face")
    assert panel.config() == own
    panel.start_form.freeze.wish(True)
    assert panel.config().freeze_backbone
    set_to(panel.start_form.source, "")
    assert not panel.config().freeze_backbone  # new weights: nothing to keep
    set_to(panel.start_form.source, "drawn")
    set_to(form.backbone, "resnet18")
    assert panel.start_form.source.currentText() == "new weights"
    set_to(form.backbone, own.backbone)
    assert panel.config() == replace(own, freeze_backbone=True)
    set_to(panel.learning_form.optimiser, "adam")
    assert not panel.learning_form.weight_decay.isEnabled()


def test_a_run_to_start_from_brings_its_network(panel: TrainSettings, qtbot: QtBot) -> None:
    panel.lr.setText("1e-4")
    panel.start_form.set_runs([("/runs/0001-fast", "run 1 · Fast")])
    with qtbot.waitSignal(panel.start_chosen, timeout=1000) as caught:
        set_to(panel.start_form.source, "/runs/0001-fast")
    assert caught.args == ["/runs/0001-fast"]
    earlier = preset("fast", IMM, tuple(sorted(IMM.groups["mouth"])))
    panel.adopt_network(earlier)
    config = panel.config()
    assert (config.start, config.lr) == ("/runs/0001-fast", 1e-4)
    assert config.points == tuple(range(58))  # by name, from what the run knows of them
    assert (config.backbone, config.input_height) == (earlier.backbone, earlier.input_height)


def test_a_file_to_start_from(
    panel: TrainSettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answers = ["", str(tmp_path / "best.safetensors")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers.pop(0), ""))
    source = panel.start_form.source
    set_to(source, "file")
    assert source.currentText() == "learnt on drawn faces"
    assert panel.config().start == ""
    set_to(source, "file")
    assert panel.config().start == str(tmp_path / "best.safetensors")


def test_seed_device_and_validation_survive_another_network(panel: TrainSettings) -> None:
    panel.computing_form.seed.setText("5")
    panel.computing_form.device.setCurrentIndex(panel.computing_form.device.findData("cpu"))
    panel.validation_form.fraction.setValue(10.0)
    panel.lr.setText("nonsense")
    choose(panel, "resnet18")
    config = panel.config()
    assert (config.device, config.lr) == ("cpu", 1e-3)
    choose(panel, "smallnet")
    panel.computing_form.seed.setText("6")
    choose(panel, "bignet")
    assert panel.config().seed == 6


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [("lr", "fast", "learning rate"), ("points", "0-99", "scheme imm58")],
)
def test_a_wrong_field_says_why_and_stops_training(
    panel: TrainSettings, field: str, text: str, word: str
) -> None:
    widget = panel.points.lineEdit() if field == "points" else getattr(panel, field)
    assert panel.train_button.isEnabled()
    widget.setText(text)
    checked = getattr(panel, f"_{field}")
    assert word in checked.problem.text().lower()
    assert checked.problem.isVisible()
    assert checked.wrong
    assert not panel.train_button.isEnabled()
    assert panel.reason.text() == "Correct what is marked in red, then train."
    with pytest.raises(InputError, match=word):
        panel.config()


def test_a_wrong_field_of_a_folded_group_stops_training(panel: TrainSettings) -> None:
    panel.computing_form.seed.setText("-1")
    assert not panel.train_button.isEnabled()
    panel.computing_form.seed.setText("1")
    panel.learning_form.weight_decay.setText("much")
    assert not panel.train_button.isEnabled()
    assert panel.changes.text() == "Changed: what is marked in red."


def test_points_without_the_other_of_a_pair_are_not_mirrored(panel: TrainSettings) -> None:
    assert panel.config().augmentation.flip
    panel.points.setEditText("left eye")
    assert panel.config() == preset("best", IMM, tuple(sorted(IMM.groups["left eye"])))
    assert not panel.augmentation.flip.isEnabled()
    assert "choose both" in panel.augmentation.flip.toolTip()
    panel.points.setEditText("left eye, right eye")
    assert panel.config().augmentation.flip
    assert panel.config().test_flip


def test_the_button_asks_for_a_training(panel: TrainSettings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.train_requested, timeout=1000):
        qtbot.mouseClick(panel.train_button, Qt.MouseButton.LeftButton)


def test_without_labelled_faces_the_button_says_why(panel: TrainSettings) -> None:
    panel.set_scheme(IMM, 0)
    assert not panel.train_button.isEnabled()
    assert "labelled faces" in panel.reason.text()
    panel.set_scheme(IMM, 1)
    assert panel.train_button.isEnabled()
    assert not panel.reason.isVisible()


def test_before_a_folder_is_open_nothing_can_be_set(qtbot: QtBot) -> None:
    widget = TrainSettings()
    qtbot.addWidget(widget)
    assert not widget._fields.isEnabled()
    assert not widget.train_button.isEnabled()
    with pytest.raises(InputError, match="open a folder"):
        widget.config()


def test_one_run_at_a_time(panel: TrainSettings) -> None:
    panel.set_running(True)
    assert not panel.train_button.isEnabled()
    panel.set_running(False)
    assert panel.train_button.isEnabled()
    assert panel.train_button.text() == "Train"


def test_settings_survive_faces_being_added_but_not_another_scheme(panel: TrainSettings) -> None:
    panel.lr.setText("5e-4")
    panel.set_scheme(IMM, 241)
    assert panel.config().lr == 5e-4
    panel.set_scheme(IBUG, 100)
    assert panel.config() == preset("best", IBUG)
    assert panel.points.findText("jaw") >= 0


def test_a_scheme_without_a_nose_tip_still_works_with_smallnet(panel: TrainSettings) -> None:
    panel.set_scheme(generic_scheme(6), 10)
    choose(panel, "smallnet")
    assert panel.config().points == (0,)


def test_an_earlier_config_is_shown(panel: TrainSettings) -> None:
    config = replace(preset("resnet18", IMM), points=(3, 4, 5, 9), epochs=3, seed=11, lr=2.5e-4)
    panel.set_config(config)
    assert panel.config() == config
    assert panel.points.currentText() == "3-5, 9"
    assert panel.lr.text() == "2.5e-4"


def hold_out(panel: TrainSettings, path: Path) -> None:
    form = panel.validation_form
    form.path.setText(str(path))
    form.kind.setCurrentIndex(form.kind.findData("list"))


def test_a_list_of_pictures_is_held_out(panel: TrainSettings, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("33-1m.jpg\n\n34-2f.jpg\n", encoding="utf-8")
    hold_out(panel, path)
    assert panel.validation() == ("33-1m.jpg", "34-2f.jpg")
    assert panel.train_button.isEnabled()
    choose(panel, "smallnet")
    assert panel.validation() == ("33-1m.jpg", "34-2f.jpg")


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00\x01"])
def test_a_list_that_cannot_be_read_is_marked(
    panel: TrainSettings, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "list.txt"
    if content is not None:
        path.write_bytes(content)
    hold_out(panel, path)
    assert panel.validation_form.wrong
    assert not panel.train_button.isEnabled()
    with pytest.raises(InputError, match=r"list\.txt"):
        panel.validation()
    panel.validation_form.set_value(0.2)
    assert panel.train_button.isEnabled()


def texts_of(field: QComboBox) -> list[str]:
    texts = [field.itemText(k) for k in range(field.count())]
    return [text for text in texts if "hour" not in text]  # its list is wider than the field


def test_nothing_is_clipped_in_a_narrow_column_and_train_stays_in_view(
    panel: TrainSettings, qapp: QApplication
) -> None:
    for fold in (panel._fold, *panel.folds.values()):
        fold.button.setChecked(True)
    panel.lr.setText("wrong")
    panel.resize(340, 360)
    qapp.processEvents()
    for field in panel.findChildren(QComboBox):
        if not field.isEditable():
            widest = max(map(field.fontMetrics().horizontalAdvance, texts_of(field)))
            option = QStyleOptionComboBox()
            field.initStyleOption(option)
            part = QStyle.SubControl.SC_ComboBoxEditField
            room = field.style().subControlRect(
                QStyle.ComplexControl.CC_ComboBox, option, part, field
            )
            assert widest <= room.width(), (field.accessibleName(), widest, room.width())
    scroll = panel.findChild(QScrollArea)
    assert scroll is not None
    assert panel._fields.width() <= scroll.viewport().width()
    assert scroll.verticalScrollBar().maximum() > 0
    bottom = panel.train_button.mapTo(panel, panel.train_button.rect().bottomRight())
    assert panel.rect().contains(bottom)


def test_the_wheel_scrolls_the_form_and_leaves_the_fields_alone(panel: TrainSettings) -> None:
    before = panel.epochs.value()
    panel.lr.setFocus()
    event = QWheelEvent(
        QPointF(5, 5), QPointF(panel.epochs.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(panel.epochs, event)
    assert panel.epochs.value() == before


def test_the_groups_fold_away_but_stay_in_words(panel: TrainSettings) -> None:
    choose(panel, "bignet")
    assert not panel.augmentation.isVisible()
    assert panel._fold.note.text() == "±10°, shifts to 10 %"
    panel._fold.button.setChecked(True)
    assert panel.augmentation.isVisible()
    panel.augmentation.set_value(Augmentation(flip=True))
    assert panel._fold.note.text() == "mirrored"
    assert in_words(Augmentation()) == "none"
    assert [fold.note.text() for fold in panel.folds.values()] == [
        "BigNet, 120×160",
        "new weights",
        "Adam, constant, squared error (MSE)",
        "automatic, seed 0",
    ]


def test_pictures_are_mirrored_only_where_the_pairs_are_known(panel: TrainSettings) -> None:
    panel.augmentation.set_value(Augmentation(flip=True))
    panel.set_scheme(replace(IMM, mirror=tuple(range(58))), 240)
    assert not panel.augmentation.flip.isEnabled()
    assert not panel.config().augmentation.flip
    panel.set_scheme(IMM, 240)
    assert panel.augmentation.flip.isEnabled()


def test_a_new_group_of_the_same_points_can_be_chosen(panel: TrainSettings) -> None:
    panel.points.setEditText("jaw")
    panel.set_scheme(replace(IMM, groups={**IMM.groups, "ends": (0, 12)}), 240)
    assert panel.points.currentText() == "jaw"
    assert panel.points.findText("ends") > 0


@given(st.floats(1e-12, 10.0))
def test_rates_are_read_as_they_are_written(rate: float) -> None:
    assert parse_rate(rate_text(rate)) == pytest.approx(rate, rel=1e-5)


def test_rates_look_as_people_write_them() -> None:
    assert [rate_text(r) for r in (1e-3, 1e-4, 2.5e-4, 0.01, 0.5)] == [
        "1e-3",
        "1e-4",
        "2.5e-4",
        "0.01",
        "0.5",
    ]
    assert parse_rate("0,001") == 1e-3


@pytest.mark.parametrize("text", ["", "0", "-1", "nan", "inf", "11", "1e"])
def test_impossible_rates_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="learning rate"):
        parse_rate(text)


@pytest.mark.parametrize("text", ["", "1.5", "²", str(2**63)])
def test_impossible_seeds_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="seed"):
        parse_seed(text)


@given(st.sets(st.integers(0, 57), min_size=1))
def test_points_are_chosen_again_by_their_text(points: set[int]) -> None:
    chosen = tuple(sorted(points))
    assert IMM.choose(points_text(chosen, IMM)) == chosen
    assert points_in_words(chosen, IMM)


def test_a_folder_without_labels_after_a_labelled_one(panel: TrainSettings) -> None:
    panel.set_scheme(generic_scheme(0), 0)
    assert not panel.train_button.isEnabled()
    assert not panel.epochs.isEnabled()
    assert panel.reason.text().startswith("No labelled faces here yet")
    with pytest.raises(InputError, match="no faces are open"):
        panel.config()
    panel.preset.setCurrentIndex(1)
    panel.set_scheme(IBUG, 100)
    assert panel.train_button.isEnabled()
    assert panel.epochs.isEnabled()
    choose(panel, "bignet")
    assert panel.config() == preset("bignet", IBUG)


def test_the_faces_are_all_or_those_of_a_search(panel: TrainSettings) -> None:
    assert panel.which() == ""

    def check(text: str) -> None:
        if text == "@gone":
            raise InputError("no filter @gone")

    panel.set_search(check, ["hard ones", "mine"])
    items = [panel.faces.itemText(k) for k in range(panel.faces.count())]
    assert items == ["all labelled faces", '@"hard ones"', "@mine"]
    assert panel.which() == ""
    panel.faces.setEditText("@gone")
    assert not panel.train_button.isEnabled()
    panel.set_search(lambda _: None, ["gone"])  # it came meanwhile
    assert panel.which() == "@gone"
    assert panel.train_button.isEnabled()
    panel.set_search(check, [])
    panel.faces.setEditText("")
    assert panel.which() == ""


def test_the_faces_of_a_search_are_held_out(panel: TrainSettings) -> None:
    form = panel.validation_form
    form.kind.setCurrentIndex(form.kind.findData("search"))
    assert form.wrong
    form.search.setText("state:nothing")
    assert not panel.train_button.isEnabled()
    form.search.setText("person:07")
    assert panel.validation() == "person:07"
    assert panel.train_button.isEnabled()
