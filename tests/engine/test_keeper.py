"""When a training is saved, and what of it."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
import torch

from kpstudio.core.errors import InputError
from kpstudio.engine import checkpoint, keeper
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.ema import MovingAverage
from kpstudio.engine.keeper import BEST, COMING, LAST, Keeper
from kpstudio.engine.network import Network
from kpstudio.engine.state import FILE, Standing, load_state
from tests.engine.conftest import SCHEME

CPU = torch.device("cpu")
SMALL = TrainConfig("smallnet", (0, 1, 2), 60, 80, "picture", 1e-3, 4, 3, device="cpu", ema=0.5)


class Learning:
    """Stands for a learner: each epoch adds 1 to every weight."""

    def __init__(self, average: bool) -> None:
        self.network = Network.new(SMALL, SCHEME, CPU)
        self.average = MovingAverage(self.network, 0.5) if average else None
        self.best_network = self.average.network if self.average else self.network
        self.steps_done = 0

    def epoch(self) -> None:
        self.steps_done += 5
        with torch.no_grad():
            for tensor in self.network.model.parameters():
                tensor.add_(1)
            if self.average is not None:
                for tensor in self.average.network.model.parameters():
                    tensor.add_(0.5)

    def tensors(self) -> dict[str, torch.Tensor]:
        found = {f"model.{k}": v for k, v in self.network.model.state_dict().items()}
        if self.average is not None:
            model = self.average.network.model
            found |= {f"average.{k}": v for k, v in model.state_dict().items()}
        return found

    def counts(self) -> dict[str, Any]:
        return {"steps": self.steps_done}

    def bias(self) -> float:
        return first_bias(self.best_network)


def first_bias(network: Network) -> float:
    return float(next(iter(network.model.parameters())).detach().flatten()[0])


class Training:
    """A keeper whose every writing takes one second, and its clock."""

    def __init__(self, out: Path, monkeypatch: pytest.MonkeyPatch, average: bool = True) -> None:
        self.out, self.time, self.random = out, 0.0, torch.Generator()
        self.learner, self.standing = Learning(average), Standing()
        self.biases = [self.learner.bias()]
        self.keeper = Keeper(out, self.learner, self.random, lambda: self.time)  # type: ignore[arg-type]
        real = keeper.let_arrive

        def let_arrive(out: Path) -> None:
            real(out)
            self.time += 1.0

        monkeypatch.setattr(keeper, "let_arrive", let_arrive)

    def epoch(self, seconds: float, best: bool = True, over: bool = False) -> None:
        self.learner.epoch()
        self.biases.append(self.learner.bias())
        self.time += seconds
        self.standing.epoch += 1
        if best:
            self.standing.best_epoch = self.standing.epoch
        self.keeper.epoch_ended(self.standing, best, over)

    def on_disk(self) -> tuple[int, int, int]:
        """Epochs of the state, the best and the last weights, which are those of these epochs."""
        for name in (BEST, LAST):
            network = checkpoint.load(self.out / name, CPU)
            epoch = checkpoint.facts_of(self.out / name)["epoch"]
            assert first_bias(network) == self.biases[epoch]
        state = load_state(self.out / FILE).standing
        return (
            state.epoch,
            checkpoint.facts_of(self.out / BEST)["epoch"],
            checkpoint.facts_of(self.out / LAST)["epoch"],
        )


@pytest.fixture(params=[True, False], ids=["average", "plain"])
def training(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Training:
    return Training(tmp_path, monkeypatch, request.param)


def test_writing_takes_a_twentieth_of_the_time_and_the_ends_are_always_saved(
    training: Training,
) -> None:
    saved = []
    for number in range(1, 13):
        training.epoch(5.0, best=number in (1, 3, 4, 7), over=number == 12)
        saved.append(training.on_disk())
    # 20 s after each writing, which took 1 s of the four epochs' 20 s.
    assert saved == [(1, 1, 1)] * 4 + [(5, 4, 5)] * 4 + [(9, 7, 9)] * 3 + [(12, 7, 12)]
    assert not (training.out / COMING).exists()


def test_what_is_held_back_is_saved_as_it_was(training: Training) -> None:
    """Whatever has been learnt since, such as half an epoch before a stop."""
    for best in (True, True, False):
        training.epoch(1.0, best)
    assert training.on_disk() == (1, 1, 1)
    training.learner.epoch()
    training.keeper.flush()
    assert training.on_disk() == (3, 2, 3)
    before = (training.out / FILE).stat().st_mtime_ns
    training.keeper.flush()
    assert (training.out / FILE).stat().st_mtime_ns == before


@pytest.mark.parametrize("arrives", [True, False])
def test_coming_weights_count_if_the_state_knows_of_them(
    training: Training, arrives: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    training.epoch(1.0)
    training.epoch(1.0)
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        if arrives:
            patched.setattr(keeper, "let_arrive", _interrupted)
        else:
            patched.setattr(keeper.Snapshot, "save", _interrupted)
        training.keeper.flush()
    assert (training.out / COMING).is_file()
    state = load_state(training.out / FILE).standing
    assert state.epoch == (2 if arrives else 1)
    training.keeper.recover(state)
    assert not (training.out / COMING).exists()
    assert checkpoint.facts_of(training.out / BEST)["epoch"] == state.best_epoch


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    learner = Learning(True)
    (tmp_path / "file").touch()
    kept = Keeper(tmp_path / "file", learner, torch.Generator())  # type: ignore[arg-type]
    with pytest.raises(InputError, match="cannot be written"):
        kept.epoch_ended(Standing(epoch=1, best_epoch=1, best_score=math.inf), True, False)
