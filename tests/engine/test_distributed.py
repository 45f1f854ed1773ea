from __future__ import annotations

import json
import math
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from safetensors.torch import load_file

from kpstudio.cli.main import main
from kpstudio.core.errors import InputError
from kpstudio.engine import augment, distributed, finder
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.distributed import ALONE, Team
from kpstudio.engine.learner import Learner
from kpstudio.engine.presets import PRESETS
from kpstudio.store.runs import RunFolder
from tests.engine.processes import Fate, run_together
from tests.small_faces import write_faces

# Ten faces in threes: the last batch has one, so that the second process has none of it.
SETTINGS = (
    *("--preset", "smallnet", "--epochs", "2", "--batch-size", "3", "--lr", "0.01"),
    *("--points", "all", "--rotation", "10", "--flip", "--noise", "0.05", "--device", "cpu"),
    "--json",
)

# With a face finder, which `shorten_finder` makes a small one without batch normalisation.
WHOLE = (*SETTINGS, "--epochs", "4", "--crop", "face", "--find-face")
LOST = "another process of this training has ended or no longer answers"


def shorten_finder() -> None:
    finder.finder_config = partial(_short, finder.finder_config)  # type: ignore[assignment]


def _short(real: Callable[..., TrainConfig], *given: Any) -> TrainConfig:
    like = {k: PRESETS["smallnet"][k] for k in ("network", "input_height", "input_width")}
    short = {**like, "backbone": "", "head": "", "drawn_start": False, "batch_size": 4, "epochs": 3}
    return replace(real(*given), **short)


def spoil_loss() -> None:
    Learner._errors = lambda _, xy, __: (xy.sum(), math.nan, math.nan)  # type: ignore[method-assign]


def curve(run: Path) -> list[tuple[float, float]]:
    said = map(json.loads, (run / "events.jsonl").read_text().splitlines())
    return [(e["train_mse"], e["val_mse"]) for e in said if e["event"] == "epoch"]


def assert_same(run: Path, other: Path, parts: Sequence[str] = ("best", "last")) -> None:
    """Check that two trainings came to the same, but for rounding."""
    assert len(curve(run)) == len(curve(other))
    torch.testing.assert_close(*map(torch.tensor, (curve(run), curve(other))), rtol=1e-4, atol=0)
    for name in parts:
        weights = [load_file(path / f"{name}.safetensors") for path in (run, other)]
        torch.testing.assert_close(*weights, rtol=1e-3, atol=1e-5)


def state(run: Path) -> tuple[str, str]:
    opened = RunFolder.open(run)
    return opened.effective_state, opened.message


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_faces(tmp_path_factory.mktemp("data") / "faces", persons=6)


