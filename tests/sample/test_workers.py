"""Drawing in other processes gives what drawing here gives, in order."""

from __future__ import annotations

import os

import pytest

from kpstudio.sample.workers import BATCH, WORKERS, drawn


def negate(number: int) -> tuple[int, int]:
    return -number, os.getpid()


def fail_at_nine(number: int) -> int:
    if number == 9:
        raise ValueError("nine")
    return number


@pytest.mark.parametrize("count", [0, 1, BATCH + 1, WORKERS * BATCH + 5, 40])
def test_everything_comes_once_and_in_order(count: int) -> None:
    found = list(drawn(negate, range(count)))
    assert [number for number, _ in found] == [-k for k in range(count)]
    here = {process for _, process in found} <= {os.getpid()}
    assert here == (count <= BATCH)


def test_a_fault_in_a_worker_is_raised_here() -> None:
    with pytest.raises(ValueError, match="nine"):
        list(drawn(fail_at_nine, range(30)))


def test_leaving_early_waits_for_no_more_than_what_is_being_drawn() -> None:
    one = drawn(negate, iter(range(10**9)))
    assert next(one)[0] == 0
    one.close()  # type: ignore[attr-defined]
