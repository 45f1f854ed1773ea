from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace

import pytest
import torch

from kpstudio.core.errors import InputError
from kpstudio.engine import tuning
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.network import Network
from kpstudio.engine.tuning import Tuned, autocast, tune
from tests.engine.conftest import SCHEME

CPU = torch.device("cpu")
RESNET = TrainConfig("resnet18", (0, 1), 64, 64, "picture", 1e-3, 4, 1, device="cpu")
SMALL = replace(RESNET, network="smallnet", input_height=60, input_width=80)
Way = tuple[str, int]


@pytest.fixture
def two_threads() -> None:
    """The session's fixture leaves one, and with one there is nothing to choose."""
    torch.set_num_threads(2)


@pytest.fixture(autouse=True)
def _threads_as_before() -> Iterator[None]:
    yield
    torch.set_num_threads(1)


def network(config: TrainConfig = RESNET) -> Network:
    return Network.new(config, SCHEME, CPU)


def gains(monkeypatch: pytest.MonkeyPatch, **of: float) -> list[tuple[Way, Way]]:
    """Let a trial find these gains, of "threads" and of "precision"; return what it is asked."""
    asked = []

    def gain(self: object, usual: Way, other: Way, clock: object) -> float:
        asked.append((usual, other))
        return of["threads" if usual[0] == other[0] else "precision"]

    monkeypatch.setattr(tuning._Trial, "gain", gain)
    return asked


def test_what_is_given_is_taken_without_timing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(tuning, "_Trial")
    assert tune(network(), 4, 3, "bf16") == Tuned("bf16", 3, "Training in bf16 on 3 threads.")
    assert tune(network(SMALL), 4, 1) == Tuned("fp32", 1, "Training in fp32 on 1 thread.")


@pytest.mark.parametrize(("gain", "chosen"), [(3.0, "bf16"), (1.1, "fp32"), (0.5, "fp32")])
def test_half_precision_is_chosen_where_it_is_clearly_faster(
    monkeypatch: pytest.MonkeyPatch, gain: float, chosen: str
) -> None:
    gains(monkeypatch, precision=gain)
    monkeypatch.setattr(tuning, "cpu_has_bf16", lambda: True)
    tuned = tune(network(), 4, 1)
    assert (tuned.precision, tuned.threads) == (chosen, 1)
    assert tuned.sentence.startswith(f"Training in {chosen} on 1 thread (")
    assert tuned.sentence.endswith(".")


@pytest.mark.usefixtures("two_threads")
@pytest.mark.parametrize(("gain", "chosen"), [(2.5, 1), (1.1, 2), (0.6, 2)])
def test_one_thread_is_chosen_where_more_are_clearly_slower(
    monkeypatch: pytest.MonkeyPatch, gain: float, chosen: int
) -> None:
    asked = gains(monkeypatch, threads=gain)
    assert tune(network(SMALL), 4).threads == chosen
    assert asked == [(("fp32", 2), ("fp32", 1))]


def test_bf16_is_not_tried_where_the_processor_would_imitate_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(tuning, "_Trial")
    monkeypatch.setattr(tuning, "cpu_has_bf16", lambda: False)
    said = "Training in fp32 on 1 thread (this processor does not support bf16)."
    assert tune(network(), 4, 1) == Tuned("fp32", 1, said)


@pytest.mark.usefixtures("two_threads")
def test_timing_changes_neither_weights_nor_statistics_nor_random_state() -> None:
    tried = network()
    tried.model.eval()
    before, random = copy.deepcopy(tried.model.state_dict()), torch.get_rng_state()
    tuned = tune(tried, 4)
    assert tuned.precision in ("fp32", "bf16")
    assert tuned.threads in (1, 2)
    assert torch.equal(torch.get_rng_state(), random)
    assert torch.get_num_threads() == 2
    assert not tried.model.training
    assert all(weight.grad is None for weight in tried.model.parameters())
    after = tried.model.state_dict()
    assert all(torch.equal(after[name], value) for name, value in before.items())


def test_threads_and_random_state_are_put_back_when_a_step_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(self: object, way: Way) -> None:
        torch.rand(1)
        torch.set_num_threads(3)
        raise MemoryError

    monkeypatch.setattr(tuning._Trial, "_step", fail)
    monkeypatch.setattr(tuning, "cpu_has_bf16", lambda: True)
    random = torch.get_rng_state()
    with pytest.raises(MemoryError):
        tune(network(), 4, 1)
    assert torch.get_num_threads() == 1
    assert torch.equal(torch.get_rng_state(), random)


def test_weights_that_stay_as_they_are_ask_for_no_gradient() -> None:
    frozen = network()
    for name, weight in frozen.model.named_parameters():
        weight.requires_grad_(name.startswith("fc"))
    assert tune(frozen, 4, 1).precision in ("fp32", "bf16")


def test_what_the_device_cannot_compute_in_is_refused() -> None:
    with pytest.raises(InputError, match="use auto, fp32 or bf16"):
        tune(network(), 4, 1, "fp16")
    with pytest.raises(InputError, match="0 threads"):
        tune(network(), 4, 0)


def test_autocast_computes_in_what_was_chosen() -> None:
    grey = torch.zeros(2, 1, 64, 64, dtype=torch.uint8)
    kinds = {}
    for precision in ("fp32", "bf16"):
        with autocast(CPU, precision):
            kinds[precision] = network()(grey).dtype
    assert kinds == {"fp32": torch.float32, "bf16": torch.bfloat16}
