from __future__ import annotations

from dataclasses import replace

import pytest

from kpstudio.engine.config import TrainConfig
from kpstudio.engine.schedule import learning_rate

CONFIG = TrainConfig("smallnet", (0,), 60, 80, "picture", 0.02, 4, 3)


def rates(schedule: str, steps: int = 101) -> list[float]:
    config = replace(CONFIG, schedule=schedule)
    return [learning_rate(config, step, steps) for step in range(steps)]


def test_a_constant_rate_is_the_settings_own() -> None:
    assert set(rates("constant")) == {0.02}


def test_a_cosine_falls_to_about_nothing() -> None:
    found = rates("cosine")
    assert found[0] == pytest.approx(0.02)
    assert found == sorted(found, reverse=True)
    assert found[50] == pytest.approx(0.01, rel=0.01)
    assert found[-1] == pytest.approx(0.00002)


def test_one_cycle_rises_for_a_fifth_along_a_line_and_falls() -> None:
    found = rates("one_cycle")
    assert found[0] == pytest.approx(0.002)
    assert found[10] == pytest.approx((0.002 + 0.02) / 2)
    assert max(found) == found[20] == pytest.approx(0.02)
    assert found[20:] == sorted(found[20:], reverse=True)
    assert found[-1] == pytest.approx(0.00002)


@pytest.mark.parametrize("schedule", ["constant", "cosine", "one_cycle"])
@pytest.mark.parametrize("steps", [1, 2, 3])
def test_very_short_trainings_have_a_rate(schedule: str, steps: int) -> None:
    assert all(0 < rate <= 0.02 for rate in rates(schedule, steps))
