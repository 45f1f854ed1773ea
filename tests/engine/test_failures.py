from __future__ import annotations

import pytest
import torch

from kpstudio.core.errors import InputError
from kpstudio.engine.failures import TrainingError, diverged, explained


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB"),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried …"),
    ],
)
def test_running_out_of_memory_is_one_sentence(error: Exception) -> None:
    with pytest.raises(TrainingError, match="smaller batch"), explained():
        raise error


def test_torch_says_so_itself_when_memory_cannot_be_had() -> None:
    with pytest.raises(TrainingError, match="not enough memory"), explained():
        torch.empty(1 << 60, dtype=torch.uint8)


def test_other_errors_are_not_hidden() -> None:
    with pytest.raises(RuntimeError, match="memory format"), explained():
        raise RuntimeError("unsupported memory format option")


def test_a_training_error_is_an_input_error() -> None:
    assert issubclass(TrainingError, InputError)


def test_the_rate_at_which_a_training_diverged_is_written_as_everywhere() -> None:
    assert "(in epoch 3, at learning rate 2e-4)" in str(diverged(2e-4, 3))
