"""`kpstudio train --sweep` and `kpstudio find-lr` from the outside."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from kpstudio.cli import console
from kpstudio.engine import trainer
from kpstudio.engine.failures import TrainingError
from kpstudio.store.runs import RunFolder
from tests.cli.conftest import Run

Refused = Callable[..., str]


def sweep(faces: Path, out: Path, *grid: str, epochs: int = 1) -> tuple[object, ...]:
    start = ("train", faces, "--preset", "smallnet", "--epochs", epochs, "--device", "cpu")
    return (*start, "--out", out, "--sweep", *grid)


def runs_of(printed: str) -> list[str]:
    """Return the first word of each row of the table."""
    rows = printed.splitlines()
    assert rows[0].split() == ["run", "NME", "MSE", "epochs", "time", "state"]
    return [row.split()[0] for row in rows[1:-1]]


def test_every_combination_lands_in_a_run_folder_and_in_the_table(
    kpstudio: Run, faces: Path, tmp_path: Path
) -> None:
    out = tmp_path / "runs"
    code, printed, err = kpstudio(*sweep(faces, out, "lr=1e-3,1e-4", "batch-size=2,8"))
    assert code == 0
    names = {f"lr={lr},batch-size={size}" for lr in ("1e-3", "1e-4") for size in (2, 8)}
    assert {path.name for path in out.iterdir()} == names
    assert set(runs_of(printed)) == names
    assert printed.endswith(f"the runs are in {out}\n")
    assert "run 3 of 4: lr=1e-4,batch-size=2" in err
    runs = [RunFolder.open(out / name) for name in runs_of(printed)]
    assert {run.split for run in runs} == {runs[0].split}
    assert {run.data["path"] for run in runs} == {str(faces.resolve())}
    errors = [run.summary().best_val_mse for run in runs]
    assert all(run.config["lr"] == float(run.name[3:].split(",")[0]) for run in runs)
    nmes = [float(row.split()[1]) for row in printed.splitlines()[1:-1]]
    assert nmes == sorted(nmes)
    assert None not in errors


def test_json_prints_every_event_with_its_run_and_the_ranking_last(
    kpstudio: Run, faces: Path, tmp_path: Path
) -> None:
    code, printed, err = kpstudio(*sweep(faces, tmp_path / "runs", "seed=1,2"), "--json")
    assert (code, err) == (0, "")
    events = [json.loads(line) for line in printed.splitlines()]
    assert [e["number"] for e in events if e["event"] == "run_began"] == [1, 2]
    assert {e["run"] for e in events[:-1]} == {"seed=1", "seed=2"}
    assert events[-1]["event"] == "sweep_done"
    assert {run["run"] for run in events[-1]["runs"]} == {"seed=1", "seed=2"}
    assert {run["state"] for run in events[-1]["runs"]} == {"done"}


def test_one_that_diverges_does_not_end_the_others(
    kpstudio: Run, faces: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    train = trainer.train

    def diverging(config, *more):
        if config.lr == 1.0:
            raise TrainingError("the training error is no longer a number")
        yield from train(config, *more)

    monkeypatch.setattr(trainer, "train", diverging)
    code, printed, err = kpstudio(*sweep(faces, tmp_path / "runs", "lr=1,1e-4"))
    assert code == 0
    assert runs_of(printed) == ["lr=1e-4", "lr=1"]
    assert "lr=1 failed: the training error is no longer a number" in err
    assert RunFolder.open(tmp_path / "runs" / "lr=1").state == "failed"
    code, printed, _ = kpstudio(*sweep(faces, tmp_path / "all", "lr=1"))
    assert code == 2


def test_ctrl_c_ends_the_run_and_those_that_would_follow(
    kpstudio: Run, faces: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say_json = console.say_json

    def interrupt(event: dict[str, object]) -> None:
        say_json(event)
        if event["event"] == "epoch":
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(console, "say_json", interrupt)
    out = tmp_path / "runs"
    code, printed, _ = kpstudio(*sweep(faces, out, "seed=1,2,3", epochs=500), "--json")
    assert code == 130
    assert [path.name for path in out.iterdir()] == ["seed=1"]
    assert RunFolder.open(out / "seed=1").state == "stopped"
    last = json.loads(printed.splitlines()[-1])
    assert [run["state"] for run in last["runs"]] == ["stopped"]


def test_what_is_wrong_is_told_before_anything_runs(
    refused: Refused, faces: Path, tmp_path: Path
) -> None:
    out = tmp_path / "runs"
    assert "'colour' cannot be varied" in refused(*sweep(faces, out, "colour=red"))
    assert "lr: 'much' is not a number" in refused(*sweep(faces, out, "lr=much"))
    assert "lr=0.1,batch-size=0: batch size 0" in refused(
        *sweep(faces, out, "lr=0.1", "batch-size=4,0")
    )
    assert not out.exists()


def test_find_lr_prints_a_table_and_a_sentence(kpstudio: Run, faces: Path) -> None:
    before = sorted(faces.rglob("*"))
    command = ("find-lr", faces, "--preset", "smallnet", "--points", "all", "--device", "cpu")
    code, printed, _ = kpstudio(*command)
    assert code == 0
    lines = printed.splitlines()
    assert lines[0].startswith("error as a share of the mean shape's")
    assert "learning rate" in lines[-1] or "No rate" in lines[-1]
    assert 5 < len(lines) < 30
    assert sorted(faces.rglob("*")) == before

    code, printed, err = kpstudio(*command, "--json")
    assert (code, err) == (0, "")
    events = [json.loads(line) for line in printed.splitlines()]
    assert events[-1]["event"] == "suggestion"
    rates = [e["lr"] for e in events if e["event"] == "rate"]
    assert rates == sorted(rates)
    assert rates[0] == pytest.approx(1e-6)
