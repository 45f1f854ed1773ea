from __future__ import annotations

from dataclasses import replace

import ablation
import pytest
import trials
from ablation import CHANGES, Measured

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.schema import scheme_named
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import preset
from tests.benchmarks.faces import labels_of

SCHEME = scheme_named("imm58")


def best() -> TrainConfig:
    return preset("best", SCHEME)


def faces() -> LabelSet:
    return LabelSet(labels_of([]).root, SCHEME)


@pytest.mark.parametrize("name", CHANGES)
def test_every_named_change_sets_what_there_is(name: str) -> None:
    made = trials.changed(best(), ablation.change_named(name, best()))
    made.validate(SCHEME)


def test_changes_by_name_and_by_value() -> None:
    assert ablation.change_named("no-ema", best()) == ("ema=0",)
    assert ablation.change_named("ema=0.9,lr=1e-3", best()) == ("ema=0.9", "lr=1e-3")
    halved = trials.changed(best(), ablation.change_named("half-rate", best()))
    assert halved == replace(best(), lr=best().lr / 2)
    with pytest.raises(InputError, match="no change 'no-luck'"):
        ablation.change_named("no-luck", best())


def test_what_changes_nothing_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    same = f"loss={best().loss}"
    todo = ablation.planned(best(), ["no-flip", same], faces())
    assert list(todo) == ["no-flip"]
    assert not todo["no-flip"].augmentation.flip
    assert f"{same} is left out" in capsys.readouterr().err


def test_all_named_changes_are_planned_by_default() -> None:
    todo = ablation.planned(best(), [], faces())
    assert {"no-ema", "no-flip", "head-coordinates", "half-rate"} <= set(todo)
    assert best() not in todo.values()


def test_a_change_that_does_not_fit_is_told_if_asked_for() -> None:
    bignet = preset("bignet", SCHEME)
    assert "no-ema" not in ablation.planned(bignet, [], faces())
    with pytest.raises(InputError, match="head-heatmap: bignet has layers of its own"):
        ablation.planned(bignet, ["head-heatmap"], faces())


def test_differences_are_taken_seed_by_seed() -> None:
    base = Measured((0.040, 0.050), (0.0, 0.1), (10.0, 12.0))
    other = Measured((0.045, 0.053), (0.1, 0.1), (20.0, 24.0))
    assert ablation.measured_row("as it is", base, None) == (
        "| as it is | 4.50 ± 0.71 | 5.0 | 11.0 |  | 4.00, 5.00 |"
    )
    assert ablation.measured_row("mse", other, base) == (
        "| mse | 4.90 ± 0.57 | 10.0 | 22.0 | +0.40 ± 0.14 | +0.50, +0.30 |"
    )


def test_one_seed_has_no_spread_and_no_box_a_column() -> None:
    base = Measured((0.04,), (0.0,), (10.0,), (0.044,))
    row = ablation.measured_row("mse", Measured((0.03,), (0.0,), (10.0,), (0.036,)), base)
    assert row == "| mse | 3.00 | 0.0 | 10.0 | -1.00 | -1.00 | 3.60 |"
