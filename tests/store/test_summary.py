from __future__ import annotations

from pathlib import Path

from kpstudio.core.schema import shipped_schemes
from kpstudio.core.splits import Split
from kpstudio.engine import events
from kpstudio.engine.presets import preset
from kpstudio.store.runs import RunFolder
from kpstudio.store.summary import RunSummary, summarise

SCHEME = shipped_schemes()[0]


def make(path: Path, settings: dict[str, object]) -> RunFolder:
    return RunFolder.create(path, settings, SCHEME, Split(("a",), ("b",), "person"), {})


def test_a_run_as_the_engine_writes_it(tmp_path: Path) -> None:
    run = make(tmp_path / "0003-bignet", preset("bignet", SCHEME).to_json())
    said = [
        events.Preparing(5, 10),
        events.Started(8, 2, 0.004, "cpu", 2, 12),
        events.Batch(1, 0.5, 0.01, 100.0, 3.0),
        events.EpochEnd(1, 0.01, 0.003, True, False),
        events.EpochEnd(2, 0.01, 0.002, True, False, val_nme=0.051),
        events.EpochEnd(3, 0.01, 0.005, False, False),
    ]
    for event in said:
        run.append_event(event.to_json())
    while_running = run.summary()
    assert while_running == RunSummary(
        name="0003-bignet",
        label="0003-bignet",
        network="bignet",
        points=58,
        lr=1e-3,
        batch_size=4,
        epochs_done=3,
        epochs_total=12,
        best_val_mse=0.002,
        mean_shape_mse=0.004,
        seconds=None,
        state="running",
        preset="bignet",
        best_val_nme=0.051,
    )
    run.append_event(events.Done(0.0015, 3, 12.5, 99.0, best_val_nme=0.049).to_json())
    run.set_state("done")
    after = RunFolder.open(run.path).summary()
    assert (after.best_val_mse, after.seconds, after.state) == (0.0015, 12.5, "done")
    assert after.best_val_nme == 0.049


def test_a_run_without_validation_has_no_best_error(tmp_path: Path) -> None:
    run = make(tmp_path / "run", {})
    run.append_event(events.EpochEnd(1, 0.01, None, True, False).to_json())
    run.append_event(events.Done(None, 1, 1.0, 9.0).to_json())
    assert run.summary().best_val_mse is None
    assert run.summary().epochs_done == 1


def test_what_a_run_does_not_say_is_left_empty() -> None:
    odd = {"points": 3, "lr": "fast", "batch_size": True, "epochs": None}
    row = summarise("n", "l", odd, [{}, {"event": "epoch", "epoch": "x"}, {"event": 3}], "failed")
    assert row == RunSummary("n", "l", "", 0, None, None, 0, None, None, None, None, "failed")
