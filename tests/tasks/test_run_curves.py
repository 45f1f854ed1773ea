"""The curves of stored runs."""

from __future__ import annotations

from pathlib import Path

from kpstudio.core.schema import shipped_schemes
from kpstudio.core.splits import Split
from kpstudio.engine.events import Batch, Done, EpochEnd, Event, Notice, Started
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.run_curves import curve_of
from kpstudio.ui.panels.curve_data import RunData


def epoch(number: int) -> list[Event]:
    return [
        Batch(2 * number - 1, number - 0.5, 0.01 / number, 100.0, 3.0),
        Batch(2 * number, number, 0.009 / number, 100.0, 3.0),
        EpochEnd(number, 0.0095 / number, 0.02 / number, True, False, 0.1 / number),
    ]


def started(after: int = 0, mean_shape_mse: float = 0.004) -> Started:
    return Started(8, 2, mean_shape_mse, "cpu", 2, 4, resumed_after=after)


def stored(path: Path, said: list[Event]) -> RunFolder:
    run = RunFolder.create(path, {}, shipped_schemes()[0], Split(("a",), ("b",), "person"), {})
    for event in said:
        run.append_event(event.to_json())
    return run


def test_a_run_that_was_resumed_has_the_curves_of_one_that_was_not(tmp_path: Path) -> None:
    whole = stored(tmp_path / "run", [started(), *epoch(1), *epoch(2), *epoch(3), *epoch(4)])
    half = Batch(5, 2.5, 0.5, 90.0, 3.0)
    stop = Done(0.01, 2, 9.0, 90.0, stopped=True)
    resumed = stored(tmp_path / "again" / "run", [started(), *epoch(1), *epoch(2), half, stop])
    resumed.rewind(2, epoch(2)[-1].to_json())
    for event in [started(2), *epoch(3), *epoch(4)]:
        resumed.append_event(event.to_json())
    resumed.rewind(3, epoch(3)[-1].to_json())
    for event in [started(3), *epoch(4)]:
        resumed.append_event(event.to_json())
    curve = curve_of(resumed)
    assert curve == curve_of(whole)
    assert list(curve.train_x) == sorted(curve.train_x)
    assert list(curve.val_x) == [1, 2, 3, 4]
    assert resumed.summary() == whole.summary()
    assert resumed.summary().epochs_done == 4
    data = RunData.of(curve, "run")
    assert (len(data.training), len(data.validation), data.reached) == (8, 4, 4)


def test_labels_that_changed_move_the_mean_shape_s_line(tmp_path: Path) -> None:
    run = stored(tmp_path / "run", [started(), *epoch(1), started(1, 0.007), *epoch(2)])
    assert curve_of(run).mean_shape_mse == run.summary().mean_shape_mse == 0.007


def test_notices_are_told_once_though_the_run_was_resumed(tmp_path: Path) -> None:
    said: list[Event] = [Notice("2 faces are left out"), Notice("Computing."), started(), *epoch(1)]
    run = stored(tmp_path / "run", [*said, *said[:2], started(1), Notice("Bad step."), *epoch(2)])
    assert curve_of(run).notices == ("2 faces are left out", "Computing.", "Bad step.")
