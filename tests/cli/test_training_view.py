from __future__ import annotations

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
