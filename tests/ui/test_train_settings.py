from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from kpstudio.core.errors import InputError
from kpstudio.core.schema import generic_scheme, shipped_schemes
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.presets import preset
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


def choose(panel: TrainSettings, network: str) -> None:
    panel.network.setCurrentIndex(panel.network.findData(network))


@pytest.mark.parametrize("network", ["smallnet", "bignet", "resnet18"])
def test_a_preset_fills_the_form_and_comes_back(panel: TrainSettings, network: str) -> None:
    choose(panel, network)
    assert panel.config() == preset(network, IMM)
    assert panel.header.note.text() == ""
    assert not panel.reset_button.isVisible()


def test_the_preset_is_described(panel: TrainSettings) -> None:
    assert panel._description.text() == "all 58 points from the whole picture, 120×160 grey"
    choose(panel, "smallnet")
    assert panel._description.text() == "nose tip from the whole picture, 60×80 grey"
    choose(panel, "resnet18")
    assert panel._description.text() == "all 58 points from a crop of each face, 224×224 grey"


def test_every_field_reaches_the_config(panel: TrainSettings) -> None:
    panel.points.setEditText("0-2, mouth")
    panel.lr.setText("3e-4")
    panel.batch_size.setValue(16)
    panel.epochs.setValue(60)
    panel.seed.setText("7")
    panel.augmentation.rotation.setValue(15.5)
    panel.augmentation.shifts["down"].setValue(5.0)
    panel.device.setCurrentIndex(panel.device.findData("cpu"))
    panel.validation_form.fraction.setValue(25.0)
    config = panel.config()
    assert config == replace(
        preset("bignet", IMM),
        points=(0, 1, 2, *range(39, 47)),
        lr=3e-4,
        batch_size=16,
        epochs=60,
        seed=7,
        augmentation=Augmentation(15.5, 0.1, 0.1, 0.1, 0.05),
        device="cpu",
        val_fraction=0.25,
    )
    assert panel.validation() == 0.25


def test_changes_are_marked_and_reset(panel: TrainSettings, qtbot: QtBot) -> None:
    panel.seed.setText("3")  # not the network's business
    assert panel.header.note.text() == ""
    panel.lr.setText("1e-5")
    assert panel.header.note.text() == "modified"
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert panel.config() == replace(preset("bignet", IMM), seed=3)
    assert panel.header.note.text() == ""


def test_seed_device_and_validation_survive_another_network(panel: TrainSettings) -> None:
    panel.seed.setText("5")
    panel.device.setCurrentIndex(panel.device.findData("cpu"))
    panel.validation_form.fraction.setValue(10.0)
    panel.lr.setText("nonsense")
    choose(panel, "resnet18")
    config = panel.config()
    assert (config.device, config.lr) == ("cpu", 1e-3)
    choose(panel, "smallnet")
    panel.seed.setText("6")
    choose(panel, "bignet")
    assert panel.config().seed == 6


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [("lr", "fast", "learning rate"), ("seed", "-1", "seed"), ("points", "0-99", "scheme imm58")],
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
    assert panel._reason.text() == "Correct what is marked in red, then train."
    with pytest.raises(InputError, match=word):
        panel.config()


def test_mirroring_without_both_of_a_pair_is_refused(panel: TrainSettings) -> None:
    panel.augmentation.flip.setChecked(True)
    assert panel.train_button.isEnabled()
    panel.points.setEditText("left eye")
    assert not panel.train_button.isEnabled()
    assert "mirror" in panel._reason.text()


def test_the_button_asks_for_a_training(panel: TrainSettings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.train_requested, timeout=1000):
        qtbot.mouseClick(panel.train_button, Qt.MouseButton.LeftButton)


def test_without_labelled_faces_the_button_says_why(panel: TrainSettings) -> None:
    panel.set_scheme(IMM, 0)
    assert not panel.train_button.isEnabled()
    assert "labelled faces" in panel._reason.text()
    panel.set_scheme(IMM, 1)
    assert panel.train_button.isEnabled()
    assert not panel._reason.isVisible()


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
    assert panel.config() == preset("bignet", IBUG)
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


def test_nothing_is_clipped_in_a_narrow_column_and_train_stays_in_view(
    panel: TrainSettings, qapp: QApplication
) -> None:
    panel._fold.button.setChecked(True)
    panel.lr.setText("wrong")
    panel.resize(300, 360)
    qapp.processEvents()
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


def test_the_augmentation_folds_away_but_stays_in_words(panel: TrainSettings) -> None:
    assert not panel.augmentation.isVisible()
    assert panel._fold.note.text() == "±10°, shifts to 10 %"
    panel._fold.button.setChecked(True)
    assert panel.augmentation.isVisible()
    panel.augmentation.set_value(Augmentation(flip=True))
    assert panel._fold.note.text() == "mirrored"
    assert in_words(Augmentation()) == "none"


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
    assert panel._reason.text().startswith("No labelled faces here yet")
    with pytest.raises(InputError, match="no faces are open"):
        panel.config()
    panel.network.setCurrentIndex(0)
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
