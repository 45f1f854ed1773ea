"""The MSE of the run in use, against what the evaluation of the command line says."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from kpstudio.app.squares import SquaredErrors
from kpstudio.core.edits import move_points
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.evaluate import evaluate
from tests.app.help import PATIENCE_MS, WIDTH, Desk, faces_folder, stored_run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = faces_folder(tmp_path / "faces", 4, unlabelled=1)
    stored_run(folder, {n: float(n + 1) for n in range(4)})
    return folder


@pytest.fixture
def squares(desk: Desk, root: Path, monkeypatch) -> SquaredErrors:
    monkeypatch.setattr(desk.runs, "predict_missing", lambda: None)
    made = SquaredErrors(desk.session, desk.runs)
    desk.open(root)
    desk.runs.use("0001-bignet")
    return made


def by_evaluation(desk: Desk) -> float:
    """Return what ``kpstudio evaluate`` says."""
    labels, runs = desk.session.labels, desk.runs
    found = {face.id: points for face in labels if (points := runs.prediction(face.id))}
    config = TrainConfig.from_json(runs.open_run(runs.run).config)
    return evaluate(found, list(labels), labels.scheme, config, labels.root).mse


def test_it_is_what_the_evaluation_says(desk: Desk, squares: SquaredErrors) -> None:
    faces = list(desk.session.labels)
    with desk.qtbot.waitSignal(squares.measured, timeout=PATIENCE_MS):
        assert squares.mse(faces) is None
    assert squares.mse(faces) == pytest.approx(by_evaluation(desk))
    # BigNet sees the whole picture, whose width the offsets of 1 to 4 pixels are divided by.
    assert squares.mse(faces) == pytest.approx(np.mean([1, 4, 9, 16]) / WIDTH**2 / 2, rel=1e-6)
    assert squares.mse([]) != squares.mse([])


def test_a_moved_point_is_measured_at_once(desk: Desk, squares: SquaredErrors) -> None:
    faces = list(desk.session.labels)
    with desk.qtbot.waitSignal(squares.measured, timeout=PATIENCE_MS):
        squares.mse(faces)
    before = squares.mse(faces)
    desk.session.perform(move_points(faces[0], [3], [[5.0, 5.0]], "one"))
    after = squares.mse(list(desk.session.labels))
    assert after is not None and after != before
    assert after == pytest.approx(by_evaluation(desk))


def test_a_picture_that_has_gone_tells_nothing(
    desk: Desk, squares: SquaredErrors, root: Path
) -> None:
    faces = list(desk.session.labels)
    (root / "f3.png").unlink()
    with desk.qtbot.waitSignal(squares.measured, timeout=PATIENCE_MS):
        squares.mse(faces)
    assert squares.mse(faces) == pytest.approx(np.mean([1, 4, 9]) / WIDTH**2 / 2, rel=1e-6)
    assert math.isnan(squares.mse(faces[3:]) or 0.0)


def test_without_a_run_nothing_can_be_told(desk: Desk, squares: SquaredErrors) -> None:
    desk.runs.use("")
    faces = list(desk.session.labels)
    assert math.isnan(squares.mse(faces) or 0.0)
    desk.runs.use("0001-bignet")
    desk.session.close()
    assert math.isnan(squares.mse(faces) or 0.0)
