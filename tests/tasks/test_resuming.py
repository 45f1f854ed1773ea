"""A run that was killed goes on as if nothing had happened."""

from __future__ import annotations

import json
import math
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors import safe_open

from kpstudio.cli.main import main
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.engine import checkpoint, keeper, state
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.events import EpochEnd, Event, Notice, Started
from kpstudio.engine.presets import preset
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.opening import open_corrected
from kpstudio.tasks.training import choose_split, resume_run, train_run
from tests.small_faces import write_face, write_faces

EPOCHS = 5


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def faces(tmp_path: Path) -> Path:
    return write_faces(tmp_path / "faces", persons=5, views=2)


def settings(labels: LabelSet) -> TrainConfig:
    """Everything that has a state: moments, average, schedule, augmentation, order."""
    return replace(
        preset("smallnet", labels.scheme, tuple(range(58))),
        batch_size=4, epochs=EPOCHS, device="cpu", precision="fp32", lr=1e-3, ema=0.9,
        optimiser="adamw", weight_decay=0.01, schedule="one_cycle", judge="nme",
        augmentation=Augmentation(10.0, 0.1, 0.1, 0.1, scale=0.1, flip=True), turned_weight=1.0,
    )  # fmt: skip


def start(faces: Path, run: Path, **more: Any) -> Iterator[Event]:
    labels = open_corrected(faces).labels
    config = replace(settings(labels), **more)
    return train_run(labels, config, choose_split(labels, 0.2), run)


def curve(run: Path) -> list[dict[str, Any]]:
    return [e for e in RunFolder.open(run).events() if e["event"] == "epoch"]


def weights(run: Path) -> list[tuple[dict[str, str], dict[str, bytes]]]:
    """What best and last hold; safetensors writes its metadata in any order."""
    found = []
    for name in ("best", "last"):
        with safe_open(run / f"{name}.safetensors", framework="pt") as file:
            tensors = {key: file.get_tensor(key).numpy().tobytes() for key in file.keys()}  # noqa: SIM118
            found.append((file.metadata(), tensors))
    return found


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undisturbed")
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    list(start(write_faces(folder / "faces", persons=5, views=2), folder / "run"))
    torch.set_num_threads(before)
    return folder / "run"


def assert_same(run: Path, undisturbed: Path) -> None:
    assert curve(run) == curve(undisturbed)
    assert weights(run) == weights(undisturbed)
    assert RunFolder.open(run).effective_state == "done"


class Death(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize(
    ("share", "writes"), [*((0.0, k) for k in range(9)), *((math.inf, k) for k in range(4, 8))]
)
def test_dying_before_any_write_loses_nothing(
    faces: Path, tmp_path: Path, undisturbed: Path, monkeypatch: pytest.MonkeyPatch,
    share: float, writes: int,
) -> None:  # fmt: skip
    """State, last and best weights are three files: between any two the process may die.

    They are written after every epoch, or after the first and the last only.
    """
    run, left = tmp_path / "run", [writes]

    def dying(real: Any) -> Any:
        def write(*arguments: Any, **more: Any) -> None:
            if not left[0]:
                raise Death
            left[0] -= 1
            real(*arguments, **more)

        return write

    with monkeypatch.context() as patched:
        patched.setattr(keeper, "SHARE", share)
        patched.setattr(state, "write_bytes", dying(state.write_bytes))
        patched.setattr(checkpoint, "write_bytes", dying(checkpoint.write_bytes))
        patched.setattr(keeper, "let_arrive", dying(keeper.let_arrive))
        patched.setattr(RunFolder, "set_state", lambda *_: None)  # no last words
        with pytest.raises(Death):
            list(start(faces, run))
    shutil.copytree(run, tmp_path / "died", ignore=shutil.ignore_patterns("lock"))
    (tmp_path / "died" / "lock").touch()
    assert RunFolder.open(tmp_path / "died").effective_state == "interrupted"
    list(resume_run(tmp_path / "died"))
    assert_same(tmp_path / "died", undisturbed)


def test_a_killed_process_is_resumed_to_the_same_curve(
    faces: Path, tmp_path: Path, undisturbed: Path
) -> None:
    run = tmp_path / "run"
    script = (
        "import sys; from pathlib import Path; from tests.tasks.test_resuming import start\n"
        "for event in start(Path(sys.argv[1]), Path(sys.argv[2])): print(event.name, flush=True)"
    )
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(faces), str(run)], stdout=subprocess.PIPE, text=True,
        env=environment,
    )  # fmt: skip
    assert process.stdout is not None
    with process.stdout as said:
        ends = 0
        for line in said:
            ends += line.strip() == "epoch"
            if ends == 2:
                break
        wait = random.uniform(0, 0.1)
        time.sleep(wait)
        process.kill()
        process.wait()
    opened = RunFolder.open(run)
    assert opened.effective_state == "interrupted" or len(curve(run)) == EPOCHS
    if opened.effective_state == "interrupted":
        list(resume_run(run))
    assert_same(run, undisturbed)


