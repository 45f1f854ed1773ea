"""What a sweep varies: names and values as the command line has them, every combination once."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.schema import scheme_named
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import PRESETS, preset
from kpstudio.tasks.grid import SETTINGS, combine, parse_grid, suggested, varied, written

SCHEME = scheme_named("imm58")
BASE = preset("smallnet", SCHEME)


def test_every_combination_is_a_trial_with_a_telling_name() -> None:
    trials = combine(BASE, parse_grid(["lr=1e-3,1e-4", "--batch-size=8, 32"]), SCHEME)
    assert [trial.name for trial in trials] == [
        "lr=1e-3,batch-size=8",
        "lr=1e-3,batch-size=32",
        "lr=1e-4,batch-size=8",
        "lr=1e-4,batch-size=32",
    ]
    assert [(t.config.lr, t.config.batch_size) for t in trials] == [
        (1e-3, 8),
        (1e-3, 32),
        (1e-4, 8),
        (1e-4, 32),
    ]
    assert {t.config.epochs for t in trials} == {BASE.epochs}


def test_choices_switches_sizes_and_augmentation_can_be_varied() -> None:
    best = preset("best", SCHEME)
    grid = parse_grid(["loss=mse,wing", "test-flip=on,off", "input-size=96,64x80", "shift=0.1"])
    trials = combine(best, grid, SCHEME)
    assert len(trials) == 8
    last = trials[-1]
    assert last.name == "loss=wing,test-flip=off,input-size=64x80,shift=0.1"
    assert (last.config.loss, last.config.test_flip) == ("wing", False)
    assert (last.config.input_height, last.config.input_width) == (64, 80)
    moved = last.config.augmentation
    assert {moved.shift_left, moved.shift_right, moved.shift_up, moved.shift_down} == {0.1}
    assert moved.rotation_degrees == best.augmentation.rotation_degrees


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["lr"], "names no values"),
        (["lr=,"], "names no values"),
        (["colour=red"], "'colour' cannot be varied: use lr, batch-size"),
        (["val-fraction=0.1,0.2"], "must stay the same in a sweep"),
        (["lr=fast"], "lr: 'fast' is not a number"),
        (["batch-size=8.5"], "batch-size: '8.5' is not a whole number"),
        (["loss=mse,l7"], "loss: 'l7' is unknown: use mse"),
        (["flip=maybe"], "flip: 'maybe' is neither on nor off"),
        (["lr=1e-3,0.001"], "lr: 0.001 is listed twice"),
        (["lr=1e-3", "lr=1e-4"], "lr is varied twice"),
    ],
)
def test_what_is_wrong_is_one_sentence(words: list[str], told: str) -> None:
    with pytest.raises(InputError, match=told):
        parse_grid(words)


def test_a_combination_that_cannot_be_trained_is_named() -> None:
    with pytest.raises(InputError, match=r"^lr=50,batch-size=8: learning rate 50"):
        combine(BASE, parse_grid(["lr=0.1,50", "batch-size=8"]), SCHEME)
    with pytest.raises(InputError, match=r"^input-size=96x96: smallnet takes pictures of 60 x 80"):
        combine(BASE, parse_grid(["input-size=96"]), SCHEME)
    many = parse_grid([f"seed={','.join(map(str, range(201)))}"])
    with pytest.raises(InputError, match="201 runs"):
        combine(BASE, many, SCHEME)


def test_what_is_varied_are_the_settings_there_are() -> None:
    own = {part.name for part in fields(TrainConfig)} | {part.name for part in fields(Augmentation)}
    reached = {part for setting in SETTINGS.values() for part in setting.parts}
    assert own - reached == {"network", "points", "augmentation", "val_fraction", "start",
                             "standardise", "bias_at_mean", "preset",
                             "test_shift", "detector"}  # fmt: skip  # which no training depends on


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("option", SETTINGS)
def test_suggestions_can_be_read_and_hold_the_setting_itself(name: str, option: str) -> None:
    config, setting = preset(name, SCHEME), SETTINGS[option]
    found = varied(option, suggested(setting, config))
    assert len(found.values) >= 2
    if setting.of(config) not in ("", "auto"):
        assert setting.of(config) in found.values
    assert all(varied(option, written(value)).values == (value,) for value in found.values)


def test_the_suggested_learning_rates_are_a_factor_of_ten_apart() -> None:
    assert suggested(SETTINGS["lr"], BASE) == "1e-5, 1e-4, 1e-3"


@given(
    st.lists(st.floats(1e-6, 1.0), min_size=1, max_size=5, unique_by=lambda v: f"{v:g}"),
    st.lists(st.integers(1, 512), min_size=1, max_size=5, unique=True),
)
def test_names_tell_trials_apart(rates: list[float], sizes: list[int]) -> None:
    rates = [float(f"{rate:g}") for rate in rates]
    words = [f"lr={','.join(map(str, rates))}", f"batch-size={','.join(map(str, sizes))}"]
    trials = combine(BASE, parse_grid(words), SCHEME)
    assert len({trial.name for trial in trials}) == len(trials) == len(rates) * len(sizes)
