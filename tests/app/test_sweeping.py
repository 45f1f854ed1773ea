"""A sweep behind the window: one run after another, with a way out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpstudio.app.sweeping import Sweep
from kpstudio.core.edits import move_points
from kpstudio.engine import trainer
from kpstudio.engine.events import Done, EpochEnd
from kpstudio.engine.failures import TrainingError
from kpstudio.tasks.grid import Trial, combine, parse_grid
from kpstudio.tasks.training import choose_split
from tests.app.help import Desk, faces_folder, quick_config


@pytest.fixture
def sweep(desk: Desk) -> Sweep:
    """A sweep that goes on when a run has ended, as the window has it."""
    made = Sweep(desk.session, desk.training)
    desk.training.ended.connect(lambda _: made.go_on())
    return made


def trials(*seeds: int, epochs: int = 1) -> tuple[Trial, ...]:
    values = ",".join(map(str, seeds))
    return combine(quick_config(epochs), parse_grid([f"seed={values}"]))


def over(desk: Desk, sweep: Sweep) -> None:
    desk.wait(lambda: not sweep.running and not desk.training.running and not desk.runs.predicting)


def test_runs_follow_each_other_on_the_same_faces(desk, folder, sweep):
    desk.open(folder)
    split = choose_split(desk.session.labels, 0.5)
    began = []
    desk.training.began.connect(
        lambda name: began.append((name, sweep.number, sweep.total, sweep.trial.name))
    )
    sweep.start(trials(1, 2, 3), split)
    assert sweep.running
    face = desk.session.current or next(iter(desk.session.labels))
    desk.session.perform(move_points(face, (52,), [(5.0, 5.0)], "nose tip"))
    over(desk, sweep)
    names = ["0001-smallnet", "0002-smallnet", "0003-smallnet"]
    assert sweep.names == names
    assert began == [(name, k, 3, f"seed={k}") for k, name in enumerate(names, start=1)]
    runs = [desk.runs.open_run(name) for name in names]
    assert [run.config["seed"] for run in runs] == [1, 2, 3]
    assert [run.label for run in runs] == ["seed=1", "seed=2", "seed=3"]
    assert {run.split for run in runs} == {split}
    means = {e["mean_shape_mse"] for run in runs for e in run.events() if e["event"] == "started"}
    assert len(means) == 1  # the drag did not reach the later runs
    assert desk.said == []


def test_cancelling_lets_nothing_follow(desk, folder, sweep):
    desk.open(folder)
    heard = []
    desk.training.events_arrived.connect(heard.extend)
    sweep.start(trials(1, 2, epochs=10_000), choose_split(desk.session.labels, 0.5))
    desk.wait(lambda: any(isinstance(event, EpochEnd) for event in heard))
    sweep.cancel()
    desk.training.stop()
    over(desk, sweep)
    assert sweep.names == ["0001-smallnet"]
    assert len(desk.runs.summaries()) == 1


def test_another_folder_ends_it(desk, folder, tmp_path, sweep):
    other = faces_folder(tmp_path / "other", 4)
    desk.open(folder)
    sweep.start(trials(1, 2, epochs=10_000), choose_split(desk.session.labels, 0.5))
    desk.open(other)
    assert not sweep.running
    assert not desk.training.running
    assert sweep.names == []
    desk.wait(lambda: not desk.jobs._jobs)
    assert desk.runs.summaries() == []


def test_a_failure_does_not_end_it_unless_none_can_begin(desk, folder, sweep, monkeypatch):
    def train(config, *_):
        if config.seed == 1:
            raise TrainingError("the training error is no longer a number")
        yield Done(None, 0, 0.1, 1.0)

    monkeypatch.setattr(trainer, "train", train)
    desk.open(folder)
    desk.training.failed.connect(lambda said: sweep.running and sweep.failed(said))
    split = choose_split(desk.session.labels, 0.5)
    sweep.start(trials(1, 2), split)
    over(desk, sweep)
    assert [desk.runs.open_run(name).state for name in sweep.names] == ["failed", "done"]
    assert sweep.failures == ["seed=1: the training error is no longer a number"]
    wrong = Trial("wrong", replace(quick_config(), points=(99,)))
    sweep.start([wrong, *trials(2)], split)
    assert not sweep.running
    assert sweep.names == []
    assert "point 99" in sweep.failures[0]
