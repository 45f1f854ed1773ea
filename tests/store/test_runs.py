from __future__ import annotations

import gc
import json
import math
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.schema import shipped_schemes
from kpstudio.core.splits import Split
from kpstudio.store import lock
from kpstudio.store.runs import STATE_FILE, RunFolder, list_runs

SCHEME = shipped_schemes()[0]
SPLIT = Split(("a.jpg#0", "caf\udce9.jpg#0"), ("b.jpg#0",), "person")
CONFIG = {"network": "bignet", "points": [0, 1, 52], "lr": 1e-3, "batch_size": 4, "epochs": 12}

TRAIN = """
import sys
from pathlib import Path
from kpstudio.core.schema import shipped_schemes
from kpstudio.core.splits import Split
from kpstudio.store.runs import RunFolder
run = RunFolder.create(Path(sys.argv[1]), {}, shipped_schemes()[0], Split(("a",), (), "list"), {})
run.append_event({"event": "started"})
print("training", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return make(tmp_path / "runs" / "0001-bignet")


def make(path: Path) -> RunFolder:
    return RunFolder.create(path, CONFIG, SCHEME, SPLIT, {"python": "3.11"})


def test_a_run_comes_back_as_it_was_created(run: RunFolder) -> None:
    back = RunFolder.open(run.path)
    assert (back.config, back.scheme, back.split) == (CONFIG, SCHEME, SPLIT)
    assert back.versions == {"python": "3.11"}
    assert (back.name, back.label) == ("0001-bignet", "0001-bignet")
    assert (back.state, back.message) == ("running", "")
    assert back.events() == []


def test_a_folder_that_holds_something_is_refused(tmp_path: Path, run: RunFolder) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for path in (tmp_path, run.path):
        with pytest.raises(InputError, match="is not empty"):
            make(path)
    with pytest.raises(InputError, match="cannot contain a run"):
        make(tmp_path / "notes.txt" / "run")


def test_what_is_no_run_is_refused(tmp_path: Path, run: RunFolder) -> None:
    with pytest.raises(InputError, match="is not a run"):
        RunFolder.open(tmp_path)
    (run.path / "config.json").write_text("{half")
    with pytest.raises(InputError, match=r"config\.json cannot be read"):
        RunFolder.open(run.path)
    (run.path / "config.json").write_text("[]")
    with pytest.raises(InputError, match=r"config\.json is damaged"):
        RunFolder.open(run.path)


def test_events_come_back_in_order_and_nan_becomes_null(run: RunFolder) -> None:
    events: list[dict[str, Any]] = [
        {"event": "batch", "train_mse": 0.1 + 0.2},
        {"event": "batch", "train_mse": math.nan, "more": [math.inf, (1, 2)]},
    ]
    for event in events:
        run.append_event(event)
    assert RunFolder.open(run.path).events() == [
        events[0],
        {"event": "batch", "train_mse": None, "more": [None, [1, 2]]},
    ]


@settings(deadline=None, max_examples=30)
@given(cut=st.integers(1, 60))
def test_a_torn_last_line_loses_itself_alone(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    run = make(tmp_path_factory.mktemp("run"))
    events = [{"event": "epoch", "epoch": k, "text": "é"} for k in range(3)]
    for event in events[:2]:
        run.append_event(event)
    path = run.path / "events.jsonl"
    whole = path.read_bytes()
    first = len(whole.splitlines(keepends=True)[0])
    path.write_bytes(whole[: max(first, len(whole) - cut)])
    kept = run.events()
    assert kept in ([events[0]], events[:2])
    run.append_event(events[2])
    assert run.events() == [*kept, events[2]]


def test_states_are_written_and_others_refused(run: RunFolder) -> None:
    run.set_state("failed", "no memory left: use a smaller batch")
    back = RunFolder.open(run.path)
    assert (back.state, back.effective_state) == ("failed", "failed")
    assert back.message == "no memory left: use a smaller batch"
    with pytest.raises(ValueError, match="none of"):
        run.set_state("interrupted")


def test_a_run_is_running_while_its_process_lives_and_interrupted_after(tmp_path: Path) -> None:
    path = tmp_path / "run"
    command = [sys.executable, "-c", TRAIN, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "training\n"
        run = RunFolder.open(path)
        assert run.effective_state == "running"
        with pytest.raises(InputError, match="is being trained"):
            run.delete()
        process.kill()
    assert (run.state, run.effective_state) == ("running", "interrupted")
    assert run.events() == [{"event": "started"}]
    assert run.summary().state == "interrupted"


def test_the_trainers_own_process_sees_it_running_too(run: RunFolder) -> None:
    other = RunFolder.open(run.path)
    assert (run.effective_state, other.effective_state) == ("running", "running")
    run.set_state("done")
    assert (run.effective_state, other.effective_state) == ("done", "done")


def test_a_run_whose_object_was_forgotten_is_interrupted(tmp_path: Path) -> None:
    make(tmp_path / "run")
    gc.collect()
    assert RunFolder.open(tmp_path / "run").effective_state == "interrupted"


def test_a_run_can_be_renamed_while_it_is_trained(run: RunFolder) -> None:
    RunFolder.open(run.path).rename("  first try ")
    run.set_state("done")
    assert RunFolder.open(run.path).label == "first try"
    run.rename("")
    assert run.label == run.name == "0001-bignet"


def test_a_deleted_run_is_gone(run: RunFolder) -> None:
    run.set_state("done")
    run.delete()
    assert list(run.path.parent.iterdir()) == []
    with pytest.raises(InputError, match="cannot be deleted"):
        run.delete()
    with pytest.raises(InputError, match="was deleted"):
        run.rename("again")
    assert not run.path.exists()


def test_runs_are_listed_oldest_first_and_other_things_left_out(tmp_path: Path) -> None:
    assert list_runs(tmp_path / "runs") == []
    for name in ("0002-smallnet", "0010-bignet", "0001-bignet"):
        make(tmp_path / "runs" / name).set_state("done")
    (tmp_path / "runs" / "notes").mkdir()
    (tmp_path / "runs" / "file.txt").write_text("")
    shutil.copytree(tmp_path / "runs" / "0001-bignet", tmp_path / "runs" / ".deleting-0001-bignet")
    names = [run.name for run in list_runs(tmp_path / "runs")]
    assert names == ["0001-bignet", "0002-smallnet", "0010-bignet"]


def test_the_files_are_plain_json(run: RunFolder) -> None:
    run.append_event({"event": "done"})
    for path in run.path.glob("*.json"):
        json.loads(path.read_text(encoding="ascii"))
    assert (run.path / "events.jsonl").read_text() == '{"event":"done"}\n'


def test_what_an_older_kpstudio_left_cannot_go_on(run: RunFolder) -> None:
    """It wrote no state: going on would begin anew, over its events and weights."""
    run.set_state("stopped")
    assert run.resumable  # stopped in its first epoch: nothing is lost by beginning anew
    run.append_event({"event": "epoch", "epoch": 1})
    assert not run.resumable
    assert not run.summary().resumable
    with pytest.raises(InputError, match=r"cannot be resumed: it has no state.*--start"):
        run.require_resumable()
    (run.path / STATE_FILE).write_bytes(b"")
    run.require_resumable()
    assert run.summary().resumable


def test_what_would_fail_again_cannot_go_on(run: RunFolder) -> None:
    (run.path / STATE_FILE).write_bytes(b"")
    run.set_state("failed", "no number", hopeless=True)
    assert not run.summary().resumable
    with pytest.raises(InputError, match=r"it would fail again: train a new run from"):
        run.require_resumable()


def test_an_event_of_a_deleted_run_says_so(run: RunFolder) -> None:
    shutil.rmtree(run.path)
    with pytest.raises(InputError, match="no longer there: the run was deleted"):
        run.append_event({"event": "batch"})
    assert not run.path.exists()


def test_the_state_is_forgotten_with_that_of_the_finder(run: RunFolder) -> None:
    (run.path / "finder").mkdir()
    for folder in (run.path, run.path / "finder"):
        (folder / STATE_FILE).write_bytes(b"")
        (folder / "best.safetensors").write_bytes(b"")
    assert run.has_own_finder
    run.forget_state()
    run.forget_state()
    left = {path.relative_to(run.path).as_posix() for path in run.path.rglob("*.safetensors")}
    assert left == {"best.safetensors", "finder/best.safetensors"}


def test_a_run_in_training_and_one_at_its_end_cannot_be_taken_up(run: RunFolder) -> None:
    other = RunFolder.open(run.path)
    with pytest.raises(InputError, match="is already being trained"):
        other.require_resumable()
    with pytest.raises(InputError, match="is already being trained"):
        other.take_up()
    run.set_state("done")
    with pytest.raises(InputError, match=r"has finished training: start another.*--start"):
        other.require_resumable()


def test_a_stopped_run_is_taken_up_and_rewound_to_the_epochs_that_count(run: RunFolder) -> None:
    for epoch in (1, 2, 3):
        run.append_event({"event": "batch", "loss": 1.0 / epoch})
        run.append_event({"event": "epoch", "epoch": epoch})
    run.set_state("stopped", "by hand")
    again = RunFolder.open(run.path)
    again.take_up()
    assert (again.state, again.effective_state, again.message) == ("running", "running", "")
    with (run.path / "events.jsonl").open("ab") as file:
        file.write(b'{"event": "ba')
    again.rewind(2, {"event": "epoch", "epoch": 2, "told": "anew"})
    assert [event.get("epoch") for event in again.events()] == [None, 1, None, 2]
    assert again.events()[-1]["told"] == "anew"
    again.rewind(0, {})
    assert again.events() == []
    again.set_state("running")
    assert again.effective_state == "running"
    again.set_state("stopped")


def test_a_torn_line_among_the_events_is_dropped_by_rewinding(run: RunFolder) -> None:
    run.append_event({"event": "batch"})
    with (run.path / "events.jsonl").open("ab") as file:
        file.write(b'{"event": "ba\n')
    run.append_event({"event": "epoch", "epoch": 1})
    run.rewind(1, {"event": "epoch", "epoch": 1})
    assert run.events() == [{"event": "batch"}, {"event": "epoch", "epoch": 1}]


def test_when_a_run_began_is_told_or_none(run: RunFolder) -> None:
    assert run.started is not None and run.started.tzinfo is not None
    (run.path / "state.json").write_text('{"state": "done", "started": "yesterday"}')
    assert run.started is None
    (run.path / "state.json").write_text("[]")
    assert (run.state, run.message) == ("failed", "")


def test_events_that_cannot_be_read_or_written_are_told_and_leave_the_summary_empty(
    run: RunFolder,
) -> None:
    (run.path / "events.jsonl").mkdir()
    with pytest.raises(InputError, match="cannot be written: Is a directory; free some disk space"):
        run.append_event({"event": "batch"})
    with pytest.raises(InputError, match=r"events\.jsonl cannot be read: Is a directory"):
        run.events()
    assert run.summary().epochs_done == 0


def test_on_a_disk_without_locks_a_run_is_trained_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr(lock, "acquire", fail)
    run = make(tmp_path / "run")
    run.append_event({"event": "started"})
    run.set_state("stopped")
    run.take_up()
    assert run.state == "running"
    run.set_state("done")
    assert run.effective_state == "done"
