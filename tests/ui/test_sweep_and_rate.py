"""Varying settings and finding a learning rate, in the real window."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kpstudio.core.schema import shipped_schemes
from kpstudio.engine.config import FIXED_INPUT, NETWORKS
from kpstudio.engine.rates import next_rate
from kpstudio.store.runs import RunFolder
from kpstudio.ui.dialogs.rate_finder import RateFinderDialog
from kpstudio.ui.dialogs.sweep import SweepDialog
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.ui.driver import Script, dialog, drag, drive, later, press


def open_train(window: MainWindow, epochs: int = 1) -> Script:
    yield lambda: window.session.is_open
    window.show_workspace(Workspace.TRAIN)
    config = window.train_settings.config()
    from kpstudio.engine.presets import preset

    small = preset("smallnet", window.session.labels.scheme, config.points)
    window.train_settings.set_config(small)
    window.train_settings.epochs.setValue(epochs)
    yield lambda: window.train_settings.config().network == "smallnet"


def ask(window: MainWindow) -> Script:
    later(window.actions_by_key["sweep"].trigger)
    yield lambda: dialog(SweepDialog) is not None


def test_a_sweep_lands_in_the_table_and_in_one_plot(sample_faces):
    notes = []

    def script(window: MainWindow) -> Script:
        yield from open_train(window)
        window.desk.began.connect(lambda _: notes.append(window.strip.header.note.text()))
        yield from ask(window)
        form = dialog(SweepDialog)
        assert form.values[0].text() == "1e-5, 1e-4, 1e-3"
        assert "can be estimated after a first run" in form._sentence.text()
        form.values[0].setText("1e-3, 1e-4")
        form.values[1].setText("4, 0")
        assert form._problem.text().startswith("Batch size 0 is too small")
        assert [bool(line.property("invalid")) for line in form.values] == [False, True]
        assert not form.start_button.isEnabled()
        form.values[1].setText("4, 8")
        assert not form.values[1].property("invalid")
        press(form, "Train 4 runs")
        yield lambda: window.desk.running
        assert not window.actions_by_key["sweep"].isEnabled()
        yield lambda: not window.desk.running and not window.training.sweep.running
        yield lambda: len(window.runs_table.selected()) == 4
        assert [note.split(" · ")[0] for note in notes] == [f"run {k} of 4" for k in (1, 2, 3, 4)]
        runs = window.runs.summaries()
        assert {run.label for run in runs} == {
            f"lr={lr},batch-size={size}" for lr in ("1e-3", "1e-4") for size in (4, 8)
        }
        assert len({RunFolder.open(window.runs.folder(run.name)).split for run in runs}) == 1
        drawn = window.curves._runs
        assert len(drawn) == 4
        assert all(len(run.validation) for run in drawn)
        best = min(runs, key=lambda run: run.best_val_mse)
        shown = [run for run in runs if run.name == drawn[0].name]
        assert shown[0].name == window.runs.run
        assert best.best_val_mse <= shown[0].best_val_mse

        yield from ask(window)
        assert "judging by lr=" in dialog(SweepDialog)._sentence.text()
        dialog(SweepDialog).reject()
        yield lambda: dialog(SweepDialog) is None

    assert drive([str(sample_faces)], script) == 0


def test_stop_ends_the_sweep_and_asks_nothing(sample_faces):
    def script(window: MainWindow) -> Script:
        yield from open_train(window, epochs=5000)
        yield from ask(window)
        form = dialog(SweepDialog)
        form.settings[1].setCurrentIndex(0)
        assert not form.values[1].isEnabled()
        press(form, "Train 3 runs")
        yield lambda: window.desk.running
        yield lambda: window.curves._runs and len(window.curves._runs[0].validation) > 1
        press(window.strip, "Stop")
        yield lambda: not window.desk.running
        assert dialog(QMessageBox) is None
        assert not window.training.sweep.running
        assert [run.state for run in window.runs.summaries()] == ["stopped"]
        assert window.curves.words.caption.text().startswith("Epoch ")

    assert drive([str(sample_faces)], script) == 0


def test_the_same_setting_twice_is_told(sample_faces):
    def script(window: MainWindow) -> Script:
        yield from open_train(window)
        yield from ask(window)
        form = dialog(SweepDialog)
        options = [form.settings[0].itemData(k) for k in range(form.settings[0].count())]
        assert "backbone" not in options  # smallnet has layers of its own
        assert "input-size" not in options
        form.settings[1].setCurrentIndex(form.settings[1].findData("lr"))
        assert "Learning rate is selected twice" in form._problem.text()
        form.settings[1].setCurrentIndex(form.settings[1].findData("loss"))
        assert form.values[1].text().startswith("mse, ")
        assert form.start_button.isEnabled()
        form.reject()
        yield lambda: dialog(SweepDialog) is None

    assert drive([str(sample_faces)], script) == 0


def test_a_rate_is_found_dragged_and_used(sample_faces):
    def script(window: MainWindow) -> Script:
        yield from open_train(window)
        later(window.actions_by_key["find_rate"].trigger)
        yield lambda: dialog(RateFinderDialog) is not None
        form = dialog(RateFinderDialog)
        assert not form.use_button.isEnabled()
        yield lambda: form.line.isVisible()
        assert len(form._tried) > 20
        for key, line in (("step", form._raw), ("smooth", form._curve), ("mean", form._mean)):
            chip = form.legend.chip(key)
            QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
            assert not line.isVisible(), chip.text()
            QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
            assert line.isVisible(), chip.text()
        before = form.line.value()
        height = form.plot.height() // 2
        start = QPoint(round(form.plot.pixels(before, 0.5).x()), height)
        viewport = form.plot.view.viewport()
        start = viewport.mapFrom(form.plot, start)
        drag(viewport, start, start + QPoint(-60, 0))
        assert form.line.value() < before - 0.1
        assert form.line.value() >= -6.0
        chosen = form.rate
        assert chosen == pytest.approx(10 ** form.line.value(), rel=0.45)
        assert math.isfinite(chosen)
        form.plot.setFocus()
        QTest.keyClick(form.plot, Qt.Key.Key_Right)
        assert form.rate == next_rate(chosen, 1)
        QTest.keyClick(form.plot, Qt.Key.Key_Left)
        assert form.rate == chosen
        form.use_button.setFocus()
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
        yield lambda: dialog(RateFinderDialog) is None
        assert window.train_settings.config().lr == chosen
        assert window.runs.summaries() == []

    assert drive([str(sample_faces)], script) == 0


def test_closing_ends_the_search(sample_faces):
    def script(window: MainWindow) -> Script:
        yield from open_train(window)
        later(window.actions_by_key["find_rate"].trigger)
        yield lambda: dialog(RateFinderDialog) is not None
        dialog(RateFinderDialog).reject()
        yield lambda: dialog(RateFinderDialog) is None
        yield lambda: not window.jobs._jobs
        assert window.runs.summaries() == []

    assert drive([str(sample_faces)], script) == 0


def test_esc_closes_the_search_from_its_plot_as_well(sample_faces):
    def script(window: MainWindow) -> Script:
        yield from open_train(window)
        later(window.actions_by_key["find_rate"].trigger)
        yield lambda: dialog(RateFinderDialog) is not None
        form = dialog(RateFinderDialog)
        form.plot.setFocus()
        QTest.keyClick(form.plot, Qt.Key.Key_Escape)
        yield lambda: dialog(RateFinderDialog) is None

    assert drive([str(sample_faces)], script) == 0


@pytest.mark.parametrize("network", NETWORKS)
def test_a_sweep_offers_what_the_network_has(qtbot: QtBot, network: str) -> None:
    from kpstudio.engine.presets import preset

    scheme = shipped_schemes()[0]
    config = preset("best" if network == "keypointnet" else network, scheme)
    parent = QWidget()
    qtbot.addWidget(parent)
    field = SweepDialog(config, scheme, 10, [], parent).settings[0]
    offered = {field.itemData(row) for row in range(field.count())}
    assert {"freeze-backbone", "find-face", "test-flip", "lr"} <= offered
    own = {"backbone", "head", "pretrained"}
    assert own & offered == (own if network == "keypointnet" else set())
    assert ("input-size" in offered) == (network not in FIXED_INPUT)


def test_a_sweep_reads_decimal_commas_where_the_language_writes_them(qtbot: QtBot) -> None:
    from kpstudio.engine.presets import preset

    scheme = shipped_schemes()[0]
    parent = QWidget()
    qtbot.addWidget(parent)
    QLocale.setDefault(QLocale("de"))
    try:
        form = SweepDialog(preset("smallnet", scheme), scheme, 10, [], parent)
        assert form.values[0].text() == "1e-5; 1e-4; 1e-3"
        form.settings[0].setCurrentIndex(form.settings[0].findData("weight-decay"))
        form.values[0].setText("0,01; 0,1")
        form.values[1].setText("8")
        assert [trial.config.weight_decay for trial in form.trials()] == [0.01, 0.1]
    finally:
        QLocale.setDefault(QLocale.c())