@pytest.fixture(scope="module")
def undisturbed(faces: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of one process."""
    run = tmp_path_factory.mktemp("undisturbed") / "run"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(finder, "finder_config", partial(_short, finder.finder_config))
        assert main(["train", str(faces), "--out", str(run), *WHOLE]) == 0
    return run


@given(st.integers(1, 40), st.integers(1, 9))
def test_the_shares_of_a_batch_are_the_batch(count: int, size: int) -> None:
    faces = list(range(count))
    shares = [faces[Team(rank, size).share(count)] for rank in range(size)]
    assert sorted(face for share in shares for face in share) == faces
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


@settings(max_examples=10)
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
    for name, value in (("WORLD_SIZE", "2"), ("MASTER_ADDR", "here"), ("MASTER_PORT", "29500")):
        monkeypatch.setenv(name, value)
    for rank, said in (("0", "start it without torchrun"), ("1", "")):
        monkeypatch.setenv("RANK", rank)
        assert main(["info", "nowhere"]) == 2
        error = capsys.readouterr().err
        assert said in error
        assert bool(error) == bool(said)


def test_two_processes_train_what_one_does(
    faces: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", str(faces), "--out", str(tmp_path / "one"), *SETTINGS]) == 0
    capsys.readouterr()
    arguments = ["train", str(faces), "--out", str(tmp_path / "two"), *SETTINGS]
    leader, other = run_together(arguments, tmp_path)
    assert (leader.code, other.code) == (0, 0), leader
    said = [json.loads(line) for line in leader.out.splitlines()]
    assert [event["event"] for event in said].count("epoch") == 2
    assert "2 processes train together." in [event.get("message") for event in said]
    assert (leader.error, other.out, other.error) == ("", "", "")
    assert_same(tmp_path / "two", tmp_path / "one")


def test_what_torchrun_sets_is_understood() -> None:
    """Torch is not loaded for that, but by torchrun; whoever ends first, it is said once."""
    started = subprocess.run(
        [
            *(sys.executable, "-m", "torch.distributed.run", "--standalone"),
            *("--nproc-per-node", "2", "-m", "kpstudio", "train", "faces", "--out", "run"),
            *("--sweep", "lr=1e-3,1e-4"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    said = "kpstudio: a sweep trains in one process: start it without torchrun"
    assert started.stderr.splitlines().count(said) == 1
    assert started.returncode == 1  # torchrun's own


# A whole epoch has 4 steps. SIGTERM comes twice, as Slurm and torchrun send it.
@pytest.mark.parametrize(
    ("fate", "epochs"),
    [
        (Fate(1, 6, (signal.SIGTERM, signal.SIGTERM)), 1),
        (Fate(0, 4, (signal.SIGINT, signal.SIGTERM), finder=True), 4),
    ],
    ids=["in an epoch", "in the finder's training"],
)
def test_they_stop_together_and_go_on_to_the_same(
    faces: Path, tmp_path: Path, undisturbed: Path, fate: Fate, epochs: int
) -> None:
    run = tmp_path / "run"
    arguments = ["train", str(faces), "--out", str(run), *WHOLE]
    ended = run_together(arguments, tmp_path / "said", fate, setting_out=shorten_finder)
    codes = [0, 0]
    codes[fate.rank] = 128 + fate.signals[-1]
    assert [process.code for process in ended] == codes, ended
    assert [process.error for process in ended] == ["", ""]
    assert state(run) == ("stopped", "")
    assert len(curve(run)) == epochs
    assert not (run / "finder" / "box.json").exists()
    said = tmp_path / "said again"
    ended = run_together(
        ["train", "--resume", str(run), "--json"], said, None, None, shorten_finder
    )
    assert [process.code for process in ended] == [0, 0], ended
    assert ended[1].out == ""
    assert state(run) == ("done", "")
    assert_same(run, undisturbed, ("best", "last", "finder/best"))
    boxes = [(path / "finder" / "box.json").read_text() for path in (run, undisturbed)]
    assert boxes[0] == boxes[1]
    assert list(run.glob("*.md"))


@pytest.mark.parametrize("rank", [0, 1])
def test_a_killed_process_ends_the_other_and_the_run_goes_on(
    faces: Path, tmp_path: Path, undisturbed: Path, monkeypatch: pytest.MonkeyPatch, rank: int
) -> None:
    run = tmp_path / "run"
    arguments = ["train", str(faces), "--out", str(run), *WHOLE]
    ended = run_together(
        arguments, tmp_path, Fate(rank, 6, (signal.SIGKILL,)), None, shorten_finder
    )
    killed, other = ended[rank], ended[1 - rank]
    assert killed.code == -signal.SIGKILL
    assert other.code == 2, other
    (sentence,) = other.error.splitlines()
    if rank == 1:
        assert sentence.startswith(f"kpstudio: {LOST}: what was saved is kept")
        assert state(run) == ("failed", sentence.removeprefix("kpstudio: "))
    else:
        assert "the leading process of this training has ended or no longer" in sentence
        assert state(run) == ("interrupted", "")
    monkeypatch.setattr(finder, "finder_config", partial(_short, finder.finder_config))
    assert main(["train", "--resume", str(run), "--json"]) == 0
    assert_same(run, undisturbed, ("best", "last", "finder/best"))


@pytest.mark.parametrize("differs", ["picture", "size", "missing"])
def test_all_must_have_the_same_faces(faces: Path, tmp_path: Path, differs: str) -> None:
    other = tmp_path / "other"
    shutil.copytree(faces, other)
    if differs == "picture":
        shutil.copy(faces / "03-2m.png", other / "02-1m.png")
        said = "02-1m.png differs between the processes that train together"
    else:
        Image.new("RGB", (10, 10)).save(other / "02-1m.png")
        said = "the processes that train together do not have the same faces or device"
    if differs == "missing":
        (other / "02-1m.png").unlink()
    run = tmp_path / "run"
    arguments = ["train", str(faces), "--out", str(run), *SETTINGS, "--val-fraction", "0"]
    ended = run_together(arguments, tmp_path, roots=[faces, other])
    assert [process.code for process in ended] == [2, 2]
    (sentence,) = ended[0].error.splitlines()
    assert said in sentence
    assert ended[1].error == ""
    assert state(run)[0] == "failed"


def test_what_one_alone_meets_is_told_by_the_leader(faces: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    arguments = ["train", str(faces), "--out", str(tmp_path / "run"), *SETTINGS]
    leader, other = run_together(arguments, tmp_path, roots=[faces, empty])
    assert (leader.code, other.code) == (2, 2)
    assert f"{LOST} (process 1 said: {empty}: none of the " in leader.error
    assert len(leader.error.splitlines()) == 1
    assert other.error == ""


@pytest.mark.parametrize(
    ("given", "said", "setting_out"),
    [
        ((), "the training error is no longer a number", spoil_loss),
        (("--bogus",), "unrecognized arguments: --bogus", None),
    ],
)
def test_what_is_wrong_is_said_once(
    faces: Path,
    tmp_path: Path,
    given: tuple[str, ...],
    said: str,
    setting_out: Callable[[], None] | None,
) -> None:
    arguments = ["train", str(faces), "--out", str(tmp_path / "run"), *SETTINGS, *given]
    leader, other = run_together(arguments, tmp_path, setting_out=setting_out)
    assert (leader.code, other.code) == (2, 2)
    assert said in leader.error
    assert other.error == ""