def test_a_stopped_run_goes_on_with_its_numbers(
    faces: Path, tmp_path: Path, undisturbed: Path
) -> None:
    """Also after a second stop, and with the half epoch's events in between."""
    run = tmp_path / "run"
    for stops in range(2):
        control = Control()
        events = resume_run(run, control) if stops else start_with(faces, run, control)
        for event in events:
            if isinstance(event, EpochEnd):
                control.stop()
        opened = RunFolder.open(run)
        assert (opened.effective_state, len(curve(run))) == ("stopped", stops + 1)
    events = list(resume_run(run))
    (begun,) = [event for event in events if isinstance(event, Started)]
    assert begun.resumed_after == 2
    assert_same(run, undisturbed)


def start_with(faces: Path, run: Path, control: Control) -> Iterator[Event]:
    labels = open_corrected(faces).labels
    return train_run(labels, settings(labels), choose_split(labels, 0.2), run, control)


def stopped(faces: Path, run: Path) -> Path:
    control = Control()
    for event in start_with(faces, run, control):
        if isinstance(event, EpochEnd) and event.epoch == 2:
            control.stop()
    return run


def test_half_written_events_are_dropped(faces: Path, tmp_path: Path, undisturbed: Path) -> None:
    run = stopped(faces, tmp_path / "run")
    lines = (run / "events.jsonl").read_bytes()
    (run / "events.jsonl").write_bytes(lines + b'{"event":"batch","step":9}\n{"event":"epo')
    list(resume_run(run))
    assert_same(run, undisturbed)
    assert not any(e.get("step") == 9 and len(e) == 2 for e in RunFolder.open(run).events())


def test_the_command_line_resumes_by_the_run_alone(
    faces: Path, tmp_path: Path, undisturbed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = stopped(faces, tmp_path / "run")
    assert main(["train", "--resume", str(run), "--json"]) == 0
    said = [json.loads(line)["event"] for line in capsys.readouterr().out.splitlines()]
    assert said.count("epoch") == EPOCHS - 2
    assert_same(run, undisturbed)
    assert main(["train", "--resume", str(run)]) == 2
    assert "finished training" in capsys.readouterr().err
    assert main(["train", "--resume", str(run), "--epochs", "9"]) == 2
    assert "--epochs does not go with --resume" in capsys.readouterr().err


def test_faces_that_moved_can_be_named(faces: Path, tmp_path: Path, undisturbed: Path) -> None:
    run = stopped(faces, tmp_path / "run")
    moved = faces.rename(tmp_path / "moved")
    with pytest.raises(InputError, match=r"faces, where the faces of run were, is no longer"):
        list(resume_run(run))
    assert main(["train", str(moved), "--resume", str(run), "--json"]) == 0
    assert_same(run, undisturbed)


def test_faces_that_are_gone_are_told_in_one_sentence(faces: Path, tmp_path: Path) -> None:
    run = stopped(faces, tmp_path / "run")
    before = {path.name: path.read_bytes() for path in run.iterdir() if path.name != "lock"}
    (faces / "02-1m.asf").unlink()
    with pytest.raises(InputError, match=r"1 of the 10 faces of run are no longer labelled.*02-1m"):
        list(resume_run(run))
    write_face(faces, "02-1m.png", 201)
    labels = open_corrected(faces).labels
    (faces / "03-1m.png").write_bytes(b"no picture")
    with pytest.raises(InputError, match=r"can be read now: put the pictures back"):
        list(resume_run(run, labels=labels))
    after = {path.name: path.read_bytes() for path in run.iterdir() if path.name != "lock"}
    assert {k: v for k, v in after.items() if k not in ("state.json", "events.jsonl")} == {
        k: v for k, v in before.items() if k not in ("state.json", "events.jsonl")
    }


def test_labels_that_were_corrected_meanwhile_are_said(faces: Path, tmp_path: Path) -> None:
    run = stopped(faces, tmp_path / "run")
    write_face(faces, "02-1m.png", 77)
    notices = [event.message for event in resume_run(run) if isinstance(event, Notice)]
    assert any("labels have changed" in message for message in notices)


def test_a_run_that_is_being_trained_is_not_resumed(faces: Path, tmp_path: Path) -> None:
    events = start(faces, tmp_path / "run")
    next(events)
    with pytest.raises(InputError, match="already being trained"):
        list(resume_run(tmp_path / "run"))
    events.close()  # type: ignore[attr-defined]


def test_other_settings_and_a_broken_state_are_refused(faces: Path, tmp_path: Path) -> None:
    run = stopped(faces, tmp_path / "run")
    config = json.loads((run / "config.json").read_text())
    (run / "config.json").write_text(json.dumps({**config, "lr": 0.5}))
    with pytest.raises(InputError, match="a run keeps its settings"):
        list(resume_run(run))
    (run / "config.json").write_text(json.dumps(config))
    (run / "state.safetensors").write_bytes(b"short")
    with pytest.raises(InputError, match=r"cannot be resumed from it .*--start"):
        list(resume_run(run))
