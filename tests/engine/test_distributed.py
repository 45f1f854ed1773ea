from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from safetensors.torch import load_file

from kpstudio.cli.main import main
from kpstudio.core.errors import InputError
from kpstudio.engine import augment, distributed
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.distributed import ALONE, Team
from tests.small_faces import write_faces

# Ten faces in threes: the last batch has one, so that the second process has none of it.
SETTINGS = (
    *("--preset", "smallnet", "--epochs", "2", "--batch-size", "3", "--lr", "0.01"),
    *("--points", "all", "--rotation", "10", "--flip", "--noise", "0.05", "--device", "cpu"),
    "--json",
)


@given(st.integers(1, 40), st.integers(1, 9))
def test_the_shares_of_a_batch_are_the_batch(count: int, size: int) -> None:
    faces = list(range(count))
    shares = [faces[Team(rank, size).share(count)] for rank in range(size)]
    assert sorted(face for share in shares for face in share) == faces
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


@given(st.integers(0, 2**31), st.integers(1, 4))
def test_what_each_process_changes_by_chance_is_what_one_would(seed: int, size: int) -> None:
    moved = Augmentation(10, 0.1, 0.1, 0.1, 0.1, 0.2, True, 0.5, 0.5, 0.1, 0.5)
    config = TrainConfig("smallnet", (0, 1), 12, 16, "picture", 1e-3, 4, 1, augmentation=moved)
    pixels = torch.randint(0, 256, (5, 1, 14, 18), dtype=torch.uint8)
    targets, mirror = torch.rand(5, 2, 2), torch.tensor([1, 0])
    random = torch.Generator().manual_seed(seed)
    grey, points, _ = augment.augmented(pixels, targets, mirror, config, random)
    for rank in range(size):
        own = Team(rank, size).share(5)
        again = torch.Generator().manual_seed(seed)
        part, part_points, _ = augment.augmented(
            pixels[own], targets[own], mirror, config, again, 5, own
        )
        torch.testing.assert_close(part, grey[own])
        torch.testing.assert_close(part_points, points[own])
        assert torch.equal(again.get_state(), random.get_state())


def test_alone_nothing_is_asked_of_anybody() -> None:
    control = Control()
    assert distributed.here() == ALONE
    assert ALONE.leads
    assert ALONE.decided(lambda: 3) == 3
    assert ALONE.any(True)
    assert not ALONE.any(False)
    assert ALONE.control(control) is control
    ALONE.require_same("a", "faces")


def test_a_process_without_a_gpu_of_its_own_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distributed, "choose_device", lambda _: torch.device("cuda"))
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    monkeypatch.setenv("LOCAL_RANK", "1")
    with pytest.raises(InputError, match="more processes on this machine than its 1 GPUs"):
        Team(1, 2).device("auto")


def test_of_several_processes_other_commands_run_in_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    for rank, said in (("0", "start it without torchrun"), ("1", "")):
        monkeypatch.setenv("RANK", rank)
        assert main(["info", "nowhere"]) == 2
        error = capsys.readouterr().err
        assert said in error
        assert bool(error) == bool(said)


def test_two_processes_train_what_one_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faces = write_faces(tmp_path / "faces", persons=6)
    assert main(["train", str(faces), "--out", str(tmp_path / "one"), *SETTINGS]) == 0
    capsys.readouterr()
    started = subprocess.run(
        [
            *(sys.executable, "-m", "torch.distributed.run", "--standalone"),
            *("--nproc-per-node", "2", "-m", "kpstudio", "train", str(faces)),
            *("--out", str(tmp_path / "two"), *SETTINGS),
        ],
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode == 0, started.stderr
    said = [json.loads(line) for line in started.stdout.splitlines()]
    assert [event["event"] for event in said].count("epoch") == 2  # one process speaks
    one, two = (
        [
            json.loads(line)
            for line in (tmp_path / name / "events.jsonl").read_text().splitlines()
            if '"epoch"' in line
        ]
        for name in ("one", "two")
    )
    errors = [
        [(e["train_mse"], e["val_mse"]) for e in events if e["event"] == "epoch"]
        for events in (one, two)
    ]
    assert len(errors[0]) == 2
    torch.testing.assert_close(*map(torch.tensor, errors), rtol=1e-4, atol=0)
    for name in ("best", "last"):
        weights = [load_file(tmp_path / run / f"{name}.safetensors") for run in ("one", "two")]
        torch.testing.assert_close(weights[1], weights[0], rtol=1e-3, atol=1e-5)
