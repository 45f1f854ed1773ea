"""The search for a learning rate: what it tries, when it ends, and what it suggests."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.events import Preparing
from kpstudio.engine.lr_finder import try_rates
from kpstudio.engine.rates import (
    FIRST_RATE,
    LAST_RATE,
    RateTried,
    next_rate,
    round_rate,
    smooth,
    smoothed_so_far,
    suggest,
)
from tests.engine.conftest import SCHEME

CONFIG = TrainConfig("smallnet", (0, 1, 2), 60, 80, "picture", 1e-4, 4, 1, device="cpu")


def search(bowl: Callable[[float], float], noise: float = 0.0, steps: int = 100) -> list[RateTried]:
    """Return a search whose errors are those of ``bowl`` at each log10 rate, with noise."""
    random = np.random.default_rng(3)
    rates = np.geomspace(FIRST_RATE, LAST_RATE, steps)
    errors = [bowl(math.log10(r)) * math.exp(noise * random.standard_normal()) for r in rates]
    return [
        RateTried(k + 1, float(r), e, smoothed_so_far(errors[: k + 1]))
        for k, (r, e) in enumerate(zip(rates, errors, strict=True))
    ]


def typical(log_rate: float) -> float:
    """A plateau at 1 to 1e-4, down to 0.5 at 1e-2, then up."""
    if log_rate < -4:
        return 1.0
    if log_rate < -2:
        return 1.0 - 0.25 * (log_rate + 4)
    return 0.5 * 10 ** (2 * (log_rate + 2))


@pytest.mark.parametrize("noise", [0.0, 0.05])
def test_a_tenth_of_the_best_rate_is_suggested(noise: float) -> None:
    found = suggest(search(typical, noise))
    assert found is not None
    assert found.lr in (5e-4, 1e-3)
    assert 4e-3 < found.lowest < 1.2e-2
    assert 1e-4 < found.steepest < found.lowest


def test_nothing_is_suggested_where_nothing_was_learnt() -> None:
    assert suggest([]) is None
    assert suggest(search(lambda _: 1.0, 0.01)) is None
    assert suggest(search(lambda log_rate: 2.0 + log_rate / 6)) is None  # rises all the way
    assert suggest(search(lambda _: math.nan)) is None


@given(st.lists(st.floats(0.0, 100.0), min_size=1, max_size=60))
def test_smoothing_stays_within_the_errors(errors: list[float]) -> None:
    for value in (*smooth(errors), smoothed_so_far(errors)):
        assert min(errors) - 1e-9 <= value <= max(errors) + 1e-9
    assert len(smooth(errors)) == len(errors)


def test_smoothing_keeps_a_line_and_does_not_lag() -> None:
    line = [0.5 * k for k in range(30)]
    assert smooth(line) == pytest.approx(line)


@given(st.floats(1e-9, 10.0))
def test_rates_are_rounded_to_what_people_write(rate: float) -> None:
    assert f"{round_rate(rate):.0e}"[0] in "1235"
    assert 0.7 < round_rate(rate) / rate < 1.42


def test_the_rate_grows_geometrically_until_the_error_is_out_of_bounds(
    make_faces: Callable[[int], list[Face]], tmp_path: Path
) -> None:
    faces = make_faces(12)
    said = list(try_rates(CONFIG, faces, tmp_path, SCHEME))
    assert isinstance(said[0], Preparing)
    tried = [event for event in said if isinstance(event, RateTried)]
    assert 40 < len(tried) <= 100
    assert [step.step for step in tried] == list(range(1, len(tried) + 1))
    growth = np.diff(np.log([step.lr for step in tried]))
    assert growth == pytest.approx(np.full(len(growth), math.log(1e6) / 99))
    assert tried[0].error == pytest.approx(1.0, abs=0.6)  # it starts at about the mean shape
    smoothed = [step.smoothed for step in tried]
    lowest = np.minimum.accumulate(smoothed)
    assert all(s <= 4 * low for s, low in zip(smoothed[:-1], lowest[:-1], strict=True))
    assert tried[-1].lr > 1e-3
    again = [
        one for one in try_rates(CONFIG, faces, tmp_path, SCHEME) if isinstance(one, RateTried)
    ]
    assert again == tried


def test_no_more_pictures_are_read_than_are_shown(
    make_faces: Callable[[int], list[Face]], tmp_path: Path
) -> None:
    config = replace(CONFIG, batch_size=2)
    said = list(try_rates(config, make_faces(12), tmp_path, SCHEME, steps=3))
    assert [e.total for e in said if isinstance(e, Preparing)][-1] == 6
    assert [e.lr for e in said if isinstance(e, RateTried)] == pytest.approx([1e-6, 1e-3, 1.0])


def test_it_can_be_stopped_and_says_what_it_lacks(
    make_faces: Callable[[int], list[Face]], tmp_path: Path
) -> None:
    control, tried = Control(), 0
    for event in try_rates(CONFIG, make_faces(4), tmp_path, SCHEME, control):
        if isinstance(event, RateTried):
            tried += 1
            control.stop()
    assert tried == 1
    with pytest.raises(InputError, match="no faces to train on"):
        list(try_rates(CONFIG, [], tmp_path, SCHEME))


@pytest.mark.parametrize(
    ("rate", "above", "below"),
    [(1e-3, 2e-3, 5e-4), (5e-4, 1e-3, 3e-4), (2.4e-4, 3e-4, 2e-4), (1e-6, 2e-6, 5e-7)],
)
def test_the_next_round_rates(rate: float, above: float, below: float) -> None:
    assert (next_rate(rate, 1), next_rate(rate, -1)) == (above, below)
