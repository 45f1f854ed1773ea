from __future__ import annotations

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.core.schema import shipped_schemes
from kpstudio.engine.events import Batch, Started
from kpstudio.engine.presets import preset
from kpstudio.store.summary import RunSummary
from kpstudio.ui.panels.training_strip import TrainingStrip

CONFIG = preset("bignet", shipped_schemes()[0])
STARTED = Started(192, 48, 0.0041, "cpu", 48, 12)


@pytest.fixture
def strip(qtbot: QtBot) -> TrainingStrip:
    widget = TrainingStrip()
    widget.resize(264, 240)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_before_any_run_there_is_nothing_to_stop(strip: TrainingStrip) -> None:
    assert not strip.stop_button.isVisible()
    assert strip.closing.text() == "No run is being trained."


def test_a_run_is_shown_from_reading_to_its_end(strip: TrainingStrip) -> None:
    strip.begin("0007-bignet", CONFIG)
    assert strip.header.note.text() == "run 7 · BigNet"
    assert strip.network.text() == "BigNet · 58 points"
    assert (strip.rate.text(), strip.batch.text()) == ("1e-3", "4")
    strip.show_preparing(60, 240)
    assert strip.epoch.text() == "reading faces, 60 of 240"
    assert strip.bar.value() == 250
    strip.show_started(STARTED)
    assert strip.epoch.text() == "1 of 12"
    strip.show_batch(Batch(320, 6.5, 0.004, 246.2, 6.2))
    assert strip.epoch.text() == "7 of 12 · 0:06 left"
    assert strip.bar.value() == round(1000 * 6.5 / 12)
    assert strip.speed.text() == "246 img/s · CPU"
    strip.finish("Trained 12 epochs.")
    assert not strip.pause_button.isVisible()
    assert strip.closing.text() == "Trained 12 epochs."


def test_a_batch_may_come_before_the_start_of_the_same_bunch(strip: TrainingStrip) -> None:
    strip.begin("0007-bignet", CONFIG)
    strip.show_batch(Batch(1, 0.02, 0.1, 100.0, 60.0))
    strip.show_started(STARTED)
    assert strip.epoch.text() == "1 of 12 · 1:00 left"
    assert strip.speed.text() == "100 img/s"


def test_the_last_batch_is_not_an_epoch_too_many(strip: TrainingStrip) -> None:
    strip.begin("0007-bignet", CONFIG)
    strip.show_batch(Batch(576, 12.0, 0.004, 246.2, math.nan))
    assert strip.epoch.text() == "12 of 12"
    assert strip.bar.value() == 1000


def test_pause_and_resume_are_one_button(strip: TrainingStrip, qtbot: QtBot) -> None:
    strip.begin("0007-bignet", CONFIG)
    strip.show_batch(Batch(320, 6.5, 0.004, 246.2, 6.2))
    with qtbot.waitSignal(strip.pause_requested, timeout=1000):
        qtbot.mouseClick(strip.pause_button, Qt.MouseButton.LeftButton)
    strip.set_paused(True)
    assert strip.pause_button.text() == "Resume"
    assert strip.epoch.text() == "7 of 12 · paused"
    with qtbot.waitSignal(strip.resume_requested, timeout=1000):
        qtbot.mouseClick(strip.pause_button, Qt.MouseButton.LeftButton)
    strip.set_paused(False)
    assert strip.pause_button.text() == "Pause"


def test_stop_is_asked_for_once(strip: TrainingStrip, qtbot: QtBot) -> None:
    strip.begin("0007-bignet", CONFIG)
    with qtbot.waitSignal(strip.stop_requested, timeout=1000):
        qtbot.mouseClick(strip.stop_button, Qt.MouseButton.LeftButton)
    assert not strip.stop_button.isEnabled()
    assert strip.epoch.text() == "stopping…"
    strip.finish()
    strip.begin("0008-bignet", CONFIG)
    assert strip.stop_button.isEnabled()
    assert strip.pause_button.isEnabled()


def test_what_happens_after_stop_does_not_look_as_if_it_went_on(
    strip: TrainingStrip, qtbot: QtBot
) -> None:
    strip.begin("0007-bignet", CONFIG)
    qtbot.mouseClick(strip.stop_button, Qt.MouseButton.LeftButton)
    strip.show_batch(Batch(320, 6.5, 0.004, 246.2, 6.2))
    assert strip.epoch.text() == "stopping…"
    strip.begin("0008-bignet", CONFIG)
    strip.show_batch(Batch(320, 6.5, 0.004, 246.2, 6.2))
    assert strip.epoch.text() == "7 of 12 · 0:06 left"


def test_the_bar_is_busy_until_something_can_be_counted(strip: TrainingStrip) -> None:
    strip.begin("0007-bignet", CONFIG)
    assert (strip.bar.minimum(), strip.bar.maximum()) == (0, 0)
    strip.show_preparing(60, 240)
    assert strip.bar.maximum() == 1000
    strip.begin("0008-bignet", CONFIG)
    strip.finish()
    assert strip.bar.maximum() == 1000


def test_the_buttons_stay_where_they_are(strip: TrainingStrip, qapp: QApplication) -> None:
    strip.resize(300, 260)
    strip.begin("0007-bignet", CONFIG)
    places = set()
    for words in ("", "Epoch 3: better", "Epoch 4: validation NME 5.1 %, not better for 3 epochs"):
        strip.show_summary(words)
        qapp.processEvents()
        places.add((strip.stop_button.x(), strip.stop_button.y()))
    assert len(places) == 1


def test_how_the_last_epoch_went_is_told(strip: TrainingStrip) -> None:
    strip.begin("0007-best", preset("best", shipped_schemes()[0]))
    assert strip.header.note.text() == "run 7 · Best"
    assert strip.network.text() == "Best · 58 points"
    assert not strip.summary.isVisible()
    strip.show_summary("Epoch 3: validation NME 5.1 %")
    assert strip.summary.isVisible()
    strip.begin("0008-best", CONFIG)
    assert not strip.summary.isVisible()


def test_what_it_computes_in_is_told_where_it_is_not_the_usual(strip: TrainingStrip) -> None:
    strip.begin("0007-bignet", CONFIG)
    strip.show_started(replace(STARTED, precision="bf16"))
    strip.show_batch(Batch(320, 6.5, 0.004, 246.2, 6.2))
    assert strip.speed.text() == "246 img/s · CPU bf16"


def test_a_run_that_was_stopped_can_go_on(strip: TrainingStrip, qtbot: QtBot) -> None:
    run = RunSummary(
        "0007-best", "glasses", "keypointnet", 58, 2e-3, 16, 20, 80, 0.001, 0.005, 50.0, "stopped",
        preset="best",
    )  # fmt: skip
    strip.offer(run)
    assert strip.header.note.text() == "glasses"
    assert strip.network.text() == "Best · 58 points"
    assert strip.epoch.text() == "20 of 80 · stopped"
    assert strip.bar.value() == 250
    assert not strip.stop_button.isVisible()
    with qtbot.waitSignal(strip.go_on_requested, timeout=1000) as caught:
        qtbot.mouseClick(strip.go_on_button, Qt.MouseButton.LeftButton)
    assert caught.args == ["0007-best"]
    strip.begin("0007-best", CONFIG)
    strip.show_started(replace(STARTED, resumed_after=6))
    assert strip.epoch.text() == "7 of 12"
    assert strip.bar.value() == 500
    assert not strip.go_on_button.isVisible()
    strip.finish()
    assert strip.offered == ""
