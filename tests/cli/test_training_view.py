from __future__ import annotations

from dataclasses import replace

import pytest

from kpstudio.cli.training_view import TrainingView
from kpstudio.core.schema import shipped_schemes
from kpstudio.engine.events import Done, EpochEnd, Notice, Started
from kpstudio.engine.presets import preset

CONFIG = preset("bignet", shipped_schemes()[0])


def test_the_mean_shape_s_error_is_told_before_the_first_epoch(
    capsys: pytest.CaptureFixture[str],
) -> None:
    TrainingView(CONFIG).show(Started(192, 48, 0.0041, "cpu", 48, 12))
    line = capsys.readouterr().err
    assert "192 faces to train on, 48 held out, 58 points, on cpu" in line
    assert "0.00410" in line


def test_a_collapsed_network_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = TrainingView(CONFIG)
    shown.show(EpochEnd(3, 0.005, 0.0042, best=False, collapsed=True))
    assert "mean shape for every face" in capsys.readouterr().err
    shown.show(EpochEnd(4, 0.005, None, best=True, collapsed=False))
    line = capsys.readouterr().err
    assert "mean shape" not in line
    assert "validation" not in line
    assert "best" in line


def test_notices_and_the_end_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = TrainingView(CONFIG)
    shown.show(Notice("a.png: left out"))
    shown.show(Done(None, 1, 61.0, 10.0, stopped=True))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].strip() == "a.png: left out"
    assert lines[1] == "stopped after 1 epoch in 1:01, 10 images/s"


def test_how_it_computes_and_where_it_goes_on_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    TrainingView(CONFIG).show(
        Started(192, 48, 0.0041, "cpu", 48, 12, precision="bf16", threads=2, resumed_after=5)
    )
    line = capsys.readouterr().err
    assert "on cpu in bf16 with 2 threads" in line
    assert line.rstrip().endswith("goes on after epoch 5")


def test_an_epoch_is_told_in_numbers_and_words(capsys: pytest.CaptureFixture[str]) -> None:
    shown = TrainingView(CONFIG)
    shown.show(EpochEnd(1, 0.005, 0.0042, best=True, collapsed=False, val_nme=0.08))
    shown.show(EpochEnd(2, 0.004, 0.0031, best=True, collapsed=False, val_nme=0.06))
    shown.show(EpochEnd(3, 0.003, 0.0040, False, False, val_nme=0.07, overfitting_since=2))
    first, second, third = capsys.readouterr().err.splitlines()
    assert first == (
        "  epoch  1/12  training 0.00500  validation 0.00420  validation NME 8.0 %  best"
    )
    assert "2.0 points better" in second
    assert third.endswith("overfitting since epoch 2")


def test_the_end_tells_the_best_error_and_an_early_end(capsys: pytest.CaptureFixture[str]) -> None:
    shown = TrainingView(replace(CONFIG, patience=4))
    shown.show(Done(0.0031, 7, 61.0, 10.0, best_val_nme=0.0612))
    assert capsys.readouterr().err.splitlines()[-1] == (
        "trained 7 epochs of 12: no better one for 4 in 1:01, "
        "best validation NME 6.12 %, MSE 0.00310, 10 images/s"
    )
    shown.show(Done(None, 12, 61.0, 10.0))
    assert capsys.readouterr().err.splitlines()[-1] == "trained 12 epochs in 1:01, 10 images/s"
