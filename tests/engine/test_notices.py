"""Signs of overfitting are found where they are, and noise is none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.engine.events import EpochEnd
from kpstudio.engine.notices import collapsed_since, overfitting_since, summary_in_words


def curves(
    epochs: int, turn: int, climb: float, noise: float, seed: int, fall: float = 0.02
) -> tuple[list[float], list[float]]:
    """Return errors that fall together; from ``turn`` on the validation's climbs instead.

    Args:
        epochs: How many.
        turn: Where the validation error is lowest.
        climb: Its share of growth an epoch from there on.
        noise: Relative deviation of every error.
        seed: Of the noise.
        fall: The share that the training error loses an epoch.
    """
    rng = np.random.default_rng(seed)
    at = np.arange(1, epochs + 1)
    training = 0.01 * np.exp(-fall * at)
    validation = 0.012 * np.exp(-fall * np.minimum(at, turn) + climb * np.maximum(at - turn, 0))
    scatter = np.exp(noise * rng.standard_normal((2, epochs)))
    return (training * scatter[0]).tolist(), (validation * scatter[1]).tolist()


def told(training: list[float], validation: list[float]) -> list[int | None]:
    """Return what is said after each epoch."""
    return [overfitting_since(training[:k], validation[:k]) for k in range(1, len(training) + 1)]


@pytest.mark.parametrize("noise", [0.0, 0.02, 0.05])
@pytest.mark.parametrize("turn", [10, 31])
def test_it_is_told_soon_and_where_it_began(noise: float, turn: int) -> None:
    for seed in range(10):
        said = told(*curves(80, turn, 0.02, noise, seed))
        first = next(k for k, since in enumerate(said, start=1) if since is not None)
        assert turn < first <= turn + 25
        assert said[-1] is not None
        assert abs(said[-1] - turn) <= (2 if noise == 0.0 else 8)


@pytest.mark.parametrize("noise", [0.01, 0.05, 0.2, 0.5])
def test_noise_on_a_curve_that_has_levelled_off_is_no_sign(noise: float) -> None:
    for seed in range(25):
        assert set(told(*curves(150, 40, 0.0, noise, seed))) == {None}


@pytest.mark.parametrize("noise", [0.0, 0.1, 0.3])
def test_a_curve_that_still_falls_is_no_sign(noise: float) -> None:
    for seed in range(12):
        assert set(told(*curves(150, 150, 0.0, noise, seed))) == {None}


def test_when_the_training_error_rises_too_it_is_something_else() -> None:
    _, validation = curves(80, 20, 0.02, 0.0, 0)
    assert overfitting_since(validation, validation) is None


def test_one_bad_epoch_is_no_sign_and_a_new_best_takes_it_back() -> None:
    training, validation = curves(40, 40, 0.0, 0.0, 0)
    validation[-1] *= 1.2
    assert overfitting_since(training, validation) is None
    training, validation = curves(60, 20, 0.02, 0.0, 0)
    assert overfitting_since(training, validation) is not None
    assert overfitting_since([*training, *[0.001] * 5], [*validation, *[0.0001] * 5]) is None


@given(
    st.lists(st.tuples(st.floats(0, 1e3), st.none() | st.floats(0, 1e3)), max_size=40),
    st.floats(1e-6, 1e6),
)
def test_units_do_not_matter_and_nothing_fails(
    errors: list[tuple[float, float | None]], unit: float
) -> None:
    training = [t for t, _ in errors]
    validation = [v for _, v in errors]
    since = overfitting_since(training, validation)
    assert since is None or 1 <= since <= len(errors) - 6
    scaled = [None if v is None else v * unit for v in validation]
    if since is not None and all(v is None or v * unit > 1e-300 for v in validation):
        assert overfitting_since(training, scaled) in (since, None)


def test_unequal_lengths_are_a_fault() -> None:
    with pytest.raises(ValueError, match="2 training errors"):
        overfitting_since([1.0, 2.0], [1.0])


def test_a_collapse_lasts_until_now() -> None:
    assert collapsed_since([]) is None
    assert collapsed_since([True, False]) is None
    assert collapsed_since([True, False, True, True]) == 3
    assert collapsed_since([True, True]) == 1


def ends(errors: list[float | None], nme: bool = True) -> list[EpochEnd]:
    return [
        EpochEnd(k, 0.002, error, True, False, val_nme=error if nme else None)
        for k, error in enumerate(errors, start=1)
    ]


def test_an_epoch_in_words() -> None:
    assert summary_in_words(ends([0.057, 0.054])) == (
        "Epoch 2: validation NME 5.4 %, 0.3 points better than the best before"
    )
    assert summary_in_words(ends([0.37])) == "Epoch 1: validation NME 37.0 %"
    assert summary_in_words(ends([0.05, 0.054, *[0.06] * 7])) == (
        "Epoch 9: validation NME 6.0 %, not better for 8 epochs"
    )
    assert summary_in_words(ends([0.05, 0.06])).endswith("%, not better than the epoch before")
    assert summary_in_words(ends([0.05, 0.04])).endswith(", 1.0 point better than the best before")
    assert summary_in_words(ends([0.05, 0.0499])).endswith(", slightly better than the best before")


def test_without_nme_or_faces_held_out_the_mse_is_told() -> None:
    assert summary_in_words(ends([0.002, 0.001], nme=False)) == (
        "Epoch 2: validation MSE 0.00100, 50.0 % better than the best before"
    )
    assert summary_in_words(ends([None, None])) == (
        "Epoch 2: training MSE 0.00200, not better than the epoch before"
    )


def test_what_went_wrong_is_told_too() -> None:
    *_, last = ends([0.05] * 20)
    last = replace(last, collapsed=True, overfitting_since=9)
    assert summary_in_words([last]) == (
        "Epoch 20: validation NME 5.0 %; it predicts roughly the mean shape for every face; "
        "overfitting since epoch 9"
    )
