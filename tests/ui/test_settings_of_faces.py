from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kpstudio.core.errors import InputError
from kpstudio.core.schema import generic_scheme, shipped_schemes
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.presets import preset
from kpstudio.ui.panels.train_settings import TrainSettings

IMM, IBUG = shipped_schemes()[:2]


def choose(page: TrainSettings, name: str) -> None:
    page.preset.choose(name)


def test_without_labelled_faces_the_button_says_why(page: TrainSettings) -> None:
    page.set_scheme(IMM, 0)
    assert not page.train_button.isEnabled()
    assert "labelled faces" in page.reason.text()
    page.set_scheme(IMM, 1)
    assert page.train_button.isEnabled()
    assert not page.reason.isVisible()


def test_before_a_folder_is_open_nothing_can_be_set(qtbot: QtBot) -> None:
    widget = TrainSettings()
    qtbot.addWidget(widget)
    assert not widget.epochs.isEnabled()
    assert not widget.train_button.isEnabled()
    with pytest.raises(InputError, match="no folder is open"):
        widget.config()


def test_settings_survive_faces_being_added_but_not_another_scheme(
    page: TrainSettings,
) -> None:
    page.lr.setText("5e-4")
    page.set_scheme(IMM, 241)
    assert page.config().lr == 5e-4
    page.set_scheme(IBUG, 100)
    assert page.config() == preset("best", IBUG)
    assert page.points.findText("jaw") >= 0


def test_a_scheme_without_a_nose_tip_still_works_with_smallnet(page: TrainSettings) -> None:
    page.set_scheme(generic_scheme(6), 10)
    choose(page, "smallnet")
    assert page.config().points == (0,)


def hold_out(page: TrainSettings, path: Path) -> None:
    form = page.validation_form
    form.path.setText(str(path))
    form.kind.setCurrentIndex(form.kind.findData("list"))


def test_a_list_of_pictures_is_held_out(page: TrainSettings, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("33-1m.jpg\n\n34-2f.jpg\n", encoding="utf-8")
    hold_out(page, path)
    assert page.validation() == ("33-1m.jpg", "34-2f.jpg")
    assert page.train_button.isEnabled()
    choose(page, "smallnet")
    assert page.validation() == ("33-1m.jpg", "34-2f.jpg")


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00\x01"])
def test_a_list_that_cannot_be_read_is_marked(
    page: TrainSettings, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "list.txt"
    if content is not None:
        path.write_bytes(content)
    hold_out(page, path)
    assert page.validation_form.wrong
    assert not page.train_button.isEnabled()
    with pytest.raises(InputError, match=r"list\.txt"):
        page.validation()
    page.validation_form.set_value(0.2)
    assert page.train_button.isEnabled()


def test_a_folder_without_labels_after_a_labelled_one(page: TrainSettings) -> None:
    page.set_scheme(generic_scheme(0), 0)
    assert not page.train_button.isEnabled()
    assert not page.epochs.isEnabled()
    assert page.reason.text().startswith("No labelled faces here yet")
    with pytest.raises(InputError, match="no folder is open"):
        page.config()
    page.preset.setCurrentIndex(1)
    page.set_scheme(IBUG, 100)
    assert page.train_button.isEnabled()
    assert page.epochs.isEnabled()
    choose(page, "bignet")
    assert page.config() == preset("bignet", IBUG)


def test_the_faces_are_all_or_those_of_a_search(page: TrainSettings) -> None:
    assert page.which() == ""

    def check(text: str) -> None:
        if text == "@gone":
            raise InputError("no filter @gone")

    page.set_search(check, ["hard ones", "mine"])
    items = [page.faces.itemText(k) for k in range(page.faces.count())]
    assert items == ["all labelled faces", '@"hard ones"', "@mine"]
    assert page.which() == ""
    page.faces.setEditText("@gone")
    assert not page.train_button.isEnabled()
    page.set_search(lambda _: None, ["gone"])  # it came meanwhile
    assert page.which() == "@gone"
    assert page.train_button.isEnabled()
    page.set_search(check, [])
    page.faces.setEditText("")
    assert page.which() == ""


def test_the_faces_of_a_search_are_held_out(page: TrainSettings) -> None:
    form = page.validation_form
    form.kind.setCurrentIndex(form.kind.findData("search"))
    assert form.wrong
    form.search.setText("state:nothing")
    assert not page.train_button.isEnabled()
    form.search.setText("person:07")
    assert page.validation() == "person:07"
    assert page.train_button.isEnabled()


def test_pictures_are_mirrored_only_where_the_pairs_are_known(page: TrainSettings) -> None:
    page.augmentation.set_value(Augmentation(flip=True))
    page.set_scheme(replace(IMM, mirror=tuple(range(58))), 240)
    assert not page.augmentation.flip.isEnabled()
    assert not page.config().augmentation.flip
    page.set_scheme(IMM, 240)
    assert page.augmentation.flip.isEnabled()


def test_a_new_group_of_the_same_points_can_be_chosen(page: TrainSettings) -> None:
    page.points.setEditText("jaw")
    page.set_scheme(replace(IMM, groups={**IMM.groups, "ends": (0, 12)}), 240)
    assert page.points.currentText() == "jaw"
    assert page.points.findText("ends") > 0
